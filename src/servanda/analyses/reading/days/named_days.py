"""Days, months and years that are named by their number or name: *17 August*, *the 17th*, *March*."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from servanda.analyses.reading.days.calendar_steps import made, stepped
from servanda.analyses.reading.days.dated import Precision, Reckoned
from servanda.analyses.reading.days.lexicon import MONTHS_IN_FULL, WEEKDAYS_IN_FULL
from servanda.analyses.reading.days.scene import (
    Direction,
    Scene,
    beside,
    in_words,
    without_a_day_before,
    without_dateline,
)

Which = Literal["", "last", "this", "next"]
"""What stands before the name: *last*, *this*, *next*; empty for nothing."""

NEAR = 75
"""Up to how many days from the dateline a day without a year is the nearest one, whatever the words
around: chosen on half of TimeBank's and AQUAINT's documents."""

MONTHS_NEAR = 2
"""Up to how many months ahead a month without a year is the one to come, whatever the words around;
chosen likewise."""

LEAP_CYCLE = 8
"""In how many years a 29 February comes at the latest."""


class DayOfMonth(msgspec.Struct, frozen=True):
    """A day by its number, with the month and the year as far as they are said.

    Attributes:
        weekday: The day of the week that is said with it, Monday 0.
        month_step: For *the 17th of last month*: -1; None where nothing is said.
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    which: Which = ""
    month_step: int | None = None

    def reckon(self, scene: Scene) -> Reckoned:
        """The day that is meant."""
        if self.month is None:
            return self._in_a_month_not_named(scene)
        if self.year is not None:
            return self._in_full(self.year, self.month)
        words = f"{self.day} {MONTHS_IN_FULL[self.month - 1]}"
        value = f"XXXX-{self.month:02}-{self.day:02}"
        if scene.dateline is None:
            return without_dateline(value, "day", words)
        day = _chosen(self._in_years_around(scene.dateline), scene, self.which)
        if day is None:
            return Reckoned(value, "day", None, "unsure", f"{words}: no such day near the dateline")
        said = f"the {words} " + beside(day, scene.dateline)
        return Reckoned(day.isoformat(), "day", day, "likely", said)

    def _in_full(self, year: int, month: int) -> Reckoned:
        words = f"{self.day} {MONTHS_IN_FULL[month - 1]} {year}"
        day = made(year, month, self.day)
        if day is None:
            value = f"{year:04}-{month:02}-{self.day:02}"
            return Reckoned(value, "day", None, "unsure", f"there is no {words}")
        if self.weekday is not None and day.weekday() != self.weekday:
            other = WEEKDAYS_IN_FULL[day.weekday()]
            return Reckoned(day.isoformat(), "day", day, "likely", f"{words}, though a {other}")
        return Reckoned(day.isoformat(), "day", day, "sure", f"{words}, in full")

    def _in_years_around(self, dateline: dt.date) -> Iterator[dt.date]:
        assert self.month is not None
        near = LEAP_CYCLE if (self.month, self.day) == (2, 29) or self.weekday is not None else 1
        for year in range(dateline.year - near, dateline.year + near + 1):
            day = made(year, self.month, self.day)
            if day is not None and (self.weekday is None or day.weekday() == self.weekday):
                yield day

    def _in_a_month_not_named(self, scene: Scene) -> Reckoned:
        words = f"the {nth(self.day)}"
        value = f"XXXX-XX-{self.day:02}"
        if scene.dateline is None:
            return without_dateline(value, "day", words)
        steps = range(-3, 4) if self.month_step is None else (self.month_step,)
        months = (stepped(scene.dateline.replace(day=1), "month", step) for step in steps)
        days = (made(month.year, month.month, self.day) for month in months if month)
        day = _last_or_next([day for day in days if day], scene.dateline, scene.direction or "back")
        if day is None:
            return Reckoned(value, "day", None, "unsure", f"{words}: no such day near the dateline")
        said = f"{words} {beside(day, scene.dateline)}"
        return Reckoned(day.isoformat(), "day", day, "likely", said)


def nth(number: int) -> str:
    """A number as a place in an order: *17th*."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _chosen(days: Iterator[dt.date], scene: Scene, which: Which) -> dt.date | None:
    """Of the same day in several years the one that is meant."""
    dateline = scene.dateline
    assert dateline is not None
    found = list(days)
    if which == "last":
        return max((day for day in found if day < dateline), default=None)
    if which == "next":
        return min((day for day in found if day > dateline), default=None)
    nearest = min(found, key=lambda day: abs(day - dateline), default=None)
    if nearest is None or not scene.direction or abs(nearest - dateline).days <= NEAR:
        return nearest
    return _last_or_next(found, dateline, scene.direction)


def _last_or_next(days: list[dt.date], dateline: dt.date, direction: Direction) -> dt.date | None:
    """The last of some days up to the dateline or the first from it on; else the nearest."""
    if not days:
        return None
    if direction == "ahead":
        return min((day for day in days if day >= dateline), default=max(days))
    return max((day for day in days if day <= dateline), default=min(days))


class Month(msgspec.Struct, frozen=True):
    """A month by its name, with the year as far as it is said.

    Attributes:
        year_step: For *January this year*: 0; None where nothing is said.
        of_that_year: For *April of that year*: that of the time named before.
    """

    month: int
    year: int | None = None
    which: Which = ""
    year_step: int | None = None
    of_that_year: bool = False

    def reckon(self, scene: Scene) -> Reckoned:
        """The month that is meant."""
        words = MONTHS_IN_FULL[self.month - 1]
        if self.year is not None:
            value = f"{self.year:04}-{self.month:02}"
            return Reckoned(value, "month", None, "sure", f"{words} {self.year}, in full")
        if self.of_that_year:
            return self._in_the_year_named(scene.period, words)
        if scene.dateline is None:
            return without_dateline(f"XXXX-{self.month:02}", "month", words)
        year = self._year(scene.dateline, scene.direction)
        place = _place((year, self.month), (scene.dateline.year, scene.dateline.month))
        said = f"{words} {place} the dateline {in_words(scene.dateline)}"
        return Reckoned(f"{year:04}-{self.month:02}", "month", None, "likely", said)

    def _in_the_year_named(self, period: Reckoned | None, words: str) -> Reckoned:
        year = period.value[:4] if period else ""
        if not (len(year) == 4 and year.isdecimal()):
            value = f"XXXX-{self.month:02}"
            return without_a_day_before(value, "month", f"{words} of that year")
        reason = f"{words} of {year}, named before"
        return Reckoned(f"{year}-{self.month:02}", "month", None, "likely", reason)

    def _year(self, dateline: dt.date, direction: Direction) -> int:
        if self.year_step is not None:
            return dateline.year + self.year_step
        if self.which == "last":
            return dateline.year - (self.month >= dateline.month)
        if self.which == "next":
            return dateline.year + (self.month <= dateline.month)
        if self.which == "this" or self.month == dateline.month:
            return dateline.year
        ahead = (self.month - dateline.month) % 12
        if direction == "ahead" or ahead <= MONTHS_NEAR:
            return dateline.year + (self.month < dateline.month)
        return dateline.year - (self.month > dateline.month)


def _place(period: tuple[int, int], dateline: tuple[int, int]) -> str:
    if period == dateline:
        return "that holds"
    return "before" if period < dateline else "after"


class Year(msgspec.Struct, frozen=True):
    """A year by its number.

    Attributes:
        certain: Whether the words around say that it is one: *in 1999*.
    """

    year: int
    certain: bool = True

    def reckon(self, scene: Scene) -> Reckoned:  # noqa: ARG002 (a year says all by itself)
        """The year itself."""
        reason = f"the year {self.year}" + ("" if self.certain else ", by its looks")
        return Reckoned(
            f"{self.year:04}", "year", None, "sure" if self.certain else "likely", reason
        )


class Span(msgspec.Struct, frozen=True):
    """A decade or a century: *the 1990s*, *the 20th century*."""

    value: str
    words: str

    def reckon(self, scene: Scene) -> Reckoned:  # noqa: ARG002 (it says all by itself)
        """The decade or the century itself."""
        precision: Precision = "decade" if len(self.value) == 3 else "century"
        return Reckoned(self.value, precision, None, "sure", self.words)


class Unclear(msgspec.Struct, frozen=True):
    """A date in digits that can be read in two ways: *8/7/2025*."""

    year: int
    words: str

    def reckon(self, scene: Scene) -> Reckoned:  # noqa: ARG002 (nothing around can tell)
        """A day of the year, without saying which."""
        reason = f"{self.words} can be read with the month or with the day first"
        return Reckoned(f"{self.year:04}-XX-XX", "day", None, "unsure", reason)
