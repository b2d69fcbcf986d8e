"""``test --update``: what is met in the place of an expectation, and writing what is accepted."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from servanda import workbench
from servanda.cli.main import main
from servanda.workbench.reports import Checked
from servanda.workbench.results import Revisions

PACT = """\
# A pact

```servanda
case "A pact"
state A "A"
state B "B"
state C "C"
incident attack
  by attacker: state
  on victim: state
  means: air, naval

agreement PACT "Pact"
  between A, B, C
article 1
  when attack on a party
  only if means is air
  each other party must assist the victim with support
  within 24 hours of the attack
article 2
  when a party requests consultation
  each other party must consult
  within 2 days of the request
article 3
  each party must not attack a party

scenario "One"
  2026-01-01 each signatory signs
  2026-02-01 attack A1 by C on A, means is air
  2026-02-02 attack A2 by C on A
  2026-02-03 A requests consultation
  2026-02-04 B consults
{lines}
```
"""


def case_of(folder: Path, *lines: str) -> Path:
    """A case with these expectations."""
    text = PACT.format(lines="\n".join(f"  {line}" for line in lines))
    path = folder / "pact.md"
    path.write_bytes(text.encode())
    return path


def found(path: Path) -> Revisions:
    result = workbench.revisions(str(path))
    assert isinstance(result, Revisions)
    return result


@pytest.mark.parametrize(
    ("written", "met"),
    [
        ("expect PACT is not in force", ["expect PACT is in force"]),
        ("expect on 2025-12-31 A is a party", ["expect on 2025-12-31 A is not a party"]),
        (
            "expect B must consult by 2026-02-06",
            ["expect B must consult by 2026-02-05"],
        ),
        (
            "expect B must assist A with military_assistance over A1",
            ["expect B must assist A with support over A1"],
        ),
        (
            "expect B must assist A with support over A2",
            ["expect it is undetermined whether B must assist A with support over A2"],
        ),
        (
            "expect no duty of B under article 1 over A2",
            [
                "expect it is undetermined whether B must assist A with support under article 1"
                " over A2"
            ],
        ),
        ("expect B still owes article 2", ["expect B has met article 2"]),
        ("expect B, C have met article 2", ["expect B has met article 2",
                                            "expect C still owes article 2"]),
        ("expect B, C must consult by 2026-02-07", ["expect B, C must consult by 2026-02-05"]),
        ("expect A must not attack C by 2026-03-01", ["expect A must not attack C"]),
        ("expect C is in breach of article 2", ["expect C still owes article 2"]),
        ("expect B is in breach of article 3", ["expect B is not in breach of article 3"]),
        ("expect B is not in breach of article 1 over A1",
         ["expect B is in breach of article 1 over A1"]),
        ("expect 3 parties must consult", ["expect 2 parties must consult"]),
        ("expect A must consult", ["expect no duty of A"]),
        ("expect it is undetermined whether B must consult", ["expect B must consult"]),
        ("expect A has met article 2", ["expect no duty of A under article 2"]),
    ],
)  # fmt: skip
def test_the_nearest_claim_that_is_met_is_offered(
    tmp_path: Path, written: str, met: list[str]
) -> None:
    (revision,) = found(case_of(tmp_path, written)).revisions
    assert (revision.was, list(revision.lines)) == (written, met)


CLASH = """
article 4
  when attack on a party
  each party must report
article 5
  only if A has requested consultation
  B must not report
article 6
  C must not report
"""


@pytest.mark.parametrize(
    ("written", "met"),
    [
        (
            "expect no conflict",
            [
                "expect conflict of article 4 with article 5",
                "expect conflict of article 4 with article 6",
            ],
        ),
        (
            "expect no conflict for B, C",
            [
                "expect conflict of article 4 with article 5 for B",
                "expect conflict of article 4 with article 6 for C",
            ],
        ),
        (
            "expect no conflict for A, B",
            ["expect no conflict for A", "expect conflict of article 4 with article 5 for B"],
        ),
        (
            "expect no conflict of article 5 with article 4 for B",
            ["expect conflict of article 5 with article 4 for B"],
        ),
        (
            "expect conflict of article 4 with article 3 for B",
            ["expect conflict of article 4 with article 5 for B"],
        ),
        ("expect conflict for A", ["expect no conflict for A"]),
        (
            "expect conflict of article 1 with article 3",
            ["expect no conflict of article 1 with article 3"],
        ),
        (
            "expect on 2026-02-02 conflict of article 4 with article 5",
            ["expect on 2026-02-02 conflict of article 4 with article 6"],
        ),
        (
            "expect on 2026-02-02 no conflict for B, C",
            [
                "expect on 2026-02-02 no conflict for B",
                "expect on 2026-02-02 conflict of article 4 with article 6 for C",
            ],
        ),
        (
            "expect it is undetermined whether article 4 conflicts with article 5 for B",
            ["expect conflict of article 4 with article 5 for B"],
        ),
    ],
)
def test_of_conflicts_what_is_so_is_offered(tmp_path: Path, written: str, met: list[str]) -> None:
    path = case_of(tmp_path, written)
    path.write_text(path.read_text().replace("\nscenario", f"{CLASH}\nscenario"))
    (revision,) = found(path).revisions
    assert list(revision.lines) == met


@pytest.mark.parametrize("written", ["no conflict", "conflict", "no conflict for B"])
def test_a_conflict_that_there_may_be_is_offered_as_undetermined(
    tmp_path: Path, written: str
) -> None:
    path = case_of(tmp_path, f"expect {written}")
    clash = CLASH.replace(
        "only if A has requested consultation", "when attack on a party\n  only if means is naval"
    )
    clash = clash.partition("article 6")[0]
    path.write_text(path.read_text().replace("\nscenario", f"{clash}\nscenario"))
    (revision,) = found(path).revisions
    whom = " for B" if written.endswith("B") else ""
    claim = f"expect it is undetermined whether article 4 conflicts with article 5{whom}"
    assert list(revision.lines) == [claim]


def test_comments_within_an_expectation_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = case_of(
        tmp_path,
        "expect B must  -- for A",
        "  -- see the note of 3 March",
        "  consult by 2026-02-06  -- the last day",
        "expect PACT is in force",
    )
    assert answer(monkeypatch, path, "y\n") == 0
    out = capsys.readouterr().out
    assert (
        "+ -- for A\n+ -- see the note of 3 March\n+ expect B must consult by 2026-02-05\n" in out
    )
    assert """\
  -- for A
  -- see the note of 3 March
  expect B must consult by 2026-02-05  -- the last day
  expect PACT is in force
""" in path.read_text("utf-8")
    assert found(path).revisions == ()


def test_what_is_met_is_not_offered(tmp_path: Path) -> None:
    path = case_of(tmp_path, "expect PACT is in force", "expect PACT is not in force")
    assert [r.was for r in found(path).revisions] == ["expect PACT is not in force"]


def test_where_nothing_of_the_kind_is_met_nothing_is_offered(tmp_path: Path) -> None:
    (revision,) = found(case_of(tmp_path, "expect A must not consult")).revisions
    assert revision.lines == ()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, typed: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(["test", str(path), "--update"])


def test_only_what_is_accepted_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = case_of(
        tmp_path,
        "expect PACT is not in force",
        "expect B, C have met article 2",
        "expect 3 parties must consult",
    )
    before = path.read_text(encoding="utf-8")
    assert answer(monkeypatch, path, "n\ny\nq\n") == 1
    after = path.read_text(encoding="utf-8")
    assert after == before.replace(
        "  expect B, C have met article 2",
        "  expect B has met article 2\n  expect C still owes article 2",
    )
    told = capsys.readouterr().out
    assert "1 expectation changed" in told
    assert "2 left as they are" in told
    assert answer(monkeypatch, path, "y\ny\n") == 0
    assert main(["test", str(path)]) == 0


def test_the_end_of_the_input_leaves_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = case_of(tmp_path, "expect PACT is not in force")
    before = path.read_bytes()
    assert answer(monkeypatch, path, "") == 1
    assert path.read_bytes() == before


def test_line_ends_and_a_byte_order_mark_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = case_of(tmp_path, "expect B, C have met article 2")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert answer(monkeypatch, path, "y\n") == 0
    held = path.read_bytes()
    assert held.startswith(b"\xef\xbb\xbf# A pact\r\n")
    assert b"article 2\r\n  expect C still owes" in held
    assert held.count(b"\n") == held.count(b"\r\n")


def test_an_expectation_over_two_lines_is_replaced_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = case_of(tmp_path, "expect B must consult", "    by 2026-02-06")
    assert answer(monkeypatch, path, "y\n") == 0
    assert "  expect B must consult by 2026-02-05\n```" in path.read_text(encoding="utf-8")


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = case_of(tmp_path, "expect PACT is not in force")
    revisions = found(path)
    path.write_text("Something else", encoding="utf-8")
    written = workbench.accept(revisions, revisions.revisions)
    assert isinstance(written, Checked)
    assert [d.code for d in written.diagnostics] == ["SV917"]
    assert path.read_text(encoding="utf-8") == "Something else"


def test_a_packaged_case_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["test", "north-atlantic-treaty", "--update"]) == 2
    assert "SV916" in capsys.readouterr().err


def test_answers_are_not_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = case_of(tmp_path, "expect PACT is in force")
    assert main(["test", str(path), "--update", "--format", "json"]) == 2
    assert "SV914" in capsys.readouterr().out


def test_options_that_no_scenario_chooses_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = case_of(tmp_path, "expect PACT is in force")
    text = path.read_text(encoding="utf-8")
    issue = 'issue strength "Strength"\n  option weak "Weak"\n  option strong "Strong"\n\n'
    text = text.replace("agreement PACT", f"{issue}agreement PACT")
    text = text.replace("only if means is air", "only if means is air and strength is strong")
    path.write_text(text.replace('"One"\n', '"One"\n  with strength is weak\n'), encoding="utf-8")
    main(["test", str(path)])
    told = capsys.readouterr().out
    assert "Options that no scenario chooses" in told
    assert "strength is strong" in told
    assert "strength is weak" not in told
