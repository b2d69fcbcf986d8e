"""What the rules and a language model read in one article, side by side.

Where both read the same the reading is surer; where they differ both are shown. What the rules see
to be told by somebody else is never shown as first-hand on the word of a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.chains import standing_of, surer
from servanda.analyses.reading.proposal import Guess, Link, PassedOver, Proposal, Reading

ALIKE = 0.5
"""Contents that share this part of their characters are the same (Newell et al. 2018 match so)."""

_AGREED = "the language model reads it so too"

ValueT = TypeVar("ValueT")


def combined(rules: Reading, model: Reading) -> Reading:
    """Put the reading of the rules and that of a language model together.

    Of a statement that both read alike the rules' is kept, one tier surer wherever the model has the
    same; what the model has otherwise in it is suggested. What only one has, or the two have as
    different statements, stays as it is.

    Args:
        rules: What the rules have read.
        model: What the model has, verified, of the same article.
    """
    alike = dict(_pairs(rules.proposals, model.proposals))
    matched = {other.id for other in alike.values()}
    agreed = [_agreed(own, alike[own.id]) if own.id in alike else own for own in rules.proposals]
    alone = [other for other in model.proposals if other.id not in matched]
    second_hand = [other for other in alone if _told_by_others(other, rules.proposals)]
    shown = [other for other in alone if other not in second_hand]
    kept = {proposal.id for proposal in (*agreed, *shown)}
    shown = [other if other.within in kept else replace(other, within=None) for other in shown]
    return Reading(
        article=rules.article,
        reader=f"{rules.reader}; {model.reader}",
        proposals=tuple(sorted((*agreed, *shown), key=_place)),
        passed_over=(*rules.passed_over, *model.passed_over, *map(_passed_over, second_hand)),
    )


def _place(proposal: Proposal) -> tuple[int, int]:
    first = min(quote.start for quote in (*proposal.cue, *proposal.content))
    return first, -max(quote.end for quote in proposal.content)


# Which are the same.


def _pairs(rules: Sequence[Proposal], model: Sequence[Proposal]) -> Iterable[tuple[str, Proposal]]:
    """For each proposal of the rules that the model has too, the one that is nearest to it."""
    taken: set[str] = set()
    for own in rules:
        same = [other for other in model if other.id not in taken and _same(own, other)]
        if same:
            nearest = max(same, key=lambda other: (_shared(own, other), other.id))
            taken.add(nearest.id)
            yield own.id, nearest


def _same(one: Proposal, other: Proposal) -> bool:
    """Whether both have the same parties do the same by the same words, through the same chain."""
    return _shared(one, other) >= ALIKE and _voices(one) == _voices(other)


def _voices(proposal: Proposal) -> list[tuple[object, ...]]:
    return [
        (
            frozenset(link.speaker.parties.value),
            link.speaker.person.value if not link.speaker.parties.value else "",
            link.speaker.unnamed,
            link.kind.value,
            link.negated,
        )
        for link in proposal.chain
    ]


def _shared(one: Proposal, other: Proposal) -> float:
    """Which part of the characters of two contents both have."""
    first, second = _characters(one), _characters(other)
    return len(first & second) / len(first | second)


def _characters(proposal: Proposal) -> set[int]:
    return {at for quote in proposal.content for at in range(quote.start, quote.end)}


def _told_by_others(model: Proposal, rules: Iterable[Proposal]) -> bool:
    """Whether the rules have what the model takes as first-hand through somebody else."""
    if model.standing.value != "first-hand":
        return False
    core = [quote.stretch for quote in (*model.cue, *model.content)]
    for own in rules:
        second_hand = own.standing.value != "first-hand" and _meet(own, core)
        tells = any(_holds(quote.stretch, core) for quote in own.content)
        if second_hand or (tells and not _leads(own, model)):
            return True
    return False


def _meet(own: Proposal, core: Iterable[Stretch]) -> bool:
    places = [quote.stretch for quote in (*own.cue, *own.content)]
    return all(any(place.meets(one) for place in places) for one in core)


def _holds(told: Stretch, core: Sequence[Stretch]) -> bool:
    """Whether somebody's words hold all of a saying, and not only what is said in it."""
    return len(core) > 1 and all(told.holds(place) for place in core)


def _leads(own: Proposal, model: Proposal) -> bool:
    """Whether somebody in the model's chain speaks for those whose words the rules see."""
    voice = _voices(own)[-1][:3]
    return any(voice == one[:3] for one in _voices(model))


def _passed_over(model: Proposal) -> PassedOver:
    why = "the language model takes it as first-hand; by the rules somebody else tells of it"
    return PassedOver(model.paragraph, (*model.cue, *model.content)[0], why)


# What both say of it.


def _agreed(own: Proposal, other: Proposal) -> Proposal:
    """The rules' proposal, surer; that a model is as sure who speaks never makes it first-hand."""
    summed_up = own.manner.value == "summed_up"
    chain = tuple(map(_both, own.chain, other.chain))
    if standing_of(chain, summed_up).value != own.standing.value:
        chain = own.chain
    return replace(
        own,
        chain=chain,
        manner=_surer(own.manner, other.manner),
        topics=_surer(own.topics, other.topics),
        condition=_surer(own.condition, other.condition),
        factuality=_surer(own.factuality, other.factuality),
        addressees=_surer(own.addressees, other.addressees),
        medium=_surer(own.medium, other.medium),
        standing=standing_of(chain, summed_up),
    )


def _both(own: Link, other: Link) -> Link:
    speaker = replace(
        own.speaker,
        parties=_surer(own.speaker.parties, other.speaker.parties),
        person=_surer(own.speaker.person, other.speaker.person),
    )
    return replace(
        own,
        speaker=speaker,
        kind=_surer(own.kind, other.kind),
        day=_surer(own.day, other.day),
    )


def _surer(own: Guess[ValueT], other: Guess[ValueT]) -> Guess[ValueT]:
    """One tier surer where both have the same; else with what the other has as a suggestion."""
    if own.value == other.value:
        if own.tier == "sure" or not own.value:
            return own
        reason = f"{own.reason}; {_AGREED}" if own.reason else _AGREED
        return replace(own, tier=surer(own.tier), reason=reason)
    instead = _written(other.value)
    if not instead or instead in own.suggested:
        return own
    return replace(own, suggested=(*own.suggested, instead))


def _written(value: object) -> str:
    """A value as a suggestion shows it; empty where there is none."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_written, value)))
    for name in ("words", "issue"):
        if hasattr(value, name):
            option = getattr(value, "option", "")
            return f"{getattr(value, name)}{f' is {option}' if option else ''}"
    return "" if value is None else str(value)
