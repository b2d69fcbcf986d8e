"""The answer for one way of reading and one choice of options, and for every choice that matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from servanda.analyses.sequencing.conditions import Reader
from servanda.analyses.sequencing.knots import Stuck, stuck_in
from servanda.analyses.sequencing.needs import NOTHING, Need, Taken, conjuncts, steps_in, with_steps
from servanda.analyses.sequencing.orders import Count, count_orders, nearest, predecessors
from servanda.analyses.sequencing.plan import Plan, plan_of
from servanda.analyses.sequencing.reach import best_course
from servanda.analyses.sequencing.rules import Clause, Needs, Rule, needs_of
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Goal, Step
from servanda.analyses.sequencing.unlocking import Unlocking, unlocking
from servanda.diagrams import Diagrams
from servanda.model.conditions import Condition
from servanda.model.node import IssueId, OptionId

MOST_CHOICES = 256
"""How many combinations of options are gone through."""

Choices = tuple[tuple[IssueId, OptionId], ...]
"""An option for each of some issues."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be taken when, and what is stuck.

    Attributes:
        waves: The steps that can be taken at once, next, and so on.
        undetermined: The steps of which it cannot be told.
        stuck: The rest.
        others: How many further courses of other steps there are, where not all go together.
        complete: Whether all courses have been gone through.
        count: How many orders of the steps that can be taken there are.
        before: The steps right before each of them in every order.
        unlocking: What would free the rest; None where nothing is stuck.
    """

    plan: Plan
    waves: tuple[tuple[Step, ...], ...]
    undetermined: tuple[Step, ...]
    stuck: Stuck
    others: int
    complete: bool
    count: Count
    before: Mapping[Step, frozenset[Step]]
    unlocking: Unlocking | None

    @property
    def free(self) -> bool:
        """Whether everything can be taken for certain."""
        left = (*self.stuck.knots, self.stuck.impossible, self.stuck.behind, self.undetermined)
        return not any(left)


@dataclass(frozen=True, slots=True)
class Alternative:
    """An answer, and the combinations of options in which it is so.

    Attributes:
        choices: The combinations in few words: each names some issues and options of each, all
            of which together give this answer; one that names none where no option matters.
    """

    choices: tuple[Mapping[IssueId, tuple[OptionId, ...]], ...]
    answer: Answer


def answer_of(setting: Setting, goal: Condition | None = None) -> Answer:
    """The answer, with every issue that is open left open."""
    plan = plan_of(setting)
    if goal is not None:
        plan = _towards(plan, setting, goal)
    needs = needs_of(plan.rules)
    sure = best_course(needs, plan.done)
    perhaps = best_course(needs, plan.done, perhaps=True)
    taken = perhaps.steps | sure.steps | plan.done
    stuck = stuck_in(needs, taken)
    steps = [step for wave in sure.waves for step in wave if step != Goal()]
    ordered = _from_here({step: needs[step] for step in steps}, plan.done)
    return Answer(
        plan=plan,
        waves=sure.waves,
        undetermined=tuple(s for s in needs if s in perhaps.steps and s not in sure.steps),
        stuck=stuck,
        others=sure.others,
        complete=sure.complete and perhaps.complete,
        count=count_orders(ordered, steps, sure.waves),
        before=nearest(predecessors(ordered, steps)),
        unlocking=None if taken >= needs.keys() else _unlocking(plan, goal),
    )


def _from_here(needs: Needs, done: Collection[Step]) -> Needs:
    """What steps wait for besides what has been done."""

    def seen(step: Step) -> Need:
        return NOTHING if step in done else Taken(step)

    return {step: with_steps(need, seen) for step, need in needs.items()}


def _unlocking(plan: Plan, goal: Condition | None) -> Unlocking:
    return unlocking(plan.rules, plan.done, None if goal is None else Goal())


def _towards(plan: Plan, setting: Setting, goal: Condition) -> Plan:
    """The plan with a last step that waits for what is asked about."""
    reader = Reader(setting, asked=[step for step in plan.rules if isinstance(step, Deed)])
    need = reader.read(goal)
    rule = Rule(always=tuple(Clause(part, None) for part in conjuncts(need)))
    missing = {step: Rule() for step in steps_in(need) if step not in plan.rules}
    open_issues = dict.fromkeys((*plan.open_issues, *reader.consulted))
    return replace(
        plan, rules={**plan.rules, **missing, Goal(): rule}, open_issues=tuple(open_issues)
    )


# Open issues.


def alternatives(setting: Setting, goal: Condition | None = None) -> tuple[Alternative, ...]:
    """The answer for each combination of the options that matter, those with the same put together."""
    first = plan_of(setting)
    options = {i.id: tuple(o.id for o in i.options) for i in setting.case.issues}
    issues = [issue for issue in first.open_issues if options.get(issue)]
    while issues and prod(len(options[issue]) for issue in issues) > MOST_CHOICES:
        issues.pop()
    found: dict[int, Answer] = {}
    where: dict[int, list[tuple[OptionId, ...]]] = {}
    plans: list[Plan] = []
    for chosen in product(*(options[issue] for issue in issues)):
        taken = {**setting.options, **dict(zip(issues, chosen, strict=True))}
        there = replace(setting, options=taken)
        plan = plan_of(there)
        place = next((n for n, known in enumerate(plans) if known.rules == plan.rules), None)
        if place is None:
            place = len(plans)
            plans.append(plan)
            found[place] = answer_of(there, goal)
        where.setdefault(place, []).append(chosen)
    groups = [Alternative(_few(issues, options, where[place]), found[place]) for place in found]
    return tuple(groups)


def _few(
    issues: Sequence[IssueId],
    options: Mapping[IssueId, Sequence[OptionId]],
    chosen: Sequence[tuple[OptionId, ...]],
) -> tuple[Mapping[IssueId, tuple[OptionId, ...]], ...]:
    """Combinations of options, put together by prime cubes."""
    if not issues:
        return ({},)
    diagrams = Diagrams([len(options[issue]) for issue in issues])
    points = diagrams.any_of(
        diagrams.all_of(
            diagrams.literal(n, (options[issue].index(one),))
            for n, (issue, one) in enumerate(zip(issues, combination, strict=True))
        )
        for combination in chosen
    )
    return tuple(dict(_named(cube, issues, options)) for cube in diagrams.cover(points))


def _named(
    cube: Sequence[tuple[int, int]],
    issues: Sequence[IssueId],
    options: Mapping[IssueId, Sequence[OptionId]],
) -> Iterator[tuple[IssueId, tuple[OptionId, ...]]]:
    for variable, mask in cube:
        issue = issues[variable]
        yield issue, tuple(o for n, o in enumerate(options[issue]) if mask >> n & 1)
