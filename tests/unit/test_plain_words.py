"""Plain words for titles, acts and what is said, each led to the line that is meant."""

from __future__ import annotations

import pytest

from servanda.core.diagnostic import Diagnostic
from servanda.language.slip import to_paste
from tests.unit.drafts import reports

CASE = """\
state TUR "Turkey"
actor TCC "Turkish Cypriot side"
actor GCC "Greek Cypriot side"
state CYP "Republic of Cyprus"
organisation UN "United Nations"
issue guarantees "Treaty of Guarantee"
  option kept
  option ended
issue troops "Foreign troops"
  option stay
  option zero
act hold_referendum (holds_referendum, held_referendum, referendum) "Holds a referendum"
act hand_over (hands_over, handed_over, hand_over) "Hands over a place"
person ENVOY "Foreign minister"
  speaks for TUR
person MEDIATOR "Secretary-General"
  speaks for UN
document REPORT "Report of the Secretary-General"
  published on 2017-09-28
agreement T "Treaty on the settlement"
  between {between}
article 1
  {article}
statement S1
  {said}
  in {place}
person LEADER "Leader"
  {office}
red line limit of {party}
  requires guarantees is ended
  judgement "Known."
"""
SOUND = {
    "between": "TCC, GCC, TUR",
    "article": "TUR must report",
    "said": "ENVOY accepts guarantees is ended",
    "place": "REPORT",
    "office": "speaks for GCC",
    "party": "TUR",
}


def errors(**lines: str) -> list[Diagnostic]:
    """What is wrong with the case when it has these lines."""
    found = reports(CASE.format(**{**SOUND, **lines}))
    return [one for one in found if one.severity.value == "error"]


def offered(**lines: str) -> str:
    """The line, or the lines, that the one error offers."""
    (report,) = errors(**lines)
    given = [to_paste(hint) for hint in report.hints if to_paste(hint)]
    assert len(given) == 1, report
    return " / ".join(given[0])


def test_the_case_is_sound_without_plain_words() -> None:
    assert errors() == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "MEDIATOR reports ENVOY accepts guarantees is ended",
            "MEDIATOR reports that ENVOY accepts guarantees is ended",
        ),
        (
            "ENVOY denies having accepted guarantees is ended",
            "ENVOY denies that ENVOY accepts guarantees is ended",
        ),
        (
            "ENVOY declares that Turkey will not accept guarantees is ended",
            "ENVOY reports that TUR rejects guarantees is ended",
        ),
        ("ENVOY undertakes to hand_over", "ENVOY commits to hand_over"),
        ("ENVOY commits to hold a referendum", "ENVOY commits to hold_referendum"),
        (
            "MEDIATOR says the conference is over",
            'MEDIATOR reports "the conference is over"',
        ),
        (
            "MEDIATOR reports that TUR is ready to accept guarantees is ended",
            "MEDIATOR reports that TUR offers guarantees is ended",
        ),
        (
            "ENVOY offers to hand_over if guarantees is kept",
            "ENVOY offers to hand_over / only if guarantees is kept",
        ),
        (
            "ENVOY accepts troops is zero, provided that guarantees is kept",
            "ENVOY accepts troops is zero / only if guarantees is kept",
        ),
        (
            "ENVOY accepts troops is zero on condition that guarantees is kept",
            "ENVOY accepts troops is zero / only if guarantees is kept",
        ),
        (
            "the Turkish Cypriot side accepts guarantees is ended",
            "TCC accepts guarantees is ended",
        ),
    ],
)
def test_what_is_said_in_plain_words_leads_to_the_line_that_is_meant(said: str, line: str) -> None:
    assert offered(said=said) == line
    assert errors(said=line.replace(" / ", "\n  ")) == []


@pytest.mark.parametrize(
    "lines",
    [
        {"article": "Turkish Cypriot side must hand_over"},
        {"article": "The Turkish Cypriot side must hand_over"},
        {"article": "TUR must consult Turkish Cypriot side"},
        {"between": "Turkish Cypriot side, GCC, TUR"},
        {"office": "speaks for Turkish Cypriot side"},
        {"party": "Turkish Cypriot side"},
    ],
)
def test_a_title_of_several_words_leads_to_its_name(lines: dict[str, str]) -> None:
    line = offered(**lines)
    assert "TCC" in line
    assert "Cypriot" not in line


@pytest.mark.parametrize(
    ("article", "line"),
    [
        ("TCC must hold a referendum", "TCC must hold_referendum"),
        ("TCC shall hold separate referendums", "TCC must hold_referendum"),
        ("TCC must hand over", "TCC must hand_over"),
    ],
)
def test_a_declared_act_of_several_words_is_offered_by_its_name(article: str, line: str) -> None:
    assert offered(article=article) == line


@pytest.mark.parametrize(
    ("article", "act"),
    [
        ("TUR must withdraw troops", "withdraw_troops"),
        ("TUR must withdraw its troops", "withdraw_troops"),
        ("TUR shall withdraw its forces", "withdraw_forces"),
        ("TUR must hold a plebiscite", "hold_plebiscite"),
        ("TUR must hold elections", "hold_elections"),
    ],
)
def test_one_that_is_not_declared_is_offered_as_one_to_declare(article: str, act: str) -> None:
    (report,) = errors(article=article)
    told = " ".join(report.hints)
    assert f"`act {act} ...`" in told
    assert "an act of several words is one name, joined by `_`" in told
    assert "notify withdrawal" not in told


def test_to_withdraw_from_an_agreement_begins_with_a_notice() -> None:
    assert offered(article="TUR must withdraw") == "notify withdrawal"


def test_what_somebody_will_have_done_by_a_day_has_no_form_in_a_statement() -> None:
    (report,) = errors(said="TUR commits to hand_over within 6 months")
    assert report.hints == ("leave it out of the line, and keep it in the `gist`",)


@pytest.mark.parametrize("lead", ["", "TUR must report "])
@pytest.mark.parametrize("day", ["1 January 2019", "2019-01-01"])
def test_by_a_day_is_answered_with_what_there_is(lead: str, day: str) -> None:
    line = f"{lead}not later than {day}"
    (report,) = errors(article=line if lead else f"TUR must report\n  {line}")
    assert "that the rule ends then is `until 2019-01-01`" in report.hints[0]


@pytest.mark.parametrize("place", ["para. 21, p. 7", ", paragraph 21, page 7", "para 21"])
def test_a_place_in_a_document_by_paragraph_and_page(place: str) -> None:
    assert offered(place=f"REPORT {place}") == "in REPORT, paragraph 21"


def test_who_speaks_for_two_parties_has_a_line_for_each() -> None:
    line = 'speaks for GCC, CYP as "President" from 2013-02-28'
    office = 'as "President" from 2013-02-28'
    assert offered(office=line) == f"speaks for GCC {office} / speaks for CYP {office}"
