"""What breaches a prohibition (rules D11, D14, B1, P4)."""

from __future__ import annotations

import msgspec

from servanda.analyses.scenario.conditions.completions import assess, certain
from servanda.analyses.scenario.duties.arising import (
    all_conditions,
    disapplies,
    kept,
    was_operating,
)
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deeds import conditions_on_a_deed, deed_condition
from servanda.analyses.scenario.duties.excuses import excused
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.performance import performs
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Commit
from servanda.model.case import ActEvent
from servanda.model.conditions import All, Condition
from servanda.model.node import ActorId


def could_breach(clause: Clause, bearers: tuple[ActorId, ...], deed: Occasion) -> bool:
    """Whether a deed is of the kind that a prohibition speaks of."""
    if isinstance(clause.content, Commit):
        incident = deed.incident if deed.sort == "incident" else None
        return incident is not None and incident.kind == clause.content.kind
    by_bearer = any(author in bearers for author in deed.authors)
    return isinstance(deed.event, ActEvent) and deed.event.act == clause.act and by_bearer


def against(clause: Clause, situation: Situation, deed: Occasion, frame: Frame) -> Verdict:
    """Whether an act or incident, the ``deed``, goes against a prohibition (D11, S3).

    The situation is that of the prohibition: its bearer, and what brought it into play. The deed
    is judged by what had happened by then; of breaches, those count that came before it, so
    that no deed is excused by being a breach itself.
    """
    if not could_breach(clause, situation.bearers, deed):
        return Verdict.FAILS
    asked = _asked_of(clause, deed)
    standing = frame.on(deed.at.date)
    others = frame.exceptions(clause.ref, deed.at.date)
    excuses = [r for r in others if standing[r].article.trigger is not None]

    def evaluate(seen: Situation) -> Verdict:
        found = assess(asked, seen)
        if found is Verdict.FAILS:
            return found
        return all_of((found, *(~disapplies(ref, seen, frame) for ref in excuses)))

    known = situation.known
    then = msgspec.structs.replace(
        known,
        at=deed.at,
        events=deed.index + 1,
        breaches=tuple(breach for breach in known.breaches if breach.index <= deed.index),
        performances=tuple(done for done in known.performances if done.index <= deed.index),
        step=frame.suspensions.moment_of(deed.key, known.step) - 1,
    )
    seen = msgspec.structs.replace(situation_of(deed, then, situation.bearers), of_deed=True)
    found = evaluate(seen)
    if found is Verdict.UNDETERMINED and excuses:
        read = (asked, *(c for ref in excuses for c in all_conditions(standing[ref])))
        found = certain(read, seen, evaluate)
    own = msgspec.structs.replace(situation, known=then)
    operates = was_operating(clause, situation.bearers, then.step, frame)
    found = all_of((found, operates, *(part.verdict for part in kept(clause, own))))
    if isinstance(deed.event, ActEvent) and not isinstance(clause.content, Commit):
        found = all_of((found, performs(clause, deed.event, own)))
    if found is Verdict.FAILS or not clause.outranked_by:
        return found
    return all_of((found, ~excused(clause, situation, deed, frame)))


def _asked_of(clause: Clause, deed: Occasion) -> Condition:
    """What a deed must be like to go against a prohibition."""
    if isinstance(clause.content, Commit) and deed.incident is not None:
        return deed_condition(clause, deed.incident)
    return All(parts=conditions_on_a_deed(clause))
