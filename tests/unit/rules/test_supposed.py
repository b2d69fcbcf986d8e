"""The semantic rule on agreements that a scenario supposes to be in force."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import UnknownNameError, judge, simulate
from servanda.analyses.scenario.outcome import Outcome
from servanda.core.verdict import Verdict
from servanda.language.document import Source
from servanda.model.case import Case, Scenario, Supposed
from servanda.model.node import AgreementId
from servanda.workbench.checking import checked_case
from tests.unit.pacts import bond, case, day, life, pact
from tests.unit.rules.pieces import BINDING, BREACHED, NOT_ARISEN, PENDING, told

DRAFT = """```servanda
state UKR "Ukraine"
state USA "United States"
state FRA "France"
state RUS "Russia"
incident attack
  by attacker: actor
  on victim: state
issue start
  option early
  option late

agreement GUARANTEE "Guarantee"
  between UKR, USA, FRA
  bound by ratification

article 1
  when attack on UKR
  each other party must consult
  within 24 hours of the attack

{articles}

scenario "Supposed"
{lines}
{further}```
"""


def of(*lines: str, articles: str = "", further: str = "") -> Case:
    """A guarantee that nobody has ratified, and a scenario."""
    written = "\n".join(f"  {line}" for line in lines)
    text = DRAFT.format(lines=written, articles=articles, further=further)
    found = checked_case([Source("guarantee.md", text)])
    assert found.case is not None, [(d.code, d.headline) for d in found.diagnostics]
    return found.case


def borne_out(*lines: str, articles: str = "", further: str = "") -> Outcome:
    """What the last scenario leads to, once every expectation has been found to be met."""
    found = of(*lines, articles=articles, further=further)
    judged = [j for scenario in found.scenarios for j in judge(found, scenario)]
    assert judged
    assert [f"{j.text}: {j.found}" for j in judged if not j.met] == []
    return simulate(found, found.scenarios[-1])


FROM_JANUARY = "with GUARANTEE in force from 2026-01-01"
ATTACK = "2026-03-01 attack A1 by RUS on UKR"
WITHDRAWAL = """article 9
  a party may withdraw with effect 1 month after notice"""


def test_a16_it_is_in_force_between_all_that_it_is_between_from_that_day() -> None:
    outcome = borne_out(
        FROM_JANUARY,
        ATTACK,
        "expect on 2025-12-31 GUARANTEE is not in force",
        "expect on 2026-01-01 GUARANTEE is in force",
        "expect UKR, USA, FRA are parties",
        "expect RUS is not a party",
        "expect USA must consult by 2026-03-02 under article 1",
    )
    assert outcome.force[0].since == day("2026-01-01")
    assert "GUARANTEE is supposed to be in force from 2026-01-01" in told(outcome.force[0].why)


def test_a16_whatever_its_articles_on_entry_into_force_ask() -> None:
    asks = "article 8\n  enters into force 60 days after each signatory has ratified"
    borne_out(FROM_JANUARY, ATTACK, "expect GUARANTEE is in force", articles=asks)
    hangs = "article 8\n  enters into force when start is early"
    borne_out(FROM_JANUARY, ATTACK, "expect GUARANTEE is in force", articles=hangs)


def test_a16_it_is_no_act_and_a_duty_that_waits_for_one_is_judged_as_ever() -> None:
    waits = "article 2\n  only if each party has ratified\n  USA must report"
    outcome = borne_out(
        FROM_JANUARY, ATTACK, "expect no duty of USA under article 2", articles=waits
    )
    assert life(outcome, "USA", "2").state is NOT_ARISEN


def test_a16_what_is_counted_from_entry_into_force_is_counted_from_that_day() -> None:
    terms = """article 2
  from 1 month after entry into force
  USA must not attack UKR

article 3
  USA must report
  within 10 days of entry into force

article 14
  remains in force for 3 months"""
    outcome = borne_out(
        FROM_JANUARY,
        ATTACK,
        "expect on 2026-03-31 GUARANTEE is in force",
        "expect USA is in breach of article 3",
        "expect USA must not attack under article 2",
        articles=terms,
    )
    assert life(outcome, "USA", "3").due == day("2026-01-11")
    assert life(outcome, "USA", "2").arisen == day("2026-02-01")
    assert outcome.force[0].until == day("2026-04-01")


def test_a16_nothing_binds_before_that_day() -> None:
    outcome = borne_out(
        "with GUARANTEE in force from 2026-04-01",
        ATTACK,
        "expect no duty of USA under article 1",
    )
    assert outcome.at == day("2026-04-01")
    why = told(life(outcome, "USA", "1").why)
    assert "GUARANTEE is supposed to be in force only from 2026-04-01" in why


def test_a16_its_own_life_goes_on_from_then() -> None:
    joins = f"{WITHDRAWAL}\n\narticle 10\n  RUS may accede"
    outcome = borne_out(
        FROM_JANUARY,
        "2026-01-02 FRA notifies withdrawal",
        "2026-01-02 RUS accedes",
        ATTACK,
        "expect FRA is not a party",
        "expect RUS is a party",
        "expect USA must consult under article 1",
        "expect no duty of FRA under article 1",
        articles=joins,
    )
    assert bond(outcome, "FRA", "GUARANTEE").until == day("2026-02-02")


def test_a16_one_that_is_in_force_stays_so_and_the_others_join() -> None:
    some = f"article 8\n  enters into force when USA, FRA have ratified\n\n{WITHDRAWAL}"
    outcome = borne_out(
        "2025-06-01 USA, FRA ratify",
        FROM_JANUARY,
        ATTACK,
        "expect on 2025-12-31 UKR is not a party",
        "expect UKR is a party",
        articles=some,
    )
    assert outcome.force[0].since == day("2025-06-01")
    assert bond(outcome, "USA", "GUARANTEE").since == day("2025-06-01")
    assert bond(outcome, "UKR", "GUARANTEE").since == day("2026-01-01")
    why = told(bond(outcome, "UKR", "GUARANTEE").why)
    assert "GUARANTEE is supposed to be in force from 2026-01-01" in why
    assert "ratification by USA (2025-06-01)" in told(bond(outcome, "USA", "GUARANTEE").why)


def test_a16_who_has_left_before_is_bound_anew() -> None:
    borne_out(
        "2025-01-01 UKR, USA, FRA ratify",
        "2025-02-01 FRA notifies withdrawal",
        FROM_JANUARY,
        ATTACK,
        "expect on 2025-12-31 FRA is not a party",
        "expect FRA is a party",
        articles=WITHDRAWAL,
    )


def test_a16_one_that_has_ended_before_enters_into_force_anew() -> None:
    outcome = borne_out(
        "2024-01-01 UKR, USA, FRA ratify",
        "2024-06-01 attack A0 by RUS on UKR",
        FROM_JANUARY,
        ATTACK,
        "expect on 2024-12-31 GUARANTEE is in force",
        "expect on 2025-12-31 GUARANTEE is not in force",
        "expect GUARANTEE is in force",
        "expect USA is in breach of article 1 over A0",
        articles="article 14\n  remains in force for 1 year",
    )
    assert outcome.force[0].since == day("2026-01-01")
    assert outcome.force[0].until == day("2027-01-01")


def test_a16_what_ends_it_by_a_day_that_has_passed_ends_it_still() -> None:
    outcome = borne_out(
        FROM_JANUARY,
        ATTACK,
        "expect GUARANTEE is not in force",
        articles="article 14\n  remains in force until 2025-06-01",
    )
    assert "GUARANTEE ended with its term on 2025-06-01" in told(outcome.force[0].why)


def test_a16_an_agreement_that_waits_for_it_enters_into_force_on_that_day() -> None:
    other = """agreement PROTOCOL "Protocol"
  between UKR, USA
article 1
  enters into force when GUARANTEE is in force and each signatory has signed
"""
    found = of(
        "2025-01-01 UKR, USA sign PROTOCOL",
        FROM_JANUARY,
        ATTACK,
        articles=other,
    )
    outcome = simulate(found, found.scenarios[0])
    assert outcome.force[1].since == day("2026-01-01")


def test_a16_a_scenario_that_continues_supposes_it_too_or_says_it_anew() -> None:
    further = """
scenario "Goes on"
  continues "Supposed"
  2026-04-01 RUS reports
  expect on 2026-01-01 GUARANTEE is in force

scenario "Another day"
  continues "Supposed"
  with GUARANTEE in force from 2026-02-01
  expect on 2026-01-31 GUARANTEE is not in force
  expect on 2026-02-01 GUARANTEE is in force
"""
    outcome = borne_out(FROM_JANUARY, ATTACK, further=further)
    assert [line.date.isoformat() for line in outcome.supposed] == ["2026-02-01"]


def test_a16_a_scenario_without_events_looks_at_that_day() -> None:
    outcome = borne_out(
        FROM_JANUARY,
        "expect USA must not attack",
        articles="article 2\n  USA must not attack UKR",
    )
    assert outcome.at == day("2026-01-01")
    assert life(outcome, "USA", "2").state is BINDING


def test_a16_the_consent_of_who_is_bound_by_it_changes_nothing() -> None:
    outcome = borne_out(FROM_JANUARY, ATTACK, "expect USA must consult under article 1")
    duty = life(outcome, "USA", "1")
    assert duty.state is PENDING
    assert not [one for one in duty.would_change if "ratified" in str(one)]


def test_a16_the_consent_that_would_have_bound_before_that_day_may_change_it() -> None:
    entry = "article 8\n  enters into force when USA has ratified"
    found = of("with GUARANTEE in force from 2026-04-01", ATTACK, articles=entry)
    changes = life(simulate(found, found.scenarios[0]), "USA", "1").would_change
    assert "USA had ratified GUARANTEE by 2026-03-01" in str(changes)


def test_a16_an_agreement_that_does_not_exist_cannot_be_supposed() -> None:
    line = Supposed(agreement=AgreementId("OTHER"), date=day("2026-01-01").date)
    with pytest.raises(UnknownNameError, match="there is no agreement OTHER"):
        simulate(case(agreements=(pact(),)), Scenario(title="test", supposed=(line,)))


def test_a16_before_that_day_it_does_not_count() -> None:
    found = of(FROM_JANUARY, ATTACK)
    outcome = simulate(found, found.scenarios[0], at=day("2025-12-01"))
    assert outcome.force[0].verdict is Verdict.FAILS
    breached = simulate(found, found.scenarios[0], at=day("2026-03-03"))
    assert life(breached, "USA", "1").state is BREACHED


def test_a16_where_entry_before_is_open_it_is_certain_from_that_day() -> None:
    hangs = """article 8
  enters into force when start is early

article 9
  from 2 months after entry into force
  USA must not attack UKR"""
    outcome = borne_out(
        "2026-01-01 UKR, USA, FRA ratify",
        "with GUARANTEE in force from 2026-02-01",
        "2026-03-15 RUS consults",
        "expect on 2026-01-31 it is undetermined whether GUARANTEE is in force",
        "expect on 2026-02-01 GUARANTEE is in force",
        "expect it is undetermined whether USA must not attack under article 9",
        articles=hangs,
    )
    assert outcome.force[0].verdict is Verdict.HOLDS


def test_a16_where_it_is_open_whether_it_has_ended_that_is_open_again_from_the_next_day() -> None:
    borne_out(
        "2025-01-01 UKR, USA, FRA ratify",
        "with GUARANTEE in force from 2026-01-01",
        "2026-03-15 RUS consults",
        "expect on 2025-12-31 it is undetermined whether GUARANTEE is in force",
        "expect on 2026-01-01 GUARANTEE is in force",
        "expect on 2026-01-02 it is undetermined whether GUARANTEE is in force",
        articles="article 14\n  remains in force until start is early",
    )
