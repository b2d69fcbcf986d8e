"""A case and its scenarios as facts for the event calculus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servanda.core.calendar import Moment
from servanda.model import case as cs
from tests.differential.calculus.articles import Articles
from tests.differential.calculus.conditions import Conditions
from tests.differential.calculus.days import Days
from tests.differential.calculus.events import Events
from tests.differential.calculus.incidents import Incidents
from tests.differential.calculus.instants import Instant, Timeline
from tests.differential.calculus.lines import Lines, only, q
from tests.differential.calculus.sets import Sets
from tests.differential.calculus.worlds import Worlds


class Program:
    """The facts of one case and of the scenarios that are asked of it.

    Attributes:
        last_day: The day about which each scenario is asked.
    """

    def __init__(self, case: cs.Case, asked: Sequence[tuple[cs.Scenario, Moment]]) -> None:
        self.case, self.lines = case, Lines()
        self.last_day: dict[int, int] = {}
        self.days = Days(min(e.at.date for s, _ in asked for e in self.events_of(s)))
        self.conditions = Conditions(case, self.lines, Sets(case, self.lines, self.days))
        self.texts = Articles(case, self.conditions, self.days)
        self.timeline = Timeline(self.texts, self.days)
        self.incidents = Incidents(case, self.lines, self.conditions)
        self.events = Events(case, self.timeline, self.incidents)
        self.worlds = Worlds(case, self.incidents)
        self.texts.vocabulary()
        for index, (scenario, at) in enumerate(asked):
            self.scenario(index, scenario, at)

    def events_of(self, scenario: cs.Scenario) -> list[Any]:
        only(scenario, "readings", "choices", "events")
        return [*(e for h in self.case.histories for e in h.events), *scenario.events]

    def scenario(self, s: int, scenario: cs.Scenario, at: Moment) -> None:
        written = [(n, e) for n, e in enumerate(self.events_of(scenario)) if e.at.start <= at.end]
        instants = [Instant(self.days.minute(e.at), 2, n, e.at, e) for n, e in written]
        instants.append(Instant(self.days.key(at) // 2, 3, 0, at))
        self.last_day[s] = self.days.day(at.date)
        active = [r for r in self.texts.articles if self.texts.is_active(r, scenario)]
        for r in active:
            self.lines.fact("active", s, r)
        days = self.timeline.days(instants, at)
        instants += [Instant(self.days.day(d) * 1440, 1, 0, Moment(d)) for d in days]
        instants += self.timeline.ticks(active, instants, at)
        instants.sort(key=lambda i: i[:3])
        first = len(self.timeline.instants)
        self.timeline.instants += instants
        self.timeline.time(s, first, instants)
        for k, instant in enumerate(instants, first):
            if instant.event is not None:
                self.events.event(s, k, instant.event, active)
        for k, instant in enumerate(instants, first):
            self.lines.fact(self.timeline.turn(k, instant), s, k)
        for definition in self.case.definitions:
            meaning = definition.condition
            for reading in definition.readings:
                if reading.id in scenario.readings:
                    meaning = reading.condition
            self.lines.fact("meaning", s, q(definition.id), self.conditions.condition(meaning))
        self.worlds.turn_out(s, scenario, first, instants)
