"""What is read of the time that some words of an article name."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

import msgspec

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.proposal import Tier

Precision = Literal[
    "minute",
    "part of a day",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half-year",
    "year",
    "decade",
    "century",
    "vague",
    "length",
    "repeated",
]
"""How much time is named; ``vague`` for *now* and *recently*, ``length`` for *two weeks*,
``repeated`` for *every Thursday*."""


class Reckoned(NamedTuple):
    """The time that an expression means at its place in the text.

    Attributes:
        value: As TIMEX3 has it (ISO-TimeML, ISO 24617-1): ``2025-08-17``, ``2025-W33``, ``P2W``,
            ``PRESENT_REF``; what is not known is ``X``.
        precision: How much time is meant.
        day: The day, where it is one day.
        tier: How far that can be relied on.
        reason: What it rests on, in words.
    """

    value: str
    precision: Precision
    day: dt.date | None = None
    tier: Tier = "sure"
    reason: str = ""


class Dated(msgspec.Struct, frozen=True):
    """Some words of an article that name a time, and which time that is.

    Attributes:
        stretch: Where the words stand.
        value: As TIMEX3 has it; what is not known is ``X``: ``XXXX-XX-17``.
        day: The day, where it is one day and is known.
        precision: How much time is meant.
        tier: How far the reading can be relied on.
        reason: What it rests on, in words: *the 17th before the dateline 18 August 2025*.
    """

    stretch: Stretch
    value: str
    day: dt.date | None
    precision: Precision
    tier: Tier
    reason: str
