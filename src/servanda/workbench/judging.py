"""Judges every expectation of a case, and names the articles that no scenario touches."""

from __future__ import annotations

from msgspec.structs import replace

from servanda.analyses.scenario import Inquiry, Texts, inquire, judged_in, outcome_of
from servanda.analyses.scenario.outcome import Judged
from servanda.model.case import Case, Claim, Expectation, Owes, Scenario, Undetermined
from servanda.workbench.asking import scenario_name
from servanda.workbench.results import Tested, TestReport
from servanda.workbench.touched import untouched_articles
from servanda.workbench.watch import Watch


def report_on(case: Case, watch: Watch) -> TestReport:
    """Each scenario's expectations and what was found, and the articles never touched."""
    tested, outcomes, texts = [], [], Texts(case)
    for number, scenario in enumerate(case.scenarios, 1):
        watch(number - 1, len(case.scenarios))
        inquiry = inquire(texts, scenario)
        tested.append(_tested(texts, inquiry, number))
        outcomes.append(outcome_of(inquiry, why_not=False))
    return TestReport(
        title=case.title,
        agreements=tuple(agreement.id for agreement in case.agreements),
        tested=tuple(tested),
        untouched=untouched_articles(case, outcomes),
    )


def _tested(texts: Texts, inquiry: Inquiry, number: int) -> Tested:
    scenario, judged = inquiry.scenario, judged_in(inquiry)
    left_out = tuple(
        _left_out(texts, inquiry, expectation, found)
        for expectation, found in zip(scenario.expectations, judged, strict=True)
    )
    return Tested(
        scenario=scenario_name(scenario, number),
        judged=judged,
        left_out=left_out if any(left_out) else (),
    )


def _left_out(texts: Texts, inquiry: Inquiry, expectation: Expectation, found: Judged) -> int:
    """Of how many actors the reasons do not tell, where so many were expected to owe something.

    The reasons tell of a few of those who do not owe it; these are counted one by one.
    """
    claim = _counted(expectation.claim)
    if found.met or claim is None:
        return 0
    frame = inquiry.run(found.at).frame
    among = claim.among
    actors = frame.record.sets.members(among, found.at.date).all if among else frame.text.actors
    each = tuple(
        replace(expectation, at=found.at, claim=replace(claim, who=(a,), count=None, among=None))
        for a in actors
    )
    alone: Scenario = replace(inquiry.scenario, expectations=each)
    not_owing = sum(not judged.met for judged in judged_in(inquire(texts, alone)))
    return max(0, not_owing - len(found.why.because))


def _counted(claim: Claim) -> Owes | None:
    """The claim that so many owe something; None where the expectation counts nobody."""
    while isinstance(claim, Undetermined):
        claim = claim.claim
    return claim if isinstance(claim, Owes) and claim.count is not None else None
