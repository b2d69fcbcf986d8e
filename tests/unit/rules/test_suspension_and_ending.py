"""The semantic rules on suspension and ending."""

from __future__ import annotations

import msgspec
import pytest

from servanda.analyses.scenario import simulate
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.agreement import (
    Cease,
    Disapply,
    End,
    ForWhom,
    Reapply,
    Suspend,
    TimeBound,
)
from servanda.model.case import ActEvent, Event
from servanda.model.conditions import (
    TheAgreement,
    TheArticle,
)
from servanda.model.node import ActId, AgreementId
from servanda.model.sets import Author, Pattern
from servanda.model.triggers import OnAct
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    GUARANTORS,
    PARTIES,
    VICTIM,
    act,
    article,
    assist,
    attack,
    attack_on,
    attacking,
    bond,
    breach_of,
    case,
    day,
    finding,
    has,
    life,
    means,
    must,
    must_not,
    names,
    one,
    pact,
    period,
    ref,
    refuse,
    run,
    state,
    within,
)
from tests.unit.rules.pieces import (
    BINDING,
    BREACHED,
    EXCEPTED,
    FAILS,
    HOLDS,
    LAPSED,
    MET,
    NOT_ARISEN,
    PENDING,
    RUSSIAN,
    SUSPENDED,
    UNDETERMINED,
)
from tests.unit.told import borne_out

HELP = article(
    "5",
    must(assist(), GUARANTORS, other=True),
    when=attack_on(),
    deadline=within("10 days", "incident"),
)
NO_FORCE = article("3", must_not(attacking()))
PACT_ID = AgreementId("PACT")
BY_UKRAINE = attack("2026-03-04", "A2", by="UKR", on="RUS")


def for_whom(*actors: str) -> ForWhom:
    return ForWhom(among=names(*actors))


def suspend(number: str, *actors: str) -> Suspend:
    return Suspend(text=ref(number), whom=for_whom(*actors) if actors else None)


def on_ukraine(at: str, name: str, **values: str) -> ActEvent | Event:
    return attack(at, name, by="RUS", on="UKR", **values)


def the_text(number: str) -> TheArticle:
    return TheArticle(article=ref(number))


TRUCES = """```servanda
case "Truces"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
incident attack (attacks, attacked, attack) "Attack"
  by attacker: actor
  on victim: state
circumstance truce "Truce"
agreement PACT "Pact"
  between AAA, BBB
  bound by signature
article 1
  when attack on a party
  each other party must consult
  within 5 days of the attack
article 2
  only if truce holds
  article 1 is suspended
history "Signed"
  2020-01-01 AAA, BBB sign
scenario "Truces"
  2021-01-01 attack A1 by CCC on BBB
  2021-01-03 truce begins
  2021-01-05 truce ends
  2021-01-08 truce begins
  2021-01-09 truce ends
  2021-01-20 truce begins
```
"""


@pytest.mark.parametrize(
    ("at", "spells"), [("2021-01-06", 1), ("2021-01-08", 2), ("2021-01-21", 3)]
)
def test_s4_each_time_that_something_was_suspended_is_told(at: str, spells: int) -> None:
    read = checked_case([Source("case.md", TRUCES)])
    assert read.case is not None
    outcome = simulate(read.case, read.case.scenarios[0], at=day(at))
    told = [(str(s.since), str(s.until)) for s in outcome.suspensions if s.article == ref("2")]
    assert len(told) == spells
    assert told[0] == ("2021-01-03", "2021-01-05")
    # Five days of the attack, moved on by two and by one.
    if spells == 3:
        assert told[1:] == [("2021-01-08", "2021-01-09"), ("2021-01-20", "None")]
        assert life(outcome, "AAA", "1").due == day("2021-01-09")


def test_s1_of_an_agreement_all_that_binds_permits_or_disapplies_is_suspended() -> None:
    all_of_it = article("9", Suspend(text=PACT_ID), when=attack_on(by=names("UKR")))
    back = article("10", Reapply(text=PACT_ID), when=attack_on(by=names("GBR")))
    void = article("7", Disapply(article=ref("5")), only_if=has(one(names("UKR")), "report"))
    the_case = case(HELP, NO_FORCE, all_of_it, back, void)
    reported = act("2026-03-05", "UKR", "report")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, reported, at="2026-03-06")
    assert state(outcome, "USA", incident="A1") is SUSPENDED
    assert state(outcome, "USA", "3") is SUSPENDED
    third = attack("2026-03-07", "A3", by="GBR", on="FRA")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, reported, third, at="2026-03-08")
    assert state(outcome, "USA", incident="A1") is LAPSED
    assert state(outcome, "USA", "3") is BINDING


def test_s1_for_says_for_whom() -> None:
    some_of_them = article("9", suspend("5", "USA"), when=attack_on(by=names("UKR")))
    others = article(
        "9", Suspend(text=ref("5"), whom=ForWhom(among=PARTIES, other=True)), when=attack_on()
    )
    author = article("9", Suspend(text=ref("3"), whom=ForWhom(among=Author())), when=breach_of("3"))
    outcome = run(case(HELP, some_of_them), RUSSIAN, BY_UKRAINE)
    assert [state(outcome, who, incident="A1") for who in ("USA", "GBR")] == [SUSPENDED, PENDING]
    outcome = run(case(HELP, NO_FORCE, others), RUSSIAN)
    assert state(outcome, "USA") is NOT_ARISEN
    outcome = run(case(NO_FORCE, author), BY_UKRAINE, on_ukraine("2026-03-05", "A3"))
    assert [state(outcome, who, "3") for who in ("UKR", "RUS", "USA")] == [
        BREACHED,
        BREACHED,
        BINDING,
    ]


def test_s2_a_suspension_lasts_until_its_end_or_while_its_conditions_hold() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    until = article("9", suspend("3"), when=attack_on(by=names("UKR")), until=ceased)
    while_ = article("9", suspend("3"), unless=ceased)
    stop = act("2026-03-08", "UKR", "cease_fire")
    for clause in (until, while_):
        there = run(case(NO_FORCE, clause), BY_UKRAINE, at="2026-03-07")
        assert state(there, "USA", "3") is SUSPENDED or clause is while_
        after = run(case(NO_FORCE, clause), BY_UKRAINE, stop)
        assert state(after, "USA", "3") is BINDING
    assert state(run(case(NO_FORCE, while_), BY_UKRAINE, at="2026-03-07"), "USA", "3") is NOT_ARISEN


def test_s2_a_suspension_ends_by_the_calendar_as_any_rule_does() -> None:
    for_a_week = TimeBound(period=period("7 days"))
    halt = article("9", suspend("3"), when=attack_on(by=names("UKR")))
    halt = msgspec.structs.replace(halt, expiry=for_a_week)
    the_case = case(NO_FORCE, halt)
    assert state(run(the_case, BY_UKRAINE, at="2026-03-11"), "USA", "3") is SUSPENDED
    assert state(run(the_case, BY_UKRAINE, at="2026-03-12"), "USA", "3") is BINDING
    (told,) = run(the_case, BY_UKRAINE, at="2026-03-20").suspensions
    assert (told.since, told.until) == (day("2026-03-04"), day("2026-03-12"))


def test_s2_of_one_event_the_effect_on_other_articles_comes_first() -> None:
    void = article("9", suspend("5"), when=attack_on(names("RUS")))
    assert state(run(case(HELP, void), BY_UKRAINE), "USA", incident="A2") is NOT_ARISEN
    always = article("9", suspend("5"))
    back = article("10", Reapply(text=ref("5")), when=attack_on(names("UKR")))
    assert state(run(case(HELP, always, back), RUSSIAN), "USA") is PENDING
    assert state(run(case(HELP, always), RUSSIAN), "USA") is NOT_ARISEN


def test_s2_who_is_relieved_is_a_party_to_the_agreement_that_says_so() -> None:
    other = pact(
        article("1", suspend("5"), when=attack_on(by=names("UKR"))),
        between=("USA", "RUS"),
        name="OTHER",
    )
    signed = act("2026-01-01", "USA", "sign", TheAgreement(agreement=AgreementId("OTHER")))
    too = act("2026-01-01", "RUS", "sign", TheAgreement(agreement=AgreementId("OTHER")))
    signed_pact = act(
        "2026-01-01",
        names("USA", "GBR", "FRA", "UKR", "RUS"),
        "sign",
        TheAgreement(agreement=PACT_ID),
    )
    the_case = case(agreements=(pact(HELP), other), history=(signed_pact, signed, too))
    outcome = run(the_case, RUSSIAN, BY_UKRAINE)
    assert state(outcome, "USA", incident="A1") is SUSPENDED
    assert state(outcome, "GBR", incident="A1") is PENDING


def test_s3_an_event_of_that_time_brings_nothing_into_play_later_neither() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    then = on_ukraine("2026-03-06", "A3")
    later = on_ukraine("2026-03-09", "A4")
    stop = act("2026-03-08", "UKR", "cease_fire")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, then, stop, later)
    states = [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 3, 4)]
    assert states == [PENDING, NOT_ARISEN, NOT_ARISEN, PENDING]


def test_s3_a_deed_of_that_time_is_no_breach_and_what_was_breached_stays_so() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("3"), when=attack_on(by=names("UKR")), until=ceased)
    then = on_ukraine("2026-03-06", "A3")
    stop = act("2026-03-08", "UKR", "cease_fire")
    outcome = run(case(NO_FORCE, halt), BY_UKRAINE, then, stop)
    assert state(outcome, "UKR", "3") is BREACHED
    assert state(outcome, "RUS", "3") is BINDING
    again = run(case(NO_FORCE, halt), BY_UKRAINE, then, stop, on_ukraine("2026-03-09", "A4"))
    assert life(again, "RUS", "3").ended == day("2026-03-09")


def test_s3_a_refusal_of_that_time_breaches_nothing() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    stop = act("2026-03-08", "UKR", "cease_fire")
    no = refuse("2026-03-06", "USA", "assist", "UKR", over="A1")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, no, stop)
    assert state(outcome, "USA", incident="A1") is PENDING


def test_s3_an_exception_that_is_suspended_disapplies_nothing() -> None:
    void = article("7", Disapply(article=ref("5")), when=attack_on())
    halt = article("9", suspend("7"), only_if=has(one(names("UKR")), "report"))
    reported = act("2026-02-01", "UKR", "report")
    assert state(run(case(HELP, void, halt), RUSSIAN), "USA") is EXCEPTED
    assert state(run(case(HELP, void, halt), reported, RUSSIAN), "USA") is PENDING


def test_s4_the_term_of_what_is_pending_runs_on() -> None:
    ceased = has(one(names("UKR")), "cease_fire")
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), until=ceased)
    stop = act("2026-03-20", "UKR", "cease_fire")
    the_case = case(HELP, halt)
    assert life(run(the_case, RUSSIAN), "USA").due == day("2026-03-11")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, stop, at="2026-03-27")
    assert state(outcome, "USA", incident="A1") is PENDING
    assert life(outcome, "USA", incident="A1").due == day("2026-03-27")
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, stop, at="2026-03-28")
    assert state(outcome, "USA", incident="A1") is BREACHED
    hours = article("5", must(assist(), GUARANTORS), when=attack_on(), deadline=within("24 hours"))
    timed = attack("2026-03-01 10:00", by="RUS", on="UKR")
    begins = attack("2026-03-01 12:00", "A2", by="UKR", on="RUS")
    ends = act("2026-03-01 15:30", "UKR", "cease_fire")
    outcome = run(case(hours, halt), timed, begins, ends)
    assert life(outcome, "USA", incident="A1").due == day("2026-03-02 13:30")


def test_s4_an_act_of_that_time_performs_the_duty() -> None:
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")))
    done = act("2026-03-06", "USA", "assist", "UKR", level="support", over="A1")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, done)
    assert [state(outcome, who, incident="A1") for who in ("USA", "GBR")] == [MET, SUSPENDED]


def test_s5_what_ceases_is_for_good() -> None:
    void = article("9", Cease(text=ref("5")), when=attack_on(by=names("UKR")))
    free = article("10", Cease(text=ref("3")), only_if=has(one(names("UKR")), "report"))
    reported = act("2026-03-05", "UKR", "report")
    later = on_ukraine("2026-03-09", "A4")
    outcome = run(case(HELP, NO_FORCE, void, free), RUSSIAN, BY_UKRAINE, reported, later)
    states = [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 4)]
    assert states == [LAPSED, NOT_ARISEN, NOT_ARISEN]
    assert life(outcome, "USA", incident="A1").ended == day("2026-03-04")
    assert [state(outcome, who, "3") for who in ("RUS", "USA")] == [BREACHED, LAPSED]
    assert life(outcome, "RUS", "3").ended == day("2026-03-01")


def test_s6_what_had_ceased_or_was_suspended_applies_again() -> None:
    lifted = article("9", suspend("3"))
    void = article("7", Cease(text=ref("3")), only_if=has(one(names("UKR")), "report"))
    back = article("10", Reapply(text=ref("3")), when=attack_on(by=names("UKR")))
    reported = act("2026-03-01", "UKR", "report")
    third = on_ukraine("2026-03-09", "A3")
    for clause in (lifted, void):
        outcome = run(case(NO_FORCE, clause, back), reported, BY_UKRAINE, third)
        assert state(outcome, "RUS", "3") is BREACHED
        assert state(outcome, "UKR", "3") is BINDING
        assert life(outcome, "UKR", "3").arisen == day("2026-03-04")
        without = run(case(NO_FORCE, clause), reported, BY_UKRAINE, third)
        assert state(without, "RUS", "3") in {LAPSED, NOT_ARISEN}


def test_s6_what_is_suspended_later_stays_suspended() -> None:
    lifted = article("9", suspend("3"))
    anew = article("8", suspend("3"), when=attack_on(by=names("RUS")))
    back = article("10", Reapply(text=ref("3")), when=attack_on(by=names("UKR")))
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(case(NO_FORCE, lifted, anew, back), BY_UKRAINE, third)
    assert state(outcome, "USA", "3") is SUSPENDED


def test_s6_what_was_triggered_before_it_ceased_does_not_arise_again() -> None:
    void = article("9", Cease(text=ref("5")), when=attack_on(by=names("UKR")))
    back = article("10", Reapply(text=ref("5")), when=attack_on(by=names("GBR")))
    third = attack("2026-03-06", "A3", by="GBR", on="UKR")
    outcome = run(case(HELP, void, back), RUSSIAN, BY_UKRAINE, third)
    assert state(outcome, "USA", incident="A1") is LAPSED
    assert state(outcome, "USA", incident="A3") is PENDING


def test_s7_an_agreement_ends_for_all_but_what_had_arisen_stays() -> None:
    over = article("9", End(text=PACT_ID), when=attack_on(by=names("UKR")))
    then = attack("2026-03-04 12:00", "A3", by="RUS", on="UKR")
    deed = attack("2026-03-04 10:00", "A2", by="UKR", on="RUS")
    the_case = case(HELP, NO_FORCE, over)
    outcome = run(the_case, RUSSIAN, deed, then, at="2026-03-04")
    assert state(outcome, "USA", incident="A1") is PENDING
    assert [state(outcome, "USA", incident=f"A{n}") for n in (2, 3)] == [NOT_ARISEN] * 2
    assert [state(outcome, who, "3") for who in ("UKR", "USA")] == [BREACHED, LAPSED]
    assert outcome.force[0].verdict is HOLDS
    after = run(the_case, RUSSIAN, deed, then, at="2026-03-05")
    assert after.force[0].verdict is FAILS
    assert bond(after, "USA").verdict is FAILS
    assert state(after, "USA", incident="A1") is PENDING
    assert "article 9" in after.force[0].why.told


def test_s7_an_end_that_is_undetermined_leaves_the_agreement_undetermined() -> None:
    over = article("9", End(text=PACT_ID), when=attack_on(by=names("UKR")), only_if=means("air"))
    outcome = run(case(HELP, over), RUSSIAN, BY_UKRAINE, at="2026-03-06")
    assert outcome.force[0].verdict is Verdict.UNDETERMINED
    assert state(outcome, "USA", incident="A1") is PENDING


def test_s8_while_it_is_undetermined_so_is_what_hangs_on_it() -> None:
    halt = article("9", suspend("5"), when=attack_on(by=names("UKR")), only_if=means("air"))
    told = finding("2026-03-20", "council", "A2", means="air")
    not_so = finding("2026-03-20", "council", "A2", means="ground")
    the_case = case(HELP, NO_FORCE, halt)
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-10")
    assert state(outcome, "USA", incident="A1") is UNDETERMINED
    assert [m.name for m in life(outcome, "USA", incident="A1").missing] == ["means"]
    overdue = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-15")
    assert state(overdue, "USA", incident="A1") is UNDETERMINED
    for found_so in (told, not_so):
        settled_so = run(the_case, RUSSIAN, BY_UKRAINE, found_so)
        assert state(settled_so, "USA", incident="A1") is BREACHED


def test_s8_the_term_of_what_may_have_been_suspended_is_in_doubt() -> None:
    halt = article(
        "9",
        suspend("5"),
        when=attack_on(by=names("UKR")),
        only_if=means("air"),
        until=has(one(names("UKR")), "cease_fire"),
    )
    stop = act("2026-03-08", "UKR", "cease_fire")
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(case(HELP, halt), RUSSIAN, BY_UKRAINE, stop, third, at="2026-03-12")
    assert state(outcome, "USA", incident="A1") is UNDETERMINED
    assert state(outcome, "USA", incident="A3") is PENDING


def test_s8_what_may_have_been_suspended_in_a_doubt_has_a_term_in_doubt() -> None:
    told = """
article 1
  when attack on UKR
  FRA, USA must report
  within 10 days of the attack

article 2
  only if truce holds
  article 1 is suspended

scenario "in doubt"
  2026-03-02 attack A1 by RUS on UKR
  2026-03-03 truce begins
  2026-03-05 truce is in doubt
"""
    borne_out(f"""{told}
  2026-03-08 truce ends
  2026-03-11 USA reports
  2026-03-16 FRA reports
  expect USA has met article 1
  expect it is undetermined whether FRA has met article 1, for want of truce
""")
    borne_out(f"""{told}
  2026-03-08 truce begins
  2026-03-09 truce ends
  2026-03-17 UKR consults
  expect it is undetermined whether FRA must report
""")


def test_s8_what_one_article_suspends_for_certain_is_suspended_whatever_another_does() -> None:
    perhaps = article("9", suspend("3"), when=attack_on(by=names("UKR")), only_if=means("air"))
    surely = article("10", suspend("3"), when=attack_on(by=names("UKR")))
    banned = article("3", must_not(attacking(), names("GBR")))
    the_case = case(HELP, banned, perhaps, surely)
    outcome = run(the_case, RUSSIAN, BY_UKRAINE, at="2026-03-10")
    assert state(outcome, "GBR", "3") is SUSPENDED


def test_s9_a_power_to_suspend_gives_effect_to_its_exercise() -> None:
    target = the_text("5")
    power = article(
        "9",
        Suspend(text=ref("5"), whom=ForWhom(among=Author())),
        when=OnAct(author=Pattern(among=PARTIES), act=ActId("suspend"), object=target),
        until=has(one(Author()), "resume", target),
    )
    use = act("2026-03-03", "USA", "suspend", target)
    back = act("2026-03-07", "USA", "resume", target)
    the_case = case(HELP, power)
    outcome = run(the_case, RUSSIAN, use)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [SUSPENDED, PENDING]
    assert life(run(the_case, RUSSIAN, use, back), "USA").due == day("2026-03-15")
    (none,) = run(case(HELP), RUSSIAN, use).suspensions
    assert none.verdict is FAILS
    assert "no article provides for it" in none.why.told
    stranger = act("2026-03-03", "DEU", "suspend", target)
    assert [s.verdict for s in run(the_case, RUSSIAN, stranger).suspensions] == [FAILS]


def test_s9_a_waiver_is_an_exception_for_those_and_of_what_it_names() -> None:
    power = article(
        "9",
        Disapply(article=ref("5")),
        only_if=has(one(VICTIM), "waive", the_text("5")),
    )
    second = on_ukraine("2026-03-02", "A2")
    waiver = act("2026-03-03", "UKR", "waive", the_text("5"), over="A1")
    for_usa = msgspec.structs.replace(waiver, over=None, whom=names("USA"))
    not_his = act("2026-03-03", "RUS", "waive", the_text("5"))
    the_case = case(HELP, power)
    outcome = run(the_case, RUSSIAN, second, waiver)
    assert [state(outcome, "USA", incident=f"A{n}") for n in (1, 2)] == [LAPSED, PENDING]
    third = on_ukraine("2026-03-09", "A3")
    outcome = run(the_case, RUSSIAN, second, for_usa, third)
    assert [state(outcome, "USA", incident=f"A{n}") for n in (1, 2, 3)] == [LAPSED, LAPSED, PENDING]
    assert state(outcome, "GBR", incident="A1") is PENDING
    assert state(run(the_case, RUSSIAN, not_his), "USA") is PENDING
    (none,) = run(case(HELP), RUSSIAN, waiver).suspensions
    assert none.verdict is FAILS
