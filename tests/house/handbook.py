"""What the handbook says is there: files that the README files link to, and in the manual page every verb and option.

handbook.py MAILTOWN"""
import pathlib
import re
import subprocess
import sys

house = pathlib.Path(__file__).parents[2]
wrong = []

for readme in [house / "README.md", *(file for room in ("app", "sim", "ui", "scenarios", "resources", "tests")
                                      for file in (house / room).rglob("*.md"))]:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", readme.read_text()):
        if not (readme.parent / link).exists():
            wrong.append(f"{readme.relative_to(house)} links to {link}, which is not there")


def help_of(*arguments):
    return subprocess.run([sys.argv[1], *arguments, "--help"], capture_output=True, text=True, check=True).stdout


manual = (house / "resources" / "mailtown.1").read_text().replace("\\-", "-").replace("\\", "")
verbs = re.findall(r"^  mailtown (\w+)", help_of(), re.MULTILINE)
if len(verbs) < 4:
    wrong.append(f"mailtown --help tells of these verbs only: {verbs}")
for verb in verbs:
    if not re.search(rf"\b{verb}\b", manual):
        wrong.append(f"mailtown.1 does not tell of {verb}")
    for option in re.findall(r"--[a-z][a-z-]+", help_of(verb)):
        if option not in manual:
            wrong.append(f"mailtown.1 does not tell of {option} (mailtown {verb})")

print("\n".join(wrong))
sys.exit(bool(wrong))
