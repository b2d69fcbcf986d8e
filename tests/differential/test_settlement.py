"""What could be signed, found a second time by going through every package.

Nothing here uses the analysis's formulas, clauses or tables: conditions are evaluated on packages
by name, sets of red lines are tried one by one, gains are fractions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import prod

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bench.bargains import Bargain
from servanda.analyses.settlement.compromise import compromise
from servanda.analyses.settlement.concessions import by_cost, concessions, cost_of
from servanda.analyses.settlement.conflicts import conflicts
from servanda.analyses.settlement.lines import Line, lines_of
from servanda.analyses.settlement.listed import Finder, Listed
from servanda.analyses.settlement.programme import Programme
from servanda.analyses.settlement.remaining import ruled_out
from servanda.analyses.settlement.space import Space, space_of
from servanda.analyses.settlement.sweep import MOST_STEPS, count, frontier, outcomes
from servanda.analyses.settlement.together import Together
from servanda.analyses.settlement.worths import Worths, worths_of
from servanda.model.bargaining import Preferences
from servanda.model.case import Case
from servanda.model.conditions import All, Any, Condition, IssueIs, Not
from servanda.model.node import IssueId, OptionId
from servanda.testing import bargains

Choice = dict[IssueId, OptionId]

"""The first programme waits for the solver to be loaded."""


def met(condition: Condition, chosen: Choice) -> bool:
    """Whether a condition holds of what is chosen."""
    match condition:
        case IssueIs():
            return chosen[condition.issue] in condition.options
        case Not():
            return not met(condition.part, chosen)
        case All():
            return all(met(part, chosen) for part in condition.parts)
        case Any():
            return any(met(part, chosen) for part in condition.parts)
        case _:
            raise AssertionError(condition)


class Brute:
    """Every package of a case, one by one."""

    def __init__(self, case: Case, space: Space, lines: Sequence[Line]) -> None:
        self.fixed = {issue.id: issue.settled for issue in case.issues if issue.settled}
        self.issues = space.issues
        self.packages = [
            package
            for package in product(*(range(len(issue.options)) for issue in space.issues))
            if all(met(one.condition, self.chosen(package)) for one in case.linkages)
        ]
        self.meets = [
            {n for n, line in enumerate(lines) if met(line.requirement.condition, self.chosen(p))}
            for p in self.packages
        ]

    def chosen(self, package: Sequence[int]) -> Choice:
        """What a package settles, with what is settled anyway."""
        pairs = zip(self.issues, package, strict=True)
        return {**self.fixed, **{issue.id: issue.options[n].id for issue, n in pairs}}

    def stand(self, numbers: Sequence[int]) -> bool:
        """Whether some red lines stand together."""
        return any(meets.issuperset(numbers) for meets in self.meets)

    def acceptable(self, numbers: Sequence[int]) -> list[tuple[int, ...]]:
        """The packages that meet some red lines."""
        pairs = zip(self.packages, self.meets, strict=True)
        return [package for package, meets in pairs if meets.issuperset(numbers)]

    def worth(self, preferences: Preferences, package: Sequence[int]) -> Fraction:
        """What a package is worth to a party, of 100."""
        chosen, total = self.chosen(package), sum(v.weight for v in preferences.valuations)
        return sum(
            (
                Fraction(v.weight * worth.value, total)
                for v in preferences.valuations
                for worth in v.worths
                if worth.option == chosen[v.issue]
            ),
            Fraction(0),
        )


def minimal(sets: list[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Those of which no other is a part."""
    return {one for one in sets if not any(set(other) < set(one) for other in sets)}


def subsets(most: int) -> Iterator[tuple[int, ...]]:
    """All sets of the first numbers."""
    for size in range(most + 1):
        yield from combinations(range(most), size)


def opened(case: Case) -> tuple[Space, tuple[Line, ...], tuple[Worths, ...], Brute]:
    """The parts of a case, and the packages one by one."""
    space = space_of(case, {}, [one.condition for one in case.requirements], case.preferences)
    lines = lines_of(space, case.requirements)
    return space, lines, worths_of(space, case.preferences), Brute(case, space, lines)


@given(bargains(most_parties=3))
def test_conflicts_and_concessions_are_those_found_by_trying_every_set(case: Case) -> None:
    space, lines, _, brute = opened(case)
    assume(brute.packages)
    assume(not brute.stand(range(len(lines))))
    formulas = [line.formula for line in lines]
    with Together(space, formulas) as together:
        found = conflicts(together, formulas, [(n,) for n in range(len(lines))])
    everything = set(range(len(lines)))
    clashes = [one for one in subsets(len(lines)) if not brute.stand(one)]
    unlocks = [one for one in subsets(len(lines)) if brute.stand(tuple(everything - set(one)))]
    assert found.complete
    assert set(found.conflicts) == minimal(clashes)
    assert set(found.concessions) == minimal(unlocks)
    cheapest = concessions(space, lines, most=1000)
    assert cheapest.complete
    assert cheapest.sets == by_cost(lines, found.concessions)
    assert cost_of(lines, cheapest.sets[0]) == min(cost_of(lines, one) for one in unlocks)


@given(bargains())
def test_conflicts_between_parties_are_those_found_by_trying_every_set(case: Case) -> None:
    space, lines, _, brute = opened(case)
    assume(brute.packages)
    assume(not brute.stand(range(len(lines))))
    parties = list(dict.fromkeys(line.party for line in lines))
    groups = [tuple(n for n, one in enumerate(lines) if one.party == party) for party in parties]
    formulas = [line.formula for line in lines]
    with Together(space, formulas) as together:
        found = conflicts(together, formulas, groups)

    def kept(numbers: Sequence[int]) -> bool:
        return brute.stand([line for number in numbers for line in groups[number]])

    everything = set(range(len(groups)))
    clashes = [one for one in subsets(len(groups)) if not kept(one)]
    unlocks = [one for one in subsets(len(groups)) if kept(tuple(everything - set(one)))]
    assert set(found.conflicts) == minimal(clashes)
    assert set(found.concessions) == minimal(unlocks)


@given(bargains())
def test_packages_are_counted_and_options_ruled_out_as_one_by_one(case: Case) -> None:
    space, lines, _, brute = opened(case)
    formulas = [line.formula for line in lines]
    assert count(space, (), MOST_STEPS) == len(brute.packages)
    acceptable = brute.acceptable(range(len(lines)))
    assert count(space, formulas, MOST_STEPS) == len(acceptable)
    assume(acceptable)
    gone = {
        (issue, option)
        for issue, size in enumerate(space.sizes)
        for option in range(size)
        if not any(package[issue] == option for package in acceptable)
    }
    found = ruled_out(space, formulas)
    assert {(one.issue, one.option) for one in found} == gone
    for one in found:
        for left in one.formulas:
            rest = [n for n in one.formulas if n != left]
            assert any(p[one.issue] == one.option for p in brute.acceptable(rest))
        assert not any(p[one.issue] == one.option for p in brute.acceptable(one.formulas))


Finders = dict[str, Finder]


def finders(space: Space, lines: Sequence[Line], worths: Sequence[Worths]) -> Finders:
    """Every way to find packages by what they are worth."""
    formulas = [line.formula for line in lines]
    return {
        "undominated": Listed(frontier(space, formulas, worths), worths, complete=True),
        "one by one": Listed(outcomes(space, formulas, worths, 10**6), worths, complete=False),
        "programme": Programme(space, formulas, worths),
    }


def gains(brute: Brute, case: Case, package: Sequence[int]) -> tuple[Fraction, ...]:
    """What each party gains."""
    return tuple(brute.worth(one, package) - one.no_agreement for one in case.preferences)


@given(bargains(), st.integers(0, 3))
def test_the_nash_solution_is_the_best_of_all_packages(case: Case, kept: int) -> None:
    assume(case.preferences)
    space, lines, worths, brute = opened(case)
    acceptable = brute.acceptable(range(min(kept, len(lines))))
    assume(acceptable)

    def rank(package: Sequence[int]) -> tuple[int, Fraction]:
        gained = [gain for gain in gains(brute, case, package) if gain > 0]
        return len(gained), prod(gained, start=Fraction(1))

    harmless = [one for one in acceptable if min(gains(brute, case, one)) >= 0]
    best = max(map(rank, harmless), default=None)
    for way, finder in finders(space, lines[:kept], worths).items():
        nash = finder.nash()
        if best is None:
            assert nash is None, way
            continue
        assert nash is not None, way
        assert nash.package in harmless, way
        assert rank(nash.package) == best, way
        assert 0 <= nash.bound - nash.value < 1e-5, way
        if way != "programme":
            assert nash.package == min(one for one in harmless if rank(one) == best), way
        else:
            same = gains(brute, case, nash.package)
            alike = [one for one in acceptable if gains(brute, case, one) == same]
            assert nash.package == min(alike), way


@given(bargains(most_parties=3), st.integers(0, 2))
def test_undominated_packages_are_those_that_no_other_one_dominates(case: Case, kept: int) -> None:
    assume(case.preferences)
    space, lines, worths, brute = opened(case)
    acceptable = brute.acceptable(range(min(kept, len(lines))))
    found = frontier(space, [line.formula for line in lines[:kept]], worths)
    told: dict[tuple[Fraction, ...], list[tuple[int, ...]]] = {}
    for package in acceptable:
        told.setdefault(gains(brute, case, package), []).append(package)

    def dominated(one: tuple[Fraction, ...]) -> bool:
        return any(
            other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in told
        )

    expected = {min(same): len(same) for one, same in told.items() if not dominated(one)}
    assert {point.package: point.packages for point in found} == expected
    assert [point.package for point in found] == sorted(expected)


@given(bargains(most_parties=3), st.integers(0, 2), st.data())
def test_a_package_is_dominated_where_one_of_all_packages_dominates_it(
    case: Case, kept: int, data: st.DataObject
) -> None:
    assume(case.preferences)
    space, lines, worths, brute = opened(case)
    acceptable = brute.acceptable(range(min(kept, len(lines))))
    assume(acceptable)
    package = data.draw(st.sampled_from(acceptable))
    asked = gains(brute, case, package)
    as_good = [
        one
        for one in acceptable
        if all(a >= b for a, b in zip(gains(brute, case, one), asked, strict=True))
    ]
    best = max(sum(gains(brute, case, one)) for one in as_good)
    least = tuple(one.gain(package) for one in worths)
    for way, finder in finders(space, lines[:kept], worths).items():
        found = finder.greatest([1] * len(worths), at_least=least)
        assert found is not None, way
        assert found in as_good, way
        assert sum(gains(brute, case, found)) == best, way


@given(bargains())
def test_the_compromise_has_the_best_option_of_each_issue(case: Case) -> None:
    assume(case.preferences)
    space, _, worths, _ = opened(case)
    found = compromise(space, worths)
    for issue, option in zip(space.issues, found.package, strict=True):
        sums = []
        for one in issue.options:
            total = Fraction(0)
            for preferences in case.preferences:
                for v in preferences.valuations:
                    if v.issue == issue.id:
                        weight = sum(other.weight for other in preferences.valuations)
                        worth = next(w.value for w in v.worths if w.option == one.id)
                        total += Fraction(v.weight * worth, weight)
            sums.append(total)
        assert sums.index(max(sums)) == option


@pytest.mark.parametrize("seed", range(3))
def test_the_nash_solution_of_millions_of_packages_is_the_best_of_all(seed: int) -> None:
    """Ten issues of five options, and a few red lines: 9,765,625 packages, in blocks."""
    case = Bargain(parties=4, issues=10, options=5, unary=2, linked=1, seed=seed).case()
    space, lines, worths = opened_without_packages(case)
    kept = lines[::2]
    found = Programme(space, [line.formula for line in kept], worths).nash()
    best = -np.inf
    tables = [np.array([one.tables[n] for one in worths]) for n in range(10)]
    tail = np.zeros((len(worths), 1), int)
    rest = np.array(list(product(range(5), repeat=7)), np.int8)
    for table in tables[3:]:
        tail = (tail[:, :, None] + table[:, None, :]).reshape(len(worths), -1)
    base = np.array([one.base for one in worths])
    weights = np.array([one.weight for one in worths])
    for head in product(range(5), repeat=3):
        added = sum(table[:, option] for table, option in zip(tables, head, strict=False))
        gained = (tail + (base + added)[:, None]) / weights[:, None]
        columns = [np.full(len(rest), option) for option in head] + list(rest.T)
        allowed = (gained > 0).all(0)
        for line in kept:
            allowed &= in_blocks(line.requirement.condition, space, columns)
        if allowed.any():
            best = max(best, float(np.log(gained[:, allowed]).sum(0).max()))
    if found is None or any(gain <= 0 for gain in found.gains):
        assert best == -np.inf
    else:
        assert abs(found.value - best) < 1e-9
        assert found.bound - best < 1e-5


def opened_without_packages(case: Case) -> tuple[Space, tuple[Line, ...], tuple[Worths, ...]]:
    """The parts of a case that has too many packages to go through."""
    space = space_of(case, {}, [one.condition for one in case.requirements], case.preferences)
    return space, lines_of(space, case.requirements), worths_of(space, case.preferences)


def in_blocks(condition: Condition, space: Space, columns: list[np.ndarray]) -> np.ndarray:
    """Which of many packages meet a condition."""
    match condition:
        case IssueIs():
            number = next(n for n, issue in enumerate(space.issues) if issue.id == condition.issue)
            known = [option.id for option in space.issues[number].options]
            found: np.ndarray = np.isin(
                columns[number], [known.index(option) for option in condition.options]
            )
            return found
        case Not():
            return ~in_blocks(condition.part, space, columns)
        case All() | Any():
            parts = [in_blocks(part, space, columns) for part in condition.parts]
            joined: np.ndarray = (np.all if isinstance(condition, All) else np.any)(parts, 0)
            return joined
        case _:
            raise AssertionError(condition)
