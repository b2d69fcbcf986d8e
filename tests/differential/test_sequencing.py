"""Fixed points, components and hitting sets come to what explicit search comes to."""

from __future__ import annotations

import os
from math import factorial

from hypothesis import given, settings

from servanda.analyses.sequencing.knots import stuck_in
from servanda.analyses.sequencing.needs import denied_in
from servanda.analyses.sequencing.orders import Count, count_orders, predecessors
from servanda.analyses.sequencing.reach import best_course, reached
from servanda.analyses.sequencing.rules import Needs, Rules, needs_of
from servanda.analyses.sequencing.steps import Step
from servanda.analyses.sequencing.unlocking import MOST_GIVEN_UP, unlocking
from tests.differential.sequences import drawn, search

WHOLE = bool(os.environ.get("CI"))
many = settings(max_examples=1000 if WHOLE else 200)


@many
@given(drawn.systems())
def test_the_least_fixed_point_is_where_every_course_ends(needs: Needs) -> None:
    for perhaps in (False, True):
        (end,) = search.ends(needs, perhaps=perhaps)
        assert reached(needs, perhaps=perhaps) == end
        course = best_course(needs, perhaps=perhaps)
        assert course.steps == end
        assert not course.others


@many
@given(drawn.systems(opposites=True))
def test_where_a_step_has_to_come_before_another_the_longest_course_is_found(needs: Needs) -> None:
    ends = search.ends(needs, perhaps=False)
    course = best_course(needs)
    assert course.steps in ends
    assert len(course.steps) == max(map(len, ends))
    assert course.complete
    if len(course.steps) < len(needs):
        assert course.others == len(ends) - 1


@many
@given(drawn.systems(opposites=True))
def test_the_waves_are_an_order_in_which_all_can_be_taken(needs: Needs) -> None:
    done: set[Step] = set()
    for wave in best_course(needs).waves:
        for step in wave:
            assert search.may(needs[step], done, perhaps=False)
            done.add(step)


@many
@given(drawn.systems())
def test_deadlocks_are_the_components_that_hold_themselves_up(needs: Needs) -> None:
    (taken,) = search.ends(needs, perhaps=True)
    stuck = stuck_in(needs, taken)
    smallest = search.smallest_sets(needs)
    left = frozenset(needs) - taken
    assert stuck.impossible.union(stuck.behind, *stuck.knots) == left
    for knot in stuck.knots:
        assert search.holds_up(needs, knot)
        assert any(some <= knot for some in smallest)
        if all(search.is_plain(needs[step]) for step in knot):
            assert all(_leads_round(needs, one, knot) for one in knot)
    for some in smallest:
        if len(some) > 1:
            assert sum(some <= knot for knot in stuck.knots) == 1
        else:
            assert some <= stuck.impossible or any(some <= knot for knot in stuck.knots)
    assert not any(one & other for one in stuck.knots for other in stuck.knots if one != other)


def _leads_round(needs: Needs, step: Step, knot: frozenset[Step]) -> bool:
    """Whether one comes back to a step by what each step can hang on."""
    seen, waiting = set[Step](), [step]
    while waiting:
        one = waiting.pop()
        for other in knot - seen:
            if search.waits_for(needs[one], other):
                seen.add(other)
                waiting.append(other)
    return step in seen and seen == knot


@many
@given(drawn.systems())
def test_what_is_stuck_is_explained(needs: Needs) -> None:
    (taken,) = search.ends(needs, perhaps=True)
    stuck = stuck_in(needs, taken)
    freed = dict.fromkeys(stuck.impossible.union(*stuck.knots), needs)
    granted = frozenset(taken).union(freed)
    assert reached(needs, granted) == frozenset(needs)


@many
@given(drawn.systems(most=6, opposites=True))
def test_the_orders_are_those_that_enumeration_finds(needs: Needs) -> None:
    course = best_course(needs)
    steps = [step for wave in course.waves for step in wave]
    within = {step: needs[step] for step in steps}
    every = search.orders(within, steps)
    assert count_orders(needs, steps, course.waves) == Count(len(every), len(every))
    assert tuple(steps) in every


@many
@given(drawn.systems(most=6))
def test_what_precedes_a_step_does_so_in_every_order(needs: Needs) -> None:
    course = best_course(needs)
    steps = [step for wave in course.waves for step in wave]
    every = search.orders({step: needs[step] for step in steps}, steps)
    before = predecessors(needs, steps)
    for step in steps:
        always = [set(order[: order.index(step)]) for order in every]
        assert before[step] == frozenset(set.intersection(*always))


@many
@given(drawn.systems(opposites=True))
def test_what_precedes_a_step_that_must_not_come_too_late_does_so_too(needs: Needs) -> None:
    course = best_course(needs)
    steps = [step for wave in course.waves for step in wave]
    before = predecessors(needs, steps)
    for order in search.orders({step: needs[step] for step in steps}, steps):
        assert all(before[step] <= set(order[:n]) for n, step in enumerate(order))


@many
@given(drawn.systems(most=6))
def test_bounds_hold_where_orders_are_not_counted(needs: Needs) -> None:
    course = best_course(needs)
    steps = [step for wave in course.waves for step in wave]
    exact = count_orders(needs, steps, course.waves)
    bounded = count_orders(needs, steps, course.waves, most_sets=0)
    assert bounded.least <= exact.least <= bounded.most <= factorial(len(steps))


@many
@given(drawn.rules())
def test_what_unlocks_is_every_smallest_set_of_conditions(rules: Rules) -> None:
    sources = list(search.sources_of(rules))
    found = unlocking(rules)
    sets = frozenset(map(frozenset, found.sets))
    assert len(sets) == len(found.sets)
    brute = search.smallest_changes(rules, sources, search.everything_free, MOST_GIVEN_UP)
    assert sets == brute
    if found.complete and len(sources) <= 7:
        whole = search.smallest_changes(rules, sources, search.everything_free, len(sources))
        assert sets == whole


@many
@given(drawn.rules())
def test_what_unlocks_one_step_is_found_as_well(rules: Rules) -> None:
    goal = next(iter(rules))
    sources = list(search.sources_of(rules))
    found = unlocking(rules, goal=goal)

    def enough(needs: Needs) -> bool:
        return any(goal in state for state in search.states(needs, perhaps=True))

    brute = search.smallest_changes(rules, sources, enough, MOST_GIVEN_UP)
    assert frozenset(map(frozenset, found.sets)) == brute


def test_drawn_systems_tell_of_deadlocks() -> None:
    """What is compared is not all plain: there are deadlocks, and steps that nobody can take."""
    counted = {"knots": 0, "impossible": 0, "free": 0, "opposites": 0}

    @settings(max_examples=200, derandomize=True, database=None)
    @given(drawn.systems(opposites=True))
    def count(needs: Needs) -> None:
        taken = best_course(needs, perhaps=True).steps
        stuck = stuck_in(needs, taken)
        counted["knots"] += bool(stuck.knots)
        counted["impossible"] += bool(stuck.impossible)
        counted["free"] += taken == frozenset(needs)
        counted["opposites"] += any(True for need in needs.values() for _ in denied_in(need))

    count()
    assert min(counted.values()) > 15, counted


def test_needs_of_rules_are_those_drawn() -> None:
    assert not needs_of({})
