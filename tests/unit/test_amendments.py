"""Amendments, from the text to the answer."""

from __future__ import annotations

import pathlib

import pytest

from servanda import workbench
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import read_case
from servanda.model import interchange
from servanda.model.case import Case
from servanda.model.conditions import Any
from servanda.workbench.briefs import Brief
from servanda.workbench.results import TestReport

CASE = """
```servanda
state A "Aland"
state B "Borland"
state C "Cland"
region territory
region islands
incident attack
  by attacker: state
  on victim: state
  place: region
act repeal
agreement PACT "Pact"
  between A, B, C
  bound by signature
article 5
  when attack on a party
  only if place is in territory
  each other party must assist the victim with support
article 14
  remains in force for 10 years
{amendments}
scenario "One"
  1950-01-01 each signatory signs
  1953-01-01 attack A2 by C on A, place is islands
```
"""
WIDER = """
amendment protocol of article 5 from 1952-02-15 until 1962-07-03 "Protocol of 1951"
  only if place is in territory or place is in islands
"""


def read(amendments: str) -> tuple[Case | None, list[tuple[str, str, tuple[str, ...]]]]:
    """The case with some amendments, and what is wrong with it: code, headline, hints."""
    found = read_case([Source("pact.md", CASE.format(amendments=amendments))])
    return found.case, [(d.code, d.headline, d.hints) for d in found.diagnostics]


def test_an_amendment_replaces_lines_of_the_same_kind_and_adds_others() -> None:
    case, wrong = read(
        WIDER
        + "amendment later of article 5 from 1955-01-01 until 1960-01-01\n"
        + "  also unless attacker is B\n"
        + "amendment end of article 14 from 1956-01-01\n  repealed\n"
    )
    assert case is not None
    assert wrong == []
    first, second = case.by_ref()[next(iter(case.by_ref()))].amendments
    assert (first.id, str(first.start), str(first.end), first.title) == (
        "protocol",
        "1952-02-15",
        "1962-07-03",
        "Protocol of 1951",
    )
    assert first.article is not None
    assert second.article is not None
    assert isinstance(first.article.only_if[0], Any)
    assert isinstance(second.article.only_if[0], Any)
    assert (len(first.article.unless), len(second.article.unless)) == (0, 1)
    assert first.article.origin.clause == "Pact, Article 5, amendment protocol"
    assert [a.article for _, a in case.amendments() if a.id == "end"] == [None]
    assert interchange.loads(interchange.dumps(case)) == case


def test_it_is_laid_out_in_one_way() -> None:
    text = CASE.format(amendments="amendment  x of  article 5   from 1952-02-15\n  repealed")
    assert "\namendment x of article 5 from 1952-02-15\n  repealed\n" in format_text(text)


HEAD = "amendment x of article 5 from 1952-02-15"
LINE = "\n  within 3 days of the attack"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        (
            f"amendment x of article 5 since 1952-02-15{LINE}",
            "SV438",
            "write `amendment x of article 5 from 1952-02-15`",
        ),
        (
            f"amendment x of article 5 as of 1952-02-15{LINE}",
            "SV438",
            "write `amendment x of article 5 from 1952-02-15`",
        ),
        (f"amendment x of article 5{LINE}", "SV438", "the form is"),
        (f"amendment x of PACT from 1952-02-15{LINE}", "SV439", "the form is"),
        (f"amendment x from 1952-02-15{LINE}", "SV401", "the form is"),
        (HEAD, "SV356", "add the line"),
        (f"{HEAD}\n  repealed{LINE}", "SV356", "leave the other lines out"),
        (f"{HEAD}\n  also within 3 days of the attack", "SV356", "leave out `also`"),
        (f"{HEAD} until 1952-02-15{LINE}", "SV355", "the day behind `until`"),
        (f"{WIDER}{HEAD}{LINE}", "SV355", "put both into one"),
        (f"{WIDER}amendment x of article 5 from 1960-01-01{LINE}", "SV355", "let it end by then"),
        (f"amendment x of article 6 from 1952-02-15{LINE}", "SV208", "its articles are"),
    ],
)
def test_what_is_nearly_so_is_told(text: str, code: str, hint: str) -> None:
    _, wrong = read(text)
    assert [c for c, _, _ in wrong] == [code]
    assert wrong[0][2][0].startswith(hint)


def test_an_act_can_be_a_repeal() -> None:
    case, wrong = read("")
    assert case is not None
    assert wrong == []


def case_file(tmp_path: pathlib.Path, amendments: str) -> str:
    file = tmp_path / "pact.md"
    file.write_text(CASE.format(amendments=amendments), encoding="utf-8")
    return str(file)


def test_the_amendments_that_no_scenario_touches_are_named(tmp_path: pathlib.Path) -> None:
    later = "amendment later of article 5 from 1970-01-01\n  repealed\n"
    term = "amendment longer of article 14 from 1952-01-01\n  remains in force for 20 years\n"
    report = workbench.expectations(case_file(tmp_path, WIDER + later + term))
    assert isinstance(report, TestReport)
    assert [one.amendment for one in report.untried] == ["later"]


def test_a_brief_says_what_an_article_says_from_when_on(tmp_path: pathlib.Path) -> None:
    brief = workbench.brief(case_file(tmp_path, WIDER))
    assert isinstance(brief, Brief)
    (amendment,) = brief.amendments
    assert amendment.says == "each other party must assist the victim with support"
    assert amendment.clause.only_if == ("place is in territory or place is in islands",)
    (change,) = amendment.changes
    assert change.scenarios == (1,)
