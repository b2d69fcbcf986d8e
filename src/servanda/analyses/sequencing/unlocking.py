"""What is enough to be given up for the rest to come free: every smallest set of conditions.

A tree of hitting sets (Reiter 1987), gone through breadth first, smallest sets first: in each
node some steps hold themselves up, and one of the conditions that they fail by has to be given
up, or they stay stuck whatever else is done. So nothing is missed. Where the tree grows too
large it is cut, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from servanda.analyses.sequencing.knots import left_of, smallest_within
from servanda.analyses.sequencing.needs import verdict_on
from servanda.analyses.sequencing.reach import best_course
from servanda.analyses.sequencing.rules import Needs, Rules, Source, needs_of
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

MOST_GIVEN_UP = 4
"""How many conditions a set has at most."""

MOST_SETS = 60
"""How many sets are told of."""

MOST_NODES = 1_500
"""How many sets are tried."""


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What is enough to be given up.

    Attributes:
        sets: Each of them is enough, and none of its conditions can be spared; smallest first.
        complete: Whether there are no others.
    """

    sets: tuple[tuple[Source, ...], ...]
    complete: bool


def unlocking(rules: Rules, done: Collection[Step] = (), goal: Step | None = None) -> Unlocking:
    """Every smallest set of conditions that frees everything, or one step.

    Args:
        rules: What each step waits for.
        done: The steps taken already.
        goal: The step to be freed; all of them where none is named.
    """
    found: list[frozenset[Source]] = []
    order: dict[Source, int] = {}
    level: dict[frozenset[Source], None] = {frozenset(): None}
    tried, complete = 0, True
    for size in range(MOST_GIVEN_UP + 1):
        following: dict[frozenset[Source], None] = {}
        for given_up in level:
            if any(small <= given_up for small in found):
                continue
            if tried >= MOST_NODES or len(found) >= MOST_SETS:
                return Unlocking(_in_order(found, order), complete=False)
            tried += 1
            needs = needs_of(rules, given_up)
            course = best_course(needs, done, perhaps=True)
            taken = course.steps.union(done)
            if goal in taken if goal is not None else all(step in taken for step in needs):
                found.append(given_up)
                continue
            for source in _hindrances(rules, needs, given_up, taken, goal):
                order.setdefault(source, len(order))
                following[given_up | {source}] = None
        if size == MOST_GIVEN_UP and following:
            complete = all(any(small <= new for small in found) for new in following)
        level = following
    return Unlocking(_in_order(found, order), complete)


def _in_order(
    found: list[frozenset[Source]], order: dict[Source, int]
) -> tuple[tuple[Source, ...], ...]:
    return tuple(tuple(sorted(some, key=order.__getitem__)) for some in found)


def _hindrances(
    rules: Rules,
    needs: Needs,
    given_up: frozenset[Source],
    taken: Collection[Step],
    goal: Step | None,
) -> Iterator[Source]:
    """The conditions, one of which has to be given up for some stuck steps to come free."""
    left = {step: left_of(need, taken) for step, need in needs.items() if step not in taken}
    knot = smallest_within(left, left, goal)
    granted = frozenset(taken) | (left.keys() - knot)
    for step in (step for step in rules if step in knot):
        rule = rules[step]
        for clause in rule.clauses(given_up):
            fails = verdict_on(left_of(clause.needs, taken), granted) is Verdict.FAILS
            if fails and clause.source is not None:
                yield clause.source
        for way in rule.ways:
            if way.reading is not None and way.counts(given_up):
                yield way.reading
