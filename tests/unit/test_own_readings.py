"""Readings that some actors take for themselves, from the text to the answer."""

from __future__ import annotations

import pathlib

import pytest

from servanda import workbench
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import read_case
from servanda.model import interchange
from servanda.model.case import Case
from servanda.workbench.reports import Checked
from servanda.workbench.results import Ran, TestReport

CASE = """
```servanda
state A "Aland"
state B "Borland"
state C "Cland"
incident attack
  by attacker: state
  on victim: state
  means: air, naval
agreement PACT "Pact"
  between A, B, C
  bound by signature
article 1
  when attack on C
  each other party must assist the victim with support
article 2
  remains in force for 10 years
reading only_air of article 1 "Only from the air"
  also only if means is air
reading on_request of article 1
  also only if the victim has requested assistance
reading longer of article 2
  remains in force for 20 years
scenario "One"
{lines}
  2026-01-01 each signatory signs
  2026-02-01 attack on C, means is naval
```
"""


def read(*lines: str) -> tuple[Case | None, list[tuple[str, tuple[str, ...]]]]:
    """The case with some lines in its scenario, and what is wrong with it, code and hints."""
    text = CASE.format(lines="\n".join(f"  {line}" for line in lines))
    found = read_case([Source("pact.md", text)])
    return found.case, [(d.code, d.hints) for d in found.diagnostics]


def test_a_reading_is_taken_by_those_whom_for_names() -> None:
    case, wrong = read("with reading only_air for A, B", "with reading on_request")
    assert case is not None
    assert wrong == []
    (scenario,) = case.scenarios
    assert scenario.readings == ("on_request",)
    (own,) = scenario.own_readings
    assert (own.reading, own.actors) == ("only_air", ("A", "B"))
    assert interchange.loads(interchange.dumps(case)) == case


def test_the_line_is_laid_out_in_one_way() -> None:
    text = CASE.format(lines="  with  reading only_air   for A ,B")
    assert "\n  with reading only_air for A, B\n" in format_text(text)


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("with reading only_air of A", "SV437", "write `with reading only_air for A`"),
        (
            "with reading only_air according to A, B",
            "SV437",
            "write `with reading only_air for A, B`",
        ),
        ("with reading longer for A", "SV354", "write `with reading longer`"),
        ("with reading only_aire for A", "SV201", "write `only_air`"),
    ],
)
def test_what_is_nearly_so_is_told(line: str, code: str, hint: str) -> None:
    _, wrong = read(line)
    assert [(c, h[:1]) for c, h in wrong] == [(code, (hint,))]


@pytest.mark.parametrize("who", ["each party", "the parties", "all"])
def test_those_who_take_a_reading_are_named(who: str) -> None:
    _, wrong = read(f"with reading only_air for {who}")
    assert [code for code, _ in wrong] in (["SV437"], ["SV201"])


def test_nobody_takes_two_readings_of_the_same_words() -> None:
    _, wrong = read("with reading only_air for A", "with reading on_request for B, A")
    assert [code for code, _ in wrong] == ["SV327"]
    case, wrong = read("with reading only_air for A", "with reading on_request for B")
    assert case is not None


def ran(tmp_path: pathlib.Path, *readings: str, lines: str = "") -> Ran | Checked:
    file = tmp_path / "pact.md"
    file.write_text(CASE.format(lines=lines), encoding="utf-8")
    found = workbench.run(str(file), "1", readings=readings)
    assert isinstance(found, Ran | Checked)
    return found


def test_a_reading_of_some_can_be_asked_for(tmp_path: pathlib.Path) -> None:
    found = ran(tmp_path, "only_air for A", "longer")
    assert isinstance(found, Ran)
    assert {life.bearers: life.state.value for life in found.outcome.duties} == {("B",): "pending"}
    assert [own.words for own in found.outcome.own_readings] == ["reading only_air for A"]
    assert found.outcome.readings == ("longer",)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("only_air for X", "SV907"),
        ("only_air for", "SV907"),
        ("only for A", "SV905"),
        ("longer for A", "SV905"),
    ],
)
def test_what_cannot_be_asked_for_is_told(tmp_path: pathlib.Path, asked: str, code: str) -> None:
    found = ran(tmp_path, asked)
    assert isinstance(found, Checked)
    assert [d.code for d in found.diagnostics] == [code]


def test_what_is_asked_for_stands_before_what_the_scenario_takes(tmp_path: pathlib.Path) -> None:
    found = ran(tmp_path, "only_air", lines="  with reading on_request")
    assert isinstance(found, Ran)
    assert found.outcome.readings == ("only_air",)


def test_the_readings_that_no_scenario_takes_are_named(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "pact.md"
    file.write_text(CASE.format(lines="  with reading only_air for A"), encoding="utf-8")
    report = workbench.expectations(str(file))
    assert isinstance(report, TestReport)
    assert [one.reading for one in report.untaken] == ["on_request", "longer"]
