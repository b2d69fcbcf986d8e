"""Cubes, and sets of cubes that share what they have in common.

A cube says of some variables which values they may have: *(means is land or sea) and
(phase is in force)*. A set of cubes is a diagram of its own, whose nodes branch by the
values that their variable may have; a zero-suppressed diagram (Minato 1993) with one
branch for each mask. So sets with millions of cubes are counted and subtracted without
being listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.diagrams.logic import SHIFT, Answers, Logic
from servanda.diagrams.nodes import FALSE, TRUE, BudgetExceeded, Nodes

Cube = tuple[tuple[int, int], ...]
"""Variables with the bit mask of the values that each may have; who is absent is free."""

NONE = 0
"""The set without cubes."""

FREE = 1
"""The set of the one cube in which every variable is free."""

Branches = tuple[tuple[int, int], ...]
"""Masks of a variable, rising, each with the set of what may stand beside it."""


class CubeSets:
    """Every set of cubes that was met, each kept once.

    Attributes:
        top: The first variable that is not free in all cubes of each set.
        branches: The masks of that variable; the full mask is that of a free one.
        counts: How many cubes are in each set.
    """

    def __init__(self, nodes: Nodes, logic: Logic) -> None:
        self._nodes = nodes
        self._logic = logic
        self.full = [(1 << size) - 1 for size in nodes.sizes]
        self.top = [len(nodes.sizes)] * 2
        self.branches: list[Branches] = [(), ()]
        self.counts = [0, 1]
        self._known: dict[tuple[int, Branches], int] = {}
        self._differences: Answers = {}
        self._meetings: Answers = {}

    @property
    def alive(self) -> int:
        """How many nodes these sets have, beside those of the functions."""
        return len(self.top) - 2

    def make(self, variable: int, branches: Branches) -> int:
        """The set of what stands under each mask, joined to it; no branch is empty."""
        if not branches:
            return NONE
        if branches[0][0] == self.full[variable]:
            return branches[0][1]
        key = (variable, branches)
        known = self._known.get(key)
        if known is None:
            known = len(self.top)
            if self.alive + self._nodes.alive >= self._nodes.budget:
                raise BudgetExceeded(self._nodes.budget)
            self.top.append(variable)
            self.branches.append(branches)
            self.counts.append(sum([self.counts[rest] for _, rest in branches]))
            self._known[key] = known
        return known

    def listed(self, cubes: int) -> Iterator[Cube]:
        """The cubes of a set one by one, by their masks from the first variable on."""
        ahead: list[tuple[int, Cube]] = [(cubes, ())]
        while ahead:
            node, before = ahead.pop()
            if node == FREE:
                yield before
            variable = self.top[node]
            for mask, rest in reversed(self.branches[node]):
                said = () if mask == self.full[variable] else ((variable, mask),)
                ahead.append((rest, before + said))

    def minus(self, cubes: int, others: int) -> int:
        """The cubes of a set that are not in another."""
        if cubes in (others, NONE):
            return NONE
        if others == NONE:
            return cubes
        key = cubes << SHIFT | others
        answer = self._differences.get(key)
        if answer is None:
            variable = min(self.top[cubes], self.top[others])
            taken = dict(self._at(variable, others))
            left = [
                (mask, self.minus(rest, taken[mask]) if mask in taken else rest)
                for mask, rest in self._at(variable, cubes)
            ]
            answer = self.make(variable, tuple([branch for branch in left if branch[1]]))
            self._differences[key] = answer
        return answer

    def _at(self, variable: int, cubes: int) -> Branches:
        if self.top[cubes] == variable:
            return self.branches[cubes]
        return ((self.full[variable], cubes),)

    def meeting(self, cubes: int, u: int) -> int:
        """The cubes of a set that have a point in common with a function."""
        if u == FALSE or cubes == NONE:
            return NONE
        if u == TRUE or cubes == FREE:
            return cubes
        key = cubes << SHIFT | u
        answer = self._meetings.get(key)
        if answer is None:
            variable = min(self.top[cubes], self._nodes.top[u])
            kept = [
                (mask, self.meeting(rest, self._seen(variable, mask, u)))
                for mask, rest in self._at(variable, cubes)
            ]
            answer = self.make(variable, tuple([branch for branch in kept if branch[1]]))
            self._meetings[key] = answer
        return answer

    def _seen(self, variable: int, mask: int, u: int) -> int:
        """What a function allows of later variables under some of the values of one."""
        if self._nodes.top[u] > variable:
            return u
        branches = self._nodes.below[u]
        return self._logic.any_of(
            [branch for value, branch in enumerate(branches) if mask >> value & 1]
        )

    def coverage(self, cubes: int) -> tuple[int, int]:
        """The points in some cube of a set, and those in two or more."""
        return self._covering({NONE: (FALSE, FALSE), FREE: (TRUE, FALSE)})(cubes)

    def _covering(self, answers: dict[int, tuple[int, int]]) -> Callable[[int], tuple[int, int]]:
        both, either, make = self._logic.both, self._logic.either, self._nodes.make

        def covering(cubes: int) -> tuple[int, int]:
            answer = answers.get(cubes)
            if answer is None:
                variable, branches = self.top[cubes], self.branches[cubes]
                once, twice = [], []
                for value in range(self._nodes.sizes[variable]):
                    some = more = FALSE
                    for mask, rest in branches:
                        if mask >> value & 1:
                            here, again = covering(rest)
                            more = either(either(more, again), both(some, here))
                            some = either(some, here)
                    once.append(some)
                    twice.append(more)
                answer = make(variable, tuple(once)), make(variable, tuple(twice))
                answers[cubes] = answer
            return answer

        return covering
