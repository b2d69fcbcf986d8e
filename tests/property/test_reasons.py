"""Whatever a course of events leads to, its reasons never say the opposite of what is so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hypothesis import HealthCheck, given, settings

from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import DutyLife, Outcome
from servanda.core.calendar import Moment
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.case import Case
from servanda.testing import cases, moments

MODERATE = settings(max_examples=40, suppress_health_check=list(HealthCheck))

WITHOUT_A_SUBJECT = re.compile(r"(^|: |not )(is|are|was|were|has|have|owes|must|may) ")


def outcome_of(case: Case, at: Moment) -> Outcome:
    (scenario,) = case.scenarios
    return simulate(case, scenario, at=at, what_if="standing")


def roots(outcome: Outcome) -> Iterator[Reason]:
    yield from (force.why for force in outcome.force)
    yield from (bond.why for bond in outcome.bonds)
    for life in (*outcome.duties, *outcome.absent):
        yield life.why
        yield from (change.reason for change in life.life)


def whole(reason: Reason) -> Iterator[Reason]:
    yield reason
    for narrower in reason.because:
        yield from whole(narrower)


def assert_no_contradiction(reasons: Iterable[Reason]) -> None:
    verdicts: dict[str, Verdict] = {}
    for reason in reasons:
        known = verdicts.setdefault(reason.statement, reason.verdict)
        assert known is reason.verdict, f"{reason.statement}: {known} and {reason.verdict}"


@MODERATE
@given(cases(), moments())
def test_no_explanation_contradicts_itself(case: Case, at: Moment) -> None:
    for root in roots(outcome_of(case, at)):
        assert_no_contradiction(whole(root))


@MODERATE
@given(cases(), moments())
def test_what_is_so_now_about_an_event_is_so_in_every_explanation(case: Case, at: Moment) -> None:
    by_event: dict[object, list[DutyLife]] = {}
    outcome = outcome_of(case, at)
    for life in (*outcome.duties, *outcome.absent):
        if life.arisen is None:  # explained as of now; what has arisen, as of when it did
            by_event.setdefault((life.trigger, life.trigger_at), []).append(life)
    for lives in by_event.values():
        assert_no_contradiction(reason for life in lives for reason in whole(life.why))


@MODERATE
@given(cases(), moments())
def test_a_statement_that_is_not_so_comes_with_what_is(case: Case, at: Moment) -> None:
    for root in roots(outcome_of(case, at)):
        for reason in whole(root):
            assert bool(reason.instead) or reason.verdict is not Verdict.FAILS, reason.statement
            assert not reason.instead or reason.verdict is not Verdict.HOLDS, reason.statement
            assert reason.instead != reason.statement


@MODERATE
@given(cases(), moments())
def test_every_sentence_is_whole(case: Case, at: Moment) -> None:
    outcome = outcome_of(case, at)
    sentences = [s for root in roots(outcome) for r in whole(root) for s in (r.statement, r.told)]
    for life in (*outcome.duties, *outcome.absent):
        sentences += [missing.statement for missing in life.missing]
        sentences += [*life.would_change, life.trigger or "standing"]
    for sentence in sentences:
        assert sentence == " ".join(sentence.split())
        assert sentence
        assert not WITHOUT_A_SUBJECT.search(sentence), sentence
