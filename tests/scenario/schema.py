#!/usr/bin/env python3
"""Every shipped scenario is valid by scenarios/mailtown.schema.json, and a misspelt key is not."""
import copy
import json
import os
import sys

import jsonschema
import yaml

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as Mailtown reads it: a date is a text, and so are yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[-1] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))


def problems():
    with open(os.path.join(ROOT, "scenarios", "mailtown.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    names = sorted(n for n in os.listdir(os.path.join(ROOT, "scenarios")) if n.endswith(".yaml"))
    if len(names) < 4:
        yield "scenarios/ has lost its files"
    for name in names:
        with open(os.path.join(ROOT, "scenarios", name), encoding="utf-8") as file:
            scenario = yaml.load(file, Loader)
        for error in validator.iter_errors(scenario):
            yield f"scenarios/{name}: {'/'.join(map(str, error.path))}: {error.message}"
        wrong = copy.deepcopy(scenario)
        next(iter(wrong["hosts"].values()))["domain"] = "misspelt"
        if validator.is_valid(wrong):
            yield f"scenarios/{name}: the schema lets a misspelt key pass"


if __name__ == "__main__":
    found = list(problems())
    print("\n".join(found) or "every scenario is valid by the schema")
    sys.exit(bool(found))
