"""The engine agrees with a slower witness on who owes what, since when, until when."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, note, settings

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.outcome import Outcome, State
from servanda.analyses.scenario.report import Reporter
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.triggers import OnIncident
from servanda.testing import cases, moments
from tests.differential.witness import answers


def seen(outcome: Outcome) -> Counter[tuple[Any, ...]]:
    found = Counter[tuple[Any, ...]]()
    for life in (*outcome.duties, *outcome.absent):
        standing = life.trigger_at is None
        if standing and life.state.value in {"not arisen", "excepted"}:
            continue
        found[
            life.article.article,
            life.incident,
            None if standing else str(life.trigger_at),
            life.bearers,
            life.state.value,
            str(life.arisen) if life.arisen else None,
            str(life.due) if life.due else None,
            str(life.ended) if life.ended else None,
        ] += 1
    return found


def of_effect(found: Counter[tuple[Any, ...]], case: Case) -> Counter[tuple[Any, ...]]:
    """Leaves out acts and breaches from which nothing came: their number is no answer.

    A breach that was in doubt for a moment and is none has raised nothing. Who would have borne
    jointly what has not arisen is not compared.
    """
    (pact,) = case.agreements
    on_incident = {
        a.number
        for a in pact.articles
        if all(isinstance(text.trigger, OnIncident) for text in a.versions)
    }
    kept = Counter[tuple[Any, ...]]()
    for line, n in found.items():
        if line[0] in on_incident or line[4] != "not arisen":
            jointly = line[4] == "not arisen" and len(line[3]) > 1
            kept[(*line[:3], ("jointly",), *line[4:]) if jointly else line] += n
    return kept


def agreed(case: Case, at: Moment) -> Outcome:
    """What the engine answers, once the witness has answered the same."""
    (scenario,) = case.scenarios
    found = inquire(Texts(case), scenario).run(at)
    outcome = Reporter(found, tuple(found.lives), {}).outcome(scenario.title)
    expected = of_effect(answers(case, scenario, at), case)
    actual = of_effect(seen(outcome), case)
    note(f"engine alone: {actual - expected}")
    note(f"witness alone: {expected - actual}")
    assert actual == expected
    return outcome


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(cases(), moments())
def test_states_dates_and_bearers_agree_with_the_witness(case: Case, at: Moment) -> None:
    agreed(case, at)


def test_the_cases_drawn_bring_duties_into_every_state() -> None:
    reached, wanted = set[State](), set(State)

    @settings(
        max_examples=600,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(), moments())
    def draw(case: Case, at: Moment) -> None:
        if reached == wanted:
            return
        found = inquire(Texts(case), case.scenarios[0]).run(at)
        reached.update(life.shown for life in (*found.lives, *never_occasioned(found)))

    draw()
    assert reached == wanted
