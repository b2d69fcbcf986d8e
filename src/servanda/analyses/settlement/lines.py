"""What parties ask of a package: red lines, and demands where these are to count as red lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servanda.analyses.settlement.formulas import Formula, holds
from servanda.analyses.settlement.space import Package, Space
from servanda.model.bargaining import Requirement
from servanda.model.node import ActorId


@dataclass(frozen=True, slots=True)
class Line:
    """What a party asks of a package."""

    requirement: Requirement
    formula: Formula

    @property
    def party(self) -> ActorId:
        """Whose it is."""
        return self.requirement.party

    @property
    def cost(self) -> int:
        """How hard it would be to give up."""
        return self.requirement.cost


def lines_of(space: Space, requirements: Iterable[Requirement]) -> tuple[Line, ...]:
    """Requirements as formulas over the packages of a space."""
    return tuple(Line(one, space.formula(one.condition)) for one in requirements)


def crossed(lines: Sequence[Line], package: Package) -> tuple[Line, ...]:
    """Those that a package does not meet."""
    return tuple(line for line in lines if not holds(line.formula, package))


def parties_of(lines: Sequence[Line]) -> tuple[ActorId, ...]:
    """Whose they are, in the order of the text."""
    return tuple(dict.fromkeys(line.party for line in lines))
