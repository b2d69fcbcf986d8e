"""Courses of events in which an earlier state of the engine went wrong, told as text."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import judge, simulate
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case

OPENING = """```servanda
state A "Aster"
state B "Briar"
state C "Cedar"

region coast "Coast"

incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: ground, air

"""


def case_of(text: str) -> Case:
    found = read_case([Source("pact.md", f"{OPENING}{text}```\n")])
    assert found.case is not None, found.diagnostics
    return found.case


def assert_borne_out(text: str) -> None:
    case = case_of(text)
    judged = [j for scenario in case.scenarios for j in judge(case, scenario)]
    assert judged
    assert [f"{j.text}: {j.found}" for j in judged if not j.met] == []


def test_a1_entry_into_force_on_a_day_on_which_nothing_else_happens() -> None:
    assert_borne_out("""
agreement OLD "Old pact"
  between A, B
  bound by ratification

article 1
  remains in force for 2 months

agreement NEW "New pact"
  between A, B
  bound by ratification

article 1
  only if not (OLD is in force)
  enters into force when each signatory has ratified

scenario "one after the other"
  2026-01-01 A, B ratify OLD
  2026-01-01 A, B ratify NEW
  expect on 2026-02-28 NEW is not in force
  expect on 2026-03-01 NEW is in force
""")


SECOND_ATTACK = """
agreement PACT "Pact"
  between A, B, C
  bound by ratification

article 3
  each party must not attack a party

article 5
  when a party breaches article 3
  each other party must report
  within 2 days of the breach

scenario "two attacks"
  2026-01-01 A, B, C ratify
  2026-02-01 attack X {first} on B
  2026-02-05 attack Y by A on C
  expect A is in breach of article 3
  expect B must report by 2026-02-07 over Y
"""


@pytest.mark.parametrize("first", ["by A", "by C", ""])
def test_b1_each_attack_is_a_breach_of_its_own(first: str) -> None:
    assert_borne_out(SECOND_ATTACK.format(first=first))


def test_d11_a_prohibition_ends_with_the_bond_though_it_was_breached() -> None:
    term = "article 7\n  remains in force for 33 days\n\narticle 3 "
    text = SECOND_ATTACK.format(first="by A").replace(
        "article 3\n  each party", f"{term}\n  each party"
    )
    assert_borne_out(text.replace("expect B must report by 2026-02-07", "expect no duty of B"))


LEAVING = """
agreement PACT "Pact"
  between A, B, C
  bound by ratification

article 1
  when attack on a party
  each other party must assist the victim with support

article 2
  a party may withdraw with effect 1 year after notice

scenario "leaving"
  2026-01-01 A, B, C ratify
  2026-06-01 A notifies withdrawal
  2027-07-01 A ratifies
  2027-08-01 attack on B, place is coast
  expect on 2027-05-31 A is a party
  expect on 2027-06-01 A is not a party
  expect on 2027-08-01 A is not a party
  expect no duty of A
"""


def test_a1_who_has_left_does_not_come_back_by_ratifying_again() -> None:
    assert_borne_out(LEAVING)


def test_a4_the_reason_for_not_being_a_party_is_the_withdrawal() -> None:
    case = case_of(LEAVING)
    outcome = simulate(case, case.scenarios[0])
    why = next(bond.why for bond in outcome.bonds if bond.actor == "A")
    assert why.because[0].told == "A withdrew with effect from 2027-06-01, article 2"
    assert why.because[0].origin.line > 0


@pytest.mark.parametrize("where", [" in council", ""])
def test_v1_a_vote_that_names_no_organ_counts_where_the_voter_sits(where: str) -> None:
    assert_borne_out(f"""
agreement PACT "Pact"
  between A, B, C
  bound by ratification

organ council "Council"
  members the parties of PACT
  decides by consensus

article 1
  when attack on a party
  only if council has decided
  each other party must assist the victim with support

scenario "a decision"
  2026-01-01 A, B, C ratify
  2026-02-01 attack X on B
  2026-02-02 A, B, C vote yes on X{where}
  expect on 2026-02-01 no duty of A
  expect on 2026-02-02 A must assist B with support
""")


def test_c5_a_place_known_only_roughly_is_what_is_missing() -> None:
    case = case_of("""
region land "Land"
  contains coast, hills
region hills "Hills"

agreement PACT "Pact"
  between A, B
  bound by signature

article 1
  when attack on B
  only if place is in coast
  A must assist the victim with support

scenario "somewhere"
  2026-01-01 A, B sign
  2026-02-01 attack X on B, place is land
""")
    outcome = simulate(case, case.scenarios[0])
    (duty,) = (d for d in outcome.duties if d.modality == "must")
    assert [m.statement for m in duty.missing] == ["the place of X is known only roughly"]


FINDINGS = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

article 1
  each party must not attack a party

scenario "findings"
  2026-01-01 A, B, C sign
  2026-02-01 attack X on B
"""


def test_f3_a_corrected_finding_moves_the_breach_to_the_other_attacker() -> None:
    assert_borne_out(f"""{FINDINGS}  2026-02-02 B finds that attacker of X is A
  2026-02-03 B finds that attacker of X is C
  expect on 2026-02-02 A is in breach of article 1
  expect on 2026-02-03 A must not attack B
  expect on 2026-02-03 C is in breach of article 1
""")


@pytest.mark.parametrize(("first", "second"), [("A", "C"), ("C", "A")])
def test_f3_findings_that_differ_leave_the_breach_open_in_either_order(
    first: str, second: str
) -> None:
    assert_borne_out(f"""{FINDINGS}  2026-02-02 B finds that attacker of X is {first}
  2026-02-03 C finds that attacker of X is {second}
  expect it is undetermined whether A is in breach of article 1, for want of attacker
  expect it is undetermined whether C is in breach of article 1, for want of attacker
""")


def test_f3_a_deed_in_doubt_is_a_breach_once_that_is_found() -> None:
    text = FINDINGS.replace(
        "must not attack a party", "must not attack a party\n  only if place is in coast"
    )
    assert_borne_out(f"""{text.replace("attack X on B", "attack X by A on B")}  2026-02-02 B finds that means of X is air
  2026-02-03 B finds that place of X is coast
  expect on 2026-02-02 it is undetermined whether A is in breach of article 1, for want of place
  expect on 2026-02-03 A is in breach of article 1
""")
