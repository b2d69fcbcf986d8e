"""An own calendar of the event calculus: days and minutes as numbers (rules T1 to T4)."""

from __future__ import annotations

import calendar
import datetime as dt

from servanda.core.calendar import Duration, Moment
from tests.differential.calculus.lines import UnsupportedError

FOREVER = 99_999_999


def add(day: dt.date, period: Duration) -> dt.date:
    """The day that lies a period of days or longer after a day."""
    if period.unit in {"days", "weeks"}:
        return day + dt.timedelta(days=period.amount * (7 if period.unit == "weeks" else 1))
    if period.unit == "hours":
        raise UnsupportedError("hours as days")
    months = period.amount * (12 if period.unit == "years" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_moment(start: Moment, period: Duration) -> Moment:
    """When a period that is counted from a moment has its last moment."""
    if period.unit != "hours":
        return Moment(add(start.date, period))
    minute = period.amount * 60 + (24 * 60 if start.minute is None else start.minute)
    days, rest = divmod(minute, 24 * 60)
    if start.minute is None and rest == 0:
        return Moment(start.date + dt.timedelta(days=days - 1))
    return Moment(start.date + dt.timedelta(days=days), rest)


class Days:
    """Days and moments as numbers, counted from the day before the first event."""

    def __init__(self, first: dt.date) -> None:
        self.first_day: int = first.toordinal() - 1

    def day(self, date: dt.date) -> int:
        return int(date.toordinal() - self.first_day)

    def key(self, moment: Moment) -> int:
        end = self.day(moment.date) * 1440 + (1439 if moment.minute is None else moment.minute)
        return 2 * end + (moment.minute is None)

    def moment(self, key: int) -> Moment:
        end, whole = divmod(key, 2)
        day, minute = divmod(end, 1440)
        date = dt.date.fromordinal(day + self.first_day)
        return Moment(date) if whole else Moment(date, minute)

    def minute(self, moment: Moment) -> int:
        return self.day(moment.date) * 1440 + (moment.minute or 0)
