"""How the votes of one body can come out by several rules at once (rules V2 to V4).

Members who are alike in every rule are counted, not told apart: the votes of thirty members come
to the few ways in which a consensus, a majority and a veto can come out together. Where rules tell
so many members apart that votes could be cast in too many ways, decisions are taken to come out in
every combination.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import comb, prod

import msgspec

from servanda.analyses.coverage.standing import Standing
from servanda.model.ballots import Vote, satisfies
from servanda.model.conditions import Decided
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import DecisionRule, Listed, Role, SetOfActors

MOST_PATTERNS = 200_000
"""How many ways of voting are tried."""


def members_of(decided: Decided, standing: Standing) -> tuple[ActorId, ...]:
    """Who sits on the body that a condition names; nobody where it is a body from outside."""
    body = decided.body
    if isinstance(body, str):
        organ = standing.organs.get(body)
        seats: SetOfActors | None = organ.members if organ else None
    else:
        seats = body
    return standing.members(seats) if seats is not None else ()


def carried(rule: DecisionRule, members: Sequence[ActorId], votes: Mapping[ActorId, Vote]) -> bool:
    """Whether votes carry a decision by a rule; by silence, where nobody votes against (V9)."""
    if rule.rule == "silence":
        return bool(members) and "no" not in votes.values()
    return satisfies(rule, members, votes)


def voters(rule: DecisionRule | None, members: Sequence[ActorId]) -> tuple[ActorId, ...]:
    """The members who have a vote, whoever holds a role in the incident."""
    if rule is None:
        return tuple(members)
    out = {a for who in rule.leaving_out if isinstance(who, Listed) for a in who.actors}
    return tuple(member for member in members if member not in out)


def blockers(rule: DecisionRule, members: Sequence[ActorId]) -> tuple[ActorId, ...]:
    """Who can keep the others from deciding: all others vote yes, and it is not carried."""
    voting = voters(rule, members)
    everybody: dict[ActorId, Vote] = dict.fromkeys(voting, "yes")
    if not carried(rule, voting, everybody):
        return ()
    return tuple(m for m in voting if not carried(rule, voting, {**everybody, m: "no"}))


def outcomes(decisions: Sequence[Decided], standing: Standing) -> tuple[tuple[bool, ...], ...]:
    """The ways in which decisions of one body on one matter can come out together.

    Nobody's having voted comes first. Who is left out for a role in the incident may be any member,
    or none, so all are tried. Where that makes more than :data:`MOST_PATTERNS` ways of voting, every
    combination of outcomes is taken to be possible.
    """
    members = members_of(decisions[0], standing)
    rules = [standing.rule_of(decided) for decided in decisions]
    known = [rule for rule in rules if rule is not None]
    if not members or len(known) < len(rules) or _too_many(known, members):
        return tuple(sorted(product((False, True), repeat=len(rules))))
    found = {(False,) * len(rules)}
    for holders in _holders(known, members):
        those = [_without_roles(rule, holders) for rule in known]
        seated = [voters(rule, members) for rule in those]
        for votes in _patterns(those, members):
            found.add(tuple(_tallied(those, seated, votes)))
    return tuple(sorted(found))


def _holders(
    rules: Sequence[DecisionRule], members: Sequence[ActorId]
) -> Iterator[Mapping[AttributeId, str]]:
    """Who may hold the roles for which somebody is left out; of members alike, one for each role."""
    roles = tuple(dict.fromkeys(role for rule in rules for role in rule.roles_left_out))
    nobody = ActorId("")
    some = (nobody, *(who for group in _alike(rules, members) for who in group[: len(roles)]))
    for held in product(some, repeat=len(roles)):
        yield dict(zip(roles, held, strict=True))


def votes_for(
    decisions: Sequence[Decided],
    wanted: Sequence[bool],
    standing: Standing,
    holders: Mapping[AttributeId, str],
) -> Mapping[ActorId, Vote] | None:
    """Votes by which decisions of one body come out in one way; None where none are found.

    Where there are more than :data:`MOST_PATTERNS` ways of voting, only that all vote in favour, or
    nobody votes, is tried.

    Args:
        decisions: Those of one body on one matter, each by a rule.
        wanted: Which of them are carried.
        standing: Who sits on the body.
        holders: Who holds each role in the incident, and may be left out for it.
    """
    members = members_of(decisions[0], standing)
    found = (standing.rule_of(decided) for decided in decisions)
    rules = [_without_roles(rule, holders) for rule in found if rule is not None]
    seated = [voters(rule, members) for rule in rules]
    plain: tuple[dict[ActorId, Vote], ...] = ({}, dict.fromkeys(members, "yes"))
    too_many = _number(rules, members) > MOST_PATTERNS
    for votes in plain if too_many else _patterns(rules, members):
        if tuple(_tallied(rules, seated, votes)) == tuple(wanted):
            return votes
    return None


def votes_against(
    blocked: Sequence[Decided],
    who: ActorId,
    standing: Standing,
    holders: Mapping[AttributeId, str],
) -> Mapping[ActorId, Vote]:
    """The votes where one is against and all others who may vote on some decisions are in favour."""
    members = members_of(blocked[0], standing)
    found = (standing.rule_of(decided) for decided in blocked)
    rules = [_without_roles(rule, holders) for rule in found if rule is not None]
    voting = {member for rule in rules for member in voters(rule, members)}
    votes: dict[ActorId, Vote] = {m: "yes" for m in members if m in voting and m != who}
    return {**votes, who: "no"}


def come_out(
    decisions: Sequence[Decided],
    votes: Mapping[ActorId, Vote],
    standing: Standing,
    holders: Mapping[AttributeId, str],
) -> tuple[bool, ...]:
    """Which decisions of one body, each by a rule, votes carry."""
    members = members_of(decisions[0], standing)
    found = (standing.rule_of(decided) for decided in decisions)
    rules = [_without_roles(rule, holders) for rule in found if rule is not None]
    seated = [voters(rule, members) for rule in rules]
    return tuple(_tallied(rules, seated, votes))


def _tallied(
    rules: Sequence[DecisionRule],
    seated: Sequence[Sequence[ActorId]],
    votes: Mapping[ActorId, Vote],
) -> Iterator[bool]:
    """By which of some rules, each with those who have a vote, votes carry a decision."""
    for rule, voting in zip(rules, seated, strict=True):
        yield carried(rule, voting, {m: votes[m] for m in voting if m in votes})


def _without_roles(rule: DecisionRule, holders: Mapping[AttributeId, str]) -> DecisionRule:
    """A rule of decision that leaves out by name whoever holds a role in the incident."""
    out = tuple(
        Listed(actors=(ActorId(holders.get(who.attribute, "")),)) if isinstance(who, Role) else who
        for who in rule.leaving_out
    )
    return msgspec.structs.replace(rule, leaving_out=out)


def _patterns(
    rules: Sequence[DecisionRule], members: Sequence[ActorId]
) -> Iterator[dict[ActorId, Vote]]:
    """The votes to be told apart: of members alike in every rule only how many vote how."""
    for way in product(*(tuple(_counts(group)) for group in _alike(rules, members))):
        yield {member: vote for part in way for member, vote in part.items()}


def _too_many(rules: Sequence[DecisionRule], members: Sequence[ActorId]) -> bool:
    """Whether there are more ways of voting than are tried, whoever holds a role in the incident."""
    number = 0
    for holders in _holders(rules, members):
        number += _number([_without_roles(rule, holders) for rule in rules], members)
        if number > MOST_PATTERNS:
            return True
    return False


def _number(rules: Sequence[DecisionRule], members: Sequence[ActorId]) -> int:
    """How many votes there are to be told apart: yes, no, abstaining, and not voting."""
    return prod(comb(len(group) + 3, 3) for group in _alike(rules, members))


def _alike(rules: Sequence[DecisionRule], members: Sequence[ActorId]) -> Iterable[list[ActorId]]:
    """Members together who count alike in every rule."""
    alike: dict[tuple[bool, ...], list[ActorId]] = {}
    for member in members:
        alike.setdefault(tuple(_special(member, rules)), []).append(member)
    return alike.values()


def _special(member: ActorId, rules: Sequence[DecisionRule]) -> Iterator[bool]:
    for rule in rules:
        yield member in rule.including
        yield member in rule.veto
        yield member in voters(rule, [member])


def _counts(group: Sequence[ActorId]) -> Iterator[dict[ActorId, Vote]]:
    """How many of some members vote yes, and no, and abstain; the rest do not vote."""
    for yes in range(len(group) + 1):
        for no in range(len(group) - yes + 1):
            for abstain in range(len(group) - yes - no + 1):
                times: dict[Vote, int] = {"yes": yes, "no": no, "abstain": abstain}
                cast = (vote for vote, count in times.items() for _ in range(count))
                yield dict(zip(group, cast, strict=False))
