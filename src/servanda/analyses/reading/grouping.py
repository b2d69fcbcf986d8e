"""Which proposals of several articles tell of the same saying, and in what they differ."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, get_args

from rapidfuzz import fuzz

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.copies import place_of, sources_of
from servanda.analyses.reading.proposal import (
    Aspect,
    Difference,
    Event,
    Proposal,
    Reading,
    Speaker,
    Telling,
    Topic,
)
from servanda.model.record import StatementKind

_SORTS: tuple[frozenset[StatementKind], ...] = (
    frozenset({"commits", "accepts", "offers", "plans", "endorses", "conditions"}),
    frozenset({"demands", "urges", "threatens", "conditions"}),
    frozenset({"rejects", "denies", "criticises"}),
    frozenset({"corrects", "retracts"}),
    frozenset({"reports"}),
)
"""Kinds that two articles can take the same words for."""

_STRENGTH: Mapping[Aspect, tuple[str, ...]] = {
    "kind": (
        "commits",
        "accepts",
        "offers",
        "endorses",
        "plans",
        "conditions",
        "threatens",
        "demands",
        "urges",
    ),
    "factuality": ("asserted", "planned", "conditional", "possible", "asked"),
    "standing": ("first-hand", "reported", "summed_up", "anonymous"),
}
"""What says more before what says less."""

ALIKE = 55
"""Similarity, of 100, of the words from which on two can tell of the same, with an issue in common;
a judgement of ours, as are the others here."""

ALIKE_WITHOUT_ISSUE = 80
"""The same where one of the two has no issue that is known."""

FEWEST_COMMON_WORDS = 2
"""How many words that are no small ones two have in common at least."""

ALIKE_NAMES = 80
"""Similarity from which on two spellings can be of one person."""

DAYS_APART = 1
"""The same evening is two days in two places."""

_SHORTEST_WORD = 4


class _Member(NamedTuple):
    """A proposal in its place, with its words that are no small ones."""

    place: tuple[dt.date, str, str, int, str]
    reading: int
    article: Article
    source: Article
    proposal: Proposal
    words: frozenset[str]


def group(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """The sayings that articles tell of, each with how every article tells of it.

    Two proposals tell of the same where the same parties do the same sort of thing about the same
    issue in like words, on days that can be one. In an event every two do, each from another
    article, for what one article says twice it may mean twice. The most alike come together first
    (complete linkage, Defays 1977, doi 10.1093/comjnl/20.4.364), so that the order of the readings
    changes nothing.

    Args:
        readings: What was read in each article.

    Returns:
        Every proposal once, the earliest events first; what one article alone tells is an event too.
    """
    members = sorted(_members(readings), key=lambda member: member.place)
    clusters = [[number] for number in range(len(members))]
    of = list(range(len(members)))
    alike = dict(_alike(members))
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        first, second = sorted((of[one], of[other]))
        pairs = ((min(a, b), max(a, b)) for a in clusters[first] for b in clusters[second])
        if first != second and all(pair in alike for pair in pairs):
            clusters[first] += clusters[second]
            for number in clusters[second]:
                of[number] = first
            clusters[second] = []
    return tuple(_event([members[n] for n in sorted(cluster)]) for cluster in clusters if cluster)


def _members(readings: Sequence[Reading]) -> Iterator[_Member]:
    sources = sources_of([reading.article for reading in readings])
    for number, (reading, source) in enumerate(zip(readings, sources, strict=True)):
        for proposal in reading.proposals:
            start = min((quote.start for quote in proposal.content), default=0)
            place = (*place_of(reading.article), start, proposal.id)
            yield _Member(place, number, reading.article, source, proposal, _words(proposal))


def _words(proposal: Proposal) -> frozenset[str]:
    found = re.findall(r"\w+", _content(proposal).casefold())
    return frozenset(word for word in found if len(word) >= _SHORTEST_WORD or word.isdecimal())


def _content(proposal: Proposal) -> str:
    return " ... ".join(" ".join(quote.words.split()) for quote in proposal.content)


# What can be the same.


def _alike(members: Sequence[_Member]) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs that can tell of the same saying, and how alike they are."""
    by_party: dict[object, list[int]] = defaultdict(list)
    for number, member in enumerate(members):
        speaker = member.proposal.saying.speaker
        key = frozenset(speaker.parties.value) or speaker.person.value
        if key:
            by_party[key].append(number)
    for numbers in by_party.values():
        for one, other in combinations(numbers, 2):
            likeness = _likeness(members[one], members[other])
            if likeness:
                yield (one, other), likeness


def _likeness(one: _Member, other: _Member) -> float:
    """How alike the words of two are that can be the same saying; 0 where they cannot.

    Where both choose one option of the case on one day, that they do so is likeness enough.
    """
    first, second = one.proposal, other.proposal
    if not (
        one.reading != other.reading
        and _same_sort(first, second)
        and _same_person(first.saying.speaker.person.value, second.saying.speaker.person.value)
        and _days_can_be_one(one, other)
        and _topics_agree(first.topics.value, second.topics.value)
    ):
        return 0
    likeness = fuzz.token_set_ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words)))
    if _same_option(first, second) and first.saying.day.value and second.saying.day.value:
        return max(likeness, ALIKE)
    in_common = bool(_issues(first.topics.value) & _issues(second.topics.value))
    equal = in_common and one.words == other.words
    if len(one.words & other.words) < FEWEST_COMMON_WORDS and not equal:
        return 0
    return likeness if likeness >= (ALIKE if in_common else ALIKE_WITHOUT_ISSUE) else 0


def _same_option(one: Proposal, other: Proposal) -> bool:
    """Whether both are about one option of an issue, so that words need not be alike."""
    return any(topic.option and topic in other.topics.value for topic in one.topics.value)


def _same_sort(one: Proposal, other: Proposal) -> bool:
    kinds = {one.saying.kind.value, other.saying.kind.value}
    return one.saying.negated == other.saying.negated and any(kinds <= sort for sort in _SORTS)


def _same_person(one: str, other: str) -> bool:
    """Whether two names can be of one person, or one speaks for a party only."""
    return not one or not other or fuzz.token_set_ratio(one, other) >= ALIKE_NAMES


def _days_can_be_one(one: _Member, other: _Member) -> bool:
    """Whether both can have been said on one day: none was said after an article that tells of it."""
    first, second = one.proposal.saying.day.value, other.proposal.saying.day.value
    if first is not None and second is not None:
        return abs((first - second).days) <= DAYS_APART
    known, by = (first, other.article.dateline) if first else (second, one.article.dateline)
    return known is None or by is None or (known - by).days <= DAYS_APART


def _issues(topics: Sequence[Topic]) -> frozenset[str]:
    return frozenset(topic.issue for topic in topics)


def _topics_agree(one: Sequence[Topic], other: Sequence[Topic]) -> bool:
    """Whether two are about an issue in common, and not of different options of it."""
    shared = _issues(one) & _issues(other)
    if one and other and not shared:
        return False
    for issue in shared:
        first = {(topic.option, topic.negated) for topic in one if topic.issue == issue}
        second = {(topic.option, topic.negated) for topic in other if topic.issue == issue}
        named = all(option for option, _ in first | second)
        if named and not first & second:
            return False
    return True


# What an event has.


def _event(members: Sequence[_Member]) -> Event:
    tellings = tuple(
        Telling(
            member.article.name,
            member.article.outlet,
            member.article.dateline,
            member.source.name,
            member.proposal,
        )
        for member in members
    )
    found = (_difference(aspect, tellings) for aspect in get_args(Aspect))
    return Event(tellings, tuple(one for one in found if one is not None))


def _difference(aspect: Aspect, tellings: Sequence[Telling]) -> Difference | None:
    """In what the tellings differ; a day that one of them leaves open is no other day."""
    values = tuple(_value(aspect, telling.proposal) for telling in tellings)
    compared = {_folded(value) for value in values if value or aspect in {"condition", "issue"}}
    if len(compared) < 2:
        return None
    order = _STRENGTH.get(aspect, ())
    ranked = sorted((value for value in values if value in order), key=order.index)
    return Difference(aspect, values, ranked[0] if len(set(ranked)) > 1 else "")


def _value(aspect: Aspect, proposal: Proposal) -> str:
    match aspect:
        case "speaker":
            return _speaker(proposal.saying.speaker)
        case "kind":
            return proposal.saying.kind.value
        case "issue":
            return _about(proposal.topics.value)
        case "factuality":
            return proposal.factuality.value
        case "condition":
            condition = proposal.condition.value
            return "" if condition is None else " ".join(condition.words.split())
        case "day":
            day = proposal.saying.day.value
            return "" if day is None else day.isoformat()
        case "standing":
            return proposal.standing.value
        case "wording":
            return _content(proposal)


def _speaker(speaker: Speaker) -> str:
    """Who says it, where that is told: a person, or somebody of a party who is not named."""
    parties = " and ".join(speaker.parties.value)
    if speaker.unnamed:
        return f"somebody of {parties}" if parties else ""
    return speaker.person.value


def _about(topics: Sequence[Topic]) -> str:
    """The options that it is about; empty where it names an issue at most."""
    named = (one for one in topics if one.option)
    return " and ".join(
        f"{one.issue} is {'not ' if one.negated else ''}{one.option}" for one in named
    )


def _folded(value: str) -> str:
    """Words without their marks and capitals: *agreed.* is worded as *Agreed*."""
    return " ".join(re.findall(r"[\w-]+", value.casefold()))
