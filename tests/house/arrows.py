#!/usr/bin/env python3
"""The house's arrows point one way: each room sees only rooms to its right. Reads the #include lines and fails on an arrow
that points left, on Qt outside sim/sandbox, and on QCustomPlot outside ui/charts."""
import os
import re
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
# The higher may include the lower; rooms of one height do not see each other.
HEIGHT = {"sim/base": 0, "sim/mail": 1, "sim/protocol": 2, "sim/store": 2, "sim/trace": 2, "sim/town": 3,
          "sim/scenario": 4, "sim/session": 5, "sim/sandbox": 6, "ui": 7, "app": 8}


def room(path):
    parts = path.split("/")
    name = "/".join(parts[:2]) if parts[0] == "sim" else parts[0]
    return name if name in HEIGHT else None


def resolve(include, folder):
    for candidate in (include, "sim/" + include, os.path.normpath(os.path.join(folder, include))):
        if os.path.isfile(os.path.join(ROOT, candidate)):
            return candidate
    return None


def wrong_arrows():
    seen = 0
    for top in ("sim", "ui", "app"):
        for folder, _, files in os.walk(os.path.join(ROOT, top)):
            for name in sorted(files):
                if not name.endswith((".h", ".cpp")):
                    continue
                path = os.path.relpath(os.path.join(folder, name), ROOT).replace(os.sep, "/")
                here = room(path)
                if here is None:
                    yield f"{path}: stands in no room of the house"
                    continue
                seen += 1
                with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                    for number, line in enumerate(file, 1):
                        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
                        if not match:
                            continue
                        quoted, include = match.group(1) == '"', match.group(2)
                        where = f"{path}:{number}: includes {include}"
                        if here.startswith("sim/") and here != "sim/sandbox" and re.match(r"Q[A-Z]|Qt|ui_", include):
                            yield f"{where}: no Qt in {here}"
                        if "qcustomplot" in include.lower() and not path.startswith("ui/charts/"):
                            yield f"{where}: only ui/charts knows QCustomPlot"
                        there = resolve(include, os.path.dirname(path)) if quoted else None
                        if there is None or room(there) in (None, here):
                            continue
                        if HEIGHT[room(there)] >= HEIGHT[here]:
                            yield f"{where}: {here} must not see {room(there)}"
    if seen == 0:
        yield "no source file was found: this test has lost the house"


if __name__ == "__main__":
    problems = list(wrong_arrows())
    print("\n".join(problems) or "every arrow points right")
    sys.exit(bool(problems))
