"""What is fair among packages that have been looked at one by one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from servanda.analyses.settlement.nash import Nash, nash_of
from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import Point
from servanda.analyses.settlement.worths import Gains, Worths

FAVOURED = 1000
"""How many times as much the gain of somebody counts whose best package is looked for."""


class Undecided(Exception):  # noqa: N818 - caught where the answer says so
    """A solver has come to no answer within its bounds."""


class Finder(Protocol):
    """Finds packages by what they are worth, however many there are.

    Its answers may raise :class:`Undecided`.
    """

    def greatest(self, weights: Sequence[int], at_least: Gains | None = None) -> Package | None:
        """The package with the greatest weighted sum of gains; None where there is none."""

    def nash(self) -> Nash | None:
        """The Nash bargaining solution; None where every package leaves somebody worse off."""


class Listed:
    """Finds packages among some that are listed.

    Args:
        points: All packages, or all that none dominates, by what they are worth.
        worths: What they are worth to whom.
        complete: Whether these are all that none dominates, and no others.
    """

    def __init__(
        self, points: Sequence[Point], worths: Sequence[Worths], *, complete: bool
    ) -> None:
        self.points = points
        self.complete = complete
        self._worths = worths

    def greatest(self, weights: Sequence[int], at_least: Gains | None = None) -> Package | None:
        """The first package with the greatest weighted sum of gains; None where there is none.

        Args:
            weights: How much each party's points count.
            at_least: What each party has to gain at least, times its weight.
        """
        counted = [
            Fraction(weight, one.weight) for weight, one in zip(weights, self._worths, strict=True)
        ]
        best: tuple[Fraction, Package] | None = None
        for point in self.points:
            if at_least is not None and any(map(int.__lt__, point.gains, at_least)):
                continue
            total = sum(map(Fraction.__mul__, counted, map(Fraction, point.gains)), Fraction(0))
            if best is None or total > best[0]:
                best = total, point.package
        return None if best is None else best[1]

    def nash(self) -> Nash | None:
        """The Nash bargaining solution; None where every package leaves somebody worse off."""
        return nash_of(self.points, self._worths)


def standing_out(finder: Finder, parties: int) -> tuple[Package, ...]:
    """Some packages that no other dominates: the greatest sum of gains, and each party's best."""
    weights = [[1] * parties]
    weights += [[FAVOURED if n == one else 1 for n in range(parties)] for one in range(parties)]
    found = (finder.greatest(one) for one in weights)
    return tuple(dict.fromkeys(package for package in found if package is not None))
