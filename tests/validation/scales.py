"""Rules that foretell an outcome from positions on a scale, as the literature has them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stands on a scale, and how much it counts there."""

    value: float
    weight: float = 1.0


def mean(positions: Sequence[Position]) -> float:
    """The weighted mean.

    Raises:
        ValueError: Nobody counts.
    """
    total = sum(one.weight for one in positions)
    if total <= 0:
        raise ValueError("nobody counts on this issue")
    return sum(one.weight * one.value for one in positions) / total


def median(positions: Sequence[Position]) -> float:
    """The weighted median: the first position with half of the weight at it or below.

    Raises:
        ValueError: Nobody counts.
    """
    total = sum(one.weight for one in positions)
    if total <= 0:
        raise ValueError("nobody counts on this issue")
    below = 0.0
    for one in sorted(positions, key=lambda one: one.value):
        below += one.weight
        if 2 * below >= total:
            return one.value
    raise AssertionError("half of the weight lies somewhere")


def plain_mean(positions: Sequence[Position]) -> float:
    """The mean of the positions, everybody counting the same."""
    return statistics.fmean(one.value for one in positions)


def plain_median(positions: Sequence[Position]) -> float:
    """The median of the positions, everybody counting the same."""
    return statistics.median(one.value for one in positions)
