"""What statements are about that only point at it: *this*, *the move*, *its part*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.meaning.kinds.factuality import leaves_open
from servanda.analyses.reading.meaning.topics.topics import LEFT_OUT, MEANT, Matter, topics_in
from servanda.analyses.reading.proposal import Guess, Proposal, Topic

Topics = Guess[tuple[Topic, ...]]

_TELLING = frozenset({"reports", "conditions", "endorses", "criticises", "denies"})
"""Kinds that are about all that is told in them, what it hangs on among it."""

_THE_NEWS = re.compile(
    r"\bthe (?:move|announcement|decision|development|step|news|breakthrough|offer|initiative|result|"
    r"outcome)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^\W*(?:that )?(?:this|these|it|they)\b|^\W*that(?:'s| is| was| will| would| has)\b|\b(?:to|of|on|for|with|about) (?:this|that|it|these)\W*$|"
    r"\b(?:its|our|their|his|her) (?:part|share|bit)\b|^\W*(?:this|that|it)\W*$",
    re.IGNORECASE,
)


Meant = Sequence[tuple[Stretch, str]]
"""How some words are meant that are not plainly so: as the marks of ``topics_in``, or ``ELSEWHERE``."""

ELSEWHERE = "?"
"""What stands beside what is rejected, and is about an issue only where that names none."""


def topics_of(
    matters: tuple[Matter, ...],
    proposals: Sequence[Proposal],
    meant: Mapping[str, Meant] = MappingProxyType({}),
) -> list[Topics]:
    """What each of some statements is about.

    What somebody else is said to hold in a statement speaks for itself, and for the statement only
    where nothing else in it names an issue. The words of a condition are not what hangs on it.
    What only points at something is about what was spoken of
    last; *the move* is about what the article opens with.

    Args:
        matters: What they may be about.
        proposals: The statements, in the order of the text.
        meant: How words of theirs are meant that are denied or excluded, by the names of the statements.
    """
    told = _told(proposals)
    own = [
        _own(matters, one, [proposals[at] for at in told[one.id]], meant.get(one.id, ()))
        for one in proposals
    ]
    _from_what_is_told(own, proposals, told)
    pointing = [_points(one) for one in proposals]
    beside = {one.id for one, points in zip(proposals, pointing, strict=True) if points}
    passed_on: set[int] = set()
    for at, one in enumerate(proposals):
        if not own[at].value and pointing[at]:
            own[at] = _pointed_at(one, proposals[:at], own, beside, passed_on)
            passed_on.add(at)
    _from_what_is_told(own, proposals, told)
    return own


def _told(proposals: Sequence[Proposal]) -> Mapping[str, list[int]]:
    """For each statement, the places of those that are told in it."""
    told: dict[str, list[int]] = {one.id: [] for one in proposals}
    for at, one in enumerate(proposals):
        if one.within in told:
            told[one.within].append(at)
    return told


def _from_what_is_told(
    own: list[Topics], proposals: Sequence[Proposal], told: Mapping[str, list[int]]
) -> None:
    """Give statements that name no issue themselves that of what is told in them."""
    for at in range(len(proposals) - 1, -1, -1):
        if not own[at].value:
            inner = (own[other] for other in told[proposals[at].id])
            own[at] = next((topics for topics in inner if topics.value), own[at])


def _own(
    matters: tuple[Matter, ...], one: Proposal, told: Sequence[Proposal], meant: Meant
) -> Topics:
    inner = [quote.stretch for other in told for quote in other.content]
    hangs = one.condition.value
    if hangs is not None and leaves_open(hangs) and one.saying.kind.value not in _TELLING:
        meant = ((hangs.stretch, LEFT_OUT), *meant)
    text = " ".join(quote.words for quote in one.content)
    marks = " ".join(_marks(quote, inner, meant) for quote in one.content)
    found = topics_in(text, matters, marks.replace(ELSEWHERE, LEFT_OUT))
    if found.value or ELSEWHERE not in marks:
        return found
    return topics_in(text, matters, marks.replace(ELSEWHERE, MEANT))


def _marks(content: Quote, inner: Sequence[Stretch], meant: Meant) -> str:
    """How each character of a content is meant; what is told in it has no say."""
    marks = [MEANT] * len(content.words)
    left_out = [(one, LEFT_OUT) for one in inner if not one.holds(content.stretch)]
    for stretch, mark in (*meant, *left_out):
        for at in range(max(stretch.start, content.start), min(stretch.end, content.end)):
            marks[at - content.start] = mark
    return "".join(marks)


def _points(one: Proposal) -> bool:
    words = " ".join(quote.words for quote in one.content)
    return bool(_POINTING.search(words) or _THE_NEWS.search(words))


def _pointed_at(
    one: Proposal,
    before: Sequence[Proposal],
    own: Sequence[Topics],
    pointing: Set[str],
    passed_on: Set[int],
) -> Topics:
    """What a statement is about that points at something: what the article opens with, or the last.

    What only points itself is skipped, with what is told in it, unless it was found what it points at.
    """
    none = own[len(before)]
    news = _THE_NEWS.search(" ".join(quote.words for quote in one.content))
    if news is not None:
        first = next((topics for topics in own[: len(before)] if topics.value), none)
        return Guess(first.value, "unsure", f'"{news[0]}": what the article opens with')
    for at in range(len(before) - 1, -1, -1):
        earlier = before[at]
        skipped = earlier.id in pointing or earlier.within in pointing
        if own[at].value and earlier.id != one.within and (at in passed_on or not skipped):
            return Guess(own[at].value, "unsure", "it points at what was spoken of before")
    return none
