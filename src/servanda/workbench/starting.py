"""Makes a new case: a small commented one, or a copy of another."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from servanda.language.folder import Source, read_folder
from servanda.workbench.reports import Checked, Created
from servanda.workbench.writing import make_folder


def start_case(folder: str) -> Created | Checked:
    """Make a small case with comments, to be changed into one's own."""
    with as_file(files("servanda.workbench") / "starter") as starter:
        sources, _ = read_folder(starter)
        inside = [(Path(s.name).relative_to(starter).as_posix(), s.text) for s in sources]
    return _made(folder, [Source(name, text) for name, text in inside])


def copy_case(folder: str, origin: str) -> Created | Checked:
    """Make a copy of a case: its texts, not its ``sources`` folder."""
    from servanda.workbench.opening import Opened, open_case

    opened = open_case(origin, inside=True)
    return _made(folder, opened.sources) if isinstance(opened, Opened) else opened


def _made(folder: str, sources: Sequence[Source]) -> Created | Checked:
    contents = {source.name: source.text for source in sources}
    failure = make_folder(Path(folder), contents)
    return failure or Created(folder=folder, files=tuple(contents))
