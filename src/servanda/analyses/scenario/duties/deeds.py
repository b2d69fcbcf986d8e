"""What a deed must be like to be what a prohibition forbids, or a permission permits (rule D11)."""

from __future__ import annotations

from servanda.analyses.scenario.duties.clauses import Clause
from servanda.model.agreement import Commit
from servanda.model.case import IncidentEvent
from servanda.model.conditions import ActorIsAmong, All, Any, Condition, Not
from servanda.model.node import AttributeId
from servanda.model.sets import Bearer, Pattern, Role


def deed_condition(clause: Clause, incident: IncidentEvent) -> Condition:
    """What an incident must be like to be what is forbidden, or permitted, as one condition."""
    assert isinstance(clause.content, Commit)
    kind = clause.text.kinds[incident.kind]
    by, on = kind.role("by"), kind.role("on")
    agent = Role(attribute=by.id if by else AttributeId("by"))
    patient = Role(attribute=on.id if on else AttributeId("on"))
    parts: list[Condition] = [ActorIsAmong(who=agent, among=Bearer(), origin=incident.origin)]
    if clause.content.targets:
        targets = tuple(_target(t, patient) for t in clause.content.targets)
        parts.append(Any(parts=targets, origin=clause.content.origin))
    return All(parts=(*parts, *conditions_on_a_deed(clause)), origin=incident.origin)


def _target(target: Pattern, patient: Role) -> Condition:
    among = ActorIsAmong(who=patient, among=target.among, origin=target.origin)
    if not target.other:
        return among
    itself = ActorIsAmong(who=patient, among=Bearer(), origin=target.origin)
    return All(parts=(among, Not(part=itself)), origin=target.origin)


def conditions_on_a_deed(clause: Clause) -> tuple[Condition, ...]:
    """What a standing prohibition asks of the deed itself."""
    only_if, unless = clause.at_breach
    return (*only_if, *(Not(part=c, origin=c.origin) for c in unless))
