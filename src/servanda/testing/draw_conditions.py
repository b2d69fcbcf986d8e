"""Who is meant, and conditions over incidents, deeds and issues."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from servanda.core.share import Share
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Not,
    Occurred,
    TheAct,
    TheActor,
)
from servanda.model.node import ActId, ArticleRef, AttributeId, OptionId
from servanda.model.sets import Bearer, Listed, SetOfActors, Signatories, Subject
from servanda.testing.world import (
    ARMED,
    ATTACK,
    ATTACKER,
    COUNCIL,
    GUARANTORS,
    ISSUE,
    LEVELS,
    MEANS,
    MOTION,
    NUMBERS,
    PACT,
    PARTIES,
    PLACES,
    STATES,
    TRUCE,
    VICTIM,
)

T = TypeVar("T")
S = TypeVar("S")


def seldom(strategy: st.SearchStrategy[T], otherwise: S) -> st.SearchStrategy[T | S]:
    """Something one time in four, and something else the other times."""
    return st.one_of(strategy, *(st.just(otherwise) for _ in range(3)))


@cache
def sets_of_actors() -> st.SearchStrategy[SetOfActors]:
    """The parties, the guarantors, or one or two states by name."""
    listed = st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True)
    return st.one_of(
        st.just(PARTIES),
        st.just(GUARANTORS),
        st.just(Signatories(agreement=PACT)),
        listed.map(lambda actors: Listed(actors=tuple(actors))),
    )


@cache
def subjects() -> st.SearchStrategy[Subject]:
    """Who must have acted."""
    some = st.builds(
        Subject,
        quantifier=st.sampled_from(("any", "every", "majority")),
        among=sets_of_actors(),
    )
    two = st.builds(Subject, quantifier=st.just("count"), among=sets_of_actors(), count=st.just(2))
    most = st.builds(
        Subject, quantifier=st.just("share"), among=sets_of_actors(), share=st.just(Share(2, 3))
    )
    role = st.builds(
        Subject,
        quantifier=st.just("any"),
        among=st.sampled_from((VICTIM, Bearer())),
    )
    return st.one_of(some, two, most, role)


@cache
def facts() -> st.SearchStrategy[Condition]:
    """Conditions over the incident's attributes alone."""
    means = st.lists(st.sampled_from(MEANS), min_size=1, max_size=2, unique=True)
    return st.one_of(
        means.map(lambda m: AttributeIs(attribute=AttributeId("means"), values=tuple(m))),
        st.sampled_from(PLACES).map(
            lambda p: AttributeIn(attribute=AttributeId("place"), region=p)
        ),
        st.builds(
            ActorIsAmong,
            who=st.sampled_from((ATTACKER, VICTIM)),
            among=sets_of_actors(),
        ),
        st.just(ActorIsAmong(who=Bearer(), among=ATTACKER)),
        st.just(IncidentIs(definition=ARMED.id)),
    )


@cache
def happenings() -> st.SearchStrategy[Condition]:
    """Conditions over acts, findings, decisions, breaches, issues."""
    council = Subject(quantifier="any", among=Listed(actors=(COUNCIL,)))
    itself = Subject(quantifier="any", among=Bearer())
    return st.one_of(
        st.builds(
            Done,
            subject=subjects(),
            act=st.just(ActId("request")),
            object=st.just(TheAct(act=ActId("assist"))),
        ),
        st.builds(Done, subject=subjects(), act=st.just(ActId("report"))),
        st.builds(
            Done,
            subject=subjects(),
            act=st.just(ActId("assist")),
            object=st.just(TheActor(who=VICTIM)),
            at_least=st.sampled_from((None, LEVELS[2])),
        ),
        st.sampled_from((Decided(body=COUNCIL), Decided(body=COUNCIL, motion=MOTION.id))),
        st.builds(Found, subject=st.sampled_from((council, itself)), condition=facts()),
        st.builds(
            Breached,
            subject=subjects().filter(lambda s: s.quantifier == "any"),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
        st.builds(
            Met,
            subject=subjects(),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
        st.builds(
            Occurred,
            kind=st.just(ATTACK.id),
            definitions=st.sampled_from(((), (ARMED.id,))),
            by=st.sampled_from((None, VICTIM, Bearer(), PARTIES)),
            on=st.sampled_from((None, ATTACKER, Bearer(), GUARANTORS)),
        ),
        st.just(IssueIs(issue=ISSUE.id, options=(OptionId("first"),))),
        st.just(InForce(agreement=PACT)),
        st.just(Holds(circumstance=TRUCE.id)),
    )


@cache
def conditions() -> st.SearchStrategy[Condition]:
    """Any condition, two connectives deep at most."""
    simple = st.one_of(facts(), happenings())
    denied = simple.map(lambda part: Not(part=part))
    parts = st.lists(st.one_of(simple, denied), min_size=2, max_size=3)
    joined = st.one_of(
        parts.map(lambda p: All(parts=tuple(p))), parts.map(lambda p: Any(parts=tuple(p)))
    )
    return st.one_of(simple, simple, denied, joined)
