"""What all drawn cases share: five states, three places, one kind of attack, the acts."""

from __future__ import annotations

import datetime as dt

from servanda.model.conditions import AttributeIs
from servanda.model.definitions import Definition
from servanda.model.node import (
    ActorId,
    AgreementId,
    ArticleNumber,
    AttributeId,
    CircumstanceId,
    DefinitionId,
    GroupId,
    IncidentId,
    IssueId,
    KindId,
    LadderId,
    Level,
    MotionId,
    OptionId,
    RegionId,
)
from servanda.model.sets import Members, Parties, Role
from servanda.model.vocabulary import (
    Attribute,
    Circumstance,
    Forms,
    IncidentKind,
    Issue,
    Motion,
    Option,
)

STATES = tuple(ActorId(name) for name in ("AAA", "BBB", "CCC", "DDD", "EEE"))
"""The five states; the first four negotiate."""

PACT = AgreementId("PACT")
NUMBERS = tuple(ArticleNumber(str(number)) for number in range(1, 6))
PARTIES = Parties(agreement=PACT)
GUARANTORS = Members(group=GroupId("guarantor"))
FIRST_DAY = dt.date(2026, 1, 1)
LEVELS = tuple(Level(level) for level in ("refrain", "consult", "support", "armed_force"))
LADDER = LadderId("response")
MEANS = ("air", "ground", "cyber")
PLACES = tuple(RegionId(name) for name in ("north", "city", "south"))
INCIDENTS = tuple(IncidentId(name) for name in ("A1", "A2"))
COUNCIL = ActorId("council")


ATTACKER = Role(attribute=AttributeId("attacker"))
VICTIM = Role(attribute=AttributeId("victim"))

ATTACK = IncidentKind(
    id=KindId("attack"),
    forms=Forms("attack", "attacks", "attacked", "attack"),
    attributes=(
        Attribute(id=AttributeId("attacker"), sort="state", role="by"),
        Attribute(id=AttributeId("victim"), sort="state", role="on"),
        Attribute(id=AttributeId("place"), sort="region"),
        Attribute(id=AttributeId("means"), sort="value", values=MEANS),
    ),
)
ARMED = Definition(
    id=DefinitionId("armed"),
    kind=ATTACK.id,
    condition=AttributeIs(attribute=AttributeId("means"), values=("air", "ground")),
)
TRUCE = Circumstance(id=CircumstanceId("truce"))
MOTION = Motion(id=MotionId("peace"))
ISSUE = Issue(
    id=IssueId("order"), options=tuple(Option(id=OptionId(o)) for o in ("first", "second"))
)
