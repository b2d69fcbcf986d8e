"""The words of a proposal in their sentence, each marked by what it is: ``[who: Delos]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.proposal import Proposal

LONGEST = 600
"""Characters of an article that are shown at most around the words that are meant."""

_END_OF_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+")


class Marked(NamedTuple):
    """Some words of an article; without a label where they only stand around."""

    words: str
    label: str = ""


class _Span(NamedTuple):
    start: int
    end: int
    label: str


def marked(article: Article, proposal: Proposal) -> Iterator[Marked]:
    """The sentence of a proposal, in parts; a mark that begins within another one is left out."""
    spans = _without_overlaps(_spans(proposal))
    if not spans:
        return
    around = _sentence(article, spans[0].start, max(span.end for span in spans))
    at = around.start
    for span in spans:
        if span.start > at:
            yield Marked(article.text[at : span.start])
        yield Marked(article.text[span.start : span.end], span.label)
        at = span.end
    if around.end > at:
        yield Marked(article.text[at : around.end])


def _spans(proposal: Proposal) -> Iterator[_Span]:
    for link in proposal.chain:
        if link.speaker.words is not None:
            yield _of(link.speaker.words, "who")
    yield from (_of(quote, "does") for quote in proposal.cue)
    condition = proposal.condition.value
    if condition is not None:
        yield _of(condition, "if")
    for quote in proposal.content:
        yield from _around(_of(quote, "what"), None if condition is None else _of(condition, "if"))


def _around(span: _Span, hole: _Span | None) -> Iterator[_Span]:
    """A stretch without another one that lies in it."""
    if hole is None or not (span.start <= hole.start and hole.end <= span.end):
        yield span
        return
    for start, end in ((span.start, hole.start), (hole.end, span.end)):
        if start < end:
            yield _Span(start, end, span.label)


def _of(quote: Quote, label: str) -> _Span:
    return _Span(quote.start, quote.end, label)


def _without_overlaps(spans: Iterator[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for span in sorted(set(spans)):
        if span.start < span.end and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


def _sentence(article: Article, start: int, end: int) -> Stretch:
    """The sentences that some characters stand in, within their paragraphs."""
    first = max((p.start for p in article.paragraphs if p.start <= start), default=0)
    last = min((p.end for p in article.paragraphs if p.end >= end), default=len(article.text))
    before = article.text[first:start]
    ends = [found.end() for found in _END_OF_SENTENCE.finditer(before)]
    begin = first + (ends[-1] if ends else 0)
    behind = _END_OF_SENTENCE.search(article.text, max(start, end - 1), last)
    finish = max(end, behind.start() + 1 if behind is not None else last)
    spare = max(0, LONGEST - (end - start)) // 2
    return Stretch(max(begin, start - spare), min(finish, end + spare))
