"""Whether a duty is the one that an expectation speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.scenario.conditions.acts import object_name
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.observance import breaches_of
from servanda.analyses.scenario.duties.performance import performance
from servanda.analyses.scenario.duties.prohibitions import offence_stands
from servanda.analyses.scenario.facts.sets_by_date import Sets
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import DutyLife, State
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict, any_of, verdict
from servanda.model.agreement import Commit, Content, Perform, Respond
from servanda.model.builtins import ASSIST
from servanda.model.case import ActEvent, RefusalEvent
from servanda.model.conditions import TheActor
from servanda.model.expectations import Owes
from servanda.model.node import ActorId, ArticleRef, IncidentId
from servanda.model.sets import Author, Bearer, Pattern, Role, SomeActors

OWED = frozenset({State.PENDING, State.MET, State.BREACHED})
"""The states of what is owed, or was until it was met or breached."""


def concerns(
    life: Life,
    actor: ActorId,
    article: ArticleRef | None = None,
    over: IncidentId | None = None,
) -> bool:
    """Whether a duty is this actor's, under this article, about this incident."""
    incident = life.occasion.incident if life.occasion else None
    return (
        actor in life.bearers
        and article in (None, life.clause.ref)
        and (over is None or (incident is not None and incident.id == over))
    )


def is_owed(life: DutyLife) -> bool:
    """Whether it is certain that something is owed, forbidden or permitted, or was until then."""
    if life.modality == "may":
        return life.state is State.PERMITTED
    if life.modality == "must not":
        bound = life.state is State.UNDETERMINED and life.arisen is not None
        return bound or life.state in {State.BINDING, State.BREACHED}
    return life.state in OWED


def is_due(life: DutyLife, by: Moment | None) -> bool:
    """Whether a duty is due at a moment: at that minute, or at any of the day named (T1)."""
    if by is None:
        return True
    due = life.due
    return due is not None and due.date == by.date and by.minute in (None, due.minute)


def state_over(life: Life, over: IncidentId) -> State | None:
    """Where a duty stands as far as an incident goes that did not trigger it.

    Returns:
        Breached or undetermined where a deed over the incident went, or may have gone,
        against a prohibition; where the duty stands, if an act over the incident met it or
        its refusal breached it; None if nothing done over the incident bears on it.
    """
    stands = {
        offence_stands(life, offence)
        for offence in life.offences
        if offence.deed.incident is not None and offence.deed.incident.id == over
    }
    if Verdict.HOLDS in stands:
        return State.BREACHED
    if Verdict.UNDETERMINED in stands:
        return State.UNDETERMINED
    event = life.grounds.event if life.grounds else None
    done = isinstance(event, ActEvent | RefusalEvent) and event.over == over
    return life.shown if done else None


def may_be_in_breach(standing: Standing, over: IncidentId | None) -> Verdict:
    """Whether a duty is breached, or may be, as far as a claim goes."""
    if standing.state is not State.UNDETERMINED:
        return verdict(standing.state is State.BREACHED)
    life = standing.life
    if over is not None and life.offences:
        return Verdict.UNDETERMINED
    return any_of(found for _, found in breaches_of(life))


def may_be_met(standing: Standing, known: Known) -> Verdict:
    """Whether a duty is met, or may be; it may where an act has been done that would meet it."""
    life = standing.life
    if standing.state is not State.UNDETERMINED:
        return verdict(standing.state is State.MET)
    if life.settled is State.MET:
        return Verdict.UNDETERMINED
    breach = life.perhaps_breach or life.breach
    in_time = known if breach is None else replace(known, events=breach.index)
    done = performance(life.clause, life.situation(in_time))
    return Verdict.FAILS if done is None else Verdict.UNDETERMINED


class Standing(NamedTuple):
    """A duty, as it is told of, and where it stands as far as a claim goes."""

    life: Life
    told: DutyLife
    state: State


def latest(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Of what arose several times from one trigger, only what arose last (rule E1)."""
    last: dict[object, Standing] = {}
    for standing in standings:
        earlier = last.get(standing.life.matter)
        if earlier is None or _arose_no_later(earlier.told, standing.told):
            last[standing.life.matter] = standing
    return tuple(last.values())


def _arose_no_later(one: DutyLife, other: DutyLife) -> bool:
    if one.arisen is None or other.arisen is None:
        return one.arisen is None
    return one.arisen.start <= other.arisen.start


def one_is_enough(wanted: State, lives: Iterable[DutyLife]) -> bool:
    """Whether a claim is so if it is so of one duty: `over` could not say which (rule E1)."""
    return wanted in {State.BREACHED, State.PENDING} and all(x.incident is None for x in lives)


def is_meant(life: DutyLife, claim: Owes, actor: ActorId, sets: Sets, day: dt.date) -> bool:
    """Whether a duty of an actor is of the content that a claim names."""
    if life.modality != claim.modality:
        return False
    asked, owed = claim.content, life.content
    match asked:
        case Respond() if isinstance(owed, Perform):
            return owed.act == ASSIST and _names_all(asked.beneficiary, life, sets, day)
        case Respond():
            return isinstance(owed, Respond) and (
                _names_all(asked.beneficiary, life, sets, day) and _same_levels(claim, asked, owed)
            )
        case Perform():
            return isinstance(owed, Perform | Respond) and _same_act(asked, owed, life, sets, day)
        case Commit():
            return isinstance(owed, Commit) and _covers(asked, owed, actor, sets, day)


def _same_levels(claim: Owes, asked: Respond, owed: Respond) -> bool:
    floor = not claim.stated_floor or asked.floor == owed.floor
    ceiling = not claim.stated_ceiling or asked.ceiling == owed.ceiling
    return floor and ceiling and (owed.discretion or not asked.discretion)


def _same_act(asked: Perform, owed: Content, life: DutyLife, sets: Sets, day: dt.date) -> bool:
    act = ASSIST if isinstance(owed, Respond) else getattr(owed, "act", None)
    if act != asked.act:
        return False
    if asked.object is None:
        return True
    if isinstance(asked.object, TheActor):
        return _names_all(asked.object.who, life, sets, day)
    return isinstance(owed, Perform) and object_name(asked.object) == object_name(owed.object)


def _names_all(who: SomeActors, life: DutyLife, sets: Sets, day: dt.date) -> bool:
    """Whether the duty is owed to everybody whom the claim names."""
    if isinstance(who, Role | Bearer | Author):
        return True
    return set(sets.members(who, day).sure) <= set(life.towards)


def _covers(asked: Commit, owed: Commit, actor: ActorId, sets: Sets, day: dt.date) -> bool:
    """Whether a prohibition protects everybody whom the claim names."""
    if asked.kind != owed.kind:
        return False
    protected = {a for target in owed.targets for a in _targets(target, actor, sets, day)}
    named = {a for target in asked.targets for a in _targets(target, actor, sets, day)}
    return not owed.targets or named <= protected


def _targets(target: Pattern, actor: ActorId, sets: Sets, day: dt.date) -> frozenset[ActorId]:
    """Whom a prohibition of an actor speaks of: `another party` is not the actor itself."""
    everybody = frozenset(sets.members(target.among, day).all)
    return everybody - {actor} if target.other else everybody
