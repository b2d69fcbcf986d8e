"""Times of a day: *Monday evening*, *10 p.m. on Wednesday*, *noon*."""

from __future__ import annotations

from typing import Protocol

import msgspec

from servanda.analyses.reading.days.dated import Precision, Reckoned
from servanda.analyses.reading.days.scene import Scene


class Form(Protocol):
    """What an expression of time says, before it is known of which day."""

    def reckon(self, scene: Scene) -> Reckoned:
        """The time that is meant where it stands."""


class PartOfDay(msgspec.Struct, frozen=True):
    """A part of a day, ``EV``, or a time by the clock, ``22:00``.

    Attributes:
        day: The day that it is said of; the last one named before, else that of publication,
            where nothing is said.
    """

    part: str
    day: Form
    clock: bool = False

    def reckon(self, scene: Scene) -> Reckoned:
        """The part of which day is meant."""
        of = self.day.reckon(scene)
        precision: Precision = "minute" if self.clock else "part of a day"
        return of._replace(value=f"{of.value}T{self.part}", precision=precision)
