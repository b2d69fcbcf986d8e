"""Why the rest is stuck: steps that wait for one another, and steps that nothing can bring about.

Strongly connected components of the graph in which a step leads to those that it waits for (Tarjan
1972), kept where they stay stuck although every step outside could be taken: these hold
themselves up. What is stuck besides waits behind them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from servanda.analyses.sequencing.needs import (
    NOTHING,
    AtLeast,
    Every,
    Fixed,
    Need,
    Opposite,
    Some,
    Taken,
    awaited,
    verdict_on,
)
from servanda.analyses.sequencing.reach import reached
from servanda.analyses.sequencing.rules import Needs
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

TOO_LATE = Fixed(Verdict.FAILS, "settled")
"""What has to come before a step that has been taken."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """What cannot be taken.

    Attributes:
        knots: Steps that wait for one another, one set for each deadlock.
        impossible: Steps that stay stuck although all others were taken.
        behind: What waits for these.
    """

    knots: tuple[frozenset[Step], ...]
    impossible: frozenset[Step]
    behind: frozenset[Step]


def stuck_in(needs: Needs, taken: Collection[Step]) -> Stuck:
    """Sorts the steps that are not taken by why they are not.

    Args:
        needs: What each step waits for.
        taken: Everything that can be taken.
    """
    left = {step: left_of(need, taken) for step, need in needs.items() if step not in taken}
    impossible = frozenset(
        step for step, need in left.items() if verdict_on(need, left.keys()) is Verdict.FAILS
    )
    knots = tuple(_knots(left, tuple(left)))
    known = impossible.union(*knots)
    return Stuck(knots, impossible, frozenset(left) - known)


def left_of(need: Need, taken: Collection[Step]) -> Need:
    """What is left of a need: steps yet to be taken, and what can never be met.

    What cannot be told is taken to be met, and what comes too late not to be.
    """
    match need:
        case Taken():
            return NOTHING if need.step in taken else Taken(need.step)
        case Fixed():
            return need if need.verdict is Verdict.FAILS else NOTHING
        case Opposite():
            return TOO_LATE if verdict_on(need.part, taken) is Verdict.HOLDS else NOTHING
        case Every():
            return Every(tuple(left_of(part, taken) for part in need.parts))
        case Some():
            return Some(tuple(left_of(part, taken) for part in need.parts))
        case AtLeast():
            return AtLeast(need.count, tuple(left_of(part, taken) for part in need.parts))
        case _:
            assert_never(need)


def holding_up(left: Needs, among: Collection[Step]) -> frozenset[Step]:
    """The steps among some that cannot be taken although every other step could be."""
    granted = [step for step in left if step not in among]
    inner = {step: need for step, need in left.items() if step in among}
    return frozenset(among) - reached(inner, granted)


def _knots(left: Needs, among: tuple[Step, ...]) -> Iterator[frozenset[Step]]:
    """The sets of steps that wait for one another, whatever becomes of the others."""
    inside = holding_up(left, among)
    granted = left.keys() - inside
    graph = {
        step: [other for other in awaited(left[step], granted) if other in inside]
        for step in left
        if step in inside
    }
    for component in components(graph):
        if len(component) == 1 and component[0] not in graph[component[0]]:
            continue
        kept = holding_up(left, component)
        if kept == inside == frozenset(component):
            yield kept
        elif kept:
            yield from _knots(left, tuple(step for step in left if step in kept))


def smallest_within(
    left: Needs, stuck: Iterable[Step], goal: Step | None = None
) -> frozenset[Step]:
    """A set of steps that hold themselves up, of which none can be spared.

    Args:
        left: What is left of each step's needs.
        stuck: Steps that cannot be taken.
        goal: A step that has to be among them.
    """
    found = holding_up(left, tuple(stuck))
    if goal is None and found:
        granted = left.keys() - found
        graph = {
            step: [other for other in awaited(left[step], granted) if other in found]
            for step in left
            if step in found
        }
        found = frozenset(next(components(graph)))  # nothing in it waits for anything outside
    for step in [step for step in left if step in found]:
        if step == goal or step not in found:
            continue
        fewer = holding_up(left, found - {step})
        if fewer and (goal is None or goal in fewer):
            found = fewer
    return found


def components(graph: Mapping[Step, Collection[Step]]) -> Iterator[tuple[Step, ...]]:
    """The strongly connected components of a graph, those that others lead to first.

    Tarjan's algorithm (1972), without calls within calls.
    """
    index: dict[Step, int] = {}
    low: dict[Step, int] = {}
    stack: list[Step] = []
    for root in graph:
        if root in index:
            continue
        work: list[tuple[Step, Iterator[Step]]] = []
        _enter(root, graph, index, low, stack, work)
        while work:
            step, others = work[-1]
            other = next(others, None)
            if other is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[step])
                if low[step] == index[step]:
                    yield _component(step, stack, low, len(graph))
            elif other not in index:
                _enter(other, graph, index, low, stack, work)
            else:
                low[step] = min(low[step], low[other])


def _enter(
    step: Step,
    graph: Mapping[Step, Collection[Step]],
    index: dict[Step, int],
    low: dict[Step, int],
    stack: list[Step],
    work: list[tuple[Step, Iterator[Step]]],
) -> None:
    index[step] = low[step] = len(index)
    stack.append(step)
    work.append((step, iter(graph[step])))


def _component(step: Step, stack: list[Step], low: dict[Step, int], done: int) -> tuple[Step, ...]:
    place = stack.index(step)
    found = tuple(stack[place:])
    del stack[place:]
    low.update(dict.fromkeys(found, done))
    return found
