"""Conditions, drawn."""

from __future__ import annotations

from random import Random
from typing import Any

from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model.node import ArticleRef
from servanda.testing.world import (
    ARMED,
    ATTACKER,
    COUNCIL,
    GUARANTORS,
    ISSUE,
    LEVELS,
    MEANS,
    PACT,
    PLACES,
    STATES,
    TRUCE,
    VICTIM,
)
from tests.differential.drawn.chance import Chance


class Conditions(Chance):
    """Draws conditions for the articles of one case.

    Attributes:
        pacts: The agreements of the case.
        own: The agreement that the next article is for.
        numbers: Its articles so far that can be breached.
        about_incident: Whether the next condition can speak of an incident.
    """

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.pacts: tuple[str, ...] = (PACT,)
        self.own: str = PACT
        self.numbers: tuple[str, ...] = ()
        self.about_incident = True

    def group(self) -> Any:
        return self.pick(
            (3, lambda: se.Parties(agreement=self.own)),
            (2, lambda: GUARANTORS),
            (1, lambda: se.Signatories(agreement=self.own)),
            (2, self.listed),
            (1, lambda: se.Actors(sort="state")),
        )

    def subject(self) -> se.Subject:
        if self.chance(0.3):
            roles = (VICTIM,) if self.about_incident else ()
            one: Any = self.one((*roles, se.Bearer(), self.listed(1)))
            return se.Subject(quantifier="any", among=one)
        quantifier = self.one(("any", "any", "every", "count", "majority"))
        among = self.group()
        including = self.listed(1).actors if self.chance(0.15) else ()
        count = 2 if quantifier == "count" else 0
        return se.Subject(quantifier=quantifier, among=among, count=count, including=including)

    def of_facts(self) -> Any:
        return self.pick(
            (
                3,
                lambda: co.AttributeIs(
                    attribute="means", values=tuple(self.random.sample(MEANS, self.one((1, 1, 2))))
                ),
            ),
            (3, lambda: co.AttributeIn(attribute="place", region=self.one(PLACES))),
            (2, lambda: co.ActorIsAmong(who=self.one((ATTACKER, VICTIM)), among=self.group())),
            (2, lambda: co.IncidentIs(definition=ARMED.id)),
        )

    def plain(self) -> Any:
        """A condition; of incidents only where there is one."""
        anywhere = (
            (1, lambda: co.ActorIsAmong(who=se.Bearer(), among=self.listed())),
            (2, self.done),
            (1, lambda: co.IssueIs(issue=ISSUE.id, options=(self.one(("first", "second")),))),
            (1, lambda: co.InForce(agreement=self.one(self.pacts))),
            (2, self.breached),
            (1, lambda: co.Holds(circumstance=TRUCE.id)),
        )
        if not self.about_incident:
            return self.pick(*anywhere)
        return self.pick(
            *anywhere,
            (4, self.of_facts),
            (1, lambda: co.ActorIsAmong(who=se.Bearer(), among=self.one((ATTACKER, VICTIM)))),
            (1, lambda: co.Decided(body=COUNCIL)),
            (1, self.decided_among),
            (2, self.found),
        )

    def done(self) -> co.Done:
        helped = VICTIM if self.about_incident else self.listed(1)
        return self.pick(
            (3, lambda: co.Done(subject=self.subject(), act="request", object=co.TheAct(act="assist"))),
            (2, lambda: co.Done(subject=self.subject(), act="report")),
            (1, lambda: co.Done(subject=self.subject(), act="sign", object=co.TheAgreement(agreement=self.one(self.pacts)))),
            (2, lambda: co.Done(
                subject=self.subject(),
                act="assist",
                object=co.TheActor(who=helped),
                at_least=self.one((None, LEVELS[2])),
            )),
        )  # fmt: skip

    def decided_among(self) -> co.Decided:
        return co.Decided(
            body=self.one((GUARANTORS, se.Parties(agreement=self.own))), rule=self.rule()
        )

    def rule(self) -> se.DecisionRule:
        name = self.one(("consensus", "unanimity", "count", "majority"))
        return se.DecisionRule(
            rule=name,
            count=2 if name == "count" else 0,
            including=(STATES[0],) if self.chance(0.2) else (),
            leaving_out=(ATTACKER,) if self.chance(0.3) else (),
        )

    def found(self) -> co.Found:
        council = se.Subject(quantifier="any", among=se.Listed(actors=(COUNCIL,)))
        finder = self.one((council, council, se.Subject(quantifier="any", among=se.Bearer())))
        inner: Any = self.one(
            (
                co.AttributeIs(attribute="means", values=(self.one(MEANS),)),
                co.AttributeIn(attribute="place", region=self.one(PLACES)),
                co.IncidentIs(definition=ARMED.id),
            )
        )
        return co.Found(subject=finder, condition=co.Not(part=inner) if self.chance(0.2) else inner)

    def breached(self) -> Any:
        if not self.numbers:
            return self.done()
        roles = (VICTIM, ATTACKER) if self.about_incident else ()
        one: Any = self.one((*roles, self.listed(1), se.Parties(agreement=self.own)))
        return co.Breached(
            subject=se.Subject(quantifier="any", among=one),
            article=ArticleRef(self.own, self.one(self.numbers)),
        )

    def condition(self) -> Any:
        return self.pick(
            (6, self.plain),
            (2, lambda: co.Not(part=self.plain())),
            (1, lambda: co.All(parts=(self.plain(), self.plain()))),
            (2, lambda: co.Any(parts=(self.plain(), co.Not(part=self.plain())))),
            (2, lambda: co.Any(parts=(self.plain(), self.plain()))),
        )

    def some(self, share: float, most: int = 1) -> tuple[Any, ...]:
        if not self.chance(share):
            return ()
        return tuple(self.condition() for _ in range(self.random.randint(1, most)))
