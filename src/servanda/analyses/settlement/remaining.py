"""Which options of each issue are left, and what rules the others out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.analyses.settlement.formulas import Formula
from servanda.analyses.settlement.space import Space
from servanda.analyses.settlement.together import Together


@dataclass(frozen=True, slots=True)
class RuledOut:
    """An option that no package has.

    Attributes:
        formulas: What rules it out, by number; none of these could be left out.
        linkages: The linkages without which it would not be ruled out.
    """

    issue: int
    option: int
    formulas: tuple[int, ...]
    linkages: tuple[int, ...]


def ruled_out(space: Space, formulas: Sequence[Formula]) -> tuple[RuledOut, ...]:
    """The options that no package has which meets some formulas; there must be such a package."""
    everything = range(len(formulas))
    seen: set[tuple[int, int]] = set()
    found: list[RuledOut] = []
    with Together(space, formulas) as together:
        for issue, size in enumerate(space.sizes):
            for option in range(size):
                if (issue, option) in seen:
                    continue
                asked = [(issue, option)]
                package = together.package(everything, options=asked)
                if package is not None:
                    seen |= set(enumerate(package))
                    continue
                least = together.least(together.clash(), asked)
                linkages = together.linkages(least, asked)
                found.append(RuledOut(issue, option, least, linkages))
    return tuple(found)
