"""Whether a duty is the one that an expectation speaks of."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.scenario.conditions import object_name
from servanda.analyses.scenario.outcome import DutyLife, State
from servanda.analyses.scenario.sets_by_date import Sets
from servanda.model.agreement import Commit, Content, Perform, Respond
from servanda.model.case import Owes
from servanda.model.conditions import TheActor
from servanda.model.node import ActorId, ArticleRef, IncidentId
from servanda.model.sets import Author, Bearer, Role, SomeActors

OWED = frozenset({State.PENDING, State.MET, State.BREACHED})
"""The states of what is owed, or was until it was met or breached."""


def concerns(
    life: DutyLife,
    actor: ActorId,
    article: ArticleRef | None = None,
    over: IncidentId | None = None,
) -> bool:
    """Whether a duty is this actor's, under this article, about this incident."""
    return (
        actor in life.bearers and article in (None, life.article) and over in (None, life.incident)
    )


def is_meant(life: DutyLife, claim: Owes, sets: Sets, day: dt.date) -> bool:
    """Whether a duty is of the content that a claim names."""
    if (life.modality == "must not") != claim.forbidden or life.modality == "may":
        return False
    asked, owed = claim.content, life.content
    match asked:
        case Respond():
            return isinstance(owed, Respond) and (
                _names_all(asked.beneficiary, life, sets, day) and _same_levels(claim, asked, owed)
            )
        case Perform():
            return isinstance(owed, Perform | Respond) and _same_act(asked, owed, life, sets, day)
        case Commit():
            return isinstance(owed, Commit) and _covers(asked, owed, sets, day)


def _same_levels(claim: Owes, asked: Respond, owed: Respond) -> bool:
    floor = not claim.stated_floor or asked.floor == owed.floor
    ceiling = not claim.stated_ceiling or asked.ceiling == owed.ceiling
    return floor and ceiling and (owed.discretion or not asked.discretion)


def _same_act(asked: Perform, owed: Content, life: DutyLife, sets: Sets, day: dt.date) -> bool:
    act = "assist" if isinstance(owed, Respond) else getattr(owed, "act", None)
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


def _covers(asked: Commit, owed: Commit, sets: Sets, day: dt.date) -> bool:
    """Whether a prohibition protects everybody whom the claim names."""
    if asked.kind != owed.kind:
        return False
    protected = {a for t in owed.targets for a in sets.members(t.among, day).all}
    named = {a for t in asked.targets for a in sets.members(t.among, day).all}
    return not owed.targets or named <= protected
