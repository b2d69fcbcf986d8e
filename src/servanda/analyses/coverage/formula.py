"""What decides whether something is owed: a formula over the incident and what may follow it.

Between a clause and a decision diagram. A clause is read into a formula once for each bearer;
only when all formulas are there is it known which facts they hang on, and so which variables
the diagrams need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, assert_never, cast

import msgspec

from servanda.core.origin import Origin
from servanda.model.conditions import (
    Breached,
    Decided,
    Done,
    Found,
    Holds,
    IssueIs,
    Met,
    Not,
    Occurred,
)
from servanda.model.node import ActorId, ArticleRef, AttributeId, Node, parts_of
from servanda.model.sets import Bearer, Listed


class Where(msgspec.Struct, frozen=True):
    """The incident's attribute has one of these values."""

    attribute: AttributeId
    values: frozenset[str]


class TakenEffect(Node, frozen=True, tag="taken_effect"):
    """An article on the operation of another has taken effect before the incident.

    Attributes:
        actor: For whom; None for everybody.
    """

    article: ArticleRef
    actor: ActorId | None = None


THE_BEARER = ActorId("the bearer")
"""The bearer, whoever it is."""

Fact = Done | Decided | Found | Met | Breached | Occurred | Holds | IssueIs | TakenEffect
"""What is so or not beside the incident, with every name filled in that is known."""


class Given(msgspec.Struct, frozen=True):
    """A fact beside the incident: a request, a finding, a decision, an open issue."""

    fact: Fact


class Every(msgspec.Struct, frozen=True):
    """All parts hold; of no parts, always."""

    every: tuple[Formula, ...]


class Some(msgspec.Struct, frozen=True):
    """At least one part holds; of no parts, never."""

    some: tuple[Formula, ...]


class Opposite(msgspec.Struct, frozen=True):
    """The part does not hold."""

    of: Formula


class AtLeast(msgspec.Struct, frozen=True):
    """At least so many of the parts hold."""

    count: int
    parts: tuple[Formula, ...]


class Told(msgspec.Struct, frozen=True):
    """Something about the incident as far as it has been found: neither so nor not so before that.

    Attributes:
        what: What is found, or its opposite.
        by: That it has been found.
    """

    what: Formula
    by: Found


Formula = Where | Given | Every | Some | Opposite | AtLeast | Told

ALWAYS: Formula = Every(())
NEVER: Formula = Some(())


def every(parts: Iterable[Formula]) -> Formula:
    """All of them, what goes without saying left out."""
    kept = tuple(dict.fromkeys(p for p in parts if p != ALWAYS))
    if NEVER in kept:
        return NEVER
    return kept[0] if len(kept) == 1 else Every(kept)


def some(parts: Iterable[Formula]) -> Formula:
    """One of them, what cannot be left out."""
    kept = tuple(dict.fromkeys(p for p in parts if p != NEVER))
    if ALWAYS in kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else Some(kept)


def opposite(part: Formula) -> Formula:
    """Its opposite."""
    if part == ALWAYS:
        return NEVER
    if part == NEVER:
        return ALWAYS
    match part:
        case Opposite():
            return part.of
        case Told():
            return Told(opposite(part.what), _contrary(part.by))
        case Every() if _waits(part):
            return some(map(opposite, part.every))
        case Some() if _waits(part):
            return every(map(opposite, part.some))
        case AtLeast() if _waits(part):
            fewer = len(part.parts) - part.count + 1
            return AtLeast(fewer, tuple(map(opposite, part.parts)))
        case _:
            return Opposite(part)


def told(what: Formula, by: Formula) -> Formula:
    """Something as far as it has been found."""
    if NEVER in {by, what}:
        return NEVER
    if isinstance(by, Given) and isinstance(by.fact, Found):
        return Told(what, by.fact)
    return what


def _contrary(fact: Found) -> Found:
    """That the contrary has been found."""
    found = fact.condition
    contrary = found.part if isinstance(found, Not) else Not(part=found)
    return msgspec.structs.replace(fact, condition=contrary)


def _waits(formula: Formula) -> bool:
    """Whether a formula asks for something that has to be found first."""
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        match part:
            case Told():
                return True
            case Every(every=parts) | Some(some=parts) | AtLeast(parts=parts):
                waiting.extend(parts)
            case Opposite(of=inner):
                waiting.append(inner)
            case _:
                pass
    return False


def whether(holds: bool) -> Formula:
    """What is settled already."""
    return ALWAYS if holds else NEVER


def facts_of(formula: Formula) -> Iterator[Fact]:
    """The facts beside the incident that a formula hangs on, in the order of reading."""
    return (part.fact for part in _atoms(formula) if isinstance(part, Given))


def attributes_of(formula: Formula) -> frozenset[AttributeId]:
    """The attributes of the incident that a formula hangs on."""
    return frozenset(part.attribute for part in _atoms(formula) if isinstance(part, Where))


def _atoms(formula: Formula) -> Iterator[Where | Given]:
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        match part:
            case Where() | Given():
                yield part
            case Told(what=inner, by=by):
                waiting += (Given(by), inner)
            case Every(every=parts) | Some(some=parts) | AtLeast(parts=parts):
                waiting.extend(reversed(parts))
            case Opposite(of=inner):
                waiting.append(inner)


def supposing(formula: Formula, facts: Mapping[Fact, bool]) -> Formula:
    """A formula where some facts are taken to be so, or not."""
    if not facts:
        return formula
    return _with_facts(formula, lambda fact: whether(facts[fact]) if fact in facts else Given(fact))


def named_by_part(formula: Formula, bearer: ActorId) -> Formula:
    """A formula in which what the bearer does or finds is called that of the bearer."""
    return _with_facts(formula, lambda fact: Given(_of_bearer(fact, bearer)))


def is_by_part(fact: Fact) -> bool:
    """Whether a fact is said of the bearer, whoever it is."""
    if isinstance(fact, TakenEffect):
        return fact.actor == THE_BEARER
    return any(isinstance(part, Bearer) for part in parts_of(fact))


def _of_bearer(fact: Fact, bearer: ActorId) -> Fact:
    if isinstance(fact, TakenEffect):
        return TakenEffect(
            article=fact.article, actor=THE_BEARER if fact.actor == bearer else fact.actor
        )
    me = Listed(actors=(bearer,))
    return _replaced(fact, me)


def _with_facts(formula: Formula, change: Callable[[Fact], Formula]) -> Formula:
    match formula:
        case Given():
            return change(formula.fact)
        case Every():
            return every(_with_facts(part, change) for part in formula.every)
        case Some():
            return some(_with_facts(part, change) for part in formula.some)
        case Opposite():
            return opposite(_with_facts(formula.of, change))
        case AtLeast():
            return AtLeast(formula.count, tuple(_with_facts(p, change) for p in formula.parts))
        case Told():
            return told(_with_facts(formula.what, change), change(formula.by))
        case Where():
            return formula
        case _:
            assert_never(formula)


NodeT = TypeVar("NodeT")


def _replaced(value: NodeT, me: Listed) -> NodeT:
    """A value of the model with the bearer by its part in the place of its name alone."""
    if value == me:
        return cast(NodeT, Bearer())
    if isinstance(value, tuple):
        return cast(NodeT, tuple(_replaced(part, me) for part in value))
    if not isinstance(value, msgspec.Struct) or isinstance(value, Origin):
        return value
    parts = {name: _replaced(getattr(value, name), me) for name in value.__struct_fields__}
    return cast(NodeT, type(value)(**parts))
