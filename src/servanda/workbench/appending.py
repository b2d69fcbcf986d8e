"""Pieces of text behind the record of a case: written only if each reads back as what it says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

from servanda.core.diagnostic import Severity
from servanda.language.document import Source
from servanda.language.folder import MAX_BYTES
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.node import unplaced
from servanda.model.record import Document, Outlet, Person, Statement
from servanda.workbench.mistakes import changed_meanwhile
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.writing import is_still, write_file, write_text

RECORD = "record.md"
"""The file of a case folder that statements are added to."""

_OPENING = "# What was said\n"
"""How that file begins where there is none."""

_MOST_SHOWN = 100
"""Characters of a line that are shown where it cannot be read."""

Value = Statement | Person | Outlet | Document


class Piece(NamedTuple):
    """A statement or a declaration, as text and as what that is to be read as.

    Attributes:
        of: A number by which whoever adds it knows it again, if it does not fit.
        text: Its lines, as a block has them.
        value: What is read of them.
    """

    of: int
    text: str
    value: Value


class Misfit(NamedTuple):
    """Something that cannot be added: by its number, why, and what to do instead."""

    of: int
    why: str
    hints: tuple[str, ...] = ()


def target_of(name: str) -> Path:
    """The file of a case that statements are added to."""
    path = Path(name)
    return path / RECORD if path.is_dir() else path


def text_of(opened: Opened, target: Path) -> str | None:
    """The text of that file; None where there is none."""
    return next((s.text for s in opened.sources if Path(s.name) == target), None)


def not_in_quotes(texts: Iterator[str]) -> bool:
    """Whether one of some texts cannot stand in double quotes, on one line."""
    return any('"' in text or len(text.splitlines()) > 1 for text in texts)


def with_pieces(text: str | None, pieces: Sequence[Piece]) -> tuple[str, Mapping[int, Piece]]:
    """A text with some pieces in a block behind it, and which of them each new line belongs to."""
    before = _OPENING if text is None else text
    if not pieces:
        return before, {}
    end = "\r\n" if "\r\n" in before else "\n"
    before += "" if before.endswith("\n") or not before else end
    lines = ["", "```servanda"]
    first = len(before.split("\n"))
    of: dict[int, Piece] = {}
    for number, piece in enumerate(pieces):
        lines += [""] if number else []
        for line in piece.text.split("\n"):
            of[first + len(lines)] = piece
            lines.append(line)
    lines.append("```")
    return before + end.join(lines) + end, of


def misread(
    opened: Opened,
    target: Path,
    pieces: Sequence[Piece],
    before: str | None,
    also: Sequence[Piece] = (),
) -> Iterator[Misfit]:
    """What of some pieces cannot be read in its place, or is read as something else.

    Args:
        opened: The case without them.
        target: The file that they are added to.
        pieces: They, in their order.
        before: The text that they are added behind; None where there is none.
        also: What stands in that text already, and is to be read in it.
    """
    text, of = with_pieces(before, pieces)
    first = (*pieces, *also)[0].of
    if len(text.encode()) > MAX_BYTES:
        yield Misfit(first, f"with it `{target}` would be larger than what is read")
        return
    others = [source for source in opened.sources if Path(source.name) != target]
    read = read_case([*others, Source(str(target), text)])
    errors = [d for d in read.diagnostics if d.severity is Severity.ERROR]
    lines = text.split("\n")
    for report in errors:
        piece = of.get(report.origin.line) if Path(report.origin.file) == target else None
        if piece is None:
            yield Misfit(first, report.headline, report.hints)
        else:
            line = shorten(lines[report.origin.line - 1], _MOST_SHOWN, placeholder=" ...")
            where = f"it stands in the line `{line}`"
            yield Misfit(piece.of, report.headline, (*report.hints, where))
    if read.case is not None and not errors:
        for piece in (*pieces, *also):
            if _there(read.case, piece.value) != piece.value:
                yield Misfit(piece.of, "as text it would be read as something else")


def _there(case: Case, value: Value) -> Value | None:
    """What a case has by the name of a value."""
    match value:
        case Statement():
            some: Sequence[Value] = case.statements
        case Person():
            some = case.persons
        case Outlet():
            some = case.outlets
        case Document():
            some = case.documents
    return next((unplaced(one) for one in some if one.id == value.id), None)


def put(target: Path, before: str | None, after: str) -> Checked | None:
    """Write a text in the place of the one that was read.

    Returns:
        What stood in the way: that the file is another one meanwhile, or cannot be written.
    """
    if before is None:
        if os.path.lexists(target):
            return changed_meanwhile(str(target))
        return write_file(target, after.encode())
    if not is_still(target, before):
        return changed_meanwhile(str(target))
    return write_text(target, after)
