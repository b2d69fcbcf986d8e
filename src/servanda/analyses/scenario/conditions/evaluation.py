"""Whether a condition holds: one rule for each kind of condition (rules C1, C4 to C10).

Part by part: that a condition is certain all the same, whatever the facts that nobody knows
are (C2), is for `completions` to say, whose `assess` the rest of the engine asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, assert_never

from servanda.analyses.scenario.conditions.acts import who_has_done
from servanda.analyses.scenario.conditions.past import asked_as_known, earlier
from servanda.analyses.scenario.conditions.votes import decision
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import (
    Situation,
    assumed_circumstance,
    assumed_option,
)
from servanda.analyses.scenario.facts.world import Performed
from servanda.core.verdict import Verdict, all_of, any_of, at_least, verdict
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
from servanda.model.sets import Author, Bearer, Role, Subject

Opened = dict[tuple[DefinitionId, ActorId | None], Verdict]
"""What is told already of definitions, by the finder through whose eyes: each is read once."""


def kleene(condition: Condition, situation: Situation, opened: Opened | None = None) -> Verdict:
    """The verdict by Kleene's strong connectives, nothing tried out (C1).

    Args:
        condition: What is asked.
        situation: What it is read against.
        opened: Verdicts on definitions in this very situation; a finder may be put into it.
    """
    opened = {} if opened is None else opened
    match condition:
        case All():
            return all_of(kleene(part, situation, opened) for part in condition.parts)
        case Any():
            return any_of(kleene(part, situation, opened) for part in condition.parts)
        case Not():
            return ~kleene(condition.part, situation, opened)
        case IncidentIs():
            return _meets(condition, situation, opened)
        case AttributeIs() | AttributeIn() | ActorIsAmong():
            return _about_the_incident(condition, situation)
        case IssueIs() | InForce() | Holds():
            return _about_the_agreement(condition, situation)
        case Occurred():
            return has_occurred(condition, situation)
        case Done() | Decided() | Found() | Breached() | Met():
            return _about_what_happened(condition, situation, opened)
        case _:
            assert_never(condition)


def _meets(condition: IncidentIs, situation: Situation, opened: Opened) -> Verdict:
    key = condition.definition, situation.finder
    if key not in opened:
        meaning = situation.known.record.text.meaning(condition.definition)
        opened[key] = kleene(meaning, situation, opened)
    return opened[key]


def _about_the_incident(
    condition: AttributeIs | AttributeIn | ActorIsAmong, situation: Situation
) -> Verdict:
    match condition:
        case AttributeIs():
            value = situation.value(condition.attribute)
            return Verdict.UNDETERMINED if value is None else verdict(value in condition.values)
        case AttributeIn():
            place = situation.value(condition.attribute)
            if place is None:
                return Verdict.UNDETERMINED
            sets = situation.known.record.sets
            return sets.lies_in(place, condition.region, situation.day)
        case ActorIsAmong():
            return _is_among(condition, situation)
        case _:
            assert_never(condition)


def _is_among(condition: ActorIsAmong, situation: Situation) -> Verdict:
    crowd = situation.actors(condition.who)
    if crowd is None:
        return Verdict.UNDETERMINED
    among = condition.among
    if isinstance(among, Role | Bearer | Author):
        others = situation.actors(among)
        if others is None:
            return Verdict.UNDETERMINED
        return any_of(others.membership(actor) for actor in crowd.all)
    sets = situation.known.record.sets
    return any_of(sets.membership(actor, among, situation.day) for actor in crowd.all)


def _about_the_agreement(condition: IssueIs | InForce | Holds, situation: Situation) -> Verdict:
    record = situation.known.record
    if isinstance(condition, InForce):
        return record.sets.in_force(condition.agreement, situation.known.day)
    if isinstance(condition, Holds):
        return holding(condition, situation)
    option = option_of(condition, situation)
    return Verdict.UNDETERMINED if option is None else verdict(option in condition.options)


def holding(condition: Holds, situation: Situation) -> Verdict:
    """Whether a circumstance holds by now, or is assumed to (C8)."""
    assumed = situation.assumed.get(assumed_circumstance(condition.circumstance))
    return (
        situation.known.holds(condition.circumstance)
        if assumed is None
        else verdict(assumed == HOLDING)
    )


HOLDING, NOT_HOLDING = "holding", "not holding"
"""The ways in which a circumstance that is in doubt could turn out."""


def option_of(condition: IssueIs, situation: Situation) -> str | None:
    """The option that an issue is settled on, chosen or assumed to have; None while open (R2)."""
    assumed = situation.assumed.get(assumed_option(condition.issue))
    return assumed or situation.known.record.text.options.get(condition.issue)


def _about_what_happened(
    condition: Done | Decided | Found | Breached | Met, situation: Situation, opened: Opened
) -> Verdict:
    if isinstance(condition, Decided):
        return decision(condition, situation).verdict
    crowd = situation.actors(condition.subject.among)
    if crowd is None:
        return Verdict.UNDETERMINED
    return quantified(condition.subject, crowd, who_did(condition, situation, opened))


Did = Callable[[ActorId], Verdict]
"""Tells whether an actor has acted."""


def who_did(
    condition: Done | Found | Breached | Met, situation: Situation, opened: Opened | None = None
) -> Did:
    """Tells for each actor whether it has done, found or breached what a condition names."""
    match condition:
        case Done():
            doers = who_has_done(condition, situation)
            return lambda actor: doers.get(actor, Verdict.FAILS)
        case Found():
            inner = condition.condition
            return lambda finder: kleene(inner, with_finder(situation, finder), opened)
        case Breached():
            return lambda actor: has_breached(condition, actor, situation)
        case Met():
            return lambda actor: has_met(condition, actor, situation)
        case _:
            assert_never(condition)


def has_occurred(condition: Occurred, situation: Situation) -> Verdict:
    """Whether there has been such an incident before (C10)."""
    asked, whole = asked_as_known(condition, situation)
    rest = Verdict.HOLDS if whole else Verdict.UNDETERMINED
    return any_of(all_of((kleene(asked, s), rest)) for s in earlier(condition, situation))


# Who must have acted (C6).


def quantified(subject: Subject, crowd: Crowd, did: Did) -> Verdict:
    """Whether enough of a set of actors have acted, and those besides who are named."""
    enough = _enough(subject, crowd, did)
    return all_of((enough, *(did(actor) for actor in subject.including)))


def _enough(subject: Subject, crowd: Crowd, did: Did) -> Verdict:
    belongs = [(actor, crowd.membership(actor)) for actor in crowd.all]
    acted = [all_of((member, did(actor))) for actor, member in belongs]
    match subject.quantifier:
        case "any":
            return any_of(acted)
        case "count":
            return at_least(subject.count, acted)
        case "every":
            idle = [all_of((member, ~did(actor))) for actor, member in belongs]
            return all_of((any_of(acted), ~any_of(idle)))
        case "majority":
            return _outweigh(crowd, did, Weights(acting=1, idle=-1, more_than=0))
        case "share":
            assert subject.share is not None
            share = subject.share
            weights = Weights(share.of - share.parts, -share.parts, more_than=-1)
            return _outweigh(crowd, did, weights)
        case _:
            assert_never(subject.quantifier)


class Weights(NamedTuple):
    """What one who has acted counts for, and one who has not, and what all must come to."""

    acting: int
    idle: int
    more_than: int


def _outweigh(crowd: Crowd, did: Did, weights: Weights) -> Verdict:
    """Whether those who have acted outweigh the others, and there is one at least who has.

    Uncertain members and uncertain acts count for what makes it fail, and for what makes it hold.
    """
    acting, idle, more_than = weights
    least = most = 0
    for actor in crowd.all:
        act, certain = did(actor), actor in crowd.sure
        worst = acting if act is Verdict.HOLDS else idle
        best = idle if act is Verdict.FAILS else acting
        least += worst if certain else min(worst, 0)
        most += best if certain else max(best, 0)
    acted = any_of(all_of((crowd.membership(actor), did(actor))) for actor in crowd.all)
    if least > more_than:
        return acted
    return all_of((Verdict.UNDETERMINED, acted)) if most > more_than else Verdict.FAILS


# What somebody has found (F4), breached, performed (C9).


def with_finder(situation: Situation, finder: ActorId) -> Situation:
    """The same situation through the eyes of one finder."""
    return Situation(
        known=situation.known,
        occasion=situation.occasion,
        bearers=situation.bearers,
        authors=situation.authors,
        assumed=situation.assumed,
        finder=finder,
    )


def has_breached(breached: Breached, actor: ActorId, situation: Situation) -> Verdict:
    """Whether one actor has breached the article by now."""
    known = situation.known
    return any_of(
        breach.verdict_at(known.version)
        for breach in known.breaches
        if breach.article == breached.article and actor in breach.authors and known.reaches(breach)
    )


def has_met(met: Met, actor: ActorId, situation: Situation) -> Verdict:
    """Whether one actor has performed a duty under the article by now, over the same incident (C9)."""
    version = situation.known.version
    return any_of(done.verdict_at(version) for done in performances(met, actor, situation))


def performances(met: Met, actor: ActorId, situation: Situation) -> Iterator[Performed]:
    """The performances that count, certain or not."""
    known, incident = situation.known, situation.incident
    yield from (
        done
        for done in known.performances
        if done.article == met.article
        and actor in done.authors
        and known.reaches(done)
        and (incident is None or done.incident is None or done.incident.id == incident.id)
    )
