"""What breaches a prohibition (rules D11, B1)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.arising import disapplies
from servanda.analyses.scenario.clauses import Clause, Frame
from servanda.analyses.scenario.completions import assess
from servanda.analyses.scenario.performance import performs
from servanda.analyses.scenario.situation import Occasion, Situation, situation_of
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Commit
from servanda.model.case import ActEvent, IncidentEvent
from servanda.model.conditions import ActorIsAmong, All, Any, Condition, Not
from servanda.model.node import AttributeId
from servanda.model.sets import Bearer, Pattern, Role


def against(clause: Clause, situation: Situation, deed: Occasion, frame: Frame) -> Verdict:
    """Whether an act or incident, the ``deed``, goes against a prohibition.

    The situation is that of the prohibition: its bearer, and what brought it into play.
    """
    seen = situation_of(deed, situation.known, situation.bearers)
    if isinstance(clause.content, Commit):
        done = _incident_against(clause, deed, seen)
    else:
        done = _act_against(clause, situation, deed, seen)
    if done is Verdict.FAILS:
        return done
    return all_of((done, *_excused(clause, seen, frame)))


def _incident_against(clause: Clause, deed: Occasion, seen: Situation) -> Verdict:
    incident = deed.incident if deed.sort == "incident" else None
    if incident is None or not isinstance(clause.content, Commit):
        return Verdict.FAILS
    if incident.kind != clause.content.kind:
        return Verdict.FAILS
    return assess(deed_condition(clause, incident), seen)


def _act_against(clause: Clause, situation: Situation, deed: Occasion, seen: Situation) -> Verdict:
    event = deed.event
    by_bearer = any(author in situation.bearers for author in deed.authors)
    if not isinstance(event, ActEvent) or event.act != clause.act or not by_bearer:
        return Verdict.FAILS
    conditions = All(parts=_conditions(clause))
    return all_of((performs(clause, event, situation), assess(conditions, seen)))


def deed_condition(clause: Clause, incident: IncidentEvent) -> Condition:
    """What an incident must be like to go against a prohibition, as one condition."""
    assert isinstance(clause.content, Commit)
    kind = clause.text.kinds[incident.kind]
    by, on = kind.role("by"), kind.role("on")
    agent = Role(attribute=by.id if by else AttributeId("by"))
    patient = Role(attribute=on.id if on else AttributeId("on"))
    parts: list[Condition] = [ActorIsAmong(who=agent, among=Bearer(), origin=incident.origin)]
    if clause.content.targets:
        targets = tuple(_target(t, patient) for t in clause.content.targets)
        parts.append(Any(parts=targets, origin=clause.content.origin))
    return All(parts=(*parts, *_conditions(clause)), origin=incident.origin)


def _target(target: Pattern, patient: Role) -> Condition:
    among = ActorIsAmong(who=patient, among=target.among, origin=target.origin)
    if not target.other:
        return among
    itself = ActorIsAmong(who=patient, among=Bearer(), origin=target.origin)
    return All(parts=(among, Not(part=itself)), origin=target.origin)


def _conditions(clause: Clause) -> tuple[Condition, ...]:
    """What a standing prohibition asks of the deed itself."""
    only_if, unless = clause.at_breach
    return (*only_if, *(Not(part=c, origin=c.origin) for c in unless))


def _excused(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Verdict]:
    """Whether no article disapplies the prohibition for this very event (X1)."""
    for ref in clause.exceptions:
        if frame.clauses[ref].article.trigger is not None:
            yield ~disapplies(ref, situation, frame)
