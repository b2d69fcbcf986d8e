"""The project's files as the tests of the documentation read them."""

from __future__ import annotations

import os
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
        for name in sorted(names):
            yield Path(folder, name)


def named(path: Path) -> str:
    """A file's name as tests report it: relative to the project."""
    return path.relative_to(ROOT).as_posix()
