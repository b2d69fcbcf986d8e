"""The engine agrees with the slower witness where one of two articles prevails (rules P1, P3, P4)."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.duties.breaches import against
from servanda.analyses.scenario.duties.excuses import excused
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Article,
    Bearers,
    Commit,
    Duty,
    Perform,
    Permission,
    Prohibition,
)
from servanda.model.case import ActEvent, Case, IncidentEvent
from servanda.model.node import ActId, ArticleRef, CitedArticle
from servanda.model.sets import Listed, Pattern
from servanda.testing import cases, moments
from servanda.testing.draw_conditions import sets_of_actors
from servanda.testing.world import ATTACK, PACT, PARTIES, STATES
from tests.differential.test_brute_force import agreed

REPORT = Perform(act=ActId("report"))


def bare(article: Article) -> Article:
    """The article without its conditions and limits in time."""
    return Article(
        number=article.number,
        effect=article.effect,
        trigger=article.trigger,
        readings=article.readings,
    )


@st.composite
def ranked(draw: st.DrawFn) -> Case:
    """A drawn case whose first two articles forbid and ask for, or permit, one deed; one prevails."""
    case = draw(cases())
    (pact,), (scenario,) = case.agreements, case.scenarios
    first, second, *rest = pact.articles
    if draw(st.booleans()):
        first, second = bare(first), bare(second)
    everybody = st.just(PARTIES) | sets_of_actors()
    attack = draw(st.booleans())
    one = draw(everybody.map(lambda among: Bearers(among=among)))
    other = draw(everybody.map(lambda among: Bearers(among=among)))
    targets = draw(
        st.lists(sets_of_actors().map(lambda among: Pattern(among=among)), max_size=1).map(tuple)
    )
    deed = Commit(kind=ATTACK.id, targets=targets) if attack else REPORT
    asking = Duty(bearers=other, content=REPORT)
    if attack or draw(st.booleans()):
        content = draw(st.sampled_from((Commit(kind=ATTACK.id), deed))) if attack else REPORT
        asking = Permission(bearers=other, content=content)  # type: ignore[assignment]
    cite = (CitedArticle(article=ArticleRef(PACT, second.number)),)
    prevails = draw(st.booleans())
    forbidding = replace(
        first,
        effect=Prohibition(bearers=one, content=deed),
        deadline=None,
        trigger=draw(st.sampled_from((None, first.trigger))),
        only_if=draw(st.sampled_from(((), first.only_if))),
        notwithstanding=cite if prevails else (),
        subject_to=() if prevails else cite,
    )
    permitting = replace(
        second,
        effect=asking,
        deadline=second.deadline if isinstance(asking, Duty) else None,
        only_if=draw(st.sampled_from(((), second.only_if))),
        subject_to=(),
        notwithstanding=(),
    )
    reports = [
        ActEvent(
            at=event.at,
            authors=draw(st.sampled_from((PARTIES, *(Listed(actors=(who,)) for who in STATES)))),
            act=ActId("report"),
        )
        for event in scenario.events
        if isinstance(event, IncidentEvent) and draw(st.booleans())
    ]
    return replace(
        case,
        agreements=(replace(pact, articles=(forbidding, permitting, *rest)),),
        scenarios=(replace(scenario, events=(*scenario.events, *reports)),),
    )


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(ranked(), moments())
def test_what_prevails_and_what_gives_way_agree_with_the_witness(case: Case, at: Moment) -> None:
    agreed(case, at)


def test_the_cases_drawn_reach_what_prevails_and_what_gives_way() -> None:
    reached = Counter[str]()

    @settings(
        max_examples=200,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(ranked(), moments())
    def draw(case: Case, at: Moment) -> None:
        run = inquire(Texts(case), case.scenarios[0]).run(at)
        for life in run.lives:
            for requirement in life.requirements:
                if requirement.part == "priority":
                    reached[f"gives way: {requirement.verdict.value}"] += 1
            for offence in life.offences:
                situation = life.situation(run.known)
                if life.clause.outranked_by:
                    found = excused(life.clause, situation, offence.deed, run.frame)
                    goes_against = against(life.clause, situation, offence.deed, run.frame)
                    if found is not Verdict.FAILS:
                        reached[f"excused: {found.value}"] += 1
                    if goes_against is Verdict.HOLDS:
                        reached["not excused"] += 1

    draw()
    assert set(reached) >= {"gives way: fails", "excused: holds", "not excused"}, reached
