"""Lays out files in place, each written beside itself and renamed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from servanda.core.diagnostic import Diagnostic
from servanda.language.folder import Source, read_folder
from servanda.language.format import format_text
from servanda.language.parser import parse
from servanda.workbench.locks import alone_with
from servanda.workbench.mistakes import changed_meanwhile
from servanda.workbench.reports import Checked, Formatted
from servanda.workbench.writing import is_still, write_text


def format_paths(paths: Sequence[str], *, write: bool) -> Formatted:
    """Lay out the ``servanda`` blocks of files and folders.

    Lines that cannot be read are reported and left as they are, and so is a file that
    cannot be written, or is another one meanwhile; the others are laid out.
    """
    sources: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        found, unreadable = read_folder(Path(path))
        sources.update((source.name, source) for source in found)
        diagnostics.extend(unreadable)
    changed, unchanged = [], []
    failed = False
    for source in sources.values():
        diagnostics.extend(parse(source)[1])
        text = format_text(source.text)
        if text == source.text:
            unchanged.append(source.name)
            continue
        failure = _written(source, text) if write else None
        if failure is not None:
            failed = True
            diagnostics.extend(failure.diagnostics)
            continue
        changed.append(source.name)
    texts = {source.name: source.text for source in sources.values()}
    return Formatted(
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        checked=Checked(diagnostics=tuple(dict.fromkeys(diagnostics)), texts=texts, misuse=failed),
    )


def _written(source: Source, text: str) -> Checked | None:
    """Write a file that was laid out, unless it was changed after it was read."""
    file = Path(source.name)
    with alone_with(file):
        if not is_still(file, source.text):
            return changed_meanwhile(source.name)
        return write_text(file, text)
