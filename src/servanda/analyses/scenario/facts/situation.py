"""What a condition is read against: the moment, the triggering event, the bearer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.world import Breach, Known
from servanda.core.calendar import Moment
from servanda.model.case import ActEvent, CircumstanceEvent, IncidentEvent
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import Author, Bearer, Role, SomeActors

NOTHING_ASSUMED: Mapping[str, str] = {}


class Occasion(msgspec.Struct, frozen=True):
    """An event that may bring articles into play.

    Attributes:
        number: The event's place in the order of writing, or the breach's serial number.
        at: When it happened.
        index: How many events had happened before it.
        incident: The incident that it is, or that it concerns.
        event: The event itself; None for a breach.
        authors: Who acted, or is in breach; empty for an incident.
        breach: The breach that it is.
    """

    sort: Literal["incident", "act", "breach", "circumstance"]
    number: int
    at: Moment
    index: int
    incident: IncidentEvent | None = None
    event: IncidentEvent | ActEvent | CircumstanceEvent | None = None
    authors: tuple[ActorId, ...] = ()
    breach: Breach | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What identifies the event in every run of the same story."""
        which = self.breach.key if self.breach else self.number
        return (self.sort, which, self.authors)

    @property
    def stems_from(self) -> frozenset[int]:
        """Numbers of the events that it is, or that the breach goes back to."""
        return self.breach.stems_from if self.breach else frozenset({self.number})


class Situation(msgspec.Struct, frozen=True):
    """What a condition is read against.

    Attributes:
        occasion: The triggering event; None for a standing article.
        bearers: The bearer, or several who are bound jointly.
        authors: Who did the triggering act, or applies to accede.
        assumed: Values of attributes, and options of issues, tried under rule C2.
        finder: Whose findings alone count (rule F4); None for what is known.
        of_deed: Whether it is a deed that is judged, for which acts before it count (C7).
    """

    known: Known
    occasion: Occasion | None = None
    bearers: tuple[ActorId, ...] = ()
    authors: tuple[ActorId, ...] = ()
    assumed: Mapping[str, str] = NOTHING_ASSUMED
    finder: ActorId | None = None
    of_deed: bool = False

    @property
    def day(self) -> dt.date:
        """The day whose sets and regions count (C4)."""
        return self.occasion.at.date if self.occasion else self.known.at.date

    @property
    def incident(self) -> IncidentEvent | None:
        """The triggering incident."""
        return self.occasion.incident if self.occasion else None

    def value(self, attribute: AttributeId) -> str | None:
        """The value of the incident's attribute; None while it is unknown (F2, F3, F4)."""
        if self.finder is None and attribute in self.assumed:
            return self.assumed[attribute]
        if self.incident is None:
            return None
        return self.known.value(self.incident, attribute, self.finder)

    def actors(self, who: SomeActors) -> Crowd | None:
        """The actors meant; None where a role has a holder that is not known."""
        match who:
            case Role():
                holder = self.value(who.attribute)
                return None if holder is None else Crowd((ActorId(holder),))
            case Bearer():
                return Crowd(self.bearers)
            case Author():
                return Crowd(self.authors)
            case _:
                return self.known.record.sets.members(who, self.day)


def situation_of(
    occasion: Occasion | None, known: Known, bearers: tuple[ActorId, ...] = ()
) -> Situation:
    """What the conditions of an article are read against."""
    return Situation(known, occasion, bearers, occasion.authors if occasion else ())


def assumed_circumstance(circumstance: str) -> str:
    """The name under which it is assumed whether a circumstance holds."""
    return f"circumstance {circumstance}"


def is_circumstance(name: str) -> bool:
    """Whether what is assumed under a name is how a circumstance stands."""
    return name.startswith("circumstance ")


def assumed_option(issue: str) -> str:
    """The name under which an issue's option is assumed, apart from attributes."""
    return f"issue {issue}"
