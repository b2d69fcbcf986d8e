"""Courses of events in which an earlier state of the engine went wrong, told as text."""

from __future__ import annotations

import pytest

from servanda.analyses.scenario import judge, simulate
from servanda.language.document import Source
from servanda.model.case import Case
from servanda.model.node import ActorId
from servanda.workbench.checking import checked_case

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
    found = checked_case([Source("pact.md", f"{OPENING}{text}```\n")])
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


TOGETHER = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

article 1
  when attack on a party
  {asked}
  each other party must assist the victim with support

{exceptions}

scenario "little is known"
  2026-01-01 A, B, C sign
  2026-02-01 attack X by A on B
"""


@pytest.mark.parametrize(
    ("asked", "exceptions"),
    [
        ("only if place is in coast\n  unless place is in coast", ""),
        ("only if means is air\n  only if means is ground", ""),
        (
            "only if place is in coast",
            "article 2\n  only if place is in coast\n  article 1 does not apply",
        ),
    ],
)
def test_c2_what_excludes_itself_is_not_owed_however_the_unknown_turns_out(
    asked: str, exceptions: str
) -> None:
    text = TOGETHER.format(asked=asked, exceptions=exceptions)
    assert_borne_out(f"{text}  expect no duty of C under article 1\n")


def test_c2_exceptions_that_leave_no_way_out_except() -> None:
    exceptions = """article 2
  only if means is air
  article 1 does not apply

article 3
  only if means is not air
  article 1 does not apply"""
    text = TOGETHER.format(asked="only if place is in coast", exceptions=exceptions)
    assert_borne_out(f"{text}  expect C is excepted from article 1\n")


def test_c2_an_exception_that_excludes_itself_excepts_from_nothing() -> None:
    exceptions = """article 2
  only if means is air
  article 1 does not apply

article 3
  only if means is air
  article 2 does not apply"""
    text = TOGETHER.format(asked="only if attacker is A", exceptions=exceptions)
    assert_borne_out(f"{text}  expect C must assist B with support under article 1\n")


def test_c2_the_reason_names_what_excludes_one_another() -> None:
    case = case_of(
        TOGETHER.format(asked="only if means is air\n  only if means is ground", exceptions="")
    )
    outcome = simulate(case, case.scenarios[0])
    (duty,) = (d for d in outcome.absent if d.bearers == ("C",))
    assert duty.why.because[0].told == (
        "whatever means may be, what article 1 asks cannot all be so"
    )


CORRECTED = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

article 1
  when attack on a party
  only if place is in coast
  each other party must assist the victim with support
  within {period}

scenario "found, corrected, corrected back"
  2026-01-01 A, B, C sign
  2026-02-01 attack X by A on B
  2026-02-02 B finds that place of X is coast
  2026-02-03 B finds that place of X is hills
  2026-02-10 B finds that place of X is coast
  expect on 2026-02-02 C must assist B with support
  expect on 2026-02-03 C is released from article 1
"""


@pytest.mark.parametrize(
    ("period", "due"),
    [("30 days of the attack", "2026-03-03"), ("3 days of the attack", "2026-02-13")],
)
def test_d3_a_finding_that_is_corrected_back_makes_the_duty_arise_again(
    period: str, due: str
) -> None:
    text = CORRECTED.format(period=period)
    assert_borne_out(f"""region hills "Hills"
{text}  expect on 2026-02-10 C must assist B with support by {due}
""")


def test_d11_a_deed_is_judged_by_what_had_happened_by_then() -> None:
    """Who is attacked later was not attacked first."""
    text = FINDINGS.replace(
        "  each party must not attack a party",
        "  unless the victim has breached article 2\n  each party must not attack a party\n\n"
        "article 2\n  each party must not report",
    ).replace("attack X on B", "attack X by A on B")
    assert_borne_out(f"""{text}  2026-02-02 B reports
  2026-02-03 C finds that means of X is air
  expect B is in breach of article 2
  expect A is in breach of article 1
""")


ENDED = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

article 1
  each party must not attack a state

article 2
  a party may withdraw with effect 1 month after notice

article 3
  a state may accede

scenario "after the end"
  2026-01-01 A, B, C sign
  2026-01-15 A notifies withdrawal
  2026-02-01 attack X {by}on B
"""


def test_d11_what_is_found_after_the_end_of_a_prohibition_shows_a_breach_during_it() -> None:
    assert_borne_out(f"""{ENDED.format(by="")}  2026-02-02 C finds that attacker of X is C
  2026-03-01 C finds that attacker of X is A
  expect on 2026-02-20 A is released from article 1
  expect on 2026-03-01 A is in breach of article 1
""")


def test_d1_who_comes_back_after_a_breach_is_bound_anew() -> None:
    case = case_of(f"""{ENDED.format(by="by A ")}  2026-04-01 A accedes
  2026-04-02 attack Y by A on C
""")
    outcome = simulate(case, case.scenarios[0])
    broken = [d for d in outcome.duties if d.bearers == ("A",) and d.modality == "must not"]
    assert [str(d.ended) for d in broken] == ["2026-02-01", "2026-04-02"]


def test_d5_assistance_is_ranked_on_the_ladder_that_the_case_declares() -> None:
    text = TOGETHER.format(asked="only if attacker is A", exceptions="").replace(
        "with support", "with sanctions"
    )
    assert_borne_out(f"""ladder measures: consult < sanctions < support < armed_force
{text}  2026-02-02 C assists B with consult
  expect C still owes article 1
""")


COUNCIL = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

organ council "Council"
  members the parties of PACT
  decides by unanimity, leaving out the attacker

article 1
  when attack on a party
  only if council has decided
  each other party must assist the victim with support

article 2
  a party may withdraw with effect 1 day after notice

state D "Dogwood"
state E "Elder"

scenario "a vote"
  2026-01-01 A, B, C sign
  2026-02-01 attack X by D on C
  2026-02-02 A, C vote yes on X
"""


def test_v1_a_vote_by_one_that_is_no_member_is_no_vote() -> None:
    assert_borne_out(f"""{COUNCIL}  2026-02-02 B notifies withdrawal
  2026-02-05 E votes no on X
  expect no duty of A
""")


def test_v2_who_may_sit_on_a_body_is_tried_both_ways() -> None:
    other = """issue entry "Entry into force"
  option now "At once"
  option later "Later"

agreement OTHER "Other pact"
  between A, B
  bound by signature

article 1
  enters into force when entry is now
"""
    text = COUNCIL.replace("the parties of PACT", "the parties of OTHER")
    text = text.replace("A, B, C sign", "A, B, C sign PACT").replace("A, C vote", "A, B vote")
    text = text.replace("a party may", "a party of PACT may")
    assert_borne_out(f"""{other}{text}  2026-01-01 A, B sign OTHER
  expect it is undetermined whether A must assist C
""")


SIGNED = """
agreement PACT "Pact"
  between A, B, C
  bound by signature

article 9
  a party may withdraw with effect 1 day after notice

article 10
  a state may accede

state D "Dogwood"

issue entry "Entry into force"
  option now "At once"
  option never "Never"

organ council "Council"
  members A, B, C
  decides by a majority

{articles}

scenario "s"
  2026-01-01 A, B, C sign
"""


def test_d3_a_duty_lapses_with_the_breach_that_raised_it() -> None:
    articles = """article 1
  A must not attack C

article 2
  when A breaches article 1
  B must report
  within 5 days of the breach"""
    assert_borne_out(f"""{SIGNED.format(articles=articles)}  2026-02-01 attack X on C
  2026-02-02 council finds that attacker of X is A
  2026-02-03 council finds that attacker of X is D
  expect on 2026-02-02 B must report by 2026-02-06
  expect on 2026-02-03 B is released from article 2
  expect on 2026-02-10 B is released from article 2
""")


def test_d11_a_later_decision_does_not_undo_a_breach_though_something_is_found() -> None:
    articles = """article 1
  A must not attack C
  unless council has decided"""
    assert_borne_out(f"""{SIGNED.format(articles=articles)}  2026-02-01 attack X by A on C
  2026-02-02 council decides on X
  2026-02-03 attack Y by D on B
  2026-02-07 council finds that place of Y is coast
  expect A is in breach of article 1
""")


JOINT = """article 1
  the parties jointly must report
  within 30 days of entry into force"""


def test_d10_who_leaves_before_a_joint_standing_duty_is_due_is_not_in_breach_of_it() -> None:
    case = case_of(f"""{SIGNED.format(articles=JOINT)}  2026-01-05 A notifies withdrawal
  2026-03-10 B reports
""")
    outcome = simulate(case, case.scenarios[0])
    assert [d.bearers for d in outcome.duties if d.state.value == "breached"] == [("B", "C")]


def test_d10_who_accedes_bears_a_joint_standing_duty_with_the_others() -> None:
    assert_borne_out(f"""{SIGNED.format(articles=JOINT)}  2026-01-05 D accedes
  2026-01-10 D reports
  expect B has met article 1
  expect D has met article 1
""")


@pytest.mark.parametrize(
    "kept_out",
    [
        "  unless the bearer is A",
        """
article 2
  when attack on a party
  only if the bearer is the attacker
  article 1 does not apply""",
    ],
)
def test_d10_what_keeps_one_out_of_a_joint_duty_leaves_it_to_the_others(kept_out: str) -> None:
    articles = f"""article 1
  when attack on a party
  the parties jointly must report
  within 3 days of the attack
{kept_out}"""
    case = case_of(f"{SIGNED.format(articles=articles)}  2026-02-01 attack X by A on C\n")
    outcome = simulate(case, case.scenarios[0])
    assert [d.bearers for d in outcome.duties if d.modality == "must"] == [("B", "C")]


def test_a4_who_may_be_a_party_is_none_once_its_notice_has_taken_effect() -> None:
    articles = """article 1
  enters into force when each signatory has signed and entry is now

article 2
  when attack on C
  each other party must assist the victim with support"""
    assert_borne_out(f"""{SIGNED.format(articles=articles)}  2026-02-02 A notifies withdrawal
  2026-02-10 attack X by D on C
  expect A is not a party
  expect no duty of A over X
  expect it is undetermined whether B must assist C, for want of entry
""")


def test_a9_an_agreement_ends_when_one_party_is_left() -> None:
    articles = """article 1
  when attack on C
  each other party must assist the victim with support"""
    assert_borne_out(f"""{SIGNED.format(articles=articles)}  2026-01-05 B, C notify withdrawal
  2026-02-01 attack X by D on C
  2026-02-02 D accedes
  expect on 2026-01-05 PACT is in force
  expect on 2026-01-06 PACT is not in force
  expect A is not a party
  expect D is not a party
  expect no duty of A
""")


def test_x1_who_has_left_can_still_rely_on_an_exception() -> None:
    articles = """article 1
  when attack on C
  each other party must assist the victim with support

article 2
  only if council has decided
  article 1 does not apply"""
    assert_borne_out(f"""{SIGNED.format(articles=articles)}  2026-02-01 attack X by D on C
  2026-02-02 A notifies withdrawal
  2026-02-10 council decides on X
  expect on 2026-02-09 A must assist C with support
  expect A is released from article 1
  expect B is released from article 1
""")


@pytest.mark.parametrize("where", ["", ", place is land"])
def test_c5_what_is_so_wherever_it_was_is_certain(where: str) -> None:
    assert_borne_out(f"""
region land "Land"
  contains coast, hills
region hills "Hills"

agreement PACT "Pact"
  between A, B
  bound by signature

article 1
  when attack on B
  only if place is in coast or place is not in coast
  A must assist the victim with support

scenario "somewhere"
  2026-01-01 A, B sign
  2026-02-01 attack X on B{where}
  expect A must assist B with support
""")


def test_what_would_change_it_names_whom_the_article_names() -> None:
    articles = """article 1
  when attack on C
  only if A has requested consultation
  each other party must assist the victim with support"""
    case = case_of(f"{SIGNED.format(articles=articles)}  2026-02-01 attack X by D on C\n")
    outcome = simulate(case, case.scenarios[0])
    told = {d.bearers: d.would_change for d in outcome.absent}
    for bearer in ("A", "B"):
        assert any("if A had requested consultation" in change for change in told[ActorId(bearer),])
        assert not any("if B had requested" in change for change in told[ActorId(bearer),])


def test_what_hangs_on_more_issues_than_are_tried_hangs_on_each() -> None:
    issues = [f"i{number}" for number in range(8)]
    declared = "\n".join(f"issue {name}\n  option first\n  option second" for name in issues)
    asked = "\n".join(
        f"  expect it is undetermined whether PACT is in force, for want of {name}"
        for name in issues
    )
    assert_borne_out(f"""{declared}

agreement PACT
  between A, B

article 1
  enters into force when {" and ".join(f"{name} is second" for name in issues)}

scenario "Nothing is settled"
  2026-01-01 A, B sign
{asked}
""")
