"""What is read of a sentence against what is expected of it, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from servanda.analyses.reading.proposal import Link, Proposal
from tests.validation.sentences import Expected, ExpectedLink, Sentence

COMMITMENTS = frozenset({"commits", "accepts", "offers"})

FIELDS = (
    "links",
    "speaker",
    "party",
    "kind",
    "day",
    "issue",
    "option",
    "condition",
    "addressee",
    "factuality",
    "manner",
    "standing",
)
"""What is asked of a statement that was found, in the order of the table."""

_ALIKE = 0.5
"""Share of words that two stretches of text have to have in common to be the same one."""

_FITS = 3.0
"""How well a proposal has to fit a statement to be taken for it."""


class Scored(NamedTuple):
    """What came of a sentence.

    Attributes:
        pairs: Expected statements and the proposals that stand for them.
        missed: Expected, needed, and not proposed.
        extra: Proposed, and neither expected nor allowed, nor a step on the way to what is.
    """

    sentence: Sentence
    pairs: tuple[tuple[Expected, Proposal], ...]
    missed: tuple[Expected, ...]
    extra: tuple[Proposal, ...]


# Which proposal stands for which statement.


def scored(sentence: Sentence, proposals: Sequence[Proposal]) -> Scored:
    """Proposals, each for the statement that it fits best; the best pair first."""
    fits = sorted(
        (
            (_fit(expected, proposal), -at, -other)
            for at, expected in enumerate(sentence.expected)
            for other, proposal in enumerate(proposals)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for fit, at, other in fits:
        if fit >= _FITS and -at not in taken and -other not in taken.values():
            taken[-at] = -other
    pairs = tuple((sentence.expected[at], proposals[other]) for at, other in sorted(taken.items()))
    left = [one for at, one in enumerate(sentence.expected) if at not in taken]
    return Scored(
        sentence,
        pairs,
        tuple(one for one in left if one.needed),
        tuple(
            proposal
            for at, proposal in enumerate(proposals)
            if at not in taken.values() and not _belongs(proposal, pairs, proposals)
        ),
    )


def _belongs(
    proposal: Proposal,
    pairs: Sequence[tuple[Expected, Proposal]],
    proposals: Sequence[Proposal],
) -> bool:
    """Whether a proposal is told along with one that was expected: what holds it, or a way to say it."""
    held_in = {one.id: one.within for one in proposals}
    for expected, other in pairs:
        if proposal.id in _above(other.id, held_in):
            return True
        chain, own = _best_chain(expected, proposal), _chain(proposal.chain)
        related = other.id in _above(proposal.id, held_in)
        if related and len(chain) == len(own) and all(map(_is_of, chain, own)):
            return True
    return False


def _above(name: str, held_in: Mapping[str, str | None]) -> Iterator[str]:
    """The proposals from whose content one is read, the nearest first."""
    above = held_in.get(name)
    while above is not None:
        yield above
        above = held_in.get(above)


def _fit(expected: Expected, proposal: Proposal) -> float:
    chain, own = _best_chain(expected, proposal), _chain(proposal.chain)
    content = " ".join(quote.words for quote in proposal.content)
    likeness = _likeness(expected.content, content) if expected.content else _ALIKE
    same = len(chain) == len(own)
    return (
        3.0 * _is_of(chain[-1], own[-1])
        + 2.0 * ((own[-1].kind.value, own[-1].negated) in chain[-1].kinds)
        + 3.0 * likeness
        + 1.0 * (same and all(map(_is_of, chain, own)))
    )


def _chain(links: Sequence[Link]) -> tuple[Link, ...]:
    """A chain in which a party does not report of itself: it says so."""
    found: list[Link] = []
    for link in links:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind.value == "reports"
            and not before.negated
            and before.speaker.parties.value
            and set(before.speaker.parties.value) == set(link.speaker.parties.value)
        ):
            found.pop()
        found.append(link)
    return tuple(found)


def _best_chain(expected: Expected, proposal: Proposal) -> tuple[ExpectedLink, ...]:
    """Of the chains that can be defended the one that a proposal comes nearest to."""
    own = _chain(proposal.chain)

    def nearness(chain: tuple[ExpectedLink, ...]) -> tuple[bool, int, bool]:
        parties = sum(map(_is_of, chain[::-1], own[::-1]))
        kind = (own[-1].kind.value, own[-1].negated) in chain[-1].kinds
        return len(chain) == len(own), parties, kind

    return max(expected.chains, key=nearness)


def _is_of(expected: ExpectedLink, link: Link) -> bool:
    return frozenset(link.speaker.parties.value) in expected.parties


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _likeness(one: str, other: str) -> float:
    """Words in common, as a share of all words of the two (Jaccard)."""
    left, right = _words(one), _words(other)
    every = (left | right).total()
    return (left & right).total() / every if every else 1.0


# Fields.


def fields(expected: Expected, proposal: Proposal) -> Iterator[tuple[str, bool]]:
    """Each field that is asked of a statement, and whether it is read as expected."""
    chain, own = _best_chain(expected, proposal), _chain(proposal.chain)
    yield "links", len(chain) == len(own)
    yield from _of_links(chain, own, proposal)
    if expected.topics is not None:
        yield from _of_topics(expected, proposal)
    if expected.condition is not None:
        found = "" if proposal.condition.value is None else proposal.condition.value.words
        same = _likeness(expected.condition, found) >= _ALIKE
        yield "condition", same if expected.condition and found else expected.condition == found
    if expected.addressees is not None:
        wanted, found_to = expected.addressees, proposal.addressees.value
        every = len(wanted) == len(found_to) and all(any(t in w for t in found_to) for w in wanted)
        yield "addressee", every
    yield "factuality", proposal.factuality.value in expected.factuality
    yield "manner", proposal.manner.value in expected.manner
    yield "standing", proposal.standing.value in expected.standing


def _of_links(
    chain: Sequence[ExpectedLink], own: Sequence[Link], proposal: Proposal
) -> Iterator[tuple[str, bool]]:
    for wanted, link in zip(chain[::-1], own[::-1], strict=False):
        spoken = [link, *(one for one in proposal.chain if _same_parties(one, link))]
        yield "speaker", any(_speaks(wanted, one) for one in spoken)
        yield "party", _is_of(wanted, link)
        yield "kind", (link.kind.value, link.negated) in wanted.kinds
        if wanted.day is not None:
            day = link.day.value
            yield "day", (day is None) if isinstance(wanted.day, str) else day == wanted.day


def _same_parties(one: Link, other: Link) -> bool:
    return set(one.speaker.parties.value) == set(other.speaker.parties.value)


def _speaks(wanted: ExpectedLink, link: Link) -> bool:
    """Whether the words of a speaker are there, or none are and none should be."""
    words = "" if link.speaker.words is None else link.speaker.words.words
    if wanted.unnamed and not link.speaker.unnamed:
        return False
    if not wanted.words or not words:
        return not wanted.words and not words
    found = _words(words)
    return any(_words(way) <= found or _likeness(way, words) >= _ALIKE for way in wanted.words)


def _of_topics(expected: Expected, proposal: Proposal) -> Iterator[tuple[str, bool]]:
    topics = expected.topics or ()
    found = {topic.issue: topic for topic in proposal.topics.value}
    allowed = {topic.issue for topic in topics}
    needed = {topic.issue for topic in topics if topic.needed}
    yield "issue", needed <= found.keys() <= allowed
    for topic in topics:
        if topic.option and topic.issue in found:
            read = found[topic.issue]
            yield "option", (read.option, read.negated) == (topic.option, topic.negated)


# Commitments that nobody made.


def false_first_hand(one: Scored) -> tuple[Proposal, ...]:
    """Proposals of a party's own commitment where the sentence has none of it."""
    return tuple(
        proposal
        for proposal in (*(p for _, p in one.pairs), *one.extra)
        if proposal.standing.value == "first-hand"
        and _commits(proposal)
        and not _is_expected(one.sentence.expected, proposal, first_hand=True)
    )


def false_assertions(one: Scored) -> tuple[Proposal, ...]:
    """Proposals of an asserted commitment where the sentence has none of that party."""
    return tuple(
        proposal
        for proposal in (*(p for _, p in one.pairs), *one.extra)
        if proposal.factuality.value == "asserted"
        and _commits(proposal)
        and not _is_expected(one.sentence.expected, proposal, first_hand=False)
    )


def _commits(proposal: Proposal) -> bool:
    """Whether a proposal has a party commit itself, and nobody deny it."""
    denied = any(link.negated or link.kind.value == "denies" for link in proposal.chain)
    said = proposal.factuality.value not in {"denied", "asked"}
    return proposal.saying.kind.value in COMMITMENTS and not denied and said


def _is_expected(statements: Iterable[Expected], proposal: Proposal, first_hand: bool) -> bool:
    for statement in statements:
        if first_hand and "first-hand" not in statement.standing:
            continue
        if not first_hand and "asserted" not in statement.factuality:
            continue
        for chain in statement.chains:
            last = chain[-1]
            kinds = {kind for kind, negated in last.kinds if not negated}
            denied = any(kind == "denies" for link in chain[:-1] for kind, _ in link.kinds)
            if _is_of(last, proposal.saying) and kinds & COMMITMENTS and not denied:
                return True
    return False
