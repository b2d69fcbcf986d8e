"""Judges every expectation of a case, and names the articles that no scenario touches."""

from __future__ import annotations

from servanda.analyses.scenario import Texts, inquire, judged_in, outcome_of
from servanda.model.case import Case
from servanda.workbench.asking import scenario_name
from servanda.workbench.results import Tested, TestReport
from servanda.workbench.touched import unchosen_options, untaken_readings, untouched_articles
from servanda.workbench.watch import Watch


def report_on(case: Case, watch: Watch) -> TestReport:
    """Each scenario's expectations and what was found, and the articles never touched."""
    tested, outcomes, texts = [], [], Texts(case)
    for number, scenario in enumerate(case.scenarios, 1):
        watch(number - 1, len(case.scenarios))
        inquiry = inquire(texts, scenario)
        name = scenario_name(scenario, number)
        tested.append(Tested(scenario=name, judged=judged_in(inquiry)))
        outcomes.append(outcome_of(inquiry, what_if="none"))
    return TestReport(
        title=case.title,
        agreements=tuple(agreement.id for agreement in case.agreements),
        tested=tuple(tested),
        untouched=untouched_articles(case, outcomes),
        unchosen=unchosen_options(case),
        untaken=untaken_readings(case),
    )
