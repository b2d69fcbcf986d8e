"""What is fair among more packages than can be looked at: mixed-integer programmes, by HiGHS.

Every option is a variable that is 0 or 1, red lines and linkages are inequalities. What a party
gains is linear in these; its logarithm lies below each of its tangents, so that tangents at enough
gains stand for it (Kelley, *The cutting-plane method for solving convex programs*, 1960). More are
added where the solver finds its next package, until it finds none that it has not found before.

Needs SciPy (``pip install servanda[settle]``) and is imported only where it is needed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array, vstack

from servanda.analyses.settlement.clauses import Clauses
from servanda.analyses.settlement.formulas import Formula, holds
from servanda.analyses.settlement.listed import Undecided
from servanda.analyses.settlement.nash import Nash, value_of
from servanda.analyses.settlement.space import Package, Space
from servanda.analyses.settlement.worths import Gains, Worths

MOST_NODES = 200_000
"""How many nodes of its search tree the solver may look at for one answer."""

MOST_TANGENTS = 40
"""How often tangents are added before the gap that is left is told."""

HALF = 0.5
"""Between two gains in whole numbers there is room for the solver's tolerance."""

_FIRST_TANGENTS = 5
_PROVEN, _INFEASIBLE = 0, 2
_CLOSE = 1e-9
_RELAXED = 1e-3
_LEAST_LOGARITHM = -25.0
_BEST = math.log(200)
_COMBINATIONS = 20_000
"""How many combinations of options can be told apart within the tolerance of the solver."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Inequalities: what lies between two bounds."""

    matrix: csr_array
    low: np.ndarray
    high: np.ndarray


class Programme:
    """Finds packages among all that meet some formulas.

    The variables are the options, what the formulas need besides, for each party the logarithm of
    its gain, and whether it gains.

    Args:
        space: The packages.
        formulas: What they have to meet, besides the linkages.
        worths: What they are worth to whom.
    """

    def __init__(self, space: Space, formulas: Sequence[Formula], worths: Sequence[Worths]) -> None:
        clauses = Clauses(space.sizes)
        self._formulas = (*space.formulas, *formulas)
        for formula in self._formulas:
            clauses.always(formula)
        self._space = space
        self._worths = worths
        self._options = sum(space.sizes)
        self._logs = clauses.top
        self._gaining = clauses.top + len(worths)
        self._width = clauses.top + 2 * len(worths)
        self._weights = np.array([one.weight for one in worths], float)
        self._base = np.array([one.base for one in worths], float) / self._weights
        self._adds = (
            np.array([[add for table in one.tables for add in table] for one in worths], float)
            / self._weights[:, None]
        )
        self._starts = np.cumsum((0, *space.sizes))
        self._packages = self._rows_of(clauses.asked)

    # Packages by what they are worth.

    def greatest(self, weights: Sequence[int], at_least: Gains | None = None) -> Package | None:
        """The package with the greatest weighted sum of gains; None where there is none.

        With weights above nothing, no other package dominates it.

        Args:
            weights: How much each party's points count.
            at_least: What each party has to gain at least, times its weight.

        Raises:
            Undecided: The solver has come to no answer.
        """
        objective = np.zeros(self._width)
        objective[: self._options] = -(np.array(weights, float) @ self._adds)
        rows = [self._packages]
        if at_least is not None:
            rows.append(self._at_least(at_least))
        result = self._proven(objective, rows)
        return None if result is None else self._package(result)

    def nash(self) -> Nash | None:
        """The Nash bargaining solution; None where every package leaves somebody worse off.

        Raises:
            Undecided: The solver has come to no answer.
        """
        everybody = len(self._worths)
        found = self._nash(everybody)
        if found is None:
            gaining = self._most_who_gain()
            found = None if gaining is None else self._nash(gaining)
        if found is None:
            return None
        package = self._first(found[0])
        gains = self._gains(package)
        value = value_of(gains, self._worths)
        return Nash(package, gains, value, max(value, found[1]))

    def _nash(self, gaining: int) -> tuple[Package, float] | None:
        """The best of the packages found, and what none exceeds; None where so many cannot gain."""
        objective = np.zeros(self._width)
        objective[self._logs : self._gaining] = -1
        tangents = self._first_tangents()
        fixed = [self._packages, self._who_gain(gaining)]
        for _ in range(MOST_TANGENTS):
            relaxed = self._solve(objective, [*fixed, self._below(tangents)], whole=False)
            if relaxed is None:
                return None
            gains = np.maximum(self._points(relaxed.x), 1 / self._weights)
            if -relaxed.fun - np.log(gains).sum() < _RELAXED:
                break
            tangents += list(enumerate(gains))
        found: dict[Package, float] = {}
        bound = math.inf
        for _ in range(MOST_TANGENTS):
            result = self._solve(objective, [*fixed, self._below(tangents)])
            if result is None:
                return None
            package = self._package(result)
            bound = min(bound, -result.mip_dual_bound)
            seen = package in found
            found[package] = value_of(self._gains(package), self._worths)
            if seen or bound - max(found.values()) < _CLOSE:
                break
            tangents += [
                (party, gain / self._worths[party].weight)
                for party, gain in enumerate(self._gains(package))
                if gain > 0
            ]
        return max(found, key=lambda one: found[one]), bound

    def _most_who_gain(self) -> int | None:
        """How many can gain at once, with nobody worse off; None where somebody always is."""
        objective = np.zeros(self._width)
        objective[self._gaining :] = -1
        result = self._proven(objective, [self._packages, self._who_gain(0)])
        return None if result is None else round(-result.fun)

    def _first(self, package: Package) -> Package:
        """The first package in the order of the text that is worth as much to everybody."""
        rows = [self._packages, self._at_least(self._gains(package))]
        for issues in self._in_groups():
            objective, place = np.zeros(self._width), 1.0
            for issue in reversed(issues):
                options = np.arange(self._space.sizes[issue])
                objective[self._starts[issue] : self._starts[issue + 1]] = place * options
                place *= len(options)
            result = self._solve(objective, rows)
            if result is None or result.status != _PROVEN:
                return package
            package = self._package(result)
            rows.append(self._settled(issues, package))
        return package

    def _in_groups(self) -> Iterator[list[int]]:
        """The issues in their order, so many at a time that combinations can be told apart."""
        group, combinations = list[int](), 1
        for issue, size in enumerate(self._space.sizes):
            if group and combinations * size > _COMBINATIONS:
                yield group
                group, combinations = [], 1
            group.append(issue)
            combinations *= size
        yield group

    # What is asked of packages, in inequalities.

    def _rows_of(self, asked: Iterable[Sequence[int]]) -> _Rows:
        places: list[tuple[int, int, float]] = []
        low: list[float] = []
        high: list[float] = []
        for issue in range(len(self._space.sizes)):
            options = range(self._starts[issue], self._starts[issue + 1])
            places += [(len(low), option, 1.0) for option in options]
            low.append(1)
            high.append(1)
        for clause in asked:
            places += [(len(low), abs(one) - 1, math.copysign(1.0, one)) for one in clause]
            low.append(1 - sum(one < 0 for one in clause))
            high.append(math.inf)
        rows, columns, values = zip(*places, strict=True) if places else ((), (), ())
        matrix = csr_array((values, (rows, columns)), shape=(len(low), self._width))
        return _Rows(matrix, np.array(low), np.array(high))

    def _at_least(self, gains: Gains) -> _Rows:
        low = (np.array(gains, float) - HALF) / self._weights - self._base
        return self._of_gains(np.zeros((len(gains), 2 * len(gains))), low)

    def _who_gain(self, number: int) -> _Rows:
        """Nobody is worse off, and so many gain, by one at least."""
        parties = len(self._worths)
        rest = np.hstack([np.zeros((parties, parties)), -np.diag((1 - HALF) / self._weights)])
        rows = self._of_gains(rest, -self._base - _CLOSE)
        counted = np.zeros((1, self._width))
        counted[0, self._gaining :] = 1
        return _Rows(
            vstack([rows.matrix, csr_array(counted)]).tocsr(),
            np.append(rows.low, number),
            np.append(rows.high, math.inf),
        )

    def _of_gains(self, rest: np.ndarray, low: np.ndarray) -> _Rows:
        between = np.zeros((len(low), self._logs - self._options))
        matrix = csr_array(np.hstack([self._adds, between, rest]))
        return _Rows(matrix, low, np.full(len(low), math.inf))

    def _first_tangents(self) -> list[tuple[int, float]]:
        best = np.maximum.reduceat(self._adds, self._starts[:-1], axis=1).sum(1) + self._base
        least = 1 / self._weights
        return [
            (party, gain)
            for party in range(len(best))
            for gain in np.geomspace(
                max(least[party], best[party] / 50),
                max(least[party], best[party]),
                _FIRST_TANGENTS,
            )
        ]

    def _below(self, tangents: Sequence[tuple[int, float]]) -> _Rows:
        """The logarithm of a gain lies below each tangent, and is nothing for who does not gain."""
        parties = np.array([party for party, _ in tangents])
        gains = np.array([gain for _, gain in tangents])
        rows = np.arange(len(tangents))
        relaxed = np.maximum(0, 1 - np.log(gains))
        matrix = np.zeros((len(tangents) + len(self._worths), self._width))
        matrix[rows, : self._options] = -self._adds[parties] / gains[:, None]
        matrix[rows, self._logs + parties] = 1
        matrix[rows, self._gaining + parties] = relaxed
        high = np.log(gains) - 1 + self._base[parties] / gains + relaxed
        everybody = np.arange(len(self._worths))
        matrix[len(tangents) + everybody, self._logs + everybody] = 1
        matrix[len(tangents) + everybody, self._gaining + everybody] = -_BEST
        high = np.append(high, np.zeros(len(self._worths)))
        return _Rows(csr_array(matrix), np.full(len(high), -math.inf), high)

    def _settled(self, issues: Iterable[int], package: Package) -> _Rows:
        chosen = [self._starts[issue] + package[issue] for issue in issues]
        matrix = csr_array(
            (np.ones(len(chosen)), (np.arange(len(chosen)), chosen)),
            shape=(len(chosen), self._width),
        )
        return _Rows(matrix, np.ones(len(chosen)), np.ones(len(chosen)))

    # The solver.

    def _proven(self, objective: np.ndarray, rows: Sequence[_Rows]) -> OptimizeResult | None:
        """The best solution; None where there is none.

        Raises:
            Undecided: It has not been proven that it is the best.
        """
        result = self._solve(objective, rows)
        if result is not None and result.status != _PROVEN:
            raise Undecided(result.message)
        return result

    def _solve(
        self, objective: np.ndarray, rows: Sequence[_Rows], *, whole: bool = True
    ) -> OptimizeResult | None:
        parties = len(self._worths)
        low, high = np.zeros(self._width), np.ones(self._width)
        low[self._logs : self._gaining] = _LEAST_LOGARITHM
        high[self._logs : self._gaining] = _BEST
        kinds = np.ones(self._width) if whole else np.zeros(self._width)
        kinds[self._logs : self._logs + parties] = 0
        result = milp(
            objective,
            constraints=LinearConstraint(
                vstack([one.matrix for one in rows]).tocsr(),
                np.concatenate([one.low for one in rows]),
                np.concatenate([one.high for one in rows]),
            ),
            integrality=kinds,
            bounds=Bounds(low, high),
            options={"mip_rel_gap": _CLOSE, "node_limit": MOST_NODES},
        )
        if result.status == _INFEASIBLE:
            return None
        if result.x is None:
            raise Undecided(result.message)
        return result

    def _package(self, result: OptimizeResult) -> Package:
        ends = zip(self._starts[:-1], self._starts[1:], strict=True)
        package = tuple(int(result.x[start:end].argmax()) for start, end in ends)
        if not all(holds(formula, package) for formula in self._formulas):
            raise Undecided("the solution is none when looked at exactly")
        return package

    def _points(self, variables: np.ndarray) -> np.ndarray:
        points: np.ndarray = self._adds @ variables[: self._options] + self._base
        return points

    def _gains(self, package: Package) -> Gains:
        return tuple(one.gain(package) for one in self._worths)
