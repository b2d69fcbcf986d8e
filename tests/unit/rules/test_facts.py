"""The semantic rules on facts and events."""

from __future__ import annotations

import pytest

from tests.unit.pacts import (
    BEARER,
    GUARANTORS,
    SIGNED,
    act,
    article,
    assist,
    attack,
    attack_on,
    case,
    day,
    finding,
    found,
    has,
    life,
    lives,
    means,
    must,
    names,
    of_act,
    one,
    origin,
    run,
    state,
)
from tests.unit.rules.pieces import (
    NOT_ARISEN,
    ON_ATTACK,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
)


def test_f1_what_is_not_listed_did_not_happen() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    assert state(run(case(clause), RUSSIAN), "USA") is NOT_ARISEN
    request = act("2026-03-02", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, request), "USA") is PENDING


@pytest.mark.parametrize("stated", [{}, {"means": "unknown"}])
def test_f2_an_attribute_that_is_not_stated_is_unknown(stated: dict[str, str]) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"))
    incident = attack("2026-03-01", by="RUS", on="UKR", **stated)
    assert state(run(case(clause), incident), "USA") is UNDETERMINED


def test_f3_a_finding_counts_from_its_moment_where_nothing_is_stated() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR")
    abroad = finding("2026-03-05", "council", origin="abroad")
    assert state(run(case(clause), incident, abroad, at="2026-03-04"), "USA") is UNDETERMINED
    outcome = run(case(clause), incident, abroad)
    assert state(outcome, "USA") is PENDING
    assert life(outcome, "USA").arisen == day("2026-03-05")


def test_f3_what_is_stated_prevails_over_what_is_found() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR", origin="domestic")
    abroad = finding("2026-03-05", "council", origin="abroad")
    assert state(run(case(clause), incident, abroad), "USA") is NOT_ARISEN


def test_f3_findings_that_differ_leave_the_value_unknown_and_are_named() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=origin("abroad"))
    incident = attack("2026-03-01", by="RUS", on="UKR")
    by_council = finding("2026-03-05", "council", origin="abroad")
    by_russia = finding("2026-03-04", "RUS", origin="domestic")
    outcome = run(case(clause), incident, by_russia, by_council)
    assert state(outcome, "USA") is UNDETERMINED
    told = life(outcome, "USA").why.because[0].told
    assert "RUS found that it is domestic" in told
    assert "council found that it is abroad" in told
    agreed = finding("2026-03-06", "RUS", origin="abroad")
    assert state(run(case(clause), incident, by_russia, by_council, agreed), "USA") is PENDING


def test_f4_only_the_finder_that_is_named_counts() -> None:
    by_council = found(one(names("council")), origin("abroad"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=by_council)
    stated = attack("2026-03-01", by="RUS", on="UKR", origin="abroad")
    assert state(run(case(clause), stated), "USA") is UNDETERMINED
    by_russia = finding("2026-03-02", "RUS", origin="abroad")
    assert state(run(case(clause), stated, by_russia), "USA") is UNDETERMINED
    domestic = finding("2026-03-03", "council", origin="domestic")
    assert state(run(case(clause), stated, domestic), "USA") is NOT_ARISEN
    abroad = finding("2026-03-04", "council", origin="abroad")
    assert state(run(case(clause), stated, domestic, abroad), "USA") is PENDING


def test_f4_each_guarantor_may_have_to_find_for_itself() -> None:
    itself = found(one(BEARER), means("air"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=itself)
    outcome = run(case(clause), RUSSIAN, finding("2026-03-02", "FRA", means="air"))
    assert state(outcome, "FRA") is PENDING
    assert state(outcome, "USA") is UNDETERMINED


def test_f5_each_incident_has_its_own_duties() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    second = attack("2026-03-01", "A2", by="RUS", on="FRA")
    outcome = run(case(clause), RUSSIAN, second)
    assert [lf.incident for lf in lives(outcome, "USA")] == ["A1", "A2"]


def test_f6_a_day_without_an_hour_comes_before_its_timed_moments() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    timed = act("2026-03-01 09:00", "UKR", "request", "assist")
    assert state(run(case(clause), timed, RUSSIAN), "USA") is PENDING


def test_f6_what_is_written_first_happens_first_and_history_before_all() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked)
    request = act("2026-03-01", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, request), "USA") is PENDING
    assert state(run(case(clause), request, RUSSIAN), "USA") is NOT_ARISEN
    in_history = case(clause, history=(SIGNED, request))
    assert state(run(in_history, RUSSIAN), "USA") is NOT_ARISEN
