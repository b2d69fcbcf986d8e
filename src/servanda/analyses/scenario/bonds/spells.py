"""Stretches of days, such as being in force or being a party, and what ends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.world import Known
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent
from servanda.model.node import ActorId, ArticleRef
from servanda.model.own_life import Leaving

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
        ground: The notice by which it ends.
        revoked: Whether that notice has been revoked in time (A14).
    """

    perhaps: dt.date
    surely: dt.date | None = None
    article: ArticleRef | None = None
    known: Known | None = None
    ground: Ground | None = None
    revoked: Verdict = Verdict.FAILS

    @property
    def certainly(self) -> dt.date | None:
        """First day on which it has certainly ended by this, unless that may be revoked."""
        return self.surely if self.revoked is Verdict.FAILS else None


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
        days = (ending.certainly for ending in self.ends())
        return min((day for day in days if day is not None), default=None)

    def ends(self) -> Iterator[Close]:
        """Everything that ends it, notices that were revoked left out."""
        for ending in self.endings:
            if ending.revoked is not Verdict.HOLDS:
                yield ending

    def runs(self, day: dt.date) -> Verdict:
        """Whether it runs on a day."""
        if day < self.perhaps_from:
            return Verdict.FAILS
        certain = _reached(self.surely_from, day)
        for ending in self.ends():
            if _reached(ending.certainly, day):
                return Verdict.FAILS
            certain = certain and day < ending.perhaps
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
        yield from Spell.ends(self)
        if self.force is not None:
            yield from self.force.ends()


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


def effect_of_notice(rule: Leaving, entry: Spell, day: dt.date) -> tuple[dt.date, dt.date]:
    """When a notice given on a day may take effect, and when it certainly has (A4, A12)."""
    first, last = entry.perhaps_from, entry.surely_from or entry.perhaps_from
    asked = later(day, rule.notice)
    earliest, latest = (
        asked if rule.not_before is None else max(asked, later(start, rule.not_before))
        for start in (first, last)
    )
    if rule.each is None:
        return earliest, latest
    if first == last:
        end = _end_of_period(first, rule.each, earliest)
        return end, end
    return earliest, later(latest, rule.each)


_LONGEST = {"hours": 1 / 24, "days": 1, "weeks": 7, "months": 31, "years": 366}
"""Days of a unit, at most."""


def _end_of_period(start: dt.date, each: Duration, earliest: dt.date) -> dt.date:
    """The first end of a period, of those that follow one upon the other, not before a day."""
    passed = (earliest - start).days / (each.amount * _LONGEST[each.unit])
    number = max(1, int(passed) - 1)
    while later(start, Duration(number * each.amount, each.unit)) < earliest:
        number += 1
    return later(start, Duration(number * each.amount, each.unit))
