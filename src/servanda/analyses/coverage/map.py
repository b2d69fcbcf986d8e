"""The map: which guarantors owe what in which incidents, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from servanda.analyses.coverage.lines import Lines, lines
from servanda.analyses.coverage.needs import Way, ways
from servanda.analyses.coverage.promises import Promise, Promisers, Terms, promisers
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.survey import Survey
from servanda.diagrams import FALSE, TRUE
from servanda.model.agreement import Respond
from servanda.model.node import ActorId, ArticleRef, Level

MOST_CLASSES = 40
"""How many classes of incidents a map tells apart; those of the least share are put together."""


class Offer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is owed in a class of incidents.

    Attributes:
        ways: What is enough for it to be owed; a way that needs nothing where it is owed whatever
            happens; none where it is owed in some incidents of the class and not in others.
        at_once: Whether it is owed as soon as the incident has happened, nothing beside it.
        refs: The articles that ask it in some incident of the class.
        mixed: Whether it is owed in every incident of several classes told together, and hangs
            on different things; at once in some of them, where ``at_once`` says so.
        residual: The same as ``ways``, as a function of the hinges; -1 where they differ.
    """

    terms: Terms
    refs: tuple[ArticleRef, ...]
    floor: Level | None
    ceiling: Level | None
    ways: tuple[Way, ...]
    at_once: bool = False
    mixed: bool = False
    residual: int = -1


class MapClass(msgspec.Struct, frozen=True):
    """Incidents in which everybody owes the same.

    Attributes:
        lines: Which incidents they are.
        incidents: How many.
        cells: What each column of the map owes.
    """

    lines: Lines
    incidents: int
    cells: tuple[tuple[Offer, ...], ...]


class CoverageMap(msgspec.Struct, frozen=True):
    """Guarantors by incidents.

    Attributes:
        columns: Guarantors, those together who owe the same.
        classes: The classes of incidents, that of the largest share first.
        incidents: How many incidents are asked about.
        rest: How many of them are in classes too small to show.
    """

    columns: tuple[tuple[ActorId, ...], ...]
    classes: tuple[MapClass, ...]
    incidents: int
    rest: int = 0


def coverage_map(survey: Survey, most: int = MOST_CLASSES) -> CoverageMap:
    """The map of a survey.

    Args:
        survey: What everybody owes.
        most: How many classes of incidents to show.
    """
    columns = promisers(survey)
    found = classes_of(survey, columns, survey.focus)
    found.sort(key=lambda one: -survey.space.incidents(one[0]))
    shown = tuple(
        MapClass(
            lines(survey.space, survey.standing, region, survey.focus),
            survey.space.incidents(region),
            tuple(cells_of(survey, columns, region, residuals)),
        )
        for region, residuals in found[:most]
    )
    rest = sum(survey.space.incidents(region) for region, _ in found[most:])
    actors = tuple(column.actors for column in columns)
    return CoverageMap(actors, shown, survey.incidents, rest)


Split = list[tuple[int, tuple[int, ...]]]
"""Sets of incidents, and what remains of each function in them."""

MOST_PARTS = 1_000
"""How many classes to tell apart; a promise that would make more is only said to differ in them."""

DIFFERS = -1
"""In the place of what remains of a promise: it is not the same in all incidents of the class."""


def classes_of(survey: Survey, columns: Sequence[Promisers], focus: int) -> Split:
    """The coarsest classes in which every promise hangs on the same.

    Args:
        survey: One of those whose space it is.
        columns: The promises, column by column.
        focus: The incidents that are told apart.
    """
    found: Split = [(focus, ())]
    for column in columns:
        for promise in column.promises:
            parts = survey.space.diagrams.residuals(promise.when, survey.space.level)
            finer = split(survey.space, found, parts)
            told = len(finer) <= MOST_PARTS
            found = finer if told else [(region, (*r, DIFFERS)) for region, r in found]
    return found


def split(space: Space, found: Split, parts: Mapping[int, int]) -> Split:
    """Classes told apart further, by what remains of one more function.

    Args:
        space: The incidents.
        found: The classes so far.
        parts: What can remain of the function, and in which incidents.
    """
    return [
        (inside, (*before, residual))
        for region, before in found
        for residual, part in parts.items()
        if (inside := space.diagrams.both(region, part)) != FALSE
    ]


def cells_of(
    survey: Survey, columns: Sequence[Promisers], region: int, residuals: Sequence[int]
) -> Iterator[tuple[Offer, ...]]:
    """What each column owes in one class of incidents, what is outdone by more left out."""
    rest = iter(residuals)
    for column in columns:
        mine = [(promise, next(rest)) for promise in column.promises]
        yield tuple(
            Offer(
                promise.terms,
                tuple(
                    ref
                    for ref, where in promise.parts
                    if survey.space.diagrams.both(where, region) != FALSE
                ),
                promise.floor,
                promise.ceiling,
                ways(survey.space, survey.standing, residual) if residual != DIFFERS else (),
                residual != DIFFERS and survey.at_once(residual) == TRUE,
                residual=residual,
            )
            for promise, residual in mine
            if residual != FALSE and not _outdone(survey, promise, residual, mine)
        )


def _outdone(
    survey: Survey, promise: Promise, residual: int, others: Sequence[tuple[Promise, int]]
) -> bool:
    """Whether whenever it is owed more is owed of the same kind."""
    if not isinstance(promise.terms.content, Respond) or promise.floor is None:
        return False
    if residual == DIFFERS:
        return False
    mine = survey.standing.rank(promise.floor) or 0
    for other, its in others:
        if its == DIFFERS or other.floor is None or not isinstance(other.terms.content, Respond):
            continue
        if other.terms.content.beneficiary != promise.terms.content.beneficiary:
            continue
        more = (survey.standing.rank(other.floor) or 0) > mine
        if more and survey.space.diagrams.minus(residual, its) == FALSE:
            return True
    return False
