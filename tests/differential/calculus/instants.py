"""The instants at which anything can change, and the calendar for them (F6, T1 to T6)."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any, NamedTuple

from servanda.core.calendar import Moment
from servanda.model import case as cs
from servanda.model import conditions as co
from tests.differential.calculus.articles import Articles
from tests.differential.calculus.days import Days, add, last_moment


class Instant(NamedTuple):
    """A point at which something can change.

    Attributes:
        minute: When it begins, in minutes.
        order: Terms run out before a day begins, and a day begins before what happens on it.
        at: What it is called: of a term that has run out, its last moment.
    """

    minute: int
    order: int
    place: int
    at: Moment
    event: Any = None


class Timeline:
    """The instants of all scenarios, one after the other.

    Attributes:
        instants: Each by its number.
        asked_of: Those of acts that a condition or a trigger asks for.
    """

    def __init__(self, articles: Articles, days: Days) -> None:
        self.articles, self.calendar = articles, days
        self.lines, self.conditions = articles.lines, articles.conditions
        self.instants: list[Instant] = []
        self.asked_of: set[int] = set()
        self.afters: set[tuple[int, int]] = set()

    def days(self, instants: list[Instant], at: Moment) -> list[dt.date]:
        """The days on which somebody may become bound, cease to be, or join a group."""
        found = {
            i.at.date
            for i in instants
            if isinstance(i.event, cs.ActEvent) and isinstance(i.event.object, co.TheAgreement)
        }
        for _ in range(2):
            found |= {add(d, p) for d in found for p in self.articles.life_periods}
        found |= self.articles.dates | self.conditions.sets.dates
        start = min(i.at.date for i in instants)
        return sorted(d for d in found if start <= d <= at.date)

    def ticks(self, active: list[int], instants: list[Instant], at: Moment) -> list[Instant]:
        """The minutes after the terms whose breach matters may have run out."""
        periods = {
            article.deadline.period
            for pact, article in (self.articles.articles[r] for r in active)
            if (pact, article.number) in self.conditions.watched
            and article.deadline
            and article.deadline.period
        }
        found: dict[Moment, Instant] = {}
        fresh = {i.at for i in instants}
        while fresh and periods:
            ends = {last_moment(m, p) for m in fresh for p in periods}
            fresh = {m for m in ends if m not in found and m.end < at.end}
            for moment in fresh:
                found[moment] = Instant(self.calendar.key(moment) // 2 + 1, 0, 0, moment)
        return list(found.values())

    def time(self, s: int, first: int, instants: list[Instant]) -> None:
        self.lines.fact("last", s, first + len(instants) - 1)
        closing: dict[int, int] = {}
        for k, instant in enumerate(instants, first):
            self.lines.fact("inst", s, k)
            self.lines.fact("start", k, instant.minute)
            self.lines.fact("day", k, self.calendar.day(instant.at.date))
            self.lines.fact("opens", k, 2 * self.calendar.minute(instant.at))
            closing[self.calendar.day(instant.at.date)] = k
            if k > first:
                self.lines.fact("next", k - 1, k)
            if instant.order == 1:
                self.lines.fact("day_begins", s, self.calendar.day(instant.at.date), k)
            for period in self.articles.periods:
                end = self.calendar.key(last_moment(instant.at, period))
                self.lines.fact("ends", self.lines.number("period", period), k, end)
        for day, k in closing.items():
            self.lines.fact("closes", s, day, k)
            date = dt.date.fromordinal(day + self.calendar.first_day)
            for period in self.articles.life_periods:
                self.after(
                    self.lines.number("period", period), day, self.calendar.day(add(date, period))
                )
        for before, day in itertools.pairwise(sorted(closing)):
            self.lines.fact("nextday", s, before, day)

    def after(self, period: int, day: int, then: int) -> None:
        if (period, day) not in self.afters:
            self.afters.add((period, day))
            self.lines.fact("after", period, day, then)

    def turn(self, k: int, instant: Instant) -> str:
        """Whether an answer to a condition may change at an instant, or only if something does."""
        match instant.event:
            case None:
                return "turns_by_bonds" if instant.order == 1 else "turns_by_breach"
            case cs.VoteEvent() | cs.DecisionEvent():
                changes = bool(self.conditions.bodies)
            case cs.IncidentEvent() | cs.FindingEvent() | cs.CircumstanceEvent():
                changes = True
            case _:
                changes = k in self.asked_of
        return "turn" if changes else "turns_by_breach"
