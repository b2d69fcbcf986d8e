"""Bargains of ten parties over thirty issues of five options in python-sat, HiGHS, z3 and CP-SAT.

Each is given the same packages and red lines as formulas, and does the same work from there on:

- the first minimal conflict: a set of red lines that cannot stand together, of which none can be
  left out. z3 is asked for a minimal core; CP-SAT gives a sufficient set of assumptions, which
  is made minimal by leaving out one after the other, as ours is;
- the cheapest concession: z3's optimizer and CP-SAT have the costs as an objective;
- the Nash solution among all packages: CP-SAT is given tangents of the logarithm in whole numbers,
  and more where it finds its next package, as HiGHS is;
- whether packages are dominated: CP-SAT has the sum of gains as an objective.

To the last two z3's optimizer comes to no answer within minutes, and is left out.

z3 and CP-SAT run on one core, as ours do.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bench.bargains import Bargain
from bench.ratio import Ratio, seconds_of
from servanda.analyses.settlement.concessions import concessions, cost_of
from servanda.analyses.settlement.formulas import Every, Formula, OneOf, Some
from servanda.analyses.settlement.lines import Line, lines_of
from servanda.analyses.settlement.space import Package, Space, space_of
from servanda.analyses.settlement.together import Together
from servanda.analyses.settlement.worths import Gains, Worths, worths_of
from servanda.model.case import Case

SIZE = Bargain(parties=10, issues=30, options=5, unary=12, linked=4)

SCALE = 10**6
"""Into how many parts CP-SAT divides one unit of a logarithm."""

FIRST_TANGENTS = 25

ASKED = 4
"""Of how many packages of each sort it is tested whether they are dominated."""


class Table:
    """A bargain, read.

    Attributes:
        easy: Packages of which it is tested whether another dominates them: some drawn at random, and
            some that have the greatest sum by some weights.
        hard: The latter with three issues otherwise, so that little or nothing dominates them.
    """

    def __init__(self, case: Case) -> None:
        conditions = [one.condition for one in case.requirements]
        self.space: Space = space_of(case, {}, conditions, case.preferences)
        self.lines: tuple[Line, ...] = lines_of(self.space, case.requirements)
        self.worths: tuple[Worths, ...] = worths_of(self.space, case.preferences)
        self.easy, self.hard = self._packages(random.Random(1))

    def gains(self, package: Package) -> Gains:
        """What a package is worth to each."""
        return tuple(one.gain(package) for one in self.worths)

    def _packages(self, chance: random.Random) -> tuple[list[Gains], list[Gains]]:
        sizes, easy, hard = self.space.sizes, [], []
        for _ in range(ASKED):
            drawn = tuple(map(chance.randrange, sizes))
            weights = [chance.random() / one.weight for one in self.worths]
            best = []
            for issue, size in enumerate(sizes):
                tables = [one.tables[issue] for one in self.worths]
                pairs = list(zip(weights, tables, strict=True))
                sums = [sum(w * table[o] for w, table in pairs) for o in range(size)]
                best.append(sums.index(max(sums)))
            easy += [self.gains(drawn), self.gains(tuple(best))]
            for issue in chance.sample(range(len(sizes)), 3):
                best[issue] = chance.randrange(sizes[issue])
            hard.append(self.gains(tuple(best)))
        return easy, hard


class Own:
    """What ``servanda settle`` uses: CaDiCaL and RC2 through python-sat, HiGHS through SciPy."""

    @staticmethod
    def conflict(table: Table) -> int:
        """How many red lines the first minimal conflict has."""
        with Together(table.space, [line.formula for line in table.lines]) as together:
            assert together.package(range(len(table.lines))) is None
            return len(together.least(together.clash()))

    @staticmethod
    def concession(table: Table) -> int:
        """What the cheapest concession costs."""
        return cost_of(table.lines, concessions(table.space, table.lines).sets[0])

    @staticmethod
    def nash(table: Table) -> float:
        """The logarithm of the greatest product of gains."""
        programme = import_module("servanda.analyses.settlement.programme")
        found = programme.Programme(table.space, (), table.worths).nash()
        return float(found.value)

    @staticmethod
    def dominated(table: Table, asked: Sequence[Gains]) -> list[bool]:
        """Which of some packages, by what they are worth, are dominated."""
        programme = import_module("servanda.analyses.settlement.programme")
        found = []
        for least in asked:
            of = programme.Programme(table.space, (), table.worths)
            best = of.greatest([1] * len(table.worths), least)
            found.append(table.gains(best) != least)
        return found


class Z3:
    """z3, an SMT solver with an optimizer."""

    def __init__(self, table: Table) -> None:
        self.z3: Any = import_module("z3")
        self.options = [
            [self.z3.Bool(f"x{issue}_{option}") for option in range(size)]
            for issue, size in enumerate(table.space.sizes)
        ]
        self.selectors = [self.z3.Bool(f"s{number}") for number in range(len(table.lines))]

    def given(self, solver: Any, table: Table) -> Any:
        """A solver with the packages and the red lines."""
        for options in self.options:
            solver.add(self.z3.PbEq([(option, 1) for option in options], 1))
        for selector, line in zip(self.selectors, table.lines, strict=True):
            solver.add(self.z3.Implies(selector, self.formula(line.formula)))
        return solver

    def formula(self, formula: Formula) -> Any:
        """A formula."""
        match formula:
            case OneOf():
                options = enumerate(self.options[formula.issue])
                return self.z3.Or([o for n, o in options if formula.options >> n & 1])
            case Every(parts=parts):
                return self.z3.And([self.formula(part) for part in parts])
            case Some(parts=parts):
                return self.z3.Or([self.formula(part) for part in parts])

    @classmethod
    def conflict(cls, table: Table) -> int:
        """How many red lines the first minimal conflict has."""
        of = cls(table)
        solver = of.given(of.z3.Solver(), table)
        solver.set("core.minimize", True)
        assert solver.check(of.selectors) == of.z3.unsat
        return len(solver.unsat_core())

    @classmethod
    def concession(cls, table: Table) -> int:
        """What the cheapest concession costs."""
        of = cls(table)
        solver = of.given(of.z3.Optimize(), table)
        for selector, line in zip(of.selectors, table.lines, strict=True):
            solver.add_soft(selector, line.cost)
        solver.check()
        model = solver.model()
        pairs = zip(of.selectors, table.lines, strict=True)
        return sum(line.cost for s, line in pairs if not of.z3.is_true(model.eval(s)))


class CpSat:
    """CP-SAT, the solver of OR-tools for whole numbers."""

    def __init__(self, table: Table) -> None:
        self.cp: Any = import_module("ortools.sat.python.cp_model")
        self.model = self.cp.CpModel()
        self.options = [
            [self.model.new_bool_var(f"x{issue}_{option}") for option in range(size)]
            for issue, size in enumerate(table.space.sizes)
        ]
        for options in self.options:
            self.model.add_exactly_one(options)

    def lines(self, table: Table) -> list[Any]:
        """The red lines, each with a selector."""
        selectors = [self.model.new_bool_var(f"s{n}") for n in range(len(table.lines))]
        for selector, line in zip(selectors, table.lines, strict=True):
            for clause in self.clauses(line.formula):
                self.model.add_bool_or([*clause, ~selector])
        return selectors

    def clauses(self, formula: Formula) -> list[list[Any]]:
        """A formula; parts of an alternative are about one issue each here."""
        match formula:
            case OneOf():
                options = enumerate(self.options[formula.issue])
                return [[o for n, o in options if formula.options >> n & 1]]
            case Every(parts=parts):
                return [clause for part in parts for clause in self.clauses(part)]
            case Some(parts=parts):
                return [[one for part in parts for clause in self.clauses(part) for one in clause]]

    def gain(self, one: Worths) -> Any:
        """What a party gains, times its weight."""
        options = [option for some in self.options for option in some]
        adds = [add for table in one.tables for add in table]
        return self.cp.LinearExpr.weighted_sum(options, adds) + one.base

    def solver(self) -> Any:
        """A solver on one core."""
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 1
        return solver

    @classmethod
    def conflict(cls, table: Table) -> int:
        """How many red lines the first minimal conflict has."""
        of = cls(table)
        selectors = of.lines(table)
        by_index = {selector.index: selector for selector in selectors}
        needed = of.core(selectors)
        for number in list(needed):
            if number in needed:
                found = of.core([by_index[one] for one in needed if one != number])
                needed = found or needed
        return len(needed)

    def core(self, selectors: Sequence[Any]) -> list[int]:
        """Selectors that cannot all be true; none where they can."""
        self.model.clear_assumptions()
        self.model.add_assumptions(selectors)
        solver = self.solver()
        if solver.solve(self.model) != self.cp.INFEASIBLE:
            return []
        return list(solver.sufficient_assumptions_for_infeasibility())

    @classmethod
    def concession(cls, table: Table) -> int:
        """What the cheapest concession costs."""
        of = cls(table)
        selectors = of.lines(table)
        costs = [line.cost for line in table.lines]
        kept = of.cp.LinearExpr.weighted_sum(selectors, costs)
        of.model.maximize(kept)
        solver = of.solver()
        solver.solve(of.model)
        kept_at_most: float = solver.objective_value
        return sum(costs) - round(kept_at_most)

    @classmethod
    def dominated(cls, table: Table, asked: Sequence[Gains]) -> list[bool]:
        """Which of some packages, by what they are worth, are dominated."""
        found = []
        for worth in asked:
            of = cls(table)
            gains = [of.gain(one) for one in table.worths]
            for gain, least in zip(gains, worth, strict=True):
                of.model.add(gain >= least)
            points = [SCALE // one.weight for one in table.worths]
            of.model.maximize(sum(gain * part for gain, part in zip(gains, points, strict=True)))
            solver = of.solver()
            solver.solve(of.model)
            found.append(tuple(solver.value(gain) for gain in gains) != worth)
        return found

    @classmethod
    def nash(cls, table: Table) -> float:
        """The logarithm of the greatest product of gains, each in points of 100."""
        of = cls(table)
        gains = [of.gain(one) for one in table.worths]
        logs = [of.model.new_int_var(-20 * SCALE, 10 * SCALE, f"l{n}") for n in range(len(gains))]
        weights = [one.weight for one in table.worths]
        for number, (gain, weight) in enumerate(zip(gains, weights, strict=True)):
            of.model.add(gain >= 1)
            for step in range(FIRST_TANGENTS):
                of.below(logs[number], gain, weight, 100 ** (step / (FIRST_TANGENTS - 1)))
        of.model.maximize(sum(logs))
        solver, seen = of.solver(), set[tuple[int, ...]]()
        while True:
            solver.solve(of.model)
            found = tuple(solver.value(gain) for gain in gains)
            if found in seen:
                return sum(math.log(g / w) for g, w in zip(found, weights, strict=True))
            seen.add(found)
            for number, (gain, weight) in enumerate(zip(gains, weights, strict=True)):
                of.below(logs[number], gain, weight, found[number] / weight)

    def below(self, log: Any, gain: Any, weight: int, at: float) -> None:
        """A logarithm lies below its tangent at a gain."""
        slope = round(SCALE / (at * weight))
        self.model.add(log <= math.ceil(SCALE * (math.log(at) - 1)) + slope * gain)


ALTERNATIVES: Mapping[str, tuple[str, type[Z3 | CpSat]]] = {
    "z3": ("z3", Z3),
    "CP-SAT": ("ortools", CpSat),
}


def absent() -> list[str]:
    """The solvers that are not there to be measured against."""
    needed = {"SciPy": "scipy", **{name: module for name, (module, _) in ALTERNATIVES.items()}}
    return [name for name, module in needed.items() if find_spec(module) is None]


def bargains(rounds: int) -> Iterator[Ratio]:
    """The same answers, in the time that they take us."""
    table = Table(SIZE.case())
    there = [(name, of) for name, (module, of) in ALTERNATIVES.items() if find_spec(module)]
    for name, of in there:
        against = f"{name}, {SIZE.parties} x {SIZE.issues} x {SIZE.options}"
        ratios = compared(rounds, table, Own.conflict, of.conflict)
        yield Ratio.of("first minimal conflict, answers in the same time", against, ratios)
        ratios = compared(rounds, table, Own.concession, of.concession)
        yield Ratio.of("cheapest concession, answers in the same time", against, ratios)
    if find_spec("scipy") and find_spec("ortools"):
        ratios = compared(rounds, table, *dominance(table.easy))
        yield Ratio.of("packages drawn, or best by some weights: is one dominated", against, ratios)
        ratios = compared(rounds, table, *dominance(table.hard))
        yield Ratio.of("packages that hardly anything dominates, the same", against, ratios)
        ratios = compared(rounds, table, Own.nash, CpSat.nash)
        yield Ratio.of("Nash solution of 5^30 packages, answers in the same time", against, ratios)


def dominance(
    asked: Sequence[Gains],
) -> tuple[Callable[[Table], object], Callable[[Table], object]]:
    """The test of some packages, ours and that of CP-SAT."""
    return partial(Own.dominated, asked=asked), partial(CpSat.dominated, asked=asked)


def compared(
    rounds: int, table: Table, own: Callable[[Table], object], other: Callable[[Table], object]
) -> list[float]:
    """How many times as long the other takes, round by round, after one that does not count."""
    times = [
        (seconds_of(partial(own, table)), seconds_of(partial(other, table)))
        for _ in range(rounds + 1)
    ][1:]
    return [theirs / mine for mine, theirs in times]
