"""Rules and a model side by side: surer where they agree, both shown where they differ."""

from __future__ import annotations

from msgspec.structs import replace

from servanda.analyses.reading.combining import combined
from servanda.analyses.reading.proposal import Guess, Proposal, Reading, Topic
from tests.unit.reading.proposed import article, link, proposal

OF = article("Delos has agreed to the truce, the envoy said.\nBriar demands troops.")
REPORT = link(OF, "the envoy")
AGREES = link(OF, "Delos", "accepts", tier="likely")
RULES = replace(
    proposal(OF, (REPORT, AGREES), "has agreed", "to the truce"),
    topics=Guess((Topic("order"),), "unsure", "by one word"),
)
MODEL = replace(RULES, id="M1")


def both(rules: tuple[Proposal, ...], model: tuple[Proposal, ...]) -> Reading:
    return combined(Reading(OF, "rules 1", rules), Reading(OF, "m, question 1", model))


def test_where_both_read_the_same_it_is_surer() -> None:
    (one,) = both((RULES,), (MODEL,)).proposals
    assert one.id == "P1"
    assert one.topics.tier == "likely"
    assert one.topics.reason == "by one word; the language model reads it so too"
    assert one.chain[1].speaker.parties.tier == "sure"
    assert one.standing.value == "reported"


def test_both_readers_are_named() -> None:
    assert both((RULES,), ()).reader == "rules 1; m, question 1"


def test_what_the_model_has_otherwise_is_suggested() -> None:
    other = replace(MODEL, topics=Guess((Topic("order", "truce_first"),)))
    (one,) = both((RULES,), (other,)).proposals
    assert one.topics.value == (Topic("order"),)
    assert one.topics.tier == "unsure"
    assert one.topics.suggested == ("order is truce_first",)


def test_another_statement_in_the_same_words_is_shown_beside() -> None:
    refuses = replace(MODEL, chain=(REPORT, replace(AGREES, kind=Guess("rejects"))))
    assert [p.id for p in both((RULES,), (refuses,)).proposals] == ["P1", "M1"]


def test_what_only_one_has_is_shown() -> None:
    demand = proposal(OF, (link(OF, "Briar", "demands"),), "demands", "troops", name="M2")
    assert [p.id for p in both((RULES,), (demand,)).proposals] == ["P1", "M2"]
    assert [p.id for p in both((demand,), (MODEL,)).proposals] == ["M1", "M2"]


def test_what_the_rules_have_through_somebody_is_not_first_hand() -> None:
    alone = proposal(OF, (AGREES,), "has agreed", "to the truce", name="M3")
    assert alone.standing.value == "first-hand"
    found = both((RULES,), (alone,))
    assert found.proposals == (RULES,)
    assert "by the rules somebody else tells of it" in found.passed_over[0].why


def test_what_stands_in_somebodys_words_is_not_first_hand() -> None:
    told = proposal(OF, (REPORT,), "said", "Delos has agreed to the truce")
    alone = proposal(OF, (AGREES,), "has agreed", "to the truce", name="M3")
    assert both((told,), (alone,)).proposals == (told,)


def test_that_a_model_is_as_sure_who_speaks_makes_nothing_first_hand() -> None:
    unsure = link(OF, "the envoy", party="DELOS", tier="unsure")
    own = proposal(OF, (unsure, AGREES), "has agreed", "to the truce")
    assert own.standing.value == "reported"
    (one,) = both((own,), (replace(own, id="M1"),)).proposals
    assert one.standing.value == "reported"
    assert one.chain == own.chain
