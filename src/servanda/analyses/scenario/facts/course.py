"""The course of events: what happened by a moment, in order (rules F6, T6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from servanda.analyses.scenario.facts.text_as_read import UnknownNameError
from servanda.core.calendar import Moment, order_of
from servanda.model.case import (
    Case,
    Change,
    Choice,
    CircumstanceEvent,
    Event,
    Scenario,
    Supposed,
)
from servanda.model.node import ActorId, AgreementId, CircumstanceId, ReadingId


class Numbered(msgspec.Struct, frozen=True):
    """An event and its place in the order of writing, history first."""

    number: int
    event: Event


class Story(msgspec.Struct, frozen=True):
    """A scenario together with what it continues and the case's history.

    Attributes:
        events: In the order of writing.
        readings: Readings taken for all, those of the last scenario first.
        own_readings: Actors and the readings that they take, in the same order.
        supposed: Agreements taken to be in force, one line for each (A16).
        end: The last moment of the scenario's own events, or of the history; not before what it
            supposes.
    """

    title: str
    events: tuple[Numbered, ...]
    readings: tuple[ReadingId, ...]
    own_readings: tuple[tuple[ActorId, ReadingId], ...]
    choices: tuple[Choice, ...]
    supposed: tuple[Supposed, ...]
    end: Moment


class Course(msgspec.Struct, frozen=True):
    """The events that have happened by a moment, in the order in which they happened.

    Attributes:
        supposed: Agreements taken to be in force from a day on.
    """

    at: Moment
    events: tuple[Numbered, ...]
    supposed: tuple[Supposed, ...]

    @property
    def first_day(self) -> dt.date:
        """The first day of which anything is told; that of the moment where nothing is."""
        days = [one.event.at.date for one in self.events] + [one.date for one in self.supposed]
        return min(days, default=self.at.date)


def story_of(case: Case, scenario: Scenario) -> Story:
    """A scenario with everything that comes before it.

    Raises:
        UnknownNameError: The scenario continues one that does not exist, or itself, or supposes
            that an agreement is in force that does not exist.
    """
    chain = chain_of(case, scenario)
    supposed = supposed_in(chain)
    for one in supposed:
        if one.agreement not in {agreement.id for agreement in case.agreements}:
            raise UnknownNameError(f"there is no agreement {one.agreement}")
    history = [event for part in case.histories for event in part.events]
    own = [event for part in chain for event in part.events]
    moments = [event.at for event in own or history] + [Moment(one.date) for one in supposed]
    return Story(
        title=scenario.title,
        events=tuple(Numbered(n, event) for n, event in enumerate(history + own)),
        readings=tuple(r for part in reversed(chain) for r in part.readings),
        own_readings=tuple(
            (actor, own.reading)
            for part in reversed(chain)
            for own in part.own_readings
            for actor in own.actors
        ),
        choices=tuple(c for part in chain for c in part.choices),
        supposed=supposed,
        end=max(moments, key=order_of) if moments else Moment(dt.date.min),
    )


def settled(event: Event, changes: Mapping[CircumstanceId, Change]) -> Event:
    """An event; of what puts a circumstance in doubt, what is supposed to have become of it."""
    if isinstance(event, CircumstanceEvent) and event.becomes == "is in doubt":
        instead = changes.get(event.circumstance, event.becomes)
        return msgspec.structs.replace(event, becomes=instead)
    return event


def course_of(events: Iterable[Numbered], at: Moment, supposed: tuple[Supposed, ...]) -> Course:
    """What has happened by a moment; a day means its end (T6)."""
    happened = [e for e in events if e.event.at.start <= at.end]
    happened.sort(key=lambda e: (*order_of(e.event.at), e.number))
    return Course(at, tuple(happened), supposed)


def supposed_in(chain: Iterable[Scenario]) -> tuple[Supposed, ...]:
    """What a scenario supposes to be in force, where that is said anew the last line of each (A16)."""
    found: dict[AgreementId, Supposed] = {}
    for part in chain:
        found |= {one.agreement: one for one in part.supposed}
    return tuple(found.values())


def chain_of(case: Case, scenario: Scenario) -> list[Scenario]:
    """A scenario behind all that it continues, the earliest first.

    Raises:
        UnknownNameError: The scenario continues one that does not exist, or itself.
    """
    chain = [scenario]
    while (title := chain[0].continues) is not None:
        earlier = next((s for s in case.scenarios if s.title == title), None)
        if earlier is None or earlier.title in {part.title for part in chain}:
            raise UnknownNameError(f"there is no earlier scenario {title}")
        chain.insert(0, earlier)
    return chain
