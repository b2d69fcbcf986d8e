"""The answer for one way of reading and one choice of options: what comes when, what is stuck, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from servanda.analyses.sequencing.conditions import Reader
from servanda.analyses.sequencing.knots import Stuck, stuck_in
from servanda.analyses.sequencing.needs import (
    NOTHING,
    Need,
    Taken,
    conjuncts,
    steps_in,
    verdict_on,
    with_steps,
)
from servanda.analyses.sequencing.orders import Count, count_orders, nearest, predecessors
from servanda.analyses.sequencing.plan import Plan, plan_of
from servanda.analyses.sequencing.reach import best_course
from servanda.analyses.sequencing.rules import Clause, Needs, Rule, Rules, needs_of
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Goal, Step
from servanda.analyses.sequencing.unlocking import Unlocking, unlocking
from servanda.core.verdict import Verdict
from servanda.model.conditions import Condition


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
    def taken(self) -> frozenset[Step]:
        """Every step that can be taken, or perhaps can, or has been."""
        steps = (step for wave in self.waves for step in wave)
        return frozenset((*steps, *self.undetermined, *self.plan.done))

    def lacking(self, step: Step) -> tuple[Clause, ...]:
        """What a step waits for that does not come about."""
        clauses = self.plan.rules[step].clauses()
        return tuple(c for c in clauses if verdict_on(c.needs, self.taken) is Verdict.FAILS)

    def open(self, step: Step) -> tuple[Clause, ...]:
        """What a step waits for of which it cannot be told."""
        sure = self.taken.difference(self.undetermined)
        clauses = self.plan.rules[step].clauses()
        return tuple(c for c in clauses if verdict_on(c.needs, sure) is not Verdict.HOLDS)


def asked_plan(setting: Setting, goal: Condition | None = None) -> Plan:
    """The steps that are asked about: all of them, or those that a goal hangs on."""
    plan = plan_of(setting)
    if goal is None:
        return plan
    reader = Reader(setting, asked=[step for step in plan.rules if isinstance(step, Deed)])
    need = reader.read(goal)
    last = Rule(always=tuple(Clause(part, None) for part in conjuncts(need)))
    missing = {step: Rule() for step in steps_in(need) if step not in plan.rules}
    rules = _leading_to_goal({**plan.rules, **missing, Goal(): last})
    open_issues = dict.fromkeys((*plan.open_issues, *reader.consulted))
    return replace(plan, rules=rules, open_issues=tuple(open_issues))


def _leading_to_goal(rules: Rules) -> Rules:
    """The rules of the steps that the goal hangs on, in whatever way it may come about."""
    found: set[Step] = {Goal()}
    waiting: list[Step] = [Goal()]
    while waiting:
        for clause in rules[waiting.pop()].every_clause():
            further = [step for step in steps_in(clause.needs) if step not in found]
            found.update(further)
            waiting += further
    return {step: rule for step, rule in rules.items() if step in found}


def answer_of(plan: Plan) -> Answer:
    """The answer for some steps."""
    needs = needs_of(plan.rules)
    sure = best_course(needs, plan.done)
    perhaps = best_course(needs, plan.done, perhaps=True)
    taken = perhaps.steps | sure.steps | plan.done
    steps = [step for wave in sure.waves for step in wave if step != Goal()]
    ordered = _from_here({step: needs[step] for step in steps}, plan.done)
    goal = Goal() if Goal() in plan.rules else None
    enough = goal in taken if goal is not None else taken >= needs.keys()
    return Answer(
        plan=plan,
        waves=sure.waves,
        undetermined=tuple(s for s in needs if s in perhaps.steps and s not in sure.steps),
        stuck=stuck_in(needs, taken),
        others=sure.others,
        complete=sure.complete and perhaps.complete,
        count=count_orders(ordered, steps, sure.waves),
        before=nearest(predecessors(ordered, steps)),
        unlocking=None if enough else unlocking(plan.rules, plan.done, goal),
    )


def _from_here(needs: Needs, done: Collection[Step]) -> Needs:
    """What steps wait for besides what has been done."""

    def seen(step: Step) -> Need:
        return NOTHING if step in done else Taken(step)

    return {step: with_steps(need, seen) for step, need in needs.items()}
