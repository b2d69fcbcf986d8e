"""The Nash bargaining solution: the package with the greatest product of gains.

Of packages in which nobody whose preferences are known is worse off than without an agreement, and
in which as many as possible gain, the one with the greatest product of the gains of those who do
(Nash, Econometrica 18, 1950; for those who cannot gain, Caragiannis and others, *The unreasonable
fairness of maximum Nash welfare*, ACM TEAC 7, 2019).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servanda.analyses.settlement.space import Package
from servanda.analyses.settlement.sweep import Point
from servanda.analyses.settlement.worths import Gains, Worths


@dataclass(frozen=True, slots=True)
class Nash:
    """A solution with its certificate.

    Attributes:
        package: Of several with the same product, the first in the order of the text.
        gains: What each party gains over no agreement, times its weight.
        value: The natural logarithm of the product of gains, each in points of 100.
        bound: What the value of no package exceeds.
    """

    package: Package
    gains: Gains
    value: float
    bound: float


def nash_of(points: Iterable[Point], worths: Sequence[Worths]) -> Nash | None:
    """The solution among packages; None where every one leaves somebody worse off.

    Args:
        points: All packages, or all that none dominates.
        worths: Whose gains these are.
    """
    weights = tuple(one.weight for one in worths)
    acceptable = [point for point in points if min(point.gains, default=0) >= 0]
    if not acceptable:
        return None
    ranked = [(_rank(point.gains, weights), point) for point in acceptable]
    best = max(rank for rank, _ in ranked)
    chosen = min((point for rank, point in ranked if rank == best), key=lambda p: p.package)
    value = value_of(chosen.gains, worths)
    return Nash(chosen.package, chosen.gains, value, value)


def value_of(gains: Gains, worths: Sequence[Worths]) -> float:
    """The logarithm of the product of gains, each in points of 100, of those who gain."""
    pairs = zip(gains, worths, strict=True)
    return math.fsum(math.log(gain / one.weight) for gain, one in pairs if gain > 0)


def _rank(gains: Gains, weights: Gains) -> tuple[int, int]:
    """How many gain, and the product of what they gain, in whole numbers that can be compared."""
    pairs = zip(gains, weights, strict=True)
    product = math.prod(gain if gain > 0 else weight for gain, weight in pairs)
    return sum(gain > 0 for gain in gains), product
