"""Where a text has somebody's own words: what stands between quotation marks.

Straight and curved double marks, doubled single ones, angled ones, and single marks where they are no
apostrophes, one within another. A quotation that is not closed goes on to the end of its paragraph;
where the next paragraph opens one again, the first goes on in it (The Chicago Manual of Style 13.30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch

_CLOSERS: Mapping[str, frozenset[str]] = {
    '"': frozenset('"”'),
    "“": frozenset('”“"'),
    "„": frozenset("”“"),
    "«": frozenset("»"),
    "‘": frozenset("’"),
    "'": frozenset("'’"),
    "''": frozenset({"''"}),
    "``": frozenset({"''"}),
}
_MARK = re.compile(r"''(?!')|``|[\"“”„«»‘’']")
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|round|n)\b", re.IGNORECASE)
_LEAST_WORDS_OF_SPEECH = 4


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


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a text, in the order in which they begin."""
    found: list[Quotation] = []
    carried: int | None = None
    for paragraph in re.finditer(r"[^\n]*\S[^\n]*", text):
        first = len(found)
        found.extend(_of_paragraph(text, Stretch(*paragraph.span()), first))
        mine = [at for at in range(first, len(found)) if found[at].within is None]
        if carried is not None and mine and _opens(text, paragraph.start(), found[mine[0]]):
            found[mine[0]] = found[mine[0]]._replace(goes_on=carried, spoken=True)
        unclosed = [at for at in mine if not found[at].closed]
        carried = unclosed[-1] if unclosed else None
    return tuple(found)


def _opens(text: str, start: int, quotation: Quotation) -> bool:
    return not text[start : quotation.stretch.start].strip()


def _of_paragraph(text: str, paragraph: Stretch, first: int) -> list[Quotation]:
    spans = sorted(_spans(text, paragraph), key=lambda s: (s[0].start, -s[0].end))
    found: list[Quotation] = []
    around: list[int] = []
    for stretch, closed in spans:
        while around and not found[around[-1] - first].stretch.holds(stretch):
            around.pop()
        within = around[-1] if around else None
        found.append(Quotation(stretch, within, closed, None, _is_speech(text, stretch)))
        around.append(first + len(found) - 1)
    return found


def _is_speech(text: str, stretch: Stretch) -> bool:
    words = re.findall(r"\w[\w'’.-]*", text[stretch.start : stretch.end])
    inner = text[stretch.start : stretch.end].strip("\"“”„«»‘’'` ")
    ended = bool(inner) and inner[-1] in ".?!," and len(inner) > 1
    return len(words) >= _LEAST_WORDS_OF_SPEECH or ended


def _spans(text: str, paragraph: Stretch) -> Iterator[tuple[Stretch, bool]]:
    """What lies between marks that belong together, and whether the last is there."""
    open_marks: list[tuple[str, int]] = []
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = found.group(), found.start(), found.end()
        depth = _closes(text, mark, start, open_marks, paragraph)
        if depth is not None:
            yield Stretch(open_marks[depth][1], end), True
            del open_marks[depth:]
        elif _can_open(text, mark, start, end, paragraph, open_marks):
            open_marks.append((mark, start))
    doubles = [start for mark, start in open_marks if mark not in "'‘"]
    if doubles:
        end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
        if end - doubles[0] > 1:
            yield Stretch(doubles[0], end), False


def _closes(
    text: str, mark: str, start: int, open_marks: list[tuple[str, int]], paragraph: Stretch
) -> int | None:
    """Which open mark one closes; None where it closes none."""
    if mark in "'’" and not _ends_word(text, start, paragraph):
        return None
    for depth in range(len(open_marks) - 1, -1, -1):
        opener, at = open_marks[depth]
        if mark not in _CLOSERS[opener]:
            continue
        if opener == mark == '"' and at + 1 == start:
            continue
        if opener in "'‘" and _is_plural(text, start, paragraph):
            return None
        return depth
    return None


def _ends_word(text: str, start: int, paragraph: Stretch) -> bool:
    after = text[start + 1 : start + 2] if start + 1 < paragraph.end else ""
    before = text[start - 1 : start]
    return not after.isalnum() and bool(before.strip())


def _is_plural(text: str, start: int, paragraph: Stretch) -> bool:
    """Whether a mark is the apostrophe of *the allies' demand*, another one being there to close."""
    if text[start - 1 : start] != "s" or not re.match(r"\s\w", text[start + 1 : start + 3]):
        return False
    rest = text[start + 1 : paragraph.end]
    return bool(re.search(r"\w[.,!?]?['’](?!\w)", rest))


def _can_open(
    text: str,
    mark: str,
    start: int,
    end: int,
    paragraph: Stretch,
    open_marks: list[tuple[str, int]],
) -> bool:
    if mark not in _CLOSERS:
        return False
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if after.isspace():
        return False
    if mark in "'‘":
        fits = not before.isalnum() and before not in ".,!?’"
        return fits and not _ELIDED.match(text, end) and _is_closed(text, end, paragraph)
    if mark == '"':
        return not any(m == '"' for m, _ in open_marks) and not before.isalnum()
    return True


def _is_closed(text: str, end: int, paragraph: Stretch) -> bool:
    return re.search(r"\S['’](?!\w)", text[end : paragraph.end]) is not None
