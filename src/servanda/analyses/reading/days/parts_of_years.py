"""Quarters, halves and seasons: *the third quarter*, *last spring*."""

from __future__ import annotations

import datetime as dt

import msgspec

from servanda.analyses.reading.days.dated import Precision, Reckoned
from servanda.analyses.reading.days.named_days import Which
from servanda.analyses.reading.days.scene import Scene, in_words, without_dateline

_MIDDLE = {
    "Q1": 2,
    "Q2": 5,
    "Q3": 8,
    "Q4": 11,
    "H1": 4,
    "H2": 10,
    "SP": 4,
    "SU": 7,
    "FA": 10,
    "WI": 1,
}
"""The month in the middle of each part of a year; seasons as in the northern half of the earth."""

_MONTHS = {"Q": 3, "H": 6}


class PartOfYear(msgspec.Struct, frozen=True):
    """A quarter, a half or a season, by its TIMEX3 letters: ``Q3``, ``H2``, ``SP``.

    Attributes:
        year_step: For *last year's third quarter*: -1; None where nothing is said.
    """

    part: str
    words: str
    year: int | None = None
    which: Which = ""
    year_step: int | None = None

    def reckon(self, scene: Scene) -> Reckoned:
        """The part of which year is meant."""
        precision = self._precision()
        if self.year is not None:
            value = f"{self.year:04}-{self.part}"
            return Reckoned(value, precision, None, "sure", f"{self.words} {self.year}, in full")
        if scene.dateline is None:
            return without_dateline(f"XXXX-{self.part}", precision, self.words)
        year = self._year(scene.dateline, scene)
        said = f"{self.words} of {year}, by the dateline {in_words(scene.dateline)}"
        return Reckoned(f"{year:04}-{self.part}", precision, None, "likely", said)

    def _precision(self) -> Precision:
        if self.part[0] == "Q":
            return "quarter"
        return "half-year" if self.part[0] == "H" and self.part[1:].isdecimal() else "season"

    def _year(self, dateline: dt.date, scene: Scene) -> int:
        if self.year_step is not None:
            return dateline.year + self.year_step
        middle = _MIDDLE[self.part]
        half = _MONTHS.get(self.part[0], 3) / 2
        if self.which == "last":
            return dateline.year - (middle + half > dateline.month)
        if self.which == "next" or (not self.which and scene.direction == "ahead"):
            return dateline.year + (middle + half <= dateline.month)
        if self.which == "this":
            return dateline.year
        years = (dateline.year - 1, dateline.year, dateline.year + 1)
        return min(
            years, key=lambda year: abs(12 * (year - dateline.year) + middle - dateline.month)
        )
