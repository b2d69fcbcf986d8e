"""What is proposed of an article stands only as the article has it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from servanda.analyses.reading.article import Quote
from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.proposal import Guess, Link, Standing
from servanda.analyses.reading.verifier import sifted, verify
from tests.unit.reading.proposed import article, link, proposal

TOLD = article("Delos has agreed to the truce, the envoy said.\nBriar waits. It rains.\nAll sleep.")
REPORT = link(TOLD, "the envoy")
AGREES = link(TOLD, "Delos", "accepts")
REPORTED = proposal(TOLD, (REPORT, AGREES), "has agreed", "to the truce")


def test_what_the_article_has_stands() -> None:
    assert verify(REPORTED, TOLD) == ()
    assert REPORTED.standing.value == "reported"


def test_words_that_stand_otherwise_are_refused() -> None:
    cue = REPORTED.cue[0]
    wrong = replace(REPORTED, cue=(replace(cue, words="had agreed"),))
    shifted = replace(REPORTED, content=(Quote(20, 32, "to the truce"),))
    outside = replace(REPORTED, content=(Quote(900, 912, "to the truce"),))
    backward = replace(REPORTED, content=(Quote(12, 10, ""),))
    assert "read otherwise" in verify(wrong, TOLD)[0]
    assert "read otherwise" in verify(shifted, TOLD)[0]
    assert "no place" in verify(outside, TOLD)[0]
    assert "no place" in verify(backward, TOLD)[0]


def test_every_quote_is_held_to_the_article() -> None:
    false = Quote(0, 5, "Aster")
    speaker = replace(AGREES.speaker, words=false)
    assert verify(replace(REPORTED, chain=(REPORT, replace(AGREES, speaker=speaker))), TOLD)
    assert verify(replace(REPORTED, condition=Guess(false)), TOLD)


def test_nothing_stands_without_content_or_without_a_speaker() -> None:
    assert verify(replace(REPORTED, content=()), TOLD) == ("it has no content",)
    assert "nobody is said to say it" in verify(replace(REPORTED, chain=()), TOLD)


def test_it_stands_in_its_paragraph_in_neighbouring_sentences() -> None:
    assert "does not stand in paragraph 2" in verify(replace(REPORTED, paragraph=2), TOLD)[0]
    assert "no paragraph 9" in verify(replace(REPORTED, paragraph=9), TOLD)[0]
    far = proposal(TOLD, (AGREES,), "has agreed", "It rains")
    near = proposal(TOLD, (AGREES,), "has agreed", "Briar waits")
    assert "more than a sentence apart" in verify(far, TOLD)[0]
    assert verify(near, TOLD) == ()


def test_an_abbreviation_does_not_part_what_belongs_together() -> None:
    of = article("Delos agreed, Gen. A. B. Stone of the U.S. Army said, to the truce.")
    assert verify(proposal(of, (link(of, "Delos", "accepts"),), "agreed", "to the truce"), of) == ()


@pytest.mark.parametrize("given", ["first-hand", "summed_up", "anonymous"])
def test_a_standing_that_does_not_follow_from_the_chain_is_refused(given: Standing) -> None:
    assert verify(replace(REPORTED, standing=Guess(given)), TOLD) == (
        f"its standing is reported by its chain, and not {given}",
    )


def test_a_standing_is_no_surer_than_who_is_meant() -> None:
    unsure = (REPORT, link(TOLD, "Delos", "accepts", tier="unsure"))
    one = proposal(TOLD, unsure, "has agreed", "to the truce")
    assert verify(one, TOLD) == ()
    assert verify(replace(one, standing=Guess("reported", "sure")), TOLD)


def test_what_was_not_said_commits_nobody() -> None:
    of = article("Delos did not say that it accepts the truce.")
    chain = (link(of, "Delos", negated=True), link(of, "Delos", "accepts"))
    one = proposal(of, chain, "accepts", "the truce")
    assert one.standing.value == "reported"
    assert verify(one, of) == ("what is said not to have been said commits nobody",)
    assert verify(replace(one, factuality=Guess("denied")), of) == ()


def test_what_stands_in_a_quotation_needs_whoever_is_quoted() -> None:
    of = article('"Delos has agreed to the truce," the envoy said.')
    bare = proposal(of, (link(of, "Delos", "accepts"),), "has agreed", "to the truce")
    assert verify(bare, of) == ("it stands in a quotation, and nobody in its chain is quoted",)
    told = proposal(of, (link(of, "the envoy"), *bare.chain), "has agreed", "to the truce")
    assert verify(told, of) == ()


def test_a_party_may_be_quoted_in_part() -> None:
    of = article('Delos "has agreed to the truce", and left.')
    part = proposal(of, (link(of, "Delos", "accepts"),), "has agreed", "to the truce")
    assert verify(part, of) == ()


def test_of_those_with_one_name_the_first_stands() -> None:
    found = sifted([REPORTED, replace(REPORTED, manner=Guess("quoted"))], TOLD)
    assert found.kept == (REPORTED,)
    assert found.refused[0].why == ("another proposal is called P1",)


def chained(*links: Link, summed_up: bool = False) -> Standing:
    return standing_of(links, summed_up).value


def test_a_spokesman_of_the_party_makes_it_first_hand() -> None:
    """W4: all through whom it is known speak for the same party."""
    assert chained(link(TOLD, "the envoy", party="DELOS"), AGREES) == "first-hand"
    assert chained(AGREES) == "first-hand"


def test_whoever_only_wishes_it_does_not_tell_it() -> None:
    """W2: what somebody demands that another say was not said; nor what it denies."""
    for kind in ("demands", "denies", "plans", "urges", "offers"):
        assert chained(link(TOLD, "the envoy", kind, party="DELOS"), AGREES) == "reported"


def test_an_unsure_spokesman_does_not_make_it_first_hand() -> None:
    assert chained(link(TOLD, "the envoy", party="DELOS", tier="unsure"), AGREES) == "reported"


def test_anybody_unnamed_makes_it_anonymous() -> None:
    """W3, W5: the weakest decides."""
    assert chained(link(TOLD, "the envoy", unnamed=True), AGREES) == "anonymous"
    assert chained(link(TOLD, "Delos", "accepts", unnamed=True)) == "anonymous"
    assert chained(link(TOLD, "", party="")) == "anonymous"
    assert chained(link(TOLD, "Briar", "accepts", party="")) == "anonymous"
    assert chained() == "anonymous"


def test_the_article_alone_sums_up() -> None:
    """W6."""
    assert chained(AGREES, summed_up=True) == "summed_up"
    assert chained(link(TOLD, "", party=""), summed_up=True) == "anonymous"


def test_several_who_speak_together_need_all_of_them_to_tell() -> None:
    both = replace(AGREES, speaker=replace(AGREES.speaker, parties=Guess(("DELOS", "BRIAR"))))
    assert chained(link(TOLD, "Delos"), both) == "reported"
    assert chained(replace(both, kind=Guess("reports")), AGREES) == "first-hand"
