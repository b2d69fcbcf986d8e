"""What becomes of a prohibition: breached, ended, or in doubt (rules D11, A7, B1).

Its end and the deeds against it are worked out each by itself; where it stands follows from
both. So a finding that is corrected later undoes a breach, or shows one, also after its end.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.breaches import against, could_breach
from servanda.analyses.scenario.duties.doubts import may_have_ended, uncertain_end
from servanda.analyses.scenario.duties.endings import continuing
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.heard import Offence
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.facts.situation import Occasion, situation_of
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import State
from servanda.core.verdict import Verdict, all_of
from servanda.model.case import FindingEvent


def hear_deeds(life: Life, deeds: tuple[Occasion, ...], known: Known, frame: Frame) -> None:
    """Takes note of deeds of the kind that is forbidden; a breach does not end a prohibition."""
    if life.lapse is not None and life.anew is None:
        return
    for deed in deeds:
        if could_breach(life.clause, life.bearers, deed):
            found = against(life.clause, life.situation(known), deed, frame)
            breach = life.note_breach(deed.at, known, "acted", deed)
            bound = life.arisen is not None and life.lapse is None
            doubted, perhaps = bool(life.doubts), life.anew is not None
            before = msgspec.structs.replace(known, events=known.events - 1)
            grounds = _grounds_of(deed, life, known)
            life.offences.append(
                Offence(deed, bound, doubted, before, found, breach, grounds, perhaps)
            )


def follow_prohibition(
    life: Life, anew: Sequence[Requirement], known: Known, frame: Frame
) -> list[Requirement]:
    """Looks whether it has ended, and whether it is breached; what makes either uncertain.

    Where it has lapsed for a time, that is whether it binds ``anew``.
    """
    doubts = anew if life.lapse is not None else _look_for_an_end(life, known, frame)
    uncertain = weigh(life, known, frame)
    return [] if life.settled is State.BREACHED else [*doubts, *uncertain]


def _look_for_an_end(life: Life, known: Known, frame: Frame) -> Sequence[Requirement]:
    """Whether it ceases to bind now; what makes that uncertain."""
    assert life.arisen is not None
    parts = tuple(continuing(life.clause, life.situation(known), life.arisen, frame))
    if all_of(part.verdict for part in parts) is Verdict.FAILS:
        life.end(known, tuple(part for part in parts if part.verdict is Verdict.FAILS))
        return ()
    return uncertain_end(life, parts, known, frame)


def weigh(life: Life, known: Known, frame: Frame) -> list[Requirement]:
    """Weighs each deed again: the first that stands is the breach; what is uncertain.

    A deed is judged by what had happened by then and by what is found now (D11).
    """
    uncertain = []
    for offence in life.offences:
        grounds = _grounds_of(offence.deed, life, known)
        if offence.grounds != grounds:
            offence.verdict = against(life.clause, life.situation(known), offence.deed, frame)
            offence.grounds = grounds
        offence.in_doubt = offence.doubted and _was_in_doubt(life, offence, known, frame)
    for offence in life.offences:
        match offence_stands(life, offence):
            case Verdict.HOLDS:
                deed = offence.deed
                if life.grounds is None or life.grounds.event is not deed.event:
                    life.settle(State.BREACHED, known, at=deed.at, event=deed.event)
                return []
            case Verdict.UNDETERMINED:
                seen = situation_of(offence.deed, known, life.bearers)
                uncertain.append(
                    Requirement("offence", Verdict.UNDETERMINED, life.clause.ref, seen)
                )
            case Verdict.FAILS:
                pass
    life.stand_by_its_end()
    return uncertain


def _grounds_of(deed: Occasion, life: Life, known: Known) -> tuple[int, int]:
    """What the verdict on a deed may change with: findings about it; breaches if it reads any.

    What may have suspended the prohibition, or prevails over it, may be known better later as well.

    Everything else that it rests on had happened by the deed.
    """
    incident = deed.incident
    if life.clause.watches_incidents:
        found = known.findings
    else:
        found = sum(1 for _ in known.about(incident.id, FindingEvent)) if incident else 0
    clause = life.clause
    watches = clause.watches_breaches or clause.may_be_suspended or bool(clause.outranked_by)
    return found, known.version if watches else 0


def _was_in_doubt(life: Life, offence: Offence, known: Known, frame: Frame) -> bool:
    """Whether by what is found now it is open whether the prohibition still bound before a deed."""
    if life.arisen is None:
        return True
    then = offence.before.as_found_by(known)
    parts = continuing(life.clause, life.situation(then), life.arisen, frame)
    if all_of(part.verdict for part in parts) is Verdict.UNDETERMINED:
        return True
    return bool(may_have_ended(life, known, frame, before=offence.before))


def offence_stands(life: Life, offence: Offence) -> Verdict:
    """Whether a deed breached the prohibition, as far as its binding then is certain."""
    if life.arisen is None:
        bound = Verdict.UNDETERMINED if life.perhaps else Verdict.FAILS
    elif not offence.bound:
        bound = Verdict.UNDETERMINED if offence.perhaps else Verdict.FAILS
    else:
        bound = Verdict.UNDETERMINED if offence.in_doubt else Verdict.HOLDS
    return all_of((offence.verdict, bound))
