"""The project's files as the tests of the documentation read them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PASSED_OVER = frozenset({"__pycache__", "build", "dist", ".venv", ".git"})


def project_files() -> Iterator[Path]:
    """Every file of the project, without what tools leave behind."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(
            name
            for name in folders
            if name not in _PASSED_OVER and not name.endswith((".egg-info", "_cache"))
            if name == ".ci" or not name.startswith(".")
        )
        for name in sorted(set(names) - _PASSED_OVER):
            yield Path(folder, name)


def named(path: Path) -> str:
    """A file's name as tests report it: relative to the project."""
    return path.relative_to(ROOT).as_posix()


def shown_today(excerpt: str, printed: str) -> str:
    """The excerpt as it would be taken from the output today.

    Each part, between lines ``...``, is found by its first line and has as many lines as before.
    A line ``...`` stands wherever something is left out, at the beginning and the end too.
    """
    output = printed.splitlines()
    place = 0
    today = ""
    for part in filter(None, re.split(r"^\.\.\.\n", excerpt, flags=re.MULTILINE)):
        lines = part.splitlines()
        assert lines[0] in output[place:], f"not printed any more: {lines[0]}"
        start = output.index(lines[0], place)
        today += _left_out(output[place:start])
        place = start + len(lines)
        today += "".join(f"{line}\n" for line in output[start:place])
    return today + _left_out(output[place:])


def _left_out(lines: list[str]) -> str:
    return "...\n" if any(lines) else ""
