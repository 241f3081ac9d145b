"""Every C++ file is as .clang-format says."""
import pathlib
import re
import shutil
import subprocess
import sys

house = pathlib.Path(__file__).parents[2]
skipped = 77  # tells ctest
version = 14  # of Debian 12; others lay some lines out otherwise

program = shutil.which(f"clang-format-{version}") or shutil.which("clang-format")
if not program:
    print("clang-format is not there: skipped")
    sys.exit(skipped)
told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
if not (found := re.search(r"version (\d+)", told)) or int(found[1]) != version:
    print(f"{told.strip()}, where {version} is asked for: skipped")
    sys.exit(skipped)
files = [str(file) for room in ("app", "sim", "ui", "tests") for file in sorted((house / room).rglob("*"))
         if file.suffix in (".cpp", ".h")]
sys.exit(subprocess.run([program, "--dry-run", "-Werror", *files], check=False).returncode)
