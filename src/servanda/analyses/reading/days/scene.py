"""What is known where an expression stands: the dateline, what was named before, which way it looks."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from servanda.analyses.reading.days.dated import Precision, Reckoned
from servanda.analyses.reading.days.lexicon import MONTHS_IN_FULL

Direction = Literal["back", "ahead", ""]
"""Whether the words around tell of what was, or of what is to come; empty where they do not say."""


class Scene(NamedTuple):
    """What an expression of time is reckoned from.

    Attributes:
        dateline: The day the article was published; None where nobody has said.
        named: The last day that was named before in the text.
        period: The last time that was named close before, of whatever length.
        direction: Which way the words around look.
    """

    dateline: dt.date | None
    named: Reckoned | None = None
    period: Reckoned | None = None
    direction: Direction = ""


def in_words(day: dt.date) -> str:
    """A day as it is written out: *18 August 2025*."""
    return f"{day.day} {MONTHS_IN_FULL[day.month - 1]} {day.year}"


def beside(day: dt.date, dateline: dt.date) -> str:
    """How a day lies to the dateline: *before the dateline 18 August 2025*."""
    if day == dateline:
        return f"on the dateline {in_words(dateline)}"
    side = "before" if day < dateline else "after"
    return f"{side} the dateline {in_words(dateline)}"


def without_dateline(value: str, precision: Precision, words: str) -> Reckoned:
    """A time that hangs on a dateline which nobody has given."""
    return Reckoned(
        value, precision, None, "unsure", f"{words}: which one is not known without a dateline"
    )


def without_a_day_before(value: str, precision: Precision, words: str) -> Reckoned:
    """A time that hangs on a day named before, where none is."""
    return Reckoned(value, precision, None, "unsure", f"{words}: the text names no day before it")
