"""Coverage and the engine say the same of who owes what in an incident.

Coverage answers for all incidents and all that may follow them at once, from decision diagrams. Here
incidents are picked one by one, written as scenarios, and run.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from msgspec.structs import replace

from servanda.analyses.coverage.formula import Fact, facts_of
from servanda.analyses.coverage.survey import Survey, survey
from servanda.analyses.scenario import Texts
from servanda.model.agreement import Article
from servanda.model.case import Case
from servanda.model.node import ArticleRef
from servanda.model.sets import Listed
from servanda.testing import cases
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.packaged import packaged_cases
from servanda.workbench.standing import footing, last_day
from tests.differential.acted_out import Answer, Point, answers, some_points
from tests.differential.drawn.guarantees import Guarantees

WHOLE = bool(os.environ.get("CI"))
DAY = dt.date(2026, 1, 20)
AGREEMENTS = 700 if WHOLE else 150
SAMPLE = 40 if WHOLE else 5
"""How many incidents of each kind are acted out in each packaged case."""

POINTS = 24
"""How many incidents of each agreement are acted out."""


def differences(found: list[tuple[Point, Answer]]) -> list[tuple[object, ...]]:
    """Where coverage and the engine were asked the same, and answer otherwise."""
    return [
        (a.commitment.ref, a.commitment.bearer, point, f"said {a.said}", a.states, a.told.events)
        for point, a in found
        if a.certain and not a.mixed and a.said != a.owed
    ]


def drawn(seed: int) -> tuple[Case, Survey]:
    case = Guarantees(seed).guarantees()
    standing = footing(case, DAY).standing
    return case, survey(standing, case.kinds[0].id)


def test_what_is_owed_in_drawn_agreements_is_what_the_engine_says() -> None:
    count, states, sorts = Counter[str](), Counter[str](), Counter[str]()
    for seed in range(AGREEMENTS):
        case, found = drawn(seed)
        texts = Texts(case)
        for point in some_points(found, Random(seed), POINTS):
            told = [(point, answer) for answer in answers(texts, found, point)]
            assert differences(told) == [], f"seed {seed}"
            for _, answer in told:
                asked_alike = answer.certain and not answer.mixed
                count["compared" if asked_alike else "left aside"] += 1
                count["owed"] += answer.said and asked_alike
                states.update(state.value for state in answer.states)
        sorts.update({sort_of(fact) for c in found.commitments for fact in facts_of(c.owed.when)})
    assert count["compared"] > 10 * AGREEMENTS
    assert count["compared"] > 4 * count["left aside"]
    assert count["owed"] > count["compared"] // 4
    assert {"pending", "met", "excepted", "not arisen"} <= set(states)
    rare = {sort: sorts[sort] for sort in SORTS if sorts[sort] < AGREEMENTS // 100}
    assert rare == {}


def without_ends(_: ArticleRef, article: Article) -> Article:
    """An article whose effect nothing ends: of what has ended coverage says nothing."""
    amended = tuple(
        replace(one, article=one.article and replace(one.article, until=None))
        for one in article.amendments
    )
    return replace(article, until=None, amendments=amended)


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(cases())
def test_what_is_owed_in_small_cases_is_what_the_engine_says(case: Case) -> None:
    told = replace(case.with_articles(without_ends), scenarios=())
    stands = footing(told, dt.date(2026, 1, 9))
    assume(not stands.supposed)
    standing = stands.standing
    texts, found = Texts(told), survey(standing, told.kinds[0].id)
    for point in some_points(found, Random(1), 8):
        assert differences([(point, one) for one in answers(texts, found, point)]) == []


@pytest.mark.parametrize("name", packaged_cases())
def test_what_is_owed_in_packaged_cases_is_what_the_engine_says(name: str) -> None:
    opened = open_case(name)
    assert isinstance(opened, Opened)
    case = opened.case
    day = last_day(case)
    assert day is not None
    stands = footing(case, day)
    standing, supposed = stands.standing, stands.supposed
    texts, count = Texts(case), Counter[str]()
    for kind in case.kinds:
        found = survey(standing, kind.id)
        for point in some_points(found, Random(name), SAMPLE):
            told = [
                (point, answer)
                for answer in answers(texts, found, point)
                if answer.commitment.ref.agreement not in supposed
            ]
            assert differences(told) == []
            count["compared"] += sum(a.certain and not a.mixed for _, a in told)
            count["asked"] += len(told)
    assert 2 * count["compared"] >= count["asked"]


SORTS = (
    "Done by one",
    "Done by part",
    "Found",
    "Decided",
    "Breached",
    "Met",
    "Holds",
    "IssueIs",
    "Occurred",
    "TakenEffect",
)
"""The facts that what is owed hangs on; each sort has to be drawn often."""


def sort_of(fact: Fact) -> str:
    name = type(fact).__name__
    if name != "Done":
        return name
    among = getattr(fact, "subject").among  # noqa: B009 - a fact of one of several classes
    return "Done by one" if isinstance(among, Listed) else "Done by part"
