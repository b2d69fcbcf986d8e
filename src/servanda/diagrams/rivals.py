"""Which cubes are indispensable: they have a point that no other has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import and_

from servanda.diagrams.nodes import FALSE, Nodes
from servanda.diagrams.questions import holds
from servanda.diagrams.reach import Reach


def standing_alone(nodes: Nodes, reaches: Sequence[Reach], least: int) -> Iterator[Reach]:
    """Cubes seen to have a point of ``least`` that no other has.

    Each looks for such a point, and is sometimes content too soon: a cube that is not among
    these may be indispensable all the same.
    """
    rivals = Rivals(nodes, reaches, least)
    for place, reach in enumerate(reaches):
        point = rivals.lonely_point(place, reach)
        if point and rivals.none_is_left(place, reach, point):
            yield reach


class Rivals:
    """Which cubes have a point, for any point at once: a bit for each cube."""

    def __init__(self, nodes: Nodes, reaches: Sequence[Reach], least: int) -> None:
        self._nodes = nodes
        self._least = least
        self._all = (1 << len(reaches)) - 1
        self._with = [[self._all] * size for size in nodes.sizes]
        for place, reach in enumerate(reaches):
            for variable, mask in reach.cube:
                for value in range(nodes.sizes[variable]):
                    if not mask >> value & 1:
                        self._with[variable][value] ^= 1 << place

    def lonely_point(self, place: int, reach: Reach) -> list[int]:
        """A point of a cube in ``least``, variable after variable where fewest rivals follow.

        Empty where that way leads to no such point.
        """
        top, below = self._nodes.top, self._nodes.below
        rivals, node = self._all ^ 1 << place, self._least
        point: list[int] = []
        for variable, values in enumerate(reach.values):
            asked = top[node] == variable
            fewest = -1
            for value in values:
                if asked and below[node][value] == FALSE:
                    continue
                left = (rivals & self._with[variable][value]).bit_count()
                if fewest < 0 or left < fewest:
                    fewest, best = left, value
            if fewest < 0:
                return []
            point.append(best)
            rivals &= self._with[variable][best]
            if asked:
                node = below[node][best]
        return point

    def none_is_left(self, place: int, reach: Reach, point: list[int]) -> bool:
        """Whether no rival has the point, or one near it that is found by single changes."""
        own = 1 << place
        while True:
            masks = [self._with[variable][value] for variable, value in enumerate(point)]
            before = list(accumulate(masks, and_, initial=self._all ^ own))
            if not before[-1]:
                return True
            fewest, change = before[-1].bit_count(), None
            after = self._all
            for variable in range(len(point) - 1, -1, -1):
                elsewhere = before[variable] & after
                for value in reach.values[variable]:
                    left = (elsewhere & self._with[variable][value]).bit_count()
                    if left < fewest and self._belongs(point, variable, value):
                        fewest, change = left, (variable, value)
                after &= masks[variable]
            if change is None:
                return False
            point[change[0]] = change[1]

    def _belongs(self, point: list[int], variable: int, value: int) -> bool:
        changed = [*point[:variable], value, *point[variable + 1 :]]
        return holds(self._nodes, self._least, changed)
