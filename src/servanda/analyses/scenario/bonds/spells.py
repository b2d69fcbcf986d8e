"""Stretches of days, such as being in force or being a party, and what ends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent
from servanda.model.node import ActorId, ArticleRef

NOBODY = ActorId("")


class Ground(msgspec.Struct, frozen=True):
    """An act of an actor about its own bond, and what came of it.

    Attributes:
        verdict: Whether it had its effect.
        requirements: What it took, where it had none or it is undetermined.
    """

    actor: ActorId
    event: ActEvent
    verdict: Verdict
    requirements: tuple[Requirement, ...] = ()


@dataclass(slots=True, eq=False)
class Close:
    """What ends a spell, and when.

    Attributes:
        perhaps: First day on which it may have ended by this.
        surely: First day on which it has certainly ended by this; None if that is open.
        article: The article that says so; None where too few parties are left (A9).
        known: What was known when its condition came to hold, or first hung on the unknown.
    """

    perhaps: dt.date
    surely: dt.date | None = None
    article: ArticleRef | None = None
    known: Known | None = None


@dataclass(slots=True)
class Spell:
    """A stretch of days of which the ends may be uncertain.

    Attributes:
        perhaps_from: First day on which it may run.
        surely_from: First day on which it certainly runs; None if never certain.
        endings: What ends it.
    """

    perhaps_from: dt.date
    surely_from: dt.date | None = None
    endings: list[Close] = field(default_factory=list)

    @property
    def perhaps_until(self) -> dt.date | None:
        """First day on which it may have ended."""
        return min((ending.perhaps for ending in self.ends()), default=None)

    @property
    def surely_until(self) -> dt.date | None:
        """First day on which it has certainly ended."""
        days = (ending.surely for ending in self.ends())
        return min((day for day in days if day is not None), default=None)

    def ends(self) -> Iterator[Close]:
        """Everything that ends it."""
        yield from self.endings

    def runs(self, day: dt.date) -> Verdict:
        """Whether it runs on a day."""
        if day < self.perhaps_from or _reached(self.surely_until, day):
            return Verdict.FAILS
        certain = _reached(self.surely_from, day) and not _reached(self.perhaps_until, day)
        return Verdict.HOLDS if certain else Verdict.UNDETERMINED

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which something about it changes."""
        ends = (self.perhaps_from, self.surely_from, self.perhaps_until, self.surely_until)
        return tuple(day for day in ends if day is not None)


def _reached(day: dt.date | None, now: dt.date) -> bool:
    return day is not None and now >= day


@dataclass(slots=True)
class Tie(Spell):
    """An actor's being a party, once: from its becoming bound until its withdrawal.

    Attributes:
        force: The agreement's being in force, which ends it as well.
    """

    actor: ActorId = NOBODY
    force: Spell | None = None

    def ends(self) -> Iterator[Close]:
        """Its own endings, and those of the agreement for all."""
        yield from self.endings
        if self.force is not None:
            yield from self.force.endings


@dataclass(slots=True, eq=False)
class Start:
    """That what entry into force takes has come together, and when it brings it about (A10).

    Attributes:
        article: The article; None where every negotiating state must have consented.
        perhaps: First day on which it may be in force by this.
        surely: First day on which it certainly is; None if that is open.
        known: What was known on the day on which its condition came to hold, or first hung on
            something unknown.
    """

    article: ArticleRef | None
    perhaps: dt.date
    surely: dt.date | None
    known: Known
