"""The facts that answers hang on, as variables with finitely many values.

Facts that bear on one another share a variable, whose values are the ways in which they can stand
together: an issue is settled on one option, who has assisted with armed force has given support.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

import msgspec

from servanda.analyses.coverage.ballots import outcomes
from servanda.analyses.coverage.formula import Fact
from servanda.analyses.coverage.standing import Standing
from servanda.model.conditions import Decided, Done, Found, IssueIs, Object, TheActor
from servanda.model.node import ActId, ActorId, KindId
from servanda.model.sets import Author, Bearer, Role, SomeActors, Subject

MOST_LINKED = 10
"""How many acts, one of which can be another as well, are one variable."""


class Hinge(msgspec.Struct, frozen=True):
    """Facts that bear on one another.

    Attributes:
        facts: The facts.
        ways: How they can stand together, one truth value for each; first, where there is such a
            way, none of them.
    """

    facts: tuple[Fact, ...]
    ways: tuple[tuple[bool, ...], ...]

    def holding(self, fact: Fact) -> frozenset[int]:
        """The ways in which a fact is so."""
        place = self.facts.index(fact)
        return frozenset(n for n, way in enumerate(self.ways) if way[place])


def hinges(facts: Iterable[Fact], standings: Sequence[Standing]) -> tuple[Hinge, ...]:
    """The variables for some facts, in the order in which they were first met."""
    groups: dict[object, list[Fact]] = {}
    for fact in dict.fromkeys(facts):
        groups.setdefault(_shared(fact), []).append(fact)
    parts = (part for group in groups.values() for part in _apart(group, standings))
    return tuple(Hinge(tuple(part), _ways(part, standings)) for part in parts)


def _apart(group: list[Fact], standings: Sequence[Standing]) -> Iterator[list[Fact]]:
    """The acts of a group, those together of which one can be another as well.

    Where that would be too many for one variable each stands alone.
    """
    if not isinstance(group[0], Done):
        yield group
        return
    linked: list[list[Fact]] = []
    for fact in group:
        touching = [some for some in linked if any(_linked(fact, one, standings) for one in some)]
        joined = [one for some in touching for one in some]
        linked = [some for some in linked if some not in touching]
        linked.append([*joined, fact])
    for some in linked:
        if len(some) <= MOST_LINKED:
            yield some
        else:
            yield from ([fact] for fact in some)


def _linked(one: Fact, other: Fact, standings: Sequence[Standing]) -> bool:
    if not isinstance(one, Done) or not isinstance(other, Done):
        return False
    return any(
        _implies(one, other, standing) or _implies(other, one, standing)
        for standing in _knowing((one, other), standings)
    )


def _shared(fact: Fact) -> object:
    """What facts have in common that bear on one another."""
    match fact:
        case IssueIs():
            return "issue", fact.issue
        case Done():
            return "act", fact.subject, fact.act
        case Found():
            return "finding", fact.subject
        case Decided():
            return "decision", fact.body, fact.motion
        case _:
            return fact


def _ways(group: Sequence[Fact], standings: Sequence[Standing]) -> tuple[tuple[bool, ...], ...]:
    """In which ways facts may be so together, by any of the texts that know them; none so, first."""
    knowing = _knowing(group, standings)
    if len(knowing) == 1:
        return _ways_by(group, knowing[0])
    return tuple(sorted({way for standing in knowing for way in _ways_by(group, standing)}))


def _knowing(group: Sequence[Fact], standings: Sequence[Standing]) -> Sequence[Standing]:
    """The texts that say of all of some facts what they come to; else the first."""
    return [s for s in standings if all(_knows(s, fact) for fact in group)] or standings[:1]


def _knows(standing: Standing, fact: Fact) -> bool:
    match fact:
        case IssueIs():
            return any(issue.id == fact.issue for issue in standing.case.issues)
        case Decided():
            return standing.rule_of(fact) is not None
        case Done(at_least=level) if level is not None:
            return standing.rank(level) is not None
        case _:
            return True


def _ways_by(group: Sequence[Fact], standing: Standing) -> tuple[tuple[bool, ...], ...]:
    first = group[0]
    if isinstance(first, IssueIs):
        return tuple(_settled(group, first, standing))
    if isinstance(first, Found):
        return (False,) * len(group), (True,) * len(group)
    if isinstance(first, Decided):
        decisions = [fact for fact in group if isinstance(fact, Decided)]
        return outcomes(decisions, standing)
    acts = [fact for fact in group if isinstance(fact, Done)]
    return tuple(
        way
        for way in sorted(product((False, True), repeat=len(group)))
        if not acts or _can_be(way, acts, standing)
    )


def _settled(
    group: Sequence[Fact], first: IssueIs, standing: Standing
) -> Iterator[tuple[bool, ...]]:
    """One option at a time; none of those asked about, where the issue has others."""
    issue = next(i for i in standing.case.issues if i.id == first.issue)
    asked = [fact.options[0] for fact in group if isinstance(fact, IssueIs)]
    if len(asked) < len(issue.options):
        yield (False,) * len(asked)
    for option in asked:
        yield tuple(option == one for one in asked)


def _can_be(way: Sequence[bool], acts: Sequence[Done], standing: Standing) -> bool:
    """Whether no act is done without one that it implies."""
    done = [act for act, so in zip(acts, way, strict=True) if so]
    not_done = [act for act, so in zip(acts, way, strict=True) if not so]
    return not any(_implies(one, other, standing) for one in done for other in not_done)


def _implies(one: Done, other: Done, standing: Standing) -> bool:
    """Whether one act is another as well: with its object, at that level or above."""
    if other.object is not None and one.object != other.object:
        return False
    if other.at_least is None:
        return True
    if one.at_least is None:
        return False
    return (standing.rank(one.at_least) or 0) >= (standing.rank(other.at_least) or 0)


# Acts asked about in ways that overlap.


def overlapping(facts: Iterable[Fact], standing: Standing, kind: KindId) -> frozenset[ActId]:
    """The acts of which clauses ask in ways that overlap: of the victim, and of UKR."""
    acts: dict[ActId, dict[Done, None]] = {}
    for fact in facts:
        if isinstance(fact, Done) and not standing.is_lifelong(fact.act):
            acts.setdefault(fact.act, {})[fact] = None
    found = (
        act
        for act, asked in acts.items()
        if any(_overlap(one, other, standing, kind) for one, other in combinations(asked, 2))
    )
    return frozenset(found)


def _overlap(one: Done, other: Done, standing: Standing, kind: KindId) -> bool:
    if one.subject == other.subject:
        return one.object != other.object and _may_be_same(one.object, other.object, standing, kind)
    if not _doers(one.subject, standing, kind) & _doers(other.subject, standing, kind):
        return False
    alike = one.object == other.object or one.object is None or other.object is None
    return alike or _may_be_same(one.object, other.object, standing, kind)


def _may_be_same(
    one: Object | None, other: Object | None, standing: Standing, kind: KindId
) -> bool:
    """Whether two objects that differ in words can be the same actor."""
    if not isinstance(one, TheActor) or not isinstance(other, TheActor):
        return False
    return bool(_actors(one, standing, kind) & _actors(other, standing, kind))


def _doers(subject: Subject, standing: Standing, kind: KindId) -> frozenset[ActorId]:
    return _meant(subject.among, standing, kind) | set(subject.including)


def _actors(thing: TheActor, standing: Standing, kind: KindId) -> frozenset[ActorId]:
    return _meant(thing.who, standing, kind)


def _meant(who: SomeActors, standing: Standing, kind: KindId) -> frozenset[ActorId]:
    """Everybody who may be meant."""
    if isinstance(who, Role):
        return frozenset(standing.holders(standing.kinds[kind], who.attribute))
    if isinstance(who, Bearer | Author):
        return frozenset()
    return frozenset(standing.members(who))
