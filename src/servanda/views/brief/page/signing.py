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
from servanda.workbench.settlements import (
    ConcessionLine,
    ConflictLine,
    Deadlock,
    PackageLine,
    Settled,
)

MOST_CONFLICTS = 2
"""How many conflicts of red lines the page tells of."""

MOST_WAYS = 3
"""How many concessions that cost the same."""


def signing(terms: Terms) -> Iterator[Item]:
    """Whether a package crosses no red line, what would unlock one, who has to be asked."""
    settled = terms.brief.settled
    if settled is None:
        return
    lines = _Lines(settled, terms.names)
    if settled.void:
        yield from _void(settled)
    elif settled.deadlock is None:
        yield Item((f"{_sentence(settled, upper=True)} [settle].",))
    else:
        yield from _deadlock(settled.deadlock, settled, lines)
    first: PackageLine | None = None
    for fairness in settled.fairness:
        if fairness.nash is not None:
            package = fairness.nash.package
            yield Item(_nash(package, first, fairness.given_up, lines, settled.unknown))
            first = first or package
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
                f"By the parties' own words {_judged(own)}: {_sentence(own)}. So: {_sentence(told)}, as ",
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


def _judged(own: Settled) -> str:
    """What is marked as judgement counts beside own words, and is told where it does."""
    judged = any(one.judgement for one in own.requirements if one.treated == "kept")
    return "and what is marked as judgement" if judged else "alone"


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
    if settled.void:
        return "No package can be made."
    if settled.deadlock is not None:
        every = f"Every one{of} packages" if of else "Every package"
        return f"{'The one package' if settled.packages == 1 else every} crosses a red line."
    if settled.acceptable is None:
        return "Some packages cross no red line."
    return f"{settled.acceptable:,}{of} packages cross no red line."


class _Lines:
    """Red lines in words, with what they rest on."""

    def __init__(self, settled: Settled, names: Names) -> None:
        self.names = names
        self._settled = settled
        self._known = {one.name: one for one in settled.requirements}

    def named(self, name: RequirementId) -> Line:
        """``RUS: sequence is agreement_first [P9b, by the account of UKR]``."""
        one = self._known[name]
        rests = [(Ref(s.origin, s.statement, told=True),) for s in one.rests_on]
        on: Line = (
            (" [", *joined(rests, ", "), "]") if rests else (" by judgement ", Ref(one.origin))
        )
        return (self.names.code(one.party), f"'s {one.name} ({one.words})", *on)

    def given(self, conflict: ConflictLine) -> Line:
        """What holds whatever is conceded, and without which red lines might stand together."""
        linkages = {one.name: one for one in self._settled.linkages}
        issues = {one.issue: one for one in self._settled.issues}
        parts: list[Line] = [
            (f"the linkage {name} ({linkages[name].words}) ", Ref(linkages[name].origin))
            for name in conflict.linkages
        ]
        parts += [
            (f"that {one.issue} is {one.option} ", Ref(issues[one.issue].origin))
            for one in conflict.settled
        ]
        return (", given ", *listed(parts)) if parts else ()

    def giving_up(self, one: ConcessionLine) -> Line:
        """``UKR gives up guarantee_before_ceasefire``."""
        parts = []
        for party in one.parties:
            own = [n for n in one.lines if self._known[n].party == party]
            parts.append((self.names.code(party), f" gives up {listing([str(n) for n in own])}"))
        return joined(parts, ", and ")


def _deadlock(deadlock: Deadlock, settled: Settled, lines: _Lines) -> Iterator[Item]:
    if not deadlock.conflicts:
        yield Item((f"{_sentence(settled, upper=True)} [settle].",))
    for number, conflict in enumerate(deadlock.conflicts[:MOST_CONFLICTS]):
        lead = f"{_acceptable(settled)} " if not number else ""
        cannot = " cannot stand together" if len(conflict.lines) > 1 else " cannot be met"
        named = listed(map(lines.named, conflict.lines))
        yield Item((lead, *named, cannot, *lines.given(conflict), "."))
    left = len(deadlock.conflicts) - MOST_CONFLICTS
    if left > 0:
        more = count_of(left, "more minimal conflict")
        others = "" if deadlock.all_conflicts else ", and there may be others"
        yield Item((f"And {more} of red lines{others} [settle].",))
    if deadlock.concessions:
        cost = deadlock.concessions[0].cost
        cheapest = [one for one in deadlock.concessions if one.cost == cost]
        ways = joined((lines.giving_up(one) for one in cheapest[:MOST_WAYS]), "; or ")
        left = len(cheapest) - MOST_WAYS
        least = "" if deadlock.all_concessions else "at least "
        more = f"; or {least}{left} more that cost the same" if left > 0 else ""
        lead = f"The smallest concession that unlocks it (cost {cost}): "
        yield Item((lead, *ways, more, " [settle]."))


def _void(settled: Settled) -> Iterator[Item]:
    """That options need of one another what cannot all be."""
    linkages = {one.name: one for one in settled.linkages}
    for number, names in enumerate(settled.void[:MOST_CONFLICTS]):
        lead = "No package can be made: " if not number else ""
        named = (
            (f"the linkage {name} ({linkages[name].words}) ", Ref(linkages[name].origin))
            for name in names
        )
        cannot = " cannot stand together." if len(names) > 1 else " cannot be met."
        yield Item((lead, *listed(named), cannot))


def _nash(
    package: PackageLine,
    first: PackageLine | None,
    given: Sequence[RequirementId],
    lines: _Lines,
    unknown: Sequence[ActorId],
) -> Line:
    """What is fair; of further ways to a deal, in what the package differs from the first."""
    known = first.options if first is not None else ()
    told = [f"{one.issue} is {one.option}" for one in package.options if one not in known]
    options = f"{'the same, but ' if first and told else ''}{', '.join(told) or 'the same'}"
    gains = joined(
        ((lines.names.code(one.party), f" {signed(one.gain)}") for one in package.gains), ", "
    )
    are = "is" if len(given) == 1 else "are"
    supposed: Line = (
        (" once ", listing([str(n) for n in given]), f" {are} given up") if given else ()
    )
    open_: Line = (", ", *lines.names.together(unknown), " undetermined") if unknown else ()
    return (
        "Nash bargaining solution",
        *supposed,
        f": {options} (",
        *gains,
        *open_,
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
        judged = joined(((Ref(rules[name].origin),) for name in cited), " ")
        cites: Line = (" [", *refs, "]") if refs else (" by judgement ", *judged)
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
