"""Some primes of a function that contain what they must, without going through all primes.

The recursion is that of Minato (1993) after Morreale (1970), for several values and with
each cube widened at once: what only a narrow choice of values can cover is covered first,
and the rest under wider ones.
"""

from __future__ import annotations

from servanda.diagrams.cubes import FREE, NONE, CubeSets
from servanda.diagrams.logic import Logic
from servanda.diagrams.nodes import FALSE, TRUE, Nodes


class Outliner:
    """Finds sets of primes between two functions."""

    def __init__(self, nodes: Nodes, logic: Logic, sets: CubeSets) -> None:
        self._nodes = nodes
        self._logic = logic
        self._sets = sets
        self._answers: dict[tuple[int, int], int] = {}

    def outline(self, least: int, most: int) -> int:
        """Prime cubes of ``most`` that contain ``least``; some may be superfluous."""
        if least == FALSE:
            return NONE
        if most == TRUE:
            return FREE
        answer = self._answers.get((least, most))
        if answer is None:
            variable = min(self._nodes.top[least], self._nodes.top[most])
            answer = self._answers[least, most] = self._split(variable, least, most)
        return answer

    def _split(self, variable: int, least: int, most: int) -> int:
        left = list(self._branches(variable, least))
        branches = self._branches(variable, most)
        common = self._logic.common(branches)
        ways = sorted((mask.bit_count(), mask, rest) for rest, mask in common.items())
        under: dict[int, int] = {}
        for place, (_, mask, rest) in enumerate(ways):
            needed = self._needed(left, mask, rest, [way[1:] for way in ways[place + 1 :]])
            cubes = self.outline(needed, rest)
            for wider, some in self._widened(cubes, mask, rest, branches).items():
                under[wider] = self._sets.plus(under.get(wider, NONE), some)
                points = self._sets.union(some)
                for value in range(len(left)):
                    if wider >> value & 1:
                        left[value] = self._logic.minus(left[value], points)
        return self._sets.make(variable, tuple(sorted(under.items())))

    def _branches(self, variable: int, u: int) -> tuple[int, ...]:
        if self._nodes.top[u] == variable:
            return self._nodes.below[u]
        return (u,) * self._nodes.sizes[variable]

    def _needed(self, left: list[int], mask: int, rest: int, wider: list[tuple[int, int]]) -> int:
        """What is left under some values and can be covered under no wider choice of them."""
        both, minus, any_of = self._logic.both, self._logic.minus, self._logic.any_of
        return any_of(
            [
                minus(both(points, rest), any_of([w for m, w in wider if m >> value & 1]))
                for value, points in enumerate(left)
                if mask >> value & 1 and points != FALSE
            ]
        )

    def _widened(
        self, cubes: int, mask: int, rest: int, branches: tuple[int, ...]
    ) -> dict[int, int]:
        """Cubes under some values, by all the values under which they may stand.

        They are primes of ``rest``, and stay primes beside every value that they keep.
        """
        found = {mask: cubes}
        for value, branch in enumerate(branches):
            if not mask >> value & 1:
                outside = self._logic.minus(rest, branch)
                for masks, some in list(found.items()):
                    found[masks] = stuck = self._sets.meeting(some, outside)
                    found[masks | 1 << value] = self._sets.minus(some, stuck)
        return {masks: some for masks, some in found.items() if some != NONE}
