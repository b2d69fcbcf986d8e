"""Dates, hours and periods, by the rules of `docs/semantics.md` (T1 to T7, F6)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

MINUTES_IN_A_DAY = 24 * 60

FIRST_YEAR = 1000
"""The first year of a date in a text: what is written of an earlier one is a slip."""

LAST_YEAR = 2999
"""The last year of a date in a text, so that no period that can be meant ends after the calendar."""

Unit = Literal["hours", "days", "weeks", "months", "years"]

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
"""The months by their names in small letters."""


class Moment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day, or a minute of a day in Universal Time.

    Attributes:
        date: The day.
        minute: Minutes after midnight UTC, 0 to 1439; None when only the day is known.
    """

    date: dt.date
    minute: int | None = None

    @property
    def start(self) -> int:
        """First minute that the moment may mean, counted from year 1."""
        return self.date.toordinal() * MINUTES_IN_A_DAY + (self.minute or 0)

    @property
    def end(self) -> int:
        """Last minute that the moment may mean, counted from year 1."""
        last = MINUTES_IN_A_DAY - 1 if self.minute is None else self.minute
        return self.date.toordinal() * MINUTES_IN_A_DAY + last

    def __str__(self) -> str:
        if self.date == dt.date.max:
            return f"{self.date.isoformat()} or later"
        if self.minute is None:
            return self.date.isoformat()
        return f"{self.date.isoformat()} {self.minute // 60:02}:{self.minute % 60:02}"


def order_of(moment: Moment) -> tuple[int, int]:
    """Sorts moments; a day whose hour is unknown comes before its timed moments (F6)."""
    return moment.date.toordinal(), -1 if moment.minute is None else moment.minute


class Duration(msgspec.Struct, frozen=True):
    """A period as treaties state it: a whole number of one unit."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.amount == 1 else self.unit
        return f"{self.amount} {unit}"


def later(day: dt.date, period: Duration) -> dt.date:
    """The day that lies ``period`` after ``day``; the last day of the calendar at most (rule T7).

    Months and years keep the day of the month, or take the last day of a shorter
    month (31 January + 1 month = 28 or 29 February). Hours count as whole days,
    rounded up.
    """
    try:
        match period.unit:
            case "hours":
                return day + dt.timedelta(days=-(-period.amount // 24))
            case "days":
                return day + dt.timedelta(days=period.amount)
            case "weeks":
                return day + dt.timedelta(weeks=period.amount)
            case "months":
                return day + relativedelta(months=period.amount)
            case "years":
                return day + relativedelta(years=period.amount)
    except (OverflowError, ValueError):
        return dt.date.max


def day_before(day: dt.date) -> dt.date | None:
    """The day before; None before the first day of the calendar (rule T7)."""
    return day - dt.timedelta(days=1) if day > dt.date.min else None


def run_on(due: Moment, began: Moment, ended: Moment) -> Moment:
    """A last moment moved on by as long as something was suspended (rule S4).

    Where an end is known by its day only, or it is due by the end of a day, the length is rounded
    up to whole days, in favour of the bearer.
    """
    minutes = ended.start - began.start
    days = -(-minutes // MINUTES_IN_A_DAY)
    if due.minute is None:
        return Moment(later(due.date, Duration(days, "days")))
    if began.minute is None or ended.minute is None:
        minutes = days * MINUTES_IN_A_DAY
    days, minute = divmod(due.minute + minutes, MINUTES_IN_A_DAY)
    return Moment(later(due.date, Duration(days, "days")), minute)


def after(moment: Moment) -> Moment:
    """What comes next after a day, or after a minute."""
    if moment.minute is None:
        return Moment(later(moment.date, Duration(1, "days")))
    days, minute = divmod(moment.minute + 1, MINUTES_IN_A_DAY)
    return Moment(later(moment.date, Duration(days, "days")), minute)


def due(start: Moment, period: Duration) -> Moment:
    """The last moment at which something due within ``period`` of ``start`` is in time.

    Hours run from the minute of the start; when only its day is known they run from
    the end of that day, in favour of the bearer. Longer units end with the day.
    """
    if period.unit != "hours":
        return Moment(later(start.date, period))
    if start.minute is None and period.amount % 24 == 0:
        return Moment(later(start.date, period))
    begin = start.minute if start.minute is not None else MINUTES_IN_A_DAY
    days, minute = divmod(begin + period.amount * 60, MINUTES_IN_A_DAY)
    day = later(start.date, Duration(days, "days"))
    return Moment(day, minute)


def in_digits(text: str) -> str | None:
    """A day in words in digits: ``1 January 2019``; None where it is none."""
    match text.replace(".", "").lower().split():
        case [day, month, year] if day.isdecimal() and year.isdecimal() and month in MONTHS:
            try:
                return dt.date(int(year), MONTHS[month], int(day)).isoformat()
            except ValueError:
                return None
        case _:
            return None


def written_out(text: str) -> dt.date | None:
    """The day that is meant by ``6 July 2017``, ``July 6, 2017`` or ``2017/7/6``; None for no other."""
    folded = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.casefold()).replace(",", " ")
    parts = re.split(r"[\s./-]+", folded.strip())
    if len(parts) != 3 or max(map(len, parts)) > max(map(len, MONTHS)):
        return None
    months = {name[:length]: n for name, n in MONTHS.items() for length in (3, len(name))}
    for year, month, day in (parts, parts[::-1], (parts[2], parts[0], parts[1])):
        number = months.get(month) or (int(month) if month.isdecimal() and year is parts[0] else 0)
        if len(year) == 4 and year.isdecimal() and day.isdecimal():
            try:
                return dt.date(int(year), number, int(day))
            except (ValueError, OverflowError):
                continue
    return None
