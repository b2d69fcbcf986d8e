"""Which events bring which articles into play (rules F5, D1, B1, C11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import msgspec

from servanda.analyses.scenario.conditions.acts import object_fits, object_name
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.facts.situation import Occasion, Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Breach, Record
from servanda.core.verdict import Verdict, all_of
from servanda.model.case import ActEvent, CircumstanceEvent, IncidentEvent
from servanda.model.conditions import ActorIsAmong, All, Condition, IncidentIs, Not
from servanda.model.node import ArticleRef, AttributeId
from servanda.model.sets import Author, Pattern, Role
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger

EVERYTHING = All(parts=())
"""The condition that always holds."""


def occasions_in(record: Record, index: int) -> Iterator[Occasion]:
    """The triggering events in one line of the scenario: an incident, or each author's act."""
    event, number = record.events[index], record.numbers[index]
    if isinstance(event, IncidentEvent):
        yield Occasion("incident", number, event.at, index, incident=event, event=event)
    elif isinstance(event, CircumstanceEvent):
        yield Occasion("circumstance", number, event.at, index, event=event)
    elif isinstance(event, ActEvent):
        incident = record.incident(event.over, index) if event.over else None
        for author in record.authors[index]:
            yield Occasion("act", number, event.at, index, incident, event, (author,))


def occasion_of(breach: Breach) -> Occasion:
    """A breach as a triggering event (B1)."""
    return Occasion(
        "breach",
        0,
        breach.at,
        breach.index,
        incident=breach.incident,
        authors=breach.authors,
        breach=breach,
    )


Cue = tuple[str, str | ArticleRef]
"""What a trigger listens for, and what an event gives: an incident's kind, an act, and so on."""


def cue_for(trigger: Trigger) -> Cue:
    """What an event must be at least, if it is to trigger an article."""
    match trigger:
        case OnIncident():
            return "incident", trigger.kind
        case OnAct():
            return "act", trigger.act
        case OnCircumstance():
            return "circumstance", trigger.circumstance
        case OnBreach():
            return "breach", trigger.article
        case _:
            assert_never(trigger)


def cue_of(occasion: Occasion) -> Cue:
    """What an event is, as far as triggers tell events apart at first sight."""
    event, breach = occasion.event, occasion.breach
    if breach is not None:
        return "breach", breach.article
    if isinstance(event, ActEvent):
        return "act", event.act
    if isinstance(event, CircumstanceEvent):
        return "circumstance", event.circumstance
    assert event is not None
    return "incident", event.kind


def could_trigger(trigger: Trigger, occasion: Occasion) -> bool:
    """Whether the event is of the kind that the trigger speaks of."""
    match trigger:
        case OnIncident():
            incident = occasion.incident if occasion.sort == "incident" else None
            return incident is not None and incident.kind == trigger.kind
        case OnAct():
            event = occasion.event
            return (
                isinstance(event, ActEvent)
                and event.act == trigger.act
                and object_name(trigger.object) in ((), object_name(event.object))
            )
        case OnCircumstance():
            return _may_be_the_turn(trigger, occasion)
        case OnBreach():
            return occasion.breach is not None and occasion.breach.article == trigger.article
        case _:
            assert_never(trigger)


def _may_be_the_turn(trigger: OnCircumstance, occasion: Occasion) -> bool:
    """Whether a circumstance begins or ends so, or is put in doubt."""
    event = occasion.event
    if not isinstance(event, CircumstanceEvent) or event.circumstance != trigger.circumstance:
        return False
    return event.becomes in {trigger.becomes, "is in doubt"}


def _turned(trigger: OnCircumstance, occasion: Occasion, situation: Situation) -> Verdict:
    """Whether a circumstance began or ended then (C11).

    What begins although it holds, or ends although it does not, changes nothing. While it is in
    doubt nobody knows whether it holds: what is told next may be its turn, or have been so before.
    """
    before = msgspec.structs.replace(situation.known, events=occasion.index)
    held = before.holds(trigger.circumstance)
    already = held if trigger.becomes == "begins" else ~held
    event = occasion.event
    if isinstance(event, CircumstanceEvent) and event.becomes == trigger.becomes:
        return ~already
    return Verdict.FAILS if already is Verdict.HOLDS else Verdict.UNDETERMINED


def triggered(trigger: Trigger | None, condition: Condition, situation: Situation) -> Verdict:
    """Whether the situation's event is the trigger that an article names.

    Args:
        trigger: The trigger; None for a standing article.
        condition: The trigger as a condition, from :func:`trigger_condition`.
        situation: Holds the event.
    """
    occasion = situation.occasion
    if trigger is None:
        return Verdict.HOLDS
    if occasion is None or not could_trigger(trigger, occasion):
        return Verdict.FAILS
    if isinstance(trigger, OnCircumstance):
        return _turned(trigger, occasion, situation)
    found = assess(condition, situation)
    if isinstance(trigger, OnAct) and isinstance(occasion.event, ActEvent):
        return all_of((found, object_fits(trigger.object, occasion.event, situation)))
    if occasion.breach is not None:
        return all_of((found, occasion.breach.verdict_at(situation.known.version)))
    return found


def trigger_condition(trigger: Trigger | None, text: TextAsRead) -> Condition:
    """What a trigger asks of its event, as a condition that can be read against it."""
    match trigger:
        case None | OnCircumstance():
            return EVERYTHING
        case OnIncident():
            return All(parts=tuple(_incident_conditions(trigger, text)), origin=trigger.origin)
        case OnAct() | OnBreach():
            return ActorIsAmong(who=Author(), among=trigger.author.among, origin=trigger.origin)
        case _:
            assert_never(trigger)


def _incident_conditions(trigger: OnIncident, text: TextAsRead) -> Iterator[Condition]:
    kind = text.kinds[trigger.kind]
    by, on = kind.role("by"), kind.role("on")
    agent = by.id if by else AttributeId("by")
    patient = on.id if on else AttributeId("on")
    for definition in trigger.definitions:
        yield IncidentIs(definition=definition, origin=trigger.origin)
    if trigger.by is not None:
        yield from _pattern_conditions(trigger.by, agent, patient)
    if trigger.on is not None:
        yield from _pattern_conditions(trigger.on, patient, agent)


def _pattern_conditions(
    pattern: Pattern, role: AttributeId, other: AttributeId
) -> Iterator[Condition]:
    holder = Role(attribute=role)
    yield ActorIsAmong(who=holder, among=pattern.among, origin=pattern.origin)
    if pattern.other:
        same = ActorIsAmong(who=holder, among=Role(attribute=other), origin=pattern.origin)
        yield Not(part=same, origin=pattern.origin)
