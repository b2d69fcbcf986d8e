"""What an option would change is the difference between two runs of the whole story."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from servanda.analyses.scenario import simulate, variations
from servanda.analyses.scenario.outcome import DutyChange, DutyLife, ForceChange, Outcome, State
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.node import AgreementId
from servanda.testing import cases, moments

Standing = tuple[State, Moment | None]
ABSENT: Standing = (State.NOT_ARISEN, None)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(cases(), moments())
def test_an_option_changes_what_differs_between_two_whole_runs(case: Case, at: Moment) -> None:
    scenario = case.scenarios[0]
    now = simulate(case, scenario, at=at, what_if="standing")
    told = {found.name: found.changes for found in variations(case, scenario, at=at)}
    for issue in case.issues:
        for option in issue.options:
            other = simulate(
                case, scenario, at=at, choices=((issue.id, option.id),), what_if="standing"
            )
            changes = told.get(f"{issue.id} is {option.id}", ())
            ended = {c.agreement for c in changes if isinstance(c, ForceChange) and c.ends_all}
            assert duties_changed(changes) == duties_that_differ(now, other, ended)


def duties_changed(changes: Any) -> set[tuple[Any, ...]]:
    """Each article and bearer of which it is told, with where it stands and would stand."""
    return {
        (
            change.article,
            bearer,
            standing(change.was.state, change.was.due),
            standing(change.would_be.state, change.would_be.due),
        )
        for change in changes
        if isinstance(change, DutyChange)
        for bearer in change.bearers
    }


def duties_that_differ(
    now: Outcome, other: Outcome, ended: set[AgreementId]
) -> set[tuple[Any, ...]]:
    """The same, from every duty of both runs."""
    before, after = standings(now), standings(other)
    return {
        (key[0], bearer, was, would_be)
        for key in {**before, **after}
        if key[0].agreement not in ended
        for was, would_be in [(before.get(key, ABSENT), after.get(key, ABSENT))]
        if was != would_be
        for bearer in key[1]
    }


def standings(outcome: Outcome) -> dict[tuple[Any, ...], Standing]:
    return {
        (life.article, life.bearers, *event(life)): standing(life.state, life.due)
        for life in (*outcome.duties, *outcome.absent)
    }


def event(life: DutyLife) -> tuple[Any, ...]:
    return (str(life.trigger_at), life.trigger, life.incident)


def standing(state: State, due: Moment | None) -> Standing:
    """Of what is not owed only that it is not: whether an exception is the cause, besides."""
    return (state, None) if state in {State.NOT_ARISEN, State.EXCEPTED} else (state, due)
