"""What can be taken, and when: the least fixed point of conditions over the steps taken.

Where conditions name steps only as taken there is one answer, whatever the order. Where a step
has to come before another one, courses are searched: what nothing has to come before is taken at
once, and only the rest is tried in turn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from servanda.analyses.sequencing.needs import denied_in, verdict_on
from servanda.analyses.sequencing.rules import Needs
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

MOST_COURSES = 2_000
"""How many places at which courses part are gone through."""


@dataclass(frozen=True, slots=True)
class Course:
    """How far one goes.

    Attributes:
        waves: The steps that can be taken at once, next, and so on.
        complete: Whether all courses have been gone through.
        others: How many further courses lead to other ends, each of them maximal.
    """

    waves: tuple[tuple[Step, ...], ...]
    complete: bool = True
    others: int = 0

    @property
    def steps(self) -> frozenset[Step]:
        """Everything that is taken."""
        return frozenset(step for wave in self.waves for step in wave)


Taking = tuple[tuple[Step, ...], ...]


def best_course(needs: Needs, done: Collection[Step] = (), *, perhaps: bool = False) -> Course:
    """The course that takes most steps; of several, the first in the order of the text.

    Args:
        needs: What each step waits for.
        done: The steps taken already.
        perhaps: Whether what cannot be told is taken to be met.
    """
    ends: dict[frozenset[Step], Taking] = {}
    seen: set[frozenset[Step]] = set()
    waiting: list[tuple[frozenset[Step], Taking]] = [(frozenset(done), ())]
    complete = True
    while waiting:
        if len(seen) >= MOST_COURSES:
            complete = False
            break
        taken, waves = waiting.pop(0)
        taken, more = _at_once(needs, taken, perhaps=perhaps)
        waves = (*waves, *more)
        if taken in seen:
            continue
        seen.add(taken)
        choices = [step for step in needs if _can(needs, step, taken, perhaps=perhaps)]
        waiting += ((taken | {step}, (*waves, (step,))) for step in choices)
        if not choices:
            ends.setdefault(taken, waves)
        if len(taken) >= len(needs) and all(step in taken for step in needs):
            break
    if not ends:
        ends = {taken: waves}
    maximal = [end for end in ends if not any(end < other for other in ends)]
    best = max(maximal, key=len)
    return Course(ends[best], complete, len(maximal) - 1)


def reached(needs: Needs, done: Collection[Step] = (), *, perhaps: bool = True) -> frozenset[Step]:
    """Every step taken in the end, where conditions name steps only as taken."""
    taken = set(done)
    waiting = [step for step in needs if step not in taken]
    while True:
        left = []
        for step in waiting:
            if _met(verdict_on(needs[step], taken), perhaps=perhaps):
                taken.add(step)
            else:
                left.append(step)
        if len(left) == len(waiting):
            return frozenset(taken)
        waiting = left


def _met(verdict: Verdict, *, perhaps: bool) -> bool:
    return verdict is Verdict.HOLDS or (perhaps and verdict is Verdict.UNDETERMINED)


def _can(needs: Needs, step: Step, taken: Collection[Step], *, perhaps: bool) -> bool:
    return step not in taken and _met(verdict_on(needs[step], taken), perhaps=perhaps)


def _at_once(
    needs: Needs, taken: frozenset[Step], *, perhaps: bool
) -> tuple[frozenset[Step], Taking]:
    """Takes, wave by wave, everything that no other step has to come before."""
    waves: list[tuple[Step, ...]] = []
    while True:
        late = set(_too_late_after(needs, taken))
        wave = tuple(
            step for step in needs if step not in late and _can(needs, step, taken, perhaps=perhaps)
        )
        if not wave:
            return taken, tuple(waves)
        waves.append(wave)
        taken |= frozenset(wave)


def _too_late_after(needs: Needs, taken: Collection[Step]) -> Iterator[Step]:
    """The steps after which another one, not taken yet, may be too late."""
    for step, need in needs.items():
        if step not in taken:
            yield from (other for other in denied_in(need) if other != step)
