"""Explicit search: every set of steps that can have been taken, every order, every change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import combinations, count, permutations

from servanda.analyses.sequencing.needs import (
    AtLeast,
    Every,
    Fixed,
    Need,
    Some,
    Taken,
    steps_in,
    verdict_on,
)
from servanda.analyses.sequencing.rules import Needs, Rules, Source, needs_of
from servanda.analyses.sequencing.steps import Deed, Step
from servanda.core.verdict import Verdict

Sets = frozenset[frozenset[Step]]


def may(need: Need, done: Collection[Step], *, perhaps: bool) -> bool:
    """Whether a step may be taken now."""
    found = verdict_on(need, done)
    return found is Verdict.HOLDS or (perhaps and found is Verdict.UNDETERMINED)


def states(needs: Needs, *, perhaps: bool, start: Collection[Step] = ()) -> Sets:
    """Every set of steps that can have been taken."""
    seen = {frozenset(start)}
    waiting = list(seen)
    while waiting:
        done = waiting.pop()
        for step in needs:
            if step not in done and may(needs[step], done, perhaps=perhaps):
                further = done | {step}
                if further not in seen:
                    seen.add(further)
                    waiting.append(further)
    return frozenset(seen)


def ends(needs: Needs, *, perhaps: bool) -> Sets:
    """The sets after which nothing more can be taken, and which no other one contains."""
    found = states(needs, perhaps=perhaps)
    last = [
        done
        for done in found
        if not any(s not in done and may(needs[s], done, perhaps=perhaps) for s in needs)
    ]
    return frozenset(one for one in last if not any(one < other for other in last))


def orders(needs: Needs, steps: Collection[Step]) -> list[tuple[Step, ...]]:
    """Every order in which all of some steps can be taken."""
    return [order for order in permutations(steps) if _works(needs, order)]


def _works(needs: Needs, order: tuple[Step, ...]) -> bool:
    return all(may(needs[step], order[:n], perhaps=False) for n, step in enumerate(order))


# What holds itself up.


def holds_up(needs: Needs, some: frozenset[Step]) -> bool:
    """Whether none of some steps can be taken, although all others have been."""
    others = needs.keys() - some
    return bool(some) and not any(may(needs[step], others, perhaps=True) for step in some)


def smallest_sets(needs: Needs) -> list[frozenset[Step]]:
    """The sets of steps that hold themselves up and contain no other such set."""
    found: list[frozenset[Step]] = []
    for size in range(1, len(needs) + 1):
        for some in map(frozenset, combinations(needs, size)):
            if not any(one <= some for one in found) and holds_up(needs, some):
                found.append(some)
    return found


def waits_for(need: Need, other: Step) -> bool:
    """Whether a need can hang on a step: with some others taken, that one decides.

    What nobody can bring about is taken to be brought about, or not, each by itself.
    """
    whole, somebody = _with_somebody(need, count())
    rest = [*dict.fromkeys(one for one in steps_in(need) if one != other), *somebody]
    for size in range(len(rest) + 1):
        for taken in combinations(rest, size):
            if not may(whole, taken, perhaps=True) and may(whole, (*taken, other), perhaps=True):
                return True
    return False


def is_plain(need: Need) -> bool:
    """Whether a need speaks of no step on which it cannot hang."""
    return all(waits_for(need, step) for step in steps_in(need))


def _with_somebody(need: Need, numbers: Iterator[int]) -> tuple[Need, list[Step]]:
    """A need with a step of somebody's in the place of whatever nobody can bring about."""
    match need:
        case Fixed(verdict=Verdict.FAILS):
            step = Deed((f"SOMEBODY{next(numbers)}",), "act")
            return Taken(step), [step]
        case Every(parts=parts) | Some(parts=parts) | AtLeast(parts=parts):
            inner = [_with_somebody(part, numbers) for part in parts]
            whole = replace(need, parts=tuple(part for part, _ in inner))
            return whole, [step for _, some in inner for step in some]
        case _:
            return need, []


# What unlocks.


def smallest_changes(
    rules: Rules, sources: Collection[Source], enough: Callable[[Needs], bool], most: int
) -> frozenset[frozenset[Source]]:
    """The sets of conditions, none too large, that are enough and contain no other such set."""
    found: list[frozenset[Source]] = []
    for size in range(most + 1):
        for some in map(frozenset, combinations(sources, size)):
            if not any(one <= some for one in found) and enough(needs_of(rules, some)):
                found.append(some)
    return frozenset(found)


def everything_free(needs: Needs) -> bool:
    """Whether there is an order in which all steps can be taken, as far as can be told."""
    return frozenset(needs) in states(needs, perhaps=True)


def sources_of(rules: Rules) -> Iterator[Source]:
    """Everything that could be given up."""
    found: dict[Source, None] = {}
    for rule in rules.values():
        for clause in rule.every_clause():
            if clause.source is not None:
                found[clause.source] = None
        for way in rule.ways:
            for source in (way.reading, *way.instead_of):
                if source is not None:
                    found[source] = None
    return iter(found)
