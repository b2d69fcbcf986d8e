"""What a user of decision diagrams meets at the edges."""

from __future__ import annotations

import random
import sys
from math import comb

import pytest

from servanda.diagrams import FALSE, TRUE, BudgetExceeded, Diagrams, covers


def test_a_space_without_variables_has_one_point() -> None:
    of = Diagrams([])
    assert of.point(TRUE) == ()
    assert of.count(TRUE) == 1
    assert list(of.primes(TRUE)) == [()]
    assert of.cover(TRUE) == ((),)
    assert of.cover(FALSE) == ()
    assert of.residuals(TRUE, 0) == {TRUE: TRUE}


def test_a_variable_without_values_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        Diagrams([2, 0])


def test_a_value_that_a_variable_does_not_have_is_refused() -> None:
    of = Diagrams([2, 3])
    with pytest.raises(ValueError, match="variable 0 has no value 2"):
        of.literal(0, [2])
    with pytest.raises(ValueError, match="variable 1 has no value -1"):
        of.fixed(of.literal(1, [0]), {1: -1})
    with pytest.raises(ValueError, match="variable 1 has 3 values"):
        of.choose(1, [TRUE, FALSE])


def test_a_count_over_too_few_variables_is_refused() -> None:
    of = Diagrams([2, 3])
    with pytest.raises(ValueError, match="further variables"):
        of.count_over(of.both(of.literal(0, [0]), of.literal(1, [0])), [1])


def test_more_primes_than_the_limit_are_refused() -> None:
    of = Diagrams([2, 2])
    different = of.choose(0, [of.literal(1, [1]), of.literal(1, [0])])
    assert len(of.primes(different, limit=2)) == 2
    with pytest.raises(BudgetExceeded, match="more than 1 prime cubes") as raised:
        of.primes(different, limit=1)
    assert raised.value.budget == 1


def test_a_cover_says_only_what_is_not_taken_for_granted() -> None:
    of = Diagrams([4, 2])
    in_force, asked = of.literal(0, [2]), of.literal(1, [1])
    assert of.cover(of.both(in_force, asked), in_force) == (((1, 0b10),),)
    assert of.cover(in_force, in_force) == ((),)


def test_the_cube_with_most_points_stands_first() -> None:
    of = Diagrams([4, 4])
    some = of.both(of.literal(0, [0]), of.literal(1, [0]))
    most = of.literal(0, [1, 2])
    assert of.cover(of.either(some, most)) == (((0, 0b110),), ((0, 0b111), (1, 0b1)))


def test_votes_matter_only_by_the_thresholds_that_are_asked() -> None:
    of = Diagrams([2] * 32)
    votes = [of.literal(member, [1]) for member in range(32)]
    found = of.outcomes([of.at_least(1, votes), of.at_least(9, votes), of.at_least(11, votes)])
    assert list(found) == [
        (True, True, True),
        (True, True, False),
        (True, False, False),
        (False, False, False),
    ]
    assert of.count(found[True, True, False]) == comb(32, 9) + comb(32, 10)


def test_a_great_many_primes_are_counted_without_being_listed() -> None:
    of = Diagrams([2] * 140)
    pairs = [of.both(of.literal(at, [1]), of.literal(at + 1, [1])) for at in range(0, 140, 2)]
    assert len(of.primes(of.opposite(of.any_of(pairs[:20])))) == 2**20
    assert of.primes(of.opposite(of.any_of(pairs))).number == 2**70
    with pytest.raises(BudgetExceeded):
        of.primes(of.opposite(of.any_of(pairs)), limit=10**6)


def test_a_function_of_very_many_primes_is_covered_by_the_cubes_it_was_made_of() -> None:
    of = Diagrams([3] * 20)
    choices = random.Random(1)
    cubes = [
        tuple((at, 1 << choices.randrange(3)) for at in sorted(choices.sample(range(20), 4)))
        for _ in range(20)
    ]
    u = of.any_of(map(of.cube, cubes))
    assert of.nodes(u) > covers.MOST_NODES
    assert set(of.cover(u)) == set(cubes)


def test_primes_that_need_more_room_than_there_is_leave_the_function_as_it_was() -> None:
    of = Diagrams([3] * 20, budget=20_000)
    choices = random.Random(1)
    u = of.any_of(
        of.cube(
            tuple((at, 1 << choices.randrange(3)) for at in sorted(choices.sample(range(20), 4)))
        )
        for _ in range(20)
    )
    points, size = of.count(u), of.nodes(u)
    with pytest.raises(BudgetExceeded, match="more than 20000 nodes"):
        of.primes(u)
    of.collect([u])
    assert of.alive == size
    assert of.count(u) == points == 3**20 - of.count(of.opposite(u))


def test_a_cover_of_too_many_cubes_is_refused() -> None:
    of = Diagrams([2] * 40)
    pairs = [of.both(of.literal(at, [1]), of.literal(at + 1, [1])) for at in range(0, 40, 2)]
    with pytest.raises(BudgetExceeded, match="cubes of a cover"):
        of.cover(of.opposite(of.any_of(pairs)))


def test_a_variable_with_many_values_costs_by_its_distinct_branches() -> None:
    of = Diagrams([200, 2, 2])
    u = of.choose(0, [of.literal(1 + value % 2, [1]) for value in range(200)])
    assert len(of.primes(u)) == 3


def test_two_thousand_variables_are_not_too_many() -> None:
    of = Diagrams([2] * 2_000)
    limit = sys.getrecursionlimit()
    bits = [of.literal(at, [1]) for at in range(2_000)]
    u = of.all_of(bits)
    assert of.nodes(u) == 2_000
    assert of.count(of.opposite(u)) == 2**2_000 - 1
    assert of.exists(u, range(1_000)) == of.all_of(bits[1_000:])
    assert len(of.residuals(u, 1_999)) == 2
    assert len(of.primes(of.opposite(u))) == 2_000
    assert len(of.cover(u)) == 1
    assert of.minus(u, of.at_least(1, bits)) == FALSE
    assert sys.getrecursionlimit() == limit
