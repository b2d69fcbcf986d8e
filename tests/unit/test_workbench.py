"""What the workbench composes: events in words, duties put together, the most that is asked."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from servanda import workbench
from servanda.analyses.scenario.outcome import DutyLife, State
from servanda.core.verdict import Verdict
from servanda.language.folder import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.node import ActorId, Level
from servanda.workbench.asking import read_moment
from servanda.workbench.grounds import grounds, passages
from servanda.workbench.happenings import happenings
from servanda.workbench.ladder import strongest
from servanda.workbench.lines import duty_lines
from servanda.workbench.opening import open_case
from servanda.workbench.reports import Checked
from servanda.workbench.results import Brief, DutyLine
from servanda.workbench.touched import untouched_articles
from servanda.workbench.writing import make_folder, write_file
from tests.unit import briefs

DECLARED = """\
# The pact

```servanda
case "Test"
state USA "United States"
state GBR "United Kingdom"
state FRA "France"
state UKR "Ukraine"
state RUS "Russia"
  judgement "Codes as in ISO 3166."

group guarantor "Guarantors"
  members USA, GBR
  members FRA from 2026-01-01
  source "A paper"

organ council "Council"
  members the guarantors
  decides by consensus

incident attack "Attack"
  by attacker: state
  on victim: state
  means: ground, air

agreement PACT "Pact"
  between USA, GBR, FRA, UKR, RUS
  bound by signature
  source "Treaty series 1"

article 5 "Assistance"
  when attack on UKR
  each other guarantor must assist the victim as it deems necessary, at least support

article 6
  enters into force when USA has signed
```
"""


def case_of(events: str) -> Case:
    """The pact, and a scenario with these events."""
    lines = "".join(f"  {line}\n" for line in events.splitlines())
    scenario = f'\n```servanda\nscenario "One"\n{lines}```\n'
    read = read_case([Source("pact.md", DECLARED + scenario)])
    assert read.case is not None, read.diagnostics
    return read.case


# Events.


@pytest.mark.parametrize(
    "event",
    [
        "2026-03-01 attack A1 by RUS on UKR, means is air",
        "2026-03-01 14:00 UKR requests consultation",
        "2026-03-01 USA, GBR sign",
        "2026-03-01 each guarantor except FRA signs",
        "2026-03-01 FRA refuses to consult",
        "2026-03-01 USA, GBR refuse to assist UKR",
        "2026-03-01 HUN notifies withdrawal".replace("HUN", "FRA"),
    ],
)
def test_an_event_is_told_in_the_words_that_it_was_written_in(event: str) -> None:
    case = case_of(event)
    (told,) = happenings(case, case.scenarios[0])
    assert f"{told.at} {told.words}" == event


@pytest.mark.parametrize(
    "event",
    [
        "2026-03-02 USA assists UKR with support over A1",
        "2026-03-02 USA, GBR assist UKR with support over A1",
        "2026-03-02 council finds that attacker of A1 is RUS, means is air",
        "2026-03-02 USA, GBR find that means of A1 is air",
        "2026-03-02 each guarantor except FRA votes yes on A1",
        "2026-03-02 FRA votes no on A1 in council",
        "2026-03-02 FRA abstains on A1",
        "2026-03-02 council decides on A1",
        "2026-03-02 the guarantors decide on A1",
    ],
)
def test_what_follows_an_incident_is_told_so_too(event: str) -> None:
    case = case_of(f"2026-03-01 attack A1 on UKR\n{event}")
    told = happenings(case, case.scenarios[0])
    assert f"{told[1].at} {told[1].words}" == event


def test_the_events_of_a_scenario_that_is_continued_come_first() -> None:
    first = case_of("2026-03-01 USA signs")
    second = msgspec.structs.replace(
        first.scenarios[0], title="Two", continues="One", events=first.scenarios[0].events
    )
    case = msgspec.structs.replace(first, scenarios=(*first.scenarios, second))
    assert len(happenings(case, second)) == 1
    assert len(happenings(case, second, whole=True)) == 2


# Lines.


def life(bearer: str, state: State = State.PENDING) -> DutyLife:
    """A duty under article 5."""
    return msgspec.structs.replace(briefs.life(state, bearer), article=briefs.ARTICLE)


def lines_of(*lives: DutyLife) -> tuple[DutyLine, ...]:
    """The lines that these duties make."""
    return duty_lines(case_of("2026-03-01 USA signs"), briefs.outcome(*lives), lives)


def test_all_members_of_a_group_are_called_by_their_noun() -> None:
    (line,) = lines_of(life("USA"), life("GBR"), life("FRA"))
    assert (line.who, line.bearers) == ("each guarantor", ("USA", "GBR", "FRA"))


def test_some_members_of_a_group_are_named() -> None:
    (line,) = lines_of(life("USA"), life("GBR"))
    assert (line.who, line.bearers) == ("", ("USA", "GBR"))


def test_duties_that_stand_differently_stay_apart() -> None:
    met, pending = lines_of(life("USA", State.MET), life("GBR"))
    assert (met.state, met.bearers) == (State.MET, ("USA",))
    assert (pending.state, pending.bearers) == (State.PENDING, ("GBR",))


def test_what_is_missing_keeps_duties_apart() -> None:
    missing = msgspec.structs.replace(life("USA", State.UNDETERMINED), missing=(briefs.MISSING,))
    assert len(lines_of(missing, life("GBR", State.UNDETERMINED))) == 2


def test_a_joint_duty_is_one_line_and_says_so() -> None:
    joint = msgspec.structs.replace(life("USA"), bearers=(ActorId("USA"), ActorId("GBR")))
    (line,) = lines_of(joint)
    assert line.jointly


# The most that is asked.


def test_the_most_that_is_asked_is_the_highest_level_on_the_ladder() -> None:
    case = case_of("2026-03-01 USA signs")
    strong = msgspec.structs.replace(
        life("USA"),
        content=msgspec.structs.replace(life("USA").content, floor=Level("armed_force")),
    )
    (most,) = strongest(case, [briefs.outcome(life("USA")), briefs.outcome(strong)])
    assert (most.bearers, most.level, most.scenario) == (("USA",), "armed_force", 2)
    assert most.possible is None


def test_what_is_undetermined_counts_as_possible_where_it_asks_for_more() -> None:
    case = case_of("2026-03-01 USA signs")
    (most,) = strongest(case, [briefs.outcome(life("USA", State.UNDETERMINED))])
    assert (most.level, most.possible, most.possible_scenario) == (None, "support", 1)
    (most,) = strongest(
        case, [briefs.outcome(life("USA")), briefs.outcome(life("USA", State.UNDETERMINED))]
    )
    assert (most.level, most.possible) == ("support", None)


# What is touched.


def test_an_article_is_touched_when_a_duty_under_it_arises() -> None:
    case = case_of("2026-03-01 USA signs")
    none = untouched_articles(case, [])
    assert [u.article.article for u in none] == ["5", "6"]
    some = untouched_articles(case, [briefs.outcome(life("USA"))])
    assert [u.article.article for u in some] == ["6"]


def test_an_article_about_the_agreements_life_is_touched_when_what_it_says_has_come_about() -> None:
    case = case_of("2026-03-01 USA signs")
    entry = case.agreements[0].articles[1]
    why = briefs.reason(Verdict.HOLDS, "USA has signed", origin=entry.origin)
    force = msgspec.structs.replace(briefs.IN_FORCE, why=why)
    outcome = msgspec.structs.replace(briefs.outcome(), force=(force,))
    assert [u.article.article for u in untouched_articles(case, [outcome])] == ["5"]


# Sources, judgement, text.


def test_every_source_and_judgement_is_found_where_it_stands() -> None:
    source = Source("pact.md", DECLARED)
    judged = [(g.about, g.text, g.origin.line) for g in grounds([source], "judgement")]
    assert judged == [("state RUS", "Codes as in ISO 3166.", 10)]
    cited = [(g.about, g.text) for g in grounds([source], "source")]
    assert cited == [("group guarantor", "A paper"), ("agreement PACT", "Treaty series 1")]


def test_the_text_is_quoted_with_its_line_numbers() -> None:
    (passage,) = passages([Source("pact.md", DECLARED)])
    assert (passage.first_line, passage.trail) == (4, ("The pact",))
    assert passage.lines[0] == 'case "Test"'


# Dates.


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01 14:00", "2026-03-01 14:00"),
        ("2026-03-01T14:00Z", "2026-03-01 14:00"),
        ("2026-03-01 00:30 +02:00", "2026-02-28 22:30"),
        (" 2026-03-01 ", "2026-03-01"),
    ],
)
def test_a_moment_is_read_in_universal_time(text: str, read: str) -> None:
    assert str(read_moment(text)) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2026-3-1",
        "20260301",
        "2026-02-29",
        "2026-03-01 24:00",
        "0001-01-01 00:00 +02:00",
    ],
)
def test_what_is_no_moment_is_reported(text: str) -> None:
    assert isinstance(read_moment(text), Checked)


# Files.


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    assert write_file(target, b"one") is None
    assert write_file(target, b"two") is None
    assert target.read_bytes() == b"two"
    assert isinstance(write_file(tmp_path / "no" / "brief.html", b"x"), Checked)
    assert [p.name for p in tmp_path.iterdir()] == ["brief.html"]


def test_a_files_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "pact.md"
    target.write_bytes(b"one")
    target.chmod(0o640)
    assert write_file(target, b"two") is None
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "case", {"case.md": "x", "drafts/pact.md": "y"}) is None
    assert (tmp_path / "case" / "drafts" / "pact.md").read_text("utf-8") == "y"
    assert isinstance(make_folder(tmp_path / "case", {"case.md": "z"}), Checked)
    assert isinstance(make_folder(tmp_path / "no" / "case", {"case.md": "z"}), Checked)
    assert isinstance(make_folder(tmp_path / "bad", {"x/../../\0": "z"}), Checked)
    assert [p.name for p in tmp_path.iterdir()] == ["case"]


# As a whole.


def test_a_brief_of_a_case_answers_for_every_scenario(tmp_path: Path) -> None:
    text = DECLARED + '\n```servanda\nscenario "One"\n  2026-03-01 USA, GBR sign\n```\n'
    (tmp_path / "pact.md").write_text(text, encoding="utf-8")
    brief = workbench.brief(str(tmp_path))
    assert isinstance(brief, Brief)
    assert [s.name.title for s in brief.scenarios] == ["One"]
    assert brief.agreements[0].in_force_in == (1,)
    assert brief.agreements[0].force.verdict is Verdict.FAILS
    assert {p.file for p in brief.passages} == {"pact.md"}


def test_reports_name_files_as_they_were_typed_and_answers_as_in_the_case(tmp_path: Path) -> None:
    (tmp_path / "pact.md").write_text(DECLARED, encoding="utf-8")
    inside = open_case(str(tmp_path), inside=True)
    typed = open_case(str(tmp_path))
    assert not isinstance(inside, Checked)
    assert not isinstance(typed, Checked)
    assert inside.case.origin.file == "pact.md"
    assert typed.case.origin.file == str(tmp_path / "pact.md")
