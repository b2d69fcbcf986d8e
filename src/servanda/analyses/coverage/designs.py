"""Several designs side by side: how much somebody would owe by each, incident by incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from servanda.analyses.coverage.lines import Lines, lines
from servanda.analyses.coverage.map import Split, split
from servanda.analyses.coverage.needs import Way, ways
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.survey import Survey
from servanda.diagrams import FALSE, TRUE
from servanda.model.node import ActorId, Level

MOST_CLASSES = 12
"""How many classes of incidents are told apart."""


class Held(msgspec.Struct, frozen=True):
    """A level that somebody is bound to by a design, in a class of incidents.

    Attributes:
        ways: What is enough for it; a way that needs nothing where it is owed whatever happens.
        at_once: Whether it is owed as soon as the incident has happened, nothing beside it.
    """

    level: Level
    ways: tuple[Way, ...]
    at_once: bool


class DesignClass(msgspec.Struct, frozen=True):
    """Incidents in which each design binds somebody to as much.

    Attributes:
        cells: For each design the levels, the highest first; of those that hang on the same
            the highest alone; none where nobody is bound.
    """

    lines: Lines
    incidents: int
    cells: tuple[tuple[Held, ...], ...]


class Total(msgspec.Struct, frozen=True):
    """What a design comes to over all incidents asked about.

    Attributes:
        guarantors: Who is ever bound to assist.
        at_once: Incidents in which somebody is bound as soon as they have happened.
        never: Incidents in which nobody can come to be bound.
    """

    guarantors: tuple[ActorId, ...]
    at_once: int
    never: int


class Designs(msgspec.Struct, frozen=True):
    """Several designs side by side.

    Attributes:
        level: The least that counts as help.
        totals: Of each design.
        incidents: How many incidents are asked about.
        rest: How many of them are in classes too small to show.
    """

    level: Level
    totals: tuple[Total, ...]
    classes: tuple[DesignClass, ...]
    incidents: int
    rest: int


def designs(sides: Sequence[Survey], level: Level, most: int = MOST_CLASSES) -> Designs:
    """Designs side by side, over the incidents that all of them are about, if there are any.

    Args:
        sides: Surveys of one space.
        level: The least that counts as help.
        most: How many classes of incidents to show.
    """
    first = sides[0]
    space = first.space
    rank = first.standing.rank(level) or 0
    focus = asked_of_all(sides)
    levels = _levels(sides, rank)
    functions = [
        [side.bound(side.everybody, side.standing.rank(one) or 0) for one in levels]
        for side in sides
    ]
    found = _classes(space, focus, [u for some in functions for u in some])
    found.sort(key=lambda one: -space.incidents(one[0]))
    shown = tuple(
        DesignClass(
            lines(space, first.standing, region, focus),
            space.incidents(region),
            tuple(_cells(first, levels, residuals, len(sides))),
        )
        for region, residuals in found[:most]
    )
    return Designs(
        level,
        tuple(_total(side, rank, focus) for side in sides),
        shown,
        space.incidents(focus),
        sum(space.incidents(region) for region, _ in found[most:]),
    )


def asked_of_all(sides: Sequence[Survey]) -> int:
    """The incidents that all of some surveys are about; that any is about, where there are none."""
    diagrams = sides[0].space.diagrams
    common = diagrams.all_of(side.focus for side in sides)
    return common if common != FALSE else diagrams.any_of(side.focus for side in sides)


def _levels(sides: Sequence[Survey], rank: int) -> list[Level]:
    """The levels that any side asks for, from a rank on, the highest first."""
    standing = sides[0].standing
    asked = dict.fromkeys(
        c.floor
        for side in sides
        for c in side.commitments
        if c.floor is not None and side.reaches(c, rank)
    )
    return sorted(asked, key=lambda level: -(standing.rank(level) or 0))


def _classes(space: Space, focus: int, functions: Sequence[int]) -> Split:
    found: Split = [(focus, ())]
    for function in functions:
        found = split(space, found, space.diagrams.residuals(function, space.level))
    return found


def _cells(
    survey: Survey, levels: Sequence[Level], residuals: Sequence[int], sides: int
) -> Iterator[tuple[Held, ...]]:
    for side in range(sides):
        mine = residuals[side * len(levels) : (side + 1) * len(levels)]
        told = FALSE
        held = []
        for level, residual in zip(levels, mine, strict=True):
            if residual not in {FALSE, told}:
                enough = ways(survey.space, survey.standing, residual)
                held.append(Held(level, enough, survey.at_once(residual) == TRUE))
                told = residual
        yield tuple(held)


def _total(side: Survey, rank: int, focus: int) -> Total:
    diagrams = side.space.diagrams
    bound = side.bound(side.everybody, rank)
    possible = diagrams.both(side.space.possible(bound), focus)
    ready = diagrams.both(side.at_once(bound), focus)
    guarantors = tuple(
        actor
        for actor in side.everybody
        if diagrams.both(side.space.possible(side.bound((actor,), rank)), focus) != FALSE
    )
    return Total(
        guarantors,
        side.space.incidents(ready),
        side.space.incidents(diagrams.minus(focus, possible)),
    )
