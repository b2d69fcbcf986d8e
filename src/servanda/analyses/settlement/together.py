"""Which of the parties' red lines can stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType

from pysat.solvers import Solver

from servanda.analyses.settlement.clauses import Clauses
from servanda.analyses.settlement.formulas import Formula, Numbers
from servanda.analyses.settlement.space import Package, Space


class Together:
    """Tells whether some formulas can be met by one package.

    Args:
        space: The packages.
        formulas: Of which some are asked for at a time, by number.

    Attributes:
        calls: How often the solver has been asked.
    """

    def __init__(self, space: Space, formulas: Sequence[Formula]) -> None:
        self._clauses = Clauses(space.sizes)
        self._linkages = [self._clauses.selected(formula) for formula in space.formulas]
        self._selectors = [self._clauses.selected(formula) for formula in formulas]
        self._numbers = {selector: n for n, selector in enumerate(self._selectors)}
        self._solver = Solver("cadical153", bootstrap_with=self._clauses.clauses)
        self.calls = 0

    def __enter__(self) -> Together:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._solver.delete()

    def package(
        self,
        kept: Iterable[int],
        *,
        options: Iterable[tuple[int, int]] = (),
        linkages: Iterable[int] | None = None,
    ) -> Package | None:
        """A package that meets some of the formulas, or None where there is none.

        Args:
            kept: The numbers of the formulas.
            options: Issues and options that it must have besides.
            linkages: The numbers of the linkages that count; all where they are not named.
        """
        self.calls += 1
        counting = self._linkages if linkages is None else [self._linkages[n] for n in linkages]
        assumed = [*counting, *(self._clauses.option(issue, option) for issue, option in options)]
        assumed += [self._selectors[number] for number in kept]
        if self._solver.solve(assumptions=assumed):
            return self._clauses.package(self._solver.get_model())
        return None

    def clash(self) -> frozenset[int]:
        """Formulas that cannot stand together, of those last asked for in vain."""
        core = self._solver.get_core() or ()
        return frozenset(self._numbers[s] for s in core if s in self._numbers)

    def linkages(self, kept: Sequence[int], options: Sequence[tuple[int, int]] = ()) -> Numbers:
        """Linkages without any one of which some formulas, which now clash, could stand together.

        Args:
            kept: The numbers of the formulas.
            options: Issues and options that a package must have besides.
        """
        needed = list(range(len(self._linkages)))
        for number in range(len(self._linkages)):
            without = [n for n in needed if n != number]
            if self.package(kept, options=options, linkages=without) is None:
                needed = without
        return tuple(needed)

    def least(self, clash: Iterable[int], options: Sequence[tuple[int, int]] = ()) -> Numbers:
        """A smallest part of some formulas that clashes as well: none of it could be left out.

        Args:
            clash: The numbers of formulas that cannot stand together.
            options: Issues and options that a package must have besides.
        """
        needed = sorted(clash)
        for number in tuple(needed):
            without = [n for n in needed if n != number]
            if number in needed and self.package(without, options=options) is None:
                needed = sorted(self.clash())
        return tuple(needed)
