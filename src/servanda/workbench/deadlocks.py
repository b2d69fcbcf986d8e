"""Why there is no package that crosses no red line, and who would have to move."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.settlement.concessions import by_cost, concessions, cost_of
from servanda.analyses.settlement.conflicts import conflicts
from servanda.analyses.settlement.formulas import Formula, Numbers
from servanda.analyses.settlement.lines import parties_of
from servanda.analyses.settlement.remaining import ruled_out
from servanda.analyses.settlement.sweep import MOST_STEPS
from servanda.analyses.settlement.together import Together
from servanda.model.conditions import IssueIs, leaves_through_findings
from servanda.model.node import ActorId, LinkageId
from servanda.workbench.packages_told import counted, names
from servanda.workbench.settle_questions import Talks
from servanda.workbench.settlements import (
    ConcessionLine,
    ConflictLine,
    Deadlock,
    MoverLine,
    OptionLeft,
    Settles,
)

MOST_CONCESSIONS = 50
"""How many concessions are told where not all of them are known."""


def void(talks: Talks) -> tuple[tuple[LinkageId, ...], ...]:
    """Minimal sets of linkages that cannot stand together; none where there is a package."""
    space = talks.space
    everything = range(len(space.formulas))
    with Together(space.bare, space.formulas) as together:
        if together.package(everything) is not None:
            return ()
        found = conflicts(together, space.formulas, [(number,) for number in everything])
    return tuple(tuple(space.linkages[n].id for n in one) for one in found.conflicts)


def deadlock(talks: Talks, formulas: Sequence[Formula]) -> Deadlock | None:
    """Why every package crosses a red line; None where one does not."""
    lines = talks.lines
    everything = [(number,) for number in range(len(lines))]
    parties = parties_of(lines)
    sides = [_side(talks, party) for party in parties]
    with Together(talks.space, formulas) as together:
        if together.package(range(len(lines))) is not None:
            return None
        found = conflicts(together, formulas, everything)
        movers = conflicts(together, formulas, sides)
        told = tuple(_conflict(talks, together, one) for one in found.conflicts)
    if found.complete:
        sets, complete = by_cost(lines, found.concessions), True
    else:
        cheapest = concessions(talks.space, lines, most=MOST_CONCESSIONS)
        sets, complete = cheapest.sets, cheapest.complete
    return Deadlock(
        conflicts=told,
        all_conflicts=found.complete,
        concessions=tuple(_concession(talks, one, MOST_STEPS // len(sets)) for one in sets),
        all_concessions=complete,
        movers=tuple(_mover(talks, *one) for one in zip(parties, sides, strict=True)),
        together=tuple(tuple(parties[n] for n in one) for one in movers.concessions),
        all_together=movers.complete,
    )


def options_left(talks: Talks, formulas: Sequence[Formula]) -> tuple[OptionLeft, ...]:
    """Which options packages that cross no red line have; there must be such a package."""
    space = talks.space
    out = {(one.issue, one.option): one for one in ruled_out(space, formulas)}
    left = []
    for issue, known in enumerate(space.issues):
        for option, one in enumerate(known.options):
            ruled = out.get((issue, option))
            lines = names(talks.lines, ruled.formulas) if ruled is not None else ()
            linked = ruled.linkages if ruled is not None else ()
            linkages = tuple(space.linkages[number].id for number in linked)
            left.append(OptionLeft(known.id, one.id, ruled is None, lines, linkages))
    return tuple(left)


def _side(talks: Talks, party: ActorId) -> Numbers:
    return tuple(number for number, line in enumerate(talks.lines) if line.party == party)


def _conflict(talks: Talks, together: Together, numbers: Numbers) -> ConflictLine:
    spoken = {
        leaf.issue
        for number in numbers
        for leaf in leaves_through_findings(talks.lines[number].requirement.condition)
        if isinstance(leaf, IssueIs)
    }
    fixed = ((issue, option) for issue, option in talks.space.fixed.items() if issue in spoken)
    linkages = together.linkages(numbers)
    return ConflictLine(
        names(talks.lines, numbers),
        tuple(talks.space.linkages[number].id for number in linkages),
        tuple(Settles(issue, option) for issue, option in fixed),
    )


def _concession(talks: Talks, numbers: Numbers, most_steps: int) -> ConcessionLine:
    lines = talks.lines
    rest = [line.formula for number, line in enumerate(lines) if number not in numbers]
    return ConcessionLine(
        names(lines, numbers),
        parties_of([lines[number] for number in numbers]),
        cost_of(lines, numbers),
        counted(talks, rest, most_steps),
    )


def _mover(talks: Talks, party: ActorId, side: Numbers) -> MoverLine:
    lines = talks.lines
    own = [lines[number].formula for number in side]
    with Together(talks.space, own) as together:
        contradicts = together.package(range(len(own))) is None
    others = [number for number in range(len(lines)) if number not in side]
    alone = concessions(talks.space, lines, kept=others).sets
    if not alone:
        return MoverLine(party, None, None, contradicts)
    return MoverLine(party, names(lines, alone[0]), cost_of(lines, alone[0]), contradicts)
