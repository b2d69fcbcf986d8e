"""The answer for every choice of options that matters, choices with the same answer put together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from servanda.analyses.sequencing.answers import Answer, answer_of, asked_plan
from servanda.analyses.sequencing.plan import Plan
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Step
from servanda.diagrams import Diagrams
from servanda.model.conditions import Condition
from servanda.model.node import IssueId, OptionId

MOST_CHOICES = 256
"""How many combinations of options are gone through."""

Choice = Mapping[IssueId, tuple[OptionId, ...]]
"""Some issues, and options of each, any combination of which is meant; none for all."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """An answer, and the choices of options in which it is so."""

    choices: tuple[Choice, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Group:
    """Answers in which the same is stuck, for the same reason.

    Attributes:
        choices: In which choices of options.
    """

    choices: tuple[Choice, ...]
    members: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers for all choices.

    Attributes:
        groups: Those in which something is stuck come first.
        left_open: Issues that are too many to be gone through, and stay open.
    """

    groups: tuple[Group, ...]
    left_open: tuple[IssueId, ...] = ()


Combination = tuple[OptionId, ...]


def all_answers(setting: Setting, goal: Condition | None = None) -> Answers:
    """The answer for each choice of options of the issues that something hangs on."""
    options = {i.id: tuple(o.id for o in i.options) for i in setting.case.issues}
    asked = [i for i in asked_plan(setting, goal).open_issues if options.get(i)]
    issues = list(asked)
    while prod(len(options[issue]) for issue in issues) > MOST_CHOICES:
        issues.pop()
    plans: list[tuple[Plan, list[Combination]]] = []
    for chosen in product(*(options[issue] for issue in issues)):
        taken = {**setting.options, **dict(zip(issues, chosen, strict=True))}
        plan = asked_plan(replace(setting, options=taken), goal)
        known = next((where for one, where in plans if one.rules == plan.rules), None)
        if known is None:
            plans.append((plan, [chosen]))
        else:
            known.append(chosen)
    few = _Few(issues, options)
    groups: dict[Hashable, list[tuple[Answer, list[Combination]]]] = {}
    for plan, where in plans:
        answer = answer_of(plan)
        groups.setdefault(_what_is_stuck(answer), []).append((answer, where))
    found = [
        Group(
            few.of([one for _, where in some for one in where]),
            tuple(Alternative(few.of(where), answer) for answer, where in some),
        )
        for some in groups.values()
    ]
    found.sort(key=lambda group: group.members[0].answer.unlocking is None)
    return Answers(tuple(found), tuple(issue for issue in asked if issue not in issues))


def _what_is_stuck(answer: Answer) -> Hashable:
    """What is stuck in itself, and by what; what merely waits behind it is left aside."""
    stuck = answer.stuck
    held_up = frozenset((*stuck.impossible, *(step for knot in stuck.knots for step in knot)))

    def by_what(step: Step) -> Hashable:
        return frozenset((clause.needs, clause.source) for clause in answer.lacking(step))

    return (
        frozenset(stuck.knots),
        frozenset((step, by_what(step)) for step in held_up),
        frozenset(answer.undetermined),
        None if answer.unlocking is None else frozenset(map(frozenset, answer.unlocking.sets)),
        answer.others,
    )


class _Few:
    """Says combinations of options in few words, by prime cubes."""

    def __init__(
        self, issues: Sequence[IssueId], options: Mapping[IssueId, Sequence[OptionId]]
    ) -> None:
        self.issues = issues
        self.options = options
        self.diagrams = Diagrams([len(options[issue]) for issue in issues])

    def of(self, combinations: Sequence[Combination]) -> tuple[Choice, ...]:
        """Some combinations."""
        points = self.diagrams.any_of(map(self._point, combinations))
        return tuple(dict(self._named(cube)) for cube in self.diagrams.cover(points))

    def _point(self, combination: Combination) -> int:
        return self.diagrams.all_of(
            self.diagrams.literal(n, (self.options[issue].index(one),))
            for n, (issue, one) in enumerate(zip(self.issues, combination, strict=True))
        )

    def _named(
        self, cube: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[IssueId, tuple[OptionId, ...]]]:
        for variable, mask in cube:
            issue = self.issues[variable]
            options = self.options[issue]
            yield issue, tuple(one for n, one in enumerate(options) if mask >> n & 1)
