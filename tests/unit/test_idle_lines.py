"""Which lines of an article decide nothing in any scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda import workbench
from servanda.views.documents import document, json_text
from servanda.views.expectations import report_sheet
from servanda.views.markdown import markdown_text
from servanda.workbench.results import TestReport

CASE = """
```servanda
state A "Aster"
state B "Briar"
state C "Cedar"
incident attack
  by attacker: state
  on victim: state
  means: air, naval
circumstance truce "A truce"
agreement PACT "Pact"
  between A, B, C
{articles}
scenario "One"
  2026-01-01 A, B, C sign
{events}
```
"""

HELP = """article 1
  when attack on a party
  only if means is naval
  unless victim is C
  each other party must assist the victim with support
  within 9 days of the attack
  until the victim has requested consultation
"""


def report_of(tmp_path: Path, articles: str, *events: str) -> TestReport:
    lines = "\n".join(f"  {event}" for event in events)
    (tmp_path / "pact.md").write_text(CASE.format(articles=articles, events=lines))
    report = workbench.expectations(str(tmp_path))
    assert isinstance(report, TestReport)
    return report


def idle(tmp_path: Path, articles: str, *events: str) -> list[str]:
    report = report_of(tmp_path, articles, *events)
    return [line.says for article in report.idle for line in article.lines]


ON_B = "2026-02-01 attack X by A on B"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([f"{ON_B}, means is naval"], ["only if", "unless", "until"]),
        ([f"{ON_B}, means is naval", "2026-02-02 B requests consultation"], ["only if", "unless"]),
        (
            [f"{ON_B}, means is naval", "2026-02-03 attack Y by A on B, means is air"],
            ["unless", "until"],
        ),
        ([f"{ON_B}, means is naval", "2026-02-03 attack Y by A on B"], ["unless", "until"]),
        (
            [f"{ON_B}, means is naval", "2026-02-03 attack Y by A on C, means is naval"],
            ["only if", "until"],
        ),
        (["2026-02-01 attack X on C, means is naval"], ["only if", "until"]),
    ],
)
def test_a_line_without_which_nothing_stands_otherwise_is_idle(
    tmp_path: Path, events: list[str], expected: list[str]
) -> None:
    says = idle(tmp_path, HELP, *events)
    assert [
        one.partition(" means")[0].partition(" victim")[0].partition(" the")[0] for one in says
    ] == expected


def test_an_article_that_no_scenario_touches_is_told_of_as_a_whole(tmp_path: Path) -> None:
    report = report_of(tmp_path, HELP, "2026-02-01 A consults")
    assert [u.article.article for u in report.untouched] == ["1"]
    assert report.idle == ()


PEACE = """article 1
  while truce holds
  each party must not attack a party

article 2
  each party must report
  performed only if C has signed
  within 90 days of entry into force
"""


def test_while_and_performed_only_if_are_tried_too(tmp_path: Path) -> None:
    reported = "2026-01-08 A, B, C report"
    lines = ["while truce holds", "performed only if C has signed"]
    assert idle(tmp_path, PEACE, "2026-01-01 truce begins", reported) == lines
    assert idle(tmp_path, PEACE, reported) == lines[1:]


LIFE = """article 1
  each party must report

article 2
  only if each party has invited the applicant
  a state may accede
"""


def test_a_condition_of_accession_is_tried_by_an_accession_that_lacks_it(tmp_path: Path) -> None:
    articles = LIFE
    asked = "only if each party has invited the applicant"
    joins = ["2026-02-01 A, B, C invite D", "2026-02-02 D accedes"]
    case = (
        'state D "Dill"\nact invite (invites, invited, invitation) "Invitation"\n  object actor\n'
    )
    assert idle(tmp_path, case + articles, *joins) == [asked]
    assert idle(tmp_path, case + articles, *joins[1:]) == []


def test_many_lines_of_one_article_are_counted(tmp_path: Path) -> None:
    many = "".join(f"  unless B has signed and victim is {who}\n" for who in "CCCCCCCC")
    articles = HELP.replace("  unless victim is C\n", many)
    report = report_of(tmp_path, articles, f"{ON_B}, means is naval")
    told = markdown_text(report_sheet(report))
    assert told.count("unless B has signed") == 5
    assert "... and four more" in told
    assert "Lines that decide nothing in any scenario" in told
    assert '"says":"only if means is naval"' in json_text(document(report)).replace('": ', '":')


def test_a_line_that_several_texts_have_is_tried_in_all_of_them(tmp_path: Path) -> None:
    naval = "also only if means is naval"
    amended = f"amendment later_on of article 1 from 2026-02-10\n  {naval}\n"
    read = "reading not_by_b of article 1\n  also unless attacker is B\n"
    articles = HELP.replace("  only if means is naval\n", "") + amended + read
    early, late = ON_B, "2026-02-12 attack Y by A on B, means is naval"
    assert idle(tmp_path, articles, early, late) == [
        "unless victim is C",
        "until the victim has requested consultation",
        "only if means is naval",
    ]
    on_c = "2026-02-13 attack Z by A on C, means is naval"
    assert idle(tmp_path, articles, "with reading not_by_b", early, late, on_c) == [
        "until the victim has requested consultation",
        "unless attacker is B",
        "only if means is naval",
    ]
