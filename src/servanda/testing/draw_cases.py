"""Whole cases."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import note
from hypothesis import strategies as st

from servanda.core.calendar import Duration, Moment
from servanda.core.share import Share
from servanda.model.agreement import Duty, Prohibition
from servanda.model.builtins import ACTS
from servanda.model.case import ActEvent, Case, History, OwnReading, Scenario
from servanda.model.conditions import TheAgreement
from servanda.model.node import ActId
from servanda.model.sets import Author, Bearer, DecisionRule, Listed, Signatories
from servanda.model.vocabulary import Actor, Containment, Group, Ladder, Membership, Organ, Region
from servanda.testing.draw_articles import agreements
from servanda.testing.draw_conditions import seldom
from servanda.testing.draw_events import scenarios
from servanda.testing.world import (
    ARMED,
    ATTACK,
    ATTACKER,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    ISSUE,
    LADDER,
    LEVELS,
    MOTION,
    PACT,
    PLACES,
    STATES,
    TRUCE,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case with one agreement, its signature, and one scenario.

    Of a case that fails a test everything is printed, not the one line that stands for it.
    """
    rules = (
        DecisionRule(rule="consensus"),
        DecisionRule(rule="majority", leaving_out=(ATTACKER,)),
        DecisionRule(rule="count", count=2, including=(STATES[0],)),
        DecisionRule(rule="unanimity", leaving_out=(ATTACKER,)),
        DecisionRule(rule="share", share=Share(2, 3), leaving_out=(Bearer(),)),
        DecisionRule(rule="count", count=1, veto=STATES[1:2], leaving_out=(Author(), ATTACKER)),
        DecisionRule(rule="silence", period=Duration(2, "days")),
        DecisionRule(rule="silence", period=Duration(10, "hours"), leaving_out=(ATTACKER,)),
        DecisionRule(rule="consensus", leaving_out=(Listed(actors=STATES[1:2]),)),
        DecisionRule(rule="majority", of_those_voting=True, leaving_out=(ATTACKER,)),
    )
    agreement = draw(agreements())
    norms = [a.effect for a in agreement.articles if isinstance(a.effect, Duty | Prohibition)]
    joins = draw(st.sampled_from((None, dt.date(2026, 1, 8))))
    leaves = draw(st.sampled_from((None, dt.date(2026, 1, 15))))
    signs = ActEvent(
        at=Moment(FIRST_DAY),
        authors=Signatories(agreement=PACT),
        act=ActId("sign"),
        object=TheAgreement(agreement=PACT),
        excepting=draw(st.sampled_from(((), (), (), STATES[3:4]))),
    )
    case = Case(
        title="generated",
        actors=tuple(Actor(id=name, title=name) for name in STATES),
        groups=(
            Group(
                id=GUARANTORS.group,
                plural="guarantors",
                memberships=(
                    Membership(members=STATES[:2]),
                    Membership(members=STATES[2:3], start=joins, end=leaves),
                ),
            ),
        ),
        organs=(Organ(id=COUNCIL, members=GUARANTORS, rule=draw(st.sampled_from(rules))),),
        regions=(
            Region(id=PLACES[0], contains=(Containment(parts=PLACES[1:2]),)),
            Region(id=PLACES[1]),
            Region(id=PLACES[2]),
        ),
        kinds=(ATTACK,),
        definitions=(ARMED,),
        acts=ACTS,
        ladders=(Ladder(id=LADDER, levels=LEVELS),),
        issues=(ISSUE,),
        circumstances=(TRUCE,),
        motions=(MOTION,),
        agreements=(agreement,),
        histories=(History(events=(signs,)),),
        scenarios=(draw(scenarios(norms)),),
    )
    case = msgspec.structs.replace(case, scenarios=(draw(_taking_readings(case)),))
    note(msgspec.Struct.__repr__(case))
    return case


@st.composite
def _taking_readings(draw: st.DrawFn, case: Case) -> Scenario:
    """The scenario of a case with some readings taken for all, or by some for themselves."""
    names = [reading.id for reading in case.readings()]
    (scenario,) = case.scenarios
    if not names:
        return scenario
    some = st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True)
    own = st.lists(
        st.builds(OwnReading, reading=st.sampled_from(names), actors=some.map(tuple)), max_size=2
    )
    for_all = draw(seldom(st.sampled_from(names).map(lambda name: (name,)), ()))
    return msgspec.structs.replace(scenario, readings=for_all, own_readings=tuple(draw(own)))
