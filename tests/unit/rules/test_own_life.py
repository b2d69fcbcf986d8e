"""The semantic rules on an agreement's own life."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
import pytest

from servanda.analyses.scenario import judge
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.agreement import (
    Article,
    Window,
)
from servanda.model.case import ActEvent
from servanda.model.conditions import (
    Any,
    InForce,
    Not,
    TheAgreement,
)
from servanda.model.node import AgreementId
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Term,
    Termination,
    Withdrawal,
)
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    APPLICANT,
    GUARANTORS,
    PACT,
    PARTIES,
    SIGNATORIES,
    SIGNED,
    act,
    article,
    assist,
    attack,
    attack_on,
    attacking,
    bond,
    breached,
    case,
    day,
    each,
    finding,
    has,
    issue,
    life,
    most,
    must,
    must_not,
    names,
    of_act,
    one,
    pact,
    perform,
    period,
    run,
    settled,
    state,
    to,
    within,
)
from tests.unit.rules.pieces import (
    BINDING,
    BREACHED,
    FAILS,
    HOLDS,
    LAPSED,
    NOT_ARISEN,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
)

RATIFIED = article("11", EntryIntoForce(condition=has(most(SIGNATORIES, "USA"), "ratify")))


def ratify(on: str, *actors: str) -> ActEvent:
    return act(on, names(*actors), "ratify")


def test_a1_in_force_from_the_first_day_on_which_the_condition_holds() -> None:
    the_case = case(agreements=(pact(RATIFIED, bound_by="ratification"),), history=())
    early = (ratify("2026-01-05", "GBR", "FRA"), ratify("2026-01-06", "UKR"))
    enough, late = ratify("2026-01-07 15:00", "USA"), ratify("2026-01-09", "RUS")
    assert run(the_case, *early, enough, at="2026-01-06").force[0].verdict is FAILS
    outcome = run(the_case, *early, enough, late)
    assert outcome.force[0].since == day("2026-01-07")
    assert bond(outcome, "GBR").since == day("2026-01-07")
    assert bond(outcome, "RUS").since == day("2026-01-09")


def test_a1_consent_is_expressed_by_the_act_that_the_agreement_names() -> None:
    the_case = case(agreements=(pact(bound_by="ratification"),))
    assert run(the_case).force[0].verdict is FAILS
    assert run(the_case, act("2026-01-05", SIGNATORIES, "ratify")).force[0].verdict is HOLDS


def test_a1_without_an_article_every_negotiating_state_must_consent() -> None:
    the_case = case(history=())
    most_sign = act("2026-01-05", "USA GBR FRA UKR", "sign")
    assert run(the_case, most_sign).force[0].verdict is FAILS
    outcome = run(the_case, most_sign, act("2026-01-08", "RUS", "sign"))
    assert outcome.force[0].since == day("2026-01-08")
    assert bond(outcome, "USA").since == day("2026-01-08")


def test_a1_one_that_did_not_negotiate_is_not_bound_by_its_signature() -> None:
    outcome = run(case(), act("2026-01-05", "DEU", "sign"))
    assert bond(outcome, "DEU").verdict is FAILS
    assert "did not negotiate" in bond(outcome, "DEU").why.because[0].told


def test_a2_an_open_issue_makes_the_agreement_and_its_duties_undetermined() -> None:
    order = issue("order", "at_once", "later")
    entry = article("11", EntryIntoForce(condition=settled("order", "at_once")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    the_case = case(entry, clause, issues=(order,))
    outcome = run(the_case, RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert bond(outcome, "USA").verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]
    assert state(run(the_case, RUSSIAN, choices=[("order", "at_once")]), "USA") is PENDING
    assert state(run(the_case, RUSSIAN, choices=[("order", "later")]), "USA") is NOT_ARISEN


INVITED = article(
    "10",
    Accession(who=names("DEU")),
    only_if=has(each(PARTIES), "invite", to(APPLICANT)),
)


def test_a3_accession_binds_from_its_day_if_the_conditions_hold() -> None:
    invited = act("2026-02-01", PARTIES, "invite", "DEU")
    outcome = run(case(INVITED), invited, act("2026-02-05 18:00", "DEU", "accede"))
    assert bond(outcome, "DEU").verdict is HOLDS
    assert bond(outcome, "DEU").since == day("2026-02-05")


def test_a3_an_accession_without_effect_is_kept_with_the_reason() -> None:
    some_invite = act("2026-02-01", "USA GBR FRA RUS", "invite", "DEU")
    outcome = run(case(INVITED), some_invite, act("2026-02-05", "DEU", "accede"))
    assert bond(outcome, "DEU").verdict is FAILS
    assert "UKR has not invited DEU" in bond(outcome, "DEU").why.because[0].told


def test_a3_nobody_accedes_before_entry_into_force() -> None:
    free = article("10", Accession(who=names("DEU")))
    the_case = case(free, history=())
    outcome = run(the_case, act("2025-12-01", "DEU", "accede"), SIGNED)
    assert bond(outcome, "DEU").verdict is FAILS
    again = act("2026-01-02", "DEU", "accede")
    assert bond(run(the_case, SIGNED, again), "DEU").verdict is HOLDS


def test_a3_one_outside_the_set_cannot_accede() -> None:
    free = article("10", Accession(who=GUARANTORS))
    assert bond(run(case(free), act("2026-02-05", "DEU", "accede")), "DEU").verdict is FAILS


NOTICE = article("13", Withdrawal(notice=period("1 year")))


def test_a4_withdrawal_takes_effect_after_the_period_of_notice() -> None:
    notice = act("2026-03-05", "FRA", "withdraw", TheAgreement(agreement=PACT))
    day_before = run(case(NOTICE), notice, at="2027-03-04")
    assert bond(day_before, "FRA").verdict is HOLDS
    assert bond(day_before, "FRA").until == day("2027-03-05")
    assert bond(run(case(NOTICE), notice, at="2027-03-05"), "FRA").verdict is FAILS


def test_a4_not_before_the_earliest_date() -> None:
    late = article("13", Withdrawal(notice=period("1 month"), not_before=period("2 years")))
    outcome = run(case(late), act("2026-03-05", "FRA", "withdraw", TheAgreement(agreement=PACT)))
    assert bond(outcome, "FRA").until == day("2028-01-01")


@pytest.mark.parametrize(
    ("clause", "author", "reason"),
    [
        (
            article(
                "13",
                Withdrawal(notice=period("1 day")),
                window=Window(after_entry=period("1 year")),
            ),
            "FRA",
            "it operates only from 1 year after entry into force",
        ),
        (NOTICE, "DEU", "DEU was not a party"),
        (article("14", Term(period=period("90 years"))), "FRA", "no article provides for it"),
    ],
)
def test_a4_a_notice_without_effect_is_kept_with_the_reason(
    clause: Article, author: str, reason: str
) -> None:
    notice = act("2026-03-05", author, "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(clause), notice, at="2026-12-01")
    told = [r.told for r in bond(outcome, author).why.because]
    assert any("had no effect" in text and reason in text for text in told)


def test_a5_the_term_ends_the_agreement_for_all() -> None:
    the_case = case(article("14", Term(period=period("10 years"))))
    last = run(the_case, at="2035-12-31")
    assert last.force[0].verdict is HOLDS
    assert last.force[0].until == day("2036-01-01")
    after = run(the_case, at="2036-01-01")
    assert after.force[0].verdict is FAILS
    assert {b.verdict for b in after.bonds} == {FAILS}


def test_a6_no_duty_from_an_event_before_the_bond() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    before = attack("2025-12-31", by="RUS", on="UKR")
    assert state(run(case(clause), before, at="2026-02-01"), "USA") is NOT_ARISEN
    on_the_day = attack("2026-01-01", by="RUS", on="UKR")
    assert state(run(case(clause), on_the_day), "USA") is PENDING


def test_a6_the_bearer_must_still_be_a_party_when_the_duty_arises() -> None:
    asked = has(one(names("UKR")), "request", of_act("assist"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    request = act("2026-03-20", "UKR", "request", "assist")
    outcome = run(case(clause, leave), RUSSIAN, notice, request)
    assert state(outcome, "USA") is PENDING
    assert state(outcome, "FRA") is NOT_ARISEN


def test_a7_what_has_arisen_survives_withdrawal() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    standing = article("2", must(perform("report"), GUARANTORS))
    forbidden = article("3", must_not(attacking(names("UKR")), GUARANTORS))
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-02", "FRA", "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(clause, standing, forbidden, leave), RUSSIAN, notice, at="2026-04-01")
    assert state(outcome, "FRA", "5") is PENDING
    assert state(outcome, "FRA", "2") is LAPSED
    assert state(outcome, "FRA", "3") is LAPSED
    assert life(outcome, "FRA", "3").ended == day("2026-03-12")
    assert state(outcome, "USA", "3") is BINDING


def test_a8_the_acts_of_one_day_count_for_the_whole_of_it() -> None:
    invited = act("2026-02-05 18:00", PARTIES, "invite", "DEU")
    outcome = run(case(INVITED), act("2026-02-05 09:00", "DEU", "accede"), invited)
    assert bond(outcome, "DEU").verdict is HOLDS


def test_a8_a_state_may_accede_and_give_notice_on_one_day_in_either_order() -> None:
    free = article("10", Accession(who=names("DEU")))
    leaves = act("2026-02-05 09:00", "DEU", "withdraw", TheAgreement(agreement=PACT))
    outcome = run(case(free, NOTICE), leaves, act("2026-02-05 14:00", "DEU", "accede"))
    assert bond(outcome, "DEU").since == day("2026-02-05")
    assert bond(outcome, "DEU").until == day("2027-02-05")


def test_a9_an_agreement_of_several_ends_when_one_party_is_left() -> None:
    leave = article("13", Withdrawal(notice=period("10 days")))
    notice = act("2026-03-01", "USA GBR FRA UKR", "withdraw", TheAgreement(agreement=PACT))
    before = run(case(leave), notice, at="2026-03-10")
    assert before.force[0].verdict is HOLDS
    after = run(case(leave), notice, at="2026-03-11")
    assert after.force[0].verdict is FAILS
    assert after.force[0].until == day("2026-03-11")
    assert bond(after, "RUS").verdict is FAILS


def test_a10_in_force_some_days_after_the_condition_holds() -> None:
    later_on = article(
        "11", EntryIntoForce(condition=has(each(SIGNATORIES), "sign"), delay=period("60 days"))
    )
    early, late = act("2026-02-01", "USA GBR FRA UKR", "sign"), act("2026-03-01", "RUS", "sign")
    the_case = case(later_on, history=())
    before = run(the_case, early, late, at="2026-04-29")
    assert before.force[0].verdict is FAILS
    assert "2026-04-30, 60 days after 2026-03-01" in before.force[0].why.because[0].told
    after = run(the_case, early, late, at="2026-04-30")
    assert after.force[0].since == day("2026-04-30")
    assert {b.since for b in after.bonds} == {day("2026-04-30")}


def test_a10_a_duty_arises_only_once_the_time_has_passed() -> None:
    later_on = article(
        "11", EntryIntoForce(condition=has(each(SIGNATORIES), "sign"), delay=period("60 days"))
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = run(case(later_on, clause), RUSSIAN, attack("2026-03-02", "A2", by="RUS", on="UKR"))
    assert state(outcome, "USA", incident="A1") is NOT_ARISEN
    assert state(outcome, "USA", incident="A2") is PENDING


def test_a10_who_consents_while_the_time_runs_is_bound_with_the_others() -> None:
    most_sign = has(most(SIGNATORIES), "sign")
    later_on = article("11", EntryIntoForce(condition=most_sign, delay=period("1 month")))
    early, late = act("2026-02-01", "USA GBR FRA", "sign"), act("2026-02-10", "UKR", "sign")
    outcome = run(case(later_on, history=()), early, late, act("2026-04-01", "RUS", "sign"))
    assert bond(outcome, "USA").since == bond(outcome, "UKR").since == day("2026-03-01")
    assert bond(outcome, "RUS").since == day("2026-04-01")


def test_a10_an_open_issue_leaves_it_open_from_the_first_day_on_which_it_could_be_in_force() -> (
    None
):
    order = issue("order", "at_once", "later")
    entry = article(
        "11", EntryIntoForce(condition=settled("order", "at_once"), delay=period("60 days"))
    )
    the_case = case(entry, issues=(order,))
    early = run(the_case, at="2026-03-01")
    assert early.force[0].verdict is FAILS
    assert (
        "may enter into force on 2026-03-02 at the earliest" in early.force[0].why.because[0].told
    )
    assert run(the_case, at="2026-03-02").force[0].verdict is Verdict.UNDETERMINED


def test_a11_a_day_ends_the_agreement_at_its_start() -> None:
    the_case = case(article("14", Expiry(date=dt.date(2031, 1, 1))))
    assert run(the_case, at="2030-12-31").force[0].verdict is HOLDS
    after = run(the_case, at="2031-01-01")
    assert after.force[0].verdict is FAILS
    assert after.force[0].why.told == "PACT ended with its term on 2031-01-01"


CEASED = has(one(names("RUS")), "cease_fire")


def test_a11_a_condition_ends_the_agreement_with_the_day_on_which_it_comes_to_hold() -> None:
    the_case = case(article("14", EndOnCondition(condition=CEASED)))
    ceased = act("2026-03-05 20:00", "RUS", "cease_fire")
    on_the_day = run(the_case, ceased, at="2026-03-05")
    assert on_the_day.force[0].verdict is HOLDS
    assert on_the_day.force[0].until == day("2026-03-06")
    after = run(the_case, ceased, at="2026-03-06")
    assert after.force[0].verdict is FAILS
    assert "ended on 2026-03-06, article 14: RUS has ceased fire" in after.force[0].why.told
    assert {b.verdict for b in after.bonds} == {FAILS}


def test_a11_and_some_time_more_counts_from_that_day() -> None:
    the_case = case(article("14", EndOnCondition(condition=CEASED, more=period("1 year"))))
    outcome = run(the_case, act("2026-03-05", "RUS", "cease_fire"), at="2027-03-05")
    assert outcome.force[0].verdict is HOLDS
    assert outcome.force[0].until == day("2027-03-06")


def test_a11_a_breach_ends_it_with_the_day_of_the_breach_and_what_has_arisen_stays() -> None:
    asked = article("4", must(perform("report"), names("FRA")), when=attack_on())
    due = msgspec.structs.replace(asked, deadline=within("3 days", "incident"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=breached(one(names("FRA")), "4")))
    second = attack("2026-03-05", "A2", by="RUS", on="UKR")
    outcome = run(case(due, clause, ends), RUSSIAN, second, at="2026-04-01")
    assert state(outcome, "FRA", "4", incident="A1") is BREACHED
    assert outcome.force[0].until == day("2026-03-05")
    assert state(outcome, "USA", "5", incident="A1") is PENDING
    assert state(outcome, "USA", "5", incident="A2") is NOT_ARISEN


def test_a11_a_perhaps_breach_leaves_it_open_whether_the_agreement_is_in_force() -> None:
    forbidden = article("3", must_not(attacking(names("UKR")), names("RUS")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=breached(one(names("RUS")), "3")))
    unknown = attack("2026-03-01", on="UKR")
    second = attack("2026-03-09", "A2", by="DEU", on="UKR")
    outcome = run(case(forbidden, clause, ends), unknown, second, at="2026-03-10")
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert outcome.force[0].until == day("2026-03-02")
    assert state(outcome, "USA", "5", incident="A2") is UNDETERMINED
    assert "attacker" in [m.name for m in life(outcome, "USA", "5", incident="A2").missing]
    found_out = finding("2026-03-20", "USA", "A1", attacker="RUS")
    settled_now = run(case(forbidden, clause, ends), unknown, second, found_out)
    assert settled_now.force[0].verdict is FAILS


def test_a11_what_would_change_it_names_the_act_that_ended_the_agreement() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ends = article("14", EndOnCondition(condition=CEASED))
    outcome = run(case(clause, ends), act("2026-02-01", "RUS", "cease_fire"), RUSSIAN)
    assert state(outcome, "USA") is NOT_ARISEN
    changes = life(outcome, "USA").would_change
    assert any("RUS had not ceased fire" in change for change in changes)


def test_a11_an_open_issue_makes_the_end_undetermined_and_the_duties_after_it() -> None:
    order = issue("order", "at_once", "later")
    ends = article("14", EndOnCondition(condition=settled("order", "at_once")))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = run(case(ends, clause, issues=(order,)), RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]


def test_a11_a_condition_that_comes_to_hold_by_another_agreements_end_is_seen_on_that_day() -> None:
    other = msgspec.structs.replace(
        pact(article("1", Term(period=period("30 days")))), id=AgreementId("OTHER")
    )
    ends = article(
        "14", EndOnCondition(condition=Not(part=InForce(agreement=AgreementId("OTHER"))))
    )
    signs = act("2026-01-01", SIGNATORIES, "sign", TheAgreement(agreement=AgreementId("OTHER")))
    here = act("2026-01-01", SIGNATORIES, "sign", TheAgreement(agreement=PACT))
    outcome = run(case(agreements=(pact(ends), other), history=()), here, signs, at="2026-03-01")
    assert outcome.force[0].until == day("2026-02-01")


AT_THE_END = article("13", Withdrawal(notice=period("1 year"), each=period("5 years")))


def of_pact(at: str, who: str, deed: str) -> ActEvent:
    """A notice about PACT, or its revocation."""
    return act(at, who, deed, TheAgreement(agreement=PACT))


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ("2026-03-05", "2031-01-01"),
        ("2030-01-01", "2031-01-01"),
        ("2030-01-02", "2036-01-01"),
        ("2034-06-01", "2036-01-01"),
    ],
)
def test_a12_a_notice_takes_effect_at_the_end_of_a_period_that_it_comes_in_time_for(
    given: str, ends: str
) -> None:
    outcome = run(case(AT_THE_END), of_pact(given, "FRA", "withdraw"), at="2035-01-01")
    assert bond(outcome, "FRA").until == day(ends)


def test_a12_who_gives_no_notice_stays_bound() -> None:
    outcome = run(case(AT_THE_END), of_pact("2026-03-05", "FRA", "withdraw"), at="2050-01-01")
    assert bond(outcome, "USA").verdict is HOLDS
    assert bond(outcome, "FRA").verdict is FAILS


def test_a12_not_before_the_earliest_date() -> None:
    effect = Withdrawal(
        notice=period("1 year"), each=period("5 years"), not_before=period("7 years")
    )
    the_case = case(article("13", effect))
    outcome = run(the_case, of_pact("2026-03-05", "FRA", "withdraw"))
    assert bond(outcome, "FRA").until == day("2036-01-01")


def test_a12_a_doubtful_entry_into_force_leaves_the_end_of_the_period_open() -> None:
    order = issue("order", "at_once", "later")
    signed = has(each(SIGNATORIES), "sign")
    entry = article(
        "11", EntryIntoForce(condition=Any(parts=(settled("order", "at_once"), signed)))
    )
    some_sign = act("2026-01-01", "USA GBR FRA", "sign")
    rest = act("2026-06-01", "UKR RUS", "sign")
    the_case = case(entry, AT_THE_END, issues=(order,), history=())
    notice = of_pact("2029-12-01", "FRA", "withdraw")
    later_on = run(the_case, some_sign, rest, notice, at="2031-03-01")
    assert later_on.force[0].verdict is HOLDS
    assert bond(later_on, "FRA").verdict is Verdict.UNDETERMINED
    assert bond(run(the_case, some_sign, rest, notice, at="2036-01-01"), "FRA").verdict is FAILS


TERMINABLE = article("13", Termination(notice=period("6 months")))


def test_a13_a_notice_of_termination_ends_the_agreement_for_all() -> None:
    notice = of_pact("2026-03-05", "GBR", "notify termination")
    before = run(case(TERMINABLE), notice, at="2026-09-04")
    assert before.force[0].verdict is HOLDS
    assert before.force[0].until == day("2026-09-05")
    after = run(case(TERMINABLE), notice, at="2026-09-05")
    assert {b.verdict for b in after.bonds} == {FAILS}
    told = "PACT ended on 2026-09-05, article 13: notice of termination by GBR (2026-03-05)"
    assert told in after.force[0].why.told


def test_a13_what_has_arisen_stays_and_nothing_arises_after() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    notice = of_pact("2026-02-01", "RUS", "notify termination")
    second = attack("2026-09-01", "A2", by="RUS", on="UKR")
    outcome = run(case(clause, TERMINABLE), notice, RUSSIAN, second)
    assert state(outcome, "USA", incident="A1") is PENDING
    assert state(outcome, "USA", incident="A2") is NOT_ARISEN
    changes = life(outcome, "USA", incident="A2").would_change
    assert any("RUS had not notified termination" in change for change in changes)


def test_a13_a_notice_without_effect_is_kept_with_the_reason() -> None:
    outsider = of_pact("2026-03-05", "DEU", "notify termination")
    outcome = run(case(TERMINABLE), outsider, at="2027-01-01")
    assert outcome.force[0].verdict is HOLDS
    told = [reason.told for reason in bond(outcome, "DEU").why.because]
    assert any("had no effect: DEU was not a party" in text for text in told)
    no_article = run(case(NOTICE), of_pact("2026-03-05", "GBR", "notify termination"))
    told = [reason.told for reason in bond(no_article, "GBR").why.because]
    assert any("no article provides for it" in text for text in told)


def test_a13_a_condition_that_hangs_on_an_open_issue_leaves_it_open() -> None:
    order = issue("order", "free", "bound")
    allowed = article("13", Termination(notice=period("1 month")), only_if=settled("order", "free"))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    notice = of_pact("2026-01-15", "GBR", "notify termination")
    outcome = run(case(allowed, clause, issues=(order,)), notice, RUSSIAN)
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA").missing] == ["order"]


def test_a14_a_notice_that_is_revoked_before_it_takes_effect_has_none() -> None:
    notice = of_pact("2026-03-05", "FRA", "withdraw")
    revoked = of_pact("2027-03-04", "FRA", "revoke withdrawal")
    outcome = run(case(NOTICE), notice, revoked, at="2028-01-01")
    assert bond(outcome, "FRA").verdict is HOLDS
    assert bond(outcome, "FRA").until is None


def test_a14_a_revocation_on_the_day_of_effect_comes_too_late() -> None:
    notice = of_pact("2026-03-05", "FRA", "withdraw")
    late = of_pact("2027-03-05", "FRA", "revoke withdrawal")
    outcome = run(case(NOTICE), notice, late, at="2028-01-01")
    assert bond(outcome, "FRA").verdict is FAILS
    told = [reason.told for reason in bond(outcome, "FRA").why.because]
    assert any("revocation of withdrawal by FRA (2027-03-05) had no effect" in t for t in told)


def test_a14_nobody_revokes_the_notice_of_another() -> None:
    notice = of_pact("2026-03-05", "GBR", "notify termination")
    other = of_pact("2026-03-06", "FRA", "revoke termination")
    outcome = run(case(TERMINABLE), notice, other, at="2027-01-01")
    assert outcome.force[0].verdict is FAILS
    own = of_pact("2026-03-06", "GBR", "revoke termination")
    assert run(case(TERMINABLE), notice, own, at="2027-01-01").force[0].verdict is HOLDS


def test_a14_of_one_day_the_notice_comes_first_and_a_new_one_counts() -> None:
    revoked = of_pact("2026-03-05 09:00", "FRA", "revoke withdrawal")
    notice = of_pact("2026-03-05 14:00", "FRA", "withdraw")
    assert bond(run(case(NOTICE), revoked, notice), "FRA").until is None
    again = of_pact("2026-04-01", "FRA", "withdraw")
    assert bond(run(case(NOTICE), notice, revoked, again), "FRA").until == day("2027-04-01")


SAME_DAY = """```servanda
case "Of one day"
state USA "United States"
state GBR "United Kingdom"
state FRA "France"
state ESP "Spain"

{agreements}
scenario "All on one day"
  2026-01-01 USA, GBR sign ONE
  2026-01-01 USA, GBR sign TWO
  {events}
  {expected}
```
"""
ONE_OF_TWO = """agreement {name} "{name}"
  between USA, GBR
  bound by signature

article 1
  enters into force when each signatory has signed{waits}
{more}
"""


def of_one_day(
    one: str,
    two: str,
    *expected: str,
    more: str | tuple[str, str] = "",
    events: Sequence[str] = (),
) -> list[str]:
    """What is not borne out of two agreements signed on one day, written in either order."""
    of_one, of_two = ("", more) if isinstance(more, str) else more
    written = [
        ONE_OF_TWO.format(name="ONE", waits=one, more=of_one),
        ONE_OF_TWO.format(name="TWO", waits=two, more=of_two),
    ]
    wrong: list[str] = []
    for agreements in (written, written[::-1]):
        text = SAME_DAY.format(
            agreements="\n".join(agreements),
            events="\n  ".join(events),
            expected="\n  ".join(f"expect {claim}" for claim in expected),
        )
        told = checked_case([Source("day.md", text)])
        assert told.case is not None, told.diagnostics
        judged = judge(told.case, told.case.scenarios[0])
        wrong += [f"{j.text}: {j.found}" for j in judged if not j.met]
    return wrong


def test_a15_one_that_waits_for_another_enters_into_force_on_the_same_day() -> None:
    here = ("on 2026-01-01 ONE is in force", "on 2026-01-01 TWO is in force")
    assert of_one_day("", " and ONE is in force", *here) == []


def test_a15_what_another_of_that_day_shuts_out_does_not_enter_into_force() -> None:
    here = ("ONE is in force", "TWO is not in force")
    assert of_one_day("", " and not (ONE is in force)", *here) == []


def test_a15_two_that_shut_one_another_out_leave_it_undetermined() -> None:
    here = [f"it is undetermined whether {name} is in force" for name in ("ONE", "TWO")]
    shut_out = (" and not (TWO is in force)", " and not (ONE is in force)")
    assert of_one_day(*shut_out, *here) == []


def test_a15_two_that_wait_for_one_another_do_not_enter_into_force() -> None:
    here = [f"{name} is not in force" for name in ("ONE", "TWO")]
    assert of_one_day(" and TWO is in force", " and ONE is in force", *here) == []


def test_a15_one_that_lasts_until_another_enters_into_force_ends_with_that_day() -> None:
    ends = "\narticle 2\n  remains in force until ONE is in force\n"
    here = ("on 2026-01-01 TWO is in force", "ONE is in force", "TWO is not in force")
    goes_on = ["2026-01-02 FRA consults"]
    assert of_one_day("", "", *here, more=ends, events=goes_on) == []


def test_a15_one_that_waits_for_a_party_to_another_enters_with_the_accession() -> None:
    joins = "\narticle 2\n  a state may accede\n"
    here = ("on 2026-01-05 ONE is in force", "on 2026-01-04 ONE is not in force")
    accession = ["2026-01-02 USA, GBR, FRA consult", "2026-01-05 FRA accedes to TWO"]
    waits = " and 3 of the parties of TWO have consulted"
    assert of_one_day(waits, "", *here, more=joins, events=accession) == []


@pytest.mark.parametrize("first", ["ONE", "TWO"])
def test_a15_who_accedes_to_two_on_one_day_may_need_the_one_for_the_other(first: str) -> None:
    joins = "\narticle 2\n  a {who} may accede\n"
    second = {"ONE": "TWO", "TWO": "ONE"}[first]
    events = [f"2026-01-05 FRA accedes to {first}", f"2026-01-05 FRA accedes to {second}"]
    here = ("on 2026-01-05 FRA is a party of ONE", "on 2026-01-05 FRA is a party of TWO")
    of_both = (joins.format(who="state"), joins.format(who="party of ONE"))
    assert of_one_day("", "", *here, more=of_both, events=events) == []


def test_a15_those_who_accede_on_one_day_do_not_decide_on_one_another() -> None:
    asks = "\narticle 2\n  only if each party of TWO has consulted\n  a state may accede\n"
    events = ["2026-01-02 USA, GBR consult", "2026-01-05 FRA, ESP accede to TWO"]
    assert of_one_day("", "", "FRA, ESP are parties of TWO", more=asks, events=events) == []
