"""Articles without frills: what most agreements say."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from servanda.model.agreement import (
    Article,
    Bearers,
    Commit,
    Duty,
    Perform,
    Permission,
    Prohibition,
    Suspend,
)
from servanda.model.node import (
    ActId,
    ArticleNumber,
    ArticleRef,
)
from servanda.model.sets import Pattern
from servanda.model.triggers import OnCircumstance, OnIncident
from servanda.testing.draw_conditions import conditions, seldom
from servanda.testing.draw_effects import contents, deadlines
from servanda.testing.world import (
    ATTACK,
    GUARANTORS,
    NUMBERS,
    PACT,
    PARTIES,
    TRUCE,
)


@cache
def _us() -> st.SearchStrategy[Bearers]:
    us = st.sampled_from((PARTIES, GUARANTORS))
    return st.builds(Bearers, among=us, other=st.booleans())


@cache
def _plain_duties(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """What most guarantees say: when one of us is attacked, each of us does something about it."""
    on = st.sampled_from((None, Pattern(among=PARTIES), Pattern(among=GUARANTORS)))
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.builds(Duty, bearers=_us(), content=contents()),
        trigger=st.builds(OnIncident, kind=st.just(ATTACK.id), on=on),
        deadline=st.none() | deadlines(),
        unless=seldom(conditions().map(lambda condition: (condition,)), ()),
    )


@cache
def _plain_rules(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """Nobody attacks another one of us; each of us may report."""
    another = Commit(kind=ATTACK.id, targets=(Pattern(among=PARTIES, other=True),))
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.one_of(
            st.builds(Prohibition, bearers=_us(), content=st.just(another)),
            st.builds(Permission, bearers=_us(), content=st.just(Perform(act=ActId("report")))),
        ),
    )


@cache
def _plain_suspensions(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """When one of us is attacked, or while there is a truce, an earlier article is suspended."""
    earlier = NUMBERS[: NUMBERS.index(number)]
    attacked = OnIncident(kind=ATTACK.id, on=Pattern(among=PARTIES))
    truce = OnCircumstance(circumstance=TRUCE.id, becomes="begins")
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.sampled_from(earlier).map(lambda n: Suspend(text=ArticleRef(PACT, n))),
        trigger=st.sampled_from((attacked, truce)),
    )


@cache
def plain_articles(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """A duty on an attack, a standing rule, or a suspension of an earlier article."""
    duties, rules = _plain_duties(number), _plain_rules(number)
    if number == NUMBERS[0]:
        return st.one_of(duties, duties, rules)
    return st.one_of(duties, duties, rules, _plain_suspensions(number))
