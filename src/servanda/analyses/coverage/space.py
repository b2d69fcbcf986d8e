"""The space of incidents, and what hangs beside it, as one set of decision diagrams.

First come the incident's attributes, in the order declared, then the hinges; so what remains of a
function once the incident is known is a function of the hinges alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from servanda.analyses.coverage.formula import (
    AtLeast,
    Every,
    Fact,
    Formula,
    Given,
    Opposite,
    Some,
    Told,
    Where,
)
from servanda.analyses.coverage.hinges import Hinge
from servanda.diagrams import FALSE, Diagrams
from servanda.model.node import AttributeId
from servanda.model.vocabulary import IncidentKind


class Space:
    """Incidents of one kind, and the facts that answers about them hang on.

    Attributes:
        kind: The kind of incident.
        values: The values of each attribute, in the order declared.
        hinges: The variables behind the attributes.
        diagrams: Functions over the attributes and the hinges.
    """

    def __init__(
        self,
        kind: IncidentKind,
        values: Sequence[tuple[str, ...]],
        hinges: Sequence[Hinge],
        *,
        budget: int,
    ) -> None:
        self.kind = kind
        self.attributes = tuple(attribute.id for attribute in kind.attributes)
        self.values = tuple(values)
        self.hinges = tuple(hinges)
        sizes = [max(1, len(v)) for v in values] + [len(hinge.ways) for hinge in hinges]
        self.diagrams = Diagrams(sizes, budget=budget)
        self._place = {attribute: n for n, attribute in enumerate(self.attributes)}
        self._hinge = {
            fact: (self.level + n, hinge) for n, hinge in enumerate(hinges) for fact in hinge.facts
        }
        self._compiled: dict[Formula, int] = {}

    @property
    def level(self) -> int:
        """How many variables describe the incident; those behind them are hinges."""
        return len(self.attributes)

    @property
    def beside(self) -> range:
        """The variables of the hinges."""
        return range(self.level, self.level + len(self.hinges))

    def place(self, attribute: AttributeId) -> int:
        """The variable of an attribute."""
        return self._place[attribute]

    def mask(self, variable: int, values: frozenset[str]) -> tuple[int, ...]:
        """Which of an attribute's values are among some."""
        return tuple(n for n, value in enumerate(self.values[variable]) if value in values)

    def fact(self, fact: Fact) -> int:
        """That a fact is so."""
        variable, hinge = self._hinge[fact]
        return self.diagrams.literal(variable, hinge.holding(fact))

    def where(self, attribute: AttributeId, values: frozenset[str]) -> int:
        """That an attribute has one of some values."""
        if attribute not in self._place:
            return FALSE
        variable = self._place[attribute]
        return self.diagrams.literal(variable, self.mask(variable, values))

    def compile(self, formula: Formula) -> int:
        """A formula as a diagram."""
        found = self._compiled.get(formula)
        if found is None:
            found = self._compiled[formula] = self._build(formula)
        return found

    def _build(self, formula: Formula) -> int:
        diagrams = self.diagrams
        match formula:
            case Told():
                return diagrams.both(self.compile(formula.what), self.fact(formula.by))
            case Where():
                return self.where(formula.attribute, formula.values)
            case Given():
                return self.fact(formula.fact)
            case Every():
                return diagrams.all_of(map(self.compile, formula.every))
            case Some():
                return diagrams.any_of(map(self.compile, formula.some))
            case Opposite():
                return diagrams.opposite(self.compile(formula.of))
            case AtLeast():
                return diagrams.at_least(formula.count, [*map(self.compile, formula.parts)])
            case _:
                assert_never(formula)

    def forget(self, kept: Iterable[int]) -> None:
        """Frees all but some functions, and what has been kept of formulas with them."""
        self._compiled.clear()
        self.diagrams.collect(kept)

    def possible(self, u: int) -> int:
        """The incidents in which something can come about, whatever that takes."""
        return self.diagrams.exists(u, self.beside)

    def incidents(self, u: int) -> int:
        """How many incidents a function of the attributes alone holds in."""
        return self.diagrams.count_over(u, range(self.level))


def unlike(space: Space, one: AttributeId, other: AttributeId) -> int:
    """That two roles are held by different actors."""
    same = (
        space.diagrams.both(
            space.where(one, frozenset((actor,))), space.where(other, frozenset((actor,)))
        )
        for actor in space.values[space.place(one)]
    )
    return space.diagrams.opposite(space.diagrams.any_of(same))
