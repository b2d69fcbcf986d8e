"""What nobody has committed itself to is never told as a commitment, however it is worded.

Plain commitments must be read as what they are.
"""

from __future__ import annotations

import pytest

from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.proposal import Proposal
from tests.unit.reading.commitments import NOBODYS, PLAIN
from tests.unit.reading.told_by_rules import reading


def commitments(text: str) -> list[Proposal]:
    """The proposals of a text in which somebody commits itself, accepts or offers."""
    return [
        one
        for one in reading(text).proposals
        if one.saying.kind.value in COMMITTING
        and not any(link.negated or link.kind.value == "denies" for link in one.chain)
    ]


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{why}: {text}") for why in NOBODYS for text in NOBODYS[why]]
)
def test_nobody_has_committed_itself(text: str) -> None:
    for one in commitments(text):
        assert one.factuality.value != "asserted"
        assert one.factuality.value == "denied" or one.standing.value != "first-hand"


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_commitment_is_read_as_one(text: str) -> None:
    assert commitments(text)


def test_what_is_contested_is_unsure_where_somebody_vouches_for_it() -> None:
    (one,) = commitments(
        "The Kosovo president said Serbia had agreed to recognise it, which Belgrade calls a lie."
    )
    assert (one.standing.value, one.factuality.tier) == ("reported", "unsure")
    assert "contested" in one.factuality.reason


def test_what_is_quoted_and_said_by_nobody_is_anonymous() -> None:
    (one,) = commitments('"Russia has accepted the truce" is a sentence nobody will hear.')
    assert one.standing.value == "anonymous"


def test_how_an_official_may_be_told_of_is_no_statement() -> None:
    text = "A senior official of Russia, who asked not to be named, said a treaty was near."
    found = reading(text)
    assert [one.saying.kind.value for one in found.proposals] == ["reports"]
    assert [one.why for one in found.passed_over] == ["how it may be told of"]


@pytest.mark.parametrize(
    "text",
    [
        "By all accounts Libya has agreed to the vote.",
        "From what one hears, Tunisia has promised to mediate.",
        "As the ambassador understood it, Egypt was willing to accept observers.",
        "It is believed in diplomatic circles that Algeria has consented to mediation.",
    ],
)
def test_what_is_told_in_passing_by_nobody_is_anonymous(text: str) -> None:
    assert [one.standing.value for one in commitments(text)] == ["anonymous"]


def test_what_somebody_takes_back_is_no_commitment() -> None:
    (one,) = reading(
        '"We withdraw our acceptance of the award," the Chilean president said.'
    ).proposals
    assert one.saying.kind.value == "retracts"


def test_a_word_in_marks_of_its_own_is_not_taken_at_its_word() -> None:
    (one,) = commitments('In the words of its critics, Serbia has "accepted" everything.')
    assert (one.factuality.value, one.factuality.tier) == ("possible", "unsure")


def test_those_who_are_ours_need_not_be_us() -> None:
    found = commitments('"Our allies will send troops," the Ukrainian president said.')
    assert "first-hand" not in {one.standing.value for one in found}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Should Bolivia withdraw, we accept the award," the Chilean president said.', "Should"),
        ('"We will accept a port pending approval by congress," Chile said.', "pending"),
        ('"Given a ceasefire, we will accept observers," the Sudanese president said.', "Given"),
        ('"We will accept observers after a truce," the Sudanese president said.', "after"),
        ('"We will withdraw, but not before Iran does," the Iraqi president said.', "not"),
        ('"We accept it. But only on condition that Peru pays," Chile said.', "on"),
    ],
)
def test_what_hangs_on_something_is_conditional(text: str, words: str) -> None:
    (one,) = commitments(text)
    assert one.factuality.value == "conditional"
    assert one.condition.value is not None
    assert one.condition.value.words.startswith(words)


def test_places_are_those_of_the_text_with_what_is_not_seen_in_it() -> None:
    text = "Peru will n\u00adot with\u200bdraw, the Peruvian president said."
    (one,) = reading(text).proposals
    assert one.content[0].words == "Peru will n\u00adot with\u200bdraw"


@pytest.mark.parametrize("unseen", ["\u2066", "\u061c", "\u180e", "\u200d", "\U000e0061"])
def test_what_nobody_sees_hides_no_denial(unseen: str) -> None:
    (one,) = reading(
        f"Chile has n{unseen}ot accepted the award, the Chilean president said."
    ).proposals
    assert one.factuality.value == "denied"


def test_who_did_not_agree_denies_it() -> None:
    (one,) = reading('"We did not agree to the award," the Chilean president said.').proposals
    assert one.saying.kind.value == "denies"


def test_letters_of_two_alphabets_in_a_word_are_refused_with_the_reason() -> None:
    found = reading("Chile will n\u043et accept the award, the Chilean president said.")
    assert not found.proposals
    assert "two alphabets" in found.passed_over[0].why
