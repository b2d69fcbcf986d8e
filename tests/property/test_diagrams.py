"""Diagrams agree with tables of all points."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.diagrams import FALSE, TRUE, BudgetExceeded, Diagrams, covers
from tests.property.truth_tables import Space, spaces, tables


@given(st.data(), spaces())
def test_a_function_holds_where_its_table_says_so(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    assert space.read(space.function(table)) == table


@given(st.data(), spaces())
def test_the_same_points_are_the_same_function(data: st.DataObject, space: Space) -> None:
    one, other = data.draw(tables(space)), data.draw(tables(space))
    assert (space.function(one) == space.function(other)) == (one == other)


@given(st.data(), spaces())
def test_and_or_not_and_without_are_those_of_sets(data: st.DataObject, space: Space) -> None:
    one, other = data.draw(tables(space)), data.draw(tables(space))
    u, v, of = space.function(one), space.function(other), space.diagrams
    assert of.both(u, v) == space.function(one & other)
    assert of.either(u, v) == space.function(one | other)
    assert of.minus(u, v) == space.function(one - other)
    assert of.opposite(u) == space.function(frozenset(space.points) - one)


@given(st.data(), spaces())
def test_a_literal_holds_for_its_values(data: st.DataObject, space: Space) -> None:
    variable = data.draw(st.integers(0, len(space.sizes) - 1))
    values = data.draw(st.sets(st.integers(0, space.sizes[variable] - 1)))
    expected = space.table(lambda point: point[variable] in values)
    assert space.read(space.diagrams.literal(variable, values)) == expected


@given(st.data(), spaces())
def test_a_choice_follows_the_branch_of_the_value(data: st.DataObject, space: Space) -> None:
    variable = data.draw(st.integers(0, len(space.sizes) - 1))
    branches = [data.draw(tables(space)) for _ in range(space.sizes[variable])]
    chosen = space.diagrams.choose(variable, [space.function(branch) for branch in branches])
    assert space.read(chosen) == space.table(lambda point: point in branches[point[variable]])


@given(st.data(), spaces(), st.integers(-1, 6))
def test_a_threshold_counts_the_parts_that_hold(
    data: st.DataObject, space: Space, count: int
) -> None:
    parts = data.draw(st.lists(tables(space), max_size=5))
    functions = [space.function(part) for part in parts]
    expected = space.table(lambda point: sum(point in part for part in parts) >= count)
    assert space.read(space.diagrams.at_least(count, functions)) == expected
    assert space.diagrams.all_of(functions) == space.diagrams.at_least(len(parts), functions)
    assert space.diagrams.any_of(functions) == space.diagrams.at_least(1, functions)


@given(st.data(), spaces())
def test_outcomes_are_those_that_some_point_has(data: st.DataObject, space: Space) -> None:
    rules = data.draw(st.lists(tables(space), max_size=4))
    found = space.diagrams.outcomes([space.function(rule) for rule in rules])
    expected: dict[tuple[bool, ...], set[tuple[int, ...]]] = {}
    for point in space.points:
        expected.setdefault(tuple(point in rule for rule in rules), set()).add(point)
    assert {outcome: space.read(points) for outcome, points in found.items()} == expected
    assert list(found) == sorted(expected, reverse=True)


@given(st.data(), spaces(most_points=100))
def test_quantified_is_what_holds_for_some_or_all_values(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    variables = data.draw(st.sets(st.integers(0, len(space.sizes) - 1)))
    u, of = space.function(table), space.diagrams
    assert space.read(of.exists(u, variables)) == space.quantified(table, variables, any)
    assert space.read(of.every(u, variables)) == space.quantified(table, variables, all)


@given(st.data(), spaces())
def test_what_is_fixed_no_longer_matters(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    everything = data.draw(st.tuples(*(st.integers(0, size - 1) for size in space.sizes)))
    values = {at: everything[at] for at in data.draw(st.sets(st.integers(0, len(space.sizes) - 1)))}
    found = space.diagrams.fixed(space.function(table), values)
    assert space.read(found) == space.table(
        lambda point: tuple(values.get(at, own) for at, own in enumerate(point)) in table
    )
    assert not space.diagrams.support(found) & set(values)


@given(st.data(), spaces())
def test_the_support_is_what_the_answer_depends_on(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    u, of = space.function(table), space.diagrams
    matters = {at for at in range(len(space.sizes)) if of.exists(u, [at]) != of.every(u, [at])}
    assert of.support(u) == matters


@given(st.data(), spaces())
def test_points_are_counted(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    u, of = space.function(table), space.diagrams
    assert of.count(u) == len(table)
    over = of.support(u) | data.draw(st.sets(st.integers(0, len(space.sizes) - 1)))
    assert of.count_over(u, over) == len({tuple(point[at] for at in over) for point in table})


@given(st.data(), spaces())
def test_the_first_point_is_the_first_in_order(data: st.DataObject, space: Space) -> None:
    table = data.draw(tables(space))
    assert space.diagrams.point(space.function(table)) == min(table, default=None)


@given(st.data(), spaces(), st.integers(0, 6))
def test_residuals_partition_the_points_by_what_remains(
    data: st.DataObject, space: Space, level: int
) -> None:
    table = data.draw(tables(space))
    level = min(level, len(space.sizes))
    u, of = space.function(table), space.diagrams
    expected: dict[int, set[tuple[int, ...]]] = {}
    for before in product(*map(range, space.sizes[:level])):
        expected.setdefault(of.fixed(u, dict(enumerate(before))), set()).add(before)
    found = of.residuals(u, level)
    assert list(found) == list(expected)
    for residual, guard in found.items():
        assert space.read(guard) == space.table(
            lambda point, of=expected[residual]: point[:level] in of  # type: ignore[misc]
        )


@given(st.data(), spaces(most_points=60, most_cubes=700))
def test_primes_are_all_cubes_that_cannot_be_widened(data: st.DataObject, space: Space) -> None:
    table, care = data.draw(tables(space)), data.draw(tables(space))
    u = space.function(table)
    everything = space.diagrams.primes(u)
    cared = space.diagrams.primes(u, space.function(care))
    assert set(everything) == space.primes(table, frozenset(space.points))
    assert set(cared) == space.primes(table, care)
    for primes in (everything, cared):
        assert len(list(primes)) == len(primes) == len(set(primes))


@given(st.data(), spaces(most_points=150, most_cubes=40_000), st.sampled_from([0, 1_000]))
def test_a_cover_has_the_points_and_no_more_and_nothing_superfluous(
    data: st.DataObject, space: Space, most_nodes: int
) -> None:
    table, care = data.draw(tables(space)), data.draw(tables(space))
    allowed = table | (frozenset(space.points) - care)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covers, "MOST_NODES", most_nodes)
        cover = space.diagrams.cover(space.function(table), space.function(care))
    covered = [space.within(cube) for cube in cover]
    assert table & care <= frozenset().union(*covered) <= allowed
    for place, cube in enumerate(cover):
        others = frozenset[tuple[int, ...]]().union(*covered[:place], *covered[place + 1 :])
        assert not table & care <= others
        assert not any(space.within(wider) <= allowed for wider in space.wider(cube))
        assert space.read(space.diagrams.cube(cube)) == covered[place]
    gains = [len(points & table & care) for points in covered]
    assert gains == sorted(gains, reverse=True)


@given(st.data(), spaces())
def test_the_cover_depends_on_nothing_that_was_asked_before(
    data: st.DataObject, space: Space
) -> None:
    first, table = data.draw(tables(space)), data.draw(tables(space))
    fresh = Space(space.sizes)
    alone = fresh.diagrams.cover(fresh.function(table))
    space.diagrams.cover(space.function(first))
    assert space.diagrams.cover(space.function(table)) == alone


@given(st.data(), spaces())
def test_collecting_keeps_what_is_wanted_and_nothing_else(
    data: st.DataObject, space: Space
) -> None:
    kept, lost = data.draw(tables(space)), data.draw(tables(space))
    u, v, of = space.function(kept), space.function(lost), space.diagrams
    primes = of.primes(u)
    listed = list(primes)
    of.collect([u])
    assert of.alive == of.nodes(u)
    assert list(primes) == listed
    assert space.read(u) == kept
    assert space.function(kept) == u
    again = space.function(lost)
    assert space.read(again) == lost
    assert space.read(of.both(u, again)) == kept & lost
    assert of.count(again) == len(lost)
    assert set(of.primes(u)) == set(listed)
    assert (u == again) == (kept == lost) == (u == v)


def hidden_weighted_bit(of: Diagrams) -> int:
    """The bit whose number is how many bits are set; large in every order (Bryant 1991)."""
    bits = [of.literal(at, [1]) for at in range(len(of.sizes))]
    reached = [of.at_least(count, bits) for count in range(len(bits) + 2)]
    return of.any_of(
        [
            of.both(bit, of.minus(reached[count], reached[count + 1]))
            for count, bit in enumerate(bits, start=1)
        ]
    )


def equal_pairs_far_apart(of: Diagrams) -> int:
    """Each variable of the first half has the value of its partner in the second."""
    half, values = len(of.sizes) // 2, range(of.sizes[0])
    return of.all_of(
        [
            of.any_of([of.both(of.literal(at, [v]), of.literal(at + half, [v])) for v in values])
            for at in range(half)
        ]
    )


@given(st.integers(1, 2_000))
def test_the_hidden_weighted_bit_ends_at_the_budget(budget: int) -> None:
    of = Diagrams([2] * 40, budget=budget)
    with pytest.raises(BudgetExceeded) as raised:
        hidden_weighted_bit(of)
    assert raised.value.budget == budget
    assert of.alive <= budget


@pytest.mark.parametrize("budget", [100, 10_000])
def test_pairs_far_apart_end_at_the_budget_and_others_can_be_asked(budget: int) -> None:
    of = Diagrams([3] * 60, budget=budget)
    first = of.literal(0, [1])
    with pytest.raises(BudgetExceeded):
        equal_pairs_far_apart(of)
    assert of.alive <= budget
    of.collect([first])
    assert of.alive == 1
    assert of.count(of.both(first, of.literal(59, [0, 2]))) == 2 * 3**58
    assert of.both(first, of.opposite(first)) == FALSE
    assert of.either(first, of.opposite(first)) == TRUE
