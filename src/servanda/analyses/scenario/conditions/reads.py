"""What a condition reads: attributes, issues, circumstances, findings, conduct, the bearer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.model.builtins import WAIVE
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
    TheActor,
)
from servanda.model.node import (
    ActorId,
    ArticleRef,
    AttributeId,
    CircumstanceId,
    DefinitionId,
    IssueId,
)
from servanda.model.sets import Bearer, DecisionRule, Listed, Role, SetOfActors, SomeActors

Leaf = (
    AttributeIs
    | AttributeIn
    | ActorIsAmong
    | IssueIs
    | InForce
    | Holds
    | Done
    | Decided
    | Found
    | Breached
    | Met
    | Occurred
)
"""A condition that has no conditions of the same situation inside it."""


def leaves(condition: Condition, text: TextAsRead) -> Iterator[Leaf]:
    """The simple conditions that a condition is made of, each definition opened once."""
    return _leaves(condition, text, set())


def _leaves(condition: Condition, text: TextAsRead, opened: set[DefinitionId]) -> Iterator[Leaf]:
    match condition:
        case All() | Any():
            for part in condition.parts:
                yield from _leaves(part, text, opened)
        case Not():
            yield from _leaves(condition.part, text, opened)
        case IncidentIs():
            if condition.definition not in opened:
                opened.add(condition.definition)
                yield from _leaves(text.meaning(condition.definition), text, opened)
        case _:
            yield condition


def definitions_in(condition: Condition, text: TextAsRead) -> tuple[DefinitionId, ...]:
    """The definitions that a condition uses, at any depth, each once."""
    found: dict[DefinitionId, None] = {}
    _collect_definitions(condition, text, found)
    return tuple(found)


def _collect_definitions(
    condition: Condition, text: TextAsRead, found: dict[DefinitionId, None]
) -> None:
    inner: tuple[Condition, ...] = ()
    match condition:
        case All() | Any():
            inner = condition.parts
        case Not():
            inner = (condition.part,)
        case Found():
            inner = (condition.condition,)
        case IncidentIs():
            inner = tuple(_opened((condition.definition,), text, found))
        case Occurred():
            inner = tuple(_opened(condition.definitions, text, found))
        case _:
            return
    for part in inner:
        _collect_definitions(part, text, found)


def _opened(
    definitions: Iterable[DefinitionId], text: TextAsRead, found: dict[DefinitionId, None]
) -> Iterator[Condition]:
    """What those definitions mean that have not been found yet."""
    for definition in definitions:
        if definition not in found:
            found[definition] = None
            yield text.meaning(definition)


def leaves_of(conditions: Iterable[Condition], text: TextAsRead) -> Iterator[Leaf]:
    """The simple conditions of several conditions, those of a definition once."""
    opened: set[DefinitionId] = set()
    for condition in conditions:
        yield from _leaves(condition, text, opened)


def attributes_read(leaf: Leaf, text: TextAsRead) -> tuple[AttributeId, ...]:
    """The incident's attributes whose values a simple condition needs."""
    match leaf:
        case AttributeIs() | AttributeIn():
            return (leaf.attribute,)
        case ActorIsAmong():
            return (*_role(leaf.who), *_role(leaf.among))
        case Done():
            target = leaf.object.who if isinstance(leaf.object, TheActor) else None
            return (*_role(leaf.subject.among), *_role(target))
        case Found() | Breached() | Met():
            return _role(leaf.subject.among)
        case Decided():
            rule = rule_for(leaf, text)
            return rule.roles_left_out if rule else ()
        case Occurred():
            return (*_role(leaf.by), *_role(leaf.on))
        case IssueIs() | InForce() | Holds():
            return ()
        case _:
            assert_never(leaf)


def sets_named(leaf: Leaf) -> Iterator[SetOfActors]:
    """The sets of actors that a simple condition names, one by one or as a set."""
    subject = leaf.subject if isinstance(leaf, Done | Found | Breached | Met) else None
    target = leaf.object if isinstance(leaf, Done) else None
    named: list[SomeActors | None] = [
        leaf.among if isinstance(leaf, ActorIsAmong) else None,
        subject.among if subject else None,
        Listed(actors=subject.including) if subject and subject.including else None,
        target.who if isinstance(target, TheActor) else None,
        *((leaf.by, leaf.on) if isinstance(leaf, Occurred) else ()),
    ]
    yield from (who for who in named if isinstance(who, SetOfActors))


def attributes_to_find(leaf: Leaf, text: TextAsRead) -> tuple[AttributeId, ...]:
    """The attributes that somebody must have found something about."""
    if not isinstance(leaf, Found):
        return ()
    inner = leaves(leaf.condition, text)
    return tuple(dict.fromkeys(a for part in inner for a in attributes_read(part, text)))


def issues_read(leaf: Leaf) -> tuple[IssueId, ...]:
    """The issue whose option a simple condition needs."""
    return (leaf.issue,) if isinstance(leaf, IssueIs) else ()


def circumstances_read(leaf: Leaf) -> tuple[CircumstanceId, ...]:
    """The circumstance that a simple condition asks to hold."""
    return (leaf.circumstance,) if isinstance(leaf, Holds) else ()


def issues_in(conditions: Iterable[Condition], text: TextAsRead) -> frozenset[IssueId]:
    """The issues that conditions read, those in what somebody must have found included."""
    found: set[IssueId] = set()
    opened: set[DefinitionId] = set()
    waiting = list(conditions)
    while waiting:
        for leaf in _leaves(waiting.pop(), text, opened):
            found.update(issues_read(leaf))
            if isinstance(leaf, Found):
                waiting.append(leaf.condition)
            terms = leaf.definitions if isinstance(leaf, Occurred) else ()
            waiting.extend(IncidentIs(definition=term) for term in terms)
    return frozenset(found)


def articles_read(leaf: Leaf) -> tuple[ArticleRef, ...]:
    """The article of whose breach or performance a simple condition speaks."""
    return (leaf.article,) if isinstance(leaf, Breached | Met) else ()


def reads_bearer(leaf: Leaf, text: TextAsRead) -> bool:
    """Whether a simple condition may come out differently for different bearers."""
    return _reads_bearer(leaf, text, set())


def _reads_bearer(leaf: Leaf, text: TextAsRead, opened: set[DefinitionId]) -> bool:
    match leaf:
        case ActorIsAmong():
            return isinstance(leaf.who, Bearer) or isinstance(leaf.among, Bearer)
        case Done():
            target = leaf.object.who if isinstance(leaf.object, TheActor) else None
            waives = leaf.act == WAIVE  # A waiver can name for whom it is.
            return waives or isinstance(leaf.subject.among, Bearer) or isinstance(target, Bearer)
        case Found():
            inner = _leaves(leaf.condition, text, opened)
            return isinstance(leaf.subject.among, Bearer) or any(
                _reads_bearer(part, text, opened) for part in inner
            )
        case Occurred():
            return isinstance(leaf.by, Bearer) or isinstance(leaf.on, Bearer)
        case Breached() | Met():
            return isinstance(leaf.subject.among, Bearer)
        case Decided():
            rule = rule_for(leaf, text)
            return rule is not None and any(isinstance(who, Bearer) for who in rule.leaving_out)
        case AttributeIs() | AttributeIn() | IssueIs() | InForce() | Holds():
            return False
        case _:
            assert_never(leaf)


def reads_incident(leaf: Leaf, text: TextAsRead) -> bool:
    """Whether a simple condition speaks of an incident."""
    if isinstance(leaf, Decided) and leaf.motion is None:
        return True
    return isinstance(leaf, Found | Occurred) or bool(attributes_read(leaf, text))


def may_change(leaf: Leaf) -> bool:
    """Whether a simple condition may come to hold, or not, by what happens later."""
    match leaf:
        case Done() | Decided() | InForce() | Holds() | Breached() | Met() | Occurred():
            return True
        case AttributeIs() | AttributeIn() | ActorIsAmong() | Found() | IssueIs():
            return False
        case _:
            assert_never(leaf)


def organ_of(body: SetOfActors | ActorId) -> ActorId | None:
    """The single body that decides, where it is named."""
    if isinstance(body, str):
        return body
    if isinstance(body, Listed) and len(body.actors) == 1:
        return body.actors[0]
    return None


def rule_for(decided: Decided, text: TextAsRead) -> DecisionRule | None:
    """The rule of decision: the one that the condition names, or else the organ's own."""
    organ = text.organs.get(organ_of(decided.body) or ActorId(""))
    return decided.rule or (organ.rule if organ else None)


def _role(who: SomeActors | None) -> tuple[AttributeId, ...]:
    return (who.attribute,) if isinstance(who, Role) else ()
