"""How an article on the operation of others takes effect and ends (rules S2, S5 to S7).

It is followed like a permission: it waits for everything to come together, goes on, and may end.
"""

from __future__ import annotations

import msgspec

from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import (
    personal_requirements,
    shared_requirements,
    together,
)
from servanda.analyses.scenario.duties.awaiting import arise
from servanda.analyses.scenario.duties.deadlines import not_ended
from servanda.analyses.scenario.duties.endings import continuing
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.observance import follow
from servanda.analyses.scenario.duties.suspensions import Change, Effect
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import State
from servanda.core.verdict import Verdict, all_of

_IN_EFFECT = {State.PERMITTED: Verdict.HOLDS, State.UNDETERMINED: Verdict.UNDETERMINED}


def follow_suspending(life: Life, known: Known, frame: Frame) -> None:
    """Looks whether what suspends, revives or ends still does."""
    if life.arisen is None:
        _see_whether_over(life, known)
        return
    if life.effect is not None:
        life.effect.over = None
    if not life.clause.lasts_while:
        follow(life, known, frame)
        return
    parts = _asked(life, known, frame)
    doubts: tuple[Requirement, ...] = ()
    match all_of(part.verdict for part in parts):
        case Verdict.HOLDS if life.lapse is not None:
            life.requirements = parts
            arise(life, known, frame)
        case Verdict.FAILS if life.lapse is None:
            life.end(known, tuple(part for part in parts if part.verdict is Verdict.FAILS))
            life.stand_by_its_end()
        case Verdict.UNDETERMINED:
            doubts = tuple(part for part in parts if part.verdict is Verdict.UNDETERMINED)
        case _:
            pass
    life.report(known, doubts)


def _see_whether_over(life: Life, known: Known) -> None:
    """Keeps that its end has come, where it is in doubt whether it has begun."""
    until = life.clause.article.until
    if life.effect is None or until is None:
        return
    if assess(until, life.situation(known)) is not Verdict.HOLDS:
        life.effect.over = None
    elif life.effect.over is None:
        life.effect.over = known.step


def _asked(life: Life, known: Known, frame: Frame) -> tuple[Requirement, ...]:
    """What a suspension without a trigger needs for as long as it is to last."""
    clause, situation = life.clause, life.situation(known)
    shared = shared_requirements(clause, msgspec.structs.replace(situation, bearers=()), frame)
    parts = [*shared, *personal_requirements(clause, situation, frame)]
    until = clause.article.until
    if until is not None:
        parts.append(Requirement("until", ~assess(until, situation), until, situation))
    if life.lapse is None:
        parts.extend(not_ended(clause, situation, frame, life.arisen))
    return together(clause, tuple(parts), situation, frame)


def effect_of(life: Life, known: Known) -> Change:
    """Whether it is in effect now, and on what grounds."""
    verdict = _IN_EFFECT.get(life.shown, Verdict.FAILS)
    grounds = life.requirements
    if life.doubts:
        grounds = life.doubts
    elif life.lapse is not None:
        grounds = life.lapse.requirements
    return Change(known, verdict, grounds)


def note_effect(life: Life, effect: Effect, known: Known, frame: Frame) -> bool:
    """Keeps whether it is in effect, and which doubts of it have been settled; whether that is new."""
    new = effect.note(effect_of(life, known))
    doubts = (change for change in effect.changes if change.verdict is Verdict.UNDETERMINED)
    lasting = frozenset(c.step for c in doubts if _is_open_still(life, c, known, frame))
    new |= lasting != effect.lasting
    effect.lasting = lasting
    return new


def _is_open_still(life: Life, doubt: Change, known: Known, frame: Frame) -> bool:
    """Whether by what is found now it is open whether it was in effect when it was in doubt (S8)."""
    then = doubt.known.as_found_by(known)
    clause, situation = life.clause, life.situation(then)
    if clause.lasts_while:
        parts = _asked(life, then, frame)
    elif life.arisen is not None and life.arisen.step <= then.step:
        parts = tuple(continuing(clause, situation, life.arisen, frame))
    else:
        shared = shared_requirements(clause, msgspec.structs.replace(situation, bearers=()), frame)
        parts = (*shared, *personal_requirements(clause, situation, frame))
        parts = together(clause, parts, situation, frame)
    return all_of(part.verdict for part in parts) is Verdict.UNDETERMINED
