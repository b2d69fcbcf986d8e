"""Which agreement is meant where a case has several, and what is asked where that is open."""

from __future__ import annotations

import pytest

from servanda.core.diagnostic import Diagnostic
from servanda.language.document import Source
from servanda.workbench.checking import checked_case
from tests.unit.drafts import block, case_of, reports

TWO_PACTS = """
state AUS "Australia"
state NZL "New Zealand"
state RED "Redland"

incident attack "Attack"
  by attacker: state
  on victim: state

agreement P1 "First pact"
  between AUS, NZL

article 1 "Help"
  when attack on a party
  each other party must assist the victim with support

article 3 "Restraint"
  each party must not attack a state

agreement P2 "Second pact"
  between AUS, NZL

article 1 "Talks"
  when attack on a party
  each other party must consult

article 4.1 "Report"
  when attack on a party
  each party must report

history "Signed"
  2020-01-01 AUS, NZL sign P1
  2020-01-01 AUS, NZL sign P2

scenario "An attack"
  2026-01-01 attack A1 by RED on NZL
"""


def of_two_pacts(line: str) -> list[Diagnostic]:
    """What is reported of a case with two agreements, to the scenario of which a line is added."""
    return list(checked_case([Source("draft.md", block(f"{TWO_PACTS}  {line}"))]).diagnostics)


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("expect AUS has met article 1", "expect AUS has met article 1 of {}"),
        (
            "expect AUS must consult by 2026-01-03 under article 1 over A1",
            "expect AUS must consult by 2026-01-03 under article 1 of {} over A1",
        ),
        ("expect 1 parties must consult", "expect 1 parties of {} must consult"),
        ("expect AUS is a party", "expect AUS is a party of {}"),
        ("2026-01-02 AUS invokes article 1", "2026-01-02 AUS invokes article 1 of {}"),
        ("2026-01-02 AUS ratifies", "2026-01-02 AUS ratifies {}"),
        ("2026-01-02 AUS accedes", "2026-01-02 AUS accedes to {}"),
        ("2026-01-02 AUS notifies withdrawal", "2026-01-02 AUS notifies withdrawal from {}"),
    ],
)
def test_which_agreement_is_meant_is_asked_with_whole_lines(line: str, lines: str) -> None:
    (report,) = of_two_pacts(line)
    assert report.code == "SV206"
    assert report.hints == tuple(f"write `{lines.format(name)}`" for name in ("P1", "P2"))
    for name in ("P1", "P2"):
        assert [r for r in of_two_pacts(lines.format(name)) if r.code < "SV500"] == []


@pytest.mark.parametrize(
    "line",
    [
        "expect AUS has not met article 3",
        "expect AUS must report under article 4.1",
        "2026-01-02 AUS invokes article 3",
        "expect on 2026-01-02 1 party of P1 must assist NZL",
        "expect on 2026-01-02 2 parties of P2 must report under article 4.1",
    ],
)
def test_an_article_that_one_agreement_has_is_meant_without_its_name(line: str) -> None:
    assert [report for report in of_two_pacts(line) if report.code < "SV500"] == []


@pytest.mark.parametrize(
    ("number", "hint"),
    [("4", "write `4.1 of P2`"), ("9", "the articles are 1 of P1, 3 of P1, 1 of P2, 4.1 of P2")],
)
def test_an_article_that_no_agreement_has_is_told_once(number: str, hint: str) -> None:
    (report,) = of_two_pacts(f"expect AUS has met article {number}")
    assert (report.code, report.hints) == ("SV208", (hint,))
    assert report.headline == f"no agreement has an article {number}"


def test_an_agreement_is_said_of_parties_only() -> None:
    (report,) = reports("""
scenario "Nothing"
  expect 3 guarantors of PACT must consult
""")
    assert (report.code, report.hints) == ("SV210", ("leave out `of PACT`",))


def test_parties_of_an_agreement_are_counted() -> None:
    case = case_of("""
scenario "Nothing"
  expect 3 parties of PACT must consult
""")
    assert case.scenarios[0].expectations[0].text == "3 parties of PACT must consult"
