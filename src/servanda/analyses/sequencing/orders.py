"""The orders in which everything can be taken: what must precede what, how many there are, one of them.

The orders are the paths through the sets of steps taken so far, counted set by set; parts that
have nothing to do with one another are counted apart, and steps that can be exchanged for one
another as so many of a kind. Where there are too many sets, bounds are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb, factorial, prod
from typing import assert_never

from servanda.analyses.sequencing.needs import (
    NOTHING,
    AtLeast,
    Every,
    Fixed,
    Need,
    Opposite,
    Some,
    Taken,
    denied_in,
    steps_in,
    verdict_on,
    with_steps,
)
from servanda.analyses.sequencing.reach import reached
from servanda.analyses.sequencing.rules import Needs
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

MOST_SETS = 50_000
"""How many sets of steps taken so far are gone through, of steps that have to do with one another."""


NEVER = Fixed(Verdict.FAILS)

Before = Mapping[Step, frozenset[Step]]
"""The steps that precede each step."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many orders there are: exactly so many, or between two numbers."""

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.least == self.most


def predecessors(needs: Needs, steps: Collection[Step]) -> Before:
    """The steps that precede each step in every order.

    A step precedes those that cannot be taken without it, and those before which alone it can be
    taken.

    Args:
        needs: What each step waits for.
        steps: The steps to be put in order; all of them can be taken.
    """
    asked = {step: needs[step] for step in needs if step in steps}
    before = _required(asked, {step: frozenset() for step in asked})
    while True:
        further = _required(asked, before)
        if further == before:
            return before
        before = further


def _required(needs: Needs, known: Before) -> Before:
    """The steps that precede each one, as far as follows from those known to precede it."""
    asked = {step: _by_then(need, known[step]) for step, need in needs.items()}
    before = {step: set(known[step]) for step in asked}
    for left_out in tuple(asked):
        without = {step: need for step, need in asked.items() if step != left_out}
        for step in without.keys() - reached(without, perhaps=False):
            before[step].add(left_out)
    for step in asked:
        for other in set(denied_in(needs[step])) & asked.keys() - {step}:
            too_late = _by_then(needs[step], (other,))
            if verdict_on(too_late, asked.keys()) is not Verdict.HOLDS:
                before[other].add(step)
    return {step: frozenset(found) for step, found in _closed(before).items()}


def _by_then(need: Need, taken: Collection[Step]) -> Need:
    """A need once some steps have been taken, in which nothing else comes too late."""
    match need:
        case Opposite():
            return NEVER if need.part.step in taken else NOTHING
        case Every() | Some() | AtLeast():
            return replace(need, parts=tuple(_by_then(part, taken) for part in need.parts))
        case _:
            return need


def _closed(before: dict[Step, set[Step]]) -> dict[Step, set[Step]]:
    for middle, further in before.items():
        for found in before.values():
            if middle in found:
                found |= further
    return before


def nearest(before: Before) -> Before:
    """Of the steps that precede each step, those between which and it no other one stands."""
    return {
        step: found - frozenset(far for near in found for far in before[near])
        for step, found in before.items()
    }


def count_orders(
    needs: Needs,
    steps: Sequence[Step],
    waves: Sequence[Sequence[Step]],
    most_sets: int | None = None,
) -> Count:
    """In how many orders all of some steps can be taken.

    Args:
        needs: What each step waits for.
        steps: The steps.
        waves: Those that can be taken at once, next, and so on.
        most_sets: How many sets of steps taken so far are gone through.
    """
    most_sets = MOST_SETS if most_sets is None else most_sets
    within = {step: needs[step] for step in steps}
    parts = list(_apart(within))
    counts = [_count(part, most_sets) for part in parts]
    shuffles, total = 1, 0
    for part in parts:
        total += len(part)
        shuffles *= comb(total, len(part))
    if all(count is not None for count in counts):
        exact = shuffles * prod(count for count in counts if count is not None)
        return Count(exact, exact)
    before = predecessors(within, steps)
    least, most = shuffles, shuffles
    for part, count in zip(parts, counts, strict=True):
        least *= count or prod(factorial(sum(s in part for s in wave)) for wave in waves)
        most *= count or factorial(len(part)) // prod(
            factorial(length) for length in _chains(before, part)
        )
    return Count(least, most)


def _chains(before: Before, part: Needs) -> Iterator[int]:
    """How long some chains are in each of which every step precedes the next."""
    last: list[tuple[Step, int]] = []
    for step in sorted(part, key=lambda one: len(before[one])):
        place = next((n for n, (end, _) in enumerate(last) if end in before[step]), None)
        if place is None:
            last.append((step, 1))
        else:
            last[place] = step, last[place][1] + 1
    return (length for _, length in last)


def _apart(needs: Needs) -> Iterator[Needs]:
    """The steps that have to do with one another, set by set."""
    group = {step: {step} for step in needs}
    for step, need in needs.items():
        for other in steps_in(need):
            if other in group and group[other] is not group[step]:
                joined = group[step] | group[other]
                group.update(dict.fromkeys(joined, joined))
    told: set[int] = set()
    for step in needs:
        if id(group[step]) not in told:
            told.add(id(group[step]))
            yield {one: need for one, need in needs.items() if one in group[step]}


def _count(needs: Needs, most_sets: int) -> int | None:
    """How many orders there are; None where too many sets of steps would be gone through."""
    kinds = alike(needs)
    bit = {step: 1 << n for n, step in enumerate(step for kind in kinds for step in kind)}
    ready = {step: _ready(need, bit) for step, need in needs.items()}
    start = tuple(0 for _ in kinds)
    ways = {start: (0, prod(factorial(len(kind)) for kind in kinds))}
    seen = 0
    for _ in needs:
        following: dict[tuple[int, ...], tuple[int, int]] = {}
        for taken, (done, count) in ways.items():
            for place, (kind, n) in enumerate(zip(kinds, taken, strict=True)):
                if n < len(kind) and ready[kind[n]](done):
                    further = (*taken[:place], n + 1, *taken[place + 1 :])
                    known = following.get(further, (0, 0))[1]
                    following[further] = done | bit[kind[n]], known + count
        seen += len(following)
        if seen > most_sets:
            return None
        ways = following
    return sum(count for _, count in ways.values())


def _ready(need: Need, bit: Mapping[Step, int]) -> Callable[[int], bool]:
    """Tells whether a need is met for certain, of a set of steps by their bits."""
    match need:
        case Taken():
            own = bit.get(need.step, 0) if need.surely else 0
            return lambda done: done & own != 0
        case Opposite():
            own = bit.get(need.part.step, 0)
            return lambda done: done & own == 0
        case Fixed():
            holds = need.verdict is Verdict.HOLDS
            return lambda _: holds
        case Every():
            every = [_ready(part, bit) for part in need.parts]
            return lambda done: all(part(done) for part in every)
        case Some():
            some = [_ready(part, bit) for part in need.parts]
            return lambda done: any(part(done) for part in some)
        case AtLeast(count=count):
            parts = [_ready(part, bit) for part in need.parts]
            return lambda done: sum(part(done) for part in parts) >= count
        case _:
            assert_never(need)


def alike(needs: Needs) -> tuple[tuple[Step, ...], ...]:
    """Steps that can be exchanged for one another, without any condition coming out otherwise."""
    plain = {step: _unordered(need) for step, need in needs.items()}
    shapes = _shapes(needs)
    kinds: list[list[Step]] = []
    by_shape: dict[object, list[list[Step]]] = {}
    for step in needs:
        known = by_shape.setdefault(shapes[step], [])
        for kind in known:
            if _exchangeable(kind[0], step, needs, plain):
                kind.append(step)
                break
        else:
            kinds.append([step])
            known.append(kinds[-1])
    return tuple(map(tuple, kinds))


def _shapes(needs: Needs) -> Mapping[Step, object]:
    """What steps that can be exchanged have in common at least: what they wait for, and for whom."""
    shape = {step: _unordered(need, lambda _: "step") for step, need in needs.items()}
    spoken: dict[Step, Counter[object]] = {step: Counter() for step in needs}
    for step, need in needs.items():
        for other in steps_in(need):
            if other in spoken:
                spoken[other][shape[step]] += 1
    return {step: (shape[step], frozenset(spoken[step].items())) for step in needs}


def _exchangeable(one: Step, other: Step, needs: Needs, plain: Mapping[Step, object]) -> bool:
    if type(one) is not type(other):
        return False
    swap = {one: other, other: one}

    def swapped(step: Step) -> Need:
        return Taken(swap.get(step, step))

    return all(
        plain[swap.get(step, step)] == _unordered(with_steps(need, swapped))
        for step, need in needs.items()
        if step in swap or one in steps_in(need) or other in steps_in(need)
    )


def _unordered(need: Need, named: Callable[[Step], object] = lambda step: step) -> object:
    """A need in which the order of the parts does not matter.

    Args:
        need: The need.
        named: What stands for a step.
    """
    match need:
        case Taken():
            return ("taken", named(need.step), need.surely)
        case Opposite():
            return ("not", named(need.part.step), need.part.surely)
        case Fixed():
            return need
        case _:
            parts = Counter(_unordered(part, named) for part in need.parts)
            count = need.count if isinstance(need, AtLeast) else 0
            return (type(need).__name__, count, frozenset(parts.items()))
