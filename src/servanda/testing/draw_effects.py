"""What triggers an article, what it makes somebody owe, and by when."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from servanda.core.calendar import Duration
from servanda.model.agreement import (
    Anchor,
    Bearers,
    Cease,
    Commit,
    Deadline,
    Disapply,
    Duty,
    Effect,
    ForWhom,
    OnOperation,
    Perform,
    Permission,
    Prohibition,
    Reapply,
    Respond,
    Suspend,
)
from servanda.model.conditions import TheAct, TheActor
from servanda.model.node import (
    ActId,
    ArticleRef,
)
from servanda.model.sets import Pattern
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger
from servanda.testing.draw_conditions import seldom, sets_of_actors
from servanda.testing.world import (
    ARMED,
    ATTACK,
    LADDER,
    LEVELS,
    NUMBERS,
    PACT,
    TRUCE,
    VICTIM,
)


@cache
def triggers() -> st.SearchStrategy[Trigger]:
    """An attack, a request, a breach, the beginning or the end of a truce."""
    pattern = st.builds(Pattern, among=sets_of_actors(), other=st.booleans())
    attack = st.builds(
        OnIncident,
        kind=st.just(ATTACK.id),
        definitions=st.sampled_from(((), (), (ARMED.id,))),
        by=seldom(pattern, None),
        on=seldom(pattern, None),
    )
    return st.one_of(
        attack,
        attack,
        attack,
        st.builds(
            OnAct,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            act=st.just(ActId("request")),
            object=st.sampled_from((None, TheAct(act=ActId("assist")))),
        ),
        st.builds(
            OnBreach,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
        st.builds(
            OnCircumstance,
            circumstance=st.just(TRUCE.id),
            becomes=st.sampled_from(("begins", "ends")),
        ),
    )


@cache
def _bearers() -> st.SearchStrategy[Bearers]:
    each = st.builds(
        Bearers, among=sets_of_actors(), other=st.booleans(), jointly=seldom(st.just(True), False)
    )
    return st.one_of(each, each, each, st.just(Bearers(among=VICTIM)))


@cache
def contents() -> st.SearchStrategy[Respond | Perform]:
    """Assistance at the bearer's discretion, a report, consultation."""
    assistance = st.sampled_from(LEVELS[1:3]).map(
        lambda floor: Respond(
            beneficiary=VICTIM,
            ladder=LADDER,
            floor=floor,
            ceiling=LEVELS[-1],
            discretion=True,
        )
    )
    return st.one_of(
        assistance,
        st.just(Perform(act=ActId("report"))),
        st.sampled_from((None, TheActor(who=VICTIM))).map(
            lambda target: Perform(act=ActId("consult"), object=target)
        ),
    )


@cache
def effects() -> st.SearchStrategy[Effect]:
    """Duties, prohibitions, permissions, exceptions, sometimes a suspension."""
    attacks = st.lists(sets_of_actors().map(lambda among: Pattern(among=among)), max_size=1).map(
        lambda targets: Commit(kind=ATTACK.id, targets=tuple(targets))
    )
    separate = _bearers().filter(lambda bearers: not bearers.jointly)
    report = st.just(Perform(act=ActId("report")))
    return st.one_of(
        st.builds(Duty, bearers=_bearers(), content=contents()),
        st.builds(Duty, bearers=_bearers(), content=contents()),
        st.builds(Prohibition, bearers=separate, content=st.one_of(attacks, report)),
        st.builds(Permission, bearers=separate, content=st.one_of(attacks, report)),
        st.sampled_from(NUMBERS).map(lambda n: Disapply(article=ArticleRef(PACT, n))),
        seldom(operations(), Disapply(article=ArticleRef(PACT, NUMBERS[0]))),
    )


@cache
def operations() -> st.SearchStrategy[OnOperation]:
    """An article, or the whole pact, is suspended, ceases to apply or applies again."""
    refs = st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n))
    whom = seldom(st.builds(ForWhom, among=sets_of_actors(), other=st.booleans()), None)
    return st.one_of(
        st.builds(Suspend, text=refs, whom=whom),
        st.builds(Suspend, text=st.one_of(refs, refs, st.just(PACT)), whom=whom),
        st.builds(Cease, text=refs, whom=whom),
        st.builds(Reapply, text=st.one_of(refs, st.just(PACT)), whom=whom),
    )


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Hours or days from one event or another, or forthwith; seldom where possible."""
    anchors = st.one_of(
        st.none(),
        st.sampled_from(
            (
                Anchor(event="incident"),
                Anchor(event="breach"),
                Anchor(event="finding"),
                Anchor(event="decision"),
                Anchor(event="circumstance", circumstance=TRUCE.id),
                Anchor(event="entry_into_force"),
                Anchor(event="act", act=ActId("request")),
            )
        ),
    )
    periods = st.sampled_from((Duration(24, "hours"), Duration(3, "days"), Duration(1, "weeks")))
    soft = seldom(st.just(True), False)
    return st.builds(Deadline, period=st.none() | periods, anchor=anchors, soft=soft)
