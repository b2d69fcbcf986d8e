"""What is enough to be given up for the rest to come free: every smallest set of conditions.

A tree of hitting sets (Reiter 1987), gone through breadth first, smallest sets first: in each
node some steps hold themselves up, and one of the conditions that they fail by has to be given
up, or they stay stuck whatever else is done. So nothing is missed. Where the tree grows too
large it is cut, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from servanda.analyses.sequencing.knots import left_of, smallest_within
from servanda.analyses.sequencing.needs import denied_in, steps_in, verdict_on
from servanda.analyses.sequencing.reach import best_course
from servanda.analyses.sequencing.rules import Needs, Rule, Rules, Source, needs_of
from servanda.analyses.sequencing.steps import Step
from servanda.core.verdict import Verdict

MOST_GIVEN_UP = 8
"""How many conditions a set has at most, for each part that hangs together."""

MOST_SETS = 60
"""How many sets are told of."""

MOST_NODES = 1_500
"""How many sets are tried, for each part that hangs together."""

MOST_STEPS = 60_000
"""How many steps are looked at altogether in doing so: fewer sets are tried of many steps."""


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What is enough to be given up.

    Attributes:
        sets: Each of them is enough, and none of its conditions can be spared; smallest first.
        complete: Whether there are no others.
    """

    sets: tuple[tuple[Source, ...], ...]
    complete: bool


def unlocking(rules: Rules, done: Collection[Step] = (), goal: Step | None = None) -> Unlocking:
    """Every smallest set of conditions that frees everything, or one step.

    What is stuck by itself is unlocked by itself: where parts have neither steps nor conditions in
    common, one set of each is enough together.

    Args:
        rules: What each step waits for.
        done: The steps taken already.
        goal: The step to be freed; all of them where none is named.
    """
    taken = best_course(needs_of(rules), done, perhaps=True).steps.union(done)
    stuck = {step: rule for step, rule in rules.items() if step not in taken}
    if goal is not None and goal not in stuck:
        return Unlocking(((),), complete=True)
    if any(step in taken for rule in stuck.values() for step in _not_before(rule)):
        return _Search(rules, done, goal).found()
    parts = [part for part in _apart(stuck) if goal is None or goal in part]
    found = [_Search(part, taken, goal).found() for part in parts]
    return _together(found)


def _not_before(rule: Rule) -> Iterator[Step]:
    """The steps before which a step may have to come."""
    return (step for clause in rule.every_clause() for step in denied_in(clause.needs))


def _apart(rules: Rules) -> Iterator[Rules]:
    """The steps that hang together, by what they wait for or by what would be given up."""
    group: dict[Step, set[Step]] = {step: {step} for step in rules}
    by_source: dict[Source, Step] = {}
    for step, rule in rules.items():
        others = {s for c in rule.every_clause() for s in steps_in(c.needs) if s in group}
        for source in _sources(rule):
            others.add(by_source.setdefault(source, step))
        for other in others:
            if group[other] is not group[step]:
                joined = group[step] | group[other]
                group.update(dict.fromkeys(joined, joined))
    told: set[int] = set()
    for step in rules:
        if id(group[step]) not in told:
            told.add(id(group[step]))
            yield {one: rule for one, rule in rules.items() if one in group[step]}


def _sources(rule: Rule) -> Iterator[Source]:
    for clause in rule.every_clause():
        if clause.source is not None:
            yield clause.source
    for way in rule.ways:
        yield from (source for source in (way.reading, *way.instead_of) if source is not None)


def _together(found: Sequence[Unlocking]) -> Unlocking:
    """One set of each part."""
    complete = all(one.complete for one in found)
    sets: list[tuple[Source, ...]] = [()]
    for one in found:
        more = sorted(((*some, *further) for some in sets for further in one.sets), key=len)
        complete = complete and len(more) <= MOST_SETS
        sets = more[:MOST_SETS]
    return Unlocking(tuple(sets), complete)


class _Search:
    """Looks for the smallest sets that free some steps."""

    def __init__(self, rules: Rules, done: Collection[Step], goal: Step | None) -> None:
        self.rules = rules
        self.done = done
        self.goal = goal
        self.order: dict[Source, int] = {}
        self.sets: list[frozenset[Source]] = []

    def found(self) -> Unlocking:
        """Every smallest set, as far as the tree is gone through."""
        level: dict[frozenset[Source], None] = {frozenset(): None}
        tried, most = 0, min(MOST_NODES, MOST_STEPS // max(1, len(self.rules)))
        for _ in range(MOST_GIVEN_UP + 1):
            following: dict[frozenset[Source], None] = {}
            for given_up in level:
                if self._known(given_up):
                    continue
                if tried >= most or len(self.sets) >= MOST_SETS:
                    return self._unlocking(complete=False)
                tried += 1
                following.update(dict.fromkeys(self._further(given_up)))
            level = following
        return self._unlocking(complete=all(map(self._known, level)))

    def _known(self, given_up: frozenset[Source]) -> bool:
        return any(small <= given_up for small in self.sets)

    def _unlocking(self, *, complete: bool) -> Unlocking:
        sets = (tuple(sorted(some, key=self.order.__getitem__)) for some in self.sets)
        return Unlocking(tuple(sets), complete)

    def _further(self, given_up: frozenset[Source]) -> Iterator[frozenset[Source]]:
        """The sets to be tried next; none where this one is enough."""
        needs = needs_of(self.rules, given_up)
        taken = best_course(needs, self.done, perhaps=True).steps.union(self.done)
        goal = self.goal
        if goal in taken if goal is not None else all(step in taken for step in needs):
            self.sets.append(given_up)
            return
        for source in self._hindrances(needs, given_up, taken):
            self.order.setdefault(source, len(self.order))
            yield given_up | {source}

    def _hindrances(
        self, needs: Needs, given_up: frozenset[Source], taken: Collection[Step]
    ) -> Iterator[Source]:
        """The conditions, one of which has to be given up for some stuck steps to come free."""
        left = {step: left_of(need, taken) for step, need in needs.items() if step not in taken}
        knot = smallest_within(left, left, self.goal)
        granted = frozenset(taken) | (left.keys() - knot)
        for step in (step for step in self.rules if step in knot):
            rule = self.rules[step]
            for clause in rule.clauses(given_up):
                fails = verdict_on(left_of(clause.needs, taken), granted) is Verdict.FAILS
                if fails and clause.source is not None:
                    yield clause.source
            for way in rule.ways:
                if way.reading is not None and way.counts(given_up):
                    yield way.reading
