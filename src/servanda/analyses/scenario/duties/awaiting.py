"""How a duty waits for everything to come together, and arises (rules C2, D2, D3, F4)."""

from __future__ import annotations

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import (
    SET_ASIDE,
    may_come_together,
    personal_requirements,
    shared_requirements,
    together,
)
from servanda.analyses.scenario.duties.candidates import joint_bearers
from servanda.analyses.scenario.duties.endings import found_since
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.hindsight import awaits_findings, goes_on, waits_for_findings
from servanda.analyses.scenario.duties.life import BEGINNINGS, Life
from servanda.analyses.scenario.duties.performance import performance
from servanda.analyses.scenario.duties.steps import Step
from servanda.analyses.scenario.facts.situation import Situation, situation_of
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import State
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Duty


def await_arising(life: Life, shared: tuple[Requirement, ...], known: Known, frame: Frame) -> None:
    """Looks whether everything comes together now: ``shared`` by all bearers, and its own."""
    situation = life.situation(known)
    found = (*shared, *personal_requirements(life.clause, situation, frame))
    life.requirements = together(life.clause, found, situation, frame)
    match all_of(r.verdict for r in life.requirements):
        case Verdict.HOLDS:
            otherwise = _as_it_arose_otherwise(life, known, frame)
            if otherwise is None:
                arise(life, known, frame)
            else:
                life.requirements = otherwise
                life.show(State.UNDETERMINED, known)
        case Verdict.UNDETERMINED:
            then = _as_it_may_have_arisen(life, known, frame)
            if then is None or _waited(life, known, frame):
                _forget_that_it_may_have_arisen(life)
                life.perhaps = known
                life.set_its_moments(known, frame)
            life.requirements = life.until_its_end(life.requirements, known)
            past = life.past_its_end(known)
            life.show(State.NOT_ARISEN if past else State.UNDETERMINED, known)
        case Verdict.FAILS:
            then = _as_it_may_have_arisen(life, known, frame)
            if then is not None and _may_have_lasted(life, then, known, frame):
                life.requirements = then
                life.show(State.UNDETERMINED, known)
                return
            if then is not None and life.perhaps is not None and not life.clause.standing:
                life.gone_by += [life.perhaps] if _in_doubt(life, life.perhaps) else []
            _forget_that_it_may_have_arisen(life)
            failing = {r.part for r in life.requirements if r.verdict is Verdict.FAILS}
            excepted = failing <= SET_ASIDE
            life.show(State.EXCEPTED if excepted else State.NOT_ARISEN, known)


def _as_it_may_have_arisen(
    life: Life, known: Known, frame: Frame
) -> tuple[Requirement, ...] | None:
    """What it took when it may have arisen, as long as that may still be so (C2, D2)."""
    if life.perhaps is None:
        return None
    fails = all_of(r.verdict for r in life.requirements) is Verdict.FAILS
    if not (fails or _perhaps_breached(life) or _told_since(life, life.perhaps, known)):
        return life.requirements
    return _as_of(life, life.perhaps, known, frame)


def _as_of(life: Life, moment: Known, known: Known, frame: Frame) -> tuple[Requirement, ...] | None:
    """What it took at a moment, if everything may have come together then."""
    then = msgspec.structs.replace(moment, version=known.version)
    seen, now = _situation_then(life, then, frame), life.situation(known)
    shared = shared_requirements(life.clause, seen, frame)
    found = (*shared, *personal_requirements(life.clause, seen, frame))
    return found if may_come_together(life.clause, found, (seen, now), frame) else None


def _as_it_arose_otherwise(
    life: Life, known: Known, frame: Frame
) -> tuple[Requirement, ...] | None:
    """What it took in a doubt in which it may have arisen, if it would not be now as it is (C8)."""
    for gone in life.gone_by:
        found = _as_of(life, gone, known, frame)
        if found is not None:
            return found  # It has ended since, and what was triggered does not arise again (D14).
    then = life.perhaps
    if then is None or not _in_doubt(life, then) or not _differs(life, then, known, frame):
        return None
    return _as_of(life, then, known, frame)


def _in_doubt(life: Life, then: Known) -> bool:
    """Whether a circumstance that it hangs on was in doubt at a moment."""
    names = life.clause.watched_circumstances
    return any(then.holds(name) is Verdict.UNDETERMINED for name in names)


def _differs(life: Life, then: Known, known: Known, frame: Frame) -> bool:
    """Whether it matters whether it arose then or arises now."""
    if life.perhaps_breach is not None:
        return True
    before, now = life.ends_if_arisen(then, frame), life.ends_if_arisen(known, frame)
    owes = isinstance(life.clause.norm, Duty)
    done = performance(life.clause, life.situation(known)) if owes else None
    met = done is not None and done.verdict is Verdict.HOLDS
    return before[1:] != now[1:] if met else before != now


def _situation_then(life: Life, then: Known, frame: Frame) -> Situation:
    """What it hung on when it may have arisen; jointly, for those who would have borne it."""
    if not life.jointly:
        return life.situation(then)
    bearers = joint_bearers(life.clause, life.occasion, then.at.date, then, frame)
    return situation_of(life.occasion, then, bearers)


def _perhaps_breached(life: Life) -> bool:
    """Whether it would have been breached, or may have, if it had arisen."""
    deeds = any(offence.verdict is not Verdict.FAILS for offence in life.offences)
    return life.perhaps_breach is not None or deeds


def _may_have_lasted(life: Life, then: tuple[Requirement, ...], known: Known, frame: Frame) -> bool:
    """Whether, if it has arisen, it would still be there, or was met or breached."""
    if life.perhaps is None:
        return False
    before = _situation_then(life, life.perhaps, frame)
    if waits_for_findings(life.clause, then, before, frame):
        return False
    if _perhaps_breached(life) or life.overdue is not None:
        return True  # It would have been breached, or met by doing nothing (D19).
    if any(r.part == "trigger" and r.verdict is Verdict.FAILS for r in life.requirements):
        return False  # The event is not, as is known now, one that the article speaks of.
    now = situation_of(life.occasion, known, before.bearers)
    if goes_on(life.clause, now, life.perhaps, frame):
        life.bearers = before.bearers
        return True
    return False


def _waited(life: Life, known: Known, frame: Frame) -> bool:
    """Whether it waited for a finding when it seemed to arise, and does so no more (F4)."""
    if life.perhaps is None or not awaits_findings(life.clause, life.requirements, frame):
        return False
    then = msgspec.structs.replace(life.perhaps, version=known.version)
    before, now = _situation_then(life, then, frame), life.situation(known)
    asked = (
        *shared_requirements(life.clause, before, frame),
        *personal_requirements(life.clause, before, frame),
    )
    waited = waits_for_findings(life.clause, asked, before, frame)
    return waited and not waits_for_findings(life.clause, life.requirements, now, frame)


def _told_since(life: Life, then: Known, known: Known) -> bool:
    """Whether anything has been found, or a breach become certain, that bears on it."""
    return life.clause.watches_breaches or found_since(life.clause, then, life.situation(known))


def _forget_that_it_may_have_arisen(life: Life) -> None:
    """It did not arise then: what may have been a breach of it was none."""
    life.perhaps = life.alarm = life.last = life.overdue = None
    life.refusals.clear()
    if life.perhaps_breach is not None:
        life.no_breaches.append(life.perhaps_breach)
        life.perhaps_breach = None


def arise(life: Life, known: Known, frame: Frame) -> None:
    """Becomes a duty, prohibition or permission."""
    if any(not o.bound for o in life.offences):
        may_have = _as_it_may_have_arisen(life, known, frame) is not None
        for offence in life.offences:
            offence.perhaps |= may_have and not offence.bound
    life.arisen, life.perhaps = known, None
    life.anew, life.came_of_it = None, False
    if life.clause.standing:
        life.doubtful.clear()
    life.refusals.clear()
    begins = BEGINNINGS[life.clause.modality]
    life.begun = Step(known.at, begins, known, life.requirements)
    life.grounds, life.lapse, life.overdue = life.begun, None, None
    life.final, life.passed, life.ended, life.suspended = False, False, None, None
    life.due = life.set_its_moments(known, frame)
    if known.day_over and life.alarm == known.at:
        life.scheduled.discard(known.at)  # It arises with its last moment, which passes anew.
    life.show(begins, known)
