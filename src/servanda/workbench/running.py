"""Runs one scenario as a user asks for it."""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.scenario import Texts, inquire, outcome_of, variations_in
from servanda.model.case import Case
from servanda.workbench.asking import (
    actor_names,
    choose_scenario,
    read_choices,
    read_moment,
    read_readings,
    supposing,
)
from servanda.workbench.happenings import happenings, history_until
from servanda.workbench.lines import duty_lines, excepted_lines
from servanda.workbench.mistakes import no_such_actor
from servanda.workbench.open_matters import variation_lines
from servanda.workbench.reports import Checked, Scenarios
from servanda.workbench.results import Ran


class Question(NamedTuple):
    """What is asked of a case, as typed.

    Attributes:
        scenario: A number, a title or the beginning of one; None to list them.
        on: A day or a minute; None for the scenario's end.
        choices: Each ``ISSUE=OPTION``.
        readings: Names of readings, each for all or ``NAME for ACTOR, ACTOR``.
        why: An actor whose reasons are asked for.
    """

    scenario: str | None
    on: str | None
    choices: tuple[str, ...]
    readings: tuple[str, ...]
    why: str | None = None


def run_scenario(case: Case, question: Question) -> Ran | Scenarios | Checked:
    """The outcome, the scenarios to choose from, or what is wrong with the question."""
    chosen = choose_scenario(case, question.scenario)
    if isinstance(chosen, Checked):
        return chosen
    if question.why is not None:
        known = [actor.id for actor in actor_names(case)]
        if question.why not in known:
            return no_such_actor(question.why, known)
    if isinstance(chosen, Scenarios):
        return chosen
    at = None if question.on is None else read_moment(question.on)
    if isinstance(at, Checked):
        return at
    choices = read_choices(case, question.choices)
    if isinstance(choices, Checked):
        return choices
    readings = read_readings(case, question.readings)
    if isinstance(readings, Checked):
        return readings
    asked = supposing(case.scenarios[chosen.number - 1], readings, choices)
    inquiry = inquire(Texts(case), asked)
    outcome = outcome_of(inquiry, at)
    return Ran(
        scenario=chosen,
        actors=actor_names(case),
        happenings=happenings(case, asked, whole=True),
        history=history_until(case, inquiry.story.end),
        outcome=outcome,
        lines=duty_lines(case, outcome, outcome.duties),
        excepted=excepted_lines(case, outcome),
        variations=variation_lines(case, outcome, variations_in(inquiry, at)),
    )
