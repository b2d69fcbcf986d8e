"""Coverage where its edges are: what is supposed, what has run out, what is asked of some alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from servanda import workbench
from servanda.analyses.coverage.survey import survey
from servanda.cli.main import main
from servanda.workbench.asked_about import incidents_asked
from servanda.workbench.comparisons import Compared
from servanda.workbench.coverages import Covered
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reports import Checked
from servanda.workbench.results import TestReport
from servanda.workbench.standing import footing

OPENING = """\
case "Edges"
state ASTER
state BRIAR
state CEDAR
state DELOS
circumstance truce "A truce"
issue strength "How strong"
  option weak "Weak"
  option fair "Fair"
  option strong "Strong"
act go (goes, gone, going) "Go"
incident attack "Attack"
  by attacker: state
  on victim: state
  means: land, sea, cyber
agreement PACT "Pact"
  between ASTER, BRIAR, CEDAR
history
  2026-01-01 ASTER, BRIAR, CEDAR sign PACT
"""

ON_BRIAR = "attacker is DELOS and victim is BRIAR"
"""One attack for each means."""


def written(folder: Path, articles: str, history: str = "") -> str:
    """A case in a file of its own."""
    path = folder / f"case{len([*folder.iterdir()])}.md"
    head, tail = OPENING.split("history\n")
    path.write_text(f"```servanda\n{head}{articles}history\n{tail}{history}```\n", encoding="utf-8")
    return str(path)


def covered(case: str, **asked: Any) -> Covered:
    answer = workbench.cover(case, **asked)
    assert isinstance(answer, Covered), answer
    return answer


def owed(answer: Covered) -> set[str]:
    """What is owed in some incident, and whether at once."""
    return {
        f"{offer.words}{': at once' if offer.at_once else ''}"
        for one in answer.map.classes
        for cell in one.cells
        for offer in cell
    }


def findings(answer: Covered) -> set[str]:
    return {article.article.article for one in answer.findings for article in one.articles}


# What a condition supposes.


def test_an_issue_supposed_to_be_settled_on_one_option_is_settled_on_no_other(
    tmp_path: Path,
) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  only if strength is weak
  each other party must assist the victim with support
article 2
  when attack on a party
  only if strength is strong
  each other party must assist the victim with armed_force
""",
    )
    assert owed(covered(case, where=f"{ON_BRIAR} and strength is weak")) == {"support: at once"}
    assert owed(covered(case, where=f"{ON_BRIAR} and strength is fair")) == set()
    assert owed(covered(case, where=f"{ON_BRIAR} and strength is not weak")) == {"armed force"}


def test_a_request_by_name_is_one_by_the_victim_where_it_is_the_victim(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  only if the victim has requested assistance
  each other party must assist the victim with support
""",
    )
    assert owed(covered(case, where=f"{ON_BRIAR} and BRIAR has requested assistance")) == {
        "support: at once"
    }
    assert owed(covered(case, where=f"{ON_BRIAR} and CEDAR has requested assistance")) == {
        "support"
    }


def test_who_is_supposed_to_have_given_more_has_given_less(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  only if CEDAR has assisted the victim, at least support
  each other party must assist the victim with armed_force
""",
    )
    more = f"{ON_BRIAR} and CEDAR has assisted the victim, at least military_assistance"
    less = f"{ON_BRIAR} and CEDAR has assisted the victim, at least consult"
    assert owed(covered(case, where=more)) == {"armed force: at once"}
    assert owed(covered(case, where=less)) == {"armed force"}


@pytest.mark.parametrize(
    "where",
    [
        "truce holds and truce does not hold",
        "strength is weak and strength is strong",
        "CEDAR has assisted BRIAR, at least support and not (CEDAR has assisted BRIAR, at least consult)",
    ],
)
def test_what_cannot_be_so_together_is_so_in_no_incident(tmp_path: Path, where: str) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  each other party must assist the victim with support
""",
    )
    opened = open_case(case)
    assert isinstance(opened, Opened)
    standing = footing(opened.case, dt.date(2026, 1, 1)).standing
    asked = incidents_asked(opened, standing, None, where)
    assert not isinstance(asked, Checked)
    assert survey(standing, asked.kind, asked.where).incidents == 0


# What has run out.


def test_what_binds_for_a_time_from_entry_into_force_binds_no_longer(tmp_path: Path) -> None:
    """Who has joined later is bound for as long as from then on (D13, D16)."""
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  each other party must go
  for 6 months of entry into force
article 2
  when attack by CEDAR on a party
  article 1 does not apply
  for 1 month of entry into force
article 3
  a state may accede
""",
        "  2026-06-01 DELOS accedes to PACT\n",
    )

    def bound(day: str) -> set[str]:
        where = "attacker is CEDAR and victim is BRIAR"
        answer = covered(case, on=day, where=where)
        return {actor for column in answer.map.columns for actor in column.actors}

    assert bound("2026-02-01") == set()
    assert bound("2026-02-02") == {"ASTER"}
    assert bound("2026-07-01") == {"ASTER", "DELOS"}
    assert bound("2026-07-02") == {"DELOS"}
    assert bound("2026-12-01") == {"DELOS"}
    assert bound("2026-12-02") == set()


# What is amiss in the text.


def test_a_clause_is_not_dead_for_what_is_asked_of_some_alone_or_supposed(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  unless truce holds
  CEDAR must go
article 2
  when attack by DELOS on DELOS
  CEDAR must report
article 3
  when attack by BRIAR on BRIAR
  article 1 does not apply
""",
    )
    for asked in ({}, {"guarantors": ("ASTER",)}, {"where": "truce holds"}):
        assert "1" not in findings(covered(case, **asked))
    assert findings(covered(case, guarantors=("ASTER",))) == findings(covered(case))


def test_an_exception_to_a_prohibition_is_not_called_dead(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  each party must not attack another party
article 2
  when attack by ASTER on BRIAR
  article 1 does not apply
article 3
  when attack on a party
  each other party must go
article 4
  when attack by ASTER on DELOS
  article 3 does not apply
""",
    )
    assert findings(covered(case)) == {"4"}


def test_what_could_not_be_worked_out_is_not_called_dead(tmp_path: Path) -> None:
    values = ("red", "green", "blue")
    pairs = range(12)
    attributes = "".join(f"  {side}{n}: {', '.join(values)}\n" for side in "xy" for n in pairs)
    asked = "".join(
        "  only if "
        + " or ".join(f"(x{n} is {value} and y{n} is {value})" for value in values)
        + "\n"
        for n in pairs
    )
    case = Path(written(tmp_path, f"article 1\n  when attack on a party\n{asked}  CEDAR must go\n"))
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("agreement PACT", f"{attributes}agreement PACT"), encoding="utf-8")
    answer = covered(str(case))
    assert "article 1" in answer.partial
    assert findings(answer) == set()


# Witnesses.


def borne_out(case: str, answer: Covered) -> bool:
    """Whether a run says what all witnesses say."""
    text = Path(case).read_text(encoding="utf-8")
    blocks = "".join(f"\n```servanda\n{w.block}```\n" for w in answer.witnesses if w.block)
    Path(case).write_text(text + blocks, encoding="utf-8")
    report = workbench.expectations(case)
    assert isinstance(report, TestReport), report
    assert report.expectations
    return report.failed == 0


def test_a_duty_after_an_earlier_breach_is_shown_as_the_breach_brings_it_about(
    tmp_path: Path,
) -> None:
    case = written(
        tmp_path,
        """\
article 1
  each party must not attack another party
article 2
  when a party breaches article 1
  each other party must go
article 3
  when attack on a party
  CEDAR must report
""",
    )
    assert borne_out(case, covered(case, where="attacker is DELOS and victim is CEDAR"))


def test_help_for_another_does_not_count_against_a_witness_of_a_gap(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  each other party must assist BRIAR with support
""",
    )
    answer = covered(case, where="victim is CEDAR and attacker is DELOS")
    assert answer.gaps.gaps
    assert borne_out(case, answer)


def test_incidents_of_a_witness_have_names_that_nothing_else_has(tmp_path: Path) -> None:
    case = Path(
        written(
            tmp_path,
            """\
article 1
  when attack on a party
  only if there has been attack by the attacker on the victim
  each other party must go
""",
            "  2026-01-02 attack A1 by CEDAR on DELOS, means is sea\n",
        )
    )
    text = case.read_text(encoding="utf-8").replace("ASTER", "B1")
    scenario = """
```servanda
scenario "One before"
  2026-01-03 attack A2 by DELOS on BRIAR, means is sea
```
"""
    case.write_text(text + scenario, encoding="utf-8")
    answer = covered(str(case), after="One before")
    assert any("attack A3 by" in witness.block for witness in answer.witnesses)
    assert borne_out(str(case), answer)


def test_what_an_article_left_out_would_change_is_shown_by_no_scenario(tmp_path: Path) -> None:
    """The article stands in the case, and a scenario cannot leave it out."""
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  each other party must go
article 2
  when attack by DELOS on a party
  article 1 does not apply
""",
    )
    answer = workbench.compare(case, then_without=("2",))
    assert isinstance(answer, Compared)
    shown = [w for row in answer.rows for change in row.changes for w in change.witnesses]
    assert shown
    assert not any(witness.block for witness in shown)


def test_a_witness_goes_to_the_file_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = "article 1\n  when attack on a party\n  each other party must go\n"
    case, target = written(tmp_path, articles), tmp_path / "witness.md"
    assert main(["cover", case, "--witness", "1", "--output", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8").startswith('```servanda\nscenario "Witness 1')


# Nothing to put side by side.


def test_a_case_without_designs_says_so(tmp_path: Path) -> None:
    answer = workbench.side_by_side(written(tmp_path, "article 1\n  each party must go\n"))
    assert isinstance(answer, Checked)
    assert "binds anybody in an incident" in answer.diagnostics[0].headline


# Who is told together.


def columns(answer: Covered) -> set[tuple[str, ...]]:
    return {column.actors for column in answer.map.columns}


def test_guarantors_are_together_only_if_each_owes_what_each_other_owes(tmp_path: Path) -> None:
    """Whoever is told first is involved where the others differ, and hides nothing."""
    case = written(
        tmp_path,
        """\
article 1
  when attack by DELOS
  ASTER, BRIAR, CEDAR must go
article 2
  when attack by ASTER
  BRIAR must go
""",
    )
    assert ("CEDAR",) in columns(covered(case))


def test_what_only_those_involved_owe_is_said_of_each_by_itself(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  only if the bearer is the attacker
  each party must go
article 2
  when attack on a party
  the attacker must report
""",
    )
    assert columns(covered(case)) == {("ASTER",), ("BRIAR",), ("CEDAR",)}


def test_who_owes_nothing_to_itself_is_with_the_others_still(tmp_path: Path) -> None:
    case = written(
        tmp_path,
        """\
article 1
  when attack on a party
  each other party must go
article 2
  when attack on a party
  the victim must report
""",
    )
    assert columns(covered(case)) == {("ASTER", "BRIAR", "CEDAR")}


# Two ladders.


@pytest.mark.parametrize(
    "ladder", ["consult < aid < defence", "refrain < defence < support", "support < refrain"]
)
def test_levels_that_two_ladders_do_not_rank_alike_are_other_terms(
    tmp_path: Path, ladder: str
) -> None:
    level = ladder.rsplit(" < ", maxsplit=1)[-1]
    articles = (
        "article 1\n  when attack on a party\n  each other party must assist the victim with "
    )
    first = written(tmp_path, articles + "support\n")
    second = Path(written(tmp_path, articles + f"{level}\n"))
    text = second.read_text(encoding="utf-8")
    second.write_text(
        text.replace("act go", f"ladder response: {ladder}\nact go"), encoding="utf-8"
    )
    for one, other in ((first, str(second)), (str(second), first)):
        answer = workbench.compare(one, then_case=other)
        assert isinstance(answer, Compared), answer
        sorts = {change.sort for row in answer.rows for change in row.changes}
        assert sorts == ({"other terms"} if level != "support" else set())


def test_designs_can_be_asked_about_again_and_again(tmp_path: Path) -> None:
    case = written(tmp_path, "article 1\n  when attack on a party\n  each other party must go\n")
    assert workbench.side_by_side(case) == workbench.side_by_side(case)
