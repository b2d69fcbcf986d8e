"""Where nobody is bound: whatever is done, or if one of those concerned stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.coverage.blocking import Ballot, ballot_against, held_open, without_vote
from servanda.analyses.coverage.formula import Fact, TakenEffect, is_by_part
from servanda.analyses.coverage.lines import Line, Lines, lines
from servanda.analyses.coverage.nearest import Near, nearest
from servanda.analyses.coverage.needs import the_one, who_blocks
from servanda.analyses.coverage.survey import Survey
from servanda.diagrams import FALSE
from servanda.model.conditions import Breached, Decided, Done, Found, Met
from servanda.model.node import ActorId, Level
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger


class Gap(msgspec.Struct, frozen=True, omit_defaults=True):
    """Incidents in which nobody is bound to as much as is asked.

    Attributes:
        line: Which incidents.
        near: The clause that comes nearest to the first of them.
    """

    line: Line
    near: Near | None = None


class Stopper(msgspec.Struct, frozen=True):
    """Somebody who alone can keep everybody from being bound.

    Attributes:
        who: An actor, a body, or whoever holds a part in the incident.
        by: What it would not do, or would do.
        incidents: In how many incidents it can.
        lines: In which.
        stance: How it stands in the way in the first of them: hinges, and the ways they are in.
        ballots: The votes by which it does.
    """

    who: str
    by: tuple[Fact, ...]
    incidents: int
    lines: Lines
    stance: tuple[tuple[int, int], ...] = ()
    ballots: tuple[Ballot, ...] = ()


class Decisive(msgspec.Struct, frozen=True):
    """A guarantor without whom nobody is bound.

    Attributes:
        incidents: In how many incidents.
    """

    actor: ActorId
    incidents: int
    lines: Lines


class Gaps(msgspec.Struct, frozen=True):
    """Where nobody is bound to help at a level of the ladder or above.

    Attributes:
        level: The level asked for.
        incidents: How many incidents are asked about.
        never: How many are in gaps that nothing can close.
        gaps: Those, the widest first.
        more: How many further lines they take; None where that is too many to be counted.
        at_once: How many somebody is bound in as soon as they have happened.
        stoppers: Who alone can open a gap, the widest first.
        decisive: Without whom nobody is bound.
    """

    level: Level
    incidents: int
    never: int
    gaps: tuple[Gap, ...]
    more: int | None
    at_once: int
    stoppers: tuple[Stopper, ...]
    decisive: tuple[Decisive, ...]


def gaps(survey: Survey, level: Level) -> Gaps:
    """Where nobody is bound to as much as a level.

    Raises:
        ValueError: No ladder has such a level.
    """
    rank = survey.standing.rank(level)
    if rank is None:
        raise ValueError(f"no ladder has the level {level}")
    space, diagrams = survey.space, survey.space.diagrams
    bound = survey.bound(survey.everybody, rank)
    possible = diagrams.both(space.possible(bound), survey.focus)
    never = diagrams.minus(survey.focus, possible)
    near = [c for c in survey.commitments if survey.reaches(c, rank)]
    found = lines(space, survey.standing, never, survey.focus)
    return Gaps(
        level=level,
        incidents=survey.incidents,
        never=space.incidents(never),
        more=found.more,
        gaps=tuple(Gap(line, nearest(survey, near, line.point)) for line in found.told),
        at_once=space.incidents(diagrams.both(survey.at_once(bound), survey.focus)),
        stoppers=tuple(_stoppers(survey, bound, possible)),
        decisive=tuple(_decisive(survey, rank, possible)),
    )


# Who alone can stop what.


def _stoppers(survey: Survey, bound: int, possible: int) -> Iterator[Stopper]:
    found = []
    for who, held in _held_by(survey, bound).items():
        stopped = survey.space.diagrams.minus(possible, _despite(survey, bound, who, held))
        if stopped != FALSE:
            found.append((survey.space.incidents(stopped), who, held, stopped))
    found.sort(key=lambda one: -one[0])
    for count, who, held, stopped in found:
        facts = tuple(fact for some in held.values() for fact in some)
        told = lines(survey.space, survey.standing, stopped, survey.focus)
        stance, ballots = _stance(survey, bound, who, held, told.point)
        yield Stopper(who, facts, count, told, stance, ballots)


Held = dict[int, tuple[Fact, ...]]
"""The hinges that one actor can hold, and which of their facts are its to bring about or not."""


def _held_by(survey: Survey, bound: int) -> dict[str, Held]:
    """What each actor holds of that on which somebody's being bound hangs."""
    found: dict[str, Held] = {}
    matters = frozenset(survey.space.diagrams.support(bound))
    for variable, hinge in zip(survey.space.beside, survey.space.hinges, strict=True):
        if variable not in matters:
            continue
        for fact in hinge.facts:
            for who in _whose(fact, survey):
                held = found.setdefault(who, {})
                held[variable] = (*held.get(variable, ()), fact)
    return found


def _whose(fact: Fact, survey: Survey) -> Iterable[str]:
    """Who alone can keep a fact from coming about."""
    match fact:
        case Decided():
            return who_blocks(fact, survey.standing)[0]
        case Done() | Found() | Met() | Breached():
            return the_one(fact.subject.among)
        case TakenEffect():
            return _whose_deed(survey.standing.articles[fact.article].trigger)
        case _:
            return ()


def _whose_deed(trigger: Trigger | None) -> tuple[str, ...]:
    """Who alone can bring an article on suspension into effect."""
    match trigger:
        case OnIncident(by=by):
            return the_one(by.among) if by is not None else ()
        case OnAct(author=author) | OnBreach(author=author):
            return the_one(author.among)
        case _:
            return ()


def _despite(survey: Survey, bound: int, who: str, held: Held) -> int:
    """The incidents in which somebody can be bound whatever one actor does or leaves undone.

    What a body decides it can block, where it has a vote, and not bring about; what it does itself
    it can do or not.
    """
    space, diagrams = survey.space, survey.space.diagrams
    blocked = dict(_blocked(held))
    own = [variable for variable in held if variable not in blocked]
    for variable, facts in blocked.items():
        left = diagrams.both(bound, held_open(space, survey.standing, variable, facts, who))
        bound = diagrams.exists(left, (variable,))
    others = [variable for variable in space.beside if variable not in own]
    return diagrams.every(diagrams.exists(bound, others), own)


def _blocked(held: Held) -> Iterator[tuple[int, tuple[Decided, ...]]]:
    """The hinges that one actor holds by its vote, and the decisions."""
    for variable, facts in held.items():
        decisions = tuple(fact for fact in facts if isinstance(fact, Decided))
        if decisions:
            yield variable, decisions


def _stance(
    survey: Survey, bound: int, who: str, held: Held, incident: tuple[int, ...]
) -> tuple[tuple[tuple[int, int], ...], tuple[Ballot, ...]]:
    """How one actor keeps everybody from being bound in an incident, and by which votes."""
    space, standing, diagrams = survey.space, survey.standing, survey.space.diagrams
    here = dict(enumerate(incident))
    owed = diagrams.fixed(bound, here)
    stance: dict[int, int] = {}
    ballots: list[Ballot] = []
    blocked = dict(_blocked(held))
    for variable, facts in blocked.items():
        kept_open = held_open(space, standing, variable, facts, who)
        owed = diagrams.both(owed, diagrams.fixed(kept_open, here))
        against = [
            fact
            for fact in facts
            if not is_by_part(fact)
            and not diagrams.holds(without_vote(space, standing, fact, who), incident)
        ]
        if against:
            way, ballot = ballot_against(space, standing, variable, against, who, incident)
            stance[variable] = way
            ballots += (ballot,) if ballot is not None else ()
    own = [variable for variable in held if variable not in blocked]
    others = [variable for variable in space.beside if variable not in own]
    point = diagrams.point(diagrams.opposite(diagrams.exists(owed, others)))
    assert point is not None, "somebody who alone can stop it has a way to"
    stance.update((variable, point[variable]) for variable in own)
    return tuple(stance.items()), tuple(ballots)


def _decisive(survey: Survey, rank: int, possible: int) -> Iterator[Decisive]:
    found = []
    for actor in survey.everybody:
        others = [other for other in survey.everybody if other != actor]
        without = survey.space.possible(survey.bound(others, rank))
        alone = survey.space.diagrams.minus(possible, without)
        if alone != FALSE:
            found.append((survey.space.incidents(alone), actor, alone))
    found.sort(key=lambda one: -one[0])
    for count, actor, alone in found:
        yield Decisive(actor, count, lines(survey.space, survey.standing, alone, survey.focus))
