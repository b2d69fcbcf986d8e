"""What the workbench composes: events in words, duties put together, the most that is asked."""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pytest

from servanda import workbench
from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import DutyChange, DutyLife, ForceChange, Missing, State
from servanda.core.verdict import Verdict
from servanda.language.folder import Source
from servanda.language.format import format_text
from servanda.model.case import Case
from servanda.model.node import ActorId, Level
from servanda.views.brief import brief_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench import formatting
from servanda.workbench.asking import read_moment
from servanda.workbench.briefs import Brief, Clause
from servanda.workbench.checking import checked_case
from servanda.workbench.clauses import obligations, provisions
from servanda.workbench.grounds import grounds, passages
from servanda.workbench.happenings import happenings
from servanda.workbench.ladder import strongest
from servanda.workbench.lines import answer_lines, duty_lines
from servanda.workbench.opening import open_case
from servanda.workbench.reports import CaseError, Checked
from servanda.workbench.results import DutyLine
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


def declared_with(text: str) -> str:
    """The declarations, with other agreements and scenarios."""
    before, _, _ = DECLARED.partition("\nagreement PACT")
    return f"{before}\n{text.strip()}\n```\n"


def written(text: str) -> Case:
    """A case with the declarations, and these agreements and scenarios."""
    read = checked_case([Source("pact.md", declared_with(text))])
    assert read.case is not None, read.diagnostics
    return read.case


def case_of(events: str) -> Case:
    """The pact, and a scenario with these events."""
    lines = "".join(f"  {line}\n" for line in events.splitlines())
    scenario = f'\n```servanda\nscenario "One"\n{lines}```\n'
    read = checked_case([Source("pact.md", DECLARED + scenario)])
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


def test_duties_that_differ_only_in_that_the_bearer_is_the_value_are_one_line() -> None:
    def hanging(bearer: str, *others: str) -> DutyLife:
        decides = ((", ".join(others), State.UNDETERMINED), (bearer, State.NOT_ARISEN))
        missing = Missing("attacker", "attacker is not known", decides)
        return msgspec.structs.replace(life(bearer, State.UNDETERMINED), missing=(missing,))

    alone = hanging("USA", "GBR", "FRA")
    (line,) = lines_of(alone, hanging("GBR", "USA", "FRA"), hanging("FRA", "USA", "GBR"))
    assert line.who == "each guarantor"
    assert line.missing[0].decides == (
        ("anybody else", State.UNDETERMINED),
        ("the guarantor itself", State.NOT_ARISEN),
    )
    (line,) = lines_of(alone)
    assert line.missing == alone.missing


def answers_of(*lives: DutyLife) -> tuple[DutyLine, ...]:
    """The lines that a short answer has of these duties."""
    return answer_lines(case_of("2026-03-01 USA signs"), briefs.outcome(*lives), lives)


def test_a_short_answer_parts_nobody_for_what_it_does_not_say() -> None:
    """Since when somebody is bound stands in the table, where such lines stay apart."""
    later = msgspec.structs.replace(life("FRA"), arisen=briefs.LAST)
    (line,) = answers_of(life("USA"), life("GBR"), later)
    assert line.who == "each guarantor"
    assert len(lines_of(life("USA"), life("GBR"), later)) == 2
    strength = Missing("strength", "strength is still open", (("force", State.PENDING),))
    refused = msgspec.structs.replace(strength, decides=(("force", State.BREACHED),))
    open_ones = [
        msgspec.structs.replace(life(bearer, State.UNDETERMINED), missing=(missing,))
        for bearer, missing in (("USA", strength), ("GBR", strength), ("FRA", refused))
    ]
    (line,) = answers_of(*open_ones)
    assert line.who == "each guarantor"
    assert len(lines_of(*open_ones)) == 2


def test_a_short_answer_parts_whom_it_tells_differently() -> None:
    usa, gbr = life("USA"), life("GBR")
    for change in (
        {"due": briefs.LAST},
        {"late": briefs.LAST},
        {"state": State.MET},
        {"trigger": "attack A2 by RUS on UKR"},
        {"modality": "must not"},
    ):
        assert len(answers_of(usa, msgspec.structs.replace(gbr, **change))) == 2


def test_a_joint_duty_is_one_line_and_says_so() -> None:
    joint = msgspec.structs.replace(life("USA"), bearers=(ActorId("USA"), ActorId("GBR")))
    (line,) = lines_of(joint)
    assert line.jointly


# The most that is asked.


STRONG = msgspec.structs.replace(
    life("USA"),
    content=msgspec.structs.replace(
        life("USA").content, floor=Level("armed_force"), ceiling=Level("armed_force")
    ),
)


def test_the_most_that_is_asked_is_the_highest_level_on_the_ladder() -> None:
    case = case_of("2026-03-01 USA signs")
    (most,) = strongest(case, [briefs.outcome(life("USA")), briefs.outcome(STRONG)])
    (asked,) = most.asked
    assert (most.bearers, asked.level, asked.scenario) == (("USA",), "armed_force", 2)
    assert not asked.at_least


def test_what_is_undetermined_counts_as_possible_where_it_asks_for_more() -> None:
    case = case_of("2026-03-01 USA signs")
    weak = briefs.outcome(life("USA", State.UNDETERMINED))
    (most,) = strongest(case, [weak])
    assert [(a.level, a.certain, a.scenario) for a in most.asked] == [("support", False, 1)]
    (most,) = strongest(case, [briefs.outcome(life("USA")), weak])
    assert [(a.level, a.certain, a.at_least) for a in most.asked] == [("support", True, True)]


def test_what_is_owed_only_if_an_issue_is_settled_so_does_not_count_as_owed() -> None:
    case = written("""
issue strength "Strength"
  option own_choice
  option armed_force

issue form "Form"
  option text

agreement PACT "Pact"
  between USA, UKR, RUS

article 5
  when attack on UKR
  USA must assist the victim as it deems necessary, at least support

article 6
  when attack on UKR
  only if strength is armed_force
  USA must assist the victim with armed_force

scenario "As the text stands"
  with form is text
  2026-01-01 each signatory signs
  2026-03-01 attack by RUS on UKR

scenario "Settled"
  continues "As the text stands"
  with strength is armed_force
""")
    (most,) = strongest(case, [simulate(case, scenario) for scenario in case.scenarios])
    weak, strong = most.asked
    assert (weak.level, weak.at_least, weak.scenario, weak.supposing) == ("support", True, 1, ())
    assert (strong.level, strong.scenario) == ("armed_force", 2)
    assert strong.supposing == (("strength", "armed_force"),)


# What the articles say.


def test_a_clause_is_told_whole_and_names_its_own_agreement_nowhere() -> None:
    case = written("""
act invite (invites, invited, invitation) "Invitation"
  object actor

agreement LAW "Law"
  between USA, UKR

agreement PACT "Pact"
  between USA, GBR, UKR, RUS

article 5 "Assistance"
  when attack on a party
  only if means is air
  unless the victim has breached article 6
  each other party must assist the victim with support
  within 3 days of the attack
  until council has decided

article 6
  RUS must not attack UKR

article 7
  enters into force when USA has signed

article 8
  only if each party has invited the applicant
  a state may accede

article 9
  from 20 years after entry into force
  a party may withdraw with effect 1 year after notice, not before 2 years after entry into force

article 10
  remains in force for 10 years

article 11
  when attack on USA
  article 5 does not apply
""")
    outcome = simulate(case, case_of("2026-03-01 USA signs").scenarios[0])
    told, forbidden = obligations(case, [outcome])
    assert (told.who, told.modality, told.content) == (
        "each other party",
        "must",
        "assist the victim with support",
    )
    assert told.clause == Clause(
        when="attack on a party",
        only_if=("means is air",),
        unless=("the victim has breached article 6",),
        deadline="within 3 days of the attack",
        until="council has decided",
    )
    assert told.bearers == ("USA",)
    assert forbidden.bearers == ("RUS",)
    said = {str(p.article.article): p for p in provisions(case)}
    assert [p.says for p in said.values()] == [
        "enters into force when USA has signed",
        "a state may accede",
        "a party may withdraw with effect 1 year after notice, "
        "not before 2 years after entry into force",
        "remains in force for 10 years",
        "article 5 does not apply",
    ]
    assert said["8"].clause.only_if == ("each party has invited the applicant",)
    assert said["9"].clause.window == "from 20 years after entry into force"
    assert said["11"].clause.when == "attack on USA"


def test_whom_the_holder_of_a_role_is_can_only_be_told_of_the_scenarios() -> None:
    case = written("""
agreement PACT "Pact"
  between USA, UKR

article 5
  when attack on a party
  the victim must consult

scenario "One"
  2026-01-01 each signatory signs
  2026-03-01 attack on UKR
""")
    (told,) = obligations(case, [simulate(case, case.scenarios[0])])
    assert (told.who, told.of_a_role, told.bearers) == ("the victim", True, ("UKR",))


# What hangs on what is open.

OPEN = """
issue order "Which comes first"
  option entry
  option legislation

agreement PACT "Pact"
  between USA, GBR, FRA, UKR, RUS

article 5
  when attack on UKR
  each guarantor must assist the victim with support

reading by_air of article 5 "Only from the air"
  also only if means is air

article 6
  enters into force when each signatory has signed and order is entry

scenario "One"
  with order is entry
  2026-01-01 each signatory signs
  2026-03-01 attack A1 by RUS on UKR, means is ground

scenario "Two"
  continues "One"
  2026-03-02 USA assists UKR with support over A1
"""


def test_what_hangs_on_an_issue_or_a_reading_is_found_once_over_all_scenarios(
    tmp_path: Path,
) -> None:
    (tmp_path / "pact.md").write_text(declared_with(OPEN), encoding="utf-8")
    brief = workbench.brief(str(tmp_path))
    assert isinstance(brief, Brief)
    (issue,) = brief.issues
    entry, legislation = issue.options
    assert (entry.supposed_in, entry.changes) == ((1, 2), ())
    (fall,) = legislation.changes
    assert isinstance(fall.change, ForceChange)
    assert (fall.change.ends_all, fall.scenarios) == (True, (1, 2))
    (reading,) = brief.readings
    (told,) = reading.changes
    assert isinstance(told.change, DutyChange)
    assert (told.who, told.scenarios) == ("each guarantor", (1, 2))
    assert told.change.would_be.state is State.NOT_ARISEN


def test_an_incident_is_named_where_another_might_be_meant(tmp_path: Path) -> None:
    """Two attacks on one victim; the pact is in force only from the second on."""
    text = declared_with("""
issue oath "Whether an oath is needed"
  option needed "It is"
  option not_needed "It is not"

agreement PACT "Pact"
  between USA, GBR, FRA, UKR, RUS
  bound by signature

article 5
  when attack on UKR
  each guarantor must assist the victim with support

article 6
  enters into force when each signatory has signed and (oath is not_needed or UKR has requested assistance)

scenario "Before and after"
  with oath is needed
  2026-01-01 each signatory signs
  2026-02-01 attack EARLY by RUS on UKR
  2026-03-01 UKR requests assistance
  2026-04-01 attack LATE by RUS on UKR

scenario "One of them on another"
  with oath is not_needed
  2026-01-01 each signatory signs
  2026-02-01 attack ONE by RUS on FRA
  2026-03-01 attack TWO by RUS on UKR
""")
    (tmp_path / "pact.md").write_text(text, encoding="utf-8")
    brief = workbench.brief(str(tmp_path))
    assert isinstance(brief, Brief)
    assert [len(scenario.of_several) for scenario in brief.scenarios] == [1, 0]
    told = terminal_text(brief_sheet(brief, length="long"), width=140)
    assert "- owed: each guarantor (article 5 after attack LATE by RUS on UKR)" in told
    assert "- owed: each guarantor (article 5)" in told
    assert (
        "not_needed (It is not): each guarantor would owe article 5 after attack EARLY by RUS on UKR"
    ) in told


def test_a_brief_tells_by_one_number_whether_its_texts_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    for place in ("here", "there"):
        (tmp_path / place / "pact.md").write_text(declared_with(OPEN), encoding="utf-8")
    here, there = (workbench.brief(str(tmp_path / place)) for place in ("here", "there"))
    assert isinstance(here, Brief)
    assert isinstance(there, Brief)
    assert here.basis == there.basis
    assert here.basis.files == ("pact.md",)
    for change, same in (("Prose at the end.\n", True), ("```servanda\nstate X\n```\n", False)):
        text = declared_with(OPEN) + change
        (tmp_path / "there" / "pact.md").write_text(text, encoding="utf-8")
        changed = workbench.brief(str(tmp_path / "there"))
        assert isinstance(changed, Brief)
        assert (changed.basis.content == here.basis.content) is same


def test_an_exception_is_told_with_the_article_that_makes_it(tmp_path: Path) -> None:
    text = declared_with("""
agreement PACT "Pact"
  between USA, GBR, FRA, UKR, RUS

article 5
  when attack on UKR
  each guarantor must assist the victim with support

article 6
  when attack on UKR
  only if means is ground
  article 5 does not apply

scenario "One"
  2026-01-01 each signatory signs
  2026-03-01 attack by RUS on UKR, means is ground
""")
    (tmp_path / "pact.md").write_text(text, encoding="utf-8")
    brief = workbench.brief(str(tmp_path))
    assert isinstance(brief, Brief)
    (line,) = brief.scenarios[0].excepted
    assert (line.who, line.state) == ("each guarantor", State.EXCEPTED)
    assert [ref.article for ref in line.excepted_by] == ["6"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "PACT, by signature (by default)"),
        ("  bound by signature\n", "PACT, by signature"),
        ("  bound by ratification\n", "PACT, by ratification"),
    ],
)
def test_a_brief_says_where_it_is_not_stated_what_binds(
    tmp_path: Path, line: str, told: str
) -> None:
    text = f"```servanda\nstate A\nstate B\nagreement PACT\n  between A, B\n{line}```\n"
    (tmp_path / "pact.md").write_text(text, encoding="utf-8")
    brief = workbench.brief(str(tmp_path))
    assert isinstance(brief, Brief)
    shown = terminal_text(brief_sheet(brief, length="long"), width=80, colour=False)
    assert told in [row.split("  ")[0] for row in shown.splitlines()]


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


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "pact.md", tmp_path / "link.md"
    target.write_bytes(b"one")
    link.symlink_to("pact.md")
    assert write_file(link, b"two") is None
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


def test_a_file_with_another_name_is_left_alone(tmp_path: Path) -> None:
    target, other = tmp_path / "pact.md", tmp_path / "other.md"
    target.write_bytes(b"one")
    other.hardlink_to(target)
    failure = write_file(target, b"two")
    assert failure is not None
    assert [d.code for d in failure.diagnostics] == ["SV915"]
    assert target.read_bytes() == other.read_bytes() == b"one"
    assert target.samefile(other)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_may_only_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "pact.md"
    target.write_bytes(b"one")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
    failure = write_file(target, b"two")
    assert failure is not None
    assert "nothing may be written in its folder" in failure.diagnostics[0].headline
    assert target.read_bytes() == b"one"


def test_formatting_leaves_what_it_cannot_write_and_goes_on(tmp_path: Path) -> None:
    badly = "```servanda\nstate   AAA\n```\n"
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(badly, encoding="utf-8")
    (tmp_path / "a.txt").hardlink_to(tmp_path / "a.md")
    found = workbench.format_files([str(tmp_path)])
    assert found.changed == (str(tmp_path / "b.md"),)
    assert [d.code for d in found.checked.diagnostics] == ["SV915"]
    assert found.checked.misuse
    assert (tmp_path / "a.md").read_text("utf-8") == badly


def test_what_was_written_since_it_was_read_is_not_laid_out_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_text("```servanda\nstate   AAA\n```\n", encoding="utf-8")

    def written_meanwhile(text: str) -> str:
        file.write_text("```servanda\nstate BBB\n```\n", encoding="utf-8")
        return format_text(text)

    monkeypatch.setattr(formatting, "format_text", written_meanwhile)
    found = workbench.format_files([str(file)])
    assert found.changed == ()
    assert [d.code for d in found.checked.diagnostics] == ["SV917"]
    assert "BBB" in file.read_text("utf-8")


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
    assert brief.agreements[0].force is None
    assert {p.file for p in brief.passages} == {"pact.md"}


def test_reports_name_files_as_they_were_typed_and_answers_as_in_the_case(tmp_path: Path) -> None:
    (tmp_path / "pact.md").write_text(DECLARED, encoding="utf-8")
    inside = open_case(str(tmp_path), inside=True)
    typed = open_case(str(tmp_path))
    assert not isinstance(inside, Checked)
    assert not isinstance(typed, Checked)
    assert inside.case.origin.file == "pact.md"
    assert typed.case.origin.file == str(tmp_path / "pact.md")


def test_a_case_is_loaded_without_more_ado_or_every_mistake_is_raised(tmp_path: Path) -> None:
    assert workbench.load_case("ukraine-2025-08").scenarios
    text = DECLARED.replace("between USA", "between XYZ")
    (tmp_path / "pact.md").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=r"pact\.md:\d+:\d+: SV\d{3} error: .*XYZ.*") as raised:
        workbench.load_case(str(tmp_path))
    assert raised.value.checked == workbench.check(str(tmp_path))
    with pytest.raises(CaseError, match=r"^SV901 error: there is no case `nowhere`"):
        workbench.load_case("nowhere")


def test_a_scenario_that_is_not_there_leads_to_its_neighbours() -> None:
    case = workbench.load_case("ukraine-2025-08")
    first = case.scenarios[0]
    assert case.scenario(first.title) is first
    with pytest.raises(LookupError, match=f'no scenario ".*"; did you mean ".*{first.title}"'):
        case.scenario(f"{first.title}s")
    with pytest.raises(LookupError, match=f"it has {len(case.scenarios)}"):
        case.scenario("qqq")


def test_what_a_notebook_shows_of_a_result_is_one_line() -> None:
    opened = workbench.open_case("ukraine-2025-08")
    assert not isinstance(opened, Checked)
    case = opened.case
    articles = len(case.by_ref())
    assert repr(case) == (
        f"<Case {case.title!r}: agreements {len(case.agreements)}, articles {articles},"
        f" scenarios {len(case.scenarios)}>"
    )
    assert repr(opened) == f"<Opened {case!r}: warnings 0, files {len(opened.sources)}>"
    outcome = simulate(case, case.scenario("A guarantor refuses"))
    assert repr(outcome).startswith("<Outcome of 'A guarantor refuses' at 2026-")
    assert "breached 8, " in repr(outcome)
    ran = workbench.run("ukraine-2025-08", "A guarantor refuses")
    assert re.fullmatch(r"<Ran scenario \d+: <Outcome .*>>", repr(ran))
    assert repr(briefs.brief()).startswith("<Brief on ")
    assert re.fullmatch(
        r"<TestReport on .*: expectations \d+, failed 0, articles untouched \d+>",
        repr(workbench.expectations("ukraine-2025-08")),
    )
