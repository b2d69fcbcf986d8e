"""Covers: a function in few prime cubes, none of which can be widened or dropped.

First come the essential primes, each of which alone has some point. What they leave is
covered greedily (Chvatal 1979), and what has become superfluous by then is dropped.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from servanda.diagrams.cubes import Cube, CubeSets
from servanda.diagrams.logic import Logic
from servanda.diagrams.nodes import FALSE, TRUE, Nodes
from servanda.diagrams.primes import PrimeFinder


class Reach:
    """How many points of a function lie in one cube.

    Attributes:
        cube: The cube.
    """

    def __init__(self, nodes: Nodes, cube: Cube) -> None:
        self._nodes = nodes
        self.cube = cube
        masks = dict(cube)
        self._values = [
            tuple([value for value in range(size) if masks[variable] >> value & 1])
            if variable in masks
            else range(size)
            for variable, size in enumerate(nodes.sizes)
        ]
        self._points = [1]
        for values in reversed(self._values):
            self._points.append(self._points[-1] * len(values))
        self._points.reverse()

    def within(self, u: int) -> int:
        """How many points of a function lie in the cube."""
        top, below, points, values = self._nodes.top, self._nodes.below, self._points, self._values
        counts = {FALSE: 0, TRUE: 1}

        def from_here(u: int) -> int:
            asked = top[u]
            after, branches, count = points[asked + 1], below[u], 0
            for value in values[asked]:
                branch = branches[value]
                if branch:
                    some = counts.get(branch)
                    if some is None:
                        some = from_here(branch)
                    count += some * (after // points[top[branch]])
            counts[u] = count
            return count

        return (from_here(u) if u > TRUE else u) * (points[0] // points[top[u]])


class Coverer:
    """Covers functions by their primes."""

    def __init__(self, nodes: Nodes, logic: Logic, sets: CubeSets, finder: PrimeFinder) -> None:
        self._nodes = nodes
        self._logic = logic
        self._sets = sets
        self._finder = finder

    def cube(self, cube: Cube) -> int:
        """The points of a cube."""
        u = TRUE
        for variable, mask in reversed(cube):
            size = self._nodes.sizes[variable]
            branches = tuple([u if mask >> value & 1 else FALSE for value in range(size)])
            u = self._nodes.make(variable, branches)
        return u

    def cover(self, least: int, most: int) -> tuple[Cube, ...]:
        """Prime cubes of ``most`` that contain ``least``, none superfluous, widest first."""
        logic, sets = self._logic, self._sets
        primes = sets.meeting(self._finder.primes(most), least)
        _, twice = sets.coverage(primes)
        essential = sets.meeting(primes, logic.minus(least, twice))
        covered, _ = sets.coverage(essential)
        left = logic.minus(least, covered)
        others = sets.meeting(sets.minus(primes, essential), left)
        chosen = self._greedy(list(sets.listed(others)), left)
        chosen = self._needed(chosen, left)
        reaches = [Reach(self._nodes, cube) for cube in (*sets.listed(essential), *chosen)]
        reaches.sort(key=lambda reach: (-reach.within(least), len(reach.cube), reach.cube))
        return tuple(reach.cube for reach in reaches)

    def _greedy(self, cubes: Sequence[Cube], left: int) -> list[Cube]:
        """Cubes that contain all that is left, each the one that reached most of it in its turn.

        A cube never reaches more later than it did before, so only the foremost is
        counted anew (Minoux 1978).
        """
        reaches = [Reach(self._nodes, cube) for cube in cubes]
        ahead = [
            (-reach.within(left), len(reach.cube), reach.cube, place)
            for place, reach in enumerate(reaches)
        ]
        heapq.heapify(ahead)
        chosen: list[Cube] = []
        counted = dict.fromkeys(range(len(reaches)), 0)
        while left != FALSE:
            gain, literals, cube, place = ahead[0]
            if counted[place] == len(chosen):
                heapq.heappop(ahead)
                chosen.append(cube)
                left = self._logic.minus(left, self.cube(cube))
            else:
                counted[place] = len(chosen)
                gain = -reaches[place].within(left)
                heapq.heapreplace(ahead, (gain, literals, cube, place))
        return chosen

    def _needed(self, chosen: Sequence[Cube], least: int) -> list[Cube]:
        """Those without which a point would be missing, the last chosen dropped first."""
        before = [FALSE]
        for cube in chosen:
            before.append(self._logic.either(before[-1], self.cube(cube)))
        needed: list[Cube] = []
        after = FALSE
        for place in range(len(chosen) - 1, -1, -1):
            own = self._logic.both(least, self.cube(chosen[place]))
            others = self._logic.either(before[place], after)
            if self._logic.minus(own, others) != FALSE:
                needed.append(chosen[place])
                after = self._logic.either(after, self.cube(chosen[place]))
        return needed[::-1]
