"""A Markdown file: its headings, its ``servanda`` blocks, and the place of every character.

Follows CommonMark 0.31.2 (sections 4.2, 4.3, 4.5) for headings and fenced code
blocks outside lists and quotations; a ``servanda`` block within one is only noted.
What is hidden in an HTML comment does not count. Offsets are characters of the text as given, whatever its line endings.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from servanda.core.origin import Origin, Span
from servanda.language.keywords import STATEMENTS

LANGUAGE = "servanda"
"""The first word after the fence of a block that is read."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})[ \t]*(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_CONTAINER = re.compile(r" {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))")
_BEFORE = re.compile(r"(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FIRST_WORD = re.compile(r"\w+")
_CODE_INDENT = 4


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the name that the user knows it by."""

    name: str
    text: str


class TextLine(NamedTuple):
    """One line of a file: where it starts and ends, its line ending left out."""

    start: int
    end: int


class Lines:
    """The lines of a text, and the line and column of any character in it.

    A text has at least one line; the last may be empty.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = array("L", [0])
        self._ends = array("L")
        for ending in _LINE_END.finditer(text):
            self._ends.append(ending.start())
            self._starts.append(ending.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, index: int) -> TextLine:
        """A line by its number counted from 0."""
        return TextLine(self._starts[index], self._ends[index])

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        return index + 1, offset - self._starts[index] + 1


@lru_cache(maxsize=256)
def lines_of(source: Source) -> Lines:
    """The index of a text's lines, made once for each text."""
    return Lines(source.text)


def origin_of(source: Source, span: Span, trail: tuple[str, ...] = (), clause: str = "") -> Origin:
    """The origin of what is written at ``span``, with its line and column.

    Args:
        source: The text that the span lies in.
        span: The words meant.
        trail: The headings above, outermost first (:attr:`Statement.trail`).
        clause: What a lawyer would cite, such as ``Article 5``.
    """
    line, column = lines_of(source).place(span.start)
    return Origin(
        file=source.name,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        clause=clause,
        trail=trail,
    )


@dataclass(frozen=True, slots=True)
class Fence:
    """The line that opens a fenced block, and the headings above it, outermost first."""

    line: TextLine
    indent: int
    mark: str
    info: str
    trail: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The first word after the fence."""
        return (self.info.split() or [""])[0]

    def holds(self, inner: Fence) -> bool:
        """Whether ``inner`` is shown in this block as an example."""
        if self.language == LANGUAGE:
            return False
        return inner.mark[0] != self.mark[0] or len(inner.mark) < len(self.mark)

    def closed_by(self, text: str) -> bool:
        """Whether ``text`` is a line that closes this block."""
        body = text.strip(" \t")
        return (
            len(body) >= len(self.mark)
            and body == self.mark[0] * len(body)
            and _indent(text) < _CODE_INDENT
            and not text.startswith("\t")
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the language, or of none: the lines between its fences.

    Attributes:
        fence: The opening line.
        lines: The content, with as many leading spaces left out as the fence has.
        first: Which line of the file the content begins with, counted from 0.
        closed: Whether a closing fence was found.
    """

    fence: Fence
    first: int
    lines: tuple[TextLine, ...]
    closed: bool

    @property
    def trail(self) -> tuple[str, ...]:
        """The headings above the block, outermost first."""
        return self.fence.trail


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading, its text without marks."""

    level: int
    text: str
    line: TextLine


@dataclass(frozen=True, slots=True)
class Document:
    """What matters of a Markdown file.

    Attributes:
        others: Fences of blocks in other languages.
        unmarked: Those of them, with their lines, whose language is not said at all.
        interrupted: Those of them in which a ``servanda`` block begins.
        buried: Fences of ``servanda`` blocks in a quotation or a list, or indented as code.
    """

    source: Source
    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    others: tuple[Fence, ...]
    unmarked: tuple[Block, ...]
    interrupted: tuple[Fence, ...]
    buried: tuple[Fence, ...]


def read_document(source: Source) -> Document:
    """Find the headings and the ``servanda`` blocks of a Markdown text."""
    return _Reader(source).read()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


class _Reader:
    """Goes once through the lines of a text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = lines_of(source)
        self.at = 0
        self.paragraph: list[str] = []
        self.headings: list[Heading] = []
        self.trail: list[Heading] = []
        self.blocks: list[Block] = []
        self.others: list[Fence] = []
        self.unmarked: list[Block] = []
        self.interrupted: list[Fence] = []
        self.buried: list[Fence] = []

    def read(self) -> Document:
        while self.at < len(self.lines):
            line = self.lines.line(self.at)
            text = self.text(line)
            fence = _fence(line, text)
            if fence is not None:
                self.paragraph.clear()
                self.at += 1
                self.fenced(self.below_headings(fence))
            elif (fence := _buried(line, text)) is not None:
                self.paragraph.clear()
                self.at += 1
                self.buried.append(self.below_headings(fence))
                self.pass_over(fence, quoted=">" in text[: fence.indent])
            elif text.lstrip(" ").startswith("<!--") and _indent(text) < _CODE_INDENT:
                self.paragraph.clear()
                self.comment()
            else:
                self.prose(line, text)
                self.at += 1
        return Document(
            source=self.source,
            headings=tuple(self.headings),
            blocks=tuple(self.blocks),
            others=tuple(self.others),
            unmarked=tuple(self.unmarked),
            interrupted=tuple(self.interrupted),
            buried=tuple(self.buried),
        )

    def text(self, line: TextLine) -> str:
        return self.source.text[line.start : line.end]

    def below_headings(self, fence: Fence) -> Fence:
        return replace(fence, trail=tuple(heading.text for heading in self.trail))

    def prose(self, line: TextLine, text: str) -> None:
        """Keep track of headings; a paragraph may turn out to be one by its underline."""
        if (found := _HEADING.match(text)) is not None:
            self.paragraph.clear()
            self.heading(len(found[1]), _heading_text(text[found.end() :]), line)
        elif not text.strip(" \t"):
            self.paragraph.clear()
        elif self.paragraph and (found := _UNDERLINE.match(text)) is not None:
            title = " ".join(self.paragraph)
            self.paragraph.clear()
            self.heading(1 if found[1][0] == "=" else 2, title, line)
        elif _RULE.match(text) is not None or _CONTAINER.match(text) is not None:
            self.paragraph.clear()
        elif self.paragraph or not (text.startswith("\t") or _indent(text) >= _CODE_INDENT):
            self.paragraph.append(text.strip(" \t"))

    def heading(self, level: int, text: str, line: TextLine) -> None:
        heading = Heading(level, text, line)
        self.headings.append(heading)
        while self.trail and self.trail[-1].level >= level:
            self.trail.pop()
        self.trail.append(heading)

    def comment(self) -> None:
        """Pass over an HTML comment, to the end of the line that closes it."""
        while self.at < len(self.lines) and "-->" not in self.text(self.lines.line(self.at)):
            self.at += 1
        self.at += 1

    def pass_over(self, fence: Fence, *, quoted: bool) -> None:
        """Go behind a block in a quotation or a list, or to where that ends before it does."""
        while self.at < len(self.lines):
            line = self.lines.line(self.at)
            text = self.text(line)
            body = text.lstrip(" \t")
            inside = body.startswith(">") if quoted else not body or body != text
            inner = _fence(line, text)
            if not inside or (inner is not None and inner.language == LANGUAGE):
                return
            self.at += 1
            if fence.closed_by(body.lstrip("> \t")):
                return

    def fenced(self, fence: Fence) -> None:
        """Read a fenced block; ``at`` is on the line below its opening fence."""
        first = self.at
        closed, interrupted = self.to_end_of(fence)
        if fence.language != LANGUAGE:
            self.others.append(fence)
            if closed and not fence.language:
                self.unmarked.append(self.block(fence, first, closed=closed))
            self.at += closed
            if interrupted:
                self.interrupted.append(fence)
            return
        if not closed:
            self.at = self.end_of_unclosed(first, self.at)
        self.blocks.append(self.block(fence, first, closed=closed))
        self.at += closed

    def block(self, fence: Fence, first: int, *, closed: bool) -> Block:
        """The block with the lines from its first to the one before ``at``."""
        lines = (self.content(fence, self.lines.line(index)) for index in range(first, self.at))
        return Block(fence, first, tuple(lines), closed)

    def to_end_of(self, fence: Fence) -> tuple[bool, bool]:
        """Go to the line that ends a block; whether it closes it, or begins another.

        A ``servanda`` block that begins in another block is a sign that this one was not
        closed, unless the other shows it as an example within a longer fence.
        """
        while self.at < len(self.lines):
            line = self.lines.line(self.at)
            text = self.text(line)
            if text.lstrip(" ")[:1] in {"`", "~"}:
                if fence.closed_by(text):
                    return True, False
                inner = _fence(line, text)
                if inner is not None and inner.language == LANGUAGE and not fence.holds(inner):
                    return False, True
            self.at += 1
        return False, False

    def content(self, fence: Fence, line: TextLine) -> TextLine:
        if fence.indent == 0:
            return line
        strip = min(fence.indent, _indent(self.text(line)))
        return TextLine(line.start + strip, line.end)

    def end_of_unclosed(self, first: int, last: int) -> int:
        """Where the prose seems to begin again: a line that no statement begins with."""
        for index in range(first, last):
            text = self.text(self.lines.line(index))
            if not text.strip() or text.startswith((" ", "--")):
                continue
            word = _FIRST_WORD.match(text)
            if word is None or word[0] not in STATEMENTS:
                return index
        return last


def _fence(line: TextLine, text: str) -> Fence | None:
    found = _FENCE.fullmatch(text)
    if found is None or (found[2][0] == "`" and "`" in found[3]):
        return None
    return Fence(line, len(found[1]), found[2], found[3].strip(" \t"))


def _buried(line: TextLine, text: str) -> Fence | None:
    """The fence of a ``servanda`` block in a quotation or a list, or indented as code."""
    if LANGUAGE not in text:
        return None
    before = _BEFORE.match(text)
    indent = before.end() if before else 0
    fence = _fence(line, text[indent:])
    return None if fence is None or fence.language != LANGUAGE else replace(fence, indent=indent)


def _heading_text(rest: str) -> str:
    """The text of a ``#`` heading, its closing marks left out."""
    text = rest.strip(" \t")
    bare = text.rstrip("#")
    if bare != text and (not bare or bare[-1] in " \t"):
        return bare.rstrip(" \t")
    return text
