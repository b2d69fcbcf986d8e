"""Which deeds are done under a duty or a permission that prevails over a prohibition (rule P4)."""

from __future__ import annotations

import msgspec

from servanda.analyses.scenario.conditions.acts import actors_done_to
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deeds import deed_condition
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.giving_way import prevails_for
from servanda.analyses.scenario.duties.performance import performs
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.core.verdict import Verdict, all_of, any_of
from servanda.model.agreement import Commit, Perform
from servanda.model.case import ActEvent
from servanda.model.conditions import TheActor
from servanda.model.node import ActorId
from servanda.model.priorities import Priority


def excused(clause: Clause, situation: Situation, deed: Occasion, frame: Frame) -> Verdict:
    """Whether a deed that goes against a prohibition is asked for or permitted by what prevails."""
    return any_of(
        _covers(binding, priority, clause, situation, deed, frame)
        for priority in clause.outranked_by
        for binding in frame.bindings.get(priority.prevailing, ())
        if not set(binding.bearers).isdisjoint(situation.bearers)
    )


def _covers(
    binding: Binding,
    priority: Priority,
    clause: Clause,
    situation: Situation,
    deed: Occasion,
    frame: Frame,
) -> Verdict:
    known = situation.known
    bound = binding.before(deed.index, known.version)
    if bound is Verdict.FAILS or not clause.yields_to(binding.text):
        return Verdict.FAILS
    then = msgspec.structs.replace(known, at=deed.at, events=deed.index + 1)
    prevailing = frame.versions.that_says(priority.prevailing, binding.text)
    own = situation_of(binding.occasion, then, binding.bearers)
    seen = situation_of(deed, then, situation.bearers)
    concerned = _concerned(clause, deed, seen)
    return all_of(
        (
            bound,
            _is_of_it(prevailing, deed, own, seen),
            prevails_for(priority, concerned, situation.bearers, deed.at.date, frame),
        )
    )


def _is_of_it(prevailing: Clause, deed: Occasion, own: Situation, seen: Situation) -> Verdict:
    """Whether a deed is what a duty asks for, or a permission permits."""
    if isinstance(prevailing.content, Commit):
        if deed.incident is None or deed.sort != "incident":
            return Verdict.FAILS
        return assess(deed_condition(prevailing, deed.incident), seen)
    if not isinstance(deed.event, ActEvent):
        return Verdict.FAILS
    return performs(prevailing, deed.event, own)


def _concerned(clause: Clause, deed: Occasion, seen: Situation) -> tuple[ActorId, ...] | None:
    """To whom it was owed not to do the deed; nobody in particular, or None if that is not known."""
    content = clause.content
    if isinstance(content, Commit) and content.targets and deed.incident is not None:
        patient = clause.text.kinds[content.kind].role("on")
        holder = seen.value(patient.id) if patient is not None else None
        return None if holder is None else (ActorId(holder),)
    if isinstance(content, Perform) and isinstance(content.object, TheActor):
        return tuple(actors_done_to(deed.event, seen)) if isinstance(deed.event, ActEvent) else ()
    return ()
