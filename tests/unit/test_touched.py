"""Which articles a scenario touches: exceptions, exceptions to them, an agreement's own life."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda import workbench
from servanda.analyses.scenario import simulate
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.workbench.results import TestReport
from servanda.workbench.touched import unchosen_options, untouched_articles

CASE = """
```servanda
state A "A"
state B "B"
state C "C"
incident attack
  by attacker: state
  on victim: state
  means: air, naval
agreement PACT "Pact"
  between A, B, C
{articles}
scenario "One"
  2026-01-01 A, B, C sign
{events}
```
"""


def untouched(articles: str, *events: str) -> list[str]:
    """The numbers of the articles that have no effect in a scenario."""
    lines = "\n".join(f"  {event}" for event in events)
    case = read_case([Source("pact.md", CASE.format(articles=articles, events=lines))]).case
    assert case is not None
    outcomes = [simulate(case, scenario, what_if="standing") for scenario in case.scenarios]
    return [article.article.article for article in untouched_articles(case, outcomes)]


EXCEPTIONS = """
article 2
  when attack by B on C
  article 1 does not apply
article 3
  when attack by B on C
  only if means is naval
  article 2 does not apply
"""
ANOTHER = """
article 4
  when attack by B on C
  only if C has requested assistance
  article 3 does not apply
"""
DUTY = "article 1\n  when attack on a party\n  each other party must assist the victim with support"
PERMISSION = DUTY.replace("must", "may")
PROHIBITION = "article 1\n  each party must not attack a party"


@pytest.mark.parametrize("article", [DUTY, PERMISSION, PROHIBITION])
@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("attack by B on C, means is naval", []),
        ("attack by B on C, means is air", ["3"]),
        ("attack by A on C, means is naval", ["2", "3"]),
    ],
)
def test_an_exception_is_touched_where_it_or_an_exception_to_it_takes_effect(
    article: str, event: str, expected: list[str]
) -> None:
    assert untouched(article + EXCEPTIONS, f"2026-02-01 {event}") == expected


def test_an_exception_that_may_take_effect_is_touched() -> None:
    assert untouched(DUTY + EXCEPTIONS, "2026-02-01 attack by B on C") == []


@pytest.mark.parametrize("day", ["2026-02-01", "2026-02-05"])
def test_an_exception_to_an_exception_to_an_exception_is_touched(day: str) -> None:
    attack, request = "2026-02-01 attack by B on C, means is {}", f"{day} C requests assistance"
    articles = DUTY + EXCEPTIONS + ANOTHER
    assert untouched(articles, attack.format("naval"), request) == []
    assert untouched(articles, attack.format("naval")) == ["4"]
    assert untouched(articles, attack.format("air"), request) == ["3", "4"]


def test_an_exception_is_touched_whatever_amends_the_exception_to_it() -> None:
    amendment = "amendment later of article 3 from 2026-01-15\n  also unless attacker is A\n"
    amended = EXCEPTIONS + amendment
    attack = "2026-02-01 attack by B on C, means is naval"
    assert untouched(DUTY + EXCEPTIONS, attack) == untouched(DUTY + amended, attack) == []


STANDING = """
article 1
  each party must report
  within 30 days of entry into force
article 2
  only if A has breached article 3
  article 1 does not apply
article 3
  A must not attack B
"""


def test_an_exception_that_comes_too_late_is_not_touched() -> None:
    assert untouched(STANDING, "2026-01-10 attack by A on B") == []
    assert untouched(STANDING, "2026-03-10 attack by A on B") == ["2"]


def test_an_article_that_creates_no_duty_is_never_listed() -> None:
    assert untouched("article 1\n  creates no duty\n" + DUTY.replace("1", "2")) == ["2"]


LIFE = """
article 1
  each party must report
article 2
  from 1 month after entry into force
  a party may withdraw with effect 1 month after notice
article 3
  a state may accede
article 4
  remains in force for 10 years
article 5
  enters into force when each signatory has signed
"""


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["2026-07-01 B reports"], ["2", "3", "4"]),
        (["2026-04-01 A notifies withdrawal"], ["3", "4"]),
        (["2026-04-01 A notifies withdrawal", "2026-07-01 B reports"], ["3", "4"]),
        (["2026-01-05 A notifies withdrawal"], ["3", "4"]),
        (["2026-04-01 A, B notify withdrawal", "2037-01-01 B reports"], ["3", "4"]),
        (["2026-04-01 A notifies withdrawal", "2026-07-01 A accedes"], ["4"]),
        (["2037-01-01 B reports"], ["2", "3"]),
    ],
)
def test_an_article_of_the_agreements_own_life_is_touched_where_it_has_an_effect(
    events: list[str], expected: list[str]
) -> None:
    assert untouched(LIFE, *events) == expected


def test_what_ends_after_the_last_event_is_touched_where_it_is_expected(tmp_path: Path) -> None:
    articles = "article 1\n  each party must not attack a party\narticle 2\n  remains in force for 10 years"
    events = "  expect on 2040-01-01 PACT is not in force"
    (tmp_path / "pact.md").write_text(CASE.format(articles=articles, events=events))
    report = workbench.expectations(str(tmp_path))
    assert isinstance(report, TestReport)
    assert (report.failed, report.untouched) == (0, ())


def test_an_issue_that_only_statements_speak_of_has_no_option_to_be_tried() -> None:
    said = (
        "issue order\n  option first\n  option second\n"
        'statement S1\n  A accepts order is first\n  source "A paper"\n'
        "issue scope\n  option narrow\n  option broad\n"
        "article 1\n  only if scope is narrow\n  each party must consult\n"
    )
    case = read_case([Source("pact.md", CASE.format(articles=said, events=""))]).case
    assert case is not None
    assert [one.option for one in unchosen_options(case)] == ["narrow", "broad"]
