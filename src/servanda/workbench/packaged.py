"""The cases that come with Servanda."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


def packaged_cases() -> tuple[str, ...]:
    """Their names, in alphabetical order."""
    folders = (files("servanda") / "cases").iterdir()
    return tuple(sorted(f.name for f in folders if not f.name.startswith((".", "_"))))


@contextmanager
def packaged_folder(name: str) -> Iterator[Path]:
    """The folder of one of them, for as long as it is needed."""
    with as_file(files("servanda") / "cases" / name) as folder:
        yield folder
