"""What becomes of a duty that has arisen: met, breached, lapsed, in doubt (D3, D5 to D10, D14, D19).

Of prohibitions `prohibitions` tells the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import was_operating
from servanda.analyses.scenario.duties.awaiting import arise
from servanda.analyses.scenario.duties.deadlines import has_ended, last_moment
from servanda.analyses.scenario.duties.doubts import (
    bind_anew,
    ended_for_a_time,
    may_have_ended,
    uncertain_end,
)
from servanda.analyses.scenario.duties.endings import continuing, perhaps_suspended, suspending
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.heard import Refusal
from servanda.analyses.scenario.duties.life import OPEN, Life
from servanda.analyses.scenario.duties.performance import (
    Performance,
    performance,
    refuses,
    silence_is_enough,
)
from servanda.analyses.scenario.duties.prohibitions import (
    follow_prohibition,
    hear_deeds,
    offence_stands,
    weigh,
)
from servanda.analyses.scenario.facts.silences import Happened
from servanda.analyses.scenario.facts.situation import Occasion, Situation
from servanda.analyses.scenario.facts.world import Breach, Known, Performed
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment, order_of
from servanda.core.verdict import Verdict, all_of, any_of
from servanda.model.agreement import Duty
from servanda.model.case import ActEvent, RefusalEvent

# What it hears of.


def hear(
    life: Life, event: Happened, deeds: tuple[Occasion, ...], known: Known, frame: Frame
) -> None:
    """Takes note of a refusal, or of a deed that goes against a prohibition."""
    if life.arisen is None and (life.perhaps is None or has_ended(life.last, known.at)):
        return
    if life.prohibits:
        hear_deeds(life, deeds, known, frame)
    elif isinstance(event, RefusalEvent) and _refusable(life) and event.act == life.clause.act:
        authors = known.record.authors[known.events - 1]
        life.refusals.append(Refusal(event, authors, known.step - 1))
        _may_have_refused(life, event, known, frame)


def _refusable(life: Life) -> bool:
    owes = isinstance(life.clause.norm, Duty) and not silence_is_enough(life.clause)
    return owes and not life.final and (life.lapse is None or life.anew is not None)


def _may_have_refused(life: Life, event: RefusalEvent, known: Known, frame: Frame) -> None:
    """A refusal of what may be owed may be a breach."""
    if life.arisen is None and refused(life, known, frame) is not Verdict.FAILS:
        life.perhaps_breach = life.perhaps_breach or life.note_breach(event.at, known, "refused")


def deadline_passes(life: Life, moment: Moment, known: Known) -> None:
    """Takes note that its last moment has passed, if this is it (D7, D15, D19)."""
    if life.final or life.alarm != moment:
        return
    if silence_is_enough(life.clause):
        life.overdue = known if life.settled in {None, State.PENDING} else None
        return
    if life.clause.soft:
        life.outlast_its_term(known)
        return
    if life.arisen is not None:
        life.overdue = known if life.settled is State.PENDING else None
        return
    done = _performance(life, known)
    if life.perhaps_breach is None and (done is None or done.verdict is not Verdict.HOLDS):
        life.perhaps_breach = life.note_breach(known.at, known, "silent")


# How it goes on.


def take_course(life: Life, known: Known, frame: Frame) -> None:
    """Meets or breaches what is done, refused or left undone now, before anything ends it."""
    if life.final or life.arisen is None:
        return
    if life.prohibits:
        weigh(life, known, frame)
    elif life.settled is State.PENDING:
        _own_course(life, known, frame)


def follow(life: Life, known: Known, frame: Frame) -> None:
    """Looks again at what has arisen: is it performed, breached, ended, in doubt?"""
    if life.arisen is None:
        return
    lapsed = life.lapsed_for_a_while or life.lapsed_by_cessation
    anew = bind_anew(life, known, frame) if lapsed else ()
    halting = tuple(suspending(life.clause, life.situation(known), frame))
    life.suspend(known, halting)
    if life.prohibits:
        doubts = follow_prohibition(life, anew, known, frame)
        life.report(known, (*doubts, *_perhaps_suspended(life, halting, doubts, known, frame)))
    elif anew:
        life.report(known, anew)
    elif not life.final or _arises_again(life, known, frame):
        doubts = _follow_duty(life, known, frame)
        life.report(known, (*doubts, *_perhaps_suspended(life, halting, doubts, known, frame)))


def _perhaps_suspended(
    life: Life,
    halting: Iterable[Requirement],
    doubts: Iterable[Requirement],
    known: Known,
    frame: Frame,
) -> Iterator[Requirement]:
    """What makes it uncertain whether what still goes on is suspended (S8)."""
    if life.settled not in OPEN or any(doubt.part == "suspended" for doubt in doubts):
        return
    halting = tuple(halting)
    surely = all_of(part.verdict for part in halting) is Verdict.FAILS
    found = [part for part in halting if part.verdict is Verdict.UNDETERMINED and not surely]
    if life.due is not None:
        found = found or _term_in_doubt(life, known, frame)
    yield from found


def _arises_again(life: Life, known: Known, frame: Frame) -> bool:
    """Whether what is found now undoes that it lapsed by what was found before (D3)."""
    if not life.lapsed_as_found:
        return False
    parts = continuing(life.clause, life.situation(known), life.arisen or known, frame)
    if all_of(part.verdict for part in parts) is Verdict.FAILS:
        return False
    arise(life, known, frame)
    return True


def _follow_duty(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    uncertain = _own_course(life, known, frame) if life.settled is State.PENDING else []
    if life.settled not in OPEN and not life.doubts:
        return []
    if uncertain and life.overdue is not None:
        return uncertain  # It was met or breached, whichever, and can lapse no more.
    in_doubt = isinstance(life.clause.norm, Duty) and bool(uncertain or life.doubts)
    doubts = _look_for_an_end(life, known, frame)
    if life.settled is State.LAPSED and life.lapse is not None and in_doubt:
        before = msgspec.structs.replace(known, events=life.lapse.known.events)
        return [*_own_course(life, before, frame), *doubts]
    return [*uncertain, *doubts] if life.settled in OPEN else doubts


def _own_course(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    """Meets or breaches a pending duty where it is time; what makes that uncertain."""
    done = _performance(life, known)
    situation = life.situation(known)
    surely = done is not None and done.verdict is Verdict.HOLDS
    if life.overdue is not None and silence_is_enough(life.clause) and not surely:
        return _met_by_silence(life, life.overdue, known, frame)
    if done is None:
        return _breached_by_now(life, known, situation, frame)
    if done.verdict is Verdict.UNDETERMINED:
        if life.overdue is not None and life.breach is None:
            life.breach = life.note_breach(life.overdue.at, known, "silent")
        return [Requirement("performance", done.verdict, done.event, situation)]
    if _perhaps_late(life, done.event.at, frame):
        in_doubt = _term_in_doubt(life, known, frame)
        if in_doubt:
            return in_doubt
    begun = life.arisen.at if life.arisen else known.at
    at = max(begun, done.event.at, key=order_of)
    life.settle(State.MET, known, at=at, event=done.event)
    return []


def _met_by_silence(life: Life, overdue: Known, known: Known, frame: Frame) -> list[Requirement]:
    """Meets a duty that doing nothing discharges, once its term has passed (D19)."""
    in_doubt = _term_in_doubt(life, overdue, frame)
    if not in_doubt:
        life.settle(State.MET, known, at=overdue.at)
    return in_doubt


def _breached_by_now(
    life: Life, known: Known, situation: Situation, frame: Frame
) -> list[Requirement]:
    """Breaches a duty that was refused or is overdue; what makes that uncertain."""
    refusal = refused(life, known, frame)
    if refusal is not Verdict.FAILS:
        event = life.refusals[-1].event
        life.breach = life.breach or life.note_breach(event.at, known, "refused")
        if refusal is Verdict.UNDETERMINED:
            return [Requirement("refusal", refusal, event, situation)]
        life.settle(State.BREACHED, known, at=event.at, event=event)
    elif life.overdue is not None:
        life.breach = life.breach or life.note_breach(life.overdue.at, known, "silent")
        in_doubt = _term_in_doubt(life, life.overdue, frame)
        if in_doubt:
            return in_doubt
        life.settle(State.BREACHED, known, at=life.overdue.at)
    return []


def _term_in_doubt(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    """What leaves open whether its term has run on, because it may have been suspended (S8)."""
    first = life.arisen.step if life.arisen else known.step
    situation = life.situation(known)
    return list(perhaps_suspended(life.clause, situation, first, frame))


def _perhaps_late(life: Life, at: Moment, frame: Frame) -> bool:
    """Whether an act came after the term as it would be if nothing had suspended it (S4)."""
    if life.due is None or life.arisen is None or life.passed:
        return False
    return has_ended(last_moment(life.clause, life.situation(life.arisen), frame), at)


def _performance(life: Life, known: Known) -> Performance | None:
    """The act in time that performs the duty, or may."""
    if life.overdue is not None:
        known = msgspec.structs.replace(known, events=life.overdue.events)
    return performance(life.clause, life.situation(known))


def refused(life: Life, known: Known, frame: Frame) -> Verdict:
    """Whether the bearer, or every one of those bound jointly, has refused (D8, S3)."""
    if not life.refusals:
        return Verdict.FAILS
    situation = life.situation(known)
    return all_of(
        any_of(
            all_of(
                (
                    refuses(life.clause, refusal.event, situation),
                    was_operating(life.clause, life.bearers, refusal.step, frame),
                )
            )
            for refusal in life.refusals
            if bearer in refusal.authors
        )
        for bearer in life.bearers
    )


def _look_for_an_end(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    """Whether it lapses now; what makes that uncertain.

    What was met or breached lapses no more: it only stays in doubt by what may have ended it before.
    """
    if life.arisen is None:
        return []
    if life.settled not in OPEN:
        return _may_have_ended_before(life, known, frame)
    parts = tuple(continuing(life.clause, life.situation(known), life.arisen, frame))
    if all_of(part.verdict for part in parts) is Verdict.FAILS:
        life.end(known, tuple(part for part in parts if part.verdict is Verdict.FAILS))
        life.stand_by_its_end()
        return []
    return list(uncertain_end(life, parts, known, frame))


def _may_have_ended_before(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    """What leaves open whether it had ended when it was met or breached, or lapsed for certain."""
    if life.grounds is None or life.arisen is None or life.settled is State.LAPSED:
        return []
    then = life.grounds.known.as_found_by(known)
    parts = list(continuing(life.clause, life.situation(then), life.arisen, frame))
    found = [part for part in parts if part.verdict is Verdict.UNDETERMINED]
    if all_of(part.verdict for part in parts) is not Verdict.UNDETERMINED:
        found = list(may_have_ended(life, known, frame))
    if life.settled is State.MET and ended_for_a_time(life, found, known, frame):
        return []  # Had it lapsed, it would bind anew, and be met by what met it before (D5, D14).
    return found


# Whether it is performed (C9).


def performed(life: Life, known: Known) -> tuple[Performed, Verdict] | None:
    """That a duty has been performed by now, or may have been; None where it never was."""
    event, verdict = _performed_by(life, known)
    if life.performed is None and verdict is not Verdict.FAILS:
        life.performed = _noted(event, life, known)
    return None if life.performed is None else (life.performed, verdict)


def _noted(event: ActEvent | None, life: Life, known: Known) -> Performed:
    """Puts on record that it was performed, or may prove to have been."""
    done = Performed(
        key=(*life.key, "met"),
        article=life.clause.ref,
        authors=life.bearers,
        at=known.at,
        index=known.events,
        incident=life.occasion.incident if life.occasion else None,
        by=event,
    )
    known.record.performances.append(done)
    return done


def _performed_by(life: Life, known: Known) -> tuple[ActEvent | None, Verdict]:
    """The act by which it is performed, none if silence is enough; uncertain where either may not be."""
    if life.settled is State.MET:
        event = life.grounds.event if life.grounds else None
        verdict = Verdict.UNDETERMINED if life.doubts else Verdict.HOLDS
        return (event if isinstance(event, ActEvent) else None), verdict
    if life.clause.modality == "must" and (life.perhaps or life.settled is State.PENDING):
        done = _performance(life, known)
        if done is not None:
            return done.event, Verdict.UNDETERMINED
        if life.overdue is not None and silence_is_enough(life.clause):
            return None, Verdict.UNDETERMINED
    return None, Verdict.FAILS


# Whether its breaches are breaches (B1).


def breaches_of(life: Life) -> Iterator[tuple[Breach, Verdict]]:
    """Each breach of it that there was or may have been, and whether it is one now."""
    for breach in life.no_breaches:
        yield breach, Verdict.FAILS
    if life.perhaps_breach is not None:
        perhaps = life.arisen is None and life.perhaps is not None
        yield life.perhaps_breach, Verdict.UNDETERMINED if perhaps else Verdict.FAILS
    if life.breach is not None:
        yield life.breach, _breach_verdict(life)
    for offence in life.offences:
        yield offence.breach, offence_stands(life, offence)


def _breach_verdict(life: Life) -> Verdict:
    if life.settled is State.BREACHED:
        return Verdict.UNDETERMINED if life.doubts else Verdict.HOLDS
    return Verdict.UNDETERMINED if life.settled is State.PENDING else Verdict.FAILS
