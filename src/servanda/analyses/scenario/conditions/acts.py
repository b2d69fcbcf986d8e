"""Which acts count for what is asked, and what they are done to (rules C7, D5).

An act counts by its kind, its object, its level, the incident it is over and for whom it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import msgspec

from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.verdict import Verdict, all_of, any_of, verdict
from servanda.model.builtins import counts_for_good
from servanda.model.case import ActEvent
from servanda.model.conditions import (
    Done,
    Object,
    TheAct,
    TheActor,
    TheAgreement,
    TheArticle,
    TheLaw,
)
from servanda.model.node import ActId, ActorId, AgreementId, LadderId, Level
from servanda.model.sets import Author, Bearer, Role


class Counted(msgspec.Struct, frozen=True):
    """An act that counts for a condition on acts done, or may.

    Attributes:
        index: Its position in the course of events.
    """

    verdict: Verdict
    index: int
    event: ActEvent


def acts_counted(done: Done, situation: Situation) -> Iterator[Counted]:
    """The acts by now, in order, that are such as the condition asks for, or may be."""
    known = situation.known
    for index in known.record.acts_of.get(done.act, ()):
        event = known.record.events[index]
        if index >= known.events:
            break
        if not isinstance(event, ActEvent) or not _counts(event, index, situation):
            continue
        fits = all_of((object_fits(done.object, event, situation), _is_for(event, situation)))
        if fits is not Verdict.FAILS:
            found = all_of((fits, reaches(event.level, done.at_least, situation)))
            if found is not Verdict.FAILS:
                yield Counted(found, index, event)


def who_has_done(done: Done, situation: Situation) -> dict[ActorId, Verdict]:
    """Those who have done the act by now, or may have."""
    authors, doers = situation.known.record.authors, dict[ActorId, Verdict]()
    for act in acts_counted(done, situation):
        for author in authors[act.index]:
            doers[author] = any_of((act.verdict, doers.get(author, Verdict.FAILS)))
    return doers


def _is_for(event: ActEvent, situation: Situation) -> Verdict:
    """Whether an act that names for whom it is, as a waiver can, is for the bearer."""
    if event.whom is None:
        return Verdict.HOLDS
    sets, whom, day = situation.known.record.sets, event.whom, event.at.date
    return all_of(sets.membership(bearer, whom, day) for bearer in situation.bearers)


def _counts(event: ActEvent, index: int, situation: Situation) -> bool:
    """Whether an act can count for the triggering event (C7)."""
    occasion = situation.occasion
    if occasion is None or is_lifelong(event.act, situation):
        return True
    if event.over is not None:
        return situation.incident is None or event.over == situation.incident.id
    return situation.of_deed or index >= occasion.index


def is_lifelong(act: ActId, situation: Situation) -> bool:
    """Whether an act belongs to an agreement's own life or to domestic law."""
    return counts_for_good(act, situation.known.record.text.acts.get(act))


def object_fits(wanted: Object | None, event: ActEvent, situation: Situation) -> Verdict:
    """Whether an act has the object asked for: one of the actors meant, the law, the act ..."""
    if wanted is None:
        return Verdict.HOLDS
    if isinstance(wanted, TheAgreement):
        text = situation.known.record.text
        return verdict(agreement_meant(event.object, text) == wanted.agreement)
    if not isinstance(wanted, TheActor):
        return verdict(same_object(wanted, event.object))
    if not isinstance(event.object, TheActor):
        return Verdict.FAILS
    meant = situation.actors(wanted.who)
    if meant is None:
        return Verdict.UNDETERMINED
    done_to = actors_done_to(event, situation)
    return any_of(meant.membership(actor) for actor in done_to)


def actors_done_to(event: ActEvent, situation: Situation) -> tuple[ActorId, ...]:
    """The actors that an act is done to, as on the day of the act."""
    if not isinstance(event.object, TheActor):
        return ()
    who = event.object.who
    if isinstance(who, Role | Bearer | Author):
        crowd = situation.actors(who)
        return crowd.sure if crowd else ()
    return situation.known.record.sets.members(who, event.at.date).sure


def same_object(one: Object | None, other: Object | None) -> bool:
    """Whether two acts have the same law, act, agreement or article as their object."""
    return object_name(one) == object_name(other)


def object_name(target: Object | None) -> tuple[str, ...]:
    """What an object names, wherever it is written; nothing for an actor."""
    match target:
        case TheLaw():
            return "law", target.law
        case TheAct():
            return "act", target.act
        case TheAgreement():
            return "agreement", target.agreement
        case TheArticle():
            return "article", target.article.agreement, target.article.article
        case TheActor() | None:
            return ()
        case _:
            assert_never(target)


def agreement_meant(target: Object | None, text: TextAsRead) -> AgreementId | None:
    """The agreement that an act concerns; the only one of the case where none is named."""
    if isinstance(target, TheAgreement):
        return target.agreement
    agreements = text.case.agreements
    return agreements[0].id if target is None and len(agreements) == 1 else None


def reaches(
    level: Level | None,
    floor: Level | None,
    situation: Situation,
    ladder: LadderId | None = None,
) -> Verdict:
    """Whether assistance at a level is at the floor or above; unknown where none is stated."""
    if floor is None:
        return Verdict.HOLDS
    text = situation.known.record.text
    least = text.rank(floor, ladder)
    if least == 0:
        return Verdict.HOLDS
    if level is None:
        return Verdict.UNDETERMINED
    given = text.rank(level, ladder)
    return verdict(given is not None and least is not None and given >= least)
