"""What is certain is so however a circumstance stood while it was in doubt (rules C2, C8)."""

from __future__ import annotations

import datetime as dt
from itertools import product

import msgspec
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment
from servanda.model.agreement import Article, Disapply, Duty, OnOperation, Permission, Prohibition
from servanda.model.case import Case, Change, CircumstanceEvent, Scenario
from servanda.model.conditions import Holds, Not
from servanda.model.triggers import OnCircumstance
from servanda.testing import cases, moments
from servanda.testing.world import FIRST_DAY, TRUCE
from tests.property.test_completions import alike

HOLDS = Holds(circumstance=TRUCE.id)

WAYS: tuple[Change, ...] = ("begins", "ends")


@st.composite
def in_doubt(draw: st.DrawFn) -> Case:
    """A case with more of a truce in it, which every article hangs on."""
    case = draw(cases())
    (scenario,), (pact,) = case.scenarios, case.agreements
    told = draw(st.lists(changes(), min_size=2, max_size=4))
    assume(any(change.becomes == "is in doubt" for change in told))
    articles = tuple(draw(hanging_on_it(article)) for article in pact.articles)
    return msgspec.structs.replace(
        case,
        agreements=(msgspec.structs.replace(pact, articles=articles),),
        scenarios=(msgspec.structs.replace(scenario, events=(*scenario.events, *told)),),
    )


def changes() -> st.SearchStrategy[CircumstanceEvent]:
    """What becomes of the truce, on one of the days of the scenario."""
    return st.builds(
        CircumstanceEvent,
        at=st.integers(0, 14).map(lambda days: Moment(FIRST_DAY + dt.timedelta(days=days))),
        circumstance=st.just(TRUCE.id),
        becomes=st.sampled_from(("begins", "ends", "is in doubt", "is in doubt")),
    )


@st.composite
def hanging_on_it(draw: st.DrawFn, article: Article) -> Article:
    """The article, asking besides whether there is a truce, while it binds or at first, or until."""
    if not isinstance(article.effect, Duty | Prohibition | Permission | Disapply | OnOperation):
        return article
    asked = draw(st.sampled_from((HOLDS, Not(part=HOLDS))))
    line = draw(st.sampled_from(("during", "only_if", "unless", "until", "trigger")))
    if line == "trigger" or (line == "during" and isinstance(article.effect, Disapply)):
        turn = draw(st.sampled_from(("begins", "ends")))
        return msgspec.structs.replace(
            article, trigger=OnCircumstance(circumstance=TRUCE.id, becomes=turn)
        )
    if line in {"during", "until"}:
        return msgspec.structs.replace(article, **{line: asked})
    return msgspec.structs.replace(article, **{line: (*getattr(article, line), asked)})


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(in_doubt(), moments())
def test_what_is_certain_is_so_however_a_doubt_turns_out(case: Case, at: Moment) -> None:
    (scenario,) = case.scenarios
    doubts = [n for n, event in enumerate(scenario.events) if _is_doubt(event)]
    assume(doubts)
    found = inquire(Texts(case), scenario).run(at)
    certain = [
        life
        for life in found.lives
        if found.by_key[life.key] is life  # of what arose several times, what arose last
        and life.shown is not State.UNDETERMINED
    ]
    for way in product(WAYS, repeat=len(doubts)):
        told = supposing(scenario, dict(zip(doubts, way, strict=True)))
        other = inquire(Texts(case), told).run(at)
        for life in certain:
            instead = other.by_key.get(life.key)
            note(f"{life.key}: {life.shown}, but {instead and instead.shown} if it {way}")
            elsewhere = instead is not None and instead.shown is State.UNDETERMINED
            assert elsewhere or alike(life, instead)  # It can be undetermined by something else.


def _is_doubt(event: object) -> bool:
    return isinstance(event, CircumstanceEvent) and event.becomes == "is in doubt"


def supposing(scenario: Scenario, instead: dict[int, Change]) -> Scenario:
    """The scenario with what is told instead of each doubt."""
    events = [
        msgspec.structs.replace(event, becomes=instead[n])
        if isinstance(event, CircumstanceEvent) and n in instead
        else event
        for n, event in enumerate(scenario.events)
    ]
    return msgspec.structs.replace(scenario, events=tuple(events))
