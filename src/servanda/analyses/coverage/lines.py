"""Sets of incidents in few words: what has to be so of an incident for it to be one of them.

A line is a prime of the set: it cannot be said of more incidents by leaving out a condition, or
widening one. The lines of a set cover it, and none of them can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.analyses.coverage.space import FALSE, Space
from servanda.analyses.coverage.standing import Standing
from servanda.diagrams import Cube
from servanda.model.conditions import ActorIsAmong, AttributeIn, AttributeIs, Condition, Not
from servanda.model.node import ActorId
from servanda.model.sets import Actors, Listed, Members, Parties, Role, SetOfActors
from servanda.model.vocabulary import Attribute


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """Some incidents, by what they have in common.

    Attributes:
        conditions: All of which they meet; none for every incident asked about.
        incidents: How many incidents it says it of, of those that are described.
        point: The first of them: the place of each value in its attribute's.
    """

    conditions: tuple[Condition, ...]
    incidents: int
    point: tuple[int, ...]


def lines(space: Space, standing: Standing, region: int, within: int) -> tuple[Line, ...]:
    """A set of incidents, the widest line first.

    Args:
        space: The incidents.
        standing: Names the sets of actors and the regions that are meant.
        region: A function of the attributes alone.
        within: The incidents asked about; of others nothing is said.
    """
    diagrams = space.diagrams
    wanted = diagrams.both(region, within)
    found = []
    for cube in diagrams.cover(region, within):
        meant = diagrams.both(diagrams.cube(cube), wanted)
        point = diagrams.point(meant)
        assert point is not None
        conditions = tuple(_conditions(space, standing, cube, within))
        found.append(Line(conditions, space.incidents(meant), point[: space.level]))
    return tuple(found)


def _conditions(space: Space, standing: Standing, cube: Cube, within: int) -> Iterator[Condition]:
    """What a cube asks, each attribute in the fewest words that come to the same.

    Values that occur in no incident asked about may be named or not.
    """
    diagrams = space.diagrams
    for variable, mask in cube:
        rest = tuple(part for part in cube if part[0] != variable)
        around = diagrams.both(diagrams.cube(rest), within)
        others = [n for n in range(space.level) if n != variable]
        there = diagrams.exists(around, others)
        values = space.values[variable]
        occurring = frozenset(
            value
            for n, value in enumerate(values)
            if diagrams.both(there, diagrams.literal(variable, (n,))) != FALSE
        )
        allowed = frozenset(value for n, value in enumerate(values) if mask >> n & 1)
        yield condition_of(space, standing, variable, allowed & occurring, occurring - allowed)


def condition_of(
    space: Space,
    standing: Standing,
    variable: int,
    chosen: frozenset[str],
    others: frozenset[str],
) -> Condition:
    """That an attribute has one of some values, in the words that a treaty would use.

    Args:
        space: The incidents.
        standing: Names the sets of actors and the regions.
        variable: The attribute's.
        chosen: The values that are meant.
        others: The values that are not; of what is in neither nothing has to be said.
    """
    attribute = space.kind.attributes[variable]
    if len(chosen) == 1:
        return _listed(attribute, tuple(chosen))
    names = _names(standing, attribute)
    for wanted, unwanted, opposite in ((chosen, others, False), (others, chosen, True)):
        found = (c for c, members in names if wanted <= members and not unwanted & members)
        named = next(found, None) if len(wanted) > 1 else None
        if named is not None:
            return Not(part=named) if opposite else named
    said, rest = (
        tuple(value for value in space.values[variable] if value in some)
        for some in (chosen, others)
    )
    if len(rest) < len(said):
        return Not(part=_listed(attribute, rest))
    return _listed(attribute, said)


def _listed(attribute: Attribute, values: tuple[str, ...]) -> Condition:
    if attribute.sort in {"value", "region"}:
        return AttributeIs(attribute=attribute.id, values=values)
    listed = Listed(actors=tuple(map(ActorId, values)))
    return ActorIsAmong(who=Role(attribute=attribute.id), among=listed)


def _names(
    standing: Standing, attribute: Attribute
) -> list[tuple[AttributeIn | ActorIsAmong, frozenset[str]]]:
    """The regions, or the sets of actors, that values of an attribute can be named by."""
    match attribute.sort:
        case "value":
            return []
        case "region":
            return [
                (AttributeIn(attribute=attribute.id, region=region.id), frozenset(places))
                for region in standing.case.regions
                if len(places := standing.places_in(region.id)) > 1
            ]
        case "state" | "actor":
            role = Role(attribute=attribute.id)
            return [
                (ActorIsAmong(who=role, among=some), frozenset(standing.members(some)))
                for some in _sets(standing)
            ]


def _sets(standing: Standing) -> Iterator[SetOfActors]:
    for group in standing.case.groups:
        yield Members(group=group.id)
    for agreement in standing.agreements:
        yield Parties(agreement=agreement)
    yield Actors(sort="state")
