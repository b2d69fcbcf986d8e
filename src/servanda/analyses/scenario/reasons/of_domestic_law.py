"""Whether effect has been given to an article in somebody's own law, and since when (rule D18)."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.scenario.conditions.acts import object_fits
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.reasons.of_conditions import explain
from servanda.core.calendar import Moment, order_of
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article
from servanda.model.builtins import ENACT
from servanda.model.case import ActEvent
from servanda.model.conditions import Done, TheLaw
from servanda.model.node import ActorId, LawId
from servanda.model.sets import Listed, Subject


def effect_given(actor: ActorId, article: Article, known: Known) -> Reason:
    """Whether an actor has enacted the law that an article names; it needs none that names none."""
    law = article.given_effect_by
    if law is None:
        told = f"article {article.number} needs no law to have effect for {actor}"
        return Reason(Verdict.HOLDS, told, article.origin)
    who = Subject(quantifier="any", among=Listed(actors=(actor,)), origin=article.origin)
    asked = Done(subject=who, act=ENACT, object=TheLaw(law=law), origin=article.origin)
    return explain(asked, Situation(known))


def effective_since(bearers: Iterable[ActorId], law: LawId, known: Known) -> Moment | None:
    """Since when all of some actors have enacted a law; None where one has not."""
    firsts = [_enacted(bearer, law, known) for bearer in bearers]
    if not firsts or None in firsts:
        return None
    return max((first for first in firsts if first is not None), key=order_of)


def _enacted(actor: ActorId, law: LawId, known: Known) -> Moment | None:
    record = known.record
    for index in record.acts.get((ENACT, actor), ()):
        event = record.events[index]
        if index >= known.events or not isinstance(event, ActEvent):
            continue
        if object_fits(TheLaw(law=law), event, Situation(known)) is Verdict.HOLDS:
            return event.at
    return None
