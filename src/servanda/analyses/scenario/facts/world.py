"""What is known at a moment: acts done, findings made, votes cast, breaches so far.

The whole course of events is indexed once (:class:`Record`). A view of it as of a moment
(:class:`Known`) costs nothing and tells later what it told then, so that a reason can be given
for what was decided: the breaches that it holds may grow in number and change their verdicts,
but it is read by :meth:`Known.reaches` and its version, which leave out what came later.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import msgspec

from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.sets_by_date import Sets
from servanda.analyses.scenario.facts.silences import Happened, SilenceEnds, with_silences
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.calendar import Moment, order_of
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict, verdict
from servanda.model.case import (
    UNKNOWN,
    ActEvent,
    CircumstanceEvent,
    DecisionEvent,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    VoteEvent,
)
from servanda.model.matters import Matter
from servanda.model.node import ActId, ActorId, ArticleRef, AttributeId, CircumstanceId, IncidentId

LATEST = sys.maxsize
"""The version of what is known in which everything has become known."""

EventT = TypeVar("EventT", bound=Happened)


@dataclass(slots=True, eq=False, kw_only=True)
class Conduct:
    """What somebody did under an article, or may have done.

    Attributes:
        key: What identifies it in every run of the same story.
        at: When it took place.
        index: How many events had happened by then.
        verdicts: Whether it is so, as of each version of what is known.
    """

    key: tuple[object, ...]
    article: ArticleRef
    authors: tuple[ActorId, ...]
    at: Moment
    index: int
    incident: IncidentEvent | None
    verdicts: list[tuple[int, Verdict]] = field(default_factory=list)

    def verdict_at(self, version: int) -> Verdict:
        """Whether it counted as such at a version of what is known."""
        known = [v for since, v in self.verdicts if since <= version]
        return known[-1] if known else Verdict.FAILS

    def note(self, version: int, verdict: Verdict) -> bool:
        """Keeps a verdict; tells whether it is a new one."""
        if self.verdicts and self.verdicts[-1][1] is verdict:
            return False
        self.verdicts.append((version, verdict))
        return True


@dataclass(slots=True, eq=False, kw_only=True)
class Breach(Conduct):
    """A breach of an article, or what may prove to be one.

    Attributes:
        how: Whether the bearer acted against a prohibition, let a deadline pass, or refused.
        stems_from: Numbers of the events without which there would be no such duty or deed.
    """

    origin: Origin
    how: Literal["acted", "silent", "refused"]
    stems_from: frozenset[int] = frozenset()

    @property
    def key_of_the_broken(self) -> tuple[object, ...]:
        """What identifies the duty or prohibition: the breach's own key says besides how, and by what."""
        return self.key[:-2]


@dataclass(slots=True, eq=False, kw_only=True)
class Performed(Conduct):
    """A duty that has been performed, or may have been.

    Attributes:
        by: The act; None where doing nothing was enough (D19).
    """

    by: ActEvent | None


class Record:
    """The course of events, indexed by who did what and by incident.

    Attributes:
        events: The events in order.
        authors: For each of them, who acted: a set is taken as on that day.
        acts: Positions of the acts of one kind by one actor.
        acts_of: Positions of the acts of one kind.
        about: Positions of what was found, voted, decided about an incident or a motion.
        incidents: Position of each incident.
        changes: Positions of what became of each circumstance.
        breaches: Breaches so far, in the order in which they came about.
        performances: Duties performed so far, of those articles of which a condition asks.
    """

    def __init__(self, text: TextAsRead, sets: Sets, course: Course) -> None:
        self.text = text
        self.sets = sets
        happened = with_silences(course, text)
        self.events: tuple[Happened, ...] = tuple(event for _, event in happened)
        self.numbers = tuple(number for number, _ in happened)
        self.authors: list[tuple[ActorId, ...]] = []
        self.acts: defaultdict[tuple[ActId, ActorId], list[int]] = defaultdict(list)
        self.acts_of: defaultdict[ActId, list[int]] = defaultdict(list)
        self.about: defaultdict[Matter, list[int]] = defaultdict(list)
        self.incidents: dict[IncidentId, int] = {}
        self.changes: defaultdict[CircumstanceId, list[int]] = defaultdict(list)
        self.breaches: list[Breach] = []
        self.performances: list[Performed] = []

    def learn(self, count: int) -> None:
        """Takes in the events up to a position."""
        for index in range(len(self.authors), count):
            event = self.events[index]
            authors = self._authors_of(event)
            self.authors.append(authors)
            match event:
                case IncidentEvent():
                    self.incidents[event.id] = index
                case ActEvent():
                    self.acts_of[event.act].append(index)
                    for author in authors:
                        self.acts[event.act, author].append(index)
                case FindingEvent():
                    self.about[event.incident].append(index)
                case CircumstanceEvent():
                    self.changes[event.circumstance].append(index)
                case VoteEvent() | DecisionEvent() | PutEvent():
                    self.about[event.matter].append(index)
                case SilenceEnds():
                    self.about[event.put.matter].append(index)
                case _:
                    pass

    def incident(self, name: IncidentId, before: int) -> IncidentEvent | None:
        """The incident of this name, if it happened before a position."""
        position = self.incidents.get(name, before)
        event = self.events[position] if position < before else None
        return event if isinstance(event, IncidentEvent) else None

    def _authors_of(self, event: Happened) -> tuple[ActorId, ...]:
        match event:
            case IncidentEvent() | CircumstanceEvent() | PutEvent() | SilenceEnds():
                return ()
            case DecisionEvent():
                return self.sets.members(event.body, event.at.date).sure
            case _:
                crowd = self.sets.members(event.authors, event.at.date)
                return tuple(a for a in crowd.sure if a not in event.excepting)


class Known(msgspec.Struct, frozen=True):
    """What is known at a moment.

    Attributes:
        at: The moment.
        events: How many events count as having happened.
        findings: How many events count as far as findings are concerned.
        version: Grows with everything that comes to be known, breaches included.
        breaches: What may be breaches, later ones among them: :meth:`reaches` tells.
        performances: The same of duties performed.
        step: How many steps of the course of events have been taken.
        day_over: Whether of a moment without an hour the whole day has passed.
    """

    record: Record
    at: Moment
    events: int
    findings: int
    version: int
    breaches: Sequence[Breach] = ()
    performances: Sequence[Performed] = ()
    step: int = 0
    day_over: bool = False

    @property
    def day(self) -> dt.date:
        """The day in question."""
        return self.at.date

    def as_found_by(self, now: Known) -> Known:
        """What was known at this moment, with what has been found by a later one."""
        return msgspec.structs.replace(self, findings=now.findings, version=now.version)

    def reaches(self, conduct: Conduct) -> bool:
        """Whether a breach or a performance, if it is one, had taken place by then."""
        whole = self.day_over and self.at.minute is None
        at = conduct.at
        by_then = at.date <= self.day if whole else order_of(at) <= order_of(self.at)
        return conduct.index <= self.events and by_then

    def about(
        self, matter: Matter, sort: type[EventT]
    ) -> Iterator[tuple[int, EventT, tuple[ActorId, ...]]]:
        """What has been found, voted or decided on a matter so far: position, event, authors."""
        limit = self.findings if sort is FindingEvent else self.events
        for index in self.record.about.get(matter, ()):
            if index >= limit:
                return
            event = self.record.events[index]
            if isinstance(event, sort):
                yield index, event, self.record.authors[index]

    def began(self, circumstance: CircumstanceId) -> Moment | None:
        """Since when a circumstance holds; None where it does not certainly."""
        since = None
        for index in self.record.changes.get(circumstance, ()):
            event = self.record.events[index]
            if index < self.events and isinstance(event, CircumstanceEvent):
                begins = event.becomes == "begins"
                since = (since or event.at) if begins else None
        return since

    def last_change(self, circumstance: CircumstanceId) -> CircumstanceEvent | None:
        """What became of a circumstance last, where it has ever begun or been in doubt."""
        last = None
        for index in self.record.changes.get(circumstance, ()):
            event = self.record.events[index]
            if index < self.events and isinstance(event, CircumstanceEvent):
                last = event
        return last

    def holds(self, circumstance: CircumstanceId) -> Verdict:
        """Whether a circumstance has begun and not ended (C8)."""
        last = self.last_change(circumstance)
        if last is not None and last.becomes == "is in doubt":
            return Verdict.UNDETERMINED
        return verdict(last is not None and last.becomes == "begins")

    def value(
        self, incident: IncidentEvent, attribute: AttributeId, finder: ActorId | None = None
    ) -> str | None:
        """An attribute's value as stated, or as found so far (F2, F3); or by one finder (F4)."""
        if finder is None:
            for stated in incident.values:
                if stated.attribute == attribute and stated.value != UNKNOWN:
                    return stated.value
        found = self.found(incident.id, attribute)
        if finder is not None:
            return found[finder][0] if finder in found else None
        values = {value for value, _ in found.values()}
        return values.pop() if len(values) == 1 else None

    def found(
        self, incident: IncidentId, attribute: AttributeId
    ) -> dict[ActorId, tuple[str, FindingEvent]]:
        """Each finder's latest finding about an attribute."""
        latest: dict[ActorId, tuple[str, FindingEvent]] = {}
        for _, event, finders in self.about(incident, FindingEvent):
            for value in event.values:
                if value.attribute == attribute:
                    latest |= dict.fromkeys(finders, (value.value, event))
        return {who: what for who, what in latest.items() if what[0] != UNKNOWN}
