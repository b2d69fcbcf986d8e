"""What must not matter to an answer: names, the order of articles, facts that nobody asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import Outcome
from servanda.core.calendar import Moment
from servanda.model.case import ActEvent, Case, IncidentEvent, Value
from servanda.model.interchange import dumps, loads
from servanda.model.node import ActId, AttributeId
from servanda.model.sets import Listed
from servanda.model.vocabulary import Act, Attribute, Forms
from servanda.testing import STATES, cases, moments

few = settings(max_examples=40, suppress_health_check=list(HealthCheck))

NEW_NAMES = ("ZZZ", "were", "USA_2", "owes", "QQQ")
"""New names, words of reasons among them."""


def answers(outcome: Outcome) -> Counter[tuple[Any, ...]]:
    """Who owes what, since when, until when; without the words for it."""
    return Counter(
        (
            life.article,
            life.bearers,
            life.incident,
            str(life.trigger_at),
            life.state,
            str(life.arisen),
            str(life.due),
            str(life.ended),
            tuple((missing.name, missing.decides) for missing in life.missing),
        )
        for life in (*outcome.duties, *outcome.absent)
    ) + Counter(
        (bond.actor, bond.verdict, str(bond.since), str(bond.until)) for bond in outcome.bonds
    )


def renamed(text: str, names: Mapping[str, str]) -> str:
    return re.sub(rf"\b({'|'.join(names)})\b", lambda found: names[found[0]], text)


@few
@given(cases())
def test_a_case_survives_its_json(case: Case) -> None:
    assert loads(dumps(case)) == case


@few
@given(cases(), moments())
def test_the_names_of_the_parties_do_not_matter(case: Case, at: Moment) -> None:
    names = dict(zip(STATES, NEW_NAMES, strict=True))
    other = loads(renamed(dumps(case).decode(), names))
    before = msgspec.json.encode(simulate(case, case.scenarios[0], at=at)).decode()
    after = msgspec.json.encode(simulate(other, other.scenarios[0], at=at)).decode()
    assert renamed(before, names) == after


@few
@given(cases(), moments(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(case: Case, at: Moment, shuffled: Any) -> None:
    (pact,) = case.agreements
    articles = list(pact.articles)
    shuffled.shuffle(articles)
    replace = msgspec.structs.replace
    other = replace(case, agreements=(replace(pact, articles=tuple(articles)),))
    before, after = (simulate(c, c.scenarios[0], at=at) for c in (case, other))
    assert answers(before) == answers(after)


@few
@given(cases(), moments(), moments())
def test_a_fact_that_nobody_asks_for_changes_nothing(case: Case, at: Moment, when: Moment) -> None:
    (kind,), (scenario,) = case.kinds, case.scenarios
    replace = msgspec.structs.replace
    weather = Attribute(id=AttributeId("weather"), sort="value", values=("fair", "foul"))
    waves = ActEvent(at=when, authors=Listed(actors=STATES), act=ActId("wave"))
    fair = Value(attribute=weather.id, value="fair")
    told = tuple(
        replace(event, values=(*event.values, fair)) if isinstance(event, IncidentEvent) else event
        for event in scenario.events
    )
    other = replace(
        case,
        kinds=(replace(kind, attributes=(*kind.attributes, weather)),),
        acts=(*case.acts, Act(id=waves.act, forms=Forms("wave", "waves", "waved", "wave"))),
        scenarios=(replace(scenario, events=(*told, waves)),),
    )
    before, after = (simulate(c, c.scenarios[0], at=at) for c in (case, other))
    assert answers(before) == answers(after)
