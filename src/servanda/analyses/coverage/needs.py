"""What an answer hangs on beside the incident: who has to do, find or decide what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

import msgspec

from servanda.analyses.coverage.ballots import blockers, members_of, voters
from servanda.analyses.coverage.formula import Fact, TakenEffect
from servanda.analyses.coverage.hinges import Hinge
from servanda.analyses.coverage.sorts import NeedSort
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.standing import Standing
from servanda.diagrams import TRUE, Cube
from servanda.model.builtins import ASSIST
from servanda.model.conditions import (
    All,
    Any,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IssueIs,
    Met,
    Not,
    Occurred,
    TheAct,
)
from servanda.model.node import ArticleRef, AttributeId
from servanda.model.sets import Bearer, Listed, Role, SomeActors


class Need(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that has to be so, or must not be, beside the incident.

    Attributes:
        condition: What, as a condition of the language; None for an article that takes effect.
        effect: The article on suspension that has taken effect, or must not have.
        so: Whether it has to be so.
        sort: What it is for whoever is bound.
        blocked_by: Who alone can keep it from being so: an actor, a body, or whoever holds a part
            in the incident; of a vote, by a vote against.
        anybody: Whether any one of those who have a vote can.
        left_out: The parts in the incident for which one has no vote, and so cannot.
    """

    condition: Condition | None
    sort: NeedSort
    effect: ArticleRef | None = None
    so: bool = True
    blocked_by: tuple[str, ...] = ()
    anybody: bool = False
    left_out: tuple[AttributeId, ...] = ()


Way = tuple[Need, ...]
"""What is enough together."""


def ways(space: Space, standing: Standing, residual: int) -> tuple[Way, ...]:
    """The ways in which what remains of a function, the incident being known, can come to hold.

    None where it never does; one that needs nothing where it always does.
    """
    if residual == TRUE:
        return ((),)
    cubes = space.diagrams.cover(residual)
    return tuple(tuple(_needs(space, standing, cube)) for cube in cubes)


def _needs(space: Space, standing: Standing, cube: Cube) -> Iterator[Need]:
    for variable, mask in cube:
        hinge = space.hinges[variable - space.level]
        yield need_of(hinge, mask, standing)


def need_of(hinge: Hinge, mask: int, standing: Standing) -> Need:
    """What it takes that facts stand in one of some ways."""
    found = [fact for fact in hinge.facts if isinstance(fact, Found)]
    if len(found) > 1:
        return _need(_one_finding(found), bool(mask & 2), standing)
    wanted = frozenset(n for n in range(len(hinge.ways)) if mask >> n & 1)
    everything = frozenset(range(len(hinge.ways)))
    for fact in hinge.facts:
        holding = hinge.holding(fact)
        if holding == wanted:
            return _need(fact, True, standing)
        if everything - holding == wanted:
            return _need(fact, False, standing)
    inside = [fact for fact in hinge.facts if hinge.holding(fact) <= wanted]
    covered = frozenset[int]().union(*(hinge.holding(fact) for fact in inside))
    plain = [fact for fact in hinge.facts if not isinstance(fact, TakenEffect)]
    sort = _sort(hinge.facts[0])
    if covered == wanted:
        some = tuple(fact for fact in inside if not isinstance(fact, TakenEffect))
        return Need(Any(parts=some), sort)
    options = []
    for n in sorted(wanted):
        told = zip(plain, hinge.ways[n], strict=True)
        options.append(All(parts=tuple(f if so else Not(part=f) for f, so in told)))
    return Need(options[0] if len(options) == 1 else Any(parts=tuple(options)), sort)


def _one_finding(found: Sequence[Found]) -> Found:
    """Several findings that one author makes together, of which one or another may be so."""
    parts = tuple(fact.condition for fact in found)
    return msgspec.structs.replace(found[0], condition=Any(parts=parts))


def _need(fact: Fact, so: bool, standing: Standing) -> Need:
    if isinstance(fact, TakenEffect):
        return Need(None, "suspension", effect=fact.article, so=so)
    condition = fact if so else Not(part=fact)
    who, anybody = who_blocks(fact, standing)
    return Need(
        condition,
        _sort(fact),
        so=so,
        blocked_by=who,
        anybody=anybody,
        left_out=_roles_left_out(fact, standing),
    )


def _roles_left_out(fact: Fact, standing: Standing) -> tuple[AttributeId, ...]:
    rule = standing.rule_of(fact) if isinstance(fact, Decided) else None
    return rule.roles_left_out if rule is not None else ()


def who_blocks(fact: Fact, standing: Standing) -> tuple[tuple[str, ...], bool]:
    """Who alone can keep a fact from being so, and whether each of a whole body can."""
    match fact:
        case Decided():
            members, rule = members_of(fact, standing), standing.rule_of(fact)
            if rule is None or not members:
                return ((fact.body,) if isinstance(fact.body, str) else ()), False
            found = blockers(rule, members)
            return found, bool(found) and len(found) == len(voters(rule, members))
        case Done() | Found() | Met():
            return the_one(fact.subject.among), False
        case _:
            return (), False


def the_one(who: SomeActors) -> tuple[str, ...]:
    """The one who is meant, by name or by part in the incident; nobody where several are."""
    match who:
        case Listed():
            return who.actors if len(who.actors) == 1 else ()
        case Role():
            return (f"the {who.attribute}",)
        case _:
            return ()


def _sort(fact: Fact) -> NeedSort:
    match fact:
        case TakenEffect():
            return "suspension"
        case IssueIs():
            return "open issue"
        case Holds():
            return "circumstance"
        case Decided():
            return "decision"
        case Found():
            return "own finding" if isinstance(fact.subject.among, Bearer) else "finding"
        case Met():
            return "performance"
        case Breached():
            return "breach"
        case Occurred():
            return "earlier incident"
        case Done():
            return _sort_of_act(fact)
        case _:
            assert_never(fact)


def _sort_of_act(fact: Done) -> NeedSort:
    if isinstance(fact.subject.among, Bearer):
        return "own act"
    if isinstance(fact.object, TheAct):
        return "request"
    return "performance" if fact.act == ASSIST else "act"
