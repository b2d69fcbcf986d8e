"""The Nash bargaining solution: the package with the greatest product of gains.

Of packages in which nobody whose preferences are known is worse off than without an agreement, and
in which as many as possible gain, the one with the greatest product of the gains of those who do
(Nash, Econometrica 18, 1950; for those who cannot gain, Caragiannis and others, *The unreasonable
fairness of maximum Nash welfare*, ACM TEAC 7, 2019).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import Gains, Point


@dataclass(frozen=True, slots=True)
class Nash:
    """A solution with its certificate.

    Attributes:
        package: Of several with the same product, the first in the order of the text.
        gains: What each party gains over no agreement, times its weight.
        value: The natural logarithm of the product of the gains of those who gain, each times its
            party's weight.
        bound: What no package's value exceeds.
        packages: How many packages have these gains.
        exact: Whether all packages have been looked at.
    """

    package: Package
    gains: Gains
    value: float
    bound: float
    packages: int
    exact: bool


def nash_of(points: Iterable[Point]) -> Nash | None:
    """The solution among packages; None where every one leaves somebody worse off.

    Args:
        points: All packages, or all that none dominates.
    """
    acceptable = [point for point in points if min(point.gains, default=0) >= 0]
    if not acceptable:
        return None
    best = max(map(_rank, acceptable))
    chosen = min((p for p in acceptable if _rank(p) == best), key=lambda p: p.package)
    value = value_of(chosen.gains)
    packages = chosen.packages
    return Nash(chosen.package, chosen.gains, value, value, packages, exact=True)


def value_of(gains: Gains) -> float:
    """The logarithm of the product of the gains of those who gain."""
    return math.fsum(math.log(gain) for gain in gains if gain > 0)


def _rank(point: Point) -> tuple[int, int]:
    gaining = [gain for gain in point.gains if gain > 0]
    return len(gaining), math.prod(gaining)
