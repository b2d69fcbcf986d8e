"""What happens: attacks, and what is done about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from servanda.core.calendar import Moment
from servanda.model.agreement import Duty, Perform, Prohibition, Respond
from servanda.model.builtins import OWN_LIFE, REVOKES, TERMINATE, WITHDRAW
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    DecisionEvent,
    Event,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    Scenario,
    Supposed,
    Value,
    VoteEvent,
)
from servanda.model.conditions import Object, TheAct, TheActor, TheAgreement
from servanda.model.node import ActId, ActorId, AttributeId, IncidentId
from servanda.model.sets import Listed
from servanda.testing.draw_conditions import seldom
from servanda.testing.world import (
    ATTACK,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    INCIDENTS,
    LEVELS,
    MEANS,
    MOTION,
    PACT,
    PARTIES,
    PLACES,
    STATES,
    TRUCE,
)

Norm = Duty | Prohibition


def _one_of(actors: Sequence[ActorId]) -> st.SearchStrategy[Listed]:
    return st.sampled_from(actors).map(lambda actor: Listed(actors=(actor,)))


@cache
def _hours() -> st.SearchStrategy[int | None]:
    return st.sampled_from((None, None, 600, 840))


@st.composite
def incidents(draw: st.DrawFn, name: IncidentId) -> IncidentEvent:
    """An attack of the first days, of which anything may be unknown."""
    stated = {
        "attacker": draw(st.sampled_from((*STATES, *STATES, None))),
        "victim": draw(st.sampled_from((*STATES, *STATES, None))),
        "place": draw(st.sampled_from((*PLACES, *PLACES, None))),
        "means": draw(st.sampled_from((*MEANS, *MEANS, None, "unknown"))),
    }
    values = tuple(
        Value(attribute=AttributeId(name), value=value)
        for name, value in stated.items()
        if value is not None
    )
    at = Moment(FIRST_DAY + dt.timedelta(days=draw(st.integers(1, 6))), draw(_hours()))
    return IncidentEvent(at=at, id=name, kind=ATTACK.id, values=values)


@st.composite
def _after(draw: st.DrawFn, incident: IncidentEvent) -> Moment:
    """The moment of an incident, or one of the days that follow it."""
    days = draw(st.sampled_from((0, 0, 1, 1, 2, 3, 5, 9)))
    if not days:
        return incident.at
    return Moment(incident.at.date + dt.timedelta(days=days), draw(_hours()))


@st.composite
def acts(draw: st.DrawFn, incident: IncidentEvent) -> ActEvent:
    """Somebody requests, reports, consults, assists, gives notice of withdrawal or accedes."""
    victims = [ActorId(v.value) for v in incident.values if v.attribute == "victim"]
    helped = _one_of((*victims * 6, *STATES)).map(lambda who: TheActor(who=who))
    verb = draw(
        st.sampled_from(
            (
                *("request", "report", "consult", "assist", "assist", "accede"),
                *(WITHDRAW, WITHDRAW, TERMINATE, *REVOKES),
            )
        )
    )
    targets: dict[str, st.SearchStrategy[Object | None]] = {
        "request": st.just(TheAct(act=ActId("assist"))),
        "report": st.none(),
        "consult": st.none() | helped,
        "assist": helped,
    }
    of_its_own_life = verb in OWN_LIFE
    agreement = st.just(TheAgreement(agreement=PACT))
    joining = _one_of(STATES[4:])
    return ActEvent(
        at=draw(_after(incident)),
        authors=draw(joining if verb == "accede" else _one_of(STATES) | st.just(PARTIES)),
        act=ActId(verb),
        object=draw(targets.get(verb, agreement)),
        level=draw(st.sampled_from(LEVELS[1:])) if verb == "assist" else None,
        over=None if of_its_own_life else draw(st.sampled_from((None, incident.id))),
    )


@st.composite
def findings(draw: st.DrawFn, incident: IncidentEvent) -> FindingEvent:
    """The council or a state finds something about an incident."""
    attribute, values = draw(
        st.sampled_from((("means", MEANS), ("attacker", STATES), ("place", PLACES)))
    )
    return FindingEvent(
        at=draw(_after(incident)),
        authors=draw(_one_of((COUNCIL, COUNCIL, *STATES))),
        incident=incident.id,
        values=(Value(attribute=AttributeId(attribute), value=draw(st.sampled_from(values))),),
    )


@st.composite
def answers(draw: st.DrawFn, incident: IncidentEvent, norms: Sequence[Norm]) -> ActEvent:
    """What an article asks, or forbids, is done by all parties or by one state."""
    content = draw(st.sampled_from(norms)).content
    victims = [ActorId(v.value) for v in incident.values if v.attribute == "victim"]
    victim = TheActor(who=Listed(actors=(*victims, *STATES[:1])[:1]))
    act, target, level = ActId("report"), None, None
    if isinstance(content, Respond):
        act, target, level = ActId("assist"), victim, draw(st.sampled_from(LEVELS[1:]))
    elif isinstance(content, Perform):
        act, target = content.act, victim if content.object else None
    return ActEvent(
        at=draw(_after(incident)),
        authors=draw(st.just(PARTIES) | _one_of(STATES)),
        act=act,
        object=target,
        level=level,
        over=draw(st.sampled_from((None, incident.id))),
    )


def events(incident: IncidentEvent, norms: Sequence[Norm] = ()) -> st.SearchStrategy[Event]:
    """Anything that happens after an incident, mostly about it."""
    answer = answers(incident, norms) if norms else acts(incident)
    return st.one_of(
        acts(incident),
        acts(incident),
        answer,
        answer,
        findings(incident),
        findings(incident),
        st.builds(
            RefusalEvent,
            at=_after(incident),
            authors=_one_of(STATES),
            act=st.sampled_from((ActId("assist"), ActId("report"), ActId("consult"))),
            over=st.sampled_from((None, incident.id)),
        ),
        votes(incident),
        decisions(incident),
        puts(incident),
    )


@st.composite
def votes(draw: st.DrawFn, incident: IncidentEvent) -> VoteEvent:
    """A state or the guarantors vote in the council, mostly on the incident."""
    motion = draw(st.sampled_from((None, None, MOTION.id)))
    return VoteEvent(
        at=draw(_after(incident)),
        authors=draw(_one_of(STATES) | st.just(GUARANTORS)),
        vote=draw(st.sampled_from(("yes", "yes", "no", "abstain"))),
        incident=None if motion else incident.id,
        motion=motion,
        organ=COUNCIL,
    )


@st.composite
def decisions(draw: st.DrawFn, incident: IncidentEvent) -> DecisionEvent:
    """The council is reported to have decided, mostly on the incident."""
    motion = draw(st.sampled_from((None, None, MOTION.id)))
    return DecisionEvent(
        at=draw(_after(incident)),
        body=Listed(actors=(COUNCIL,)),
        incident=None if motion else incident.id,
        motion=motion,
    )


@cache
def changes(incident: IncidentEvent) -> st.SearchStrategy[CircumstanceEvent]:
    """A truce begins, ends or is in doubt, at the time of an incident or later."""
    return st.builds(
        CircumstanceEvent,
        at=_after(incident),
        circumstance=st.just(TRUCE.id),
        becomes=st.sampled_from(("begins", "begins", "ends", "is in doubt")),
    )


@st.composite
def puts(draw: st.DrawFn, incident: IncidentEvent) -> PutEvent:
    """An incident, or the motion, is put to the council, which may decide by silence."""
    motion = draw(st.sampled_from((None, None, MOTION.id)))
    return PutEvent(
        at=draw(_after(incident)),
        body=Listed(actors=(COUNCIL,)),
        incident=None if motion else incident.id,
        motion=motion,
    )


@st.composite
def scenarios(draw: st.DrawFn, norms: Sequence[Norm] = ()) -> Scenario:
    """One or two attacks, a truce perhaps, and up to eight other events, none before its attack.

    Sometimes the agreement is supposed to be in force.
    """
    attacks = [draw(incidents(name)) for name in INCIDENTS[: draw(st.integers(1, 2))]]
    others = st.sampled_from(attacks).flatmap(lambda attack: events(attack, norms))
    told = draw(st.lists(others, min_size=2, max_size=8))
    changed = draw(st.lists(st.sampled_from(attacks).flatmap(changes), max_size=3))
    supposed = draw(seldom(suppositions(), ()))
    return Scenario(title="generated", supposed=supposed, events=(*attacks, *changed, *told))


def suppositions() -> st.SearchStrategy[tuple[Supposed, ...]]:
    """That the agreement is in force from some day on, before its signature or long after."""
    days = st.integers(-2, 16).map(lambda days: FIRST_DAY + dt.timedelta(days=days))
    return st.builds(Supposed, agreement=st.just(PACT), date=days).map(lambda line: (line,))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """When a scenario is looked at: mostly its last days, sometimes in the middle of it."""
    day = FIRST_DAY + dt.timedelta(days=draw(st.sampled_from((20, 20, 20, 12, 7, 4))))
    return Moment(day, draw(_hours()))
