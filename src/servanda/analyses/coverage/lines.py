"""Sets of incidents in few words: what has to be so of an incident for it to be one of them.

A line is a prime of the set: it cannot be said of more incidents by leaving out a condition, or
widening one. The lines of a set cover it, and none of them can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.standing import Standing
from servanda.diagrams import FALSE, BudgetExceeded, Cube
from servanda.model.conditions import ActorIsAmong, Any, AttributeIn, AttributeIs, Condition, Not
from servanda.model.node import ActorId, RegionId
from servanda.model.sets import Actors, Listed, Members, Parties, Role, SetOfActors
from servanda.model.vocabulary import Attribute

Standings = tuple[Standing, Standing]
"""How things stand on the two sides that a set of incidents is described for."""


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


MOST_LINES = 40
"""How many lines a set of incidents is told in; how many more it takes is said."""


class Lines(msgspec.Struct, frozen=True, omit_defaults=True):
    """A set of incidents, the widest line first.

    Attributes:
        told: Its lines.
        more: How many further ones it takes that are not told; None where they are too many to
            be counted.
    """

    told: tuple[Line, ...]
    more: int | None = 0

    @property
    def point(self) -> tuple[int, ...]:
        """The first incident of the widest line."""
        return self.told[0].point


def lines(
    space: Space, standing: Standing, region: int, within: int, also: Standing | None = None
) -> Lines:
    """A set of incidents in lines.

    Args:
        space: The incidents.
        standing: Names the sets of actors and the regions that are meant.
        region: A function of the attributes alone.
        within: The incidents asked about; of others nothing is said.
        also: Another standing, by which names have to mean the same.
    """
    diagrams = space.diagrams
    wanted = diagrams.both(region, within)
    found = []
    cubes, more = _cubes(space, region, within)
    for cube in cubes:
        meant = diagrams.both(diagrams.cube(cube), wanted)
        point = diagrams.point(meant)
        assert point is not None
        conditions = tuple(_conditions(space, (standing, also or standing), cube, within))
        found.append(Line(conditions, space.incidents(meant), point[: space.level]))
    return Lines(tuple(found), more)


def _cubes(space: Space, region: int, within: int) -> tuple[tuple[Cube, ...], int | None]:
    """The widest cubes of a cover, and how many more it has; a few primes where it has too many."""
    try:
        cubes = space.diagrams.cover(region, within)
    except BudgetExceeded:
        return tuple(_some_primes(space, region, within)), None
    return cubes[:MOST_LINES], max(0, len(cubes) - MOST_LINES)


SOME = 5
"""How many lines are told of a set that takes too many to be worked out."""


def _some_primes(space: Space, region: int, within: int) -> Iterator[Cube]:
    """A few primes, each around the first point that those before it leave."""
    diagrams = space.diagrams
    outside = diagrams.minus(within, region)
    left = diagrams.both(region, within)
    for _ in range(SOME):
        point = diagrams.point(left)
        if point is None:
            return
        cube = _widened(space, outside, point[: space.level])
        yield cube
        left = diagrams.minus(left, diagrams.cube(cube))


def _widened(space: Space, outside: int, point: Sequence[int]) -> Cube:
    """The widest cube around a point that can be had, one value after the other, clear of a set."""
    diagrams = space.diagrams
    masks = {variable: 1 << value for variable, value in enumerate(point)}
    for variable, size in enumerate(diagrams.sizes[: space.level]):
        for value in range(size):
            wider = masks | {variable: masks[variable] | 1 << value}
            if diagrams.both(diagrams.cube(tuple(wider.items())), outside) == FALSE:
                masks = wider
    whole = {variable: (1 << size) - 1 for variable, size in enumerate(diagrams.sizes)}
    return tuple((variable, mask) for variable, mask in masks.items() if mask != whole[variable])


def _conditions(space: Space, standings: Standings, cube: Cube, within: int) -> Iterator[Condition]:
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
        yield condition_of(space, standings, variable, allowed & occurring, occurring - allowed)


def condition_of(
    space: Space,
    standings: Standings,
    variable: int,
    chosen: frozenset[str],
    others: frozenset[str],
) -> Condition:
    """That an attribute has one of some values, in the words that a treaty would use.

    Args:
        space: The incidents.
        standings: Name the sets of actors and the regions; both mean the same by them.
        variable: The attribute's.
        chosen: The values that are meant.
        others: The values that are not; of what is in neither nothing has to be said.
    """
    attribute = space.kind.attributes[variable]
    if len(chosen) == 1:
        return _listed(attribute, tuple(chosen))
    names = _names(standings, attribute)
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
    if attribute.sort == "value":
        return AttributeIs(attribute=attribute.id, values=values)
    if attribute.sort == "region":
        places = tuple(AttributeIn(attribute=attribute.id, region=RegionId(v)) for v in values)
        return places[0] if len(places) == 1 else Any(parts=places)
    listed = Listed(actors=tuple(map(ActorId, values)))
    return ActorIsAmong(who=Role(attribute=attribute.id), among=listed)


def _names(
    standings: Standings, attribute: Attribute
) -> list[tuple[AttributeIn | ActorIsAmong, frozenset[str]]]:
    """The regions, or the sets of actors, that values of an attribute can be named by."""
    first, second = standings
    match attribute.sort:
        case "value":
            return []
        case "region":
            return [
                (AttributeIn(attribute=attribute.id, region=region.id), frozenset(places))
                for region in first.case.regions
                if len(places := first.places_in(region.id)) > 1
                and places == second.places_in(region.id)
            ]
        case "state" | "actor":
            role = Role(attribute=attribute.id)
            return [
                (ActorIsAmong(who=role, among=some), members)
                for some in _sets(first)
                if (members := frozenset(first.members(some))) == frozenset(second.members(some))
            ]


def _sets(standing: Standing) -> Iterator[SetOfActors]:
    for group in standing.case.groups:
        yield Members(group=group.id)
    for agreement in standing.agreements:
        yield Parties(agreement=agreement)
    yield Actors(sort="state")
