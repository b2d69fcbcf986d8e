"""Which proposals matter most if they are wrong, and which are plain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from servanda.analyses.reading.proposal import Guess, Proposal
from servanda.model.record import StatementKind

BINDING: frozenset[StatementKind] = frozenset({"commits", "accepts"})
"""Kinds by which a party binds itself: the costliest to get wrong."""


def tellings(proposals: Iterable[Proposal]) -> Mapping[str, str]:
    """The proposals that do no more than tell of another one, which is read of what they tell.

    Returns:
        By the id of each, that of the first one that it tells of.
    """
    by_id = {one.id: one for one in proposals}
    found: dict[str, str] = {}
    for one in by_id.values():
        outer = by_id.get(one.within or "")
        if outer is None or outer.saying.kind.value != "reports":
            continue
        if len(one.chain) > len(outer.chain):
            found.setdefault(outer.id, one.id)
    return found


def with_tellings_behind(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals in their order; but what only tells of another one stands behind that one."""
    some = list(proposals)
    told = tellings(some)
    behind: dict[str, list[Proposal]] = {}
    for one in some:
        if one.id in told:
            behind.setdefault(told[one.id], []).append(one)
    return [two for one in some if one.id not in told for two in _followed(one, behind)]


def _followed(one: Proposal, behind: Mapping[str, list[Proposal]]) -> Iterator[Proposal]:
    yield one
    for other in behind.get(one.id, ()):
        yield from _followed(other, behind)


def by_consequence(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals with those first that would do most harm if they were wrong, then as in the text.

    What only tells of another one comes behind that one.
    """
    return with_tellings_behind(sorted(proposals, key=_order))


def _order(proposal: Proposal) -> tuple[bool, bool, int, int]:
    quotes = proposal.content or proposal.cue
    start = quotes[0].start if quotes else 0
    return not is_binding(proposal), not is_indirect(proposal), proposal.paragraph, start


def is_binding(proposal: Proposal) -> bool:
    """Whether somebody commits itself, or accepts, in any saying of the chain."""
    return any(link.kind.value in BINDING for link in proposal.chain)


def is_indirect(proposal: Proposal) -> bool:
    """Whether it is told by somebody else, denied, or hedged."""
    return (
        len(proposal.chain) > 1
        or proposal.standing.value != "first-hand"
        or proposal.factuality.value != "asserted"
        or proposal.condition.value is not None
        or any(link.negated for link in proposal.chain)
    )


def is_plain(proposal: Proposal) -> bool:
    """Whether it may be accepted together with others, without a look at each.

    Who says what of which issue has to be sure. That no day, addressee or medium is named takes
    nothing from it; that nothing is said to make it hang on anything has to be likely at least.
    """
    if is_binding(proposal) or is_indirect(proposal):
        return False
    if not proposal.topics.value or not all(link.speaker.parties.value for link in proposal.chain):
        return False
    hedges = (proposal.condition, proposal.factuality)
    if any(guess.tier == "unsure" or guess.suggested for guess in hedges):
        return False
    others = (one for _, one in named_guesses(proposal) if one not in hedges)
    return all(not one.suggested and (one.tier == "sure" or is_empty(one)) for one in others)


def is_empty(guess: Guess[Any]) -> bool:
    """Whether nothing is read of a field."""
    return guess.value is None or guess.value in {"", ()}


def named_guesses(proposal: Proposal) -> Iterator[tuple[str, Guess[Any]]]:
    """Everything that was read, each by the name of its field, with the number of its saying."""
    for number, link in enumerate(proposal.chain, 1):
        before = f"{number} " if len(proposal.chain) > 1 else ""
        yield f"{before}party", link.speaker.parties
        yield f"{before}person", link.speaker.person
        yield f"{before}kind", link.kind
        yield f"{before}date", link.day
    yield "manner", proposal.manner
    yield "issue", proposal.topics
    yield "condition", proposal.condition
    yield "factuality", proposal.factuality
    yield "addressee", proposal.addressees
    yield "medium", proposal.medium
    yield "standing", proposal.standing
