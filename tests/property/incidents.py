"""Every incident of a survey and every way of the facts beside it, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from math import prod

from servanda.analyses.coverage.formula import Fact, TakenEffect
from servanda.analyses.coverage.needs import Need, Way
from servanda.analyses.coverage.standing import Standing
from servanda.analyses.coverage.survey import Survey, survey
from servanda.model.case import Case
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Condition,
    IncidentIs,
    InForce,
    Not,
)
from servanda.model.sets import Author, Bearer, Role
from servanda.workbench.standing import footing
from tests.differential.drawn.guarantees import Guarantees

DAY = dt.date(2026, 1, 20)
MOST_WAYS = 150
"""Of agreements that hang on more ways of facts beside each incident none is asked."""

Incident = tuple[int, ...]
Beside = tuple[int, ...]


@cache
def drawn(count: int) -> tuple[tuple[Case, Survey], ...]:
    """Agreements small enough for every incident to be looked at, with what is owed under them."""
    found: list[tuple[Case, Survey]] = []
    seed = 0
    while len(found) < count:
        case = Guarantees(seed).guarantees()
        seed += 1
        one = survey(footing(case, DAY).standing, case.kinds[0].id)
        sizes = [len(hinge.ways) for hinge in one.space.hinges]
        if one.commitments and prod(sizes) <= MOST_WAYS:
            found.append((case, one))
    return tuple(found)


def incidents(survey: Survey) -> list[Incident]:
    """Every incident asked about."""
    sizes = survey.space.diagrams.sizes[: survey.space.level]
    rest = (0,) * len(survey.space.hinges)
    every = product(*map(range, sizes))
    return [one for one in every if survey.space.diagrams.holds(survey.focus, (*one, *rest))]


def besides(survey: Survey) -> list[Beside]:
    """Every way in which the facts beside an incident can stand."""
    return list(product(*(range(len(hinge.ways)) for hinge in survey.space.hinges)))


def values(survey: Survey, incident: Sequence[int]) -> dict[str, str]:
    """What an incident is like, in words."""
    names = zip(survey.space.attributes, survey.space.values, incident, strict=False)
    return {attribute: some[n] for attribute, some, n in names}


def facts(survey: Survey, beside: Beside) -> dict[Fact, bool]:
    """How each fact stands."""
    return {
        fact: so
        for hinge, n in zip(survey.space.hinges, beside, strict=True)
        for fact, so in zip(hinge.facts, hinge.ways[n], strict=True)
    }


def fits(condition: Condition, told: Mapping[str, str], standing: Standing) -> bool:
    """Whether an incident is as a condition over its attributes says."""
    match condition:
        case AttributeIs():
            return told[condition.attribute] in condition.values
        case AttributeIn():
            return told[condition.attribute] in standing.places_in(condition.region)
        case ActorIsAmong(who=Role(attribute=attribute), among=among):
            assert not isinstance(among, Role | Bearer | Author)
            return told[attribute] in standing.members(among)
        case Not():
            return not fits(condition.part, told, standing)
        case _:
            raise TypeError(condition)


def so(condition: Condition, known: Mapping[Fact, bool]) -> bool:
    """Whether a condition over facts beside the incident holds."""
    match condition:
        case Not():
            return not so(condition.part, known)
        case All():
            return all(so(part, known) for part in condition.parts)
        case Any():
            return any(so(part, known) for part in condition.parts)
        case AttributeIs() | AttributeIn() | ActorIsAmong() | IncidentIs() | InForce():
            raise LookupError(condition)
        case _:
            return known[condition]


def enough(way: Way, known: Mapping[Fact, bool]) -> bool:
    """Whether everything is so that is enough together."""
    return all(_met(need, known) for need in way)


def _met(need: Need, known: Mapping[Fact, bool]) -> bool:
    if need.effect is None:
        assert need.condition is not None
        return so(need.condition, known)
    effects = [
        truth
        for fact, truth in known.items()
        if isinstance(fact, TakenEffect) and fact.article == need.effect
    ]
    assert len(effects) == 1
    return effects[0] is need.so


def several_effects(survey: Survey) -> bool:
    """Whether an article may take effect for one actor and not for another."""
    found: list[TakenEffect] = [
        fact
        for hinge in survey.space.hinges
        for fact in hinge.facts
        if isinstance(fact, TakenEffect)
    ]
    return len({fact.article for fact in found}) < len(found)


def owing(survey: Survey, incident: Incident, beside: Beside) -> Iterator[int]:
    """The places of the commitments that are owed, and help whom the incident befalls."""
    point = (*incident, *beside)
    for n, one in enumerate(survey.commitments):
        if survey.space.diagrams.holds(one.when, point) and survey.space.diagrams.holds(
            one.helps, point
        ):
            yield n
