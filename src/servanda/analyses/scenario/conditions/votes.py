"""Whether a body has decided on a matter, and since when (rules V1 to V9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import assert_never

import msgspec

from servanda.analyses.scenario.conditions.reads import organ_of, rule_for
from servanda.analyses.scenario.facts.sets_by_date import Crowd, undeclared
from servanda.analyses.scenario.facts.silences import SilenceEnds
from servanda.analyses.scenario.facts.situation import Situation
from servanda.core.calendar import Duration, Moment, due
from servanda.core.verdict import Verdict, verdict
from servanda.model.ballots import Vote, satisfies
from servanda.model.case import DecisionEvent, PutEvent, VoteEvent
from servanda.model.conditions import Decided
from servanda.model.matters import Matter
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import (
    Actors,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Role,
    SetOfActors,
    Signatories,
)

MOST_DOUBTFUL = 8
"""Of how many members it may be undetermined whether they sit on a body, to try every way."""


class Decision(msgspec.Struct, frozen=True):
    """Whether a body has decided.

    Attributes:
        at: Since when, if it has.
        votes: Each member's last vote; of a silence, the votes that broke it; empty where the
            decision is only reported.
        by: The event that settled it, or the last vote.
        until: The last moment of a silence that goes on.
    """

    verdict: Verdict
    at: Moment | None = None
    votes: Mapping[ActorId, Vote] = {}
    by: VoteEvent | DecisionEvent | PutEvent | None = None
    until: Moment | None = None


NO_DECISION = Decision(Verdict.FAILS)


def decision(decided: Decided, situation: Situation) -> Decision:
    """Whether the body has decided on the incident, or on the motion, by now (V1, V8)."""
    if matter_decided(decided, situation) is None:
        return NO_DECISION
    tallies = [
        _first_decision(decided, situation, left_out)
        for left_out in _ways_to_leave_out(decided, situation)
    ]
    if not tallies:
        return Decision(Verdict.UNDETERMINED)
    verdicts = {tally.verdict for tally in tallies}
    last = max(tallies, key=lambda tally: tally.at.end if tally.at else -1)
    if len(verdicts) == 1:
        return last
    return msgspec.structs.replace(last, verdict=Verdict.UNDETERMINED, at=None)


def matter_decided(decided: Decided, situation: Situation) -> Matter | None:
    """What the body has to have decided on: a motion, or else the triggering incident."""
    incident = situation.incident
    return decided.motion or (incident.id if incident else None)


def _ways_to_leave_out(decided: Decided, situation: Situation) -> list[frozenset[ActorId]]:
    """Who has no vote, in every way in which the unknown could turn out.

    Holders of roles may be unknown (V3), and who sits on the body may hang on something
    unknown; of more than a few such members no way is tried.
    """
    rule = rule_for(decided, situation.known.record.text)
    roles = rule.roles_left_out if rule else ()
    seats = _seats(decided, situation)
    doubtful = dict.fromkeys(actor for crowd in seats for actor in crowd.perhaps)
    if len(doubtful) > MOST_DOUBTFUL:
        return []
    known = frozenset(_named_left_out(rule, situation)) if rule else frozenset()
    holders = (_holders(role, decided, situation) for role in roles)
    absent = ((None, actor) for actor in doubtful)
    return [
        known.union(actor for actor in way if actor is not None)
        for way in product(*holders, *absent)
    ]


def _named_left_out(rule: DecisionRule, situation: Situation) -> Iterator[ActorId]:
    """Who has no vote by name, as the bearer, or as the author of the triggering act (V7)."""
    for who in rule.leaving_out:
        if not isinstance(who, Role):
            crowd = situation.actors(who)
            yield from crowd.sure if crowd else ()


def _holders(role: AttributeId, decided: Decided, situation: Situation) -> Sequence[ActorId]:
    holder, incident = situation.value(role), situation.incident
    if holder is not None:
        return (ActorId(holder),)
    if incident is None or role not in situation.known.record.text.roles_of(incident.kind):
        return (undeclared("actor", role),)
    cast = (author for _, _, authors in _votes(decided, situation) for author in authors)
    sitting = (actor for crowd in _seats(decided, situation) for actor in crowd.all)
    voters = dict.fromkeys((*cast, *sitting))
    return (*voters, undeclared("actor", role))


def _first_decision(
    decided: Decided,
    situation: Situation,
    left_out: frozenset[ActorId],
) -> Decision:
    """The decision that came first, by report or by vote, with some actors left out."""
    reported = _reported(decided, situation)
    rule = rule_for(decided, situation.known.record.text)
    by_silence = rule is not None and rule.period is not None
    voted = (_by_silence if by_silence else _voted)(decided, situation, left_out)
    taken = [d for d in (reported, voted) if d.verdict is Verdict.HOLDS]
    if not taken:
        return voted
    return min(taken, key=lambda d: d.at.start if d.at else 0)


def _reported(decided: Decided, situation: Situation) -> Decision:
    matter = matter_decided(decided, situation)
    reports = situation.known.about(matter, DecisionEvent) if matter else ()
    for _, event, _ in reports:
        if same_body(event.body, decided.body):
            return Decision(Verdict.HOLDS, at=event.at, by=event)
    return NO_DECISION


def _voted(decided: Decided, situation: Situation, left_out: frozenset[ActorId]) -> Decision:
    rule = rule_for(decided, situation.known.record.text)
    votes: dict[ActorId, Vote] = {}
    tally, heard = NO_DECISION, False
    for index, event, authors in _votes(decided, situation):
        if rule is None:
            break
        seats = _electorate(decided, situation, event.at.date).all
        members = [member for member in seats if member not in left_out]
        voters = [author for author in authors if author in members]
        votes |= dict.fromkeys(voters, event.vote)
        heard = heard or bool(voters)
        if not heard or (
            is_counted_together(rule) and _more_follow(index, event, decided, situation)
        ):
            continue
        heard = False
        carried = satisfies(rule, members, votes)
        tally = Decision(verdict(carried), event.at, dict(votes), event)
        if carried:
            return tally
    return msgspec.structs.replace(tally, at=None)


# By silence (V9).


def _by_silence(decided: Decided, situation: Situation, left_out: frozenset[ActorId]) -> Decision:
    """The first silence that nobody has broken, or how the last one stands."""
    rule = rule_for(decided, situation.known.record.text)
    found = NO_DECISION
    for index, put in _puts(decided, situation):
        if rule is None or rule.period is None:
            break
        ended = _end_of_silence(put, rule.period, situation)
        objections: dict[ActorId, Vote] = {}
        for at, vote, authors in _votes(decided, situation):
            if vote.vote == "no" and at > index and (ended is None or at < ended[0]):
                seats = _electorate(decided, situation, vote.at.date).all
                who = (a for a in authors if a in seats and a not in left_out)
                objections |= dict.fromkeys(who, vote.vote)
        asked = set(_electorate(decided, situation, put.at.date).all) - left_out
        if objections:
            found = Decision(Verdict.FAILS, votes=objections, by=put)
        elif ended is None:
            found = Decision(Verdict.FAILS, by=put, until=due(put.at, rule.period))
        elif asked:
            return Decision(Verdict.HOLDS, at=ended[1].at, by=put)
    return found


def _puts(decided: Decided, situation: Situation) -> list[tuple[int, PutEvent]]:
    """When the matter has been put to the body so far."""
    matter = matter_decided(decided, situation)
    puts = situation.known.about(matter, PutEvent) if matter else ()
    return [(index, put) for index, put, _ in puts if same_body(put.body, decided.body)]


def _end_of_silence(
    put: PutEvent, period: Duration, situation: Situation
) -> tuple[int, SilenceEnds] | None:
    """The end of the silence about what was put to the body, if it has come."""
    for index, end, _ in situation.known.about(put.matter, SilenceEnds):
        if end.put is put and end.period == period:
            return index, end
    return None


# By votes.


def is_counted_together(rule: DecisionRule) -> bool:
    """Whether a vote against can undo what the votes before it of the same moment carry (V5, V6)."""
    return rule.of_those_voting or bool(rule.veto)


def _more_follow(index: int, event: VoteEvent, decided: Decided, situation: Situation) -> bool:
    """Whether a vote of the same moment follows the one at a position, known yet or not."""
    record, organ = situation.known.record, _organ(decided, situation)
    later = (record.events[i] for i in record.about[event.matter] if i > index)
    return any(
        isinstance(other, VoteEvent) and other.at == event.at and other.organ in {organ, None}
        for other in later
    )


def _votes(
    decided: Decided, situation: Situation
) -> list[tuple[int, VoteEvent, tuple[ActorId, ...]]]:
    """The votes on the matter so far that were cast in the body, or in none that is named."""
    matter = matter_decided(decided, situation)
    if matter is None:
        return []
    organ = _organ(decided, situation)
    votes = situation.known.about(matter, VoteEvent)
    return [vote for vote in votes if vote[1].organ in {organ, None}]


def _seats(decided: Decided, situation: Situation) -> list[Crowd]:
    """Who sits on the body on the day of each vote, and when the matter is put to it."""
    days = [vote.at.date for _, vote, _ in _votes(decided, situation)]
    days += [put.at.date for _, put in _puts(decided, situation)]
    return [_electorate(decided, situation, day) for day in dict.fromkeys(days)]


def _electorate(decided: Decided, situation: Situation, day: dt.date) -> Crowd:
    """Who sits on the body on a day."""
    record = situation.known.record
    organ = _organ(decided, situation)
    body = record.text.organs[organ].members if organ else decided.body
    if body is None or isinstance(body, str):
        return Crowd()
    return record.sets.members(body, day)


def _organ(decided: Decided, situation: Situation) -> ActorId | None:
    """The organ that decides; None for a set of actors that votes among itself."""
    organ = organ_of(decided.body)
    return organ if organ in situation.known.record.text.organs else None


def same_body(one: SetOfActors | ActorId, other: SetOfActors | ActorId) -> bool:
    """Whether two descriptions name the same body, wherever they are written."""
    return _name_of(one) == _name_of(other)


def _name_of(body: SetOfActors | ActorId) -> tuple[str, frozenset[str]]:
    match body:
        case str():
            return "listed", frozenset((body,))
        case Listed():
            return "listed", frozenset(body.actors)
        case Parties() | Signatories():
            return type(body).__name__, frozenset((body.agreement,))
        case Members():
            return "members", frozenset((body.group,))
        case Actors():
            return "actors", frozenset((body.sort,))
        case _:
            assert_never(body)
