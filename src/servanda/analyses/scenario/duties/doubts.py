"""What was in doubt of a rule that has arisen, and stays so though the doubt has passed (C2, C8).

Whether it went on, and whether what had lapsed for a time bound anew, is asked again as of then
with what is found now: a finding settles it, that a circumstance begins or ends later does not.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import personal_requirements, shared_requirements
from servanda.analyses.scenario.duties.awaiting import arise
from servanda.analyses.scenario.duties.deadlines import has_ended
from servanda.analyses.scenario.duties.endings import continuing
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.life import FOR_A_TIME, Life
from servanda.analyses.scenario.duties.performance import performance
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Duty

Requirements = tuple[Requirement, ...]


def uncertain_end(life: Life, parts: Requirements, known: Known, frame: Frame) -> Requirements:
    """What makes it uncertain whether it goes on: now, or since it was in doubt before."""
    found = all_of(part.verdict for part in parts)
    if found is Verdict.UNDETERMINED:
        if not life.doubtful or life.doubtful[-1].step < known.step:
            life.doubtful.append(known)
        return _open(parts)
    if found is Verdict.HOLDS and life.doubtful:
        _leave_behind(life, known, frame)
    return may_have_ended(life, known, frame)


def may_have_ended(
    life: Life, known: Known, frame: Frame, before: Known | None = None
) -> Requirements:
    """What leaves open, as is found now, whether it had gone on at some time before a moment."""
    for then in life.doubtful:
        if before is not None and then.step >= before.step:
            break
        doubts = _in_doubt_then(life, then, known, frame)
        if doubts:
            return doubts
    return ()


def ended_for_a_time(life: Life, doubts: Sequence[Requirement], known: Known, frame: Frame) -> bool:
    """Whether a standing rule binds now, and at most lapsed for a time by what was in doubt."""
    before = (p for then in life.doubtful for p in _in_doubt_then(life, then, known, frame))
    for_a_time = all(doubt.part in FOR_A_TIME for doubt in (*doubts, *before))
    return for_a_time and _binds_now(life, known, frame)


def _binds_now(life: Life, known: Known, frame: Frame) -> bool:
    """Whether it is a standing rule that would bind now for certain if it had lapsed for a time."""
    if not life.clause.standing:
        return False
    return all_of(part.verdict for part in _needed_anew(life, known, frame)) is Verdict.HOLDS


def _in_doubt_then(life: Life, then: Known, known: Known, frame: Frame) -> Requirements:
    seen = then.as_found_by(known)
    return _open(tuple(continuing(life.clause, life.situation(seen), life.arisen or seen, frame)))


def _leave_behind(life: Life, known: Known, frame: Frame) -> None:
    """Forgets doubts in which a standing rule at most lapsed for a time, as it binds anyway now.

    Only what would be due, or end, at another time if it had bound anew is not the same (D13).
    """
    if not _binds_now(life, known, frame):
        return
    ends = (life.due, life.last)
    life.doubtful = [
        then
        for then in life.doubtful
        if {life.ends_if_arisen(then, frame), life.ends_if_arisen(known, frame)} != {ends}
        or any(p.part not in FOR_A_TIME for p in _in_doubt_then(life, then, known, frame))
    ]


# Whether a standing rule that has lapsed for a time binds anew (D14, S6).


def bind_anew(life: Life, known: Known, frame: Frame) -> Requirements:
    """Has a standing rule arise again where all holds again; what makes it uncertain whether it does."""
    needed = _needed_anew(life, known, frame)
    found = all_of(part.verdict for part in needed)
    if found is Verdict.UNDETERMINED:
        if life.anew is None:
            life.refusals.clear()
            life.anew = known
        return _open(needed)
    if life.anew is not None:
        then = _open(_needed_anew(life, life.anew.as_found_by(known), frame))
        life.came_of_it = bool(then) and _may_have_come_of_it(life, life.anew, found, known, frame)
        if life.came_of_it:
            return then
        life.anew = None
        life.refusals.clear()
    if found is Verdict.HOLDS:
        if not life.lapsed_for_a_while:
            life.requirements = needed
        arise(life, known, frame)
    return ()


def _needed_anew(life: Life, known: Known, frame: Frame) -> Requirements:
    clause, situation = life.clause, life.situation(known)
    if clause.in_spells:
        return (
            *shared_requirements(clause, situation, frame),
            *personal_requirements(clause, situation, frame),
            *continuing(clause, situation, known, frame),
        )
    shared = shared_requirements(clause, msgspec.structs.replace(situation, bearers=()), frame)
    return (*shared, *personal_requirements(clause, situation, frame))


def _may_have_come_of_it(
    life: Life, then: Known, found: Verdict, known: Known, frame: Frame
) -> bool:
    """Whether the answer hangs on whether a duty bound anew in a doubt that has passed."""
    if life.came_of_it or not isinstance(life.clause.norm, Duty):
        return life.came_of_it
    if life.refusals:
        return True
    due, _ = life.ends_if_arisen(then, frame)
    if found is Verdict.HOLDS:
        return due != life.ends_if_arisen(known, frame)[0]
    return has_ended(due, known.at) or performance(life.clause, life.situation(known)) is not None


def _open(parts: Requirements) -> Requirements:
    """What makes it undetermined, where it is."""
    if all_of(part.verdict for part in parts) is not Verdict.UNDETERMINED:
        return ()
    return tuple(part for part in parts if part.verdict is Verdict.UNDETERMINED)
