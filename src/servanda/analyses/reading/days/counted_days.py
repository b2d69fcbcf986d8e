"""Days and periods that are counted from the dateline, or from a day named before."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from servanda.analyses.reading.days.calendar_steps import (
    LETTERS,
    UNKNOWN,
    Unit,
    last_such,
    next_such,
    stepped,
    written,
)
from servanda.analyses.reading.days.dated import Precision, Reckoned
from servanda.analyses.reading.days.lexicon import WEEKDAYS_IN_FULL
from servanda.analyses.reading.days.named_days import Which
from servanda.analyses.reading.days.scene import (
    Scene,
    beside,
    in_words,
    without_a_day_before,
    without_dateline,
)
from servanda.analyses.reading.proposal import Tier

SATURDAY = 5

From = Literal["dateline", "named"]
"""What is counted from: the day of publication, or the last day named before."""


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week, Monday 0; from the day named before for *the same*, *the following*."""

    number: int
    which: Which = ""
    start: From = "dateline"

    def reckon(self, scene: Scene) -> Reckoned:
        """The day that is meant."""
        name = WEEKDAYS_IN_FULL[self.number]
        value = f"XXXX-WXX-{self.number + 1}"
        if self.start == "named":
            return self._from_the_day_named(scene, name, value)
        if scene.dateline is None:
            return without_dateline(value, "day", name)
        day = self._day(scene.dateline, scene)
        if day is None:
            return Reckoned(value, "day", None, "unsure", f"{name}: outside the calendar")
        said = f"the {name} {beside(day, scene.dateline)}"
        return Reckoned(day.isoformat(), "day", day, "likely", said)

    def _day(self, dateline: dt.date, scene: Scene) -> dt.date | None:
        if self.which == "last":
            return last_such(dateline, self.number, before=True)
        if self.which == "next":
            return next_such(dateline, self.number, after=True)
        if self.which == "this" and scene.direction != "back":
            return next_such(dateline, self.number)
        if scene.direction == "ahead":
            return next_such(dateline, self.number)
        return last_such(dateline, self.number)

    def _from_the_day_named(self, scene: Scene, name: str, value: str) -> Reckoned:
        if scene.named is None or scene.named.day is None:
            return without_a_day_before(value, "day", name)
        start = scene.named.day
        if self.which == "this":
            day = start if start.weekday() == self.number else None
        elif self.which == "next":
            day = next_such(start, self.number, after=True)
        else:
            day = last_such(start, self.number, before=True)
        if day is None:
            return without_a_day_before(value, "day", name)
        said = f"the {name} by {in_words(start)}, named before"
        return Reckoned(day.isoformat(), "day", day, "likely", said)


class Step(msgspec.Struct, frozen=True):
    """So many whole days, weeks, months on from where one counts: *yesterday*, *next month*.

    Attributes:
        steps: -1 for the one before, 0 for the same, 1 for the one after.
    """

    unit: Unit
    steps: int
    start: From = "dateline"
    words: str = ""

    def reckon(self, scene: Scene) -> Reckoned:
        """The day or the period that is meant."""
        if self.start == "named":
            return self._from_what_was_named(scene)
        if scene.dateline is None:
            return without_dateline(UNKNOWN[self.unit], self.unit, self.words)
        day = stepped(scene.dateline, self.unit, self.steps - self._is_over(scene))
        return self._told(day, f"{self.words}, by the dateline {in_words(scene.dateline)}", "sure")

    def _is_over(self, scene: Scene) -> bool:
        """Whether *the weekend* is the one before: where nothing looks ahead, in the working week."""
        return (
            self.words == "the weekend"
            and scene.direction != "ahead"
            and scene.dateline is not None
            and scene.dateline.weekday() < SATURDAY
        )

    def _from_what_was_named(self, scene: Scene) -> Reckoned:
        if self.unit == "day":
            if scene.named is None or scene.named.day is None:
                return without_a_day_before(UNKNOWN["day"], "day", self.words)
            start = scene.named.day
        else:
            first = None if scene.period is None else first_day(scene.period)
            if first is None:
                return without_a_day_before(UNKNOWN[self.unit], self.unit, self.words)
            start = first
        told = f"{self.words}, by {in_words(start)}" + (
            ", named before" if self.unit == "day" else ", in what was named before"
        )
        return self._told(stepped(start, self.unit, self.steps), told, "likely")

    def _told(self, day: dt.date | None, reason: str, tier: Literal["sure", "likely"]) -> Reckoned:
        if day is None:
            return Reckoned(UNKNOWN[self.unit], self.unit, None, "unsure", "outside the calendar")
        known = day if self.unit == "day" else None
        return Reckoned(written(day, self.unit), self.unit, known, tier, reason)


class Shift(msgspec.Struct, frozen=True):
    """So many units before or after where one counts: *two weeks ago*, *three days later*.

    Attributes:
        amount: How many; None for *several*.
        exact: Whether it is not *about* or *more than* so many.
    """

    amount: int | None
    unit: Unit
    back: bool
    start: From
    words: str
    exact: bool = True

    def reckon(self, scene: Scene) -> Reckoned:
        """The day or the period that is meant."""
        time = self._counted(scene)
        if self.exact:
            return time
        tier: Tier = "likely" if time.tier == "sure" else "unsure"
        return time._replace(tier=tier, reason=f"{time.reason}; the number is not exact")

    def _counted(self, scene: Scene) -> Reckoned:
        if self.amount is None:
            ref = "PAST_REF" if self.back else "FUTURE_REF"
            return Reckoned(ref, "vague", None, "sure", f"{self.words}: no number")
        steps = -self.amount if self.back else self.amount
        if self._by_a_period(scene):
            return self._from_the_period(scene, steps)
        return Step(self.unit, steps, self.start, self.words).reckon(scene)

    def _by_a_period(self, scene: Scene) -> bool:
        """Whether *a year earlier* compares with a quarter, a month or a day that was named."""
        period = scene.period
        return (
            self.unit == "year"
            and period is not None
            and period.precision in {"quarter", "month"}
            and first_day(period) is not None
        )

    def _from_the_period(self, scene: Scene, steps: int) -> Reckoned:
        assert scene.period is not None
        first = first_day(scene.period)
        assert first is not None
        unit: Unit = "quarter" if scene.period.precision == "quarter" else "month"
        day = stepped(first, self.unit, steps)
        if day is None:
            return Reckoned(UNKNOWN[unit], unit, None, "unsure", "outside the calendar")
        reason = f"{self.words}, by {scene.period.value}, named before"
        return Reckoned(written(day, unit), unit, None, "likely", reason)


def first_day(period: Reckoned) -> dt.date | None:
    """The first day of a time that was named; None where it is not known or of no such kind."""
    if period.day is not None:
        return period.day
    year, _, rest = period.value.partition("-")
    if not (len(year) == 4 and year.isdecimal() and int(year)):
        return None
    if not rest:
        return dt.date(int(year), 1, 1)
    if rest[:1] == "Q" and rest[1:].isdecimal():
        return dt.date(int(year), 3 * int(rest[1:]) - 2, 1)
    if rest[:1] == "W" and rest[1:3].isdecimal():
        return dt.date.fromisocalendar(int(year), int(rest[1:3]), 1)
    if len(rest) == 2 and rest.isdecimal():
        return dt.date(int(year), int(rest), 1)
    return None


class Vague(msgspec.Struct, frozen=True):
    """The present, the past or the future, with nothing to count: *now*, *recently*, *soon*."""

    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
    words: str

    def reckon(self, scene: Scene) -> Reckoned:  # noqa: ARG002 (it names no day)
        """No day."""
        return Reckoned(self.value, "vague", None, "sure", f"{self.words}: names no day")


class Length(msgspec.Struct, frozen=True):
    """How long: *two weeks*; or how often, where ``repeated``: *every day*."""

    value: str
    repeated: bool = False

    def reckon(self, scene: Scene) -> Reckoned:  # noqa: ARG002 (it names no day)
        """No day."""
        precision: Precision = "repeated" if self.repeated else "length"
        reason = "how often, not when" if self.repeated else "how long, not when"
        return Reckoned(self.value, precision, None, "sure", reason)


def length(amount: int | None, unit: str) -> Length:
    """A length of time: 2, *week* for ``P2W``; without a number for *several weeks*."""
    letters = LETTERS[unit]
    number = "X" if amount is None else str(amount)
    if letters.startswith("T"):
        return Length(f"PT{number}{letters[1:]}")
    if unit == "decade" and amount is not None:
        return Length(f"P{10 * amount}Y")
    return Length(f"P{number}{letters}")
