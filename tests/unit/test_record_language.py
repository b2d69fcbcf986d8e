"""What was said, from its text to the case: speakers, kinds, contents, and where it is found."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.core.calendar import Moment
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import Read, read_case
from servanda.model.agreement import Perform, Respond
from servanda.model.conditions import InForce
from servanda.model.interchange import dumps, loads
from servanda.model.node import Node, parts_of, unplaced
from servanda.model.record import (
    InWords,
    Medium,
    Named,
    Office,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Passage,
    Position,
    Saying,
    Statement,
    ThatSaid,
    ToAct,
    Unnamed,
)
from servanda.workbench.checking import checked_case

WORLD = """\
state UKR "Ukraine"
state RUS "Russia"
state USA "United States"
organisation EU "European Union"

law non_aggression_law "A law against attacking Ukraine"
circumstance truce "A truce is in force"

issue guarantee "What guarantee Ukraine gets"
  option nato_style "Collective defence"
  option consultation_only "Consultation"
issue sequence "What comes first"
  option guarantee_first
  option truce_first
  option together

agreement GUARANTEE "A guarantee"
  between UKR, USA

article 5
  only if truce does not hold and (guarantee is nato_style or sequence is together)
  each party must consult

person ENVOY "Envoy of the President"
  speaks for USA as "special envoy" from 2025-01-20
  speaks for EU until 2024-01-01
outlet NEWS "News"
document REPORT "A report"
  published by NEWS on 2025-08-18
document DECREE
  published on 2025-08-20
side partners "Partners of Ukraine"
  members UKR, USA from 2022-02-24
"""


def read(text: str) -> Read:
    return read_case([Source("record.md", f"```servanda\n{WORLD}\n{text}\n```\n")])


def statements(text: str) -> tuple[Statement, ...]:
    found = read(text)
    assert found.case is not None, [(d.code, d.headline) for d in found.diagnostics]
    return found.case.statements


def said(line: str) -> Saying:
    (statement,) = statements(f"statement S1\n  {line}\n  only if truce holds\n  in REPORT")
    return unplaced(statement.saying)


def test_a_person_speaks_for_each_party_as_long_as_its_office_runs() -> None:
    case = read("").case
    assert case is not None
    (envoy,) = case.persons
    assert unplaced(envoy.offices_on(dt.date(2025, 8, 17))) == (
        Office(actor="USA", title="special envoy", start=dt.date(2025, 1, 20)),
    )
    assert [office.actor for office in envoy.offices_on(dt.date(2023, 1, 1))] == ["EU"]
    assert envoy.offices_on(dt.date(2024, 6, 1)) == ()


def test_a_document_is_of_its_day_and_perhaps_of_an_outlet() -> None:
    case = read("").case
    assert case is not None
    report, decree = case.documents
    assert (report.outlet, report.date) == ("NEWS", dt.date(2025, 8, 18))
    assert (decree.outlet, decree.date) == (None, dt.date(2025, 8, 20))


def test_what_one_reports_of_another_is_a_saying_within_a_saying() -> None:
    saying = said(
        "2025-08-17 10:00 +02:00 ENVOY reports that on 2025-08-15 RUS accepts guarantee is nato_style"
    )
    position = Position(issue="guarantee", options=("nato_style",))
    inner = Saying(
        speaker=Named(speakers=("RUS",)),
        kind="accepts",
        content=OnIssues(positions=(position,)),
        at=Moment(dt.date(2025, 8, 15)),
    )
    assert saying == Saying(
        speaker=Named(speakers=("ENVOY",)),
        kind="reports",
        content=ThatSaid(saying=inner),
        at=Moment(dt.date(2025, 8, 17), 8 * 60),
    )
    assert [one.kind for one in saying.chain()] == ["reports", "accepts"]


def test_what_is_said_can_be_told_in_these_forms() -> None:
    assert said("UKR demands sequence is one of guarantee_first, together").content == OnIssues(
        positions=(Position(issue="sequence", options=("guarantee_first", "together")),)
    )
    assert said("UKR rejects sequence is not truce_first and guarantee is nato_style").content == (
        OnIssues(
            positions=(
                Position(issue="sequence", options=("truce_first",), negated=True),
                Position(issue="guarantee", options=("nato_style",)),
            )
        )
    )
    assert said("UKR urges sequence").content == OnIssues(positions=(Position(issue="sequence"),))
    assert said("UKR accepts GUARANTEE").content == OnAgreement(agreement="GUARANTEE")
    assert isinstance(said("UKR rejects article 5 of GUARANTEE").content, OnArticle)
    assert said("UKR, EU condition truce").content == OnState(circumstance="truce")
    assert said('EU urges "that a deal be made"').content == InWords(text="that a deal be made")
    enact = said("RUS commits to enact non_aggression_law").content
    assert isinstance(enact, ToAct)
    assert isinstance(enact.deed, Perform)
    assist = said("RUS offers not to assist UKR with support").content
    assert isinstance(assist, ToAct)
    assert isinstance(assist.deed, Respond)
    assert assist.negated


def test_somebody_unnamed_can_speak_for_a_party_or_for_nobody() -> None:
    assert said("an official of USA denies GUARANTEE").speaker == Unnamed(of="USA")
    assert said("an official denies GUARANTEE").speaker == Unnamed()


def test_a_statement_keeps_all_that_is_told_of_it() -> None:
    first, second = statements(
        """\
statement S1 "A condition"
  UKR, EU condition truce
  only if GUARANTEE is in force
  only if truce holds
  to USA, ENVOY
  medium NEWS "interview"
  factuality possible
  in REPORT, paragraph 3, characters 812 to 905, quoted
  in DECREE, summed_up
  gist "First the guarantee."
  words "No guarantee, no truce."
  source "elsewhere"
statement S2
  UKR retracts S1
  judgement "So understood."
"""
    )
    assert unplaced(first.only_if[0]) == InForce(agreement="GUARANTEE")
    assert len(first.only_if) == 2
    assert first.to == ("USA", "ENVOY")
    assert unplaced(first.medium) == Medium(outlet="NEWS", text="interview")
    assert first.factuality == "possible"
    assert unplaced(first.passages) == (
        Passage(document="REPORT", manner="quoted", paragraph=3, start=812, end=905),
        Passage(document="DECREE", manner="summed_up"),
    )
    assert (first.gist, first.words) == ("First the guarantee.", "No guarantee, no truce.")
    assert first.source == ("elsewhere",)
    assert unplaced(second.saying.content) == OnStatement(statement="S1")


def test_the_words_that_begin_lines_can_be_names_all_the_same() -> None:
    (statement,) = statements(
        'state gist\noutlet medium\nstatement words\n  gist, medium report "that"\n  in REPORT'
    )
    assert unplaced(statement.saying.speaker) == Named(speakers=("gist", "medium"))


# What can go wrong.


def reports(text: str) -> list[tuple[str, str]]:
    """What is said of some statements, each by its code and its headline."""
    sources = [Source("record.md", f"```servanda\n{WORLD}\n{text}\n```\n")]
    return [(d.code, d.headline) for d in checked_case(sources).diagnostics]


def codes(text: str) -> list[str]:
    return [code for code, _ in reports(text)]


def in_report(*lines: str) -> str:
    body = "\n  ".join(lines)
    return f"statement S1\n  {body}\n  in REPORT"


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("UKR acepts GUARANTEE", "SV440", "write `accepts`"),
        ("UKR says that RUS rejects truce", "SV440", "write `UKR reports that RUS rejects truce`"),
        ("UKR accepts that truce", "SV441", "write `UKR accepts truce`"),
        ("UKR urges that RUS leave", "SV441", 'write `UKR urges "that RUS leave"`'),
        ("UKR accepts guarantee is natostyle", "SV201", "write `nato_style`"),
        ("UKR accepts guarante is nato_style", "SV201", "write `guarantee`"),
        ("UKR accepts GUARANTE", "SV201", "write `GUARANTEE`"),
        ("ENVY accepts GUARANTEE", "SV201", "write `ENVOY`"),
        ("UKR, EU accepts GUARANTEE", "SV205", "write `accept`"),
        ("UKR accept GUARANTEE", "SV205", "write `accepts`"),
        ("factuality posible", "SV401", "write `possible`"),
        ("in REPORT, paragraph 3, quotd", "SV401", "write `quoted`"),
        ("medium NEW", "SV201", "write `NEWS`"),
        ("to ENVOI", "SV201", "write `ENVOY`"),
        ('gits "x"', "SV404", 'write `gist "x"`'),
    ],
)
def test_a_slip_is_told_with_what_was_meant(line: str, code: str, hint: str) -> None:
    text = (
        in_report(line)
        if " accept" in line or "that" in line
        else in_report("UKR accepts truce", line)
    )
    (report,) = checked_case([Source("r.md", f"```servanda\n{WORLD}\n{text}\n```\n")]).diagnostics
    assert report.code == code
    assert hint in report.hints


def test_every_line_with_a_mistake_is_told_and_the_others_are_read() -> None:
    text = "statement S1\n  UKR says truce\n  to NOBODY\n  factuality perhaps\n  in REPORT, paragraph x"
    assert codes(text) == ["SV440", "SV201", "SV401", "SV401"]


def test_names_are_of_the_sort_that_is_asked_for() -> None:
    assert codes(in_report("REPORT accepts truce")) == ["SV204"]
    assert codes(in_report("UKR accepts NEWS")) == ["SV204"]
    assert codes(in_report("UKR accepts truce", "medium REPORT")) == ["SV204"]
    assert codes("statement S1\n  UKR accepts truce\n  in NEWS") == ["SV204"]
    assert codes("person P\n  speaks for NEWS") == ["SV204"]
    assert codes("document D\n  published by ENVOY on 2025-01-01") == ["SV204"]
    assert codes("side s\n  members ENVOY") == ["SV204"]
    assert codes(in_report("UKR denies ENVOY")) == ["SV204"]


def test_a_set_of_actors_does_not_speak_for_itself() -> None:
    group = "group guarantor\n  members USA\n"
    assert codes(group + in_report("guarantor accepts truce")) == ["SV204"]
    assert codes(in_report("partners accepts truce")) == ["SV204"]
    for who in ("the guarantors accept", "each guarantor accepts", "each party accepts"):
        assert codes(group + in_report(f"{who} truce")) == ["SV401"]
    assert codes(in_report("a spokesman for RUS accepts truce")) == ["SV421"]


def test_persons_outlets_documents_sides_and_statements_share_the_names_of_the_case() -> None:
    assert codes("outlet ENVOY") == ["SV202"]
    assert codes("side truce") == ["SV202"]
    assert codes(f"{in_report('UKR accepts truce')}\n{in_report('UKR accepts truce')}") == ["SV202"]
    assert codes("document to\n  published on 2025-01-01") == ["SV412"]


def test_a_statement_has_one_line_of_each_kind_but_for_conditions_and_places() -> None:
    twice = in_report(
        "UKR accepts truce", "RUS accepts truce", 'gist "a"', 'gist "b"', "to RUS", "to EU"
    )
    assert codes(twice) == ["SV408", "SV408", "SV408"]
    assert codes(in_report("UKR accepts truce", "only if truce holds", "only if truce holds")) == []


@pytest.mark.parametrize("kind", ["reports", "denies", "criticises", "endorses"])
def test_what_others_say_may_be_reported_denied_criticised_and_endorsed(kind: str) -> None:
    assert codes(in_report(f"UKR {kind} that RUS accepts truce")) == []


def test_what_one_does_needs_what_it_is_about() -> None:
    assert codes(in_report("UKR conditions truce")) == ["SV443"]
    assert codes(in_report("ENVOY reports that UKR, EU condition truce")) == ["SV443"]
    assert codes(in_report("UKR retracts truce")) == ["SV204"]
    assert codes(in_report("UKR retracts article 5")) == ["SV363"]
    assert codes(in_report("UKR corrects that RUS accepts truce")) == ["SV441"]
    assert codes("statement S1\n  in REPORT") == ["SV444"]
    assert codes("document D") == ["SV445"]
    assert codes("document D\n  publishd on 2025-01-01") == ["SV404"]


def test_a_condition_of_a_statement_is_about_no_incident() -> None:
    attack = "incident attack\n  by attacker: state\n  on victim: state\n  means: air, naval\n"
    armed = f"{attack}define armed attack\n  where means is air\norgan council\n  members UKR\n"
    for condition in (
        "means is air",
        "truce holds and not (attacker is RUS)",
        "it is armed",
        "council has found that means is air",
        "council has decided",
    ):
        text = armed + in_report("UKR accepts truce", f"only if {condition}")
        assert "SV360" in codes(text), condition
    for condition in (
        "sequence is together",
        "truce does not hold",
        "GUARANTEE is in force",
        "UKR has consented to GUARANTEE",
        "not (each of UKR, USA has signed)",
        "UKR has breached article 5",
    ):
        assert codes(in_report("UKR accepts truce", f"only if {condition}")) == [], condition


def test_only_its_own_party_takes_a_statement_back() -> None:
    first = "statement S0\n  2025-08-17 {} accepts GUARANTEE\n  in REPORT\n"
    again = "statement S1\n  2025-08-18 {} {} S0\n  in REPORT"
    for speaker, other, expected in (
        ("USA", "ENVOY", []),
        ("ENVOY", "USA", []),
        ("an official of USA", "ENVOY", []),
        ("UKR", "USA", ["SV361"]),
        ("NEWS", "USA", ["SV361"]),
        ("NEWS", "NEWS", []),
        ("an official", "USA", []),
        ("EU", "ENVOY", ["SV361"]),
    ):
        for verb in ("retracts", "corrects"):
            text = first.format(speaker) + again.format(other, verb)
            assert codes(text) == expected, (speaker, other)
        assert codes(first.format(speaker) + again.format(other, "denies")) == []
    reported = "statement S0\n  2025-08-17 ENVOY reports that RUS accepts truce\n  in REPORT\n"
    for who in ("RUS", "USA"):
        assert codes(reported + again.format(who, "retracts")) == []


def test_a_mistake_in_an_office_is_not_told_again_by_what_its_holder_says() -> None:
    said = "statement S0\n  2025-08-17 UKR accepts truce\n  in REPORT\n"
    taken = "statement S1\n  P retracts S0\n  in REPORT\n"
    for office, code in (("speakes for UKR", "SV404"), ("speaks for UKN", "SV201")):
        assert codes(f"{said}{taken}person P\n  {office}") == [code]


def test_a_statement_about_itself_is_told_once() -> None:
    def ring(*names: str) -> list[str]:
        return codes(
            "\n".join(
                f"statement {one}\n  UKR denies {other}\n  in REPORT"
                for one, other in zip(names, (*names[1:], names[0]), strict=True)
            )
        )

    assert ring("S1") == ring("S1", "S2") == ring("S1", "S2", "S3") == ["SV362"]


def test_days_have_to_fit() -> None:
    assert codes(in_report("2025-08-18 UKR accepts truce")) == []
    assert codes(in_report("2025-08-19 UKR accepts truce")) == ["SV537"]
    assert codes(in_report("ENVOY reports that on 2025-08-19 UKR accepts truce")) == ["SV537"]
    later = "2025-08-10 ENVOY reports that on 2025-08-12 UKR accepts truce"
    assert codes(in_report(later)) == ["SV537"]
    denied = "statement S2\n  2025-08-09 RUS denies S1\n  in REPORT"
    assert codes(f"{in_report('2025-08-10 UKR accepts truce')}\n{denied}") == ["SV537"]
    both = in_report("2025-08-19 UKR accepts truce", "in DECREE")
    assert codes(both) == ["SV537"]


def test_a_person_without_an_office_on_that_day_is_doubted() -> None:
    assert codes(in_report("2024-06-01 ENVOY accepts truce")) == ["SV538"]
    assert codes(in_report("2025-08-01 RUS reports that on 2024-06-01 ENVOY accepts truce")) == [
        "SV538"
    ]
    private = "person EXPERT\n" + in_report("2024-06-01 EXPERT accepts truce")
    assert codes(private) == []


def test_a_person_can_hold_two_offices_at_once() -> None:
    assert codes("person P\n  speaks for UKR\n  speaks for EU from 2025-01-01") == []
    assert codes("person P\n  speaks for UKR from 2025-02-01 until 2025-01-01") == ["SV310"]


def test_a_place_in_a_document_is_a_place() -> None:
    at = "statement S1\n  UKR accepts truce\n  in REPORT, {}"
    assert codes(at.format("paragraph 1, characters 0 to 1")) == []
    assert codes(at.format("paragraph 0")) == ["SV364"]
    assert codes(at.format("characters 5 to 5")) == ["SV364"]


def test_nobody_stands_on_two_sides_at_once() -> None:
    other = "side others\n  members USA {}\n  members RUS"
    assert codes(other.format("until 2022-02-24")) == []
    assert codes(other.format("from 2025-01-01")) == ["SV539"]


def test_positions_joined_leave_an_option() -> None:
    assert (
        codes(in_report("UKR accepts sequence is not together and sequence is not truce_first"))
        == []
    )
    assert codes(in_report("UKR accepts sequence is together and sequence is truce_first")) == [
        "SV540"
    ]
    every = "sequence is not one of together, truce_first, guarantee_first"
    assert codes(in_report(f"UKR accepts {every}")) == ["SV540"]


def test_what_statements_speak_of_counts_as_read() -> None:
    assert codes("issue scope\n  option narrow\n  option broad") == ["SV521"]
    said = "issue scope\n  option narrow\n  option broad\n" + in_report("UKR urges scope")
    assert codes(said) == []
    assert codes("circumstance ceasefire") == ["SV524"]
    assert codes("circumstance ceasefire\n" + in_report("UKR urges ceasefire")) == []
    asked = in_report("UKR accepts truce", "only if ceasefire holds")
    assert codes("circumstance ceasefire\n" + asked) == []


def test_formatting_lays_a_statement_out_and_changes_nothing() -> None:
    text = (
        '```servanda\nstatement   S1  "A"\n'
        " \n  2025-08-17   ENVOY reports  that UKR ,EU condition truce\n"
        "  in REPORT ,paragraph  3,characters 8 to 12\n```\n"
    )
    formatted = format_text(text)
    assert formatted == (
        '```servanda\nstatement S1 "A"\n\n'
        "  2025-08-17 ENVOY reports that UKR, EU condition truce\n"
        "  in REPORT, paragraph 3, characters 8 to 12\n```\n"
    )
    assert format_text(formatted) == formatted


def test_every_value_of_the_record_knows_where_it_was_written() -> None:
    text = in_report(
        "2025-08-17 ENVOY reports that an official of RUS accepts guarantee is nato_style",
        "only if truce holds",
        'medium NEWS "interview"',
    )
    case = read(text).case
    assert case is not None
    record = (case.persons, case.outlets, case.documents, case.sides, case.statements)
    parts = [part for part in parts_of(record) if isinstance(part, Node)]
    assert len(parts) > 15
    assert all(part.origin.line > 0 and part.origin.clause for part in parts)
    assert loads(dumps(case)) == case
