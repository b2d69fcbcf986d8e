"""The one way to lay a block out.

Statements in the first column, their lines two spaces in, what continues a line four;
one space between words; comments two spaces behind the longest of the lines they stand
beside; one blank line at most. Prose, other blocks and line endings stay as they are,
and so do lines with a mistake in their characters or their indentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from servanda.language.document import Block, Lines, Source, lines_of, read_document
from servanda.language.indentation import (
    LINE_INDENT,
    WrittenLine,
    written_line,
    wrong_indentation,
)
from servanda.language.layout import grouped, stands_alone
from servanda.language.lexer import Kind
from servanda.language.spacing import spaced

_CONTINUED = 2 * LINE_INDENT
_BEFORE_COMMENT = 2
_LEAST_COLUMN = _CONTINUED + _BEFORE_COMMENT


def format_text(text: str) -> str:
    """Lay out every ``servanda`` block of a Markdown text; formatting again changes nothing."""
    source = Source("", text)
    lines = lines_of(source)
    parts: list[str] = []
    done = 0
    for block in read_document(source).blocks:
        if not block.closed or not block.lines:
            continue
        start = lines.line(block.first).start
        end = lines.line(block.first + len(block.lines)).start
        parts += (text[done:start], *_laid_out(text, lines, block))
        done = end
    return "".join((*parts, text[done:]))


@dataclass(slots=True)
class _Row:
    """A line on its way out.

    Attributes:
        before: What the fence is indented by.
        code: The words, with their indentation.
        comment: The comment, if there is one.
        ending: The line ending.
        movable: Whether the comment may be moved.
    """

    before: str
    code: str
    comment: str
    ending: str
    movable: bool

    @property
    def blank(self) -> bool:
        return not self.code and not self.comment

    def text(self) -> str:
        line = f"{self.code}{self.comment}"
        return f"{self.before if line else ''}{line}{self.ending}"


def _laid_out(text: str, lines: Lines, block: Block) -> Iterator[str]:
    written = [written_line(text, place) for place in block.lines]
    kept = _kept(written)
    rows: list[_Row] = []
    for index, line in enumerate(written):
        whole = lines.line(block.first + index)
        before = text[whole.start : line.place.start]
        ending = text[whole.end : lines.line(block.first + index + 1).start]
        rows.append(_row(text, line, before, ending, line.place.start in kept))
    _align(rows)
    return (row.text() for row in _without_idle_blanks(rows))


def _kept(written: Sequence[WrittenLine]) -> frozenset[int]:
    """Where the lines begin that are left as they are."""
    kept: set[int] = set()
    for group in grouped(written):
        whole = stands_alone(group) or bool(wrong_indentation(group))
        kept.update(line.place.start for line in group if whole or line.lexed.slips)
    return frozenset(kept)


def _row(text: str, line: WrittenLine, before: str, ending: str, keep: bool) -> _Row:
    place, lexed = line.place, line.lexed
    if keep:
        return _Row(before, text[place.start : place.end], "", ending, movable=False)
    comment = "" if lexed.comment is None else text[lexed.comment : place.end].rstrip(" \t")
    if not lexed.tokens:
        margin = " " * (line.indent if line.indent > _CONTINUED else _indent(line))
        return _Row(before, margin if comment else "", comment, ending, movable=True)
    words = spaced(
        token._replace(text=text[token.start : token.end]) if token.kind is Kind.WORD else token
        for token in lexed.tokens
    )
    return _Row(before, " " * _indent(line) + words, comment, ending, movable=True)


def _indent(line: WrittenLine) -> int:
    if line.indent == 0:
        return 0
    return LINE_INDENT if line.indent <= LINE_INDENT else _CONTINUED


def _align(rows: list[_Row]) -> None:
    """Put the comments of neighbouring lines below one another."""
    beside: list[_Row] = []
    for row in (*rows, _Row("", "", "", "", movable=False)):
        margin_only = not row.code.strip(" ")
        joins = row.movable and bool(row.comment)
        if joins and (not margin_only or (beside and len(row.code) > _CONTINUED)):
            beside.append(row)
            continue
        _pad(beside)
        beside = []
        if joins and len(row.code) > _CONTINUED:
            row.code = " " * _CONTINUED


def _pad(beside: list[_Row]) -> None:
    codes = [row.code for row in beside if row.code.strip(" ")]
    width = max((len(code) + _BEFORE_COMMENT for code in codes), default=0)
    for row in beside:
        code = row.code if row.code.strip(" ") else ""
        row.code = code.ljust(max(width, _LEAST_COLUMN))


def _without_idle_blanks(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Leave one blank line of several, and none at the block's edges."""
    blank: _Row | None = None
    begun = False
    for row in rows:
        if row.blank:
            blank = blank or row
            continue
        if blank is not None and begun:
            yield blank
        blank, begun = None, True
        yield row
