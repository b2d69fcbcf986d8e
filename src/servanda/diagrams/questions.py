"""What is asked of a function: how many points it has, which, and what remains of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from operator import mul

from servanda.diagrams.nodes import FALSE, TRUE, Nodes


class Counts:
    """How many points functions have, each node counted once."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self.points = list(accumulate(reversed(nodes.sizes), mul, initial=1))[::-1]
        self._counts: dict[int, int] = {FALSE: 0, TRUE: 1}

    def forget(self) -> None:
        """Forgets what has been counted."""
        self._counts = {FALSE: 0, TRUE: 1}

    def count(self, u: int) -> int:
        """How many points a function has, over all variables."""
        return self._below(u) * (self.points[0] // self.points[self._nodes.top[u]])

    def _below(self, u: int) -> int:
        """How many points it has over the variables from its first one on."""
        counts = self._counts
        count = counts.get(u)
        if count is None:
            top, points = self._nodes.top, self.points
            after = points[top[u] + 1]
            count = 0
            for branch in self._nodes.below[u]:
                if branch:
                    count += self._below(branch) * (after // points[top[branch]])
            counts[u] = count
        return count


def support(nodes: Nodes, u: int) -> frozenset[int]:
    """The variables on whose values it depends whether a point belongs."""
    return frozenset(nodes.top[node] for node in nodes.reachable([u]))


def holds(nodes: Nodes, u: int, point: Sequence[int]) -> bool:
    """Whether a point, a value for each variable, belongs to a function."""
    while u > TRUE:
        u = nodes.below[u][point[nodes.top[u]]]
    return u == TRUE


def first_point(nodes: Nodes, u: int) -> tuple[int, ...] | None:
    """The first point in the order of values; None where there is none."""
    if u == FALSE:
        return None
    point = [0] * len(nodes.sizes)
    while u > TRUE:
        branches = nodes.below[u]
        value = next(value for value, branch in enumerate(branches) if branch != FALSE)
        point[nodes.top[u]] = value
        u = branches[value]
    return tuple(point)


def without(
    nodes: Nodes, u: int, variables: Collection[int], gathered: Callable[[Iterable[int]], int]
) -> int:
    """What remains when variables are no longer asked, their branches gathered into one."""
    last = max(variables, default=-1)
    top, below = nodes.top, nodes.below
    answers: dict[int, int] = {}

    def without_them(u: int) -> int:
        if top[u] > last:
            return u
        answer = answers.get(u)
        if answer is None:
            branches = [without_them(branch) for branch in below[u]]
            if top[u] in variables:
                answer = gathered(branches)
            else:
                answer = nodes.make(top[u], tuple(branches))
            answers[u] = answer
        return answer

    return without_them(u)


def fixed(nodes: Nodes, u: int, values: Mapping[int, int]) -> int:
    """What remains when some variables have these values."""
    last = max(values, default=-1)
    top, below = nodes.top, nodes.below
    answers: dict[int, int] = {}

    def with_values(u: int) -> int:
        if top[u] > last:
            return u
        answer = answers.get(u)
        if answer is None:
            value = values.get(top[u])
            if value is None:
                answer = nodes.make(top[u], tuple([with_values(branch) for branch in below[u]]))
            else:
                answer = with_values(below[u][value])
            answers[u] = answer
        return answer

    return with_values(u)


def residuals(nodes: Nodes, u: int, level: int) -> dict[int, int]:
    """What can remain once all variables before a level are known, and the points leading there.

    In the order of the first point that leads to each.
    """
    top, below = nodes.top, nodes.below
    answers: dict[int, dict[int, int]] = {}

    def remaining(u: int) -> dict[int, int]:
        if top[u] >= level:
            return {u: TRUE}
        answer = answers.get(u)
        if answer is None:
            after = [remaining(branch) for branch in below[u]]
            found = dict.fromkeys(residual for each in after for residual in each)
            answer = answers[u] = {
                residual: nodes.make(top[u], tuple([each.get(residual, FALSE) for each in after]))
                for residual in found
            }
        return answer

    return remaining(u)
