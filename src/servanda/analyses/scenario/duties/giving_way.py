"""What gives way to a prohibition that prevails, and for whom it prevails (rules P3, P5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.scenario.conditions.acts import object_name
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.performance import silence_is_enough, towards
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import Situation, situation_of
from servanda.core.verdict import Verdict, all_of, any_of, verdict
from servanda.model.agreement import Commit, Perform
from servanda.model.node import ActorId
from servanda.model.priorities import Priority
from servanda.model.sets import Pattern


def giving_way(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Requirement]:
    """That none of the prohibitions that prevail over a duty or permission forbids it to the bearer."""
    if clause.modality == "must not":
        return
    for priority in clause.outranked_by:
        found = _forbidden(priority, clause, situation, frame)
        yield Requirement("priority", ~found, priority.prevailing, situation)


def _forbidden(priority: Priority, clause: Clause, situation: Situation, frame: Frame) -> Verdict:
    """Whether it is forbidden to every bearer: of several, one who is free can perform for all."""
    if not situation.bearers:
        return Verdict.FAILS
    bindings = frame.bindings.get(priority.prevailing, ())
    return all_of(
        any_of(
            forbids(binding, priority, clause, situation, frame)
            for binding in bindings
            if bearer in binding.bearers
        )
        for bearer in situation.bearers
    )


def forbids(
    binding: Binding, priority: Priority, clause: Clause, situation: Situation, frame: Frame
) -> Verdict:
    """Whether a prohibition binds now, is about the same, and prevails for all who are concerned."""
    known = situation.known
    bound = binding.as_of(known)
    if bound is Verdict.FAILS or not clause.yields_to(binding.text):
        return Verdict.FAILS
    barred = situation_of(binding.occasion, known, binding.bearers)
    prevailing = frame.versions.that_says(priority.prevailing, binding.text)
    same = same_deed(clause, situation, prevailing, barred)
    owed = towards(clause, situation)
    return all_of((bound, same, prevails_for(priority, owed, situation.bearers, known.day, frame)))


def same_deed(
    asking: Clause, situation: Situation, forbidding: Clause, barred: Situation
) -> Verdict:
    """Whether one cannot do what a clause asks, or permits, without what another one forbids."""
    asked, forbidden = asking.content, forbidding.content
    if isinstance(asked, Commit) and isinstance(forbidden, Commit):
        return _same_targets(asked, situation, forbidden, barred)
    if asking.act is None or asking.act != forbidding.act or silence_is_enough(asking):
        return Verdict.FAILS
    if isinstance(forbidden, Perform) and forbidden.object is None:
        return Verdict.HOLDS
    owed, spared = towards(asking, situation), towards(forbidding, barred)
    if owed is None or spared is None:
        return Verdict.UNDETERMINED
    if owed or spared:
        return verdict(bool(owed) and set(owed) <= set(spared))
    if isinstance(asked, Perform) and isinstance(forbidden, Perform):
        return verdict(object_name(asked.object) == object_name(forbidden.object))
    return Verdict.FAILS


def _same_targets(
    asked: Commit, situation: Situation, forbidden: Commit, barred: Situation
) -> Verdict:
    if asked.kind != forbidden.kind:
        return Verdict.FAILS
    if not forbidden.targets:
        return Verdict.HOLDS
    if not asked.targets:
        return Verdict.FAILS
    some = [_targets(target, situation) for target in asked.targets]
    spared = [_targets(target, barred) for target in forbidden.targets]
    meant = {actor for crowd in some for actor in crowd.all}
    if meant <= {actor for crowd in spared for actor in crowd.sure}:
        return Verdict.HOLDS
    perhaps = meant <= {actor for crowd in spared for actor in crowd.all}
    return Verdict.UNDETERMINED if perhaps else Verdict.FAILS


def _targets(target: Pattern, situation: Situation) -> Crowd:
    crowd = situation.known.record.sets.members(target.among, situation.known.day)
    if not target.other:
        return crowd
    sure, perhaps = (
        tuple(actor for actor in some if actor not in situation.bearers)
        for some in (crowd.sure, crowd.perhaps)
    )
    return Crowd(sure, perhaps)


def prevails_for(
    priority: Priority,
    concerned: tuple[ActorId, ...] | None,
    bearers: tuple[ActorId, ...],
    day: dt.date,
    frame: Frame,
) -> Verdict:
    """Whether an agreement that says that it prevails does so for those who are concerned (P5).

    Args:
        priority: What prevails over what.
        concerned: To whom what gives way is owed; empty for nobody in particular, which is all
            parties to its agreement; None where that is not known.
        bearers: Who owes it.
        day: The day in question.
        frame: The run.
    """
    prevailing, yielding = priority.prevailing.agreement, priority.yielding.agreement
    if priority.said_by == yielding:
        return Verdict.HOLDS
    if concerned is None:
        return Verdict.UNDETERMINED
    bonds = frame.bonds
    if concerned:
        return all_of(bonds.is_party(actor, prevailing, day) for actor in concerned)
    return all_of(
        any_of((bonds.is_party(actor, prevailing, day), ~bonds.is_party(actor, yielding, day)))
        for actor in bonds.parties(yielding, day).all
        if actor not in bearers
    )
