"""What packages are worth to parties, in whole numbers, so that answers are exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.analyses.settlement.space import Package, Space
from servanda.model.bargaining import Preferences, Valuation
from servanda.model.node import ActorId, OptionId

Gains = tuple[int, ...]
"""What each party gains over no agreement, times its weight."""


@dataclass(frozen=True, slots=True)
class Worths:
    """What packages are worth to one party.

    Attributes:
        preferences: What it is read from.
        weight: How much all its issues matter together; a gain divided by it is in points of 100.
        base: What issues that are not open are worth to it, minus no agreement, times the weight.
        tables: What each option of each open issue adds, times the weight.
    """

    preferences: Preferences
    weight: int
    base: int
    tables: tuple[tuple[int, ...], ...]

    @property
    def party(self) -> ActorId:
        """Whose they are."""
        return self.preferences.party

    def gain(self, package: Package) -> int:
        """What the party gains over no agreement, times its weight."""
        pairs = zip(self.tables, package, strict=True)
        return self.base + sum(table[option] for table, option in pairs)

    def points(self, gain: int) -> Fraction:
        """A gain in points of 100."""
        return Fraction(gain, self.weight)


def worths_of(space: Space, preferences: Sequence[Preferences]) -> tuple[Worths, ...]:
    """What the packages of a space are worth to those whose preferences are known.

    A party to whom no issue matters has none.
    """
    found = (_of_one(space, one) for one in preferences)
    return tuple(worths for worths in found if worths.weight)


def _of_one(space: Space, preferences: Preferences) -> Worths:
    valuations = {v.issue: v for v in preferences.valuations}
    weight = sum(v.weight for v in valuations.values())
    fixed = (
        _worth(valuation, space.fixed[issue])
        for issue, valuation in valuations.items()
        if issue in space.fixed
    )
    tables = tuple(
        tuple(
            _worth(valuations[issue.id], option.id) if issue.id in valuations else 0
            for option in issue.options
        )
        for issue in space.issues
    )
    return Worths(preferences, weight, sum(fixed) - preferences.no_agreement * weight, tables)


def _worth(valuation: Valuation, option: OptionId) -> int:
    known = {worth.option: worth.value for worth in valuation.worths}
    return valuation.weight * known.get(option, 0)
