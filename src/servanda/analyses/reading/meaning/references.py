"""What statements are about that only point at it: *this*, *the move*, *its part*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.meaning.media import outside
from servanda.analyses.reading.meaning.topics import Matter, topics_in
from servanda.analyses.reading.proposal import Guess, Proposal, Topic

Topics = Guess[tuple[Topic, ...]]

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


def topics_of(matters: tuple[Matter, ...], proposals: Sequence[Proposal]) -> list[Topics]:
    """What each of some statements is about.

    What somebody else is said to hold in a statement speaks for itself, and for the statement only
    where nothing else in it names an issue. What only points at something is about what was spoken of
    last; *the move* is about what the article opens with.

    Args:
        matters: What they may be about.
        proposals: The statements, in the order of the text.
    """
    told = _told(proposals)
    own = [_own(matters, one, [proposals[at] for at in told[one.id]]) for one in proposals]
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


def _own(matters: tuple[Matter, ...], one: Proposal, told: Sequence[Proposal]) -> Topics:
    inner = [quote.stretch for other in told for quote in other.content]
    return topics_in(_outside(one.content, inner), matters)


def _outside(content: Sequence[Quote], inner: Sequence[Stretch]) -> str:
    """The words of a content without those of what is told in it."""
    parts = []
    for quote in content:
        own = [
            Stretch(one.start - quote.start, one.end - quote.start)
            for one in inner
            if one.meets(quote.stretch) and not one.holds(quote.stretch)
        ]
        parts.append(
            outside(quote.words, Stretch(0, len(quote.words)), own) if own else quote.words
        )
    return " ".join(parts)


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
