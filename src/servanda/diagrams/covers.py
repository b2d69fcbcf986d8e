"""Covers: a function in few prime cubes, none of which can be widened or dropped.

First come the essential primes, each of which alone has some point. What they leave is
covered greedily (Chvatal 1979), and what has become superfluous by then is dropped.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from servanda.diagrams.cubes import Cube, CubeSets
from servanda.diagrams.logic import Logic
from servanda.diagrams.nodes import FALSE, TRUE, BudgetExceeded, Nodes
from servanda.diagrams.outlines import Outliner
from servanda.diagrams.primes import PrimeFinder
from servanda.diagrams.reach import Reach, Tails
from servanda.diagrams.rivals import standing_alone

MOST_NODES = 2_000
"""Up to what size of a function all its primes are looked at, whatever was asked before."""

MOST_CUBES = 10_000
"""How many cubes are weighed against one another for a cover."""


class Coverer:
    """Covers functions by their primes."""

    def __init__(self, nodes: Nodes, logic: Logic, sets: CubeSets, finder: PrimeFinder) -> None:
        self._nodes = nodes
        self._logic = logic
        self._sets = sets
        self._finder = finder
        self._outliner = Outliner(nodes, logic, sets)

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
        tails = Tails(self._nodes)
        reaches = [Reach(tails, cube) for cube in self._candidates(least, most)]
        alone = set(standing_alone(self._nodes, reaches, least))
        chosen = [reach for reach in reaches if reach in alone]
        essential = self._sets.of(reach.cube for reach in chosen)
        left = self._logic.minus(least, self._sets.union(essential))
        if left != FALSE:
            others = [reach for reach in reaches if reach not in alone]
            chosen += self._needed(self._greedy(others, left), left)
        gains = {
            reach.cube: reach.points if least == most else reach.within(least) for reach in chosen
        }
        return tuple(sorted(gains, key=lambda cube: (-gains[cube], len(cube), cube)))

    def _candidates(self, least: int, most: int) -> Iterator[Cube]:
        """All primes where they are few, else some that contain what they must."""
        counts = self._sets.counts
        if len(self._nodes.reachable([most])) <= MOST_NODES:
            primes = self._sets.meeting(self._finder.primes(most), least)
            if counts[primes] <= MOST_CUBES:
                return self._sets.listed(primes)
        outline = self._outliner.outline(least, most)
        if counts[outline] > MOST_CUBES:
            raise BudgetExceeded(MOST_CUBES, "cubes of a cover")
        return self._sets.listed(outline)

    def _greedy(self, reaches: Sequence[Reach], left: int) -> list[Reach]:
        """Cubes that contain all that is left, each the one that reached most of it in its turn.

        Of those that reach as much, it is the one that says least. A cube never reaches more
        later than it did before, so only the foremost is counted anew (Minoux 1978), and only if
        something was taken from it since.
        """
        ahead = [(-reach.points, len(reach.cube), place) for place, reach in enumerate(reaches)]
        heapq.heapify(ahead)
        chosen: list[Reach] = []
        counted = [-1] * len(reaches)
        while left != FALSE:
            gain, said, place = ahead[0]
            reach, since = reaches[place], counted[place]
            if since == len(chosen):
                heapq.heappop(ahead)
                chosen.append(reach)
                left = self._logic.minus(left, self.cube(reach.cube))
                continue
            if since < 0 or any(reach.crosses(other) for other in chosen[since:]):
                gain = -reach.within(left)
            counted[place] = len(chosen)
            heapq.heapreplace(ahead, (gain, said, place))
        return chosen

    def _needed(self, chosen: Sequence[Reach], least: int) -> list[Reach]:
        """Those without which a point would be missing; what was chosen last is dropped first."""
        needed = list(chosen)
        while True:
            overlap = self._sets.overlap(self._sets.of(reach.cube for reach in needed))
            alone = self._logic.minus(least, overlap)
            for place in range(len(needed) - 1, -1, -1):
                if not needed[place].within(alone):
                    del needed[place]
                    break
            else:
                return needed
