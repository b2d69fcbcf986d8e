"""The semantic rules on decisions."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from servanda.analyses.scenario.outcome import State
from servanda.core.share import Share
from servanda.core.verdict import Verdict
from servanda.model.case import Event
from servanda.model.conditions import (
    All,
)
from servanda.model.node import ActorId
from servanda.model.own_life import (
    EntryIntoForce,
)
from servanda.model.sets import Author, Bearer, DecisionRule, Subject
from servanda.model.vocabulary import Membership, Organ
from tests.unit.pacts import (
    GUARANTORS,
    PARTIES,
    SIGNATORIES,
    act,
    article,
    assist,
    attack,
    attack_on,
    breached,
    case,
    council,
    decide,
    decided,
    group,
    has,
    life,
    must,
    must_not,
    names,
    one,
    perform,
    put,
    request_of,
    run,
    share_of,
    state,
    vote,
)
from tests.unit.rules.pieces import (
    LAPSED,
    NOT_ARISEN,
    ON_ATTACK,
    PENDING,
    RUSSIAN,
    UNDETERMINED,
)


def decides(*votes: Event, organ: Organ | None = None, incident: Event = RUSSIAN) -> State:
    """Where USA stands under an article that waits for the council, after these votes."""
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    outcome = run(case(clause, organ=organ or council()), incident, *votes)
    return state(outcome, "USA", incident="A1")


def test_v1_a_decision_is_about_an_incident_and_is_not_undone() -> None:
    in_favour = vote("2026-03-02", GUARANTORS, "yes")
    assert decides(in_favour) is PENDING
    assert decides(in_favour, vote("2026-03-03", "FRA", "no")) is PENDING
    assert decides(decide("2026-03-02", "council")) is PENDING
    other = attack("2026-03-02", "A2", by="RUS", on="FRA")
    assert decides(other, vote("2026-03-03", GUARANTORS, "yes", incident="A2")) is NOT_ARISEN


def test_v2_consensus_bears_abstentions_but_no_vote_against() -> None:
    most_in_favour = vote("2026-03-02", "USA GBR", "yes")
    assert decides(most_in_favour) is NOT_ARISEN
    assert decides(most_in_favour, vote("2026-03-02", "FRA", "abstain")) is PENDING
    assert decides(most_in_favour, vote("2026-03-02", "FRA", "no")) is NOT_ARISEN
    assert decides(vote("2026-03-02", GUARANTORS, "abstain")) is NOT_ARISEN


@pytest.mark.parametrize(
    ("organ", "in_favour", "expected"),
    [
        (council("unanimity"), "USA GBR", NOT_ARISEN),
        (council("unanimity"), "USA GBR FRA", PENDING),
        (council("count", 2), "USA", NOT_ARISEN),
        (council("count", 2), "USA FRA", PENDING),
        (council("majority"), "USA", NOT_ARISEN),
        (council("majority"), "USA FRA", PENDING),
        (council("majority", including=("GBR",)), "USA FRA", NOT_ARISEN),
        (council("majority", including=("GBR",)), "USA GBR", PENDING),
        (council("count", 1), "UKR", NOT_ARISEN),
    ],
)
def test_v2_rules_of_decision(organ: Organ, in_favour: str, expected: State) -> None:
    assert decides(vote("2026-03-02", in_favour, "yes"), organ=organ) is expected


def test_v2_a_members_last_vote_counts() -> None:
    changed = (vote("2026-03-02", "USA", "yes"), vote("2026-03-03", "USA", "no"))
    then = vote("2026-03-04", "GBR", "yes")
    assert decides(*changed, then, organ=council("count", 2)) is NOT_ARISEN
    again = vote("2026-03-05", "USA", "yes")
    assert decides(*changed, then, again, organ=council("count", 2)) is PENDING


def test_v2_the_members_on_the_day_of_the_vote_decide() -> None:
    joins = Membership(members=(ActorId("FRA"),), start=dt.date(2026, 3, 3))
    founders = group("guarantor", "USA", "GBR")
    grown = msgspec.structs.replace(founders, memberships=(*founders.memberships, joins))
    clause = article(
        "5", must(assist(), names("USA")), when=attack_on(), only_if=decided("council")
    )
    the_case = case(clause, groups=(grown,))
    early = vote("2026-03-02", "USA GBR", "yes")
    assert state(run(the_case, RUSSIAN, early), "USA") is PENDING
    late = vote("2026-03-03", "USA GBR", "yes")
    assert state(run(the_case, RUSSIAN, late), "USA") is NOT_ARISEN


def test_v2_parties_may_decide_among_themselves() -> None:
    by_three = decided(PARTIES, DecisionRule(rule="count", count=3))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=by_three)
    votes = vote("2026-03-02", "USA GBR FRA", "yes", organ=None)
    assert state(run(case(clause), RUSSIAN, votes), "USA") is PENDING
    in_council = vote("2026-03-02", "USA GBR FRA", "yes")
    assert state(run(case(clause), RUSSIAN, in_council), "USA") is NOT_ARISEN


def test_v3_the_accused_has_no_vote() -> None:
    organ = council("unanimity", leaving_out=("attacker",))
    french = attack("2026-03-01", by="FRA", on="UKR")
    votes = vote("2026-03-02", "USA GBR", "yes")
    assert decides(votes, organ=organ, incident=french) is PENDING
    assert decides(votes, organ=organ) is NOT_ARISEN


def test_v3_an_unknown_accused_matters_only_where_the_vote_could() -> None:
    unknown = attack("2026-03-01", on="UKR")
    organ = council("unanimity", leaving_out=("attacker",))
    votes = vote("2026-03-02", "USA GBR", "yes")
    assert decides(votes, organ=organ, incident=unknown) is UNDETERMINED
    assert decides(vote("2026-03-02", "USA", "yes"), organ=organ, incident=unknown) is NOT_ARISEN
    everybody = vote("2026-03-02", GUARANTORS, "yes")
    assert decides(everybody, organ=organ, incident=unknown) is PENDING


@pytest.mark.parametrize(
    ("share", "in_favour", "expected"),
    [
        (Share(2, 3), "USA", NOT_ARISEN),
        (Share(2, 3), "USA FRA", PENDING),
        (Share(3, 4), "USA FRA", NOT_ARISEN),
        (Share(3, 4), "USA FRA GBR", PENDING),
        (Share(1, 2), "USA", NOT_ARISEN),
        (Share(1, 3), "USA", PENDING),
        (Share(1, 3), "UKR", NOT_ARISEN),
    ],
)
def test_v4_a_share_of_all_who_have_a_vote(share: Share, in_favour: str, expected: State) -> None:
    votes = vote("2026-03-02", in_favour, "yes")
    assert decides(votes, organ=council("share", share=share)) is expected


@pytest.mark.parametrize(
    ("subject", "authors", "expected"),
    [
        (share_of(2, 3, GUARANTORS), "USA", NOT_ARISEN),
        (share_of(2, 3, GUARANTORS), "USA GBR", PENDING),
        (share_of(1, 2, PARTIES), "USA GBR", NOT_ARISEN),
        (share_of(1, 2, PARTIES), "USA GBR FRA", PENDING),
        (share_of(1, 2, names()), "USA", NOT_ARISEN),
    ],
)
def test_v4_a_share_of_those_who_must_have_acted(
    subject: Subject, authors: str, expected: State
) -> None:
    clause = article(
        "5", must(assist(), GUARANTORS), when=ON_ATTACK, only_if=has(subject, "report")
    )
    done = act("2026-03-02", authors, "report")
    assert state(run(case(clause), RUSSIAN, done), "USA") is expected


def test_v5_who_abstains_or_is_silent_is_not_one_of_those_voting() -> None:
    two_thirds = council("share", share=Share(2, 3), of_those_voting=True)
    majority = council("majority", of_those_voting=True)
    unanimity = council("unanimity", of_those_voting=True)
    alone, abstains = vote("2026-03-02", "USA", "yes"), vote("2026-03-02", "GBR", "abstain")
    against = vote("2026-03-02", "FRA", "no")
    for organ in (two_thirds, majority, unanimity):
        assert decides(alone, organ=organ) is PENDING
        assert decides(alone, abstains, organ=organ) is PENDING
        assert decides(alone, against, organ=organ) is NOT_ARISEN
        assert decides(abstains, organ=organ) is NOT_ARISEN
    both = vote("2026-03-02", "USA GBR", "yes")
    assert decides(both, against, organ=two_thirds) is PENDING
    assert decides(both, against, organ=unanimity) is NOT_ARISEN


def test_v5_the_votes_of_one_moment_are_counted_together() -> None:
    majority = council("majority", of_those_voting=True)
    in_favour = vote("2026-03-02 10:00", "USA", "yes")
    at_once, later = (vote(f"2026-03-02 {t}", "FRA", "no") for t in ("10:00", "11:00"))
    assert decides(in_favour, at_once, organ=majority) is NOT_ARISEN
    assert decides(at_once, in_favour, organ=majority) is NOT_ARISEN
    assert decides(in_favour, later, organ=majority) is PENDING
    changed = vote("2026-03-03", "FRA", "yes")
    assert decides(in_favour, at_once, changed, organ=majority) is PENDING


def test_v6_a_vote_against_by_one_who_has_a_veto_blocks() -> None:
    organ = council("count", 1, veto=("FRA",))
    most, french = vote("2026-03-02", "USA GBR", "yes"), vote("2026-03-02", "FRA", "no")
    assert decides(most, organ=organ) is PENDING
    assert decides(most, vote("2026-03-02", "FRA", "abstain"), organ=organ) is PENDING
    assert decides(most, french, organ=organ) is NOT_ARISEN
    assert decides(most, vote("2026-03-03", "FRA", "no"), organ=organ) is PENDING
    assert decides(french, vote("2026-03-03", "USA GBR", "yes"), organ=organ) is NOT_ARISEN
    assert decides(vote("2026-03-02", "UKR", "no"), most, organ=organ) is PENDING


def test_v6_who_is_left_out_has_no_veto() -> None:
    organ = council("count", 1, veto=("FRA",), leaving_out=("attacker",))
    votes = vote("2026-03-02", "FRA", "no"), vote("2026-03-02", "USA", "yes")
    assert decides(*votes, organ=organ) is NOT_ARISEN
    by_france = attack("2026-03-01", by="FRA", on="UKR")
    assert decides(*votes, organ=organ, incident=by_france) is PENDING
    by_somebody = attack("2026-03-01", on="UKR")
    assert decides(*votes, organ=organ, incident=by_somebody) is UNDETERMINED


def test_v7_the_bearer_and_those_named_have_no_vote() -> None:
    votes = vote("2026-03-02", "USA GBR", "yes"), vote("2026-03-02", "FRA", "no")
    assert decides(*votes, organ=council("unanimity", leaving_out=(names("FRA"),))) is PENDING
    assert decides(*votes, organ=council("unanimity", leaving_out=(names("GBR"),))) is NOT_ARISEN
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    without = case(clause, organ=council("unanimity", leaving_out=(Bearer(),)))
    outcome = run(without, RUSSIAN, *votes)
    assert state(outcome, "FRA") is PENDING
    assert state(outcome, "USA") is NOT_ARISEN


def test_v7_the_author_of_the_triggering_act_has_no_vote() -> None:
    organ = council("unanimity", leaving_out=(Author(),))
    clause = article(
        "4",
        must(perform("consult"), GUARANTORS),
        when=request_of("assist"),
        only_if=decided("council"),
    )
    request = act("2026-03-02", "FRA", "request", "assist", over="A1")
    votes = vote("2026-03-03", "USA GBR", "yes")
    assert state(run(case(clause, organ=organ), RUSSIAN, request, votes), "USA", "4") is PENDING
    other = act("2026-03-02", "GBR", "request", "assist", over="A1")
    assert state(run(case(clause, organ=organ), RUSSIAN, other, votes), "USA", "4") is NOT_ARISEN


def test_v7_nobody_is_left_out_for_a_role_that_the_incident_does_not_have() -> None:
    organ = council("unanimity", leaving_out=("polluter",))
    assert decides(vote("2026-03-02", "USA GBR", "yes"), organ=organ) is NOT_ARISEN
    assert decides(vote("2026-03-02", GUARANTORS, "yes"), organ=organ) is PENDING


def test_v8_a_motion_is_decided_on_without_an_incident_and_whenever_it_was() -> None:
    asked = decided("council", motion="secured")
    in_favour = vote("2026-02-02", GUARANTORS, "yes", motion="secured")
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=asked)
    assert state(run(case(clause), RUSSIAN), "USA") is NOT_ARISEN
    assert state(run(case(clause), in_favour, RUSSIAN), "USA") is PENDING
    other = vote("2026-02-02", GUARANTORS, "yes", motion="another")
    assert state(run(case(clause), other, RUSSIAN), "USA") is NOT_ARISEN
    on_incident = vote("2026-03-02", GUARANTORS, "yes")
    assert state(run(case(clause), RUSSIAN, on_incident), "USA") is NOT_ARISEN
    standing = article("3", must(perform("report"), GUARANTORS), only_if=asked)
    outcome = run(case(standing), in_favour)
    assert str(life(outcome, "USA", "3").arisen) == "2026-02-02"


def test_v8_a_decision_on_a_motion_ends_a_duty_and_brings_an_agreement_into_force() -> None:
    asked = decided(PARTIES, DecisionRule(rule="unanimity"), motion="secured")
    lasting = article("3", must(perform("report")), until=asked)
    votes = vote("2026-02-02", PARTIES, "yes", motion="secured", organ=None)
    assert state(run(case(lasting)), "USA", "3") is PENDING
    assert state(run(case(lasting), votes), "USA", "3") is LAPSED
    of_signatories = decided(SIGNATORIES, DecisionRule(rule="majority"), motion="secured")
    entry = article("11", EntryIntoForce(condition=of_signatories))
    cast = vote("2026-02-03", "USA GBR FRA", "yes", motion="secured", organ=None)
    outcome = run(case(entry), cast)
    assert str(outcome.force[0].since) == "2026-02-03"
    assert outcome.force[0].verdict is Verdict.HOLDS


def arisen(*events: Event, organ: Organ, at: str | None = None) -> str:
    """Since when USA has a duty under an article that waits for the council; nothing if it has none."""
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    return str(life(run(case(clause, organ=organ), RUSSIAN, *events, at=at), "USA").arisen or "")


def test_v9_what_is_put_to_a_body_is_adopted_when_the_silence_ends() -> None:
    organ = council("silence", silence="24 hours")
    is_put = put("2026-03-02 12:00", "council")
    assert arisen(is_put, organ=organ, at="2026-03-03 12:00") == ""
    assert arisen(is_put, organ=organ, at="2026-03-03 12:01") == "2026-03-03 12:00"
    by_day = put("2026-03-02", "council")
    assert arisen(by_day, organ=organ, at="2026-03-03") == ""
    assert arisen(by_day, organ=organ, at="2026-03-04") == "2026-03-03"
    assert arisen(vote("2026-03-02", GUARANTORS, "yes"), organ=organ, at="2026-03-09") == ""


def test_v9_a_vote_against_breaks_the_silence() -> None:
    organ = council("silence", silence="24 hours")
    is_put = put("2026-03-02 12:00", "council")
    last, late = (vote(f"2026-03-03 {t}", "FRA", "no") for t in ("12:00", "12:01"))
    assert arisen(is_put, last, organ=organ, at="2026-03-09") == ""
    assert arisen(is_put, late, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    abstains = vote("2026-03-03", "FRA", "abstain")
    assert arisen(is_put, abstains, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    stranger = vote("2026-03-02 13:00", "UKR", "no")
    assert arisen(is_put, stranger, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    before = vote("2026-03-02 11:00", "FRA", "no")
    assert arisen(before, is_put, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    again = put("2026-03-05 12:00", "council")
    assert arisen(is_put, last, again, organ=organ, at="2026-03-09") == "2026-03-06 12:00"


def test_v9_what_happened_in_the_last_hours_of_a_silence_came_before_its_end() -> None:
    organ, is_put = council("silence", silence="2 days"), put("2026-03-02", "council")
    forbidden = article("3", must_not(perform("report"), PARTIES))
    asked = All(parts=(decided("council"), breached(one(names("FRA")), "3")))
    clause = article("5", must(assist(), names("USA")), when=attack_on(), only_if=asked)
    report = act("2026-03-04 10:00", "FRA", "report")
    outcome = run(case(forbidden, clause, organ=organ), RUSSIAN, is_put, report, at="2026-03-09")
    assert str(life(outcome, "USA").arisen) == "2026-03-04"


def test_v9_who_is_left_out_cannot_break_the_silence() -> None:
    organ = council("silence", silence="24 hours", leaving_out=(names("FRA"),))
    is_put, against = put("2026-03-02 12:00", "council"), vote("2026-03-02 13:00", "FRA", "no")
    assert arisen(is_put, against, organ=organ, at="2026-03-09") == "2026-03-03 12:00"
    accused = council("silence", silence="24 hours", leaving_out=("attacker",))
    clause = article("5", must(assist(), GUARANTORS), when=attack_on(), only_if=decided("council"))
    by_somebody = attack("2026-03-01", on="UKR")
    outcome = run(case(clause, organ=accused), by_somebody, is_put, against, at="2026-03-09")
    assert state(outcome, "USA") is UNDETERMINED
