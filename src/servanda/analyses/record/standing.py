"""How far what is said can be held against the one who is said to say it."""

from __future__ import annotations

from enum import Enum


class Standing(Enum):
    """Through whom a saying is known, the best first (W4 to W7)."""

    FIRST_HAND = "first-hand"
    ALLY = "reported by an ally"
    OTHER = "reported by another party"
    ADVERSARY = "reported by an adversary"
    OUTLET = "reported by an outlet"
    ANONYMOUS = "anonymous"

    @property
    def rank(self) -> int:
        """Its place, the best first."""
        return _RANKS[self]

    @property
    def tier(self) -> int:
        """0 for the party's own words, 1 for what somebody named reports, 2 for the rest."""
        if self is Standing.FIRST_HAND:
            return 0
        return 2 if self is Standing.ANONYMOUS else 1


_RANKS = {standing: rank for rank, standing in enumerate(Standing)}


def weakest(first: Standing, second: Standing) -> Standing:
    """The weaker of two."""
    return max(first, second, key=_RANKS.__getitem__)


class Bar(Enum):
    """What is taken as said: own words alone, what somebody named reports, or everything."""

    FIRST_HAND = "first-hand"
    REPORTED = "reported"
    ANY = "any"

    def admits(self, standing: Standing) -> bool:
        """Whether a saying of this standing counts (W7)."""
        return standing.tier <= _HIGHEST_TIER[self]


_HIGHEST_TIER = {Bar.FIRST_HAND: 0, Bar.REPORTED: 1, Bar.ANY: 2}
