"""Who may be bound by an article, each alone or all together (rules D1, D10)."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.scenario.duties.arising import personal_requirements
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.facts.situation import Occasion, situation_of
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict, all_of
from servanda.model.node import ActorId
from servanda.model.sets import Author, Role


def candidates(
    clause: Clause, occasion: Occasion | None, day: dt.date, known: Known, frame: Frame
) -> tuple[ActorId, ...]:
    """Who may be bound: the members of the set on the day, or the holder of the role."""
    bound = clause.bound
    if bound is None:
        return ()
    among = bound.among
    if isinstance(among, Author):
        return occasion.authors if occasion else ()
    if not isinstance(among, Role):
        return frame.record.sets.members(among, day).all
    holder = situation_of(occasion, known).value(among.attribute)
    if holder is not None:
        return (ActorId(holder),)
    return frame.bonds.parties(clause.ref.agreement, day).all


def joint_bearers(
    clause: Clause, occasion: Occasion | None, day: dt.date, known: Known, frame: Frame
) -> tuple[ActorId, ...]:
    """Those who are bound together: the candidates to whom nothing personal is a bar (D10)."""
    then = occasion.at.date if occasion else day
    everybody = candidates(clause, occasion, then, known, frame)
    chosen = tuple(
        one
        for one in everybody
        if all_of(
            requirement.verdict
            for requirement in personal_requirements(
                clause, situation_of(occasion, known, (one,)), frame
            )
        )
        is not Verdict.FAILS
    )
    return chosen or everybody
