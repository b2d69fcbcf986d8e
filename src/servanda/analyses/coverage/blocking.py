"""Who keeps a body from deciding by a vote against, in which incidents, and with which votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from servanda.analyses.coverage.ballots import come_out, members_of, votes_against
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.standing import Standing
from servanda.model.ballots import Vote
from servanda.model.conditions import Decided
from servanda.model.node import ActorId, AttributeId


class Ballot(msgspec.Struct, frozen=True):
    """The votes on one matter in one body.

    Attributes:
        decided: A decision on the matter.
        votes: How each votes.
    """

    decided: Decided
    votes: tuple[tuple[ActorId, Vote], ...]


def without_vote(space: Space, standing: Standing, decided: Decided, who: str) -> int:
    """The incidents in which somebody has no vote on a decision, for its part in them (V3, V6)."""
    rule = standing.rule_of(decided)
    roles = rule.roles_left_out if rule is not None else ()
    return space.diagrams.any_of(space.where(role, frozenset((who,))) for role in roles)


def held_open(
    space: Space, standing: Standing, variable: int, blocked: Iterable[Decided], who: str
) -> int:
    """That none has been taken of the decisions that somebody blocks, where it has a vote."""
    diagrams, hinge = space.diagrams, space.hinges[variable - space.level]

    def not_taken(decided: Decided) -> int:
        taken = hinge.holding(decided)
        return diagrams.literal(variable, (n for n in range(len(hinge.ways)) if n not in taken))

    return diagrams.all_of(
        diagrams.either(without_vote(space, standing, one, who), not_taken(one)) for one in blocked
    )


def ballot_against(
    space: Space,
    standing: Standing,
    variable: int,
    blocked: Sequence[Decided],
    who: str,
    incident: Sequence[int],
) -> tuple[int, Ballot | None]:
    """How decisions come out where all others who may vote are in favour and somebody is against.

    Returns:
        The way in which the hinge is, and the votes; the first way in which none of the decisions
        has been taken, and no votes, where they are only reported.
    """
    hinge = space.hinges[variable - space.level]
    taken = frozenset[int]().union(*map(hinge.holding, blocked))
    way = next(n for n in range(len(hinge.ways)) if n not in taken)
    decisions = [fact for fact in hinge.facts if isinstance(fact, Decided)]
    if not members_of(blocked[0], standing) or standing.rule_of(blocked[0]) is None:
        return way, None
    holders = _holders(space, incident)
    votes = votes_against(blocked, ActorId(who), standing, holders)
    found = come_out(decisions, votes, standing, holders)
    if found in hinge.ways:
        way = hinge.ways.index(found)
    return way, Ballot(blocked[0], tuple(votes.items()))


def _holders(space: Space, incident: Sequence[int]) -> Mapping[AttributeId, str]:
    """Who holds each role in an incident, and what other values it has."""
    told = zip(space.attributes, space.values, incident, strict=False)
    return {attribute: values[n] for attribute, values, n in told}
