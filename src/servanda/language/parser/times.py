"""Numbers, periods, dates and moments."""

from __future__ import annotations

import datetime as dt
from typing import NoReturn

from servanda.core.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MINUTES_IN_A_DAY,
    MONTHS,
    Duration,
    Moment,
    Unit,
)
from servanda.core.numerals import COUNTING, digits
from servanda.core.spelling import nearest
from servanda.language.lexer import Kind, Token
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.slip import pasted, quoted
from servanda.language.spacing import spaced

MINUTES_IN_AN_HOUR = 60
LONGEST_NUMBER = 9
"""Digits of the largest number: treaties count no further."""

DATE_FORM = "a date is the year, the month and the day: `2026-03-01`"

_UNITS: dict[str, Unit] = {
    "hour": "hours",
    "hours": "hours",
    "day": "days",
    "days": "days",
    "week": "weeks",
    "weeks": "weeks",
    "month": "months",
    "months": "months",
    "year": "years",
    "years": "years",
}

_SHORT: dict[str, Unit] = {
    "h": "hours",
    "hr": "hours",
    "hrs": "hours",
    "d": "days",
    "wk": "weeks",
    "wks": "weeks",
    "mo": "months",
    "mos": "months",
    "yr": "years",
    "yrs": "years",
}


def number(c: Cursor, what: str = "a number") -> int:
    """A whole number."""
    token = c.token()
    if token is None or token.kind is not Kind.NUMBER or not token.text.isdecimal():
        c.expected(what)
    if len(token.text) > LONGEST_NUMBER:
        raise c.fault("SV121", f"{quoted(token.text)} is too large a number to be meant")
    return int(c.next().text)


def period(c: Cursor) -> Duration:
    """A whole number of hours, days, weeks, months or years."""
    _refuse_date_in_words(c)
    if c.kind() is Kind.WORD and c.tokens[c.at].text.lower() in COUNTING:
        raise _number_in_words(c)
    amount = number(c, "a period such as `24 hours`")
    unit = c.token()
    if unit is None or unit.text not in _UNITS:
        _refuse_unit(c, amount, unit)
    c.next()
    return Duration(amount, _UNITS[unit.text])


def _number_in_words(c: Cursor) -> Fault:
    several = spaced(c.tokens[c.at : c.at + 2])
    words = several if digits(several) else c.tokens[c.at].text
    amount = digits(words) or ""
    headline = f"a period has its number in digits: `{amount}`, not {quoted(words)}"
    return c.fault("SV415", headline, *pasted(amount), last=c.at + words.count(" "))


def _refuse_unit(c: Cursor, amount: int, unit: Token | None) -> NoReturn:
    word = unit.text.lower() if unit else ""
    near = _SHORT.get(word) or nearest(word, _UNITS)
    raise c.fault(
        "SV415",
        f"this period has no unit: {amount} of what?",
        *(pasted(f"{amount} {near}") if near else ()),
        "units are hours, days, weeks, months and years",
        label="hours, days, weeks, months or years?",
        first=c.at - 1,
        last=c.at if near else c.at - 1,
    )


def need_after_entry(c: Cursor) -> None:
    """``after entry into force`` has to follow a period."""
    line = f"{spaced(c.tokens[: c.at])} after entry into force"
    c.need("after", "entry", "into", "force", hints=pasted(line))


def date(c: Cursor) -> dt.date:
    """A calendar date."""
    _refuse_date_in_words(c)
    if c.kind() is not Kind.DATE:
        c.expected("a date", (DATE_FORM,))
    day = dt.date.fromisoformat(c.next().text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _too_far_off(c, day)
    return day


def dates(c: Cursor) -> tuple[dt.date | None, dt.date | None]:
    """``from D until D``, either of which may be left out."""
    start = date(c) if c.take("from") else None
    end = date(c) if c.take("until") else None
    return start, end


def _too_far_off(c: Cursor, day: dt.date) -> Fault:
    """The fault of a date, just read, in a year that nobody means."""
    early = day.year < FIRST_YEAR
    before = c.tokens[c.at - 2].text if c.at > 1 else ""
    if early:
        headline = f"the years that can be written begin with {FIRST_YEAR}"
        open_ended = before == "from" and c.tokens[0].text not in {"amendment", "with"}
        hint = "leave out `from` and the date for what has no beginning"
    else:
        headline = f"the years that can be written end with {LAST_YEAR}"
        open_ended = before == "until"
        hint = "leave out `until` and the date for what has no end"
    hints = (hint,) if open_ended else ()
    return c.fault("SV125", headline, *hints, first=c.at - 1, last=c.at - 1)


def moment(c: Cursor) -> Moment:
    """A date, with a time and an offset where they are given."""
    day = date(c)
    if c.kind() is Kind.NUMBER and not _counts_somebody(c):
        headline = f"{quoted(c.tokens[c.at].text)} is not a time of day"
        raise c.fault("SV119", headline, "a time is hours and minutes: `14:00`")
    if c.kind() is not Kind.TIME:
        return Moment(day)
    minute = _minutes(c.next().text)
    if c.kind() is Kind.OFFSET:
        offset = c.next().text
        ahead = _minutes(offset[1:])
        minute += ahead if offset[0] == "-" else -ahead
    days, minute = divmod(minute, MINUTES_IN_A_DAY)
    return Moment(day + dt.timedelta(days=days), minute)


def _counts_somebody(c: Cursor) -> bool:
    """Whether the number after a date belongs to what follows: ``6 parties of PACT must``."""
    modal = c.token(4 if c.sees_one_of("of", ahead=2) else 2)
    return modal is not None and modal.text in {"must", "may"}


def _minutes(time: str) -> int:
    hours, minutes = (int(part) for part in time.split(":"))
    return hours * MINUTES_IN_AN_HOUR + minutes


def _refuse_date_in_words(c: Cursor) -> None:
    fault = date_in_words(c)
    if fault is not None:
        raise fault


def date_in_words(c: Cursor) -> Fault | None:
    """The fault that ``1 March 2026`` or ``March 1, 2026`` comes next; None where it does not."""
    words = [token for token in (c.token(ahead) for ahead in range(4)) if token is not None]
    month = next((token for token in words[:2] if _is_month(token)), None)
    if month is None or (words[0] is not month and words[0].kind is not Kind.NUMBER):
        return None
    numbers = [token for token in words if token.kind is Kind.NUMBER]
    last = max(words.index(token) for token in (month, *numbers))
    hints = _in_digits(MONTHS[month.text.lower()], [token.text for token in numbers])
    headline = "a date is written in digits, not in words"
    return c.fault("SV117", headline, *(hints or (DATE_FORM,)), first=c.at, last=c.at + last)


def _is_month(token: Token) -> bool:
    return token.text.lower() in MONTHS and token.text != "may"


def _in_digits(month: int, numbers: list[str]) -> tuple[str, ...]:
    try:
        day, year = (int(number) for number in numbers)
        return pasted(dt.date(year, month, day).isoformat())
    except ValueError:
        return ()
