"""Whether it could be signed: red lines, who would have to move, who has to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.model.node import ActorId, RequirementId
from servanda.model.words import listing
from servanda.views.brief.page.order import stuck_choices
from servanda.views.brief.page.said import only_reported
from servanda.views.brief.terms import Terms
from servanda.views.plural import count_of
from servanda.views.settlement.parts import listed, signed
from servanda.views.sheet import Item, Line, Ref
from servanda.views.wording import Names, joined
from servanda.workbench.settlements import ConcessionLine, Deadlock, PackageLine, Settled

MOST_CONFLICTS = 2
"""How many conflicts of red lines the page tells of."""

MOST_KNOTS = 3
"""How many deadlocks of steps."""


def signing(terms: Terms) -> Iterator[Item]:
    """Whether a package crosses no red line, what would unlock one, who has to be asked."""
    settled = terms.brief.settled
    if settled is None:
        return
    lines = _Lines(settled, terms.names)
    if settled.deadlock is None:
        yield Item((f"{_sentence(settled, upper=True)} [settle].",))
    else:
        yield from _deadlock(settled.deadlock, settled, lines)
    for fairness in settled.fairness:
        if fairness.nash is not None:
            yield Item(_nash(fairness.nash.package, fairness.given_up, lines))
    yield from _participation(settled, terms.names)


def at_their_word(terms: Terms) -> Iterator[Item]:
    """What changes if what others say of a party is taken at its word."""
    brief = terms.brief
    if brief.recorded is not None:
        for one in only_reported(brief.recorded):
            yield Item((terms.names.code(one.party), " would have said that it ", *one.words, "."))
    own, told = brief.settled_first_hand, brief.settled
    if own is not None and told is not None and _acceptable(own) != _acceptable(told):
        yield Item(
            (
                f"By the parties' own words alone: {_sentence(own)}. So: {_sentence(told)}, as ",
                *_counted(own, told, terms.names),
            )
        )
    alone, together = brief.sequenced_first_hand, brief.sequenced
    if alone is not None and together is not None:
        before, after = stuck_choices(alone), stuck_choices(together)
        if before != after:
            yield Item(
                (
                    "Choices of options that end in a deadlock of steps: "
                    f"{before or 'none'} by the parties' own words alone, {after or 'none'} so [sequence].",
                )
            )


def _counted(own: Settled, told: Settled, names: Names) -> Line:
    """The red lines that count only if what others say does."""
    kept = {one.name for one in own.requirements if one.treated == "kept"}
    new = [
        one.name
        for one in told.requirements
        if one.firm and one.treated == "kept" and one.name not in kept
    ]
    lines = _Lines(told, names)
    return (*listed(map(lines.named, new)), f" {'counts' if len(new) == 1 else 'count'}.")


def _sentence(settled: Settled, *, upper: bool = False) -> str:
    told = _acceptable(settled).removesuffix(".")
    return told if upper else told[0].lower() + told[1:]


def _acceptable(settled: Settled) -> str:
    of = "" if settled.packages is None else f" of {settled.packages:,}"
    if settled.deadlock is not None:
        return f"Every one{of} packages crosses a red line."
    if settled.acceptable is None:
        return "Some packages cross no red line."
    return f"{settled.acceptable:,}{of} packages cross no red line."


class _Lines:
    """Red lines in words, with what they rest on."""

    def __init__(self, settled: Settled, names: Names) -> None:
        self.names = names
        self._known = {one.name: one for one in settled.requirements}

    def named(self, name: RequirementId) -> Line:
        """``RUS: sequence is agreement_first [P9b, by the account of UKR]``."""
        one = self._known[name]
        rests = [(Ref(s.origin, s.statement, told=True),) for s in one.rests_on]
        on: Line = joined(rests, ", ") if rests else ("judgement ", Ref(one.origin))
        return (self.names.code(one.party), f"'s {one.name} ({one.words}) [", *on, "]")

    def giving_up(self, one: ConcessionLine) -> Line:
        """``UKR gives up guarantee_before_ceasefire``."""
        parts = []
        for party in one.parties:
            own = [n for n in one.lines if self._known[n].party == party]
            parts.append((self.names.code(party), f" gives up {listing([str(n) for n in own])}"))
        return joined(parts, " and ")


def _deadlock(deadlock: Deadlock, settled: Settled, lines: _Lines) -> Iterator[Item]:
    for number, conflict in enumerate(deadlock.conflicts[:MOST_CONFLICTS]):
        lead = f"{_acceptable(settled)} " if not number else ""
        yield Item((lead, *listed(map(lines.named, conflict.lines)), " cannot stand together."))
    left = len(deadlock.conflicts) - MOST_CONFLICTS
    if left > 0:
        more = count_of(left, "more minimal conflict")
        yield Item((f"And {more} of red lines [settle].",))
    if deadlock.concessions:
        cost = deadlock.concessions[0].cost
        cheapest = [one for one in deadlock.concessions if one.cost == cost]
        ways = joined((lines.giving_up(one) for one in cheapest), "; or ")
        yield Item(
            (f"The smallest concession that unlocks it (cost {cost}): ", *ways, " [settle].")
        )


def _nash(package: PackageLine, given: Sequence[RequirementId], lines: _Lines) -> Line:
    options = ", ".join(f"{one.issue} is {one.option}" for one in package.options)
    gains = joined(
        ((lines.names.code(one.party), f" {signed(one.gain)}") for one in package.gains), ", "
    )
    are = "is" if len(given) == 1 else "are"
    supposed: Line = (f" once {listing([str(n) for n in given])} {are} given up",) if given else ()
    return (
        "Nash bargaining solution",
        *supposed,
        f": {options} (",
        *gains,
        "; the weights are the case's) [settle].",
    )


def _participation(settled: Settled, names: Names) -> Iterator[Item]:
    """What is not discussed, decided or concluded without whom."""
    rules = {rule.name: rule for rule in settled.rules}
    for matter in settled.participating.matters:
        told = _needed([(one.involvement, one.who) for one in matter.needed], names)
        cited = dict.fromkeys(name for one in matter.needed for name in one.rules)
        rests = [support for name in cited for support in rules[name].rests_on]
        refs = joined(((Ref(s.origin, s.statement, told=True),) for s in rests), ", ")
        cites: Line = (" [", *refs, "]") if refs else ()
        if not refs:
            places = joined(((Ref(rules[name].origin),) for name in cited), " ")
            cites = (" ", *places)
        yield Item((f"{matter.matter} is ", *joined(told, ", "), *cites, "."))


def _needed(needed: Sequence[tuple[str, Sequence[ActorId]]], names: Names) -> Iterator[Line]:
    """``neither discussed nor decided without UKR``, for each that is needed for the same."""
    alike: dict[tuple[ActorId, ...], list[str]] = {}
    for involvement, who in needed:
        if who:
            alike.setdefault(tuple(who), []).append(involvement)
    for who, several in alike.items():
        neither = "not " if len(several) == 1 else "neither "
        yield (f"{neither}{_nor(several)} without ", *names.together(who))


def _nor(several: Sequence[str]) -> str:
    *first, last = several
    return f"{', '.join(first)} nor {last}" if first else last
