"""Coverage where an article that is suspended applies again by the incident itself (S2, S6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda import workbench
from servanda.workbench.coverages import Covered
from servanda.workbench.results import TestReport

OPENING = """\
case "Snap-back"
state AAA
state BBB
state CCC
state XXX
state YYY
act pay (pays, paid, payment) "Pay"
act go (goes, gone, going) "Go"
incident attack "Attack"
  by attacker: state
  on victim: state
  means: land, cyber
agreement P "Pact"
  between AAA, BBB, CCC
article 1
  when attack on a party
  each other party must assist the victim with support
"""

HISTORY = """\
history
  2000-01-01 AAA, BBB, CCC sign P
  2001-01-01 attack H1 by YYY on BBB, means is cyber
"""

SUSPENDED = """\
article 2
  when attack by YYY on a party
  article 1 is suspended
"""


def covered(folder: Path, articles: str, where: str, scenario: str = "") -> Covered:
    """The answer some time after the history; all its witnesses are run, and a scenario beside."""
    case = folder / f"case{len([*folder.iterdir()])}.md"
    text = f"```servanda\n{OPENING}{articles}{HISTORY}```\n"
    case.write_text(text, encoding="utf-8")
    answer = workbench.cover(str(case), where=where, on="2001-02-01")
    assert isinstance(answer, Covered), answer
    blocks = "".join(f"\n```servanda\n{w.block}```\n" for w in answer.witnesses if w.block)
    blocks += f"\n```servanda\n{scenario}```\n" if scenario else ""
    case.write_text(text + blocks, encoding="utf-8")
    report = workbench.expectations(str(case))
    assert isinstance(report, TestReport), report
    assert bool(report.expectations) == ("expect" in blocks)
    assert report.failed == 0
    return answer


def owing(answer: Covered, article: str = "1") -> dict[str, bool]:
    """Who owes something under an article, and whether at once in every incident asked about."""
    found: dict[str, bool] = {}
    for one in answer.map.classes:
        for column, cell in zip(answer.map.columns, one.cells, strict=True):
            for offer in cell:
                if any(cited.article.article == article for cited in offer.articles):
                    found |= dict.fromkeys(column.actors, offer.at_once and not offer.ways)
    return found


def test_what_is_suspended_stays_so_where_nothing_has_it_apply_again(tmp_path: Path) -> None:
    again = "article 3\n  when attack by XXX on a party\n  article 1 applies again\n"
    assert owing(covered(tmp_path, SUSPENDED, "attacker is XXX and victim is AAA")) == {}
    asked = "attacker is BBB and victim is AAA"
    assert owing(covered(tmp_path, SUSPENDED + again, asked)) == {}


def test_what_is_suspended_applies_again_by_the_incident_that_says_so(tmp_path: Path) -> None:
    again = "article 3\n  when attack by XXX on a party\n  article 1 applies again\n"
    answer = covered(tmp_path, SUSPENDED + again, "attacker is XXX and victim is AAA")
    assert owing(answer) == {"BBB": True, "CCC": True}


def test_it_applies_again_only_for_those_of_whom_that_is_said(tmp_path: Path) -> None:
    again = "article 3\n  when attack by XXX on a party\n  article 1 applies again for CCC\n"
    answer = covered(tmp_path, SUSPENDED + again, "attacker is XXX and victim is AAA")
    assert owing(answer) == {"CCC": True}


def test_it_applies_again_with_its_whole_agreement(tmp_path: Path) -> None:
    again = "article 3\n  when attack by XXX on a party\n  P applies again\n"
    answer = covered(tmp_path, SUSPENDED + again, "attacker is XXX and victim is AAA")
    assert owing(answer) == {"BBB": True, "CCC": True}


def test_it_applies_again_by_the_breach_that_the_incident_is(tmp_path: Path) -> None:
    again = """\
article 3
  each party must not attack another party
article 4
  when a party breaches article 3
  article 1 applies again
"""
    answer = covered(tmp_path, SUSPENDED + again, "attacker is CCC and victim is AAA")
    assert owing(answer)["BBB"]


def test_an_exception_to_what_has_it_apply_again_leaves_it_suspended(tmp_path: Path) -> None:
    again = """\
article 3
  when attack by XXX on a party
  article 1 applies again
article 4
  when attack on AAA
  article 3 does not apply
"""
    on_a = covered(tmp_path, SUSPENDED + again, "attacker is XXX and victim is AAA")
    on_b = covered(tmp_path, SUSPENDED + again, "attacker is XXX and victim is BBB")
    assert owing(on_a) == {}
    assert owing(on_b) == {"AAA": True, "CCC": True}


def test_what_has_it_apply_again_later_comes_too_late_for_the_incident(tmp_path: Path) -> None:
    again = """\
article 3
  when attack by XXX on a party
  only if the victim has requested assistance
  article 1 applies again
"""
    scenario = """\
scenario "A request"
  2001-02-01 attack A1 by XXX on AAA, means is land
  2001-02-02 AAA requests assistance over A1
  expect no duty of BBB, CCC under article 1 over A1
"""
    asked = "attacker is XXX and victim is AAA"
    answer = covered(tmp_path, SUSPENDED + again, asked, scenario)
    assert owing(answer) == {}


@pytest.mark.parametrize("how", ["is suspended", "ceases to apply"])
def test_what_the_same_incident_suspends_does_not_apply_again(tmp_path: Path, how: str) -> None:
    """It has not begun before (S6)."""
    again = f"""\
article 3
  when attack by YYY on a party
  article 1 applies again
article 4
  when attack by YYY on a party
  article 1 {how}
"""
    answer = covered(tmp_path, SUSPENDED + again, "attacker is YYY and victim is AAA")
    assert owing(answer) == {}


def test_an_agreement_that_has_ended_does_not_apply_again(tmp_path: Path) -> None:
    ended = """\
article 2
  when attack by YYY on a party
  P ends
article 3
  when attack by BBB on AAA
  article 1 is suspended
article 4
  when attack by XXX on a party
  article 1 applies again
"""
    case = tmp_path / "ended.md"
    case.write_text(f"```servanda\n{OPENING}{ended}{HISTORY}```\n", encoding="utf-8")
    answer = workbench.cover(
        str(case), where="attacker is XXX and victim is AAA", on="2001-01-01", agreements=["P"]
    )
    assert isinstance(answer, Covered), answer
    assert owing(answer) == {}


def test_a_suspension_from_before_is_over_where_the_incident_has_the_article_apply_again(
    tmp_path: Path,
) -> None:
    """Nothing has been suspended by the day; whether it will have been no longer matters."""
    articles = """\
article 2
  when attack by BBB on AAA
  article 1 is suspended
article 3
  when attack by XXX on a party
  article 1 applies again
"""
    answer = covered(tmp_path, articles, "attacker is XXX and victim is AAA")
    assert owing(answer) == {"BBB": True, "CCC": True}
    other = covered(tmp_path, articles, "attacker is YYY and victim is AAA")
    assert owing(other) == {"BBB": False, "CCC": False}


def test_an_article_about_no_incident_counts_the_one_in_question(tmp_path: Path) -> None:
    """What has ceased to apply once there has been an attack, ceases by the attack itself (C10)."""
    ceases = "article 2\n  article 1 ceases to apply\n  only if there has been attack by XXX\n"
    assert owing(covered(tmp_path, ceases, "attacker is XXX")) == {}
    of_another = owing(covered(tmp_path, ceases, "attacker is YYY"))
    assert of_another == {"AAA": False, "BBB": False, "CCC": False}
