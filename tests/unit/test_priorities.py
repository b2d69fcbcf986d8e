"""Priority between articles and agreements: what is refused, warned of, expected and reported."""

from __future__ import annotations

import pytest

from servanda.language.document import Source
from servanda.views.expectations import report_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.checking import checked_case
from servanda.workbench.judging import report_on

CASE = """```servanda
case "Priority"
state AAA "Aaa"
state BBB "Bbb"
state CCC "Ccc"
incident attack "Attack"
  by attacker: state
  on victim: state
  means: air, naval

agreement PACT "Pact"
  between AAA, BBB
  bound by signature
{pact}
article 1
{one}
  each party must consult CCC
article 2
{two}
  each party must not consult CCC
article 3
{three}
  each party must not report

agreement CHARTER "Charter"
  between AAA, BBB, CCC
  bound by signature
{charter}
article 1
{far}
  each party must report

scenario "S"
  2026-01-01 AAA, BBB sign PACT
  2026-01-01 AAA, BBB, CCC sign CHARTER
  2026-02-01 attack A1 by CCC on AAA
{expect}
```
"""
PLACES = ("pact", "one", "two", "three", "charter", "far", "expect")


def written(**lines: str) -> Source:
    """The case with some lines added, each place with its own."""
    return Source("priority.md", CASE.format(**{place: lines.get(place, "") for place in PLACES}))


def codes(**lines: str) -> list[str]:
    """What is reported of the case with these lines."""
    return [report.code for report in checked_case([written(**lines)]).diagnostics]


SAID = {"one": "  subject to article 2", "three": "  subject to article 1 of CHARTER"}


def test_conflicts_without_a_priority_are_warned_of_across_agreements_too() -> None:
    assert codes() == ["SV510", "SV510"]
    assert codes(**SAID) == []
    assert codes(one="  subject to article 2", pact="  without prejudice to CHARTER") == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ({"one": "  subject to article 2", "two": "  subject to article 1"}, "SV351"),
        ({"one": "  subject to article 2\n  notwithstanding article 2"}, "SV351"),
        ({"pact": "  prevails over CHARTER", "charter": "  prevails over PACT"}, "SV351"),
        ({"pact": "  prevails over every other agreement\n  without prejudice to every other agreement"}, "SV351"),
        ({"one": "  subject to article 1"}, "SV352"),
        ({"pact": "  prevails over PACT"}, "SV352"),
        (
            {
                "one": "  subject to article 2",
                "two": "  subject to article 3",
                "three": "  subject to article 1",
            },
            "SV350",
        ),
        ({"pact": "  prevails over article 2"}, "SV434"),
        ({"one": "  subject to CHARTER"}, "SV434"),
        ({"one": "  subject to article 7"}, "SV208"),
        ({"pact": "  prevails over TREATY"}, "SV201"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(lines: dict[str, str], code: str) -> None:
    assert codes(**lines) == [code]


def test_a_name_may_contradict_what_is_said_of_all_others() -> None:
    lines = {"pact": "  prevails over every other agreement\n  without prejudice to CHARTER"}
    assert codes(one="  subject to article 2", **lines) == []


def test_a_priority_that_decides_nothing_is_warned_of() -> None:
    lines = SAID | {"one": "  subject to article 2, article 3"}
    assert codes(**lines) == ["SV527"]


@pytest.mark.parametrize(
    ("claim", "met"),
    [
        ("conflict", True),
        ("conflict of article 1 of PACT with article 2 of PACT", True),
        ("conflict of article 2 of PACT with article 1 of PACT for AAA, BBB", True),
        ("conflict of article 2 of PACT with article 1 of PACT for AAA, CCC", False),
        ("conflict of article 1 of PACT with article 3 of PACT", False),
        ("no conflict of article 1 of PACT with article 3 of PACT", True),
        ("no conflict", False),
        ("no conflict for CCC", True),
    ],
)
def test_a_conflict_can_be_expected(claim: str, met: bool) -> None:
    told = checked_case([written(three=SAID["three"], expect=f"  expect {claim}")])
    assert told.case is not None
    (tested,) = report_on(told.case, lambda *_: None).tested
    assert [judged.met for judged in tested.judged] == [met]


def test_a_conflict_may_be_undetermined() -> None:
    claim = "article 1 of PACT conflicts with article 2 of PACT for BBB"
    doubtful = "  when attack on a party\n  only if means is air"
    lines = {"two": doubtful, "three": SAID["three"]}
    claims = f"  expect it is undetermined whether {claim}\n  expect no conflict"
    told = checked_case([written(expect=claims, **lines)])
    assert told.case is not None, told.diagnostics
    (tested,) = report_on(told.case, lambda *_: None).tested
    assert [judged.met for judged in tested.judged] == [True, False]
    assert "it is undetermined whether there is a conflict" in tested.judged[1].found


def test_a_test_lists_the_conflicts_that_no_expectation_speaks_of() -> None:
    def told(expect: str) -> str:
        case = checked_case([written(three=SAID["three"], expect=expect)]).case
        assert case is not None
        return terminal_text(report_sheet(report_on(case, lambda *_: None)), width=200)

    silent = told("  expect AAA is a party of PACT")
    assert "Conflicts of duties that no expectation speaks of" in silent
    assert "AAA must consult CCC under article 1 of PACT and must not consult CCC" in silent
    assert "no expectation speaks of" not in told("  expect conflict")
