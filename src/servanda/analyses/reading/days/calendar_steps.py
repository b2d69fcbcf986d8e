"""Days, weeks, months and the rest counted on from a day, and how TIMEX3 writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

from dateutil.relativedelta import relativedelta

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "half-year", "year", "decade", "century"
]

_MONTHS_IN: dict[str, int] = {
    "month": 1,
    "quarter": 3,
    "half-year": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_DAYS_IN: dict[str, int] = {"day": 1, "week": 7, "weekend": 7}


def _iso_week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_WRITTEN: dict[str, Callable[[dt.date], str]] = {
    "day": lambda day: day.isoformat(),
    "week": _iso_week,
    "weekend": lambda day: f"{_iso_week(day)}-WE",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "half-year": lambda day: f"{day.year:04}-H{1 if day.month <= 6 else 2}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}",
    "century": lambda day: f"{day.year // 100:02}",
}

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half-year": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""How a time of a unit is written where it is not known which."""

LETTERS: dict[str, str] = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "W",
    "month": "M",
    "quarter": "Q",
    "half-year": "H",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""The letters of the units in a length of time, as TIMEX3 has them."""


def stepped(day: dt.date, unit: Unit, steps: int) -> dt.date | None:
    """The day that lies so many units after another one; None outside the calendar."""
    try:
        if unit in _DAYS_IN:
            return day + dt.timedelta(days=_DAYS_IN[unit] * steps)
        return day + relativedelta(months=_MONTHS_IN[unit] * steps)
    except (OverflowError, ValueError):
        return None


def written(day: dt.date, unit: Unit) -> str:
    """The time of a unit that a day lies in, as TIMEX3 writes it."""
    return _WRITTEN[unit](day)


def last_such(day: dt.date, weekday: int, *, before: bool = False) -> dt.date | None:
    """The last such day of the week that is not after a day, or that is before it."""
    return stepped(day, "day", -((day.weekday() - weekday - before) % 7) - before)


def next_such(day: dt.date, weekday: int, *, after: bool = False) -> dt.date | None:
    """The first such day of the week that is not before a day, or that is after it."""
    return stepped(day, "day", (weekday - day.weekday() - after) % 7 + after)


def made(year: int, month: int, day: int) -> dt.date | None:
    """A day of the calendar; None where there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
