"""Agreements that a scenario supposes to be in force, from the text to what is shown."""

from __future__ import annotations

import datetime as dt
import json
import pathlib

import jsonschema
import pytest

from servanda import workbench
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import read_case
from servanda.model import interchange
from servanda.model.case import Case
from servanda.views.brief import brief_sheet
from servanda.views.run import run_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.briefs import Brief
from servanda.workbench.results import Ran

CASE = """
```servanda
state A "Aland"
state B "Borland"
state C "Cland"
incident attack
  by attacker: state
  on victim: state
issue strength
  option low
  option high
agreement PACT "Pact"
  between A, B
article 1
  when attack on B
  A must assist the victim with support
{line}scenario "One"
{lines}
  2026-02-01 attack A1 by C on B
scenario "Two"
  continues "One"
{further}
  2026-04-01 C consults
```
"""
FROM_JANUARY = "with PACT in force from 2026-01-01"


def text(*lines: str, line: str = "", further: str = "") -> str:
    written = "\n".join(f"  {one}" for one in lines)
    return CASE.format(lines=written, line=line, further=further)


def read(*lines: str, line: str = "") -> tuple[Case | None, list[tuple[str, str, int, int, str]]]:
    """The case, and what is wrong: code, words meant, line in the scenario, column, first hint."""
    whole = text(*lines, line=line)
    found = read_case([Source("pact.md", whole)])
    first = whole[: whole.index('scenario "One"')].count("\n") + 1
    return found.case, [
        (
            d.code,
            whole[d.origin.start : d.origin.end],
            d.origin.line - first,
            d.origin.column,
            (*d.hints, "")[0],
        )
        for d in found.diagnostics
    ]


def test_the_line_reaches_the_model_and_its_json_form() -> None:
    case, wrong = read(FROM_JANUARY)
    assert wrong == []
    assert case is not None
    (line,) = case.scenarios[0].supposed
    assert (line.agreement, line.date) == ("PACT", dt.date(2026, 1, 1))
    assert line.origin.line > 1
    assert interchange.loads(interchange.dumps(case)) == case
    checker = jsonschema.Draft202012Validator(interchange.schema())
    assert not list(checker.iter_errors(json.loads(interchange.dumps(case))))


def test_the_line_is_laid_out_in_one_way() -> None:
    assert f"\n  {FROM_JANUARY}\n" in format_text(text("with   PACT in  force from 2026-01-01"))


FORM = "the form is `with PACT in force from 2026-01-01`"


@pytest.mark.parametrize(
    ("line", "code", "meant", "column", "hint"),
    [
        ("with PACT in force", "SV401", "force", 16, FORM),
        ("with PACT in effect from 2026-01-01", "SV401", "effect", 16, FORM),
        (
            "with PACT in force from January",
            "SV117",
            "January",
            27,
            "a date is the year, the month and the day: `2026-03-01`",
        ),
        ("with PACT in force from 1 March 2026", "SV117", "1 March 2026", 27, "write `2026-03-01`"),
        (
            "with PACT in force from 2026-02-30",
            "SV118",
            "2026-02-30",
            27,
            "a date is the year, the month and the day: `2026-03-01`",
        ),
        ("with PACT in force from 0900-01-01", "SV125", "0900-01-01", 27, ""),
        ("with PACT in force from 2026-01-01 14:00", "SV417", "14:00", 38, ""),
        ("with PACTS in force from 2026-01-01", "SV201", "PACTS", 8, "write `PACT`"),
        ("with strength in force from 2026-01-01", "SV204", "strength", 8, ""),
    ],
)
def test_what_is_wrong_with_it_is_told(
    line: str, code: str, meant: str, column: int, hint: str
) -> None:
    case, wrong = read(line)
    assert case is None
    assert wrong == [(code, meant, 1, column, hint)]


def test_it_is_a_line_of_a_scenario() -> None:
    case, wrong = read(line=f'history "Signed"\n  {FROM_JANUARY}\n')
    assert case is None
    assert [(code, meant) for code, meant, *_ in wrong] == [("SV404", "with")]


def test_an_agreement_is_supposed_to_be_in_force_once() -> None:
    case, wrong = read(FROM_JANUARY, "with PACT in force from 2026-02-01")
    assert case is None
    assert wrong == [("SV327", "PACT", 2, 8, "leave one of them out")]


def ran(tmp_path: pathlib.Path, number: str, on: str | None = None, further: str = "") -> str:
    file = tmp_path / "pact.md"
    file.write_text(text(FROM_JANUARY, further=further), encoding="utf-8")
    found = workbench.run(str(file), number, on=on)
    assert isinstance(found, Ran)
    return " ".join(terminal_text(run_sheet(found, why="A"), width=400).split())


def test_a_run_tells_what_it_supposes(tmp_path: pathlib.Path) -> None:
    shown = ran(tmp_path, "1")
    assert "supposing that PACT is in force from 2026-01-01" in shown
    assert "2026-01-01 PACT is supposed to be in force [pact.md:18]" in shown
    assert "holds: PACT is supposed to be in force from 2026-01-01 [pact.md:18]" in shown


def test_a_run_before_that_day_has_it_still_to_come(tmp_path: pathlib.Path) -> None:
    shown = ran(tmp_path, "1", on="2025-12-01")
    assert "Still to come - 2026-01-01 PACT is supposed to be in force" in shown
    assert "PACT is not in force" in shown


def test_of_the_same_agreement_the_last_line_is_shown(tmp_path: pathlib.Path) -> None:
    shown = ran(tmp_path, "2", further="  with PACT in force from 2026-03-01")
    assert "supposing that PACT is in force from 2026-03-01" in shown
    assert "2026-01-01" not in shown
    assert "2026-01-01 PACT is supposed to be in force" in ran(tmp_path, "2")


def test_a_brief_tells_what_each_scenario_supposes_beyond_that_which_it_continues(
    tmp_path: pathlib.Path,
) -> None:
    file = tmp_path / "pact.md"
    file.write_text(text(FROM_JANUARY), encoding="utf-8")
    found = workbench.brief(str(file))
    assert isinstance(found, Brief)
    short = " ".join(terminal_text(brief_sheet(found, length="long"), width=400).split())
    assert "1. One as of 2026-02-01; supposes PACT is in force from 2026-01-01" in short
    assert "2. Two as of 2026-04-01; continues 1 -" in short
    full = " ".join(terminal_text(brief_sheet(found, length="full"), width=400).split())
    assert "Supposes: PACT is in force from 2026-01-01." in full
    assert "2026-01-01 PACT is supposed to be in force [pact.md:18]" in full
