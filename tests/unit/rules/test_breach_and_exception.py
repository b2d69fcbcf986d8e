"""The semantic rules on breach and exception."""

from __future__ import annotations

from servanda.model.agreement import (
    Disapply,
)
from tests.unit.pacts import (
    GUARANTORS,
    PARTIES,
    act,
    article,
    assist,
    attack,
    attack_on,
    attacking,
    breach_of,
    case,
    day,
    finding,
    has,
    issue,
    life,
    lives,
    means,
    must,
    must_not,
    names,
    one,
    perform,
    ref,
    run,
    settled,
    state,
    within,
)
from tests.unit.rules.pieces import (
    BINDING,
    BREACHED,
    EXCEPTED,
    LAPSED,
    MET,
    NOT_ARISEN,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
    later,
)

FORCE = article("3", must_not(attacking(names("UKR")), names("RUS")))
ON_BREACH = article(
    "9",
    must(perform("report"), GUARANTORS),
    when=breach_of("3"),
    deadline=within("2 days", "breach"),
)


def test_b1_a_breach_triggers_at_its_moment_once_for_each() -> None:
    outcome = run(case(FORCE, ON_BREACH), RUSSIAN)
    assert life(outcome, "USA", "9").trigger_at == day("2026-03-01")
    assert life(outcome, "USA", "9").due == day("2026-03-03")
    overdue = article(
        "2",
        must(perform("consult"), GUARANTORS),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    chain = article("9", must(perform("report"), names("UKR")), when=breach_of("2"))
    outcome = run(case(overdue, chain), RUSSIAN, at="2026-03-05")
    assert len(lives(outcome, "UKR", "9")) == 3
    assert {d.trigger_at for d in lives(outcome, "UKR", "9")} == {day("2026-03-02")}


def test_b1_an_undetermined_breach_leaves_what_it_triggers_undetermined() -> None:
    unknown = attack("2026-03-01", on="UKR")
    outcome = run(case(FORCE, ON_BREACH), unknown, at="2026-03-09")
    assert state(outcome, "USA", "9") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA", "9").missing] == ["attacker"]
    named = finding("2026-03-05", "council", attacker="RUS")
    found_out = run(case(FORCE, ON_BREACH), unknown, named)
    assert state(found_out, "USA", "9") is PENDING
    assert life(found_out, "USA", "9").due == day("2026-03-07")
    cleared = finding("2026-03-05", "council", attacker="FRA")
    assert state(run(case(FORCE, ON_BREACH), unknown, cleared), "USA", "9") is NOT_ARISEN


def test_b1_an_undetermined_duty_may_be_breached_by_silence() -> None:
    clause = article(
        "5",
        must(assist(), names("USA")),
        when=attack_on(),
        only_if=means("air"),
        deadline=within("2 days", "incident"),
    )
    chain = article("9", must(perform("report"), names("UKR")), when=breach_of("5"))
    unclear = attack("2026-03-01", by="RUS", on="UKR")
    assert state(run(case(clause, chain), unclear, at="2026-03-03"), "UKR", "9") is NOT_ARISEN
    assert state(run(case(clause, chain), unclear, at="2026-03-04"), "UKR", "9") is UNDETERMINED
    assisted = act("2026-03-02", "USA", "assist", "UKR", level="support")
    helped = run(case(clause, chain), unclear, assisted, at="2026-03-04")
    assert state(helped, "UKR", "9") is NOT_ARISEN


def test_b2_what_a_breach_triggers_sees_only_what_happened_by_then() -> None:
    silent = article(
        "2",
        must(perform("consult"), names("RUS")),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    unless_reported = has(one(names("RUS")), "report")
    chain = article(
        "9", must(perform("report"), GUARANTORS), when=breach_of("2"), unless=unless_reported
    )
    late_report = act("2026-03-10", "RUS", "report")
    outcome = run(case(silent, chain), RUSSIAN, late_report)
    assert state(outcome, "USA", "9") is PENDING
    assert life(outcome, "USA", "9").arisen == day("2026-03-02")


def test_b2_articles_that_trigger_one_another_end() -> None:
    there = article(
        "1",
        must(perform("report"), names("USA")),
        when=breach_of("2"),
        deadline=within("1 day", "breach"),
    )
    back = article(
        "2",
        must(perform("consult"), names("USA")),
        when=breach_of("1"),
        deadline=within("1 day", "breach"),
    )
    first = article(
        "3",
        must(perform("report"), names("USA")),
        when=attack_on(),
        deadline=within("1 day", "incident"),
    )
    into = article(
        "4",
        must(perform("report"), names("USA")),
        when=breach_of("3"),
        deadline=within("1 day", "breach"),
    )
    outcome = run(case(there, back, first, into), RUSSIAN, at="2026-12-31")
    assert state(outcome, "USA", "4") is BREACHED
    assert {d.article.article for d in outcome.duties} == {"3", "4"}


SELF_DEFENCE = article(
    "7", Disapply(article=ref("5")), when=attack_on(names("RUS"), by=names("UKR"))
)


def test_x1_an_exception_with_a_trigger_takes_effect_for_the_same_event() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    by_ukraine = attack("2026-03-02", "A2", by="UKR", on="RUS")
    outcome = run(case(clause, SELF_DEFENCE), RUSSIAN, by_ukraine)
    assert state(outcome, "USA", incident="A1") is PENDING
    assert state(outcome, "USA", incident="A2") is EXCEPTED


def test_x1_an_exception_without_a_trigger_takes_effect_when_its_conditions_hold() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("UKR")), "report"))
    met = act("2026-03-02", "USA", "assist", "UKR", level="support")
    reported = act("2026-03-04", "UKR", "report")
    renewed = attack("2026-03-06", "A2", by="RUS", on="UKR")
    outcome = run(case(clause, void), RUSSIAN, met, reported, renewed)
    assert state(outcome, "USA", incident="A1") is MET
    assert state(outcome, "GBR", incident="A1") is LAPSED
    assert life(outcome, "GBR", incident="A1").ended == day("2026-03-04")


def test_x1_an_undetermined_exception_leaves_the_duty_undetermined() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    unknown = attack("2026-03-01", on="RUS")
    assert state(run(case(clause, SELF_DEFENCE), unknown), "USA") is UNDETERMINED


def test_x1_a_prohibition_may_be_disapplied_for_the_very_deed() -> None:
    force = article("3", must_not(attacking(), PARTIES))
    in_defence = article(
        "7", Disapply(article=ref("3")), when=attack_on(names("RUS"), by=names("UKR"))
    )
    deed = attack("2026-03-01", by="UKR", on="RUS")
    assert state(run(case(force, in_defence), deed), "UKR", "3") is BINDING
    assert state(run(case(force), deed), "UKR", "3") is BREACHED


def test_x2_an_exception_can_be_disapplied_in_turn() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    back = article("7.2", Disapply(article=ref("7")), only_if=settled("order", "strict"))
    order = issue("order", "strict", "loose")
    the_case = case(clause, SELF_DEFENCE, back, issues=(order,))
    deed = attack("2026-03-01", by="UKR", on="RUS")
    assert state(run(the_case, deed, choices=[("order", "strict")]), "USA") is PENDING
    assert state(run(the_case, deed, choices=[("order", "loose")]), "USA") is EXCEPTED
    assert state(run(the_case, deed), "USA") is UNDETERMINED


def test_b1_what_would_decide_a_breach_would_decide_what_the_breach_triggers() -> None:
    outcome = later("2026-03-01 attack A1 by EEE on AAA, place is north\n  2026-03-20 AAA consults")
    (report,) = [duty for duty in outcome.duties if duty.article.article == "2"]
    (means,) = report.missing
    assert means.decides == (("air", PENDING), ("cyber", NOT_ARISEN))
