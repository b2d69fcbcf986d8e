"""Which of many outcomes no other one dominates.

All of them are compared at once, a bit for each: for a party, those that are worth as much to it or
more than a given one are a set of bits, and what these sets of all parties have in common are the
outcomes that are as good for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from servanda.analyses.settlement.worths import Gains

TOGETHER = 1 << 14
"""With how many outcomes all others are compared at once: as many bits as are held for each."""


def undominated(outcomes: Sequence[Gains]) -> Iterator[Gains]:
    """Those that no other one dominates, in their order.

    Args:
        outcomes: What each party gains; no two are the same.
    """
    dominated = bytearray(len(outcomes))
    for start in range(0, len(outcomes), TOGETHER):
        better = _as_good(outcomes, range(start, min(start + TOGETHER, len(outcomes))))
        for number, bits in enumerate(better):
            itself = 1 << (number - start) if start <= number < start + TOGETHER else 0
            if bits & ~itself:
                dominated[number] = 1
    return (gains for gains, out in zip(outcomes, dominated, strict=True) if not out)


def _as_good(outcomes: Sequence[Gains], some: range) -> list[int]:
    """For each outcome, a bit for each of some that is worth as much to everybody, or more."""
    found = [(1 << len(some)) - 1] * len(outcomes)
    for worths in zip(*outcomes, strict=True):
        order = sorted(range(len(outcomes)), key=worths.__getitem__, reverse=True)
        bits = 0
        for _, alike in groupby(order, key=worths.__getitem__):
            numbers = list(alike)
            for number in numbers:
                if number in some:
                    bits |= 1 << (number - some.start)
            for number in numbers:
                found[number] &= bits
    return found
