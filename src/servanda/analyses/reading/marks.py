"""Where sentences end and quotations stand, as far as the marks of a text alone can tell.

A second witness beside the parser: it never splits where it might be wrong to, so that what lies
in neighbouring sentences by the parser lies so here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from servanda.analyses.reading.article import Article, Stretch

_START_OF = attrgetter("start")
_END_OF = attrgetter("end")
_SENTENCE_END = re.compile(
    r"[.!?\u2026][\"'\u2019\u201d\u00bb)\]]*\s+(?=[\"'\u2018\u201c\u00ab(\[]*[A-Z0-9])"
)
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b[A-Z][a-z]{1,3}|\bGovt|\bMessrs)\.\s+$")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")
_LOOKING_LATIN = re.compile("[\u0370-\u052f\u13a0-\u13ff\uff00-\uff5e]".encode().decode())
_OPENS = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb"}
_BEFORE_OPENING = frozenset("([{\u2014\u2013-:/")


class Marks:
    """The sentences and quotations of an article, each paragraph gone through once."""

    __slots__ = ("_article", "_mixed", "_quotations", "_sentences")

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences: dict[Stretch, tuple[Stretch, ...]] = {}
        self._quotations: dict[Stretch, tuple[Stretch, ...]] = {}
        self._mixed: dict[Stretch, tuple[str, ...]] = {}

    def sentences(self, around: Stretch) -> Iterator[Stretch]:
        """The sentences that share a character with a stretch, in order; abbreviations end none."""
        for paragraph in self._article.paragraphs_meeting(around):
            known = self._sentences.get(paragraph)
            if known is None:
                known = tuple(sentences_of(self._article.text, paragraph))
                self._sentences[paragraph] = known
            first = bisect_right(known, around.start, key=_END_OF)
            yield from known[first : bisect_left(known, around.end, lo=first, key=_START_OF)]

    def mixed(self, sentence: Stretch) -> tuple[str, ...]:
        """The words of a sentence with letters of two alphabets that look alike."""
        known = self._mixed.get(sentence)
        if known is None:
            words = _WORD.findall(self._article.text, *sentence)
            known = tuple(w for w in words if _LATIN.search(w) and _LOOKING_LATIN.search(w))
            self._mixed[sentence] = known
        return known

    def quotation(self, around: Stretch, paragraph: Stretch) -> Stretch | None:
        """The quotation of a paragraph in double marks that holds all of a stretch, if there is one."""
        known = self._quotations.get(paragraph)
        if known is None:
            known = self._quotations[paragraph] = quotations(self._article.text, paragraph)
        at = bisect_right(known, around.start, key=_START_OF) - 1
        return known[at] if at >= 0 and known[at].holds(around) else None


def sentences_of(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    """The sentences of a paragraph in order; abbreviations end none."""
    start = paragraph.start
    for end in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATED.search(text, max(start, end.start() - 8), end.end()):
            continue
        yield Stretch(start, end.end())
        start = end.end()
    if start < paragraph.end:
        yield Stretch(start, paragraph.end)


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
