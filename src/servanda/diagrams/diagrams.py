"""The one door to decision diagrams: which cases a rule covers, as values to calculate with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from servanda.diagrams import questions
from servanda.diagrams.covers import Coverer
from servanda.diagrams.cubes import Cube, CubeSets
from servanda.diagrams.logic import Logic
from servanda.diagrams.nodes import TRUE, BudgetExceeded, Nodes
from servanda.diagrams.primes import PrimeFinder, Primes

P = ParamSpec("P")
R = TypeVar("R")

SHORT = 100
"""Up to how many variables Python's own room for calls within calls is enough."""

CALLS = 8
"""How many calls within calls a variable takes at most, in whatever is asked."""


def _with_room(
    method: Callable[Concatenate[Diagrams, P], R],
) -> Callable[Concatenate[Diagrams, P], R]:
    """Lets a method call itself once for each variable, however many there are."""

    @wraps(method)
    def roomy(self: Diagrams, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if len(self.sizes) <= SHORT:
            return method(self, *args, **kwargs)
        with _room(CALLS * len(self.sizes)):
            return method(self, *args, **kwargs)

    return roomy


@contextmanager
def _room(calls: int) -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + calls)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class Diagrams:
    """Sets of points, each point a value for every variable, kept as decision diagrams.

    A function is a number and stands for the points that belong to it; the same points
    are always the same number. ``FALSE`` (0) has none of them, ``TRUE`` (1) all. A
    variable is its index, its values are counted from 0, and diagrams ask variables in
    the order of their indices.

    Args:
        sizes: How many values each variable has.
        budget: How many nodes there may be at once. What needs more raises
            ``BudgetExceeded``; after ``collect`` there is room again.
    """

    def __init__(self, sizes: Sequence[int], *, budget: int = 5_000_000) -> None:
        self.sizes = tuple(sizes)
        self._nodes = Nodes(self.sizes, budget)
        self._logic = Logic(self._nodes)
        self._counts = questions.Counts(self._nodes)
        self._renew_cubes()

    def _renew_cubes(self) -> None:
        self._cubes = CubeSets(self._nodes, self._logic)
        self._finder = PrimeFinder(self._nodes, self._logic, self._cubes)
        self._coverer = Coverer(self._nodes, self._logic, self._cubes, self._finder)

    @property
    def alive(self) -> int:
        """How many nodes there are now, those of sets of primes included."""
        return self._nodes.alive + self._cubes.alive

    def literal(self, variable: int, values: Iterable[int]) -> int:
        """The points in which a variable has one of these values."""
        allowed = tuple(values)
        self._check(variable, allowed)
        return self._logic.literal(variable, allowed)

    def _check(self, variable: int, values: Iterable[int]) -> None:
        for value in values:
            if not 0 <= value < self.sizes[variable]:
                raise ValueError(f"variable {variable} has no value {value}")

    @_with_room
    def choose(self, variable: int, branches: Sequence[int]) -> int:
        """The points that are in the branch for their value of a variable."""
        if len(branches) != self.sizes[variable]:
            raise ValueError(f"variable {variable} has {self.sizes[variable]} values")
        return self._logic.choose(variable, branches)

    @_with_room
    def both(self, u: int, v: int) -> int:
        """The points that are in two functions."""
        return self._logic.both(u, v)

    @_with_room
    def either(self, u: int, v: int) -> int:
        """The points that are in one of two functions, or in both."""
        return self._logic.either(u, v)

    @_with_room
    def opposite(self, u: int) -> int:
        """The points that are not in a function."""
        return self._logic.opposite(u)

    @_with_room
    def minus(self, u: int, v: int) -> int:
        """The points that are in the first function and not in the second."""
        return self._logic.minus(u, v)

    @_with_room
    def all_of(self, parts: Iterable[int]) -> int:
        """The points that are in every part."""
        return self._logic.all_of(parts)

    @_with_room
    def any_of(self, parts: Iterable[int]) -> int:
        """The points that are in some part."""
        return self._logic.any_of(parts)

    @_with_room
    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """The points that are in so many of the parts, or in more."""
        return self._logic.at_least(count, parts)

    @_with_room
    def outcomes(self, rules: Iterable[int]) -> dict[tuple[bool, ...], int]:
        """Every way in which rules can turn out together, with the points where they do.

        Where many variables matter by such rules alone, as votes do, one variable whose
        values are the outcomes can stand for all of them.

        Returns:
            Whether each rule holds, as far as some point has it so; of two outcomes the one
            in which the first rule on which they differ holds comes first.
        """
        return self._logic.outcomes(rules)

    @_with_room
    def exists(self, u: int, variables: Iterable[int]) -> int:
        """The points that belong with some values of these variables in place of their own."""
        return questions.without(self._nodes, u, frozenset(variables), self._logic.any_of)

    @_with_room
    def every(self, u: int, variables: Iterable[int]) -> int:
        """The points that belong with all values of these variables in place of their own."""
        return questions.without(self._nodes, u, frozenset(variables), self._logic.all_of)

    @_with_room
    def fixed(self, u: int, values: Mapping[int, int]) -> int:
        """The points that belong when some variables have these values instead of their own."""
        for variable, value in values.items():
            self._check(variable, (value,))
        return questions.fixed(self._nodes, u, values)

    def support(self, u: int) -> frozenset[int]:
        """The variables on whose values it depends whether a point belongs."""
        return questions.support(self._nodes, u)

    @_with_room
    def count(self, u: int) -> int:
        """How many points belong, over all variables."""
        return self._counts.count(u)

    def count_over(self, u: int, variables: Iterable[int]) -> int:
        """How many points belong when only these variables are asked about.

        Raises:
            ValueError: The function depends on another variable.
        """
        over = frozenset(variables)
        if not self.support(u) <= over:
            raise ValueError("the function depends on further variables")
        count = self.count(u)
        for variable, size in enumerate(self.sizes):
            if variable not in over:
                count //= size
        return count

    def point(self, u: int) -> tuple[int, ...] | None:
        """The first point that belongs, in the order of values; None where none does."""
        return questions.first_point(self._nodes, u)

    def holds(self, u: int, point: Sequence[int]) -> bool:
        """Whether a point belongs."""
        return questions.holds(self._nodes, u, point)

    def nodes(self, u: int) -> int:
        """How many nodes a function has, FALSE and TRUE not counted."""
        return len(self._nodes.reachable([u]))

    @_with_room
    def residuals(self, u: int, level: int) -> dict[int, int]:
        """What can remain once the variables before a level are known, and for which points.

        Returns:
            Every distinct function of the variables from ``level`` on that remains, FALSE
            included, with the function of the variables before ``level`` that leads to
            it; in the order of the first point that does.
        """
        return questions.residuals(self._nodes, u, level)

    def cube(self, cube: Cube) -> int:
        """The points of a cube."""
        return self._coverer.cube(cube)

    @_with_room
    def primes(self, u: int, care: int = TRUE, limit: int | None = None) -> Primes:
        """All the widest cubes that stay within a function, as far as one cares.

        Args:
            u: The function.
            care: The points that matter; of the others a cube may have any.
            limit: How many there may be.

        Returns:
            The prime cubes of *u or not care* that have a point in *u and care*.

        Raises:
            BudgetExceeded: There are more than ``limit``.
        """
        self._logic.forget(self._nodes.budget)
        least, most = self._interval(u, care)
        primes = Primes(self._cubes, self._cubes.meeting(self._finder.primes(most), least))
        if limit is not None and primes.number > limit:
            raise BudgetExceeded(limit, "prime cubes")
        return primes

    @_with_room
    def cover(self, u: int, care: int = TRUE) -> tuple[Cube, ...]:
        """A function put in few prime cubes, as far as one cares.

        Returns:
            Cubes that have all points of *u and care* and none of *care and not u*. None
            can be widened and none dropped. Those with the most points of *u and care*
            stand first, then those with the fewest conditions.
        """
        self._logic.forget(self._nodes.budget)
        return self._coverer.cover(*self._interval(u, care))

    def _interval(self, u: int, care: int) -> tuple[int, int]:
        most = self._logic.either(u, self._logic.opposite(care))
        return self._logic.both(u, care), most

    def collect(self, roots: Iterable[int]) -> None:
        """Forgets all that these functions do not need; they keep their numbers.

        Any other number means nothing afterwards. Primes found before can still be listed.
        """
        self._nodes.keep(roots)
        self._logic.forget()
        self._counts.forget()
        self._renew_cubes()
