"""The cheapest concessions: which red lines to give up so that the rest can stand together.

After Ignatiev, Morgado and Marques-Silva, *RC2: an efficient MaxSAT solver* (JSAT 11, 2019), as it
comes with python-sat.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from servanda.analyses.settlement.clauses import Clauses
from servanda.analyses.settlement.formulas import Numbers
from servanda.analyses.settlement.lines import Line
from servanda.analyses.settlement.space import Space

MOST_CALLS = 20_000
"""How often the solver may be asked before an answer is given that is not complete."""


@dataclass(frozen=True, slots=True)
class Concessions:
    """Minimal sets of red lines without which the rest can stand together.

    Attributes:
        sets: The cheapest first; of those that cost the same, those of fewer lines, and then in
            the order of the text.
        complete: Whether these are all of them.
    """

    sets: tuple[Numbers, ...]
    complete: bool


def by_cost(lines: Sequence[Line], sets: Sequence[Numbers]) -> tuple[Numbers, ...]:
    """Concessions, the cheapest first."""
    return tuple(sorted(sets, key=lambda one: (cost_of(lines, one), len(one), one)))


def cost_of(lines: Sequence[Line], numbers: Numbers) -> int:
    """What it costs to give up some lines."""
    return sum(lines[number].cost for number in numbers)


def concessions(
    space: Space,
    lines: Sequence[Line],
    *,
    kept: Collection[int] = (),
    most: int = 1,
) -> Concessions:
    """The cheapest concessions.

    Args:
        space: The packages.
        lines: The red lines.
        kept: The numbers of those that are not given up in any case.
        most: How many sets are looked for.
    """
    clauses = Clauses(space.sizes)
    for formula in space.formulas:
        clauses.always(formula)
    selectors = {}
    for number, line in enumerate(lines):
        if number in kept:
            clauses.always(line.formula)
        else:
            selectors[number] = clauses.selected(line.formula)
    problem = WCNF()
    problem.extend(clauses.clauses)
    for number, selector in selectors.items():
        problem.append([selector], weight=lines[number].cost)
    found: list[Numbers] = []
    complete = False
    with _Counting(problem, MOST_CALLS) as solver:
        try:
            for model in solver.enumerate(block=-1):
                if len(found) == most:
                    break
                given_up = (n for n, selector in selectors.items() if model[selector - 1] < 0)
                found.append(tuple(given_up))
            else:
                complete = True
        except _TooManyCalls:
            pass
    return Concessions(by_cost(lines, found), complete)


class _TooManyCalls(Exception):  # noqa: N818 - caught where it is counted
    """The solver has been asked as often as it may be."""


class _Counting(RC2):  # type: ignore[misc]
    """Counts how often the solver is asked, so that the same problem gets the same answer."""

    def __init__(self, problem: WCNF, most_calls: int) -> None:
        self._left = most_calls
        super().__init__(problem, solver="glucose4")

    def _call_oracle(self, *args: object, **named: object) -> object:
        self._left -= 1
        if self._left < 0:
            raise _TooManyCalls
        return super()._call_oracle(*args, **named)

    def __enter__(self) -> _Counting:
        return self
