"""The weighted compromise.

The compromise model weighs each party's position by how much the issue matters to it (Van den Bos,
*Dutch EC Policy Making*, 1991; Achen, in *The European Union Decides*, 2006).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.analyses.settlement.space import Package, Space
from servanda.analyses.settlement.worths import Worths


@dataclass(frozen=True, slots=True)
class Compromise:
    """Of each issue the option with the greatest weighted sum of worths.

    Attributes:
        package: Of options with the same sum the first.
        ties: For each issue, how many options have the greatest sum.
    """

    package: Package
    ties: tuple[int, ...]


def compromise(space: Space, worths: Sequence[Worths]) -> Compromise:
    """The weighted compromise, red lines and linkages left aside.

    Every party counts the same: what an issue weighs to it is a share of all its issues.
    """
    package, ties = [], []
    for issue, size in enumerate(space.sizes):
        sums = [
            sum((one.points(one.tables[issue][option]) for one in worths), Fraction(0))
            for option in range(size)
        ]
        best = max(sums)
        package.append(sums.index(best))
        ties.append(sums.count(best))
    return Compromise(tuple(package), tuple(ties))
