"""The semantic rules on duties."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from servanda.analyses.scenario.outcome import State
from servanda.model.agreement import (
    Deadline,
    Disapply,
    Window,
)
from servanda.model.case import Event
from servanda.model.conditions import (
    Any,
    TheAgreement,
    TheLaw,
)
from servanda.model.own_life import (
    Accession,
    Withdrawal,
)
from tests.unit.pacts import (
    FORTHWITH,
    GUARANTORS,
    LAW,
    PACT,
    PARTIES,
    SIGNED,
    act,
    article,
    assist,
    attack,
    attack_on,
    case,
    day,
    decide,
    decided,
    finding,
    found,
    has,
    life,
    means,
    must,
    names,
    of_act,
    one,
    origin,
    perform,
    period,
    place,
    ref,
    refuse,
    request_of,
    run,
    state,
    within,
)
from tests.unit.rules.pieces import (
    BREACHED,
    EXCEPTED,
    LAPSED,
    MET,
    NOT_ARISEN,
    ON_ATTACK,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
    later,
)


def test_d1_one_duty_for_each_article_bearer_and_event() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    renewed = attack("2026-03-09", "A2", by="RUS", on="UKR", place="kyiv")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support", over="A1")
    outcome = run(case(clause), RUSSIAN, met, renewed)
    assert state(outcome, "USA", incident="A1") is MET
    assert state(outcome, "USA", incident="A2") is PENDING


def test_d1_a_standing_article_raises_one_duty_when_the_bearer_is_bound() -> None:
    standing = article("2", must(perform("report")))
    free = article("10", Accession(who=names("DEU")))
    outcome = run(case(standing, free), act("2026-02-01", "DEU", "accede"))
    assert life(outcome, "USA", "2").arisen == day("2026-01-01")
    assert life(outcome, "DEU", "2").arisen == day("2026-02-01")


def test_d2_a_duty_arises_when_everything_comes_together() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=asked,
        unless=has(one(names("UKR")), "report"),
        window=Window(date=dt.date(2026, 3, 10)),
    )
    request = act("2026-03-05", "UKR", "request", "assist")
    outcome = run(case(clause), RUSSIAN, request, at="2026-03-20")
    assert life(outcome, "USA").arisen == day("2026-03-10")
    reported = act("2026-03-06", "UKR", "report")
    assert state(run(case(clause), RUSSIAN, request, reported, at="2026-03-20"), "USA") is EXCEPTED


def test_d2_while_one_thing_is_undetermined_and_none_fails_it_is_undetermined() -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(is_armed=True), only_if=place("ukraine")
    )
    somewhere = attack("2026-03-01", by="RUS", on="UKR", place="kyiv")
    assert state(run(case(clause), somewhere), "USA") is UNDETERMINED
    outside = attack("2026-03-01", by="RUS", on="UKR", place="atlantic")
    assert state(run(case(clause), outside), "USA") is NOT_ARISEN


def test_d2_what_may_have_arisen_before_stays_undetermined_though_it_cannot_arise_now() -> None:
    """An air attack has raised the duty before Ukraine reported; another one never does (D3)."""
    reported = has(one(names("UKR")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"), unless=reported
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    report = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), unclear, report), "USA") is UNDETERMINED
    assert state(run(case(clause), report, unclear), "USA") is UNDETERMINED
    ended = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=means("air"), until=reported
    )
    leave = article("13", Withdrawal(notice=period("2 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    assert state(run(case(clause, leave), unclear, notice), "FRA") is UNDETERMINED
    void = article("7", Disapply(article=ref("5")), only_if=reported)
    assert state(run(case(clause, void), unclear, report), "USA") is EXCEPTED
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause, void), unclear, met, report), "USA") is UNDETERMINED
    assert state(run(case(ended), unclear, report), "USA") is UNDETERMINED


def test_d2_nothing_has_arisen_before_what_has_to_be_found_is_found() -> None:
    asked = found(one(names("council")), means("air"))
    reported = has(one(names("UKR")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=asked, unless=reported
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    assert state(run(case(clause), unclear), "USA") is UNDETERMINED
    report = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), unclear, report), "USA") is EXCEPTED


def test_d2_what_waited_for_a_finding_may_have_arisen_by_what_happened_later() -> None:
    """It waits until somebody has found it, or reports; and a request keeps it from arising."""
    called = Any(
        parts=(has(one(names("UKR")), "report"), found(one(names("council")), means("air")))
    )
    requested = has(one(names("RUS")), "request")
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        only_if=(called, means("air")),
        unless=requested,
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    report = act("2026-03-02", "UKR", "report")
    request = act("2026-03-03", "RUS", "request")
    assert state(run(case(clause), unclear, report, request), "USA") is UNDETERMINED
    assert state(run(case(clause), unclear, request), "USA") is EXCEPTED


def test_d3_a_duty_stays_though_an_act_be_undone() -> None:
    unless_reported = has(one(names("UKR")), "report")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), unless=unless_reported)
    reported = act("2026-03-04", "UKR", "report")
    assert state(run(case(clause), RUSSIAN, reported), "USA") is PENDING


def test_d3_a_duty_lapses_when_it_is_found_otherwise() -> None:
    by_council = found(one(names("council")), origin("abroad"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=by_council)
    abroad = finding("2026-03-02", "council", origin="abroad")
    domestic = finding("2026-03-06", "council", origin="domestic")
    assert state(run(case(clause), RUSSIAN, abroad), "USA") is PENDING
    outcome = run(case(clause), RUSSIAN, abroad, domestic)
    assert state(outcome, "USA") is LAPSED
    assert life(outcome, "USA").ended == day("2026-03-06")
    met = act("2026-03-04", "USA", "assist", "UKR", level="support")
    assert state(run(case(clause), RUSSIAN, abroad, met, domestic), "USA") is MET


def test_d3_findings_that_come_to_differ_leave_the_duty_in_doubt() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=origin("abroad"))
    abroad = finding("2026-03-02", "council", origin="abroad")
    domestic = finding("2026-03-06", "RUS", origin="domestic")
    agreed = finding("2026-03-08", "RUS", origin="abroad")
    assert state(run(case(clause), RUSSIAN, abroad, domestic), "USA") is UNDETERMINED
    assert state(run(case(clause), RUSSIAN, abroad, domestic, agreed), "USA") is PENDING


def test_d4_other_leaves_out_the_holders_of_roles() -> None:
    clause = article("5", must(assist(), PARTIES, other=True), when=attack_on(PARTIES))
    outcome = run(case(clause), RUSSIAN)
    assert {b for d in outcome.duties for b in d.bearers} == {"USA", "GBR", "FRA"}
    assert state(outcome, "UKR") is NOT_ARISEN
    everybody = article("5", must(assist(), PARTIES), when=attack_on(PARTIES))
    assert state(run(case(everybody), RUSSIAN), "RUS") is PENDING


def test_d4_other_leaves_out_the_author_of_the_act() -> None:
    clause = article("8", must(perform("consult"), PARTIES, other=True), when=request_of("consult"))
    outcome = run(case(clause), act("2026-03-01", "UKR", "request", "consult"))
    assert state(outcome, "UKR", "8") is NOT_ARISEN
    assert state(outcome, "RUS", "8") is PENDING


def test_d4_an_unknown_holder_leaves_out_nobody() -> None:
    clause = article("5", must(assist(), PARTIES, other=True), when=attack_on(PARTIES))
    outcome = run(case(clause), attack("2026-03-01", on="UKR"))
    assert state(outcome, "RUS") is PENDING
    named = finding("2026-03-05", "council", attacker="RUS")
    assert state(run(case(clause), attack("2026-03-01", on="UKR"), named), "RUS") is LAPSED


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (act("2026-03-02", "USA", "assist", "UKR", level="support", over="A1"), MET),
        (act("2026-03-02", "USA", "assist", "UKR", level="armed_force"), MET),
        (act("2026-03-02", "USA", "assist", "UKR", level="consult"), PENDING),
        (act("2026-03-02", "USA", "assist", "FRA", level="support"), PENDING),
        (act("2026-03-02", "USA", "consult", "UKR"), PENDING),
        (act("2026-03-02", "GBR", "assist", "UKR", level="support"), PENDING),
        (act("2026-02-02", "USA", "assist", "UKR", level="support"), PENDING),
        (act("2026-03-02", "USA", "assist", "UKR", level="support", over="A2"), PENDING),
    ],
)
def test_d5_performance(deed: Event, expected: State) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(names("UKR")))
    second = attack("2026-03-01", "A2", by="RUS", on="FRA")
    outcome = run(case(clause), RUSSIAN, second, deed)
    assert state(outcome, "USA", incident="A1") is expected


def test_d5_a_standing_duty_is_met_by_an_act_at_any_time() -> None:
    clause = article("2", must(perform("enact", TheLaw(law=LAW.id)), names("RUS")))
    outcome = run(case(clause), act("2025-06-01", "RUS", "enact", TheLaw(law=LAW.id)), SIGNED)
    assert state(outcome, "RUS", "2") is MET


def test_d5_an_act_between_trigger_and_arising_performs_the_duty() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    early = act("2026-03-02", "USA", "assist", "UKR", level="support")
    request = act("2026-03-05", "UKR", "request", "assist")
    outcome = run(case(clause), RUSSIAN, early, request)
    assert state(outcome, "USA") is MET
    assert life(outcome, "USA").ended == day("2026-03-05")


@pytest.mark.parametrize("level", ["support", "military_assistance", "armed_force"])
def test_d6_any_level_from_the_floor_up_discharges(level: str) -> None:
    clause = article(
        "5", must(assist("support", "military_assistance"), GUARANTORS), when=attack_on()
    )
    deed = act("2026-03-02", "USA", "assist", "UKR", level=level)
    assert state(run(case(clause), RUSSIAN, deed), "USA") is MET


def test_d7_silence_past_the_last_moment_is_a_breach_and_late_performance_does_not_undo_it() -> (
    None
):
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("72 hours", "incident")
    )
    in_time = run(case(clause), RUSSIAN, at="2026-03-04")
    assert state(in_time, "USA") is PENDING
    assert life(in_time, "USA").due == day("2026-03-04")
    late = act("2026-03-06", "USA", "assist", "UKR", level="support")
    outcome = run(case(clause), RUSSIAN, late)
    assert state(outcome, "USA") is BREACHED
    assert life(outcome, "USA").ended == day("2026-03-04")
    assert life(outcome, "USA").late == day("2026-03-06")
    assert life(outcome, "GBR").late is None


@pytest.mark.parametrize("deadline", [None, FORTHWITH])
def test_d7_without_a_term_silence_is_no_breach(deadline: Deadline | None) -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), deadline=deadline)
    assert state(run(case(clause), RUSSIAN, at="2036-03-01"), "USA") is PENDING


def test_d8_who_refuses_what_it_owes_is_in_breach_at_once() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    refusal = refuse("2026-03-02", "FRA", "assist", "UKR")
    outcome = run(case(clause), RUSSIAN, refusal)
    assert state(outcome, "FRA") is BREACHED
    assert state(outcome, "USA") is PENDING
    elsewhere = refuse("2026-03-02", "FRA", "assist", "USA")
    assert state(run(case(clause), RUSSIAN, elsewhere), "FRA") is PENDING


def test_d8_a_refusal_before_the_duty_has_no_effect() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    refusal = refuse("2026-03-02", "FRA", "assist", "UKR")
    request = act("2026-03-05", "UKR", "request", "assist")
    assert state(run(case(clause), RUSSIAN, refusal, request), "FRA") is PENDING


def test_d9_a_pending_duty_lapses_when_its_end_comes() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), until=decided("council"))
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    outcome = run(case(clause), RUSSIAN, met, decide("2026-03-05", "council"))
    assert state(outcome, "USA") is MET
    assert state(outcome, "GBR") is LAPSED
    assert life(outcome, "GBR").ended == day("2026-03-05")


def test_d9_a_duty_that_may_have_been_met_before_its_end_came_may_have_lapsed() -> None:
    reported = has(one(names("RUS")), "report")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), until=reported)
    somebody = attack("2026-03-01", by="RUS")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), somebody, met, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, LAPSED)
    named = finding("2026-03-05", "council", victim="UKR")
    told = run(case(clause), somebody, met, report, named)
    assert (state(told, "USA"), life(told, "USA").ended) == (MET, day("2026-03-02"))
    other = finding("2026-03-05", "council", victim="FRA")
    told = run(case(clause), somebody, met, report, other)
    assert (state(told, "USA"), life(told, "USA").ended) == (LAPSED, day("2026-03-04"))


def test_d9_what_is_overdue_was_met_or_breached_and_lapses_no_more() -> None:
    reported = has(one(names("RUS")), "report")
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
        until=reported,
    )
    somebody = attack("2026-03-01", by="RUS")
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), somebody, met, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, BREACHED)


def test_d9_a_breach_in_doubt_stays_so_when_the_duty_would_lapse_later() -> None:
    """Whether it had lapsed before its term passed is as open as it was."""
    told = found(one(names("council")), means("air"))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
        until=told,
    )
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("RUS")), "report"))
    report = act("2026-03-05", "RUS", "report")
    assert state(run(case(clause, void), RUSSIAN, report), "USA") is UNDETERMINED
    without = msgspec.structs.replace(clause, until=None)
    assert state(run(case(without, void), RUSSIAN, report), "USA") is BREACHED


def test_d9_a_refusal_in_doubt_stays_so_when_the_end_has_surely_come_since() -> None:
    """The duty had lapsed at once if the attack came from the air; later it lapses anyway."""
    reported = has(one(names("RUS")), "report")
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), until=Any(parts=(means("air"), reported))
    )
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    refusal = refuse("2026-03-02", "USA", "assist")
    report = act("2026-03-04", "RUS", "report")
    outcome = run(case(clause), unclear, refusal, report)
    assert (state(outcome, "USA"), state(outcome, "GBR")) == (UNDETERMINED, LAPSED)
    ground = attack("2026-03-01", by="RUS", on="UKR", means="ground")
    assert state(run(case(clause), ground, refusal, report), "USA") is BREACHED


def test_d10_joint_duties() -> None:
    """What any of them performs, all have performed; when nobody does, all are in breach."""
    clause = article(
        "8",
        must(perform("consult"), GUARANTORS, jointly=True),
        when=attack_on(),
        deadline=within("3 days", "incident"),
    )
    met = run(case(clause), RUSSIAN, act("2026-03-02", "GBR", "consult"))
    assert life(met, "USA", "8").bearers == ("USA", "GBR", "FRA")
    assert state(met, "USA", "8") is MET
    silent = run(case(clause), RUSSIAN, at="2026-03-05")
    assert state(silent, "FRA", "8") is BREACHED
    one_refuses = run(case(clause), RUSSIAN, refuse("2026-03-02", "FRA", "consult"))
    assert state(one_refuses, "FRA", "8") is PENDING


def test_d10_nobody_bears_jointly_what_none_of_them_can_bear_alone() -> None:
    """Russia is left out as the attacker, and Germany is no party."""
    joint = must(perform("consult"), names("RUS", "DEU"), other=True, jointly=True)
    clause = article("8", joint, when=attack_on())
    assert state(run(case(clause), RUSSIAN), "RUS", "8") is NOT_ARISEN


def test_d10_what_several_may_have_borne_stays_undetermined_when_they_have_left() -> None:
    """Germany is no party; France leaves two days after the attack of unknown means (A6, A7)."""
    joint = must(perform("consult"), names("FRA", "DEU"), jointly=True)
    clause = article("8", joint, when=attack_on(), only_if=means("air"))
    leave = article("13", Withdrawal(notice=period("2 days")))
    notice = act("2026-03-01", "FRA", "withdraw", TheAgreement(agreement=PACT))
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    outcome = run(case(clause, leave), unclear, notice, at="2026-03-09")
    assert state(outcome, "FRA", "8") is UNDETERMINED
    assert life(outcome, "FRA", "8").bearers == ("FRA",)


def test_d10_a_joint_duty_that_ended_was_borne_by_those_who_were_bound_last() -> None:
    outcome = later("2027-03-05 AAA consults")
    (joint,) = [duty for duty in outcome.duties if duty.article.article == "3"]
    assert (joint.bearers, joint.state) == (("AAA", "BBB"), LAPSED)
