"""What was said, from its text to the case: speakers, kinds, contents, and where it is found."""

from __future__ import annotations

import datetime as dt

from servanda.core.calendar import Moment
from servanda.language.document import Source
from servanda.language.read import Read, read_case
from servanda.model.agreement import Perform, Respond
from servanda.model.conditions import InForce
from servanda.model.node import unplaced
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
