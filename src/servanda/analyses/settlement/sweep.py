"""How many packages there are, and which no other one dominates, found issue by issue.

The issues are settled one after the other. What has been settled so far matters for the rest only
by what it leaves of the red lines and linkages (the *state*), by what it is worth, and by how many
packages it stands for. So packages are counted without being listed, and of those in one state
only the ones that no other dominates are carried on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from servanda.analyses.settlement.dominance import undominated
from servanda.analyses.settlement.formulas import (
    ALWAYS,
    NEVER,
    Formula,
    given,
    issues_of,
)
from servanda.analyses.settlement.space import Package, Space
from servanda.analyses.settlement.worths import Gains, Worths

MOST_STEPS = 400_000
"""How many options may be tried in all states before an answer is given up."""

MOST_COMPARISONS = 3_000_000_000
"""How many pairs of outcomes may be compared before an answer is given up."""

LONG_STATE = 16
"""A state of so many formulas more takes a step more to go through, and to keep."""

State = frozenset[Formula]


class TooMany(Exception):  # noqa: N818 - caught where another way is known
    """There are more packages to tell apart than there is room for."""


@dataclass(frozen=True, slots=True)
class Point:
    """What some packages are worth to everybody alike.

    Attributes:
        gains: What each party gains over no agreement, times its weight.
        package: The first of them in the order of the text.
        packages: How many there are.
    """

    gains: Gains
    package: Package
    packages: int


def count(space: Space, formulas: Sequence[Formula], most_steps: int) -> int:
    """How many packages meet some formulas.

    Raises:
        TooMany: They cannot be counted in so many steps.
    """
    sweep = _Sweep(space, formulas, most_steps)
    counts = {sweep.start: 1} if sweep.start is not None else {}
    for issue in sweep.order:
        following: dict[State, int] = {}
        for state, number in counts.items():
            for _, after in sweep.options(state, issue):
                following[after] = following.get(after, 0) + number
        counts = following
    return sum(counts.values())


def frontier(
    space: Space,
    formulas: Sequence[Formula],
    worths: Sequence[Worths],
) -> tuple[Point, ...]:
    """The packages that no other package dominates, of those that meet some formulas.

    One dominates another if it is worth as much to everybody, and more to somebody.

    Returns:
        Packages that are worth the same to everybody as one point, in the order of the text.

    Raises:
        TooMany: They cannot be told apart in so many steps.
    """
    undominated = _Undominated(MOST_COMPARISONS)
    return _points(space, formulas, worths, MOST_STEPS, undominated)


def outcomes(
    space: Space,
    formulas: Sequence[Formula],
    worths: Sequence[Worths],
    most_steps: int,
) -> tuple[Point, ...]:
    """All packages that meet some formulas, by what they are worth to everybody.

    Raises:
        TooMany: They cannot be told apart in so many steps.
    """
    return _points(space, formulas, worths, most_steps, lambda points: points)


Points = dict[Gains, tuple[int, int]]
"""By what they are worth: the number of the first package, and how many there are."""


def _points(
    space: Space,
    formulas: Sequence[Formula],
    worths: Sequence[Worths],
    most_steps: int,
    kept: Callable[[Points], Points],
) -> tuple[Point, ...]:
    sweep = _Sweep(space, formulas, most_steps)
    places = _places(space.sizes)
    base = tuple(one.base for one in worths)
    found: dict[State, Points] = {}
    if sweep.start is not None:
        found[sweep.start] = {base: (0, 1)}
    for issue in sweep.order:
        adds = tuple(zip(*(one.tables[issue] for one in worths), strict=True))
        following: dict[State, Points] = {}
        for state, points in found.items():
            for option, after in sweep.options(state, issue):
                sweep.pay(len(points))
                _add(
                    following.setdefault(after, {}),
                    points,
                    adds[option] if worths else (),
                    option * places[issue],
                )
        found = {state: kept(points) for state, points in following.items()}
    last = [point for points in found.values() for point in points.items()]
    return tuple(
        Point(gains, _package(first, space.sizes), packages)
        for gains, (first, packages) in sorted(last, key=lambda one: one[1])
    )


def _add(into: Points, points: Points, more: Gains, place: int) -> None:
    for gains, (first, packages) in points.items():
        sums = tuple(map(int.__add__, gains, more))
        first += place
        known = into.get(sums)
        if known is None:
            into[sums] = first, packages
        else:
            into[sums] = min(first, known[0]), packages + known[1]


class _Sweep:
    """Goes through the issues, those that formulas link one after the other.

    Attributes:
        start: What is asked of packages before any issue is settled; None where it cannot be met.
        order: The numbers of the issues.
    """

    def __init__(self, space: Space, formulas: Sequence[Formula], most_steps: int) -> None:
        asked = frozenset((*space.formulas, *formulas)) - {ALWAYS}
        self.start = None if NEVER in asked else asked
        self.order = tuple(_order(range(len(space.sizes)), asked))
        self._sizes = space.sizes
        self._left = most_steps

    def options(self, state: State, issue: int) -> Iterator[tuple[int, State]]:
        """The options of an issue that can still be taken, each with the state that it leads to."""
        about = [formula for formula in state if issues_of(formula) >> issue & 1]
        rest = state.difference(about)
        for option in range(self._sizes[issue]):
            self.pay(1 + len(state) // LONG_STATE)
            left = {given(formula, issue, option) for formula in about}
            if NEVER not in left:
                yield option, rest | (left - {ALWAYS})

    def pay(self, steps: int) -> None:
        """Count steps, and give up where there are too many."""
        self._left -= steps
        if self._left < 0:
            raise TooMany


def _order(issues: Iterable[int], formulas: Iterable[Formula]) -> Iterator[int]:
    """Issues such that few others are waited for at any time by formulas that are begun."""
    scopes = [issues_of(formula) for formula in formulas]
    left = list(issues)
    beginning = {issue: _union(scope for scope in scopes if scope >> issue & 1) for issue in left}
    unsettled = sum(1 << issue for issue in left)
    begun = 0
    while left:
        waiting = [((begun | beginning[issue]) & unsettled).bit_count() for issue in left]
        issue = left.pop(waiting.index(min(waiting)))
        begun |= beginning[issue]
        unsettled &= ~(1 << issue)
        yield issue


def _union(scopes: Iterable[int]) -> int:
    found = 0
    for scope in scopes:
        found |= scope
    return found


class _Undominated:
    """Keeps what nothing else dominates."""

    def __init__(self, most_comparisons: int) -> None:
        self._left = most_comparisons

    def __call__(self, points: Points) -> Points:
        self._left -= len(points) ** 2
        if self._left < 0:
            raise TooMany
        return {gains: points[gains] for gains in undominated(tuple(points))}


def _places(sizes: Sequence[int]) -> tuple[int, ...]:
    """What an option of each issue counts in the number of a package, the first issue most."""
    places, place = [], 1
    for size in reversed(sizes):
        places.append(place)
        place *= size
    return tuple(reversed(places))


def _package(number: int, sizes: Sequence[int]) -> Package:
    options = []
    for size in reversed(sizes):
        number, option = divmod(number, size)
        options.append(option)
    return tuple(reversed(options))
