"""Which articles are suspended, have ceased or apply again, for whom and since when (S1 to S8).

A run keeps here what its articles on suspension bring about, step by step of the course of
events; what stands under the articles that they touch asks from here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from servanda.analyses.scenario.bonds.agreement_life import Ending
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Known
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict, all_of, any_of
from servanda.model.agreement import End, OnOperation, Reapply
from servanda.model.node import ActorId, AgreementId, ArticleRef

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


class Change(NamedTuple):
    """Whether something is in effect from a step on, and on what grounds."""

    known: Known
    verdict: Verdict
    grounds: tuple[Requirement, ...]

    @property
    def step(self) -> int:
        """The step from which on it is so."""
        return self.known.step

    @property
    def at(self) -> Moment:
        """The moment from which on it is so."""
        return self.known.at


class Stretch(NamedTuple):
    """Whether something is in effect at a step, and since which it has been so."""

    verdict: Verdict
    since: Change | None


NEVER = Stretch(FAILS, None)


@dataclass(slots=True, eq=False)
class Effect:
    """What one article does to others for one actor, from one event on.

    Attributes:
        operation: What the article says about the operation of others, by which it does it.
        changes: In order of time; what came after a doubt settles it as before (S8).
        lasting: The steps at which doubts began of which nothing tells how it was then.
        over: The step at which its end came while it was in doubt whether it had ever begun.
    """

    source: ArticleRef
    actor: ActorId
    operation: OnOperation
    changes: list[Change] = field(default_factory=list)
    lasting: frozenset[int] = frozenset()
    over: int | None = None

    @property
    def spells(self) -> Iterator[tuple[Change, Change]]:
        """From when to when it was in effect, each time that it was and has ended."""
        began: Change | None = None
        for change in self.changes:
            if change.verdict is HOLDS:
                began = began or change
            elif change.verdict is FAILS and began is not None:
                yield began, change
                began = None

    def speaks_of(self, target: ArticleRef | AgreementId) -> bool:
        """Whether it is about an article, or about its agreement as a whole."""
        whole = target.agreement if isinstance(target, ArticleRef) else target
        return self.operation.text in (target, whole)

    def note(self, change: Change) -> bool:
        """Keeps that it is, or is no longer, in effect; tells whether that is new."""
        before = self.changes[-1].verdict if self.changes else FAILS
        if change.verdict is before:
            return False
        if self.changes and self.changes[-1].step == change.step:
            self.changes.pop()
            earlier = self.changes[-1].verdict if self.changes else FAILS
            if earlier is change.verdict:
                return True
        self.changes.append(change)
        return True

    def at(self, step: int) -> Stretch:
        """Whether it is in effect at a step, as far as is known by now."""
        began: Change | None = None
        settled, found = FAILS, NEVER
        for place, change in enumerate(self.changes):
            if change.step > step:
                break
            last = place == len(self.changes) - 1
            verdict = change.verdict
            if verdict is UNDETERMINED and not last and change.step not in self.lasting:
                verdict = settled
            if verdict is not found.verdict and not (verdict is UNDETERMINED and settled is HOLDS):
                began = change
            settled = settled if verdict is UNDETERMINED else verdict
            found = Stretch(verdict, None if verdict is FAILS else began)
        past = self.over is not None and self.over <= step
        return NEVER if past and found.verdict is UNDETERMINED else found

    def doubt_between(self, first: int, last: int) -> int | None:
        """A step among some at which it is undetermined whether it was in effect."""
        steps = (first, *(change.step for change in self.changes if first < change.step <= last))
        return next((s for s in steps if self.at(s).verdict is UNDETERMINED), None)


class Touched(NamedTuple):
    """Whether an article leaves another one alone for somebody, and what it rests on."""

    verdict: Verdict
    since: Change | None
    effect: Effect | None


class Suspensions:
    """What the articles on suspension have brought about in a run so far.

    Attributes:
        step: How many steps of the course of events have been taken.
    """

    def __init__(self, text: TextAsRead) -> None:
        self._text = text
        self.step = 0
        self._effects: defaultdict[tuple[ArticleRef, ActorId], list[Effect]] = defaultdict(list)
        self._happened: dict[tuple[object, ...], int] = {}
        self.changed = False

    # What comes about.

    def happens(self, occasion: tuple[object, ...], step: int) -> None:
        """Keeps at which step a triggering event took place."""
        self._happened.setdefault(occasion, step)

    def moment_of(self, occasion: tuple[object, ...], now: int) -> int:
        """The step at which a triggering event took place."""
        return min(self._happened.get(occasion, now), now)

    def begin(self, source: ArticleRef, actor: ActorId, operation: OnOperation) -> Effect:
        """An effect that an article may have for an actor from one event on."""
        effect = Effect(source, actor, operation)
        self._effects[source, actor].append(effect)
        return effect

    @property
    def effects(self) -> Iterator[Effect]:
        """Everything that was brought about, or may have been."""
        for several in self._effects.values():
            yield from several

    @property
    def endings(self) -> Iterator[Ending]:
        """Each article that has ended its agreement, or may have, and from which day on (S7)."""
        for effect in self.effects:
            ends = effect.operation
            since = effect.at(self.step).since
            if isinstance(ends, End) and since is not None:
                day = since.at.date + dt.timedelta(days=1)
                certain = since.verdict is HOLDS
                yield Ending(ends.text, effect.source, day, day if certain else None)

    # What is asked.

    def touches(
        self,
        target: ArticleRef | AgreementId,
        source: ArticleRef,
        actors: Iterable[ActorId],
        step: int,
    ) -> Touched:
        """Whether an article has another, or an agreement, out of effect for all of some actors."""
        found = [self._for(target, source, actor, step) for actor in actors]
        verdict = all_of(one.verdict for one in found) if found else FAILS
        telling = (one for one in found if one.verdict is verdict)
        return next(telling, Touched(verdict, None, None))

    def revived(self, target: ArticleRef | AgreementId, effect: Effect) -> Change | None:
        """What has since had a text apply again that something had suspended, if anything has."""
        since = effect.at(self.step).since
        return None if since is None else self.revived_after(since, target, effect)

    def revived_after(
        self, since: Change, target: ArticleRef | AgreementId, effect: Effect
    ) -> Change | None:
        """What has had a text apply again after something had suspended it from some step on."""
        if isinstance(effect.operation, End | Reapply):
            return None
        found = [r.since for r in self._revived(target, effect.actor, self.step) if r.since]
        later = (r for r in found if r.step > since.step and r.verdict is HOLDS)
        return min(later, key=lambda change: change.step, default=None)

    def doubt_between(
        self, source: ArticleRef, actors: Iterable[ActorId], first: int, last: int
    ) -> int | None:
        """A step among some at which it is undetermined whether an article suspended others."""
        found = (
            effect.doubt_between(first, last)
            for actor in actors
            for effect in self._effects.get((source, actor), ())
        )
        return next((step for step in found if step is not None), None)

    def _for(
        self, target: ArticleRef | AgreementId, source: ArticleRef, actor: ActorId, step: int
    ) -> Touched:
        revived = tuple(self._revived(target, actor, step))
        best = Touched(FAILS, None, None)
        for effect in self._effects.get((source, actor), ()):
            if isinstance(effect.operation, Reapply) or not effect.speaks_of(target):
                continue
            verdict, since = effect.at(step)
            if since is not None and not isinstance(effect.operation, End):
                after = (r.verdict for r in revived if r.since and r.since.step > since.step)
                verdict = all_of((verdict, ~any_of(after)))
            if any_of((verdict, best.verdict)) is not best.verdict or best.effect is None:
                best = Touched(verdict, since, effect)
        return best

    def _revived(
        self, target: ArticleRef | AgreementId, actor: ActorId, step: int
    ) -> Iterator[Stretch]:
        for source in self._text.revived_by.get(target, ()):
            for effect in self._effects.get((source, actor), ()):
                if isinstance(effect.operation, Reapply) and effect.speaks_of(target):
                    yield effect.at(step)
