"""One cube seen against functions: whether it meets them, and in how many points."""

from __future__ import annotations

from itertools import accumulate
from operator import mul

from servanda.diagrams.cubes import Cube
from servanda.diagrams.logic import SHIFT, Answers
from servanda.diagrams.nodes import TRUE, Nodes


class Tails:
    """What cubes say from some variable on, numbered, so that cubes share what is counted.

    Attributes:
        counts: How many points of a function lie in a tail, by the numbers of both.
    """

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.counts: Answers = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._values: dict[int, tuple[int, ...]] = {}

    def numbered(self, masks: list[int]) -> list[int]:
        """The number of the tail that begins at each variable."""
        tail, numbers = 0, []
        for mask in reversed(masks):
            tail = self._numbers.setdefault((mask, tail), len(self._numbers) + 1)
            numbers.append(tail)
        numbers.reverse()
        return numbers

    def values(self, mask: int) -> tuple[int, ...]:
        """The values of a bit mask."""
        values = self._values.get(mask)
        if values is None:
            bits = range(mask.bit_length())
            values = self._values[mask] = tuple([value for value in bits if mask >> value & 1])
        return values


class Reach:
    """How many points of a function lie in one cube.

    Attributes:
        cube: The cube.
        values: Which values each variable may have.
    """

    def __init__(self, tails: Tails, cube: Cube) -> None:
        self._tails = tails
        self._nodes = tails.nodes
        self.cube = cube
        masks = [(1 << size) - 1 for size in self._nodes.sizes]
        for variable, mask in cube:
            masks[variable] = mask
        self._masks = masks
        self._numbers = tails.numbered(masks)
        self.values = [tails.values(mask) for mask in masks]
        self._points = list(accumulate(map(len, reversed(self.values)), mul, initial=1))[::-1]

    @property
    def points(self) -> int:
        """How many points the cube has."""
        return self._points[0]

    def crosses(self, other: Reach) -> bool:
        """Whether the two cubes have a point in common."""
        return all(self._masks[variable] & mask for variable, mask in other.cube)

    def within(self, u: int) -> int:
        """How many points of a function lie in the cube."""
        top, below, counts = self._nodes.top, self._nodes.below, self._tails.counts
        points, values, numbers = self._points, self.values, self._numbers

        def from_here(u: int, key: int) -> int:
            asked = top[u]
            after, branches, count = points[asked + 1], below[u], 0
            for value in values[asked]:
                branch = branches[value]
                if branch > TRUE:
                    later = top[branch]
                    part = numbers[later] << SHIFT | branch
                    some = counts.get(part)
                    if some is None:
                        some = from_here(branch, part)
                    count += some * (after // points[later])
                elif branch:
                    count += after
            counts[key] = count
            return count

        if u <= TRUE:
            return u * points[0]
        key = numbers[top[u]] << SHIFT | u
        return (counts.get(key) or from_here(u, key)) * (points[0] // points[top[u]])
