"""The text of a case at the end of a page, for references to lead to."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.views.sheet import Quoted, Section
from servanda.workbench.results import Passage


def text_section(passages: Iterable[Passage]) -> Section:
    """The formal blocks, line by line, to be opened."""
    text = tuple(Quoted(p.file, p.trail, p.first_line, p.lines) for p in passages)
    return Section("text", "The text", text, depth="folded")
