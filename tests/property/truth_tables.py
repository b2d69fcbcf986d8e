"""Functions of small spaces as the sets of their points: what diagrams must agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from math import prod

from hypothesis import strategies as st

from servanda.diagrams import Cube, Diagrams

Point = tuple[int, ...]
Table = frozenset[Point]


class Space:
    """Every point there is, and what is asked of sets of them, point by point."""

    def __init__(self, sizes: Iterable[int]) -> None:
        self.sizes = tuple(sizes)
        self.points = tuple(product(*map(range, self.sizes)))
        self.diagrams = Diagrams(self.sizes)

    def table(self, belongs: Callable[[Point], bool]) -> Table:
        return frozenset(point for point in self.points if belongs(point))

    def function(self, table: Table) -> int:
        """The diagram of a table, one branch for each value of each variable."""

        def after(before: Point) -> int:
            if len(before) == len(self.sizes):
                return int(before in table)
            size = self.sizes[len(before)]
            return self.diagrams.choose(
                len(before), [after((*before, value)) for value in range(size)]
            )

        return after(())

    def read(self, u: int) -> Table:
        return self.table(lambda point: self.diagrams.holds(u, point))

    def quantified(
        self, table: Table, variables: set[int], of: Callable[[list[bool]], bool]
    ) -> Table:
        ranges = [range(size) for size in self.sizes]

        def variants(point: Point) -> Iterable[Point]:
            chosen = (
                ranges[variable] if variable in variables else (value,)
                for variable, value in enumerate(point)
            )
            return product(*chosen)

        return self.table(lambda point: of([other in table for other in variants(point)]))

    def cubes(self) -> list[Cube]:
        """Every cube that has a point."""
        masks = [range(1, 1 << size) for size in self.sizes]
        return [self.cube(each) for each in product(*masks)]

    def cube(self, masks: Iterable[int]) -> Cube:
        return tuple(
            (variable, mask)
            for variable, mask in enumerate(masks)
            if mask != (1 << self.sizes[variable]) - 1
        )

    def within(self, cube: Cube) -> Table:
        return self.table(lambda point: all(mask >> point[at] & 1 for at, mask in cube))

    def wider(self, cube: Cube) -> list[Cube]:
        """The cubes that admit one more value of one variable."""
        masks = [(1 << size) - 1 for size in self.sizes]
        for variable, mask in cube:
            masks[variable] = mask
        return [
            self.cube([*masks[:variable], mask | 1 << value, *masks[variable + 1 :]])
            for variable, mask in enumerate(masks)
            for value in range(self.sizes[variable])
            if not mask >> value & 1
        ]

    def primes(self, table: Table, care: Table) -> set[Cube]:
        """The cubes of *table or not care* that meet *table and care* and cannot be widened."""
        allowed = table | (frozenset(self.points) - care)
        return {
            cube
            for cube in self.cubes()
            if self.within(cube) <= allowed
            and self.within(cube) & table & care
            and not any(self.within(wider) <= allowed for wider in self.wider(cube))
        }


@st.composite
def spaces(draw: st.DrawFn, most_points: int = 300, most_cubes: int = 10**6) -> Space:
    """Up to six variables of one to five values each."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=6))
    while prod(sizes) > most_points or prod(2**size - 1 for size in sizes) > most_cubes:
        sizes.pop()
    return Space(sizes)


def tables(space: Space) -> st.SearchStrategy[Table]:
    """Any set of points, and those that a few clauses describe."""
    several = st.sets(st.sampled_from(space.points)).map(frozenset)
    cubes = st.tuples(*(st.integers(1, 2**size - 1) for size in space.sizes))
    described = st.lists(cubes, max_size=5).map(
        lambda each: frozenset().union(*(space.within(space.cube(masks)) for masks in each))
    )
    opposite = described.map(lambda table: frozenset(space.points) - table)
    return several | described | opposite
