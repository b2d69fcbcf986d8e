"""Prints a command of the README as it stands there: ``readme_command.py tests``.

The README marks each of its commands with a comment before the fenced block, so that
CI and the tests run exactly what a reader would paste.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = r"<!-- command: {name} -->\n+```sh\n(.*?)```"


def readme_command(name: str) -> str:
    """The command marked ``name``; it stands in the README exactly once."""
    text = README.read_text(encoding="utf-8")
    found = re.findall(BLOCK.format(name=re.escape(name)), text, re.DOTALL)
    if len(found) != 1:
        raise SystemExit(f"README.md has {len(found)} commands marked '{name}', not one")
    return str(found[0])


if __name__ == "__main__":
    sys.stdout.write(readme_command(sys.argv[1]))
