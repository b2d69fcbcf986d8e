"""What may not change what is owed: other names, another order of articles, values nobody asks for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TypeVar, cast

import msgspec
import pytest
from msgspec.structs import replace

from servanda.analyses.coverage.gaps import gaps
from servanda.analyses.coverage.map import coverage_map
from servanda.analyses.coverage.survey import Survey, survey
from servanda.model.case import Case
from servanda.model.node import ActorId, ArticleRef, Level, RegionId
from servanda.model.vocabulary import Attribute, Region
from servanda.testing.world import STATES
from servanda.workbench.standing import footing
from tests.property.incidents import DAY, drawn, incidents

COUNT = 40
LEVEL = Level("consult")
NAMES = {name: ActorId(f"N{name[::-1].lower()}") for name in STATES}
T = TypeVar("T")


def renamed(value: T) -> T:
    """A value of the model with every state called by another name."""
    if isinstance(value, str):
        return cast(T, NAMES.get(ActorId(value), value))
    if isinstance(value, tuple) and type(value) is tuple:
        return cast(T, tuple(map(renamed, value)))
    if isinstance(value, dt.date) or not isinstance(value, msgspec.Struct):
        return value
    parts = {name: renamed(getattr(value, name)) for name in value.__struct_fields__}
    return cast(T, type(value)(**parts))


def of(case: Case) -> Survey:
    return survey(footing(case, DAY).standing, case.kinds[0].id)


def counts(found: Survey) -> Counter[tuple[ArticleRef, ActorId, int, int]]:
    """For each article and actor, in how many incidents, and with how many facts, it is owed."""
    return Counter(
        (
            c.ref,
            c.bearer,
            found.space.incidents(found.space.possible(c.when)),
            found.space.diagrams.count(c.when),
        )
        for c in found.commitments
    )


def summary(found: Survey) -> tuple[object, ...]:
    """The numbers of gaps and classes."""
    told = gaps(found, LEVEL)
    return (
        told.incidents,
        told.never,
        told.at_once,
        sorted(stopper.incidents for stopper in told.stoppers),
        sorted(decisive.incidents for decisive in told.decisive),
        sorted(one.incidents for one in coverage_map(found, most=10_000).classes),
    )


@pytest.mark.parametrize("number", range(COUNT))
def test_other_names_change_nothing_but_names(number: int) -> None:
    case, found = drawn(COUNT)[number]
    other = of(renamed(case))
    expected = {(ref, NAMES[who], *numbers) for ref, who, *numbers in counts(found)}
    assert expected == set(counts(other))
    assert summary(found) == summary(other)


@pytest.mark.parametrize("number", range(COUNT))
def test_the_order_of_articles_changes_nothing(number: int) -> None:
    case, found = drawn(COUNT)[number]
    turned = tuple(replace(one, articles=one.articles[::-1]) for one in case.agreements)
    other = of(replace(case, agreements=turned[::-1]))
    assert counts(found) == counts(other)
    assert summary(found) == summary(other)


def with_more_values(case: Case) -> Case:
    """A case with one more means of attack and one more place, of which no article speaks."""
    (kind,) = case.kinds

    def more(attribute: Attribute) -> Attribute:
        wider = (*attribute.values, "space") if attribute.sort == "value" else attribute.values
        return replace(attribute, values=wider)

    wider = replace(kind, attributes=tuple(map(more, kind.attributes)))
    return replace(case, kinds=(wider,), regions=(*case.regions, Region(id=RegionId("island"))))


@pytest.mark.parametrize("number", range(COUNT))
def test_values_that_nobody_asks_for_change_nothing_where_they_do_not_occur(number: int) -> None:
    case, found = drawn(COUNT)[number]
    other = of(with_more_values(case))
    assert other.space.hinges == found.space.hinges
    rest = [(0,) * len(found.space.hinges), tuple(len(h.ways) - 1 for h in found.space.hinges)]
    for one, same in zip(found.commitments, other.commitments, strict=True):
        assert (one.ref, one.bearer) == (same.ref, same.bearer)
        for incident in incidents(found)[::5]:
            for way in rest:
                point = (*incident, *way)
                holds = found.space.diagrams.holds(one.when, point)
                assert holds == other.space.diagrams.holds(same.when, point)
