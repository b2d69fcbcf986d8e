"""Records to and from other programs: lines of JSON, annotations, events of PLOVER."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from servanda import workbench
from servanda.cli.main import main
from servanda.model.case import Case
from servanda.model.node import unplaced
from servanda.model.record import Statement
from servanda.testing import records
from servanda.views.documents import document, json_text, schema
from servanda.views.record.annotations import annotations_text
from servanda.views.record.lines import imported_text, lines_text
from servanda.workbench import load_case
from servanda.workbench.plover_events import EVENTS, PloverEvent, plover_events
from servanda.workbench.record_lines import StatementLines, statement_text
from servanda.workbench.recorded import Imported, Recorded
from servanda.workbench.reports import Checked
from tests.unit.records import WORLD
from tests.unit.test_record_answers import STATEMENTS


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A case folder with a record, and one without that the same can be said in."""
    for name, said in (("talks", STATEMENTS), ("empty", "")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "case.md").write_text(f"# Talks\n\n```servanda\n{WORLD}\n```\n", encoding="utf-8")
        if said:
            text = f"# Said\n\n```servanda\n{said}```\n"
            (folder / "record.md").write_text(text, encoding="utf-8")
    return tmp_path / "talks"


def lines(folder: Path, **asked: Any) -> str:
    found = workbench.statement_lines(str(folder), **asked)
    assert isinstance(found, StatementLines), found
    return lines_text(found)


def said(folder: Path) -> tuple[Statement, ...]:
    return tuple(map(unplaced, load_case(str(folder)).statements))


def added(folder: Path, text: str) -> Imported | Checked:
    path = folder.parent / "lines.jsonl"
    path.write_text(text, encoding="utf-8")
    return workbench.import_statements(str(folder), str(path))


def refused(found: Imported | Checked) -> list[str]:
    assert isinstance(found, Checked)
    return [report.headline for report in found.diagnostics]


# Lines of JSON.


def test_a_line_has_the_statement_and_what_the_record_makes_of_it(talks: Path) -> None:
    found = [json.loads(line) for line in lines(talks).splitlines()]
    assert [one["statement"]["id"] for one in found] == [f"S{n}" for n in range(1, 9)]
    second = found[1]
    assert second["servanda_model"] == 1
    assert second["words"] == "AMBER reports that on 2025-03-01 DELOS accepts help is troops"
    assert second["known"] == {"date": "2025-03-02"}
    assert second["standing"] == "reported by an adversary"
    assert "origin" not in lines(talks)


def test_lines_can_be_narrowed(talks: Path) -> None:
    early = lines(talks, as_of="2025-03-02").splitlines()
    assert [json.loads(line)["statement"]["id"] for line in early] == ["S1", "S2", "S7"]
    briar = lines(talks, parties=["BRIAR"]).splitlines()
    assert [json.loads(line)["statement"]["id"] for line in briar] == ["S5"]
    (one,) = lines(talks, statement="S3").splitlines()
    assert json.loads(one)["statement"]["id"] == "S3"
    assert isinstance(workbench.statement_lines(str(talks), statement="S33"), Checked)


def test_what_is_exported_is_imported_as_it_was(talks: Path) -> None:
    empty = talks.parent / "empty"
    found = added(empty, lines(talks))
    assert isinstance(found, Imported)
    assert found.added == tuple(f"S{n}" for n in range(1, 9))
    assert found.file == str(empty / "record.md")
    assert said(empty) == said(talks)
    assert main(["format", "--check", str(empty / "record.md")]) == 0


def test_what_the_record_has_is_known_by_name_and_by_content(talks: Path) -> None:
    before = (talks / "record.md").read_bytes()
    known = added(talks, lines(talks))
    assert isinstance(known, Imported)
    assert known.added == ()
    assert [one.statement for one in known.known] == [f"S{n}" for n in range(1, 9)]
    renamed = lines(talks).replace('"id":"S4"', '"id":"X4"')
    other = added(talks, renamed)
    assert isinstance(other, Imported)
    assert (other.added, other.known[3].statement) == ((), "S4")
    assert (talks / "record.md").read_bytes() == before
    assert imported_text(known).startswith("Nothing is added to ")


def test_a_line_is_added_once(talks: Path) -> None:
    line = lines(talks).splitlines()[3].replace('"id":"S4"', '"id":"S40"')
    line = line.replace("troops", "money")
    found = added(talks, f"{line}\n\n{line}\n")
    assert isinstance(found, Imported)
    assert found.added == ("S40",)
    assert [(one.line, one.statement) for one in found.known] == [(3, "S40")]
    assert said(talks)[-1].id == "S40"
    assert (talks / "record.md").read_text(encoding="utf-8").startswith("# Said\n")
    assert imported_text(found).splitlines() == [
        f"1 statement added to {talks / 'record.md'}: S40",
        "line 3: this is S40, which the record has",
    ]


def test_one_line_that_does_not_fit_keeps_all_out(talks: Path) -> None:
    good = (
        lines(talks).splitlines()[3].replace('"id":"S4"', '"id":"S40"').replace("troops", "money")
    )
    before = (talks / "record.md").read_bytes()
    for bad, why in (
        ("{", "it is no statement: "),
        (
            f'{{"servanda_model":2,"statement":{_statement(good)}}}',
            "it is of model version 2, not 1",
        ),
        (good.replace("DELOS", "NOBODY").replace("S40", "S41"), "`NOBODY` is not declared"),
        (good.replace("money", "much").replace("S40", "S41"), "`much` is not an option of `help`"),
        (good.replace("S40", "S1"), "`S1` is another statement of the record"),
        (
            good.replace("Ministry", 'The \\"Ministry\\"').replace("S40", "S41"),
            "a text of the record",
        ),
        (good.replace("Ministry", "The\\nMinistry").replace("S40", "S41"), "a text of the record"),
        (good.replace('"rejects"', '"conditions"').replace("S40", "S41"), "it is not said on what"),
        (good.replace("S40", "S 41").replace("money", "nothing"), ""),
        (good.replace('"source":', '"sauce":').replace("S40", "S41"), "`sauce` is no key"),
        (good.replace('"saying":{', '"saying":{"if":[],').replace("S40", "S41"), "`if` is no key"),
        (good.replace('"id":"S40"', '"id":"S42","id":"S41"'), "`id` stands twice"),
    ):
        headlines = refused(added(talks, f"{good}\n{bad}\n"))
        assert headlines
        assert all(line.startswith(f"line 2 does not fit: {why}") for line in headlines), headlines
    assert (talks / "record.md").read_bytes() == before
    assert sorted(os.listdir(talks)) == ["case.md", "record.md"]  # noqa: PTH208


def _statement(line: str) -> str:
    return json.dumps(json.loads(line)["statement"])


def test_what_cannot_be_changed_or_read_is_said(talks: Path, tmp_path: Path) -> None:
    def codes(found: Imported | Checked) -> list[str]:
        assert isinstance(found, Checked)
        return [report.code for report in found.diagnostics]

    some = tmp_path / "some.jsonl"
    some.write_text(lines(talks), encoding="utf-8")
    assert codes(workbench.import_statements("budapest-1994", str(some))) == ["SV916"]
    assert codes(workbench.import_statements(str(talks), str(tmp_path / "none"))) == ["SV945"]
    some.write_bytes(b"\xff\xfe")
    assert codes(workbench.import_statements(str(talks), str(some))) == ["SV945"]
    (talks / "case.md").write_text("```servanda\nstate\n```\n", encoding="utf-8")
    assert codes(workbench.import_statements(str(talks), str(some))) != ["SV945"]


def test_a_case_of_one_file_takes_them_too_whatever_ends_its_lines(talks: Path) -> None:
    alone = talks.parent / "alone.md"
    text = (talks / "case.md").read_text(encoding="utf-8").rstrip("\n")
    alone.write_bytes(text.replace("\n", "\r\n").encode())
    found = workbench.import_statements(str(alone), _written(talks))
    assert isinstance(found, Imported)
    assert said(alone) == said(talks)
    assert b"\n" not in alone.read_bytes().replace(b"\r\n", b"")


def _written(talks: Path) -> str:
    path = talks.parent / "all.jsonl"
    path.write_text(lines(talks), encoding="utf-8")
    return str(path)


def test_a_file_that_was_written_can_be_imported_and_written_over(talks: Path) -> None:
    path = talks.parent / "out.jsonl"
    command = ["record", str(talks), "--format", "jsonl", "--output", str(path)]
    assert main(command) == 0
    assert path.read_text(encoding="utf-8").splitlines()[-1].startswith('{"as_written":"')
    assert main(command) == 0
    assert main(["record", str(talks.parent / "empty"), "--import", str(path)]) == 0
    assert said(talks.parent / "empty") == said(talks)
    path.write_text(path.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    assert main(command) == 2


def test_the_command_imports(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = str(talks.parent / "empty")
    assert main(["record", empty, "--import", _written(talks), "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["servanda_import"] == 1
    jsonschema.validate(printed, schema("import"))
    assert main(["record", empty, "--import", _written(talks)]) == 0
    assert capsys.readouterr().out.startswith("Nothing is added")
    assert main(["record", empty, "--import", "nowhere.jsonl"]) == 2
    assert "SV945" in capsys.readouterr().err


DRAWN = """\
state AAA
state BBB
state CCC
state DDD
law peace_law
circumstance truce
issue help
  option troops
  option money
  option nothing
issue order
  option first
  option second
incident attack
  by attacker: state
  on victim: state
agreement PACT "Pact"
  between AAA, BBB
person ENVOY
  speaks for AAA as "envoy" until 2026-01-05
  speaks for BBB as "minister" from 2026-01-05
person MINISTER
  speaks for BBB
person SCHOLAR
outlet NEWS
document EARLY
  published by NEWS on 2026-01-04
document LATE
  published on 2026-01-07
side west
  members AAA, BBB until 2026-01-05
side east
  members CCC
"""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_a_record_is_imported_as_it_was_or_not_at_all(tmp_path: Path, case: Case) -> None:
    folder = tmp_path / "drawn"
    folder.mkdir(exist_ok=True)
    (folder / "case.md").write_text(f"```servanda\n{DRAWN}\n```\n", encoding="utf-8")
    (folder / "record.md").unlink(missing_ok=True)
    text = "".join(
        json.dumps({"servanda_model": 1, "statement": json.loads(_encoded(one))}) + "\n"
        for one in case.statements
    )
    found = added(folder, text)
    if isinstance(found, Checked):
        assert {report.code for report in found.diagnostics} == {"SV944"}
        assert not (folder / "record.md").exists()
    else:
        names = {one.statement for one in found.known}
        assert names <= set(found.added)
        kept = tuple(one for one in case.statements if one.id in found.added)
        assert said(folder) == tuple(map(unplaced, kept))


def _encoded(statement: Statement) -> bytes:
    return msgspec.json.encode(unplaced(statement))


def test_a_statement_as_text(talks: Path) -> None:
    case = load_case(str(talks))
    assert statement_text(case.statements[0], case).split("\n") == [
        'statement S1 "Troops"',
        "  2025-03-01 AMBER offers help is troops",
        "  only if truce holds",
        "  to BRIAR",
        '  medium NEWS "interview"',
        "  in PAPER, paragraph 2, characters 10 to 40, quoted",
        '  gist "Aster is ready to send troops once there is a truce."',
        '  words "We are ready."',
    ]


# Annotations.


def test_passages_are_annotations_with_their_selectors(talks: Path) -> None:
    page = json.loads(annotations_text(_recorded(talks)))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert [one["id"] for one in page["items"]] == ["#S1-1", "#S2-1", "#S5-1"]
    first = page["items"][0]
    assert first["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": 10, "end": 40},
        {"type": "TextQuoteSelector", "exact": "We are ready."},
    ]
    assert first["target"]["source"]["id"] == "#PAPER"
    assert {"purpose": "tagging", "value": "ASTER: first-hand"}.items() <= first["body"][3].items()
    assert page["items"][1]["target"]["id"] == "#PAPER"


# Events.


def _recorded(talks: Path, **asked: Any) -> Recorded:
    found = workbench.record(str(talks), **asked)
    assert isinstance(found, Recorded)
    return found


def events(talks: Path, **asked: Any) -> dict[str, PloverEvent]:
    return {one.id: one for one in plover_events(_recorded(talks, **asked)).events}


def test_sayings_are_events(talks: Path) -> None:
    found = events(talks)
    assert {name: one.event for name, one in found.items()} == {
        "S1-0-1": "AGREE",
        "S4-0-1": "REJECT",
        "S8-0-1": "REQUEST",
    }
    first = found["S1-0-1"]
    assert ([a.code for a in first.source], [a.code for a in first.target]) == (
        ["ASTER"],
        ["BRIAR"],
    )
    assert (first.date, first.eventText, first.text) == ("2025-03-01", "offers", "We are ready.")
    assert (first.standing, first.second_hand, first.only_if) == (
        "first-hand",
        False,
        ("truce holds",),
    )
    assert first.issues == ("help",)


def test_what_others_report_is_marked_as_second_hand(talks: Path) -> None:
    found = events(talks, standing="reported")
    second = found["S2-1-1"]
    assert (second.event, second.second_hand, second.reporter) == ("AGREE", True, "ASTER")
    assert second.source[0].code == "DELOS"
    assert found["S5-0-1"].standing == "reported by an outlet"
    assert "S2-0-1" not in found


def test_events_of_a_day(talks: Path) -> None:
    assert list(events(talks, as_of="2025-03-03")) == ["S1-0-1"]


def test_to_announce_an_attack_is_a_threat(tmp_path: Path) -> None:
    said_ = 'statement S1\n  2025-03-01 DELOS plans to attack BRIAR\n  source "x"\n'
    path = tmp_path / "threat.md"
    path.write_text(f"```servanda\n{WORLD}\n{said_}```\n", encoding="utf-8")
    (event,) = events(path).values()
    assert (event.event, [one.code for one in event.target]) == ("THREATEN", ["BRIAR"])


def test_events_fit_their_schema_and_the_record_of_the_data_set(talks: Path) -> None:
    printed = json.loads(json_text(document(plover_events(_recorded(talks, standing="any")))))
    jsonschema.validate(printed, schema("plover"))
    shape = {"id", "date", "source", "target", "event", "eventText", "text", "coder", "version"}
    assert all(shape <= set(event) for event in printed["events"])
    assert set(EVENTS.values()) == {"AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "ACCUSE"}


def test_the_command_prints_them(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form, start in (
        ("plover", '{\n  "servanda_plover": 1'),
        ("annotations", '{\n  "@context"'),
    ):
        assert main(["record", str(talks), "--format", form]) == 0
        assert capsys.readouterr().out.startswith(start)
        path = talks.parent / f"{form}.json"
        assert main(["record", str(talks), "--format", form, "--output", str(path)]) == 0
        assert main(["record", str(talks), "--format", form, "--output", str(path)]) == 0
        assert "as_written" in json.loads(path.read_text(encoding="utf-8"))
    assert main(["record", str(talks), "--statement", "S1", "--format", "plover"]) == 0
    assert len(json.loads(capsys.readouterr().out)["events"]) == 1
