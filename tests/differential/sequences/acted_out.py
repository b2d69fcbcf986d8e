"""Steps acted out before the engine, day by day: whether one that is taken performs its duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from servanda.analyses.scenario import Texts, inquire, outcome_of
from servanda.analyses.scenario.outcome import Outcome, State
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Decision, Deed, Entry, Step, Turning
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    DecisionEvent,
    Event,
    OwnReading,
    Scenario,
)
from servanda.model.node import ArticleRef
from servanda.model.sets import Listed


class ActedOut:
    """A case whose steps are taken one a day.

    Attributes:
        first: The day of the first step.
    """

    def __init__(self, setting: Setting, first: dt.date) -> None:
        self.setting = setting
        self.first = first
        self.texts = Texts(replace(setting.case, histories=(), scenarios=()))

    def after(self, steps: Sequence[Step]) -> Outcome:
        """How things stand at the end of the day of the last step."""
        done = [step for step in steps if not isinstance(step, Entry)]
        events = tuple(self._event(step, n) for n, step in enumerate(done))
        own = self.setting.own_readings
        scenario = Scenario(
            title="Acted out",
            readings=self.setting.readings,
            own_readings=tuple(OwnReading(reading=r, actors=(a,)) for a, r in own),
            events=events,
        )
        choices = tuple(self.setting.options.items())
        inquiry = inquire(self.texts, scenario, (), choices)
        return outcome_of(inquiry, self._day(max(0, len(done) - 1)), what_if="none")

    def _day(self, number: int) -> Moment:
        return Moment(self.first + dt.timedelta(days=number))

    def _event(self, step: Step, number: int) -> Event:
        at = self._day(number)
        match step:
            case Deed():
                return ActEvent(
                    at=at, authors=Listed(actors=step.actors[:1]), act=step.act, object=step.object
                )
            case Turning():
                return CircumstanceEvent(
                    at=at, circumstance=step.circumstance, becomes=step.becomes
                )
            case Decision():
                assert isinstance(step.body, Listed)
                return DecisionEvent(at=at, body=step.body, motion=step.motion)
            case _:
                raise AssertionError(step)


def performs(outcome: Outcome, deed: Deed, articles: Sequence[ArticleRef]) -> set[State]:
    """How the duties stand that an act could perform."""
    return {
        life.state
        for life in (*outcome.duties, *outcome.absent)
        if life.article in articles and set(life.bearers) & set(deed.actors)
    }


def in_force(outcome: Outcome, entry: Entry) -> Verdict:
    """Whether an agreement is in force."""
    return next(f.verdict for f in outcome.force if f.agreement == entry.agreement)
