"""The accessions of one day: judged all at once, and again when something came of them (A3, A8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.analyses.scenario.bonds.spells import Ground
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent
from servanda.model.node import ActorId


@dataclass(slots=True, eq=False)
class Attempt:
    """An accession of a day.

    Attributes:
        life: The agreement acceded to.
        ground: What came of it, as last judged.
    """

    actor: ActorId
    event: ActEvent
    life: AgreementLife
    ground: Ground | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether it has its effect, as last judged."""
        return self.ground.verdict if self.ground else Verdict.FAILS


@dataclass(slots=True, eq=False)
class Joining:
    """Who has joined an agreement today: accessions to it are judged by those bound before.

    Attributes:
        before: Whether each of them was a party already.
    """

    before: dict[ActorId, Verdict] = field(default_factory=dict)

    def without(self, crowd: Crowd) -> Crowd:
        """The parties but for those who have joined."""
        if not self.before:
            return crowd
        return Crowd(
            tuple(a for a in crowd.sure if a not in self.before),
            tuple(a for a in crowd.all if self._perhaps(a, crowd)),
        )

    def _perhaps(self, actor: ActorId, crowd: Crowd) -> bool:
        then = self.before.get(actor)
        return actor in crowd.perhaps if then is None else then is Verdict.UNDETERMINED


def accede(
    attempts: Sequence[Attempt],
    judged: Callable[[Attempt], Ground],
    bind: Callable[[Attempt], None],
) -> bool:
    """Judges all at once the accessions that have had no effect yet; tells whether any has."""
    waiting = [a for a in attempts if a.verdict is not Verdict.HOLDS]
    found = [judged(attempt) for attempt in waiting]
    news = False
    for attempt, ground in zip(waiting, found, strict=True):
        better = ground.verdict is not Verdict.FAILS and ground.verdict is not attempt.verdict
        if attempt.ground is None or better:
            attempt.ground = ground
        if better:
            bind(attempt)
            news = True
    return news


def noted(attempts: Sequence[Attempt]) -> None:
    """Keeps what came of the accessions of a day, those without object left aside."""
    done: set[tuple[int, ActorId]] = set()
    for attempt in attempts:
        key = (id(attempt.life), attempt.actor)
        if attempt.ground is not None and key not in done:
            attempt.life.grounds.append(attempt.ground)
        if attempt.verdict is Verdict.HOLDS:
            done.add(key)
