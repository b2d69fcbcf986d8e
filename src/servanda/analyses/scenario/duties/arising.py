"""What must come together for a duty to arise (rules D2, D4, D14, A6, X1, X2, P3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from servanda.analyses.scenario.conditions.completions import (
    assess,
    assuming,
    certain,
    unknowns_of,
)
from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.conditions.requirement import Part, Requirement
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deadlines import not_ended
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.giving_way import giving_way
from servanda.analyses.scenario.duties.triggers import triggered
from servanda.analyses.scenario.facts.situation import Situation, is_circumstance
from servanda.core.verdict import Verdict, all_of, any_of, verdict
from servanda.model.conditions import ActorIsAmong, Condition
from servanda.model.node import ActorId, ArticleRef
from servanda.model.sets import Bearer

EXCEPTIONS: frozenset[Part] = frozenset({"unless", "exception", "no exception"})
"""The requirements that no exception applies."""

SET_ASIDE: frozenset[Part] = EXCEPTIONS | {"priority"}
"""The requirements that nothing sets the article aside: no exception, and nothing that prevails."""

EXCLUDING: frozenset[Part] = EXCEPTIONS | {"trigger", "only if", "while"}
"""The requirements of which one may exclude another."""

_COMBINED: dict[Part, frozenset[Part]] = {"no exception": EXCEPTIONS, "all together": EXCLUDING}


def shared_requirements(
    clause: Clause, situation: Situation, frame: Frame
) -> tuple[Requirement, ...]:
    """What the article needs whoever the bearer is."""
    return tuple(_shared(clause, situation, frame))


def personal_requirements(
    clause: Clause, situation: Situation, frame: Frame
) -> tuple[Requirement, ...]:
    """What the article needs of this bearer; of several who are bound jointly one must satisfy it.

    Where none of them does, it is what the first one lacks (D10).
    """
    found = tuple(_personal(clause, situation, frame))
    if len(situation.bearers) < 2 or all_of(r.verdict for r in found) is Verdict.FAILS:
        return found
    alone = [
        tuple(_personal(clause, msgspec.structs.replace(situation, bearers=(bearer,)), frame))
        for bearer in situation.bearers
    ]
    hopeless = all(all_of(r.verdict for r in some) is Verdict.FAILS for some in alone)
    return alone[0] if hopeless else found


def _shared(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Requirement]:
    article = clause.article
    if article.trigger is not None:
        brought = triggered(article.trigger, clause.trigger_condition, situation)
        yield Requirement("trigger", brought, article.trigger, situation)
    if clause.standing and clause.amended:
        yield text_of_the_day(clause, situation)
    if article.window is not None:
        opened = frame.bonds.open(article.window, clause.ref, situation.known.day)
        yield Requirement("window", opened, article.window, situation)
    yield from _conditions(clause, situation, personal=False)
    for ref in frame.exceptions(clause.ref, situation.day):
        if not is_personal(ref, clause, frame):
            yield exception_to(ref, situation, frame)


def _personal(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Requirement]:
    yield belongs(clause, situation)
    if clause.other:
        yield _another(situation, clause)
    if situation.occasion is not None:
        yield bond(clause, situation, frame, then=True)
    yield bond(clause, situation, frame)
    yield from not_ended(clause, situation, frame)
    yield from _conditions(clause, situation, personal=True)
    for ref in clause.suspended_by:
        if situation.occasion is not None:
            yield operating(clause, ref, situation, frame, then=True)
        yield operating(clause, ref, situation, frame)
    for ref in frame.exceptions(clause.ref, situation.day):
        if is_personal(ref, clause, frame):
            yield exception_to(ref, situation, frame)
    yield from giving_way(clause, situation, frame)


def kept(clause: Clause, situation: Situation) -> Iterator[Requirement]:
    """Whether all holds that must hold as long as the rule binds (D14)."""
    for condition in clause.kept:
        yield Requirement("while", assess(condition, situation), condition, situation)


def _conditions(clause: Clause, situation: Situation, *, personal: bool) -> Iterator[Requirement]:
    during = clause.article.during
    if during is not None and clause.reads_bearer(during) == personal:
        yield Requirement("while", assess(during, situation), during, situation)
    for place, condition in enumerate((*clause.only_if, *clause.unless)):
        if (place in clause.personal) != personal:
            continue
        found = assess(condition, situation)
        if place < len(clause.only_if):
            yield Requirement("only if", found, condition, situation)
        else:
            yield Requirement("unless", ~found, condition, situation)


def text_of_the_day(clause: Clause, situation: Situation) -> Requirement:
    """Whether a standing article still says so on the day in question (R7)."""
    day = situation.known.day
    return Requirement("version", verdict(clause.stands_on(day)), clause.ref, situation)


# The bearer: one of the set, not a holder of a role, bound (D4, A6).


def belongs(clause: Clause, situation: Situation) -> Requirement:
    """Whether the bearer is one of those whom the article binds."""
    assert clause.bound is not None
    condition = ActorIsAmong(who=Bearer(), among=clause.bound.among, origin=clause.bound.origin)
    return Requirement("bearer", kleene(condition, situation), condition, situation)


def _another(situation: Situation, clause: Clause) -> Requirement:
    left_out = holders_left_out(situation)
    outside = any(bearer not in left_out for bearer in situation.bearers)
    return Requirement("other", verdict(outside), clause.ref, situation)


def holders_left_out(situation: Situation) -> tuple[ActorId, ...]:
    """Whom ``other`` leaves out: the incident's agent and patient, or the author (D4)."""
    incident = situation.incident
    if situation.authors or incident is None:
        return situation.authors
    kind = situation.known.record.text.kinds[incident.kind]
    values = (situation.value(a.id) for a in kind.attributes if a.role is not None)
    return tuple(ActorId(value) for value in values if value is not None)


def bond(clause: Clause, situation: Situation, frame: Frame, *, then: bool = False) -> Requirement:
    """Whether the bearer is a party: now, or when the triggering event happened (A6)."""
    day = situation.day if then else situation.known.day
    bound = any_of(
        frame.bonds.is_party(bearer, clause.ref.agreement, day) for bearer in situation.bearers
    )
    return Requirement("bond then" if then else "bond", bound, clause.ref.agreement, situation)


# Articles that suspend the article (S1 to S8).


def operating(
    clause: Clause, source: ArticleRef, situation: Situation, frame: Frame, *, then: bool = False
) -> Requirement:
    """Whether an article that may suspend another leaves it alone: now, or at the event (S3)."""
    step = situation.known.step
    if then and situation.occasion is not None:
        step = frame.suspensions.moment_of(situation.occasion.key, step)
    touched = frame.suspensions.touches(clause.ref, source, situation.bearers, step)
    return Requirement(
        "suspended then" if then else "suspended", ~touched.verdict, source, situation
    )


def was_operating(clause: Clause, bearers: tuple[ActorId, ...], step: int, frame: Frame) -> Verdict:
    """Whether an article was not suspended at a step, whatever may suspend it."""
    touches = frame.suspensions.touches
    return all_of(~touches(clause.ref, ref, bearers, step).verdict for ref in clause.suspended_by)


# Articles that disapply the article (X1, X2).


def is_personal(
    ref: ArticleRef, clause: Clause, frame: Frame, above: tuple[ArticleRef, ...] = ()
) -> bool:
    """Whether an exception, or an exception to it, may take effect for some bearers only."""
    versions = frame.versions.of(ref)
    personal = any(version.personal or version.suspended_by for version in versions)
    if ref.agreement != clause.ref.agreement or personal:
        return True
    below = (r for version in versions for r in version.exceptions if r not in above)
    return any(is_personal(r, clause, frame, (*above, ref)) for r in below)


def exception_to(ref: ArticleRef, situation: Situation, frame: Frame) -> Requirement:
    """Whether an article that disapplies another one leaves it alone."""
    applies = disapplies(ref, situation, frame)
    return Requirement("exception", ~applies, ref, situation)


def disapplies(
    ref: ArticleRef, situation: Situation, frame: Frame, above: tuple[ArticleRef, ...] = ()
) -> Verdict:
    """Whether an article that disapplies another one takes effect for the same event."""
    verdict = _disapplies(ref, situation, frame, above)
    if verdict is not Verdict.UNDETERMINED or situation.assumed or above:
        return verdict
    conditions = all_conditions(frame.on(situation.day)[ref])
    return certain(conditions, situation, lambda way: _disapplies(ref, way, frame))


def _disapplies(
    ref: ArticleRef, situation: Situation, frame: Frame, above: tuple[ArticleRef, ...] = ()
) -> Verdict:
    if ref in above:
        return Verdict.UNDETERMINED
    clause = frame.on(situation.day)[ref]
    parts = [r.verdict for r in exception_requirements(clause, situation, frame)]
    if all_of(parts) is Verdict.FAILS:
        return Verdict.FAILS
    further = frame.exceptions(ref, situation.day)
    parts.extend(~disapplies(r, situation, frame, (*above, ref)) for r in further)
    return all_of(parts)


def exception_requirements(
    clause: Clause, situation: Situation, frame: Frame
) -> Iterator[Requirement]:
    """What an exception itself needs, apart from exceptions to it."""
    article = clause.article
    if article.trigger is not None:
        brought = triggered(article.trigger, clause.trigger_condition, situation)
        yield Requirement("trigger", brought, article.trigger, situation)
    if article.window is not None:
        opened = frame.bonds.open(article.window, clause.ref, situation.known.day)
        yield Requirement("window", opened, article.window, situation)
    yield from not_ended(clause, situation, frame)
    if situation.bearers:
        yield _bond_of_exception(clause, situation, frame)
    for condition in article.only_if:
        yield Requirement("only if", assess(condition, situation), condition, situation)
    for condition in article.unless:
        yield Requirement("unless", ~assess(condition, situation), condition, situation)
    for source in clause.suspended_by:
        yield operating(clause, source, situation, frame)


def all_conditions(clause: Clause) -> tuple[Condition, ...]:
    """Every condition that an article and the exceptions to it read."""
    return tuple(condition for part in clause.whole for condition in part.conditions)


def _bond_of_exception(clause: Clause, situation: Situation, frame: Frame) -> Requirement:
    """Whether an exception is the bearer's to rely on: as a party then, or as one now (A7)."""
    now = bond(clause, situation, frame)
    if now.verdict is Verdict.HOLDS or situation.occasion is None:
        return now
    then = bond(clause, situation, frame, then=True)
    return then if any_of((then.verdict, now.verdict)) is then.verdict else now


# What cannot come together however the unknown turns out (C2).


def together(
    clause: Clause, requirements: tuple[Requirement, ...], situation: Situation, frame: Frame
) -> tuple[Requirement, ...]:
    """The requirements, and one that fails where some that are undetermined exclude one another."""
    if all_of(r.verdict for r in requirements) is not Verdict.UNDETERMINED:
        return requirements
    open_ = [r for r in requirements if r.verdict is Verdict.UNDETERMINED and r.part in EXCLUDING]
    for part, parts in _COMBINED.items():
        some = [r for r in open_ if r.part in parts]
        if _exclude_one_another(some, clause, situation, frame):
            return (*requirements, Requirement(part, Verdict.FAILS, clause.ref, situation))
    return requirements


def _exclude_one_another(
    requirements: Iterable[Requirement], clause: Clause, situation: Situation, frame: Frame
) -> bool:
    read = [(r, conditions_of(r, clause, frame)) for r in requirements]
    readers = Counter(
        unknown.name for _, conditions in read for unknown in unknowns_of(conditions, situation)
    )
    if not any(count > 1 for count in readers.values()):
        return False  # No two of them read the same unknown.
    conditions = [condition for _, some in read for condition in some]

    def evaluate(way: Situation) -> Verdict:
        return all_of(verdict_if(r, clause, way, frame) for r, _ in read)

    return certain(conditions, situation, evaluate) is Verdict.FAILS


def may_come_together(
    clause: Clause,
    requirements: Sequence[Requirement],
    situations: tuple[Situation, Situation],
    frame: Frame,
) -> bool:
    """Whether everything may have come together at an earlier moment, as far as is known now.

    What was unknown then may have been so from the start, but what has become known since was
    not known then: nothing came together by it at that moment (F3). That a circumstance begins
    or ends later does not tell how it stood while it was in doubt (C8).

    Args:
        clause: The article.
        requirements: What it took then.
        situations: What the article was read against then, and is now.
        frame: The run.
    """
    then, now = situations
    if any(r.verdict is Verdict.FAILS for r in requirements):
        return False
    open_ = [r for r in requirements if r.verdict is Verdict.UNDETERMINED and r.part in EXCLUDING]
    conditions = [c for r in open_ for c in conditions_of(r, clause, frame)]
    names = {unknown.name for unknown in unknowns_of(conditions, now)}
    before = {unknown.name for unknown in unknowns_of(conditions, then)}
    told = {name for name in before - names if not is_circumstance(name)}
    if not told and names <= before:
        return True
    told_since = [
        any(u.name in told for u in unknowns_of(conditions_of(r, clause, frame), then))
        for r in open_
    ]

    def evaluate(way: Situation) -> Verdict:
        seen = assuming(then, dict(way.assumed))
        return all_of(
            Verdict.FAILS if told and found is Verdict.UNDETERMINED else found
            for r, told in zip(open_, told_since, strict=True)
            for found in [verdict_if(r, clause, seen, frame)]
        )

    if not names:
        return evaluate(now) is not Verdict.FAILS
    return certain(conditions, now, evaluate) is not Verdict.FAILS


def conditions_of(requirement: Requirement, clause: Clause, frame: Frame) -> tuple[Condition, ...]:
    """The conditions that a requirement reads."""
    asked = requirement.clause
    if isinstance(asked, ArticleRef):
        return all_conditions(frame.on(requirement.situation.day)[asked])
    return (asked,) if isinstance(asked, Condition) else (clause.trigger_condition,)


def verdict_if(requirement: Requirement, clause: Clause, way: Situation, frame: Frame) -> Verdict:
    """Whether a requirement is satisfied if the unknown turns out in one way."""
    asked = requirement.clause
    if isinstance(asked, ArticleRef):
        return ~disapplies(asked, way, frame)
    if isinstance(asked, Condition):
        found = assess(asked, way)
        return ~found if requirement.part == "unless" else found
    return triggered(clause.article.trigger, clause.trigger_condition, way)
