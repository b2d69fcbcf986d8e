"""Which acts perform a duty or refuse it, and whether silence does (rules D5, D6, D8, D17, D19)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import msgspec

from servanda.analyses.scenario.conditions.acts import actors_done_to, object_fits, reaches
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.facts.situation import Situation
from servanda.core.verdict import Verdict, all_of, verdict
from servanda.model.agreement import Commit, Content, Duty, Perform, Respond
from servanda.model.builtins import NOTHING
from servanda.model.case import ActEvent, RefusalEvent
from servanda.model.conditions import All, TheActor
from servanda.model.node import ActorId
from servanda.model.sets import Listed, Role, SomeActors


class Performance(msgspec.Struct, frozen=True):
    """An act that performs a duty, or may.

    Attributes:
        index: Its position in the course of events.
    """

    verdict: Verdict
    index: int
    event: ActEvent


def towards(clause: Clause, situation: Situation) -> tuple[ActorId, ...] | None:
    """To whom a duty is owed; nobody in particular, or None where that is not known."""
    who = _owed_to(clause.content)
    if who is None:
        return ()
    crowd = situation.actors(who)
    if crowd is None:
        return None
    if isinstance(who, Role | Listed):
        return crowd.all
    return tuple(actor for actor in crowd.all if actor not in situation.bearers)


def _owed_to(content: Content | None) -> SomeActors | None:
    match content:
        case Respond():
            return content.beneficiary
        case Perform():
            return content.object.who if isinstance(content.object, TheActor) else None
        case Commit() | None:
            return None
        case _:
            assert_never(content)


def silence_is_enough(clause: Clause) -> bool:
    """Whether doing nothing discharges a duty: assistance at the lowest level, ``refrain`` (D19)."""
    content = clause.content
    if not isinstance(clause.norm, Duty) or not isinstance(content, Respond):
        return False
    return content.floor == NOTHING and clause.text.rank(content.floor, content.ladder) == 0


def performance(clause: Clause, situation: Situation) -> Performance | None:
    """The first act that performs the duty by now; failing that, one that may (D5)."""
    perhaps = None
    for found in _performances(clause, situation):
        if found.verdict is Verdict.HOLDS:
            return found
        perhaps = perhaps or found
    return perhaps


def _performances(clause: Clause, situation: Situation) -> Iterator[Performance]:
    """The acts of the bearers, in order, that perform the duty or may."""
    known, act = situation.known, clause.act
    if act is None:
        return
    record, occasion = known.record, situation.occasion
    start = occasion.index if occasion else 0
    positions = {i for bearer in situation.bearers for i in record.acts.get((act, bearer), ())}
    for index in sorted(i for i in positions if start <= i < known.events):
        event = record.events[index]
        if isinstance(event, ActEvent):
            found = performs_when_done(clause, index, event, situation)
            if found is not Verdict.FAILS:
                yield Performance(found, index, event)


def performs_when_done(
    clause: Clause, index: int, event: ActEvent, situation: Situation
) -> Verdict:
    """Whether an act performs a duty, what must be so when it is done included (D17)."""
    found = performs(clause, event, situation)
    asked = clause.article.performed_if
    if found is Verdict.FAILS or not asked:
        return found
    return all_of((found, assess(All(parts=asked), as_of_act(index, event, situation))))


def as_of_act(index: int, event: ActEvent, situation: Situation) -> Situation:
    """What had happened when an act was done, as it is found to have been by now."""
    known = msgspec.structs.replace(situation.known, at=event.at, events=index + 1)
    return msgspec.structs.replace(situation, known=known)


def performs(clause: Clause, event: ActEvent, situation: Situation) -> Verdict:
    """Whether an act is of the kind asked, towards the right one, on the right incident."""
    if not same_incident(event.over, situation):
        return Verdict.FAILS
    match clause.content:
        case Respond():
            given = _goes_to(event, towards(clause, situation), situation)
            floor, ladder = clause.content.floor, clause.content.ladder
            return all_of((given, reaches(event.level, floor, situation, ladder)))
        case Perform():
            return object_fits(clause.content.object, event, situation)
        case Commit() | None:
            return Verdict.FAILS
        case _:
            assert_never(clause.content)


def _goes_to(event: ActEvent, owed: tuple[ActorId, ...] | None, situation: Situation) -> Verdict:
    """Whether an act is done to one of those to whom it is owed, where they are known."""
    done_to = actors_done_to(event, situation)
    if owed is None:
        return Verdict.UNDETERMINED if done_to else Verdict.FAILS
    return verdict(any(actor in owed for actor in done_to))


def same_incident(over: str | None, situation: Situation) -> bool:
    """Whether an act that may name an incident concerns the triggering one."""
    incident = situation.incident
    return over is None or incident is None or over == incident.id


def refuses(clause: Clause, event: RefusalEvent, situation: Situation) -> Verdict:
    """Whether a refusal is of what the duty asks (D8); one without an object is of any."""
    if event.act != clause.act or not same_incident(event.over, situation):
        return Verdict.FAILS
    if event.object is None:
        return Verdict.HOLDS
    act = ActEvent(at=event.at, authors=event.authors, act=event.act, object=event.object)
    match clause.content:
        case Respond():
            return _goes_to(act, towards(clause, situation), situation)
        case Perform():
            return object_fits(clause.content.object, act, situation)
        case Commit() | None:
            return Verdict.FAILS
        case _:
            assert_never(clause.content)
