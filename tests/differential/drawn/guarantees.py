"""Agreements of guarantors, drawn: everything that what they owe in an incident can hang on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model import triggers as tr
from servanda.model.builtins import WAIVE
from servanda.model.node import ArticleRef, CitedAgreement, CitedArticle
from servanda.testing.world import (
    ARMED,
    ATTACK,
    ATTACKER,
    COUNCIL,
    GUARANTORS,
    MOTION,
    STATES,
    TRUCE,
    VICTIM,
)
from tests.differential.drawn.cases import Draw
from tests.differential.drawn.norms import may_be_asked_once


class Guarantees(Draw):
    """Draws cases of which it is asked who owes what in incidents that may happen.

    Nothing in them ends by itself: what a duty, an exception or a suspension lasts `until` is
    left out, for of what has ended coverage says nothing.
    """

    def guarantees(self) -> cs.Case:
        """A case without a scenario."""
        case, _ = self.case(0)
        return replace(case, motions=(MOTION,))

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.made: dict[ArticleRef, ag.Article] = {}

    def agreement(self, name: str, between: Sequence[str]) -> ag.Agreement:
        made = super().agreement(name, between)
        if self.chance(0.8):
            return made
        cited = (CitedAgreement(agreement=self.one((None, None, *self.others(name)))),)
        if self.chance(0.5):
            return replace(made, prevails_over=cited)
        return replace(made, without_prejudice_to=cited)

    def others(self, name: str) -> tuple[str, ...]:
        return tuple(pact for pact in self.pacts if pact != name)

    def own_life(self) -> list[ag.Article]:
        return []

    def consents(self, agreements: Sequence[ag.Agreement]) -> list[cs.ActEvent]:
        return [replace(event, excepting=()) for event in super().consents(agreements)]

    def article(self, number: str, lifted: Sequence[str]) -> ag.Article:
        article = self.drawn_article(number, lifted)
        self.made[ArticleRef(self.own, number)] = article
        return article

    def drawn_article(self, number: str, lifted: Sequence[str]) -> ag.Article:
        if lifted and self.chance(0.2):
            return self.on_operation(number, lifted)
        duties = [ref for ref, one in self.made.items() if isinstance(one.effect, ag.Duty)]
        if duties and self.chance(0.15):
            return self.forbidding(number, self.one(duties))
        article = super().article(number, lifted)
        effect = article.effect
        if isinstance(effect, ag.Prohibition) and isinstance(effect.content, ag.Perform):
            effect = replace(effect, content=ag.Commit(kind=ATTACK.id))
        return replace(article, effect=effect, until=None)

    def forbidding(self, number: str, ref: ArticleRef) -> ag.Article:
        """A prohibition of what a duty asks for, which may prevail over it."""
        effect = self.made[ref].effect
        assert isinstance(effect, ag.Duty)
        trigger = self.one((None, None, self.on_attack()))
        named = self.one((None, *(self.by_name(state) for state in STATES[:3]), GUARANTORS))
        if isinstance(effect.content, ag.Perform):
            thing = self.one((effect.content.object, effect.content.object, None))
            content = ag.Perform(act=effect.content.act, object=thing)
        else:
            whom = VICTIM if trigger is not None and self.chance(0.3) else named or GUARANTORS
            content = ag.Perform(act="assist", object=co.TheActor(who=whom))
        self.about_incident = self.has_incident(trigger, "must not")
        asked = tuple(c for c in self.some(0.4) if may_be_asked_once(c, of_deeds=trigger is None))
        prevails = ref.agreement == self.own and self.chance(0.8)
        return ag.Article(
            number=number,
            effect=ag.Prohibition(bearers=self.bearers(trigger, may_join=False), content=content),
            trigger=trigger,
            only_if=asked,
            notwithstanding=(CitedArticle(article=ref),) if prevails else (),
        )

    def on_operation(self, number: str, lifted: Sequence[str]) -> ag.Article:
        """A suspension, a cessation, or the power to waive."""
        about = ArticleRef(self.own, self.one(lifted))
        whom = ag.ForWhom(among=self.group()) if self.chance(0.4) else None
        if self.chance(0.3):
            subject = se.Subject(
                quantifier="any", among=self.one((VICTIM, self.listed(1), GUARANTORS))
            )
            waived = co.Done(subject=subject, act=WAIVE, object=co.TheArticle(article=about))
            trigger: Any = tr.OnIncident(kind=ATTACK.id)
            effect: Any = ag.Disapply(article=about)
            return ag.Article(number=number, effect=effect, trigger=trigger, only_if=(waived,))
        cease = self.chance(0.4)
        effect = ag.Cease(text=about, whom=whom) if cease else ag.Suspend(text=about, whom=whom)
        turn = tr.OnCircumstance(circumstance=TRUCE.id, becomes=self.one(("begins", "ends")))
        trigger = self.pick((4, self.on_attack), (2, self.on_breach), (1, lambda: turn))
        if not cease and self.chance(0.3):
            trigger = None
        self.about_incident = self.has_incident(trigger, "lift")
        return ag.Article(number=number, effect=effect, trigger=trigger, only_if=self.some(0.4))

    def plain(self) -> Any:
        if not self.about_incident or self.chance(0.7):
            return super().plain()
        return self.pick(
            (2, self.met),
            (2, self.occurred),
            (3, self.decided_among),
            (2, self.done_to_somebody),
            (1, lambda: co.Decided(body=COUNCIL, motion=MOTION.id)),
        )

    def met(self) -> Any:
        if not self.numbers:
            return self.done()
        subject = se.Subject(
            quantifier="any", among=self.one((*map(self.by_name, STATES[:2]), VICTIM))
        )
        return co.Met(subject=subject, article=ArticleRef(self.own, self.one(self.numbers)))

    def by_name(self, actor: str) -> se.Listed:
        return se.Listed(actors=(actor,))

    def occurred(self) -> co.Occurred:
        return co.Occurred(
            kind=ATTACK.id,
            definitions=self.one(((), (ARMED.id,))),
            by=self.one((None, VICTIM, se.Bearer(), self.listed(1))),
            on=self.one((None, ATTACKER, se.Bearer(), GUARANTORS)),
        )

    def done_to_somebody(self) -> co.Done:
        helped = self.one((VICTIM, se.Bearer(), self.listed(1)))
        return co.Done(
            subject=self.subject(),
            act=self.one(("assist", "consult")),
            object=co.TheActor(who=helped),
        )
