"""The ends of the periods in which anybody could object to what was put to a body (rule V9).

A matter that is put to a body is adopted when such a period ends in silence. Its end is no event
that anybody writes down, so it takes its place among the events here.
"""

from __future__ import annotations

import msgspec

from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.core.calendar import MINUTES_IN_A_DAY, Duration, Moment, due, order_of
from servanda.core.origin import Origin
from servanda.model.case import Event, PutEvent
from servanda.model.node import IncidentId, MotionId, parts_of
from servanda.model.sets import DecisionRule


class SilenceEnds(msgspec.Struct, frozen=True):
    """The end of a period in which anybody could object.

    Attributes:
        at: Its last moment, at the end of which it has passed.
        put: When the matter was put to the body.
        period: How long it was open to object.
    """

    at: Moment
    put: PutEvent
    period: Duration

    @property
    def incident(self) -> IncidentId | None:
        """The incident that was put to the body."""
        return self.put.incident

    @property
    def motion(self) -> MotionId | None:
        """The motion that was put to the body."""
        return self.put.motion

    @property
    def origin(self) -> Origin:
        """Where it was said that the matter was put to the body."""
        return self.put.origin


Happened = Event | SilenceEnds
"""What has happened: an event, or the end of a silence."""


@once
def silences_of(text: TextAsRead) -> tuple[Duration, ...]:
    """The periods of silence by which any body of the case decides."""
    parts = parts_of((text.case.organs, tuple(a for _, a in text.every_article())))
    periods = (rule.period for rule in parts if isinstance(rule, DecisionRule))
    return tuple(dict.fromkeys(period for period in periods if period is not None))


def with_silences(course: Course, text: TextAsRead) -> tuple[tuple[int, Happened], ...]:
    """Everything that has happened in order, each with its number; ends of silences have negative ones.

    What happens in the last minute, or on the last day, of a silence comes before its end.
    """
    written = [
        (order_of(n.event.at), place, n.number, n.event) for place, n in enumerate(course.events)
    ]
    ends = [
        SilenceEnds(due(n.event.at, period), n.event, period)
        for n in course.events
        if isinstance(n.event, PutEvent)
        for period in silences_of(text)
    ]
    after = len(written)
    passed = [
        ((end.at.date.toordinal(), _last_minute(end.at)), after + place, -1 - place, end)
        for place, end in enumerate(ends)
        if end.at.end < course.at.end
    ]
    ordered = sorted((*written, *passed), key=lambda entry: entry[:2])
    return tuple((number, event) for _, _, number, event in ordered)


def _last_minute(moment: Moment) -> int:
    return MINUTES_IN_A_DAY - 1 if moment.minute is None else moment.minute
