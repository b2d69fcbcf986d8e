"""What could be signed, from text to the model: red lines, preferences, participation, linkages."""

from __future__ import annotations

import pytest

from servanda.analyses.drafting.warning import plain
from servanda.core.diagnostic import Diagnostic
from servanda.model.bargaining import (
    Linkage,
    NotWithout,
    Participation,
    Preferences,
    Requirement,
    Valuation,
    Worth,
)
from servanda.model.conditions import All, IssueIs, Not
from tests.unit.drafts import case_of, codes, reports

ISSUES = """
issue membership "Whether Ukraine joins the alliance"
  option stays_out
  option joins
issue sequence "What comes first"
  option agreement_first
  option guarantee_first
  option ceasefire_first
issue territory
  option as_it_stands
  option returned
"""
SAID = '  judgement "Said on many occasions."'
RED_LINE = f"red line no_membership of RUS\n  requires membership is not joins\n{SAID}"


def same(found: object, expected: object) -> None:
    """Compare, leaving out where things were written."""
    assert plain(found) == plain(expected)


def only(text: str) -> Diagnostic:
    """The one report on a text below the issues."""
    (report,) = reports(ISSUES + text)
    return report


def test_a_red_line_is_what_a_party_does_not_sign_without() -> None:
    (found,) = case_of(
        f"""{ISSUES}
red line no_membership of RUS "Ukraine stays outside the alliance"
  requires membership is not joins
  cost 5
{SAID}
"""
    ).requirements
    same(
        found,
        Requirement(
            id="no_membership",
            party="RUS",
            condition=Not(part=IssueIs(issue="membership", options=("joins",))),
            cost=5,
            title="Ukraine stays outside the alliance",
            judgement=("Said on many occasions.",),
        ),
    )
    assert found.origin.clause == "Red line no_membership"
    assert found.condition.origin.line > found.origin.line


def test_a_demand_is_what_it_would_let_go() -> None:
    (found,) = case_of(
        f"{ISSUES}\ndemand early of UKR\n  requires sequence is one of guarantee_first, ceasefire_first\n{SAID}"
    ).requirements
    assert not found.firm
    assert found.cost == 1
    same(
        found.condition,
        IssueIs(issue="sequence", options=("guarantee_first", "ceasefire_first")),
    )


def test_preferences_weigh_issues_and_value_each_option() -> None:
    (found,) = case_of(
        f"""{ISSUES}
preferences of RUS
  sequence weighs 30: agreement_first 100, guarantee_first 40, ceasefire_first 0
  membership weighs 40: stays_out 100, joins 0
  no agreement 25
{SAID}
"""
    ).preferences
    worths = (("agreement_first", 100), ("guarantee_first", 40), ("ceasefire_first", 0))
    same(
        found,
        Preferences(
            party="RUS",
            valuations=(
                Valuation(
                    issue="sequence",
                    weight=30,
                    worths=tuple(Worth(option=option, value=value) for option, value in worths),
                ),
                Valuation(
                    issue="membership",
                    weight=40,
                    worths=(Worth(option="stays_out", value=100), Worth(option="joins", value=0)),
                ),
            ),
            no_agreement=25,
            judgement=("Said on many occasions.",),
        ),
    )


def test_participation_says_what_is_not_done_without_somebody() -> None:
    (found,) = case_of(
        f"""{ISSUES}
participation with_ukraine "Nothing on Ukraine without Ukraine"
  territory is discussed only with UKR
  territory is decided only with UKR, RUS
  PACT is concluded only with UKR
{SAID}
"""
    ).participations
    same(
        found,
        Participation(
            id="with_ukraine",
            title="Nothing on Ukraine without Ukraine",
            rules=(
                NotWithout(matter="territory", involvement="discussed", who=("UKR",)),
                NotWithout(matter="territory", involvement="decided", who=("UKR", "RUS")),
                NotWithout(matter="PACT", involvement="concluded", who=("UKR",)),
            ),
            judgement=("Said on many occasions.",),
        ),
    )


def test_a_linkage_is_what_options_need_of_one_another() -> None:
    (found,) = case_of(
        f"{ISSUES}\nlinkage in_order\n"
        "  requires not (membership is joins and sequence is ceasefire_first)"
    ).linkages
    same(
        found,
        Linkage(
            id="in_order",
            condition=Not(
                part=All(
                    parts=(
                        IssueIs(issue="membership", options=("joins",)),
                        IssueIs(issue="sequence", options=("ceasefire_first",)),
                    )
                )
            ),
        ),
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("requires attacker is RUS", "SV370"),
        ("requires the attacker is RUS", "SV370"),
        ("requires PACT is in force", "SV370"),
        ("requires RUS has consented to PACT", "SV370"),
        ("requires there has been attack by RUS", "SV370"),
        ("requires membership is not joins and means is air", "SV370"),
        ("requires membership is not join", "SV201"),
        ("requires membershp is joins", "SV201"),
        ("requires membership is in ukraine", "SV303"),
        ("cost 2", "SV450"),
    ],
)
def test_a_red_line_is_about_how_issues_are_settled(said: str, code: str) -> None:
    assert codes(f"{ISSUES}\nred line limit of RUS\n  {said}\n{SAID}") == [code]


def test_an_issue_is_named_without_more() -> None:
    for said in ("the membership is joins", "membership has joins"):
        report = only(f"\nred line limit of RUS\n  requires {said}\n{SAID}")
        assert (report.code, report.hints) == ("SV370", ("the form is `membership is stays_out`",))


def test_options_on_lines_of_their_own_continue_that_of_their_issue() -> None:
    head, options = "preferences of RUS\n  membership weighs 40:", ("stays_out 100,", "joins 0")
    continued = case_of("\n    ".join((ISSUES + head, *options)) + f"\n{SAID}")
    assert [worth.value for worth in continued.preferences[0].valuations[0].worths] == [100, 0]
    told = reports("\n  ".join((ISSUES + head, "stays_out 100", "joins 0")) + f"\n{SAID}")
    assert {hint for report in told for hint in report.hints} == {
        "to go on with an issue's options on the next line, indent that by four spaces"
    }


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("membership weighs 0: stays_out 100, joins 0", "SV371", "0"),
        ("membership weighs 101: stays_out 100, joins 0", "SV371", "101"),
        ("membership weighs 40: stays_out 101, joins 0", "SV371", "101"),
        ("membership weighs 40: stays_out 100, joins 0, stays_out 4", "SV372", "stays_out"),
        ("membership weighs 40: stays_out 100", "SV374", "membership weighs 40: stays_out 100"),
        ("membership weighs 40: stays_out 100, together 0", "SV201", "together"),
        ("RUS weighs 40: stays_out 100, joins 0", "SV204", "RUS"),
        ("no agreement 101", "SV371", "101"),
    ],
)
def test_what_is_wrong_with_preferences_is_marked_where_it_stands(
    line: str, code: str, words: str
) -> None:
    kept = "" if line.startswith("membership") else "  membership weighs 1: joins 1, stays_out 0\n"
    report = only(f"\npreferences of RUS\n{kept}  {line}\n{SAID}")
    assert report.code == code
    assert report.origin.end - report.origin.start == len(words)
    assert report.origin.clause == "Preferences of RUS"


def test_an_issue_is_weighed_once_and_a_party_has_one_statement() -> None:
    line = "  membership weighs 40: stays_out 100, joins 0\n"
    report = only(f"\npreferences of RUS\n{line}{line}{SAID}")
    assert (report.code, report.related[0][0]) == ("SV372", "the first is here")
    report = only(f"\npreferences of RUS\n{line}{SAID}\npreferences of RUS\n{line}{SAID}")
    assert (report.code, report.related[0][0]) == ("SV373", "the first is here")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("territory is concluded only with UKR", "SV375"),
        ("teritory is decided only with UKR", "SV201"),
        ("kyiv is decided only with UKR", "SV204"),
        ("territory is decided only with guarantor", "SV376"),
        ("territory is decided only with kyiv", "SV204"),
        ("territory is decided only with UKR or RUS", "SV417"),
        ("territory is settled only with UKR", "SV401"),
    ],
)
def test_participation_is_about_a_matter_and_actors(line: str, code: str) -> None:
    assert only(f"\nparticipation limit\n  {line}\n{SAID}").code == code


@pytest.mark.parametrize(
    "statement",
    [
        "red line limit of RUS",
        "demand limit of RUS",
        "linkage limit",
        "participation limit",
        "preferences of RUS",
        "preferences of RUS\n  no agreement 5",
    ],
)
def test_a_statement_that_says_nothing(statement: str) -> None:
    assert only(f"\n{statement}\n{SAID}").code == "SV450"


def test_a_cost_is_one_at_least() -> None:
    line = RED_LINE.replace(SAID, f"  cost 0\n{SAID}")
    assert (only(line).code, only(line).hints) == (
        "SV371",
        ("leave the line out: the cost is then 1",),
    )


def test_one_condition_is_required_and_one_cost_named() -> None:
    twice = RED_LINE.replace(SAID, f"  requires sequence is agreement_first\n{SAID}")
    assert (only(twice).code, only(twice).hints) == (
        "SV408",
        ("join the two conditions by `and`, in one line",),
    )
    assert only(RED_LINE.replace(SAID, f"  cost 1\n  cost 2\n{SAID}")).code == "SV408"


def test_words_of_these_lines_can_be_names() -> None:
    case = case_of(
        "issue no\n  option cost\n  option red\nissue rests\n  option requires\n  option weighs\n"
        f"red line line of RUS\n  requires no is red or rests is not weighs\n{SAID}\n"
        "preferences of RUS\n  no weighs 3: cost 0, red 100\n"
        f"  rests weighs 3: weighs 0, requires 100\n  no agreement 3\n{SAID}\n"
        f"participation seat\n  rests is decided only with UKR\n{SAID}"
    )
    assert [line.issue for line in case.preferences[0].valuations] == ["no", "rests"]
    assert case.preferences[0].no_agreement == 3
    assert case.participations[0].rules[0].matter == "rests"


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    report = only("\nred line limit of RUS\n  requires membershp is joins\n" + SAID)
    assert report.hints == ("write `membership`",)
    report = only("\nred line limit of RUS\n  requires membership is join\n" + SAID)
    assert report.hints == ("write `joins`",)
    report = only("\nred line limit of RSU\n  requires membership is joins\n" + SAID)
    assert report.hints == ("write `RUS`",)


SAYINGS = """
document REPORT
  published on 2025-08-18
statement S10
  2025-08-17 RUS rejects membership is joins
  in REPORT, paragraph 1, quoted
statement S11
  2025-08-17 RUS accepts membership is stays_out
  in REPORT, paragraph 2, quoted
"""


@pytest.mark.parametrize(
    "claim",
    [
        "red line limit of RUS\n  requires membership is stays_out",
        "preferences of RUS\n  membership weighs 40: stays_out 100, joins 0",
        "participation limit\n  membership is decided only with UKR",
    ],
)
def test_a_claim_rests_on_statements_of_the_record(claim: str) -> None:
    case = case_of(f"{ISSUES}{SAYINGS}\n{claim}\n  rests on S11, S10, S11")
    (found,) = case.asked
    assert not isinstance(found, Linkage)
    assert found.rests_on == ("S11", "S10")
    (report,) = reports(f"{ISSUES}{SAYINGS}\n{claim}\n  rests on S12")
    assert (report.code, report.hints) == ("SV201", ("write `S10`", "write `S11`"))
    (report,) = reports(f"{ISSUES}{SAYINGS}\n{claim}\n  rests on REPORT")
    assert report.code == "SV204"
    assert report.headline == "`REPORT` is a document, not a statement"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("redline", "red line no_membership of RUS"),
        ("red_line", "red line no_membership of RUS"),
        ("Redline", "red line no_membership of RUS"),
        ("Red line", "red line no_membership of RUS"),
        ("redd line", "red line no_membership of RUS"),
        ("red-line", "red line no_membership of RUS"),
        ("red", "red line no_membership of RUS"),
        ("red lines", "line"),
        ("Red Line", "red line no_membership of RUS"),
    ],
)
def test_the_words_red_line_in_other_spellings_are_told(word: str, hint: str) -> None:
    report = only(RED_LINE.replace("red line", word))
    assert report.hints[:1] == (f"write `{hint}`",)
