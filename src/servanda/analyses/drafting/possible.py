"""Whether conditions can hold together in some incident, some course of events, some settlement.

A search in depth over the alternatives of `or`, as in Davis, Logemann and Loveland
(1962), each variable with the set of values left to it. What was done, decided or found
is taken as free, but the same in all places. The answer 'no' is certain; 'yes' may be
given too often, where dates or numbers would be needed, or where the search grows long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import plain
from servanda.model.agreement import Article
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
from servanda.model.node import DefinitionId, IssueId, KindId
from servanda.model.sets import Author, Bearer, Role
from servanda.model.triggers import OnIncident

MOST_STEPS = 5_000

BEARER = "the bearer"
AUTHOR = "the author"
_ISSUE = "issue "

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
"""A condition that is not made of others, all terms opened."""

Asked = tuple[Condition, bool]
"""A condition, and whether it is to hold or to fail."""


def asked_by(article: Article, reach: Reach) -> Iterator[Asked]:
    """Everything that has to come together for an article to apply."""
    trigger = article.trigger
    if isinstance(trigger, OnIncident):
        kind = reach.kinds[trigger.kind]
        for definition in trigger.definitions:
            yield IncidentIs(definition=definition), True
        for attribute, pattern in ((kind.role("by"), trigger.by), (kind.role("on"), trigger.on)):
            if attribute is not None and pattern is not None:
                yield ActorIsAmong(who=Role(attribute=attribute.id), among=pattern.among), True
    for condition in article.only_if:
        yield condition, True
    if article.during is not None:
        yield article.during, True
    for condition in article.unless:
        yield condition, False


@dataclass(slots=True)
class _World:
    """What is assumed so far, and what is still asked.

    Attributes:
        left: The values left to each variable.
        facts: What was done, decided or found, and what was not.
        pairs: Two variables, and whether they are the same actor.
        asked: What is to hold, or to fail, besides.
        choices: Conditions of which one part has to hold, or to fail.
        opened: The terms that are to hold, or to fail, whose meaning has been asked already.
    """

    left: dict[str, frozenset[str]]
    facts: dict[object, bool] = field(default_factory=dict)
    pairs: list[tuple[str, str, bool]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    choices: list[Asked] = field(default_factory=list)
    opened: set[tuple[DefinitionId, bool]] = field(default_factory=set)

    def with_one_more(self, asked: Asked) -> _World:
        """A world like this one, in which one thing more is asked."""
        return _World(
            dict(self.left),
            dict(self.facts),
            list(self.pairs),
            [asked],
            list(self.choices),
            set(self.opened),
        )


class Possible:
    """Looks for one way in which conditions hold together.

    Args:
        reach: The sets of the case.
        kind: The incident that the conditions are about.
    """

    def __init__(self, reach: Reach, kind: KindId | None) -> None:
        self.reach = reach
        self.kind = kind

    def together(
        self, asked: Iterable[Asked], given: Mapping[str, frozenset[str]] | None = None
    ) -> bool:
        """Whether there may be a way; False only where there is certainly none.

        Args:
            asked: What is to hold, and what is to fail.
            given: Values that a variable is limited to from the start.
        """
        waiting = [_World(dict(given or {}), asked=list(asked))]
        steps = 0
        while waiting and steps < MOST_STEPS:
            world = waiting.pop()
            steps += 1 + len(world.asked)
            if not (self._work_out(world) and self._agree(world)):
                continue
            if not world.choices:
                return True
            choice, holds = world.choices.pop()
            parts = choice.parts if isinstance(choice, All | Any) else ()
            waiting.extend(world.with_one_more((part, holds)) for part in parts)
        return bool(waiting)

    def _work_out(self, world: _World) -> bool:
        """Take everything that is asked as so, choices left aside; False where it cannot be."""
        while world.asked:
            condition, holds = world.asked.pop()
            match condition:
                case All() | Any() if isinstance(condition, All) == holds:
                    world.asked.extend((part, holds) for part in condition.parts)
                case All() | Any():
                    world.choices.append((condition, holds))
                case Not():
                    world.asked.append((condition.part, not holds))
                case IncidentIs() if (condition.definition, holds) in world.opened:
                    continue
                case IncidentIs():
                    world.opened.add((condition.definition, holds))
                    meaning = self.reach.definitions[condition.definition].condition
                    world.asked.append((meaning, holds))
                case _:
                    if not self._assume(condition, holds, world):
                        return False
        return True

    def _assume(self, leaf: Leaf, holds: bool, world: _World) -> bool:
        """Take a plain condition as so; False where it contradicts what is assumed."""
        match leaf:
            case AttributeIs():
                values = frozenset(leaf.values)
                return self._limit(world, leaf.attribute, values, values, holds)
            case AttributeIn():
                some = self.reach.within(leaf.region, on_every_day=False)
                every = self.reach.within(leaf.region, on_every_day=True)
                return self._limit(world, leaf.attribute, some, every, holds)
            case ActorIsAmong():
                return self._actor(leaf, holds, world)
            case IssueIs():
                options = frozenset(str(option) for option in leaf.options)
                return self._limit(world, f"{_ISSUE}{leaf.issue}", options, options, holds)
            case (
                InForce() | Holds() | Done() | Decided() | Found() | Breached() | Met() | Occurred()
            ):
                return world.facts.setdefault(plain(leaf), holds) == holds
            case _:
                assert_never(leaf)

    def _actor(self, leaf: ActorIsAmong, holds: bool, world: _World) -> bool:
        if isinstance(leaf.among, Role | Bearer | Author):
            world.pairs.append((name_of(leaf.who), name_of(leaf.among), holds))
            return True
        some, every = self.reach.ever(leaf.among), self.reach.always(leaf.among)
        return self._limit(world, name_of(leaf.who), some, every, holds)

    def _agree(self, world: _World) -> bool:
        """Whether who must be the same, or two, can be, as far as is plain."""
        for one, other, holds in world.pairs:
            first = world.left.get(one, self._all(one))
            second = world.left.get(other, self._all(other))
            if first is None or second is None:
                continue
            if holds:
                world.left[one] = world.left[other] = first & second
            if first.isdisjoint(second) if holds else first == second and len(first) == 1:
                return False
        return True

    def _limit(
        self,
        world: _World,
        name: str,
        some: frozenset[str],
        every: frozenset[str],
        holds: bool,
    ) -> bool:
        """Leave a variable the values with which the condition may hold, or may fail."""
        before = world.left[name] if name in world.left else self._all(name)
        if before is None:
            if not holds:
                return True
            before = some
        world.left[name] = before & some if holds else before - every
        return bool(world.left[name])

    def _all(self, name: str) -> frozenset[str] | None:
        """Every value of a variable; None where it can be anything."""
        if name.startswith(_ISSUE):
            issue = self.reach.issues[IssueId(name.removeprefix(_ISSUE))]
            return frozenset(str(option.id) for option in issue.options)
        attribute = None if self.kind is None else self.reach.attribute(self.kind, name)
        return None if attribute is None else self.reach.values(attribute)


def name_of(who: Role | Bearer | Author) -> str:
    """The variable that stands for somebody."""
    match who:
        case Role():
            return str(who.attribute)
        case Bearer():
            return BEARER
        case Author():
            return AUTHOR
        case _:
            assert_never(who)
