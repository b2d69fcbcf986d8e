"""Cubes, and sets of cubes that share what they have in common.

A cube says of some variables which values they may have: *(means is land or sea) and
(phase is in force)*. A set of cubes is a diagram of its own, whose nodes branch by the
values that their variable may have; a zero-suppressed diagram (Minato 1993) with one
branch for each mask. So sets with millions of cubes are counted and subtracted without
being listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
        self._sums: Answers = {}
        self._unions: Answers = {NONE: FALSE, FREE: TRUE}
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

    def plus(self, cubes: int, others: int) -> int:
        """The cubes of two sets."""
        if cubes in (others, NONE):
            return others
        if others == NONE:
            return cubes
        key = cubes << SHIFT | others
        answer = self._sums.get(key)
        if answer is None:
            variable = min(self.top[cubes], self.top[others])
            joint = dict(self._at(variable, cubes))
            for mask, rest in self._at(variable, others):
                joint[mask] = self.plus(joint.get(mask, NONE), rest)
            answer = self._sums[key] = self.make(variable, tuple(sorted(joint.items())))
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

    def of(self, cubes: Iterable[Cube]) -> int:
        """The set of these cubes."""
        left = list(cubes)
        if not any(left):
            return FREE if left else NONE
        variable = min([cube[0][0] for cube in left if cube])
        under: dict[int, list[Cube]] = {}
        for cube in left:
            if cube and cube[0][0] == variable:
                under.setdefault(cube[0][1], []).append(cube[1:])
            else:
                under.setdefault(self.full[variable], []).append(cube)
        return self.make(variable, tuple([(mask, self.of(under[mask])) for mask in sorted(under)]))

    def union(self, cubes: int) -> int:
        """The points in some cube of a set."""
        answer = self._unions.get(cubes)
        if answer is None:
            by_value = self._by_value(cubes)
            joint = {
                rests: self._logic.any_of([self.union(rest) for rest in rests])
                for rests in dict.fromkeys(by_value)
            }
            branches = tuple([joint[rests] for rests in by_value])
            answer = self._unions[cubes] = self._nodes.make(self.top[cubes], branches)
        return answer

    def overlap(self, cubes: int) -> int:
        """The points in two or more cubes of a set."""
        answers = {NONE: (FALSE, FALSE), FREE: (TRUE, FALSE)}
        both, either, make = self._logic.both, self._logic.either, self._nodes.make

        def counted(rests: tuple[int, ...]) -> tuple[int, int]:
            some = more = FALSE
            for rest in rests:
                here, again = overlapping(rest)
                more = either(either(more, again), both(some, here))
                some = either(some, here)
            return some, more

        def overlapping(cubes: int) -> tuple[int, int]:
            answer = answers.get(cubes)
            if answer is None:
                variable, by_value = self.top[cubes], self._by_value(cubes)
                joint = {rests: counted(rests) for rests in dict.fromkeys(by_value)}
                once = tuple([joint[rests][0] for rests in by_value])
                twice = tuple([joint[rests][1] for rests in by_value])
                answer = answers[cubes] = make(variable, once), make(variable, twice)
            return answer

        return overlapping(cubes)[1]

    def _by_value(self, cubes: int) -> list[tuple[int, ...]]:
        """For each value of the first variable, the sets that may stand beside it."""
        size, branches = self._nodes.sizes[self.top[cubes]], self.branches[cubes]
        return [
            tuple([rest for mask, rest in branches if mask >> value & 1]) for value in range(size)
        ]
