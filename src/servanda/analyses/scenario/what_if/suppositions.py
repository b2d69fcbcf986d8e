"""Facts supposed to be otherwise: a value, an act, a circumstance, an option, a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.facts.course import Numbered, settled
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.model.case import (
    ActEvent,
    Change,
    CircumstanceEvent,
    DecisionEvent,
    Event,
    IncidentEvent,
    PutEvent,
    Value,
    VoteEvent,
)
from servanda.model.node import ActorId, AttributeId, CircumstanceId, IncidentId

AFTER_ALL = 10**9
"""The place in the order of writing from which supposed events are numbered."""


class Supposed(msgspec.Struct, frozen=True):
    """One fact or more supposed to be otherwise.

    Attributes:
        words: What is supposed, to follow 'if': ``the place of A1 were kyiv``.
        values: Incident, attribute and the value supposed.
        added: Events supposed to have happened.
        undone: Numbers of events, each with the actors supposed not to have taken part.
        options: Issues supposed to be settled on an option.
        readings: Readings supposed to be taken.
        changes: What each circumstance in doubt is supposed to have become instead.
        without: Readings, of those that actors take for themselves, supposed not to be taken;
            and amendments supposed not to have been made.
    """

    words: str
    values: tuple[tuple[IncidentId, AttributeId, str], ...] = ()
    added: tuple[Event, ...] = ()
    undone: tuple[tuple[int, tuple[ActorId, ...]], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    readings: tuple[str, ...] = ()
    changes: tuple[tuple[CircumstanceId, Change], ...] = ()
    without: tuple[str, ...] = ()

    def __add__(self, other: Supposed) -> Supposed:
        """Both supposed together."""
        return Supposed(
            f"{self.words} and {other.words}",
            self.values + other.values,
            self.added + other.added,
            self.undone + other.undone,
            self.options + other.options,
            self.readings + other.readings,
            self.changes + other.changes,
            self.without + other.without,
        )

    @property
    def facts(self) -> tuple[object, ...]:
        """What is supposed, whatever the words."""
        return (
            self.values,
            self.added,
            self.undone,
            self.options,
            self.readings,
            self.changes,
            self.without,
        )

    def bears_on_bonds(self, text: TextAsRead, events: Iterable[Numbered]) -> bool:
        """Whether it may change who is bound."""
        reads = what_bonds_read(text)
        undone = dict(self.undone)
        touched = [*self.added, *(n.event for n in events if n.number in undone)]
        return (
            reads.breaches
            or reads.incidents
            or bool(self.readings or self.without)
            or any(issue in reads.issues for issue, _ in self.options)
            or any(isinstance(event, ActEvent) and event.act in reads.acts for event in touched)
            or any(
                isinstance(event, CircumstanceEvent) and event.circumstance in reads.circumstances
                for event in touched
            )
            or any(name in reads.circumstances for name, _ in self.changes)
            or any(
                isinstance(event, VoteEvent | DecisionEvent | PutEvent)
                and event.motion in reads.motions
                for event in touched
            )
        )

    def text(self, text: TextAsRead) -> TextAsRead:
        """The text under the supposition."""
        if not (self.options or self.readings or self.without):
            return text
        return text.under(self.readings, self.options, self.without)

    def events(self, events: Iterable[Numbered]) -> Iterator[Numbered]:
        """The events under the supposition."""
        undone = dict(self.undone)
        for numbered in events:
            event = self._without(numbered.event, undone.get(numbered.number))
            if event is not None:
                yield Numbered(numbered.number, self._with_values(event))
        for place, event in enumerate(self.added):
            yield Numbered(AFTER_ALL + place, event)

    def _without(self, event: Event, actors: tuple[ActorId, ...] | None) -> Event | None:
        """The event without some of its authors; nothing if it is a decision that is undone."""
        if actors is None:
            return event
        if isinstance(event, IncidentEvent | DecisionEvent | CircumstanceEvent | PutEvent):
            return None
        return msgspec.structs.replace(event, excepting=(*event.excepting, *actors))

    def _with_values(self, event: Event) -> Event:
        if not isinstance(event, IncidentEvent):
            return settled(event, dict(self.changes))
        supposed = {a: v for incident, a, v in self.values if incident == event.id}
        if not supposed:
            return event
        kept = tuple(v for v in event.values if v.attribute not in supposed)
        stated = tuple(Value(attribute=a, value=v) for a, v in supposed.items())
        return msgspec.structs.replace(event, values=(*kept, *stated))
