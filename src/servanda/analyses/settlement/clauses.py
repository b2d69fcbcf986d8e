"""Packages and formulas as clauses, for a satisfiability solver.

Every option of every open issue is a variable, and of each issue exactly one is true. A formula
counts only where its selector is true, so that the same clauses serve for every set of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

from servanda.analyses.settlement.formulas import Every, Formula, OneOf, Some
from servanda.analyses.settlement.space import Package

Clause = list[int]


class Clauses:
    """Collects the clauses of a space and of formulas over it.

    Args:
        sizes: How many options each issue has.

    Attributes:
        choices: That each issue is settled on one option.
        asked: The clauses of the formulas.
        top: The highest variable in use.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self._first = [1, *accumulate(sizes, initial=1)][1:]
        self._sizes = sizes
        self.top = sum(sizes)
        self.asked: list[Clause] = []
        self.choices: list[Clause] = []
        for number, size in enumerate(sizes):
            options = [self.option(number, option) for option in range(size)]
            self.choices.append(options)
            self.choices += [[-one, -other] for one, other in combinations(options, 2)]

    @property
    def clauses(self) -> list[Clause]:
        """All that has been collected."""
        return self.choices + self.asked

    def option(self, issue: int, option: int) -> int:
        """The variable of an option."""
        return self._first[issue] + option

    def package(self, model: Sequence[int]) -> Package:
        """The package that a solver's model stands for."""
        return tuple(
            next(o for o in range(size) if model[first + o - 1] > 0)
            for first, size in zip(self._first, self._sizes, strict=False)
        )

    def always(self, formula: Formula) -> None:
        """Have every package meet a formula."""
        self.asked += self._of(formula, [])

    def selected(self, formula: Formula) -> int:
        """Have packages meet a formula wherever the variable that comes back is true."""
        selector = self.fresh()
        self.asked += self._of(formula, [-selector])
        return selector

    def fresh(self) -> int:
        """A variable that is not in use."""
        self.top += 1
        return self.top

    def _of(self, formula: Formula, unless: Clause) -> Iterator[Clause]:
        match formula:
            case OneOf():
                yield [*unless, *self._options(formula)]
            case Every(parts=parts):
                for part in parts:
                    yield from self._of(part, unless)
            case Some(parts=parts):
                clause = list(unless)
                for part in parts:
                    if isinstance(part, OneOf):
                        clause += self._options(part)
                    else:
                        clause.append(self.selected(part))
                yield clause

    def _options(self, formula: OneOf) -> Iterator[int]:
        for option in range(self._sizes[formula.issue]):
            if formula.options >> option & 1:
                yield self.option(formula.issue, option)
