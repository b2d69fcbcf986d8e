"""Articles that bind, permit or except, drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

from msgspec.structs import replace

from servanda.core.calendar import Duration
from servanda.model import agreement as ag
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model import triggers as tr
from servanda.model.node import ArticleRef
from servanda.testing.world import (
    ARMED,
    ATTACK,
    FIRST_DAY,
    LADDER,
    LEVELS,
    VICTIM,
)
from tests.differential.calculus.conditions import leaves, may_turn, speaks_of_incident
from tests.differential.drawn.conditions import Conditions


def may_be_asked_once(c: Any, *, of_deeds: bool) -> bool:
    """Whether a prohibition or a permission need not ask it as long as it binds (D14).

    That is what hangs on nothing that happens later, and what is asked of deeds (D11).
    """
    asked_of_deed = of_deeds and any(map(speaks_of_incident, leaves(c)))
    return asked_of_deed or not may_turn(c)


class Norms(Conditions):
    """Draws what an agreement asks, forbids and permits.

    Attributes:
        over_incidents: The articles of the agreement whose breaches are about an incident.
    """

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.over_incidents: set[str] = set()

    def article(self, number: str, lifted: Sequence[str]) -> ag.Article:
        trigger = self.trigger()
        how = self.pick(
            (5, lambda: "must"), (2, lambda: "must not"), (1, lambda: "may"), (3, lambda: "lift")
        )
        self.about_incident = self.has_incident(trigger, how)
        only_if, unless = self.some(0.35, 2), self.some(0.25)
        deadline, until = None, None
        effect: Any
        if how == "lift" and lifted:
            pact = self.own
            effect = ag.Disapply(article=ArticleRef(pact, self.one(lifted)))
        elif how == "must not":
            effect = ag.Prohibition(
                bearers=self.bearers(trigger, may_join=False),
                content=self.one(
                    (
                        ag.Commit(kind=ATTACK.id),
                        ag.Commit(
                            kind=ATTACK.id,
                            targets=(se.Pattern(among=self.group(), other=self.chance(0.3)),),
                        ),
                        ag.Perform(act="report"),
                    )
                ),
            )
        elif how == "may":
            effect = ag.Permission(
                bearers=self.bearers(trigger, may_join=False), content=ag.Perform(act="report")
            )
        else:
            effect = ag.Duty(bearers=self.bearers(trigger), content=self.content(trigger))
            deadline = self.deadline(trigger, only_if)
        if isinstance(effect, ag.Prohibition | ag.Permission):
            of_deeds = trigger is None and isinstance(effect, ag.Prohibition)
            only_if, unless = (
                tuple(c for c in some if may_be_asked_once(c, of_deeds=of_deeds))
                for some in (only_if, unless)
            )
        if not isinstance(effect, ag.Disapply) and self.chance(0.2):
            self.about_incident = self.has_incident(trigger, "until")
            until = self.condition()
        return ag.Article(
            number=number,
            effect=effect,
            trigger=trigger,
            window=self.window(),
            only_if=only_if,
            unless=unless,
            deadline=deadline,
            until=until,
        )

    def trigger(self) -> Any:
        return self.pick(
            (2, lambda: None),
            (6, self.on_attack),
            (2, lambda: tr.OnAct(
                author=se.Pattern(among=self.group()),
                act="request",
                object=self.one((None, co.TheAct(act="assist"))),
            )),
            (3, self.on_breach),
        )  # fmt: skip

    def on_attack(self) -> tr.OnIncident:
        def pattern() -> se.Pattern | None:
            if self.chance(0.6):
                return None
            return se.Pattern(among=self.group(), other=self.chance(0.3))

        return tr.OnIncident(
            kind=ATTACK.id,
            definitions=(ARMED.id,) if self.chance(0.3) else (),
            by=pattern(),
            on=pattern(),
        )

    def on_breach(self) -> Any:
        if not self.numbers:
            return self.on_attack()
        return tr.OnBreach(
            author=se.Pattern(among=self.group()),
            article=ArticleRef(self.own, self.one(self.numbers)),
        )

    def bearers(self, trigger: Any, *, may_join: bool = True) -> ag.Bearers:
        if isinstance(trigger, tr.OnIncident) and self.chance(0.2):
            return ag.Bearers(among=VICTIM)
        return ag.Bearers(
            among=self.group(),
            other=trigger is not None and self.chance(0.4),
            jointly=may_join and self.chance(0.15),
        )

    def content(self, trigger: Any) -> Any:
        def assist() -> ag.Respond:
            beneficiary: Any = VICTIM if isinstance(trigger, tr.OnIncident) else self.listed(1)
            return ag.Respond(
                beneficiary=beneficiary,
                ladder=LADDER,
                floor=self.one(LEVELS[1:3]),
                ceiling=LEVELS[-1],
                discretion=True,
            )

        return self.pick(
            (3, assist),
            (2, lambda: ag.Perform(act="report")),
            (2, lambda: ag.Perform(act="consult")),
            (1, lambda: ag.Perform(act="consult", object=co.TheActor(who=self.listed(1)))),
        )

    def deadline(self, trigger: Any, only_if: tuple[Any, ...]) -> ag.Deadline | None:
        if self.chance(0.25):
            return None
        if self.chance(0.1):
            return ag.Deadline()
        anchors = [ag.Anchor(event="entry_into_force")] if trigger is None else []
        match trigger:
            case tr.OnIncident():
                anchors.append(ag.Anchor(event="incident"))
            case tr.OnAct():
                anchors.append(ag.Anchor(event="act", act="request"))
            case tr.OnBreach():
                anchors.append(ag.Anchor(event="breach"))
        for condition in only_if:
            match condition:
                case co.Done(act="request"):
                    anchors.append(ag.Anchor(event="act", act="request"))
                case co.Decided():
                    anchors.append(ag.Anchor(event="decision"))
                case co.Found():
                    anchors.append(ag.Anchor(event="finding"))
        period = self.one(
            (
                Duration(24, "hours"),
                Duration(3, "days"),
                Duration(1, "weeks"),
                Duration(36, "hours"),
            )
        )
        return ag.Deadline(period=period, anchor=self.one(anchors))

    def has_incident(self, trigger: Any, how: str) -> bool:
        """Whether conditions can speak of an incident: the trigger's, or that of a deed."""
        match trigger:
            case tr.OnIncident():
                return True
            case tr.OnBreach():
                return trigger.article.article in self.over_incidents
        return trigger is None and how == "must not"

    def window(self) -> ag.Window | None:
        if not self.chance(0.1):
            return None
        days = self.random.randint(1, 10)
        if self.chance(0.5):
            return ag.Window(date=FIRST_DAY + dt.timedelta(days=days))
        return ag.Window(after_entry=Duration(days, "days"))

    def with_reading(self, article: ag.Article) -> ag.Article:
        self.about_incident = self.has_incident(article.trigger, "must")
        asked = self.plain()
        of_deeds = article.trigger is None and isinstance(article.effect, ag.Prohibition)
        asked_once = isinstance(article.effect, ag.Duty)
        if not (asked_once or may_be_asked_once(asked, of_deeds=of_deeds)):
            return article
        other = replace(article, only_if=(*article.only_if, asked))
        return replace(
            article, readings=(ag.Reading(id=f"narrow{self.own}{article.number}", article=other),)
        )
