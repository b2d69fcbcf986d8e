"""Each rule of `docs/reading.md`, by sentences short enough to read."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.analyses.reading.verifier import verify
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.workbench import load_case, new
from servanda.workbench.reading.by_rules import reader_by_rules

CASE = """```servanda
case "Talks on a guarantee for Briar"
state ASTER "Aster"
state BRIAR "Briar"
state DELOS "Delos"
actor EUROPE "European leaders"
issue guarantee "What Briar is promised"
  called "guarantee"
  option troops "Troops"
    called "peacekeepers"
issue truce_issue "Truce"
person AMBER "Ann Amber"
  speaks for ASTER as "envoy" from 2025-01-10
person DOVE "Dora Dove"
  speaks for DELOS as "foreign minister"
```
"""


@cache
def case() -> Case:
    read = read_case([Source("talks.md", CASE)])
    assert read.case is not None
    return read.case


def reading(text: str, published: str | None = "2025-03-05") -> Reading:
    day = None if published is None else dt.date.fromisoformat(published)
    article = Article("article", text, paragraphs_of(text), dateline=day)
    return reader_by_rules(case())(article)


def told(text: str, published: str | None = "2025-03-05") -> list[str]:
    """Each proposal as ``ASTER reports > DELOS accepts, asserted, reported``."""
    return [_told(one) for one in reading(text, published).proposals]


def _told(proposal: Proposal) -> str:
    chain = " > ".join(
        f"{'+'.join(link.speaker.parties.value) or '?'} {link.kind.value}"
        for link in proposal.chain
    )
    return f"{chain}, {proposal.factuality.value}, {proposal.standing.value}"


def commitments(text: str) -> list[Proposal]:
    """The proposals that somebody accepts, commits itself or offers, and that are not denied."""
    return [
        one
        for one in reading(text).proposals
        if one.saying.kind.value in {"accepts", "commits", "offers"}
        and one.factuality.value not in {"denied", "asked"}
        and not any(link.negated or link.kind.value == "denies" for link in one.chain)
    ]


def quotes(proposal: Proposal) -> list[Quote]:
    speakers = [link.speaker.words for link in proposal.chain if link.speaker.words is not None]
    return [*proposal.cue, *proposal.content, *speakers]


def test_r1_every_word_stands_where_it_is_said_to_stand() -> None:
    found = reading("Delos has agreed to a guarantee, Ann Amber said on Monday.")
    assert found.proposals
    for one in found.proposals:
        for quote in quotes(one):
            assert found.article.text[quote.start : quote.end] == quote.words


def test_r1_what_does_not_stand_in_the_article_is_refused() -> None:
    found = reading("Delos has agreed to a guarantee, Ann Amber said on Monday.")
    one = found.proposals[0]
    moved = replace(one, content=(Quote(0, 5, "Aster"),))
    assert verify(moved, found.article)


def test_r2_a_day_is_worked_out_from_the_day_of_the_article() -> None:
    text = "Dora Dove said on the 28th that Delos rejects a guarantee."
    (one,) = [p for p in reading(text).proposals if len(p.chain) == 1]
    assert one.chain[0].day.value == dt.date(2025, 2, 28)


def test_r2_without_it_the_day_stays_open() -> None:
    text = "Dora Dove said on the 28th that Delos rejects a guarantee."
    assert all(link.day.value is None for p in reading(text, None).proposals for link in p.chain)


def test_r2_the_day_of_an_event_is_not_that_of_the_saying() -> None:
    text = "Dora Dove rejected the guarantee that was discussed at the summit held on the 3rd."
    assert all(p.chain[0].day.value is None for p in reading(text).proposals)


@pytest.mark.parametrize(
    "text",
    [
        "Delos has agreed to a guarantee for Briar, Ann Amber announced on the 4th.",
        "Delos, Ann Amber said, has agreed to a guarantee for Briar.",
        "According to Ann Amber, Delos has agreed to a guarantee for Briar.",
        "Ann Amber Confirms: Delos Agrees to Guarantee for Briar",
    ],
)
def test_r3_who_tells_of_it_is_seen_wherever_that_stands(text: str) -> None:
    assert "first-hand" not in {p.standing.value for p in commitments(text)}
    assert any(one.startswith("ASTER reports > DELOS accepts") for one in told(text))


def test_r4_two_quotations_with_one_subject_are_said_by_it() -> None:
    text = 'Ann Amber said, "The talks went well," adding, "Aster is ready to send troops."'
    assert "ASTER offers, asserted, first-hand" in told(text)


def test_r4_we_in_a_quotation_is_who_speaks() -> None:
    text = '"We will not accept a guarantee," Dora Dove said.'
    assert told(text) == ["DELOS rejects, asserted, first-hand"]


def test_r4_sentences_of_a_quotation_that_do_several_things_are_a_statement_each() -> None:
    text = '"We have promised no guarantee," Dora Dove said. "Delos will send peacekeepers."'
    assert told(text) == ["DELOS denies, denied, first-hand", "DELOS commits, asserted, first-hand"]


@pytest.mark.parametrize(
    "text",
    [
        'Ann Amber recalled the words of Dora Dove: "We accept a guarantee."',
        'Ann Amber quoted Dora Dove as saying, "We accept a guarantee."',
        'Ann Amber said on behalf of Delos: "We accept a guarantee."',
    ],
)
def test_r4_who_gives_the_words_of_another_reports_them(text: str) -> None:
    assert "ASTER reports > DELOS accepts, asserted, reported" in told(text)


def test_r5_what_another_says_of_a_party_is_never_first_hand() -> None:
    (one,) = commitments("Ann Amber said that Delos had agreed to a guarantee for Briar.")
    assert one.standing.value == "reported"


def test_r5_what_its_own_spokesman_says_of_a_party_is() -> None:
    (one,) = commitments("Dora Dove said that Delos would accept a guarantee for Briar.")
    assert one.standing.value == "first-hand"


def test_r6_a_denial_proposes_no_agreement() -> None:
    text = "Dora Dove denied that Delos had agreed to a guarantee."
    assert not commitments(text)
    assert any(one.startswith("DELOS denies") for one in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Delos had agreed to a guarantee, Dora Dove declined to comment.",
        "Ann Amber did not say whether Delos had agreed to a guarantee.",
        "If Delos agreed to a guarantee, the talks could end.",
        "Has Delos agreed to a guarantee?",
    ],
)
def test_r7_what_nobody_said_is_no_statement(text: str) -> None:
    assert not commitments(text)


def test_r7_what_is_passed_over_is_listed_with_its_reason() -> None:
    found = reading("Asked whether Delos had agreed to a guarantee, Dora Dove declined to comment.")
    assert found.passed_over
    assert all(one.why for one in found.passed_over)


def test_r8_a_commitment_in_a_noun_is_that_of_the_one_it_names() -> None:
    text = 'Ann Amber said, "The concessions we secured from Delos are large."'
    assert any(one.startswith("ASTER reports > DELOS commits") for one in told(text))


def test_r8_a_stance_in_a_participle_is_that_of_its_owner() -> None:
    text = "Ann Amber said that Delos's stance of demanding a guarantee was a mistake."
    assert any(one.endswith("> DELOS demands, asserted, reported") for one in told(text))


def test_r2_the_day_at_the_cue_is_that_of_who_tells_and_not_of_what_is_told() -> None:
    (one,) = commitments("Delos has agreed to a guarantee, Ann Amber said on Tuesday.")
    assert [link.day.value for link in one.chain] == [dt.date(2025, 3, 4), None]


def test_r9_a_stance_without_an_utterance_is_summed_up() -> None:
    assert told("Briar has demanded a guarantee.") == ["BRIAR demands, asserted, summed_up"]
    assert told("Briar has long insisted on it.") == ["BRIAR demands, asserted, summed_up"]
    assert told("Dora Dove denied it.") == ["DELOS denies, denied, first-hand"]
    assert told("Dora Dove promised on Monday to send peacekeepers.") == [
        "DELOS commits, asserted, summed_up"
    ]


def test_r10_a_medium_is_no_speaker() -> None:
    text = 'In an interview with CNN, Ann Amber said, "Aster is ready to send troops."'
    (one,) = reading(text).proposals
    assert one.chain[0].speaker.parties.value == ("ASTER",)
    assert "CNN" in one.medium.value


def test_r11_a_pronoun_is_the_last_who_fits() -> None:
    text = (
        'Ann Amber met Dora Dove. "Talks go on," Ann Amber said. She said Aster would send troops.'
    )
    last = reading(text).proposals[-1].chain[0].speaker
    assert last.parties.value == ("ASTER",)
    assert last.parties.tier != "sure"


def test_r11_where_nobody_fits_nobody_is_taken() -> None:
    (one,) = reading("He said that the guarantee was near.").proposals
    assert one.chain[0].speaker.parties.value == ()
    assert one.standing.value == "anonymous"


def test_r11_where_two_fit_it_is_nobodys_word() -> None:
    (one,) = commitments("Ann Amber spoke. Dora Dove listened. She said she would send troops.")
    assert one.chain[0].speaker.parties.tier == "unsure"
    assert one.standing.value == "anonymous"


def test_r12_those_who_are_named_together_each_say_it() -> None:
    (one,) = reading("Briar and Aster have demanded a guarantee.").proposals
    assert set(one.saying.speaker.parties.value) == {"ASTER", "BRIAR"}


def test_r12_a_group_that_is_named_stays_one() -> None:
    (one,) = reading("European leaders have demanded a guarantee.").proposals
    assert one.saying.speaker.parties.value == ("EUROPE",)


def test_r13_an_official_who_is_not_named_is_anonymous() -> None:
    (one,) = reading("A senior official of Aster said Aster would send troops.").proposals
    assert one.saying.speaker.unnamed
    assert one.standing.value == "anonymous"


def test_r14_a_name_that_is_spelt_nearly_alike_is_suggested_and_not_taken() -> None:
    (one,) = reading("Envoy Steve Whitcoff said the guarantee was near.").proposals
    speaker = one.chain[0].speaker
    assert speaker.person.value == "Steve Whitcoff"
    assert speaker.person.suggested == ("Steve Witkoff",)


def test_r15_the_words_of_a_condition_are_kept() -> None:
    (one,) = reading("Dora Dove said Delos would accept a guarantee if Briar disarmed.").proposals
    assert one.condition.value is not None
    assert "if Briar disarmed" in one.condition.value.words
    assert one.factuality.value == "conditional"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We accept troops," Dora Dove said. "But only if Briar pays."', "only if Briar pays"),
        (
            "Delos accepts troops, Dora Dove said. That depends on Briar, she said.",
            "depends on Briar",
        ),
    ],
)
def test_r15_a_condition_in_the_next_sentence_of_the_same_speaker(text: str, words: str) -> None:
    one = reading(text).proposals[0]
    assert one.condition.value is not None
    assert one.condition.value.words == words
    assert one.factuality.value == "conditional"


def test_r15_what_the_next_sentence_takes_back_is_possible_at_most() -> None:
    one = reading('"We accept troops," Dora Dove said. "But not now."').proposals[0]
    assert (one.factuality.value, one.factuality.tier) == ("possible", "unsure")


def test_r16_reading_changes_nothing_in_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    new(str(folder))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    read_for_it = reader_by_rules(load_case(str(folder)))
    text = "Russia has agreed to a ceasefire."
    read_for_it(Article("article", text, paragraphs_of(text)))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_r14_the_case_wins_over_a_list_by_the_adjective_too() -> None:
    text = """```servanda
case "Cyprus"
actor GREEK_CYPRIOTS "The Greek Cypriot side"
  called "Greek Cypriots"
actor TURKISH_CYPRIOTS "The Turkish Cypriot side"
  called "Turkish Cypriots"
issue troops "Troops"
person ANASTASIADES "Nicos Anastasiades"
  speaks for GREEK_CYPRIOTS as "Greek Cypriot leader" from 2013-02-28
person AKINCI "Mustafa Akinci"
  speaks for TURKISH_CYPRIOTS as "Turkish Cypriot leader" from 2015-04-30
```
"""
    cyprus = read_case([Source("cyprus.md", text)]).case
    said = (
        "Nicos Anastasiades, the Greek Cypriot leader, rejected troops. "
        "Mustafa Akinci, his Turkish Cypriot counterpart, said he would not yield."
    )
    article = Article("article", said, paragraphs_of(said), dateline=dt.date(2017, 7, 4))
    speakers = [p.chain[0].speaker for p in reader_by_rules(cyprus)(article).proposals]
    assert [one.person.value for one in speakers] == ["ANASTASIADES", "AKINCI"]
    assert [one.parties.value for one in speakers] == [("GREEK_CYPRIOTS",), ("TURKISH_CYPRIOTS",)]


def test_r14_without_a_day_nobody_is_called_former() -> None:
    found = reading("Dora Dove, whom Steve Witkoff met, rejected the guarantee.", None)
    assert not any(
        "former" in link.speaker.parties.reason for p in found.proposals for link in p.chain
    )
