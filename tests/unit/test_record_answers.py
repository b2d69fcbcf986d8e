"""What ``record`` answers and prints: the board, one statement, and what is wrong with a question."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import msgspec
import pytest

from servanda import workbench
from servanda.cli.main import main
from servanda.views.documents import (
    RecordDocument,
    StatementDocument,
    document,
    json_text,
    schema,
)
from servanda.views.page import html_page
from servanda.views.record import recorded_sheet, told_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.mistakes import not_a_moment
from servanda.workbench.recorded import Recorded, Told
from servanda.workbench.reports import Checked
from tests.unit.records import WORLD, told
from tests.unit.test_brief_views import Page

STATEMENTS = """\
statement S1 "Troops"
  2025-03-01 AMBER offers help is troops
  only if truce holds
  to BRIAR
  medium NEWS "interview"
  in PAPER, paragraph 2, characters 10 to 40, quoted
  gist "Aster is ready to send troops once there is a truce."
  words "We are ready."

statement S2
  2025-03-02 AMBER reports that on 2025-03-01 DELOS accepts help is troops
  in PAPER

statement S3
  2025-03-03 DELOS denies S2
  source "Ministry"

statement S4
  2025-03-04 DELOS rejects help is troops
  source "Ministry"

statement S5
  BIRCH demands order is pact_first
  in PAPER, summed_up

statement S6
  2025-03-05 AMBER retracts S1
  source "Ministry"

statement S7
  ALDER commits to enact peace_law
  judgement "Nobody knows when."

statement S8
  2025-03-06 DELOS demands help is nothing and order is truce_first
  source "Ministry"
"""


@pytest.fixture
def talks(tmp_path: Path) -> str:
    path = tmp_path / "talks.md"
    path.write_text(f"# Talks\n\n```servanda\n{WORLD}\n{STATEMENTS}\n```\n", encoding="utf-8")
    return str(path)


def record(name: str, **asked: object) -> Recorded:
    found = workbench.record(name, **asked)
    assert isinstance(found, Recorded), found
    return found


def statement(name: str, asked: str) -> Told:
    found = workbench.statement(name, asked)
    assert isinstance(found, Told), found
    return found


def lines(found: Recorded, *, full: bool = False) -> list[str]:
    return terminal_text(recorded_sheet(found, full=full)).splitlines()


def test_the_board_is_a_table_with_a_line_of_reason_for_each_cell(talks: str) -> None:
    printed = lines(record(talks))
    assert printed[printed.index("Positions") + 2].split() == ["Issue", "ASTER", "BRIAR", "DELOS"]
    assert (
        " - ASTER: offers troops only if truce holds, on 2025-03-01 (S1); taken back (S6)"
        in printed
    )
    assert " - BRIAR: silent; summed up in PAPER by 2025-03-10: demands pact_first (S5)" in printed
    assert max(map(len, printed)) <= 80


def test_every_line_of_the_full_page_fits(talks: str) -> None:
    for bar in ("first-hand", "reported", "any"):
        found = record(talks, standing=bar, since="2025-03-02")
        assert max(map(len, lines(found, full=True))) <= 80


def test_many_parties_stand_below_one_another(tmp_path: Path) -> None:
    names = [f"STATE{letter}" for letter in "ABCDEFGHIJ"]
    issues = [f"question_of_{letter}" for letter in "abcdef"]
    states = "\n".join(f"state {name}" for name in names)
    options = "\n".join(f"issue {one}\n  option yes\n  option no" for one in issues)
    said = "\n".join(
        f'statement S{n}{m}\n  2025-03-01 {name} demands {issue} is yes\n  source "x"'
        for n, name in enumerate(names)
        for m, issue in enumerate(issues)
    )
    path = tmp_path / "many.md"
    path.write_text(f"```servanda\n{states}\n{options}\n{said}\n```\n", encoding="utf-8")
    printed = lines(record(str(path)))
    assert "Issue          Who holds what" in printed
    assert "question_of_a  STATEA: demands yes" in printed


def test_a_narrow_question_has_a_narrow_answer(talks: str) -> None:
    found = record(talks, parties=["DELOS"], issues=["help"])
    assert [(c.party, c.matter.name) for c in found.board.cells] == [("DELOS", "help")]
    assert [one.id for one in found.statements] == ["S2", "S3", "S4", "S8"]
    assert found.asked_parties == ("DELOS",)


def test_commitments_and_silences_can_be_asked_for(talks: str) -> None:
    found = record(talks, standing="reported", as_of="2025-03-02").board
    assert [(one.stance.party, one.stance.standing.value) for one in found.commitments] == [
        ("DELOS", "reported by an adversary")
    ]
    assert record(talks).board.commitments == ()
    assert ("BRIAR", "help") in {(cell.party, cell.matter.name) for cell in found.silences}


def test_what_cannot_be_dated_is_named(talks: str) -> None:
    assert record(talks).board.undated == ("S7",)
    left_out = "Left out, since nobody can tell when they were made: S7."
    assert left_out in lines(record(talks))


def test_the_html_page_opens_each_statement_and_every_link_leads_somewhere(talks: str) -> None:
    for asked in ({}, {"parties": ["DELOS"]}, {"standing": "any", "since": "2025-03-01"}):
        found = record(talks, **asked)
        page = Page(html_page(recorded_sheet(found, full=True, folded=True)))
        assert page.targets <= {f"#{name}" for name in page.ids}
        assert len(page.ids) == len(set(page.ids))
    told = statement(talks, "S2")
    Page(html_page(told_sheet(told)))


def test_a_statement_is_told_with_its_chain_and_what_bears_on_it(talks: str) -> None:
    told = statement(talks, "S2").statement
    assert [
        (one.voice, one.standing and one.standing.value) for s in told.sayings for one in s.heard
    ] == [
        ("ASTER", "first-hand"),
        ("DELOS", "reported by an adversary"),
    ]
    assert [denial.statement for denial in told.denied_by] == ["S3"]
    why = told.sayings[1].heard[0].why
    assert why is not None
    assert [part.told for part in why.because] == [
        "AMBER, who reports it, speaks for ASTER, on another side than DELOS",
        "DELOS is said to have said so",
        "PAPER has it",
    ]
    assert all(part.origin.line for part in why.because)
    printed = terminal_text(told_sheet(statement(talks, "S1"))).splitlines()
    assert " - only if truce holds" in printed
    assert " - to BRIAR" in printed
    assert " - taken back by ASTER on 2025-03-05 (S6)" in printed
    assert max(map(len, printed)) <= 80


def test_an_undated_denial_or_retraction_is_told_as_by_the_day_of_its_document(
    tmp_path: Path,
) -> None:
    path = tmp_path / "undated.md"
    said = """\
statement S1
  2025-03-02 AMBER reports that DELOS accepts help is troops
  in PAPER
statement S2
  DELOS denies S1
  in PAPER
statement S3
  AMBER offers help is money
  in PAPER
statement S4
  AMBER retracts S3
  in PAPER
statement S5
  BIRCH denies that BIRCH demands order is truce_first
  in PAPER
"""
    path.write_text(f"# Talks\n\n```servanda\n{WORLD}\n{said}\n```\n", encoding="utf-8")
    printed = " ".join(lines(record(str(path), standing="any")))
    assert "denied by DELOS by 2025-03-10 (S2)" in printed
    assert "denies that BIRCH demands order is truce_first, by 2025-03-10 (S5)" in printed
    taken_back = terminal_text(told_sheet(statement(str(path), "S3")))
    assert "taken back by ASTER by 2025-03-10 (S4)" in taken_back


def test_json_keeps_everything_and_fits_its_schema(talks: str) -> None:
    found = record(talks, standing="any", since="2025-03-01")
    text = json_text(document(found))
    assert msgspec.json.decode(text, type=RecordDocument).record == found
    jsonschema.validate(msgspec.json.decode(text), schema("record"))
    told = statement(talks, "S2")
    text = json_text(document(told))
    assert msgspec.json.decode(text, type=StatementDocument).statement == told
    jsonschema.validate(msgspec.json.decode(text), schema("statement"))


def test_the_same_record_gives_the_same_bytes(talks: str) -> None:
    first, second = (json_text(document(record(talks))) for _ in range(2))
    assert first == second


# What is wrong with a question.


def codes(found: object) -> list[str]:
    assert isinstance(found, Checked)
    assert found.misuse
    return [report.code for report in found.diagnostics]


def test_what_is_wrong_with_a_question_is_said(talks: str) -> None:
    assert codes(workbench.record(talks, as_of="yesterday")) == ["SV904"]
    assert codes(workbench.record(talks, as_of="2025-03-01 10:00")) == ["SV904"]
    assert codes(workbench.record(talks, since="2025-02-30")) == ["SV904"]
    assert codes(workbench.record(talks, parties=["ASTOR"])) == ["SV907"]
    refused = workbench.record(talks, parties=["BIRCH"])
    assert isinstance(refused, Checked)
    (report,) = refused.diagnostics
    assert report.headline == "`BIRCH` is a person and no actor"
    assert report.hints == ("did you mean `BRIAR`, for whom BIRCH speaks?",)
    assert codes(workbench.record(talks, issues=["helps"])) == ["SV906"]
    assert codes(workbench.record(talks, standing="hearsay")) == ["SV914"]
    assert codes(workbench.statement(talks, "S99")) == ["SV942"]
    assert codes(workbench.record(talks, since="2025-03-06", as_of="2025-03-06")) == ["SV943"]


def test_a_case_without_a_record_says_so() -> None:
    assert codes(workbench.record("budapest-1994")) == ["SV941"]
    assert codes(workbench.statement("budapest-1994", "S1")) == ["SV941"]


def test_where_a_record_is_written_is_told_by_the_file_of_the_case(tmp_path: Path) -> None:
    path, folder = tmp_path / "talks.md", tmp_path / "talks"
    folder.mkdir()
    for file in (path, folder / "case.md"):
        file.write_text("```servanda\nstate A\n```\n", encoding="utf-8")
    for asked, where in ((path, "talks.md"), (folder, "record.md")):
        found = workbench.record(str(asked))
        assert isinstance(found, Checked)
        (hint,) = found.diagnostics[0].hints
        assert hint.startswith(f"write what was said in `{where}`, as `statement` blocks")


def test_a_record_that_cannot_be_dated_says_so(tmp_path: Path) -> None:
    path = tmp_path / "undated.md"
    said = 'state A\nissue help\n  option yes\n  option no\nstatement S1\n  A demands help is yes\n  source "x"'
    path.write_text(f"```servanda\n{said}\n```\n", encoding="utf-8")
    assert codes(workbench.record(str(path))) == ["SV941"]
    assert isinstance(workbench.record(str(path), as_of="2025-01-01"), Recorded)


# The command.


def test_the_command_prints_each_format(talks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", talks]) == 0
    assert capsys.readouterr().out.startswith("Record: Talks\n")
    assert main(["record", talks, "--format", "markdown", "--full"]) == 0
    assert capsys.readouterr().out.startswith("# Talks\n")
    assert main(["record", talks, "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
    assert main(["record", talks, "--format", "json", "--statement", "S2"]) == 0
    assert capsys.readouterr().out.startswith('{\n  "servanda_statement": 1')
    assert main(["record", talks, "--party", "ASTER,BRIAR", "--issue", "help"]) == 0
    assert "DELOS" not in capsys.readouterr().out
    assert main(["record", talks, "--statement", "S2", "--standing", "any"]) == 0
    assert "at the bar any" in capsys.readouterr().out
    assert main(["record", talks, "--party", "NOBODY"]) == 2
    assert "SV907" in capsys.readouterr().err


def test_the_command_writes_a_file(talks: str, tmp_path: Path) -> None:
    target = tmp_path / "record.html"
    assert main(["record", talks, "--format", "html", "--output", str(target)]) == 0
    assert "As Servanda wrote it" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6 July 2017", "2017-07-06"),
        ("July 6, 2017", "2017-07-06"),
        ("6th Jul 2017", "2017-07-06"),
        ("2017/7/6", "2017-07-06"),
        ("6/7/2017", ""),
        ("31 February 2017", ""),
        ("July 2017", ""),
        ("2017 9999999999999999999999 1", ""),
    ],
)
def test_a_day_that_is_written_out_is_offered_as_it_is_typed(typed: str, meant: str) -> None:
    (report,) = not_a_moment(typed).diagnostics
    offered = [hint for hint in report.hints if "did you mean" in hint]
    assert offered == ([f"did you mean `{meant}`?"] if meant else [])


def test_a_cell_tells_what_hangs_on_a_condition_from_what_was_taken_together() -> None:
    found = told(
        "2025-03-01 ASTER rejects help is troops and order is pact_first",
        "2025-03-01 BRIAR offers help is money; only if truce holds",
    )
    shown = terminal_text(recorded_sheet(found.recorded))
    assert "rejects troops (together)" in shown
    assert "offers money (if)" in shown
