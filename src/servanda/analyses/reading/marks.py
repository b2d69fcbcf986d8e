"""Where sentences end and quotations stand, as far as the marks of a text alone can tell.

A second witness beside the parser: it never splits where it might be wrong to, so that what lies
in neighbouring sentences by the parser lies so here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.analyses.reading.article import Article, Stretch

_END = re.compile(
    r"[.!?\u2026][\"'\u2019\u201d\u00bb)\]]*\s+(?=[\"'\u2018\u201c\u00ab(\[]*[A-Z0-9])"
)
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b[A-Z][a-z]{1,3}|\bGovt|\bMessrs)\.\s+$")
_OPENS = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_BEFORE_OPENING = frozenset("([{\u2014\u2013-:/")


def sentences(article: Article, around: Stretch) -> tuple[Stretch, ...]:
    """The sentences of the paragraphs that a stretch of an article meets; abbreviations end none."""
    met = article.paragraphs_meeting(around)
    return tuple(s for paragraph in met for s in _sentences(article.text, paragraph))


def quotations(text: str, paragraph: Stretch) -> tuple[Stretch, ...]:
    """The quotations of a paragraph in double marks, without the marks.

    One that is not closed goes on to the end of the paragraph if it begins it, as where a speech
    runs over several; else it is none.
    """
    found = []
    opened: tuple[int, str] | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if opened is not None and mark in opened[1]:
            if mark != '"' or not text[at - 1].isspace():
                found.append(Stretch(opened[0], at))
                opened = None
        elif opened is None and mark in _OPENS:
            opened = at + 1, _OPENS[mark]
        elif opened is None and mark == '"' and _may_open(text, at, paragraph):
            opened = at + 1, '"'
    if opened is not None and not text[paragraph.start : opened[0] - 1].strip():
        found.append(Stretch(opened[0], paragraph.end))
    return tuple(found)


def _may_open(text: str, at: int, paragraph: Stretch) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _sentences(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATED.search(text, max(start, end.start() - 8), end.end()):
            continue
        yield Stretch(start, end.end())
        start = end.end()
    if start < paragraph.end:
        yield Stretch(start, paragraph.end)
