"""Three-valued truth: holds, fails, undetermined (Kleene 1952, strong connectives)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Whether something is so, is not so, or cannot be told from what is known."""

    HOLDS = "holds"
    FAILS = "fails"
    UNDETERMINED = "undetermined"

    def __invert__(self) -> Verdict:
        """The verdict on the opposite; what is undetermined stays so."""
        return _OPPOSITE[self]


_OPPOSITE = {
    Verdict.HOLDS: Verdict.FAILS,
    Verdict.FAILS: Verdict.HOLDS,
    Verdict.UNDETERMINED: Verdict.UNDETERMINED,
}


def verdict(truth: bool) -> Verdict:
    """The verdict on a matter that is known."""
    return Verdict.HOLDS if truth else Verdict.FAILS


def all_of(parts: Iterable[Verdict]) -> Verdict:
    """Holds when every part holds; fails as soon as one part fails."""
    result = Verdict.HOLDS
    for part in parts:
        if part is Verdict.FAILS:
            return part
        if part is Verdict.UNDETERMINED:
            result = part
    return result


def any_of(parts: Iterable[Verdict]) -> Verdict:
    """Holds as soon as one part holds; fails when every part fails."""
    result = Verdict.FAILS
    for part in parts:
        if part is Verdict.HOLDS:
            return part
        if part is Verdict.UNDETERMINED:
            result = part
    return result


def at_least(count: int, parts: Iterable[Verdict]) -> Verdict:
    """Holds when ``count`` parts hold; fails when too few could still hold."""
    seen = list(parts)
    sure = seen.count(Verdict.HOLDS)
    if sure >= count:
        return Verdict.HOLDS
    possible = sure + seen.count(Verdict.UNDETERMINED)
    return Verdict.UNDETERMINED if possible >= count else Verdict.FAILS
