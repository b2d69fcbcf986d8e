"""Incidents that have been before, as conditions ask for them (rule C10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.model.case import IncidentEvent
from servanda.model.conditions import ActorIsAmong, All, Condition, IncidentIs, Occurred
from servanda.model.sets import Author, Bearer, Listed, Role, SomeActors

_OF = " of "
"""What stands between an attribute and its incident in the name under which it is assumed."""


def earlier(condition: Occurred, situation: Situation) -> Iterator[Situation]:
    """Each incident of the kind before the one in question, or by now where there is none."""
    known, incident = situation.known, situation.incident
    record = known.record
    limit = known.events
    if incident is not None:
        limit = min(limit, record.incidents.get(incident.id, limit))
    for name, index in record.incidents.items():
        event = record.events[index]
        if index < limit and isinstance(event, IncidentEvent) and event.kind == condition.kind:
            occasion = Occasion(
                "incident", record.numbers[index], event.at, index, incident=event, event=event
            )
            seen = situation_of(occasion, known, situation.bearers)
            yield msgspec.structs.replace(seen, assumed=_assumed(name, situation.assumed))


def asked_of(condition: Occurred, situation: Situation) -> Condition | None:
    """What an earlier incident must be like; None while it is not known by or on whom."""
    asked, whole = asked_as_known(condition, situation)
    return asked if whole else None


def asked_as_known(condition: Occurred, situation: Situation) -> tuple[Condition, bool]:
    """What it must be like as far as that is known, and whether that is all."""
    kind, whole = situation.known.record.text.kinds[condition.kind], True
    parts: list[Condition] = [
        IncidentIs(definition=definition, origin=condition.origin)
        for definition in condition.definitions
    ]
    for who, attribute in ((condition.by, kind.role("by")), (condition.on, kind.role("on"))):
        if who is None or attribute is None:
            continue
        among = _named(who, situation)
        if among is None:
            whole = False
            continue
        holder = Role(attribute=attribute.id)
        parts.append(ActorIsAmong(who=holder, among=among, origin=condition.origin))
    return All(parts=tuple(parts), origin=condition.origin), whole


def _named(who: SomeActors, situation: Situation) -> SomeActors | None:
    """Those meant, by name where they are told by their part in the matter."""
    if not isinstance(who, Role | Bearer | Author):
        return who
    crowd = situation.actors(who)
    return None if crowd is None else Listed(actors=crowd.all, origin=who.origin)


def assumed_of(attribute: str, incident: str) -> str:
    """The name under which an attribute of an earlier incident is assumed."""
    return f"{attribute}{_OF}{incident}"


def _assumed(incident: str, assumed: Mapping[str, str]) -> dict[str, str]:
    """What is assumed, as an earlier incident sees it: its own attributes, and all that is none."""
    own = {
        name.removesuffix(f"{_OF}{incident}"): value
        for name, value in assumed.items()
        if name.endswith(f"{_OF}{incident}")
    }
    others = {
        name: value
        for name, value in assumed.items()
        if name.startswith(("issue ", "circumstance "))
    }
    return {**others, **own}
