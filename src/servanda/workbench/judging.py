"""Judges every expectation of a case, and names the articles that no scenario touches."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario import Inquiry, Texts, inquire, judged_in, outcome_of, spoken_of
from servanda.analyses.scenario.outcome import Conflict, Outcome
from servanda.core.calendar import Moment
from servanda.model.case import Case, Scenario
from servanda.model.priorities import Conflicting
from servanda.workbench.asking import scenario_name
from servanda.workbench.idle_lines import idle_lines
from servanda.workbench.results import Tested, TestReport
from servanda.workbench.touched import (
    unchosen_options,
    untaken_readings,
    untouched_articles,
    untried_amendments,
)
from servanda.workbench.watch import Watch


def report_on(case: Case, watch: Watch) -> TestReport:
    """Each scenario's expectations and what was found, and the articles never touched."""
    tested, outcomes, texts = [], [], Texts(case)
    for number, scenario in enumerate(case.scenarios, 1):
        watch(number - 1, len(case.scenarios))
        inquiry = inquire(texts, scenario)
        name = scenario_name(scenario, number)
        outcome = outcome_of(inquiry, _last_asked_about(inquiry), what_if="none")
        silent = tuple(_unexpected(scenario, outcome))
        tested.append(Tested(scenario=name, judged=judged_in(inquiry), conflicts=silent))
        outcomes.append(outcome)
    untouched = untouched_articles(case, outcomes)
    untried = untried_amendments(case, outcomes)
    return TestReport(
        title=case.title,
        agreements=tuple(agreement.id for agreement in case.agreements),
        tested=tuple(tested),
        untouched=untouched,
        unchosen=unchosen_options(case),
        untaken=untaken_readings(case),
        untried=untried,
        idle=idle_lines(
            case, outcomes, {u.article for u in untouched}, {u.amendment for u in untried}
        ),
    )


def _last_asked_about(inquiry: Inquiry) -> Moment:
    """The latest moment that a scenario is about: its end, or that of an expectation."""
    asked = (e.at for e in inquiry.scenario.expectations if e.at is not None)
    return max((inquiry.story.end, *asked), key=lambda moment: moment.end)


def _unexpected(scenario: Scenario, outcome: Outcome) -> Iterator[Conflict]:
    """The conflicts of duties of which no expectation says that there are any, or none."""
    claims = [e.claim for e in scenario.expectations if isinstance(e.claim, Conflicting)]
    for conflict in outcome.conflicts:
        if not any(spoken_of(conflict, claim) for claim in claims):
            yield conflict
