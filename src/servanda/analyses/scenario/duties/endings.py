"""What ends a duty that has arisen, before it is met or breached (rules A7, D3, D9, D14, X1, P3)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.conditions.requirement import Part, Requirement
from servanda.analyses.scenario.duties.arising import (
    belongs,
    bond,
    exception_to,
    kept,
    operating,
    personal_requirements,
    shared_requirements,
    text_of_the_day,
    together,
)
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deadlines import not_ended
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.giving_way import giving_way
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Cease, End, Suspend
from servanda.model.case import FindingEvent

FOUND: frozenset[Part] = frozenset(
    {"trigger", "bearer", "other", "only if", "unless", "no exception", "all together"}
)
"""The parts of an article that findings bear on."""


def continuing(
    clause: Clause, situation: Situation, arisen: Known, frame: Frame
) -> Iterator[Requirement]:
    """What it takes for a duty to go on that has ``arisen`` when that was known."""
    if clause.ends_with_bond:
        yield bond(clause, situation, frame)
    if clause.standing and clause.ends_with_bond:
        yield belongs(clause, situation)
    if clause.standing and clause.amended:
        yield text_of_the_day(clause, situation)
    until = clause.article.until
    if until is not None:
        yield Requirement("until", ~assess(until, situation), until, situation)
    yield from _ceasing(clause, situation, frame)
    yield from not_ended(clause, situation, frame, arisen)
    yield from kept(clause, situation)
    for ref in frame.exceptions(clause.ref, situation.day):
        if not (clause.standing and frame.on(situation.day)[ref].article.trigger):
            yield exception_to(ref, situation, frame)
    yield from giving_way(clause, situation, frame)
    if found_since(clause, arisen, situation):
        yield from _as_found(clause, situation, arisen, frame)


def _ceasing(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Requirement]:
    """Whether the article has ceased to apply (S5), or its agreement has ended (S7)."""
    for ref in clause.suspended_by:
        effect = frame.operation(ref)
        if isinstance(effect, Cease) or (isinstance(effect, End) and clause.ends_with_bond):
            found = operating(clause, ref, situation, frame)
            yield msgspec.structs.replace(found, part="ceased")


def suspending(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Requirement]:
    """Whether the article is not suspended for the time being, by each that may suspend it (S4)."""
    for ref in clause.suspended_by:
        if isinstance(frame.operation(ref), Suspend):
            yield operating(clause, ref, situation, frame)


def perhaps_suspended(
    clause: Clause, situation: Situation, first: int, frame: Frame
) -> Iterator[Requirement]:
    """What leaves open whether the article was suspended at some time since a step (S8)."""
    known = situation.known
    for ref in clause.suspended_by:
        if isinstance(frame.operation(ref), Suspend):
            step = frame.suspensions.doubt_between(ref, situation.bearers, first, known.step)
            if step is not None:
                then = msgspec.structs.replace(known, step=step)
                seen = msgspec.structs.replace(situation, known=then)
                yield operating(clause, ref, seen, frame)


def found_since(clause: Clause, arisen: Known, situation: Situation) -> bool:
    """Whether anything was found after the duty arose that may bear on it.

    That is what is found about its incident; and about any, where it hangs on a breach or an earlier one.
    """
    if clause.reads_breaches or clause.reads_incidents:
        incidents = tuple(situation.known.record.about)
    else:
        incidents = (situation.incident.id,) if situation.incident else ()
    return any(
        position >= arisen.findings
        for incident in incidents
        for position, _, _ in situation.known.about(incident, FindingEvent)
    )


def _as_found(
    clause: Clause, situation: Situation, arisen: Known, frame: Frame
) -> tuple[Requirement, ...]:
    """What is now found, where it does not satisfy the article, acts undone or not (D3)."""
    now = situation.known
    then = arisen.as_found_by(now)
    worst: tuple[Requirement, ...] = ()
    for known in (then, now):
        seen = msgspec.structs.replace(situation, known=known)
        asked = tuple(
            requirement
            for requirement in (
                *shared_requirements(clause, msgspec.structs.replace(seen, bearers=()), frame),
                *personal_requirements(clause, seen, frame),
            )
            if requirement.part in FOUND
        )
        asked = together(clause, asked, seen, frame)
        verdict = all_of(requirement.verdict for requirement in asked)
        if verdict is Verdict.HOLDS:
            return ()
        if not worst or verdict is Verdict.UNDETERMINED:
            worst = asked
    return worst
