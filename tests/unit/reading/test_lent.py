"""Words that somebody gives are those of whoever they are told to be of."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.chains import COMMITTING
from tests.unit.reading.told_by_rules import reading, told

EGYPT_OF_SUDAN = "EGY reports > SDN accepts: reported"


@pytest.mark.parametrize(
    "text",
    [
        # who tells is put in between
        "Sudan, the Egyptian foreign minister said on Sunday, has accepted the truce.",
        'The Sudanese president, said the Egyptian foreign minister, wrote: "We accept the truce."',
        "The government of Sudan - the Egyptian president told reporters - has accepted the truce.",
        'The Sudanese president, the Egyptian president recalled, told him: "We accept the truce."',
        "The Sudanese president, according to the Egyptian president, has accepted the truce.",
        # told within
        '"We accept the truce," the Egyptian president said the Sudanese president told him.',
        'The Egyptian president quoted the Sudanese president as saying: "We accept the truce."',
        "The Sudanese president was cited by the Egyptian president as having accepted the truce.",
        '"We accept the truce," the Sudanese president said in the Egyptian president\'s account.',
        # the words of another
        'The Egyptian president read aloud the Sudanese president\'s letter: "We accept the truce."',
        'The Egyptian president repeated the words of the Sudanese president: "We accept the truce."',
        'The Sudanese answer was "We accept the truce", the Egyptian foreign minister said.',
        '"We accept the truce" were Sudan\'s words, the Egyptian foreign minister said.',
        '"We accept the truce," the Egyptian president said, quoting the Sudanese president.',
        'The Egyptian president said on behalf of Sudan: "We accept the truce."',
        'The Egyptian president, on behalf of Sudan, said "We accept the truce."',
        'The Egyptian president, mimicking the Sudanese president, said: "We accept the truce."',
        'In the words of Sudan, "we accept the truce", the Egyptian president said.',
    ],
)
def test_who_gives_the_words_of_another_reports_them(text: str) -> None:
    found = told(text)
    assert EGYPT_OF_SUDAN in found
    assert not [one for one in found if one.endswith("accepts: first-hand")]


@pytest.mark.parametrize(
    "text",
    [
        '"We accept the truce," the Sudanese president told the Egyptian president.',
        '"We accept the truce," the Sudanese president said in his letter to Egypt.',
        'The Sudanese president said in reply to Egypt\'s message: "We accept the truce."',
        '"We accept the truce," the Sudanese president said, echoing the Egyptian president.',
        '"We accept the truce," the Sudanese president said, adding that Egypt had asked for it.',
        'The Sudanese president rejected Egypt\'s words and said: "We accept the truce."',
        "The Sudanese president, who met the Egyptian president, said Sudan accepts the truce.",
        'The Sudanese president, in a statement, said: "We accept the truce."',
    ],
)
def test_own_words_stay_own_words_beside_others(text: str) -> None:
    assert "SDN accepts: first-hand" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        '"We accept the truce," the Sudanese president would have said.',
        '"We accept the truce" was not what the Sudanese president said.',
        '"We accept the truce," the Sudanese president should say, the Egyptian envoy said.',
        'The Sudanese president was misquoted as saying: "We accept the truce."',
        'The Sudanese president said in jest: "We accept the truce."',
        'The Sudanese president jokingly said: "We accept the truce."',
        "The Egyptian president said of the Sudanese president: \"He told me, 'We accept it.'\"",
    ],
)
def test_what_was_not_said_or_not_meant_commits_nobody(text: str) -> None:
    firsthand = [one for one in reading(text).proposals if one.standing.value == "first-hand"]
    assert not [one for one in firsthand if one.saying.kind.value in COMMITTING]


@pytest.mark.parametrize(
    "text",
    [
        '"We accept the truce," the Sudanese president was quoted as saying.',
        '"We accept the truce," the Sudanese president is reported to have told the envoy.',
    ],
)
def test_what_is_quoted_by_nobody_who_is_named_is_anonymous(text: str) -> None:
    assert told(text) == ["? reports > SDN accepts: anonymous"]


def test_a_pronoun_in_a_quotation_is_never_whoever_is_quoted() -> None:
    text = 'The Egyptian president met his guest. "He has accepted the truce," he said.'
    assert not [one for one in told(text) if "EGY accepts" in one]


def test_what_one_of_two_has_said_is_nobodys_word_until_somebody_says_whose() -> None:
    text = (
        "Vladimir Putin spoke to Donald Trump. Donald Trump listened. He said he accepts the truce."
    )
    (one,) = (p for p in reading(text).proposals if p.saying.kind.value in COMMITTING)
    assert one.saying.speaker.parties.tier == "unsure"
    assert one.standing.value == "anonymous"
    assert "not sure" in one.standing.reason
