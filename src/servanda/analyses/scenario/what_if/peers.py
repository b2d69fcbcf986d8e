"""Duties that stand alike, so that what is true of one is true of the others.

Bearers for whom everything came out alike are looked at once: what would change the duty of
the first would change that of the others with the names exchanged. Whether it would is not
taken for granted: the questions about each are asked of each, and two duties are taken
together only where exchanging the two bearers turns the suppositions about the one into
those about the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.conditions.reads import reads_bearer, sets_named
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.extent import Extent
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.links import linked_clauses
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.what_if.attributes import about_attributes
from servanda.analyses.scenario.what_if.circumstances import about_circumstances
from servanda.analyses.scenario.what_if.deeds import about_deeds
from servanda.analyses.scenario.what_if.own_life import about_own_life
from servanda.analyses.scenario.what_if.past import about_the_past
from servanda.analyses.scenario.what_if.performances import about_performances
from servanda.analyses.scenario.what_if.questions import (
    Answer,
    Question,
    about_amendments,
    about_issues,
    about_readings,
)
from servanda.model.case import IncidentEvent
from servanda.model.conditions import Breached, Decided, Met
from servanda.model.sets import Role

Key = tuple[object, ...]


class Asked(msgspec.Struct, frozen=True):
    """A duty, and what could be otherwise about it."""

    life: Life
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Peers:
    """Duties that stand alike, each with its questions in the order of the first's.

    Attributes:
        extent: What has to be run to see where the first stands.
    """

    members: tuple[Asked, ...]
    extent: Extent

    @property
    def first(self) -> Asked:
        """The one that is looked at."""
        return self.members[0]


def peers_among(lives: Iterable[Life], found: Run) -> Iterator[Peers]:
    """Takes duties together that differ in nothing but the bearer's name."""
    for alike in _alike(lives, found):
        clauses = _clauses_behind(alike[0], found)
        groups: list[list[Asked]] = []
        for life in alike:
            asked = Asked(life, tuple(_questions(life, clauses, found)))
            for group in groups:
                same = _counterpart(group[0], asked)
                if same is not None:
                    group.append(same)
                    break
            else:
                groups.append([asked])
        for group in groups:
            yield Peers(tuple(group), _extent_of(group[0].life, clauses, found))


def _clauses_behind(life: Life, found: Run) -> tuple[Clause, ...]:
    """The articles that a duty hangs on, its own first: those whose breach bonds hang on too."""
    versions = found.frame.versions
    breached = what_bonds_read(found.frame.text).breached
    behind = (life.clause, *(clause for ref in breached for clause in versions.of(ref)))
    linked = (c for clause in behind for c in linked_clauses(clause, versions))
    return tuple({id(clause): clause for clause in linked}.values())


def _questions(life: Life, clauses: Sequence[Clause], found: Run) -> Iterator[Question]:
    yield from about_attributes(life, clauses, found)
    yield from about_issues(clauses, found)
    yield from about_circumstances(life, clauses, found)
    yield from about_deeds(life, clauses, found)
    yield from about_own_life(life, found)
    yield from about_performances(life, clauses, found)
    yield from about_the_past(life, clauses, found)
    yield from about_readings(clauses, found)
    yield from about_amendments(clauses, found)


def _alike(lives: Iterable[Life], found: Run) -> Iterable[list[Life]]:
    """Duties that came about and stand in the same way."""
    groups: dict[Key, list[Life]] = {}
    for life in lives:
        verdicts = tuple((r.part, r.verdict) for r in found.requirements(life))
        event = life.occasion.key if life.occasion else None
        course = (life.shown, life.settled, life.due, life.ended)
        key = (id(life.clause), event, course, verdicts, _belongs_to(life, found))
        groups.setdefault(key, []).append(life)
    return groups.values()


def _belongs_to(life: Life, found: Run) -> Key:
    """How the bearer stands to what the article names, and to what has happened.

    Bearers of whom anything of this differs cannot be spoken of with the names exchanged.
    """
    record, bonds = found.frame.record, found.frame.bonds
    day = life.situation(found.known).day
    linked = _clauses_behind(life, found)
    named = [who for clause in linked for leaf in clause.leaves for who in sets_named(leaf)]
    prevailing = {one.prevailing for clause in linked for one in clause.outranked_by}
    named += [
        clause.norm.bearers.among
        for clause in linked
        if clause.ref in prevailing
        and clause.norm is not None
        and not isinstance(clause.norm.bearers.among, Role)
    ]
    membership = tuple(
        record.sets.membership(bearer, who, day) for who in named for bearer in life.bearers
    )
    roles = tuple(
        (event.id, value.attribute)
        for event in record.events
        if isinstance(event, IncidentEvent)
        for value in event.values
        if value.value in life.bearers
    )
    done = tuple(n for n, who in enumerate(record.authors) if set(who) & set(life.bearers))
    alone = tuple((n, len(record.authors[n]) == 1) for n in done)
    consents = tuple(
        (bearer in agreement.consents, bool(agreement.supposed) and bearer in agreement.negotiators)
        for agreement in bonds.lives.values()
        for bearer in life.bearers
    )
    told_apart = life.bearers if _decides_without_bearer(life, found) else ()
    return (membership, roles, alone, consents, told_apart)


def _decides_without_bearer(life: Life, found: Run) -> bool:
    """Whether the bearer has no vote in a decision that counts, so that each has its own."""
    clauses = linked_clauses(life.clause, found.frame.versions)
    return any(
        isinstance(leaf, Decided) and reads_bearer(leaf, found.frame.text)
        for clause in clauses
        for leaf in clause.leaves
    )


def _counterpart(first: Asked, other: Asked) -> Asked | None:
    """The other with its questions and answers in the order of the first's.

    None where they are not the same with the bearers exchanged.
    """
    if len(first.life.bearers) != 1 or len(other.life.bearers) != 1:
        return None
    exchange = _Exchange(first.life.bearers[0], other.life.bearers[0])
    asked = {frozenset(map(exchange.key, q.answers)): q for q in other.questions}
    if len(asked) != len(first.questions) or len(first.questions) != len(other.questions):
        return None
    found = []
    for question in first.questions:
        wanted = [exchange.swapped(answer) for answer in question.answers]
        same = asked.get(frozenset(wanted))
        if same is None or same.open is not question.open:
            return None
        answers = {exchange.key(answer): answer for answer in same.answers}
        ordered = tuple(answers[key] for key in wanted)
        found.append(msgspec.structs.replace(same, answers=ordered))
    return Asked(other.life, tuple(found))


class _Exchange:
    """What answers suppose, to be compared with the names of two bearers exchanged.

    Names are compared as whole values: they stand in quotes in the JSON form, where no text
    of another kind can be taken for one.
    """

    def __init__(self, one: str, other: str) -> None:
        self._names = {f'"{one}"': f'"{other}"', f'"{other}"': f'"{one}"'}
        self._pattern = re.compile("|".join(map(re.escape, self._names)))

    def key(self, answer: Answer) -> tuple[str, ...]:
        """What an answer supposes: its values apart, for they come to the same."""
        facts = msgspec.json.encode(answer.supposed.facts).decode()
        values = [_quoted(value) for value in answer.values]
        return (facts.replace(values[0], '""') if values else facts, *sorted(values))

    def swapped(self, answer: Answer) -> tuple[str, ...]:
        """The same with the names exchanged."""
        facts, *values = (self._swap(part) for part in self.key(answer))
        return (facts, *sorted(values))

    def _swap(self, text: str) -> str:
        return self._pattern.sub(lambda found: self._names[found[0]], text)


def _quoted(value: str) -> str:
    """A value as it stands in JSON."""
    return msgspec.json.encode(value).decode()


def _extent_of(life: Life, clauses: Sequence[Clause], found: Run) -> Extent:
    """What has to be run to see where a duty stands.

    What may be suspended hangs on any event. A condition on breaches hangs on other duties, of others and from other events. What a
    breach triggers hangs on the events that this breach goes back to, and on what its authors
    owed, on no other's breach. Any
    event may go against a prohibition, or bring into play what never was, or what prevails.
    """
    articles = frozenset(clause.ref for clause in clauses)
    if any(clause.operation is not None for clause in clauses):
        return Extent(articles)
    asked = any(isinstance(leaf, Breached | Met) for clause in clauses for leaf in clause.leaves)
    if asked or what_bonds_read(life.clause.text).breaches:
        return Extent(articles)
    alone = not life.jointly and not any(clause.reads_breaches for clause in clauses)
    bearers = frozenset(life.bearers) if alone else None
    if any(clause.outranked_by for clause in clauses):
        return Extent(articles, bearers)
    if life.prohibits or (life.occasion is None and not life.clause.standing):
        return Extent(articles, bearers)
    events = life.occasion.stems_from if life.occasion else frozenset()
    if alone:
        return Extent(articles, bearers, events, frozenset())
    behind = None if life.jointly else tuple(_breached_before(life, found))
    first = behind[-1].occasion if behind else life.occasion
    if not behind or (first is not None and first.breach is not None):
        return Extent(articles, bearers, events)
    chain = (life, *behind)
    looked_at = frozenset(bearer for one in chain for bearer in one.bearers)
    after = frozenset(
        (bearer, one.occasion.authors)
        for one in chain
        if one.occasion is not None and one.occasion.breach is not None
        for bearer in one.bearers
    )
    return Extent(articles, looked_at, events, after)


def _breached_before(life: Life, found: Run) -> Iterator[Life]:
    """The duty whose breach brought this one into play, the one behind that, and so on."""
    occasion = life.occasion
    while occasion is not None and occasion.breach is not None:
        broken = found.by_key.get(occasion.breach.key_of_the_broken)
        if broken is None:
            return
        yield broken
        occasion = broken.occasion
