"""How votes can come out by several rules at once, against every vote that can be cast."""

from __future__ import annotations

import datetime as dt
from itertools import product
from random import Random

import pytest

from servanda.analyses.coverage.ballots import blockers, carried, outcomes, voters, votes_for
from servanda.analyses.coverage.standing import Standing
from servanda.core.calendar import Duration
from servanda.core.share import Share
from servanda.model.ballots import Vote
from servanda.model.case import Case
from servanda.model.conditions import Decided
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import DecisionRule, Listed, Role

NAMES = tuple(ActorId(name) for name in "ABCDE")
ATTACKER = Role(attribute=AttributeId("attacker"))
CAST: tuple[Vote | None, ...] = ("yes", "no", "abstain", None)
STANDING = Standing(
    case=Case(), day=dt.date(2026, 1, 1), articles={}, definitions={}, options={}, parties={}
)


def a_rule(random: Random, members: tuple[ActorId, ...]) -> DecisionRule:
    name = random.choice(("consensus", "unanimity", "count", "majority", "share", "silence"))
    some = tuple(random.sample(members, 1))
    named = Listed(actors=some)
    out = random.choice(((), (), (ATTACKER,), (named,)))
    return DecisionRule(
        rule=name,
        count=random.randint(1, len(members)) if name == "count" else 0,
        share=Share(2, 3) if name == "share" else None,
        period=Duration(2, "days") if name == "silence" else None,
        of_those_voting=name in {"unanimity", "majority", "share"} and random.random() < 0.3,
        including=some if random.random() < 0.2 and name != "silence" and out != (named,) else (),
        veto=tuple(random.sample(members, 1)) if random.random() < 0.2 else (),
        leaving_out=out,
    )


def drawn(seed: int) -> tuple[tuple[ActorId, ...], list[Decided]]:
    random = Random(seed)
    members = NAMES[: random.randint(1, 5)]
    body = Listed(actors=members)
    rules = [a_rule(random, members) for _ in range(random.randint(1, 3))]
    return members, [Decided(body=body, rule=rule) for rule in rules]


def by_votes(
    decisions: list[Decided], members: tuple[ActorId, ...], attacker: ActorId
) -> set[tuple[bool, ...]]:
    """Every way in which decisions come out, the attacker having no vote where it is left out."""
    found = set()
    for cast in product(CAST, repeat=len(members)):
        votes = {who: vote for who, vote in zip(members, cast, strict=True) if vote is not None}
        way = []
        for decided in decisions:
            assert decided.rule is not None
            out = {attacker} if ATTACKER in decided.rule.leaving_out else set()
            seated = [who for who in voters(decided.rule, members) if who not in out]
            mine = {who: vote for who, vote in votes.items() if who in seated}
            way.append(carried(decided.rule, seated, mine))
        found.add(tuple(way))
    return found


@pytest.mark.parametrize("seed", range(120))
def test_every_way_in_which_votes_can_come_out_is_found_and_no_other(seed: int) -> None:
    members, decisions = drawn(seed)
    expected = {(False,) * len(decisions)}
    for attacker in (*members, ActorId("Z")):
        expected |= by_votes(decisions, members, attacker)
    found = outcomes(decisions, STANDING)
    assert set(found) == expected
    assert found[0] == (False,) * len(decisions)


@pytest.mark.parametrize("seed", range(120))
def test_votes_are_found_for_every_way_that_an_attacker_leaves_open(seed: int) -> None:
    members, decisions = drawn(seed)
    for attacker in (members[0], ActorId("Z")):
        expected = by_votes(decisions, members, attacker)
        for way in product((False, True), repeat=len(decisions)):
            votes = votes_for(decisions, way, STANDING, {ATTACKER.attribute: attacker})
            assert (votes is not None) == (way in expected)


@pytest.mark.parametrize("seed", range(120))
def test_who_can_block_is_whose_vote_against_stops_what_all_others_want(seed: int) -> None:
    members, decisions = drawn(seed)
    rule = decisions[0].rule
    assert rule is not None
    seated = voters(rule, members)
    cast: tuple[Vote, ...] = ("yes", "no", "abstain")
    carried_by_others = []
    for who in seated:
        ways = [
            carried(rule, seated, {**dict(zip(seated, votes, strict=True)), who: "no"})
            for votes in product(cast, repeat=len(seated))
        ]
        carried_by_others.append(any(ways))
    can_be = carried(rule, seated, dict.fromkeys(seated, "yes"))
    stopping = [w for w, ok in zip(seated, carried_by_others, strict=True) if can_be and not ok]
    assert list(blockers(rule, members)) == stopping
