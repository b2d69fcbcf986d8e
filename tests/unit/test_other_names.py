"""What else parties, persons, outlets, issues and options are called."""

from __future__ import annotations

import pytest

from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.interchange import dumps, loads
from servanda.workbench.checking import checked_case

ALL = """\
state RUS "Russia"
  called "Moscow", "the Kremlin"
  called "the Russian side"
  source "Usage of newspapers."
organisation EU "European Union"
  called "Brussels"
actor ALQ
  called "the network"

organ council "The Council"
  members RUS
  called "the body"
  decides by consensus

issue guarantee "What Ukraine is promised"
  called "security guarantees",
    "Article 5-like protection"
  option nato_style "As if an attack on all"
    called "NATO-style", "an attack on one"
  option weak
    called "words"
  settled on weak

article 1
  only if guarantee is weak
  each party must consult

person ENVOY "Steve Envoy"
  called "Envoi"
  speaks for RUS as "special envoy"
outlet NEWS
  called "The News"
"""

PACT = 'agreement PACT "Pact"\n  between RUS, EU\n\n'


def text(body: str) -> str:
    return f"```servanda\n{body}```\n"


def case() -> Case:
    found = read_case([Source("case.md", text(PACT + ALL))])
    assert found.case is not None, [d.headline for d in found.diagnostics]
    return found.case


def reports(body: str) -> list[tuple[str, str]]:
    found = checked_case([Source("case.md", text(body))])
    return [(d.code, d.headline) for d in found.diagnostics]


def test_other_names_are_kept_as_they_are_written_and_in_their_order() -> None:
    found = case()
    assert [actor.called for actor in found.actors] == [
        ("Moscow", "the Kremlin", "the Russian side"),
        ("Brussels",),
        ("the network",),
    ]
    assert [organ.called for organ in found.organs] == [("the body",)]
    assert [issue.called for issue in found.issues] == [
        ("security guarantees", "Article 5-like protection")
    ]
    assert [option.called for option in found.issues[0].options] == [
        ("NATO-style", "an attack on one"),
        ("words",),
    ]
    assert [person.called for person in found.persons] == [("Envoi",)]
    assert [outlet.called for outlet in found.outlets] == [("The News",)]


def test_a_text_with_other_names_is_laid_out_already() -> None:
    assert format_text(text(ALL)) == text(ALL)


def test_the_other_names_of_an_option_are_laid_out_below_it() -> None:
    loose = 'issue x\n  option soon "A"\n       called   "one" ,"two"\n'
    tidy = 'issue x\n  option soon "A"\n    called "one", "two"\n'
    assert format_text(text(loose)) == text(tidy)


def test_the_json_of_a_case_has_them_and_that_of_another_case_does_not() -> None:
    assert loads(dumps(case())) == case()
    assert b'"called"' in dumps(case())
    plain = read_case([Source("case.md", text('state RUS "Russia"\n'))]).case
    assert plain is not None
    assert b'"called"' not in dumps(plain)


@pytest.mark.parametrize("name", ["called", "person", "outlet"])
def test_called_can_still_be_a_name(name: str) -> None:
    sort = {"called": "state", "person": "region", "outlet": "law"}[name]
    assert reports(f"{sort} called\n") == []


def test_an_empty_name_is_refused() -> None:
    assert reports('outlet NEWS\n  called "News", " "\n') == [
        ("SV215", "nothing can be called so: this name is empty")
    ]


def test_a_name_given_twice_is_refused() -> None:
    assert reports('outlet NEWS\n  called "One"\n  called "One"\n') == [
        ("SV202", '"One" stands twice as another name')
    ]


def test_a_name_with_an_invisible_character_is_refused() -> None:
    assert [code for code, _ in reports('outlet NEWS\n  called "O\u200bne"\n')] == ["SV120"]


@pytest.mark.parametrize("line", ["called", "called One", 'called "One",', 'called "One" "Two"'])
def test_other_names_are_titles_with_commas_between(line: str) -> None:
    (code,) = {code for code, _ in reports(f"outlet NEWS\n  {line}\n")}
    assert code in {"SV401", "SV417"}


def test_other_names_below_an_option_are_refused() -> None:
    issue = 'issue x\n  option soon\n  option late\n  called "one"\n'
    assert [code for code, _ in reports(issue)] == ["SV446"]


def test_one_name_of_two_parties_is_told_with_both() -> None:
    found = reports(
        'state RUS "Russia"\n  called "The Federation"\nstate MYS "Malaysia"\n  called "federation"\n'
    )
    assert found == [("SV557", '`RUS` and `MYS` are both called "federation"')]


def test_the_title_of_one_party_is_no_other_name_of_a_second() -> None:
    found = reports('state GEO "Georgia"\norganisation US_GA\n  called "Georgia"\n')
    assert found == [("SV557", '`GEO` and `US_GA` are both called "Georgia"')]


def test_ones_own_title_is_no_namesake_nor_is_an_issue_called_as_a_party_is() -> None:
    assert reports('state GEO "Georgia"\n  called "Georgia"\n') == []
    assert reports('state GEO "Georgia"\nregion georgia "Georgia"\n') == []


def test_two_options_of_one_issue_are_namesakes_and_those_of_two_issues_are_not() -> None:
    one = 'issue x\n  option soon\n    called "now"\n  option late\n'
    again = 'issue x\n  option soon\n    called "now"\n  option late\n    called "now"\n'
    other = 'issue y\n  option first\n    called "now"\n  option last\n'
    assert [headline for code, headline in reports(again) if code == "SV557"] == [
        '`soon` and `late` are both called "now"'
    ]
    assert [code for code, _ in reports(one + other) if code == "SV557"] == []


def test_who_writes_another_name_in_the_record_is_led_to_the_one_that_counts() -> None:
    body = (
        'state RUS "Russia"\n  called "Moscow"\nissue x\n  option soon\n  option late\n\n'
        'statement S1\n  2026-03-01 Moscow accepts x is soon\n  source "A speech"\n'
    )
    found = checked_case([Source("case.md", text(body))]).diagnostics
    hints = [hint for d in found for hint in d.hints]
    assert any("RUS" in hint for hint in hints), hints
