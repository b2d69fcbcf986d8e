"""Until when a duty can be performed in time (rules D7, D13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from servanda.analyses.scenario.bonds.spells import Spell
from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.conditions.votes import decision
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Breach, Known
from servanda.core.calendar import Moment, after, day_before, due, later, order_of
from servanda.core.verdict import Verdict, any_of, verdict
from servanda.model.agreement import Anchor, TimeBound
from servanda.model.case import CircumstanceEvent, DecisionEvent, FindingEvent
from servanda.model.conditions import (
    All,
    Any,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    IncidentIs,
)
from servanda.model.node import DefinitionId


def last_moment(clause: Clause, situation: Situation, frame: Frame) -> Moment | None:
    """When a duty that arises now is due at the latest; None without a term.

    Counted from the event that the deadline names. Where that would end before the duty
    arises, the same period is counted from its arising (D13).
    """
    deadline = clause.article.deadline
    if deadline is None or deadline.period is None:
        return None
    now, start = situation.known.at, None
    if deadline.anchor is not None:
        start = _anchor(deadline.anchor, clause, situation, frame)
    end = due(start or now, deadline.period)
    return end if end.end >= now.start else due(now, deadline.period)


def last_bound(clause: Clause, situation: Situation, frame: Frame) -> Moment | None:
    """The last moment at which a rule binds that arises now; None without an end by the calendar.

    Counted from the event that the article names, or from now (D16).
    """
    expiry = clause.article.expiry
    if expiry is None:
        return None
    if expiry.date is not None:
        eve = day_before(expiry.date)
        # What ends as the calendar begins has bound in its first minute at most (T7).
        return Moment(eve) if eve is not None else Moment(expiry.date, 0)
    assert expiry.period is not None
    start = None
    if expiry.anchor is not None:
        start = _anchor(expiry.anchor, clause, situation, frame)
    return due(start or situation.known.at, expiry.period)


def ends_of_exceptions(clause: Clause, situation: Situation, frame: Frame) -> Iterator[Moment]:
    """The last moments of exceptions to a rule that has not arisen, which may arise then (D16)."""
    for exception in clause.exceptions_counted:
        last = last_bound(exception, situation, frame)
        if last is not None:
            yield last


def has_ended(last: Moment | None, now: Moment) -> bool:
    """Whether a rule that binds until a moment has ended by another."""
    return last is not None and now.start > last.end


def not_ended(
    clause: Clause, situation: Situation, frame: Frame, arisen: Known | None = None
) -> Iterator[Requirement]:
    """Whether a rule binds still by the calendar (D16); nothing while its end hangs on its arising.

    Args:
        clause: The rule.
        situation: What it is read against.
        frame: The run.
        arisen: What was known when it arose; None while it has not.
    """
    expiry = clause.article.expiry
    if expiry is None:
        return
    if expiry.anchor is not None and expiry.anchor.event == "entry_into_force":
        yield Requirement("end", _since_entry(clause, expiry, situation, frame), expiry, situation)
    elif expiry.date is not None or expiry.anchor is not None or arisen is not None:
        seen = msgspec.structs.replace(situation, known=arisen or situation.known)
        over = has_ended(last_bound(clause, seen, frame), situation.known.at)
        yield Requirement("end", verdict(not over), expiry, situation)


def days_counted(frame: Frame) -> Iterator[dt.date]:
    """The days on which a window opens, or a rule ends, some time after entry into force."""
    for ref, article in frame.text.every_article():
        life, window, expiry = frame.bonds.lives[ref.agreement], article.window, article.expiry
        if window is not None and window.after_entry is not None:
            starts = [
                day for spell in life.spells for day in (spell.perhaps_from, spell.surely_from)
            ]
            yield from (later(day, window.after_entry) for day in starts if day is not None)
        if expiry is None or expiry.period is None or expiry.anchor is None:
            continue
        if expiry.anchor.event == "entry_into_force":
            yield from (after(due(Moment(day), expiry.period)).date for day in set(life.days))


def _since_entry(clause: Clause, expiry: TimeBound, situation: Situation, frame: Frame) -> Verdict:
    """Whether a period from entry into force runs still, for one bearer at least.

    That of an exception counts from when its agreement entered into force at all.
    """
    life, day = frame.bonds.lives[clause.ref.agreement], situation.known.day
    spells: list[Spell | None] = [life.force_on(day)]
    if clause.norm is not None:
        spells = [life.tie(bearer, day) for bearer in situation.bearers]
    return any_of(_runs(spell, expiry, situation.known.at) for spell in spells if spell is not None)


def _runs(spell: Spell, expiry: TimeBound, now: Moment) -> Verdict:
    assert expiry.period is not None
    if not has_ended(due(Moment(spell.perhaps_from), expiry.period), now):
        return Verdict.HOLDS
    surely = spell.surely_from
    over = surely is not None and has_ended(due(Moment(surely), expiry.period), now)
    return Verdict.FAILS if over else Verdict.UNDETERMINED


def _anchor(anchor: Anchor, clause: Clause, situation: Situation, frame: Frame) -> Moment | None:
    """The moment of the event that a deadline names; None where it has not happened."""
    occasion = situation.occasion
    match anchor.event:
        case "incident":
            return occasion.incident.at if occasion and occasion.incident else None
        case "act":
            return _of_the_act(anchor, clause, situation)
        case "breach":
            if occasion is not None and occasion.breach is not None:
                return occasion.at
            return _latest(_of_the_breach(leaf, situation) for leaf in _needed(clause, Breached))
        case "circumstance":
            return _of_the_circumstance(anchor, situation)
        case "finding":
            return _of_the_finding(clause, situation)
        case "decision":
            return _of_the_decision(clause, situation)
        case "entry_into_force":
            return _of_entry_into_force(clause, situation, frame)


def _latest(moments: Iterator[Moment | None]) -> Moment | None:
    return max((m for m in moments if m is not None), key=order_of, default=None)


def _needed(clause: Clause, sort: type[Condition]) -> Iterator[Condition]:
    """The conditions of one kind that the article needs, denials left aside."""
    waiting: list[Condition] = list(clause.article.only_if)
    opened: set[DefinitionId] = set()
    while waiting:
        condition = waiting.pop(0)
        if isinstance(condition, sort):
            yield condition
        elif isinstance(condition, All | Any):
            waiting.extend(condition.parts)
        elif isinstance(condition, IncidentIs) and condition.definition not in opened:
            opened.add(condition.definition)
            waiting.append(clause.text.meaning(condition.definition))


def _first(condition: Condition, positions: Sequence[int], situation: Situation) -> Moment | None:
    """When a condition came to hold, and held until now, among events at these positions."""
    record, since = situation.known.record, None
    for index in positions:
        if index >= situation.known.events:
            break
        known = msgspec.structs.replace(situation.known, events=index + 1, findings=index + 1)
        holds = kleene(condition, msgspec.structs.replace(situation, known=known))
        if holds is not Verdict.HOLDS:
            since = None
        elif since is None:
            since = record.events[index].at
    return since


def _of_the_act(anchor: Anchor, clause: Clause, situation: Situation) -> Moment | None:
    """The triggering act, or the last act of the kind that a condition needed."""
    occasion = situation.occasion
    event = occasion.event if occasion else None
    if occasion is not None and getattr(event, "act", None) == anchor.act:
        return occasion.at
    acts = situation.known.record.acts_of
    return _latest(
        _first(leaf, acts.get(leaf.act, ()), situation)
        for leaf in _needed(clause, Done)
        if isinstance(leaf, Done) and leaf.act == anchor.act
    )


def _of_the_circumstance(anchor: Anchor, situation: Situation) -> Moment | None:
    """When it began or ended, where that is the trigger; else since when it holds."""
    occasion, name = situation.occasion, anchor.circumstance
    event = occasion.event if occasion is not None else None
    if occasion and isinstance(event, CircumstanceEvent) and event.circumstance == name:
        return occasion.at
    return None if name is None else situation.known.began(name)


def _of_the_finding(clause: Clause, situation: Situation) -> Moment | None:
    """The finding that a condition needed, or else the last one about the incident."""
    incident = situation.incident
    if incident is None:
        return None
    findings = list(situation.known.about(incident.id, FindingEvent))
    positions = [index for index, _, _ in findings]
    needed = _latest(_first(leaf, positions, situation) for leaf in _needed(clause, Found))
    return needed or _latest(event.at for _, event, _ in findings)


def _of_the_decision(clause: Clause, situation: Situation) -> Moment | None:
    """The decision that a condition needed, or else the last one reported on the incident."""
    needed = _latest(
        decision(leaf, situation).at
        for leaf in _needed(clause, Decided)
        if isinstance(leaf, Decided)
    )
    incident = situation.incident
    if needed is not None or incident is None:
        return needed
    return _latest(event.at for _, event, _ in situation.known.about(incident.id, DecisionEvent))


def _of_the_breach(leaf: Condition, situation: Situation) -> Moment | None:
    """The earliest breach after which the condition held."""
    known = situation.known
    for breach in known.breaches:
        version = _settled(breach)
        if version is None or version > known.version:
            continue
        then = msgspec.structs.replace(known, version=version)
        if kleene(leaf, msgspec.structs.replace(situation, known=then)) is Verdict.HOLDS:
            return breach.at
    return None


def _settled(breach: Breach) -> int | None:
    """The version of what is known in which a breach became certain."""
    return next((v for v, verdict in breach.verdicts if verdict is Verdict.HOLDS), None)


def _of_entry_into_force(clause: Clause, situation: Situation, frame: Frame) -> Moment | None:
    """The day since which the bearer has been bound; the last of several who are jointly."""
    days = (
        frame.bonds.bound_since(bearer, clause.ref.agreement, situation.known.day)
        for bearer in situation.bearers
    )
    return _latest(Moment(day) for day in days if day is not None)
