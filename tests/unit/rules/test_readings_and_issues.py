"""The semantic rules on readings and issues."""

from __future__ import annotations

import msgspec
import pytest

from servanda.analyses.scenario import UnknownNameError, simulate, variations
from servanda.analyses.scenario.outcome import DutyChange, ForceChange, Outcome, State
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.agreement import (
    Bearers,
    Disapply,
    Duty,
)
from servanda.model.case import Case, Event, OwnReading
from servanda.model.definitions import Definition, DefinitionReading
from servanda.model.node import ActorId, ReadingId
from servanda.model.own_life import (
    EntryIntoForce,
    Term,
    Withdrawal,
)
from servanda.workbench.checking import checked_case
from tests.unit.pacts import (
    ARMED,
    GUARANTORS,
    PACT,
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
    has,
    issue,
    life,
    lives,
    means,
    must,
    must_not,
    names,
    of_act,
    one,
    perform,
    period,
    reading,
    ref,
    run,
    scenario,
    settled,
    state,
    within,
)
from tests.unit.rules.pieces import (
    AIR_ONLY,
    BINDING,
    BREACHED,
    EXCEPTED,
    LAPSED,
    NOT_ARISEN,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
    amended,
    told,
)

WITH_AIR = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("air"))
READ = article(
    "5", must(assist(), GUARANTORS), when=attack_on(), readings=(reading("only_air", WITH_AIR),)
)
CYBER = attack("2026-03-01", by="RUS", on="UKR", means="cyber")


def test_r1_the_text_as_it_stands_unless_a_reading_is_named() -> None:
    assert state(run(case(READ), CYBER), "USA") is PENDING
    assert state(run(case(READ), CYBER, readings=["only_air"]), "USA") is NOT_ARISEN
    wide = DefinitionReading(
        id=ReadingId("with_cyber"), condition=means("ground", "air", "naval", "cyber")
    )
    armed_attack = Definition(
        id=ARMED.id, kind=ARMED.kind, condition=ARMED.condition, readings=(wide,)
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(is_armed=True))
    the_case = case(clause, definitions=(armed_attack,))
    assert state(run(the_case, CYBER), "USA") is NOT_ARISEN
    assert state(run(the_case, CYBER, readings=["with_cyber"]), "USA") is PENDING


def test_r1_a_reading_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no reading council_first"):
        run(case(READ), CYBER, readings=["council_first"])


def test_r2_a_condition_over_an_open_issue_is_undetermined() -> None:
    order = issue("order", "first", "second")
    clause = article(
        "5", must(assist(), GUARANTORS), when=attack_on(), only_if=settled("order", "first")
    )
    the_case = case(clause, issues=(order,))
    assert state(run(the_case, RUSSIAN), "USA") is UNDETERMINED
    chosen = scenario(RUSSIAN, choices={"order": "second"})
    assert state(simulate(the_case, chosen), "USA") is NOT_ARISEN
    agreed = case(clause, issues=(issue("order", "first", "second", settled="first"),))
    assert state(run(agreed, RUSSIAN), "USA") is PENDING


def test_r3_readings_and_options_that_change_the_answer_are_named() -> None:
    order = issue("order", "first", "second", settled="first")
    void = article("7", Disapply(article=ref("5")), only_if=settled("order", "second"))
    same = reading("the_same", article("5", must(assist(), GUARANTORS), when=attack_on()))
    clause = article(
        "5",
        must(assist(), GUARANTORS),
        when=attack_on(),
        readings=(reading("only_air", WITH_AIR), same),
    )
    found_variations = variations(case(clause, void, issues=(order,)), scenario(CYBER))
    assert [v.name for v in found_variations] == ["reading only_air", "order is second"]
    (change,) = found_variations[0].changes
    assert isinstance(change, DutyChange)
    assert (change.article, change.trigger) == (ref("5"), "attack A1 by RUS on UKR")
    assert change.bearers == change.concerned == ("USA", "GBR", "FRA")
    assert (change.was.state, change.would_be.state) == (PENDING, NOT_ARISEN)


def test_r3_an_agreement_that_would_not_be_in_force_is_named_once_and_not_article_by_article() -> (
    None
):
    order = issue("order", "first", "second", settled="first")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    entry = article("8", EntryIntoForce(condition=settled("order", "first")))
    found = variations(case(clause, entry, issues=(order,)), scenario(CYBER))
    (change,) = next(v.changes for v in found if v.name == "order is second")
    assert change == ForceChange(
        agreement=PACT, was=Verdict.HOLDS, would_be=Verdict.FAILS, ends_all=True
    )


def read_by(
    the_case: Case, readers: dict[str, str], *events: Event, at: str | None = None
) -> Outcome:
    """What comes of these events where some read the text in ways of their own."""
    own = tuple(
        OwnReading(reading=ReadingId(name), actors=tuple(map(ActorId, who.split())))
        for name, who in readers.items()
    )
    tried = msgspec.structs.replace(scenario(*events), own_readings=own)
    return simulate(the_case, tried, at=day(at) if at else None)


def test_r4_a_reading_of_some_is_for_what_they_owe_themselves() -> None:
    outcome = read_by(case(READ), {"only_air": "USA FRA"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR", "FRA")] == [
        NOT_ARISEN,
        PENDING,
        NOT_ARISEN,
    ]
    assert life(outcome, "USA").own_readings == ("only_air",)
    assert life(outcome, "GBR").own_readings == ()
    assert "USA reads article 5 by only_air" in told(life(outcome, "USA").why)
    (own,) = outcome.own_readings
    assert (own.words, outcome.readings) == ("reading only_air for USA, FRA", ())


def test_r4_the_terms_and_the_exceptions_are_read_so_too() -> None:
    wide = DefinitionReading(
        id=ReadingId("with_cyber"), condition=means("ground", "air", "naval", "cyber")
    )
    armed_attack = Definition(
        id=ARMED.id, kind=ARMED.kind, condition=ARMED.condition, readings=(wide,)
    )
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(is_armed=True))
    outcome = read_by(case(clause, definitions=(armed_attack,)), {"with_cyber": "USA"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, NOT_ARISEN]
    assert "USA reads armed attack by with_cyber" in told(life(outcome, "USA").why)
    narrow = article("7", Disapply(article=ref("5")), only_if=means("air"))
    wider = reading("any_means", article("7", Disapply(article=ref("5")), only_if=means("cyber")))
    void = msgspec.structs.replace(narrow, readings=(wider,))
    duty = article("5", must(assist(), GUARANTORS), when=attack_on())
    outcome = read_by(case(duty, void), {"any_means": "GBR"}, CYBER)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, EXCEPTED]


def test_r4_a_reading_of_some_stands_before_one_that_is_taken_for_all() -> None:
    other = reading("only_naval", msgspec.structs.replace(WITH_AIR, only_if=(means("cyber"),)))
    clause = msgspec.structs.replace(READ, readings=(*READ.readings, other))
    own = (OwnReading(reading=ReadingId("only_naval"), actors=(ActorId("USA"),)),)
    tried = msgspec.structs.replace(
        scenario(CYBER), readings=(ReadingId("only_air"),), own_readings=own
    )
    outcome = simulate(case(clause), tried)
    assert [state(outcome, who) for who in ("USA", "GBR")] == [PENDING, NOT_ARISEN]


def test_r4_an_article_on_the_agreements_own_life_is_read_alike_by_all() -> None:
    longer = reading("longer", article("14", Term(period=period("20 years"))))
    term = msgspec.structs.replace(
        article("14", Term(period=period("10 years"))), readings=(longer,)
    )
    with pytest.raises(UnknownNameError, match="longer alone"):
        read_by(case(term), {"longer": "USA"}, CYBER)
    with pytest.raises(UnknownNameError, match="no actor XYZ"):
        read_by(case(READ), {"only_air": "XYZ"}, CYBER)


ELECTIONS = article(
    "1",
    must(perform("report"), names("UKR")),
    deadline=within("30 days", "entry_into_force"),
    readings=(
        reading(
            "border_first",
            article(
                "1",
                must(perform("report"), names("UKR")),
                only_if=has(one(names("RUS")), "consult"),
                deadline=within("30 days", "entry_into_force"),
            ),
        ),
    ),
)
ON_NO_ELECTIONS = article("2", must(perform("consult")), when=breach_of("1"))


def test_r5_a_breach_is_judged_by_the_reading_of_each_for_whom_something_hangs_on_it() -> None:
    the_case = case(ELECTIONS, ON_NO_ELECTIONS)
    outcome = read_by(the_case, {"border_first": "UKR"}, at="2026-03-01")
    assert state(outcome, "UKR", "1") is NOT_ARISEN
    assert state(outcome, "USA", "2") is PENDING
    assert lives(outcome, "UKR", "2")[0].state is NOT_ARISEN
    outcome = read_by(the_case, {"border_first": "USA"}, at="2026-03-01")
    assert state(outcome, "UKR", "1") is BREACHED
    assert state(outcome, "GBR", "2") is PENDING
    assert lives(outcome, "USA", "2")[0].state is NOT_ARISEN


def test_r5_a_joint_duty_is_read_so_only_where_all_who_bear_it_do() -> None:
    together = Bearers(among=GUARANTORS, jointly=True)
    joint = article("5", Duty(bearers=together, content=assist()), when=attack_on())
    strict = msgspec.structs.replace(joint, only_if=(means("air"),))
    clause = msgspec.structs.replace(joint, readings=(reading("only_air", strict),))
    assert state(read_by(case(clause), {"only_air": "USA"}, CYBER), "USA") is PENDING
    outcome = read_by(case(clause), {"only_air": "USA GBR FRA"}, CYBER)
    assert state(outcome, "USA") is NOT_ARISEN


def test_r6_what_would_change_without_a_reading_of_some_is_named() -> None:
    own = (OwnReading(reading=ReadingId("only_air"), actors=(ActorId("USA"),)),)
    tried = msgspec.structs.replace(scenario(CYBER), own_readings=own)
    for_all, without = variations(case(READ), tried)
    assert (for_all.name, without.name) == (
        "reading only_air",
        "without reading only_air for USA",
    )
    (change,) = for_all.changes
    assert isinstance(change, DutyChange)
    assert (change.bearers, change.would_be.state) == (("GBR", "FRA"), NOT_ARISEN)
    (change,) = without.changes
    assert isinstance(change, DutyChange)
    assert (change.bearers, change.would_be.state) == (("USA",), PENDING)
    outcome = simulate(case(READ), tried)
    assert (
        "if reading only_air were not taken by USA, it would be owed"
        in life(outcome, "USA").would_change
    )


CYBER_ONLY = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=means("cyber"))


def cyber_on(at: str, name: str) -> Event:
    return attack(at, name, by="RUS", on="UKR", means="cyber")


def test_r7_what_happens_is_judged_by_the_text_of_its_day() -> None:
    clause = amended(AIR_ONLY, ("2026-03-01", "2026-05-01", CYBER_ONLY))
    days = {"A1": "2026-02-28", "A2": "2026-03-01", "A3": "2026-04-30", "A4": "2026-05-01"}
    outcome = run(case(clause), *(cyber_on(at, name) for name, at in days.items()))
    stands = [state(outcome, "USA", incident=name) for name in days]
    assert stands == [NOT_ARISEN, PENDING, PENDING, NOT_ARISEN]
    assert [life(outcome, "USA", incident=name).amendment for name in days] == [
        None,
        "protocol_1",
        "protocol_1",
        None,
    ]
    why = told(life(outcome, "USA", incident="A2").why)
    assert "article 5 reads as amended by protocol_1 from 2026-03-01" in why
    why = told(life(outcome, "USA", incident="A4").why)
    assert "article 5 reads as it first stood again since 2026-05-01" in why


def test_r7_the_exceptions_of_that_day_count() -> None:
    void = article("7", Disapply(article=ref("5")), only_if=means("cyber"))
    exception = amended(void, ("2026-04-01", None, None))
    duty = article("5", must(assist(), GUARANTORS), when=attack_on())
    before, after = cyber_on("2026-03-31", "A1"), cyber_on("2026-04-01", "A2")
    outcome = run(case(duty, exception), before, after)
    assert state(outcome, "USA", incident="A1") is EXCEPTED
    assert state(outcome, "USA", incident="A2") is PENDING


def test_r7_a_duty_that_has_arisen_is_left_alone_by_a_later_amendment() -> None:
    clause = amended(CYBER_ONLY, ("2026-04-01", None, None))
    outcome = run(case(clause), cyber_on("2026-03-31", "A1"), at="2026-05-01")
    assert state(outcome, "USA", incident="A1") is PENDING


def test_r7_a_standing_rule_is_that_of_the_day() -> None:
    clause = amended(
        article("3", must_not(attacking(names("UKR")), names("RUS"))),
        ("2026-03-01", "2026-05-01", None),
        ("2026-06-01", None, article("3", must_not(attacking(names("USA")), names("RUS")))),
    )
    times = ("2026-02-01", "2026-04-01", "2026-05-01", "2026-06-01")
    found = {}
    for number, at in enumerate(times):
        deed = attack(at, f"A{number}", by="RUS", on="UKR")
        outcome = run(case(clause), deed, at="2026-07-01")
        found[at] = {x.state for x in lives(outcome, "RUS", "3")}
    assert found == {
        "2026-02-01": {BREACHED, LAPSED, BINDING},
        "2026-04-01": {LAPSED, BINDING},
        "2026-05-01": {LAPSED, BREACHED, BINDING},
        "2026-06-01": {LAPSED, BINDING},
    }
    first = lives(run(case(clause), at="2026-04-01"), "RUS", "3")[0]
    assert first.ended == day("2026-03-01")
    assert first.why.told.startswith("RUS is released")
    assert "article 3 is repealed by protocol_1 from 2026-03-01" in told(first.why)


def test_r7_a_term_is_prolonged_and_shortened_by_amendment() -> None:
    clause = article("5", must(assist(), GUARANTORS), when=attack_on())
    ten, twenty, one = (
        article("14", Term(period=period(text))) for text in ("10 years", "20 years", "1 year")
    )
    ends = {
        "prolonged in time": amended(ten, ("2030-01-01", None, twenty)),
        "on the last day": amended(ten, ("2036-01-01", None, twenty)),
        "too late": amended(ten, ("2036-01-02", None, twenty)),
        "shortened": amended(ten, ("2030-01-01", None, one)),
        "repealed": amended(ten, ("2030-01-01", None, None)),
    }
    until = {
        name: next(f.until for f in run(case(clause, term), at="2040-01-01").force)
        for name, term in ends.items()
    }
    assert until == {
        "prolonged in time": day("2046-01-01"),
        "on the last day": day("2046-01-01"),
        "too late": day("2036-01-01"),
        "shortened": day("2030-01-01"),
        "repealed": None,
    }


def test_r7_a_notice_is_judged_by_the_text_of_its_day() -> None:
    slow, fast = (article("13", Withdrawal(notice=period(text))) for text in ("1 year", "1 month"))
    clause = amended(slow, ("2026-06-01", None, fast))
    for at, until in (("2026-05-31", "2027-05-31"), ("2026-06-01", "2026-07-01")):
        outcome = run(case(clause), act(at, "USA", "withdraw"), at="2026-06-02")
        assert bond(outcome, "USA").until == day(until)


def test_r8_a_reading_reads_every_text_of_its_article() -> None:
    on_request = has(one(VICTIM), "request", of_act("assist"))
    texts = [
        msgspec.structs.replace(
            text,
            readings=(
                reading(
                    "asked", msgspec.structs.replace(text, only_if=(*text.only_if, on_request))
                ),
            ),
        )
        for text in (AIR_ONLY, CYBER_ONLY)
    ]
    clause = amended(texts[0], ("2026-03-01", None, texts[1]))
    deed = cyber_on("2026-03-02", "A1")
    assert state(run(case(clause), deed), "USA") is PENDING
    assert state(run(case(clause), deed, readings=["asked"]), "USA") is NOT_ARISEN


def test_r8_what_would_be_otherwise_without_an_amendment_is_named() -> None:
    clause = amended(AIR_ONLY, ("2026-03-01", None, CYBER_ONLY), ("2026-09-01", None, AIR_ONLY))
    the_case = case(clause)
    (without,) = variations(the_case, scenario(cyber_on("2026-03-02", "A1")))
    assert without.name == "without amendment protocol_1"
    (change,) = without.changes
    assert isinstance(change, DutyChange)
    assert (change.was.state, change.would_be.state) == (PENDING, NOT_ARISEN)
    outcome = run(the_case, cyber_on("2026-03-02", "A1"))
    assert (
        "if amendment protocol_1 had not been made, nothing would be owed"
        in life(outcome, "USA").would_change
    )


REQUESTS = """```servanda
case "Requests"
state AAA "Aaa"
state BBB "Bbb"

issue term "Term"
  option short "There is a term"
  option none "There is none"

agreement PACT "Pact"
  between AAA, BBB
  bound by signature

article 1
  when AAA requests consultation
  only if term is short
  BBB must consult
  within 2 days of the request

scenario "Two requests"
  2026-01-01 AAA, BBB sign
  2026-02-01 AAA requests consultation
  2026-02-10 AAA requests consultation
  2026-02-11 BBB consults
```
"""


def test_r3_duties_from_events_that_are_told_alike_are_told_apart_by_their_moments() -> None:
    told = checked_case([Source("requests.md", REQUESTS)]).case
    assert told is not None
    (found,) = [v for v in variations(told, told.scenarios[0]) if v.name == "term is short"]
    changes = [change for change in found.changes if isinstance(change, DutyChange)]
    assert [(change.trigger, change.would_be.state) for change in changes] == [
        ("AAA requests consultation (2026-02-01)", State.BREACHED),
        ("AAA requests consultation (2026-02-10)", State.MET),
    ]
