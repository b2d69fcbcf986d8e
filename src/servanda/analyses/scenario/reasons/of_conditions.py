"""Why a condition holds, fails or is undetermined, in the words of the treaty.

A reason's statement is what the condition asks ('place falklands is in treaty_area'), and
its verdict says whether that is so; where it is not, the reason says what is so instead.
The verdicts are those of `conditions.completions`, so that a reason
cannot contradict the result. Below a reason stand those parts of it that decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from servanda.analyses.scenario.conditions.acts import acts_counted
from servanda.analyses.scenario.conditions.completions import assess, unknowns_of
from servanda.analyses.scenario.conditions.evaluation import kleene, performances, with_finder
from servanda.analyses.scenario.conditions.past import asked_of, earlier
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.conditions.votes import decision
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.reasons.of_circumstances import holding
from servanda.analyses.scenario.reasons.statements import (
    FEW,
    Told,
    asked,
    being,
    decided,
    defined,
    having,
    in_force,
    occurred,
    settled,
    speaker,
)
from servanda.core.origin import Origin
from servanda.core.reason import Reason, abridged
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Not,
    Occurred,
)
from servanda.model.node import ActorId, DefinitionId
from servanda.model.words import Speaker, listing

__all__ = ["FEW", "deciding", "decisive", "decisive_first", "excluding", "explain"]

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def decisive_first(verdict: Verdict, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Those reasons first that have the verdict they explain."""
    return tuple(sorted(reasons, key=lambda reason: reason.verdict is not verdict))


def deciding(verdict: Verdict, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Those reasons only that have the verdict they explain."""
    return tuple(reason for reason in reasons if reason.verdict is verdict)


def decisive(reason: Reason) -> Reason:
    """The narrowest reason that decides: followed down as long as it has the same verdict."""
    while reason.because and reason.because[0].verdict is reason.verdict:
        reason = reason.because[0]
    return reason


Explained = dict[tuple[DefinitionId, ActorId | None], Reason]
"""Why definitions are met or not, by the finder through whose eyes: each is explained once."""


def explain(condition: Condition, situation: Situation) -> Reason:
    """Why a condition holds, fails or is undetermined."""
    return abridged(_explain(condition, situation, {}))


def _explain(condition: Condition, situation: Situation, told: Explained) -> Reason:
    verdict = assess(condition, situation)
    if verdict is not UNDETERMINED and kleene(condition, situation) is UNDETERMINED:
        return _certain_anyway(condition, situation, verdict)
    origin = condition.origin
    match condition:
        case All() | Any():
            return _combined(condition, situation, verdict, told)
        case Not():
            return _denied(condition, situation, verdict, told)
        case IncidentIs():
            return _meets_definition(condition, situation, verdict, told)
        case AttributeIs() | AttributeIn() | ActorIsAmong():
            so = being(condition, situation, verdict)
            return _reason(verdict, so, origin, tuple(_findings(condition, situation)))
        case Occurred():
            return _before(condition, situation, verdict)
        case IssueIs() | InForce() | Holds():
            return _how_things_stand(condition, situation, verdict)
        case Done() | Found() | Breached() | Met():
            so = having(condition, situation, verdict)
            grounds = _grounds(condition, situation, verdict, so, told)
            return _reason(verdict, so, origin, grounds)
        case Decided():
            found = decision(condition, situation)
            by = found.by.origin if found.by else origin
            return _reason(verdict, decided(condition, found, situation), by)
        case _:
            assert_never(condition)


def _before(condition: Occurred, situation: Situation, verdict: Verdict) -> Reason:
    """Which earlier incident was such a one, or may have been."""
    asked_for = asked_of(condition, situation)
    told = [
        (seen, explain(asked_for, seen))
        for seen in earlier(condition, situation)
        if asked_for is not None
    ]
    deciding_ones = [(seen, reason) for seen, reason in told if reason.verdict is verdict]
    because = tuple(part for _, reason in deciding_ones for part in reason.because or (reason,))
    so = occurred(condition, situation, verdict, [seen for seen, _ in deciding_ones])
    return _reason(verdict, so, condition.origin, because if verdict is not FAILS else ())


def _how_things_stand(
    condition: IssueIs | InForce | Holds, situation: Situation, verdict: Verdict
) -> Reason:
    origin = condition.origin
    match condition:
        case IssueIs():
            return _reason(verdict, settled(condition, situation), origin)
        case InForce():
            return _reason(verdict, in_force(condition, verdict), origin)
        case Holds():
            last = situation.known.last_change(condition.circumstance)
            told = holding(condition, situation, verdict)
            return _reason(verdict, told, last.origin if last else origin)
        case _:
            assert_never(condition)


def _reason(
    verdict: Verdict, told: Told, origin: Origin, because: tuple[Reason, ...] = ()
) -> Reason:
    if verdict is HOLDS:
        return Reason(verdict, told.so or told.asked, origin, because)
    return Reason(verdict, told.asked, origin, because, told.so)


def _certain_anyway(condition: Condition, situation: Situation, verdict: Verdict) -> Reason:
    unknowns = (u.words for u in unknowns_of((condition,), situation))
    clause = asked(condition, situation)
    whatever = f"whatever {listing(unknowns)} may be"
    if verdict is HOLDS:
        return Reason(verdict, f"'{clause}' holds, {whatever}", condition.origin)
    so = f"'{clause}' does not hold, {whatever}"
    return Reason(verdict, clause, condition.origin, (), so)


def _combined(
    condition: All | Any, situation: Situation, verdict: Verdict, known: Explained
) -> Reason:
    """The parts that decide: all that hold of `or`, all that fail of `and`."""
    parts = [_explain(part, situation, known) for part in condition.parts]
    because = deciding(verdict, parts)
    one_is_enough = verdict is (FAILS if isinstance(condition, All) else HOLDS)
    telling = because[:1] if one_is_enough else because
    told = " and ".join(part.told for part in telling) or "nothing is asked"
    if verdict is HOLDS:
        return Reason(verdict, told, condition.origin, because)
    return Reason(verdict, asked(condition, situation), condition.origin, because, told)


def _denied(condition: Not, situation: Situation, verdict: Verdict, known: Explained) -> Reason:
    """The opposite of a condition, for the reasons for and against the condition itself."""
    inner = _explain(condition.part, situation, known)
    if verdict is HOLDS:
        return Reason(verdict, inner.told, inner.origin, inner.because)
    so = inner.told if verdict is FAILS else inner.instead
    return Reason(verdict, asked(condition, situation), inner.origin, inner.because, so)


def _meets_definition(
    condition: IncidentIs, situation: Situation, verdict: Verdict, known: Explained
) -> Reason:
    text = situation.known.record.text
    key = condition.definition, situation.finder
    if key not in known:
        known[key] = _explain(text.meaning(condition.definition), situation, known)
    origin = text.definitions[condition.definition].origin
    return _reason(verdict, defined(condition, situation, verdict), origin, (known[key],))


def excluding(requirement: Requirement, condition: Condition) -> Reason:
    """Why an exception leaves an article alone, or an end has not come; or why not."""
    inner = explain(condition, requirement.situation)
    if requirement.verdict is HOLDS:
        return Reason(HOLDS, inner.told, inner.origin, inner.because)
    opposite = asked(Not(part=condition), requirement.situation)
    if requirement.verdict is UNDETERMINED:
        return Reason(UNDETERMINED, opposite, inner.origin, inner.because, inner.instead)
    what = "its end has come" if requirement.part == "until" else "the exception applies"
    so = f"{what}: {inner.told}"
    return Reason(FAILS, opposite, inner.origin, inner.because, so)


# What the verdict on a simple condition rests on.


def _findings(condition: Condition, situation: Situation) -> Iterator[Reason]:
    """The findings that a value rests on."""
    incident = situation.incident
    if incident is None or not isinstance(condition, AttributeIs | AttributeIn):
        return
    attribute = condition.attribute
    if any(v.attribute == attribute and v.value != "unknown" for v in incident.values):
        return
    name = speaker(situation).attribute(attribute)
    for who, (value, event) in situation.known.found(incident.id, attribute).items():
        if situation.finder in (None, who):
            yield Reason(HOLDS, f"{who} found that {name} is {value} ({event.at})", event.origin)


def _grounds(
    condition: Done | Found | Breached | Met,
    situation: Situation,
    verdict: Verdict,
    told: Told,
    known: Explained,
) -> tuple[Reason, ...]:
    """The acts or findings that count."""
    crowd = situation.actors(condition.subject.among) or Crowd()
    match condition:
        case Found():
            finders = [with_finder(situation, actor) for actor in crowd.all]
            each = (_explain(condition.condition, seen, known) for seen in finders)
            return _what_they_found(each, verdict, told)
        case Done():
            return tuple(_acts(condition, crowd, situation))
        case Breached():
            return ()
        case Met():
            return tuple(_performances(condition, crowd, situation))
        case _:
            assert_never(condition)


def _what_they_found(each: Iterable[Reason], verdict: Verdict, told: Told) -> tuple[Reason, ...]:
    """What each of those asked found, of those whose findings decide."""
    found = deciding(verdict, each)
    if len(found) == 1 and found[0].told == told.so:
        return found[0].because
    return found


def _performances(met: Met, crowd: Crowd, situation: Situation) -> Iterator[Reason]:
    """The act by which each of those performed its duty who have."""
    for actor in crowd.all:
        for done in performances(met, actor, situation):
            if done.verdict_at(situation.known.version) is HOLDS:
                if done.by is not None:
                    yield _act([actor], done.by, situation)
                break


def _acts(done: Done, crowd: Crowd, situation: Situation) -> Iterator[Reason]:
    """The first act that counts of each of those who have acted, acts done together in one line."""
    authors = situation.known.record.authors
    sure = [act for act in acts_counted(done, situation) if act.verdict is HOLDS]
    together: dict[int, list[ActorId]] = {}
    for actor in crowd.all:
        first = next((act.index for act in sure if actor in authors[act.index]), None)
        if first is not None:
            together.setdefault(first, []).append(actor)
    for act in sure:
        if act.index in together:
            yield _act(together[act.index], act.event, situation)


def _act(actors: list[ActorId], event: ActEvent, situation: Situation) -> Reason:
    voice = Speaker(situation.known.record.text.vocabulary, {}, spoken=True)
    form = voice.third_person(event.act, several=len(actors) > 1)
    verb = voice.with_object(form, event.act, event.object)
    level = f" with {event.level}" if event.level else ""
    return Reason(HOLDS, f"{event.at} {listing(actors)} {verb}{level}", event.origin)
