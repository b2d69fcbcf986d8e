"""What happens next: events, days on which something takes effect, last moments (F6, T5, D7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Generic, NamedTuple, TypeVar

from servanda.analyses.scenario.facts.silences import Happened, SilenceEnds
from servanda.core.calendar import MINUTES_IN_A_DAY, Moment

Waiting = TypeVar("Waiting")


class Place(NamedTuple):
    """A place in the order of time.

    At the same minute, a last moment that has passed comes first, then what takes effect
    with the day, then events in their order, then the silences that end with it.
    """

    minute: int
    phase: int
    order: int


_LAST_MOMENT, _DAY, _EVENT, _SILENCE = range(4)


def _place(event: Happened, index: int) -> Place:
    if isinstance(event, SilenceEnds):
        return Place(event.at.end, _SILENCE, index)
    return Place(event.at.start, _EVENT, index)


class EventHappens(NamedTuple):
    """The event at this position of the course takes place."""

    position: int


class DayBegins(NamedTuple):
    """A day begins on which something takes effect or ends."""

    day: dt.date


class MomentsPass(NamedTuple, Generic[Waiting]):
    """Last moments have passed, at the same minute, for those who waited for them."""

    waiting: tuple[tuple[Moment, Waiting], ...]


class Agenda(Generic[Waiting]):
    """Events and days in the order of time, with last moments added as they become known."""

    def __init__(self, events: Iterable[Happened], days: Iterable[dt.date], end: Moment) -> None:
        """Sets out the steps that are known beforehand.

        Args:
            events: What happens, in order.
            days: Days on which something takes effect.
            end: The moment up to which last moments are to pass.
        """
        self._end = end
        self._alarms: list[tuple[Place, tuple[Moment, Waiting]]] = []
        self._count = 0
        self._fixed: list[tuple[Place, EventHappens | DayBegins]] = [
            (_place(event, index), EventHappens(index)) for index, event in enumerate(events)
        ]
        self._fixed += [
            (Place(day.toordinal() * MINUTES_IN_A_DAY, _DAY, 0), DayBegins(day)) for day in days
        ]
        self._fixed.sort(key=lambda entry: entry[0])

    def wait(self, moment: Moment, who: Waiting) -> None:
        """Puts a last moment on the agenda, to pass with the minute after it."""
        self._count += 1
        place = Place(moment.end + 1, _LAST_MOMENT, self._count)
        heappush(self._alarms, (place, (moment, who)))

    def steps(self) -> Iterator[EventHappens | DayBegins | MomentsPass[Waiting]]:
        """Everything in the order of time."""
        for place, what in self._fixed:
            yield from self._passing_before(place)
            yield what
        yield from self._passing_before(Place(self._end.end, _EVENT, self._count))

    def _passing_before(self, place: Place) -> Iterator[MomentsPass[Waiting]]:
        while self._alarms and self._alarms[0][0] < place:
            minute, passing = self._alarms[0][0].minute, []
            while self._alarms and self._alarms[0][0].minute == minute:
                passing.append(heappop(self._alarms)[1])
            yield MomentsPass(tuple(passing))
