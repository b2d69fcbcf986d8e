"""Whole cases, drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

from msgspec.structs import replace

from servanda.core.calendar import Moment
from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import definitions as de
from servanda.model import sets as se
from servanda.model import vocabulary as vo
from servanda.model.builtins import ACTS
from servanda.testing.world import (
    ARMED,
    ATTACK,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    ISSUE,
    LADDER,
    LEVELS,
    MEANS,
    PACT,
    PLACES,
    STATES,
    TRUCE,
)
from tests.differential.drawn.agreements import ACCORD, Agreements
from tests.differential.drawn.scenarios import Scenarios


class Draw(Agreements):
    """One agreement or two, and scenarios for them."""

    def __init__(self, seed: int) -> None:
        super().__init__(Random(seed))

    def case(self, scenarios: int) -> tuple[cs.Case, list[tuple[cs.Scenario, Moment]]]:
        """A case and the scenarios asked of it, each with the moment asked about."""
        if self.chance(0.25):
            self.pacts = (PACT, ACCORD)
        joins = self.one((None, dt.date(2026, 1, 5)))
        leaves = self.one((None, dt.date(2026, 1, 9)))
        agreements = [self.agreement(PACT, STATES[:4])]
        if len(self.pacts) > 1:
            agreements.append(self.agreement(ACCORD, (*STATES[:2], STATES[4])))
        wide = de.DefinitionReading(
            id="with_cyber", condition=co.AttributeIs(attribute="means", values=MEANS)
        )
        case = cs.Case(
            title="generated",
            actors=tuple(vo.Actor(id=name, title=name) for name in STATES),
            groups=(
                vo.Group(
                    id=GUARANTORS.group,
                    plural="guarantors",
                    memberships=(
                        vo.Membership(members=STATES[:2]),
                        vo.Membership(members=STATES[2:3], start=joins, end=leaves),
                    ),
                ),
            ),
            organs=(
                vo.Organ(
                    id=COUNCIL,
                    members=self.one((GUARANTORS, se.Listed(actors=STATES[:3]))),
                    rule=self.rule(),
                ),
            ),
            regions=(
                vo.Region(id=PLACES[0], contains=(vo.Containment(parts=PLACES[1:2]),)),
                vo.Region(id=PLACES[1]),
                vo.Region(id=PLACES[2]),
            ),
            kinds=(ATTACK,),
            definitions=(replace(ARMED, readings=(wide,)),),
            acts=ACTS,
            circumstances=(TRUCE,),
            ladders=(vo.Ladder(id=LADDER, levels=LEVELS),),
            issues=(replace(ISSUE, settled=self.one((None, None, "first"))),),
            agreements=tuple(agreements),
            histories=(cs.History(events=tuple(self.consents(agreements))),),
        )
        drawn = Scenarios(self.random, self.pacts)
        asked = [drawn.scenario(case, str(n)) for n in range(scenarios)]
        return replace(case, scenarios=tuple(s for s, _ in asked)), asked

    def consents(self, agreements: Sequence[ag.Agreement]) -> list[cs.ActEvent]:
        found = []
        for agreement in agreements:
            everybody = se.Signatories(agreement=agreement.id)
            late = self.random.sample(agreement.between, 1) if self.chance(0.3) else []
            for act, day in (("sign", 0), ("ratify", 1)):
                told = co.TheAgreement(agreement=agreement.id)
                at = Moment(FIRST_DAY + dt.timedelta(days=day))
                found.append(
                    cs.ActEvent(
                        at=at, authors=everybody, act=act, object=told, excepting=tuple(late)
                    )
                )
                if late and self.chance(0.7):
                    at = Moment(FIRST_DAY + dt.timedelta(days=day + self.random.randint(1, 3)))
                    found.append(
                        cs.ActEvent(
                            at=at, authors=se.Listed(actors=tuple(late)), act=act, object=told
                        )
                    )
        return sorted(found, key=lambda e: e.at.date)
