"""The orders in which everything can be taken: what must precede what, how many there are, one of them.

The orders are the paths through the sets of steps taken so far, counted set by set; parts that
have nothing to do with one another are counted apart, and steps that can be exchanged for one
another as so many of a kind. Where there are too many sets, bounds are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb, factorial, prod

from servanda.analyses.sequencing.needs import (
    NOTHING,
    AtLeast,
    Every,
    Fixed,
    Need,
    Opposite,
    Some,
    Taken,
    conjuncts,
    steps_in,
    verdict_on,
    with_steps,
)
from servanda.analyses.sequencing.reach import reached
from servanda.analyses.sequencing.rules import Needs
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

MOST_SETS = 100_000
"""How many sets of steps taken so far are gone through."""


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
        for part in conjuncts(needs[step]):
            if isinstance(part, Opposite):
                before.get(part.part.step, set()).add(step)
                before[step].discard(step)
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
        most_sets: How many sets of steps taken so far are gone through at one time.
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
    ways = {tuple(0 for _ in kinds): prod(factorial(len(kind)) for kind in kinds)}
    for _ in range(len(needs)):
        following: Counter[tuple[int, ...]] = Counter()
        for taken, count in ways.items():
            done = {step for kind, n in zip(kinds, taken, strict=True) for step in kind[:n]}
            for place, (kind, n) in enumerate(zip(kinds, taken, strict=True)):
                if n < len(kind) and verdict_on(needs[kind[n]], done) is Verdict.HOLDS:
                    following[(*taken[:place], n + 1, *taken[place + 1 :])] += count
        if len(following) > most_sets:
            return None
        ways = following
    return sum(ways.values())


def alike(needs: Needs) -> tuple[tuple[Step, ...], ...]:
    """Steps that can be exchanged for one another, without any condition coming out otherwise."""
    kinds: list[list[Step]] = []
    plain = {step: _unordered(need) for step, need in needs.items()}
    for step in needs:
        for kind in kinds:
            if _exchangeable(kind[0], step, needs, plain):
                kind.append(step)
                break
        else:
            kinds.append([step])
    return tuple(map(tuple, kinds))


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


def _unordered(need: Need) -> object:
    """A need in which the order of the parts does not matter."""
    parts = getattr(need, "parts", None)
    if parts is None:
        return need
    return (
        type(need).__name__,
        getattr(need, "count", 0),
        frozenset(Counter(map(_unordered, parts)).items()),
    )
