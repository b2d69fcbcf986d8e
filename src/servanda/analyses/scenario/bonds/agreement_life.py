"""Who is bound by which agreement on which day: the result of the agreements' own lives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from servanda.analyses.scenario.bonds.spells import Close, Ground, Spell, Start, Tie
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict, verdict
from servanda.model.agreement import Window
from servanda.model.case import ActEvent, Supposed
from servanda.model.node import ActId, ActorId, AgreementId, ArticleRef


class Ending(msgspec.Struct, frozen=True):
    """An agreement ended by one of its articles, from a day on (S7, A8).

    Attributes:
        perhaps_from: First day on which it may have ended.
        surely_from: First day on which it has certainly ended; None if never certain.
    """

    agreement: AgreementId
    article: ArticleRef
    perhaps_from: dt.date
    surely_from: dt.date | None = None


class Supposition(msgspec.Struct, frozen=True):
    """That an agreement is taken to be in force from a day on, and what came of that (A16).

    Attributes:
        line: The line that says so.
        before: Its being in force before that day; None where it was not.
        brought: Whether it has brought the agreement into force, which was not certainly so.
        bound: Those that it has bound.
    """

    line: Supposed
    before: Spell | None
    brought: bool
    bound: tuple[ActorId, ...]


@dataclass(slots=True)
class AgreementLife:
    """The life of one agreement.

    Attributes:
        entry: Its being in force; None while it has not entered into force.
        supposed: That it is taken to be in force; None until that day.
        starts: What brings it into force, one for each article on that.
        was_shared: Whether it has certainly been in force between as many as it takes.
        too_few: That fewer than that are left.
        endings: The articles that end it, or may.
        consents: Who has expressed consent to be bound, with the act.
        ties: Each actor's spells of being a party.
        grounds: Consents, accessions and notices, with their effect.
    """

    agreement: AgreementId
    negotiators: tuple[ActorId, ...]
    entry: Spell | None = None
    supposed: Supposition | None = None
    starts: dict[ArticleRef | None, Start] = field(default_factory=dict)
    was_shared: bool = False
    too_few: Close | None = None
    endings: tuple[Ending, ...] = ()
    consents: dict[ActorId, ActEvent] = field(default_factory=dict)
    ties: dict[ActorId, list[Tie]] = field(default_factory=dict)
    grounds: list[Ground] = field(default_factory=list)

    @property
    def fewest_parties(self) -> int:
        """How many parties it takes to be in force: two, or one for a declaration of one."""
        return min(2, len(self.negotiators))

    def force_on(self, day: dt.date) -> Spell | None:
        """Its being in force, as it was on a day: before that was supposed, or since."""
        if self.supposed is not None and day < self.supposed.line.date:
            return self.supposed.before
        return self.entry

    @property
    def spells(self) -> tuple[Spell, ...]:
        """Its being in force, before that was supposed and since, each once."""
        found = (self.supposed.before if self.supposed else None, self.entry)
        return tuple({id(spell): spell for spell in found if spell is not None}.values())

    def tie(self, actor: ActorId, day: dt.date) -> Tie | None:
        """The actor's tie on a day: the one that runs, else the last one before."""
        ties = [tie for tie in self.ties.get(actor, ()) if tie.perhaps_from <= day]
        return ties[-1] if ties else None

    def is_party(self, actor: ActorId, day: dt.date) -> Verdict:
        """Whether an actor is a party on a day; nobody is once the term has ended."""
        tie = self.tie(actor, day)
        return tie.runs(day) if tie else Verdict.FAILS

    def after_entry(self, period: Duration, day: dt.date) -> Verdict:
        """Whether a period after entry into force has passed on a day."""
        entry = self.force_on(day)
        if entry is None or day < later(entry.perhaps_from, period):
            return Verdict.FAILS
        surely = entry.surely_from
        certain = surely is not None and day >= later(surely, period)
        return Verdict.HOLDS if certain else Verdict.UNDETERMINED

    def crowd(self, day: dt.date) -> Crowd:
        """The parties on a day."""
        verdicts = {actor: self.is_party(actor, day) for actor in self.ties}
        return Crowd(
            tuple(a for a, v in verdicts.items() if v is Verdict.HOLDS),
            tuple(a for a, v in verdicts.items() if v is Verdict.UNDETERMINED),
        )

    def in_force(self, day: dt.date) -> Verdict:
        """Whether it is in force on a day, between as many parties as it needs."""
        entry = self.force_on(day)
        if entry is None or entry.runs(day) is Verdict.FAILS:
            return Verdict.FAILS
        needed, crowd = self.fewest_parties, self.crowd(day)
        if len(crowd.sure) >= needed:
            return entry.runs(day)
        return Verdict.UNDETERMINED if len(crowd.all) >= needed else Verdict.FAILS

    def notices(self, actor: ActorId, act: ActId) -> Iterator[Close]:
        """What the notices of one kind by an actor end."""
        spells = (*self.ties.get(actor, ()), *self.spells)
        for ending in (ending for spell in spells for ending in spell.endings):
            ground = ending.ground
            if ground is not None and ground.actor == actor and ground.event.act == act:
                yield ending

    @property
    def days(self) -> Iterator[dt.date]:
        """The days on which something about its life changes."""
        for spell in self.spells:
            yield from spell.days
        for start in self.starts.values():
            yield start.perhaps
            yield from (start.surely,) if start.surely else ()
        for ties in self.ties.values():
            for tie in ties:
                yield from tie.days


class Bonds:
    """The lives of all agreements of a case, as known at the moment of the run."""

    def __init__(self, lives: Mapping[AgreementId, AgreementLife]) -> None:
        self.lives = lives
        self._parties: dict[tuple[AgreementId, dt.date], Crowd] = {}

    def parties(self, agreement: AgreementId, day: dt.date) -> Crowd:
        """The parties to an agreement on a day."""
        key = (agreement, day)
        if key not in self._parties:
            life = self.lives.get(agreement)
            self._parties[key] = life.crowd(day) if life else Crowd()
        return self._parties[key]

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:
        """Whether an agreement is in force on a day."""
        life = self.lives.get(agreement)
        return life.in_force(day) if life else Verdict.FAILS

    def is_party(self, actor: ActorId, agreement: AgreementId, day: dt.date) -> Verdict:
        """Whether an actor is a party on a day."""
        return self.parties(agreement, day).membership(actor)

    def bound_since(self, actor: ActorId, agreement: AgreementId, day: dt.date) -> dt.date | None:
        """Since when an actor that is a party on a day has been one."""
        life = self.lives.get(agreement)
        tie = life.tie(actor, day) if life else None
        return (tie.surely_from or tie.perhaps_from) if tie else None

    def open(self, window: Window | None, article: ArticleRef, day: dt.date) -> Verdict:
        """Whether an article's window is open on a day."""
        if window is None:
            return Verdict.HOLDS
        life = self.lives[article.agreement]
        return window_open(window, life, day)

    @property
    def days(self) -> set[dt.date]:
        """The days on which somebody becomes or ceases to be bound."""
        return {day for life in self.lives.values() for day in life.days}


def window_open(window: Window, life: AgreementLife, day: dt.date) -> Verdict:
    """Whether a window is open on a day: its date reached, its period after entry passed."""
    if window.date is not None and day < window.date:
        return Verdict.FAILS
    if window.after_entry is None:
        return verdict(True)
    return life.after_entry(window.after_entry, day)
