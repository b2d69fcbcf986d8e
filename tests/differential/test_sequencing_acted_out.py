"""Sequencing and the engine say the same of which step performs a duty, and when.

Steps are taken one a day in an order drawn at random, and before each the engine is asked of every
other one: whether, taken now, it would perform a duty that has arisen for its bearer.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from random import Random

import pytest

from servanda.analyses.scenario.outcome import State
from servanda.analyses.sequencing.needs import steps_in, verdict_on
from servanda.analyses.sequencing.plan import Plan, plan_of
from servanda.analyses.sequencing.rules import needs_of
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Entry, Step
from servanda.core.verdict import Verdict
from servanda.model.case import Case
from servanda.workbench import load_case
from tests.differential.sequences.acted_out import ActedOut, in_force, performs
from tests.differential.sequences.agreements import Agreements

AGREEMENTS = 150 if os.environ.get("CI") else 25
FIRST = dt.date(2026, 1, 1)


def setting_of(case: Case, **more: object) -> Setting:
    """The setting in which each reads as the last scenario of the case has it."""
    own = [(a, r.reading) for s in case.scenarios[-1:] for r in s.own_readings for a in r.actors]
    given = {"own_readings": tuple(own), **more}
    return Setting(case=case, agreements=tuple(a.id for a in case.agreements), **given)


def differences(
    setting: Setting, random: Random, first: dt.date, counted: Counter[str]
) -> list[object]:
    """Where the engine was asked the same, and answers otherwise, along one course."""
    plan = plan_of(setting)
    needs, acted = needs_of(plan.rules), ActedOut(setting, first)
    taken: list[Step] = []
    found: list[object] = []
    while True:
        now = acted.after(taken)
        for step in needs:
            if isinstance(step, Entry) and taken:
                entered = verdict_on(needs[step], taken)
                if entered not in {in_force(now, step), Verdict.UNDETERMINED}:
                    found.append((step, taken, entered, in_force(now, step)))
                if entered is Verdict.HOLDS and step not in taken:
                    taken.append(step)
        open_ = [step for step in needs if step not in taken and not isinstance(step, Entry)]
        for step in open_:
            if step in steps_in(needs[step]):
                continue  # the engine lets an act meet the condition that it has been done
            if isinstance(step, Deed) and (articles := _asking(plan, step)):
                said = verdict_on(needs[step], taken)
                states = performs(acted.after([*taken, step]), step, articles)
                met = State.MET in states
                counted[f"{said.value} {met}"] += 1
                if said is not Verdict.UNDETERMINED and met != (said is Verdict.HOLDS):
                    found.append((step, tuple(taken), said, states))
        ready = [step for step in open_ if verdict_on(needs[step], taken) is Verdict.HOLDS]
        if not ready or len(taken) > 25:
            return found
        taken.append(random.choice(ready))


def _asking(plan: Plan, step: Deed) -> list[object]:
    """The articles that ask for a step; none where entry into force waits for it itself."""
    rule = plan.rules[step]
    waits = [clause.source for way in rule.ways for clause in way.clauses if clause.source]
    put_off = any(source.sort == "before entry" for source in waits)
    return [way.article for way in rule.ways if way.article] if put_off else []


@pytest.mark.parametrize("opposites", [False, True], ids=["plain", "with exceptions"])
def test_a_step_performs_its_duty_when_it_can_be_taken(opposites: bool) -> None:
    counted = Counter[str]()
    for seed in range(AGREEMENTS):
        case = Agreements(seed, opposites=opposites).case()
        random = Random(seed)
        assert differences(setting_of(case), random, FIRST, counted) == [], seed
    assert counted["holds True"] > AGREEMENTS
    assert counted["fails False"] > AGREEMENTS


@pytest.mark.parametrize(
    "own",
    [
        (),
        (("UKR", "security_first"), ("UKR", "security_first_status"), ("RUS", "politics_first")),
    ],
    ids=["by the text", "each on its own reading"],
)
def test_the_package_of_minsk_acted_out(own: tuple[tuple[str, str], ...]) -> None:
    setting = setting_of(load_case("minsk-2015"), own_readings=own)
    for seed in range(3):
        assert not differences(setting, Random(seed), dt.date(2015, 2, 15), Counter())
