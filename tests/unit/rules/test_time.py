"""The semantic rules on time."""

from __future__ import annotations

import datetime as dt

import msgspec

from servanda.analyses.scenario import simulate
from servanda.model.agreement import (
    TimeBound,
)
from tests.unit.pacts import (
    GUARANTORS,
    SIGNATORIES,
    act,
    article,
    assist,
    attack,
    attack_on,
    case,
    day,
    life,
    must,
    perform,
    request_of,
    run,
    scenario,
    state,
    within,
)
from tests.unit.rules.pieces import AIR_ONLY, BREACHED, MET, PENDING, amended

QUICK = article(
    "8",
    must(perform("consult"), GUARANTORS),
    when=request_of("consult"),
    deadline=within("24 hours", "act", "request"),
)


def test_t1_a_date_is_the_whole_day() -> None:
    request = act("2026-03-01", "UKR", "request", "consult")
    answer = act("2026-03-02", "USA", "consult")
    assert state(run(case(QUICK), request, answer), "USA", "8") is MET


def test_t2_hours_run_from_the_minute_or_from_the_end_of_the_day() -> None:
    timed = run(case(QUICK), act("2026-03-01 14:00", "UKR", "request", "consult"))
    assert life(timed, "USA", "8").due == day("2026-03-02 14:00")
    undated = run(case(QUICK), act("2026-03-01", "UKR", "request", "consult"))
    assert life(undated, "USA", "8").due == day("2026-03-02")


def test_t3_days_end_with_the_last_day() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("3 days", "incident")
    )
    timed = attack("2026-03-01 14:00", by="RUS", on="UKR")
    assert life(run(case(clause), timed), "USA").due == day("2026-03-04")
    last = act("2026-03-04 23:59", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause), timed, last), "USA") is MET


def test_t4_months_keep_the_day_or_end_with_the_month() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1 month", "incident")
    )
    outcome = run(case(clause), attack("2026-01-31", by="RUS", on="UKR"))
    assert life(outcome, "USA").due == day("2026-02-28")


def test_t5_what_takes_effect_on_a_date_takes_effect_at_its_start() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    the_case = case(clause, history=())
    signed = act("2026-03-01 12:00", SIGNATORIES, "sign")
    attacked = attack("2026-03-01 09:00", by="RUS", on="UKR")
    assert state(run(the_case, attacked, signed), "USA") is PENDING


def test_t7_what_would_end_after_the_calendar_says_so_and_does_not_pass() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1000 years", "incident")
    )
    attacked = attack("9100-03-01", by="RUS", on="UKR")
    outcome = run(case(clause), attacked, at="9999-12-31")
    assert str(life(outcome, "USA").due) == "9999-12-31 or later"
    assert state(outcome, "USA") is PENDING


def test_t7_the_first_day_of_the_calendar_is_a_day_like_others() -> None:
    ended = TimeBound(date=dt.date.min)
    bounded = article("5", must(assist(), GUARANTORS), when=attack_on())
    bounded = msgspec.structs.replace(bounded, expiry=ended)
    clause = amended(bounded, ("0001-01-05", None, AIR_ONLY))
    the_case = case(clause, history=())
    signed = act("0001-01-01", SIGNATORIES, "sign")
    first = attack("0001-01-01", "A0", by="RUS", on="UKR")
    assert not simulate(the_case, scenario(first), at=day("0001-01-01")).duties
    by_air = attack("0001-01-05", "A1", by="RUS", on="UKR", means="air")
    early = attack("0001-01-02", "A2", by="RUS", on="UKR", means="air")
    outcome = run(the_case, signed, early, by_air)
    assert {x.incident for x in outcome.duties if x.state is PENDING} == {"A1"}


def test_t6_as_of_a_day_means_as_of_its_end() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("1 day", "incident")
    )
    timed = attack("2026-03-01 22:00", by="RUS", on="UKR")
    assert state(run(case(clause), timed, at="2026-03-01"), "USA") is PENDING
    assert state(run(case(clause), timed, at="2026-03-02"), "USA") is PENDING
    assert state(run(case(clause), timed, at="2026-03-03 00:00"), "USA") is BREACHED
    assert run(case(clause), timed, at="2026-03-01 21:59").duties == ()
