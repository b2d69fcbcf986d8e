"""Alliances and wars in bulk, built from Python: as many as in ATOP 5.1 and in Correlates of War 4.0.

The alliances are drawn, not history: 789 of two to eight states, from 1815 on, half of which
promise help against attack, and 95 wars. So the bench needs no data, and is of the same size
as the real sets (Leeds et al. 2002; Sarkees and Wayman 2010).
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Duration, Moment
from servanda.model.agreement import Agreement, Article, Bearers, Duty, Respond
from servanda.model.builtins import RESPONSE, WITHDRAW
from servanda.model.case import ActEvent, Case, History, IncidentEvent, Scenario, Value
from servanda.model.conditions import TheAgreement
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleNumber,
    AttributeId,
    IncidentId,
    KindId,
)
from servanda.model.own_life import Withdrawal
from servanda.model.sets import Listed, Parties, Pattern, Role
from servanda.model.triggers import OnIncident
from servanda.model.vocabulary import Actor, Attribute, Forms, IncidentKind

ALLIANCES, WARS, STATES = 789, 95, 150
FIRST, LAST = dt.date(1815, 1, 1), dt.date(2018, 12, 31)

ATTACKER, VICTIM = AttributeId("attacker"), AttributeId("victim")
ATTACK = IncidentKind(
    id=KindId("attack"),
    forms=Forms("attack", "attacks", "attacked", "attack"),
    attributes=(
        Attribute(id=ATTACKER, sort="state", role="by"),
        Attribute(id=VICTIM, sort="state", role="on"),
    ),
)


def alliance(number: int, members: tuple[ActorId, ...], *, defence: bool) -> Agreement:
    """A treaty that its members may leave, and in which they may promise help against attack."""
    name = AgreementId(f"A{number}")
    leave = Article(number=ArticleNumber("2"), effect=Withdrawal(notice=Duration(1, "days")))
    levels = RESPONSE.levels
    help_ = Article(
        number=ArticleNumber("1"),
        trigger=OnIncident(kind=ATTACK.id, on=Pattern(among=Parties(agreement=name))),
        effect=Duty(
            bearers=Bearers(among=Parties(agreement=name), other=True),
            content=Respond(
                beneficiary=Role(attribute=VICTIM),
                ladder=RESPONSE.id,
                floor=levels[2],
                ceiling=levels[-1],
            ),
        ),
    )
    articles = (help_, leave) if defence else (leave,)
    return Agreement(id=name, title=str(name), between=members, articles=articles)


def alliances_and_wars(alliances: int = ALLIANCES, wars: int = WARS, seed: int = 1) -> Case:
    """A case of so many alliances, with a scenario for each of so many wars."""
    chance = random.Random(seed)
    states = tuple(ActorId(f"S{number}") for number in range(STATES))
    treaties: list[Agreement] = []
    events: list[ActEvent] = []

    def day() -> dt.date:
        return FIRST + dt.timedelta(days=chance.randrange((LAST - FIRST).days))

    for number in range(alliances):
        members = tuple(chance.sample(states, chance.choice((2, 2, 2, 3, 4, 8))))
        treaty = alliance(number, members, defence=chance.random() < 0.5)
        treaties.append(treaty)
        object_ = TheAgreement(agreement=treaty.id)
        began, left = sorted((day(), day()))
        for at, act in ((began, ActId("sign")), (left, WITHDRAW)):
            who = members if at == began else members[:1]
            events.append(
                ActEvent(at=Moment(at), authors=Listed(actors=who), act=act, object=object_)
            )
    events.sort(key=lambda event: event.at.date)
    return Case(
        title="Alliances and wars",
        actors=tuple(Actor(id=state, title=str(state)) for state in states),
        kinds=(ATTACK,),
        ladders=(RESPONSE,),
        agreements=tuple(treaties),
        histories=(History(events=tuple(events)),),
        scenarios=tuple(_war(number, day(), *chance.sample(states, 2)) for number in range(wars)),
    )


def _war(number: int, day: dt.date, attacker: ActorId, victim: ActorId) -> Scenario:
    values = (
        Value(attribute=ATTACKER, value=attacker),
        Value(attribute=VICTIM, value=victim),
    )
    attack = IncidentEvent(at=Moment(day), id=IncidentId("WAR"), kind=ATTACK.id, values=values)
    return Scenario(title=f"War {number}", events=(attack,))


def owed(case: Case) -> Iterator[tuple[str, ActorId]]:
    """Who owes help in which war."""
    texts = Texts(case)
    for scenario in case.scenarios:
        inquiry = inquire(texts, scenario)
        for life in inquiry.run(inquiry.story.end).lives:
            if life.shown is State.PENDING:
                yield from ((scenario.title, bearer) for bearer in life.bearers)
