"""Where a text has somebody's own words: what stands between quotation marks.

Straight and curved double marks, doubled single ones, angled ones, and single marks where they are no
apostrophes, one within another. A quotation that is not closed ends with its paragraph, or where the
next begins with the same mark; where the next paragraph opens one again, the first goes on in it (The
Chicago Manual of Style 13.30).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch

_CLOSERS: Mapping[str, frozenset[str]] = {
    '"': frozenset('"”'),
    "“": frozenset('”“"'),
    "„": frozenset('”“"'),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‘": frozenset("’"),
    "'": frozenset("'’"),
    "''": frozenset({"''"}),
    "``": frozenset({"''"}),
}
_MARK = re.compile(r"''(?!')|``|[\"“”„«»‘’']")
_ANGLED = frozenset("«»")
_SINGLE = frozenset("'‘")
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|round|n)\b", re.IGNORECASE)
_CLOSING_SINGLE = re.compile(r"(?=\S['’](?!\w))")
_CLOSING_WORD = re.compile(r"(?=\w[.,!?]?['’](?!\w))")
_BEFORE_OPENING = frozenset("([{—–-:/")
_LEAST_WORDS_OF_SPEECH = 4
_LONGEST, _MOST_PARAGRAPHS = 20_000, 100
"""How many characters and paragraphs a quotation has at most; marks further apart are none of one."""
_MOST_OPEN = 6
"""How many quotations may be open one within another; marks of a deeper one are none."""


class Quotation(NamedTuple):
    """Words between quotation marks.

    Attributes:
        stretch: Where it stands, marks included.
        within: Which quotation of the list it stands in; None for none.
        closed: Whether it has a mark at its end.
        goes_on: Which quotation of the list it carries on from an earlier paragraph.
        spoken: Whether it holds speech: some words, or a sentence; not a term in marks.
    """

    stretch: Stretch
    within: int | None
    closed: bool
    goes_on: int | None
    spoken: bool


def quotations(text: str, paragraphs: Iterable[Stretch]) -> tuple[Quotation, ...]:
    """Every quotation of a text with some paragraphs, in the order in which they begin."""
    found: list[Quotation] = []
    carried: int | None = None
    gone_on = 0
    placed = tuple(paragraphs)
    for paragraph, then in zip_longest(placed, placed[1:]):
        first = len(found)
        begins = "" if then is None else text[then.start : then.start + 1]
        found.extend(_of_paragraph(text, paragraph, first, begins))
        mine = [at for at in range(first, len(found)) if found[at].within is None]
        if carried is not None and mine and _goes_on(text, paragraph, found[carried], found[first]):
            found[first] = found[first]._replace(goes_on=carried, spoken=True)
        runs_out = bool(mine) and _runs_out(text, paragraph, found[mine[-1]])
        gone_on = gone_on + 1 if runs_out else 0
        carried = mine[-1] if runs_out and gone_on < _MOST_PARAGRAPHS else None
    return tuple(found)


def _goes_on(text: str, paragraph: Stretch, before: Quotation, quotation: Quotation) -> bool:
    """Whether a paragraph begins with a quotation in the marks of the one before."""
    kind = text[before.stretch.start] in _ANGLED, text[before.stretch.start] in _SINGLE
    start = quotation.stretch.start
    return (
        kind == (text[start] in _ANGLED, text[start] in _SINGLE)
        and not text[paragraph.start : start].strip()
    )


def _runs_out(text: str, paragraph: Stretch, quotation: Quotation) -> bool:
    """Whether a quotation is open where its paragraph ends."""
    return not quotation.closed and not text[quotation.stretch.end : paragraph.end].strip()


def _of_paragraph(text: str, paragraph: Stretch, first: int, then: str) -> list[Quotation]:
    read = (span for span in _spans(text, paragraph, then) if _length(span[0]) <= _LONGEST)
    spans = sorted(read, key=lambda s: (s[0].start, -s[0].end))
    found: list[Quotation] = []
    around: list[int] = []
    for stretch, closed in spans:
        while around and not found[around[-1] - first].stretch.holds(stretch):
            around.pop()
        within = around[-1] if around else None
        found.append(Quotation(stretch, within, closed, None, _is_speech(text, stretch)))
        around.append(first + len(found) - 1)
    return found


def _length(stretch: Stretch) -> int:
    return stretch.end - stretch.start


def _is_speech(text: str, stretch: Stretch) -> bool:
    words = re.findall(r"\w[\w'’.-]*", text[stretch.start : stretch.end])
    inner = text[stretch.start : stretch.end].strip("\"“”„«»‘’'` ")
    ended = bool(inner) and inner[-1] in ".?!," and len(inner) > 1
    return len(words) >= _LEAST_WORDS_OF_SPEECH or ended


class _Paragraph:
    """A paragraph while its marks are gone through from the left."""

    __slots__ = ("end", "last_closing", "last_closing_word", "open_marks", "start", "text")

    def __init__(self, text: str, stretch: Stretch) -> None:
        self.text = text
        self.start, self.end = stretch
        self.open_marks: list[tuple[str, int]] = []
        self.last_closing = self._last(_CLOSING_SINGLE)
        self.last_closing_word = self._last(_CLOSING_WORD)

    def _last(self, pattern: re.Pattern[str]) -> int:
        return max(
            (m.start() for m in pattern.finditer(self.text, self.start, self.end)), default=-1
        )

    def before(self, start: int) -> str:
        """The character before a place; a blank at the beginning."""
        return self.text[start - 1] if start > self.start else " "

    def after(self, end: int) -> str:
        """The character at a place; a blank at the end."""
        return self.text[end] if end < self.end else " "


def _spans(text: str, stretch: Stretch, then: str) -> Iterator[tuple[Stretch, bool]]:
    """What lies between marks that belong together, and whether the last is there.

    A single mark that nothing closes opens a quotation only where the next paragraph begins with one.
    """
    around = _Paragraph(text, stretch)
    open_marks = around.open_marks
    for found in _MARK.finditer(text, *stretch):
        mark, (start, end) = found.group(), found.span()
        again = _opened_again(around, mark, start, end)
        depth = None if again is not None else _closes(around, mark, start, end)
        if again is not None:
            yield from _unclosed(text, open_marks[again][1], start)
            del open_marks[again:]
            open_marks.append((mark, start))
        elif depth is not None:
            yield Stretch(open_marks[depth][1], end), True
            del open_marks[depth:]
        elif _can_open(around, mark, start, end):
            open_marks.append((mark, start))
        elif mark == then and not open_marks and _may_open_single(around, mark, start, end):
            yield from _unclosed(text, start, stretch.end)
            return
    doubles = [start for mark, start in open_marks if mark not in _SINGLE]
    if doubles:
        yield from _unclosed(text, doubles[0], stretch.end)


def _unclosed(text: str, start: int, end: int) -> Iterator[tuple[Stretch, bool]]:
    """A quotation that is not closed, up to a place; none where it would be a mark alone."""
    end = start + len(text[start:end].rstrip())
    if end - start > 1:
        yield Stretch(start, end), False


def _leads_in(around: _Paragraph, start: int, end: int) -> bool:
    """Whether a mark stands where one opens a quotation and none closes one: before a word."""
    before = around.before(start)
    return (before.isspace() or before in _BEFORE_OPENING) and not around.after(end).isspace()


def _opened_again(around: _Paragraph, mark: str, start: int, end: int) -> int | None:
    """Which open mark was never closed, where the same one opens again; None for none."""
    if mark in _SINGLE or mark == "’" or not _leads_in(around, start, end):
        return None
    for depth, (opener, at) in enumerate(around.open_marks):
        if opener == mark and at + len(mark) < start:
            return depth
    return None


def _closes(around: _Paragraph, mark: str, start: int, end: int) -> int | None:
    """Which open mark one closes; None where it closes none."""
    if mark in {"'", "’"} and not _ends_word(around, start):
        return None
    if mark in {'"', "“", "``"} and _leads_in(around, start, end):
        return None
    for depth in range(len(around.open_marks) - 1, -1, -1):
        opener, at = around.open_marks[depth]
        if mark not in _CLOSERS[opener]:
            continue
        if opener == mark == '"' and (at + 1 == start or _is_inches(around, start)):
            continue
        if opener in _SINGLE and _is_plural(around, start):
            return None
        return depth
    return None


def _ends_word(around: _Paragraph, start: int) -> bool:
    after = around.after(start + 1)
    return not after.isalnum() and bool(around.text[start - 1 : start].strip())


def _is_plural(around: _Paragraph, start: int) -> bool:
    """Whether a mark is the apostrophe of *the allies' demand*, another one being there to close."""
    text = around.text
    if text[start - 1 : start] != "s" or not re.match(r"\s\w", text[start + 1 : start + 3]):
        return False
    return around.last_closing_word > start


def _is_inches(around: _Paragraph, start: int) -> bool:
    """Whether a mark is that of *guns of 5" or more*, another one being there to close."""
    text = around.text
    if not around.before(start).isdigit() or not re.match(r"[\s-]\w", text[start + 1 : start + 3]):
        return False
    then = text.find('"', start + 1, around.end)
    return then >= 0 and not around.before(then).isspace() and not around.after(then + 1).isalnum()


def _can_open(around: _Paragraph, mark: str, start: int, end: int) -> bool:
    if mark not in _CLOSERS or len(around.open_marks) >= _MOST_OPEN:
        return False
    before, after = around.before(start), around.after(end)
    if mark == "«":
        return not before.isalnum()
    if after.isspace():
        return False
    if mark == "»":
        return _leads_in(around, start, end)
    if mark in _SINGLE:
        return _may_open_single(around, mark, start, end) and around.last_closing >= end
    if mark == '"':
        return not any(m == '"' for m, _ in around.open_marks) and not before.isalnum()
    return True


def _may_open_single(around: _Paragraph, mark: str, start: int, end: int) -> bool:
    """Whether a single mark stands where one may open a quotation, if another one closes it."""
    before = around.before(start)
    fits = mark in _SINGLE and not before.isalnum() and before not in ".,!?’"
    return fits and not around.after(end).isspace() and not _ELIDED.match(around.text, end)
