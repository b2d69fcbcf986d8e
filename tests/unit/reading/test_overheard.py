"""A sentence in which somebody else may be telling is no party's own word on a model's say-so."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.overheard import overheard
from tests.unit.reading.proposed import article, link, proposal


def heard(text: str, cue: str = "has agreed", content: str = "to the truce") -> str:
    of = article(text)
    return overheard(proposal(of, (link(of, "Delos", "accepts"),), cue, content), (), of)


@pytest.mark.parametrize(
    "text",
    [
        "Delos has agreed to the truce, the envoy announced.",
        "According to the envoy Delos has agreed to the truce.",
        "The envoy told reporters that Delos has agreed to the truce.",
        "Envoy: Delos has agreed to the truce",
        "Delos has agreed to the truce - Envoy",
        "Delos has reportedly agreed: Delos has agreed to the truce",
        "The envoy believes Delos has agreed to the truce.",
        "Aster welcomed that Delos has agreed to the truce.",
    ],
)
def test_a_word_of_telling_that_is_nobodys_is_heard(text: str) -> None:
    assert heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "Delos has agreed to the truce.",
        "It rained, the envoy said. Delos has agreed to the truce.",
        "Delos, eager to report home, has agreed to the truce.",
    ],
)
def test_a_party_that_speaks_for_itself_is_left_alone(text: str) -> None:
    assert not heard(text)


def test_its_own_cue_is_its_own() -> None:
    assert not heard("Delos said it accepts the truce.", "said it accepts", "the truce")


def test_neither_cue_nor_content_reaches_over_somebody_else() -> None:
    text = "Delos has agreed to the truce, the envoy said."
    assert heard(text, "has agreed to the truce, the envoy said", "to the truce")
    assert heard(text, "has agreed", "to the truce, the envoy said")


def test_what_the_rules_read_apart_from_it_is_accounted_for() -> None:
    of = article("Delos has agreed to the truce, and Briar said that it waits.")
    own = proposal(of, (link(of, "Delos", "accepts"),), "has agreed", "to the truce")
    apart = proposal(of, (link(of, "Briar"),), "said", "that it waits", name="P2")
    assert overheard(own, (), of) == "said"
    assert not overheard(own, (apart,), of)
