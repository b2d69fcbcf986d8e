"""What everybody owes in every incident of one kind: the ground of map, gaps and comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

import msgspec

from servanda.analyses.coverage.duties import Duties, Owed
from servanda.analyses.coverage.formula import (
    NEVER,
    Every,
    Fact,
    Formula,
    Given,
    Opposite,
    Told,
    attributes_of,
    every,
    facts_of,
    named_by_part,
    supposing,
)
from servanda.analyses.coverage.hinges import hinges, overlapping
from servanda.analyses.coverage.reading import NOBODY
from servanda.analyses.coverage.space import Space, unlike
from servanda.analyses.coverage.standing import Standing
from servanda.diagrams import FALSE, TRUE, BudgetExceeded
from servanda.model.agreement import Perform, Respond
from servanda.model.conditions import Condition, IssueIs
from servanda.model.node import ActId, ActorId, ArticleRef, AttributeId, KindId, Level
from servanda.model.sets import Author, Bearer, Role
from servanda.model.triggers import OnAct, OnIncident
from servanda.model.vocabulary import Attribute, IncidentKind

BUDGET = 500_000
"""How many nodes the diagrams of one survey may come to."""

MOST_LEFT_OUT = 4
"""How many articles may be left out because they take more; with one more all is given up."""


class Commitment(msgspec.Struct, frozen=True):
    """What one article asks of one actor, and when.

    Attributes:
        floor: The least that it asks, on the ladder; None for an act that is no level of one.
        ceiling: The most.
        when: In which incidents, given which facts.
        own: The same with what the bearer itself does or finds called so, and not by its name;
            alike for all whom a clause treats alike.
        helps: In which incidents what it asks is done for the one whom the incident befalls.
    """

    owed: Owed
    floor: Level | None
    ceiling: Level | None
    when: int
    own: int
    helps: int

    @property
    def bearer(self) -> ActorId:
        """Who is bound."""
        return self.owed.bearer

    @property
    def ref(self) -> ArticleRef:
        """The article."""
        return self.owed.ref


class Survey:
    """Everything that is owed in incidents of one kind, on one day, by one reading of the text.

    Attributes:
        standing: What is taken as given.
        space: The incidents, and the facts beside them.
        commitments: In the order of articles and actors.
        focus: The incidents that are asked about.
        protects: Whether they are so because of whom a clause protects.
        supposed: Facts beside the incident that are taken to be so.
        left_out: Articles that could not be worked out within the budget, for some actor at least.
        whole: Whether it is of everybody, and nothing is asked that could leave a clause idle.
    """

    def __init__(
        self, standing: Standing, space: Space, owed: Iterable[Owed], asked: AskedAbout | None
    ) -> None:
        self.standing = standing
        self.whole = asked is None
        self.supposed = () if asked is None else tuple(f for f, so in asked.facts.items() if so)
        self.space = space
        self.left_out: dict[ArticleRef, None] = {}
        self.commitments = tuple(self._within_budget(owed))
        self.protects = False
        self.focus = self._focus(None if asked is None else asked.incidents)

    def _within_budget(self, owed: Iterable[Owed]) -> Iterator[Commitment]:
        """What can be worked out; an article that takes too much is left out, and given up."""
        kept: list[Commitment] = []
        for one in owed:
            if one.ref in self.left_out:
                continue
            try:
                kept.append(self._commitment(one))
            except BudgetExceeded:
                if len(self.left_out) >= MOST_LEFT_OUT:
                    raise
                self.left_out[one.ref] = None
                self.space.forget(u for c in kept for u in (c.when, c.own, c.helps))
        yield from (c for c in kept if c.ref not in self.left_out)

    def _commitment(self, owed: Owed) -> Commitment:
        floor, ceiling = self._levels(owed.content)
        when = self.space.compile(owed.when)
        own = self.space.compile(named_by_part(owed.when, owed.bearer))
        return Commitment(owed, floor, ceiling, when, own, self._helps(owed.content))

    def _levels(self, content: Respond | Perform) -> tuple[Level | None, Level | None]:
        """How much is asked for; an act that a level of the ladder is called after is that level."""
        if isinstance(content, Respond):
            return content.floor, content.ceiling
        level = Level(content.act)
        return (level, level) if self.standing.rank(level) is not None else (None, None)

    def _helps(self, content: Respond | Perform) -> int:
        patient = self.space.kind.role("on")
        if patient is None or not isinstance(content, Respond):
            return TRUE
        who = content.beneficiary
        if isinstance(who, Role):
            if who.attribute == patient.id:
                return TRUE
            return self.space.diagrams.opposite(unlike(self.space, who.attribute, patient.id))
        if isinstance(who, Author | Bearer):
            return TRUE
        return self.space.where(patient.id, frozenset(self.standing.members(who)))

    def _focus(self, asked: Formula | None) -> int:
        """What is asked about: incidents that befall somebody protected, unless it is said whom.

        Nobody does anything to itself.
        """
        by, on = self.space.kind.role("by"), self.space.kind.role("on")
        apart = unlike(self.space, by.id, on.id) if by is not None and on is not None else TRUE
        if asked is not None:
            apart = self.space.diagrams.both(apart, self.space.compile(asked))
        if on is None or (asked is not None and on.id in attributes_of(asked)):
            return apart
        diagrams, place = self.space.diagrams, self.space.place(on.id)
        others = [n for n in range(len(diagrams.sizes)) if n != place]
        for kept in (self._assists, lambda c: isinstance(c.owed.article.trigger, OnIncident)):
            helped = (diagrams.both(c.when, c.helps) for c in self.commitments if kept(c))
            protected = diagrams.exists(diagrams.both(apart, diagrams.any_of(helped)), others)
            if protected != FALSE:
                self.protects = True
                return diagrams.both(apart, protected)
        return apart

    def _assists(self, commitment: Commitment) -> bool:
        """Whether it is one to assist somebody, brought into play by an incident or a breach."""
        owed = commitment.owed
        assists = isinstance(owed.content, Respond)
        return assists and not isinstance(owed.article.trigger, OnAct)

    @property
    def everybody(self) -> tuple[ActorId, ...]:
        """Everybody who is ever bound."""
        return tuple(dict.fromkeys(c.bearer for c in self.commitments))

    @cached_property
    def incidents(self) -> int:
        """How many incidents are asked about."""
        return self.space.incidents(self.focus)

    def at_once(self, u: int) -> int:
        """The incidents in which something is so as soon as they have happened, nothing beside them.

        What is open stays open: it has to be so whatever option an issue is settled on.
        """
        open_, quiet = [], {}
        for variable, hinge in zip(self.space.beside, self.space.hinges, strict=True):
            if isinstance(hinge.facts[0], IssueIs):
                open_.append(variable)
            else:
                quiet[variable] = 0
        return self.space.diagrams.every(self.space.diagrams.fixed(u, quiet), open_)

    def only(self, guarantors: Collection[ActorId]) -> Survey:
        """The same of some guarantors alone."""
        found = copy(self)
        found.whole = False
        found.commitments = tuple(c for c in self.commitments if c.bearer in guarantors)
        return found

    def about_incidents(self, commitment: Commitment) -> bool:
        """Whether an incident brings it into play, and not an act or a breach whatever happens."""
        if isinstance(commitment.owed.article.trigger, OnIncident):
            return True
        return any(n < self.space.level for n in self.space.diagrams.support(commitment.when))

    def of(self, actor: ActorId) -> Iterator[Commitment]:
        """What one actor owes."""
        return (c for c in self.commitments if c.bearer == actor)

    def reaches(self, commitment: Commitment, rank: int) -> bool:
        """Whether a commitment is one to a rank of the ladder at least."""
        floor = commitment.floor
        found = self.standing.rank(floor) if floor is not None else None
        return found is not None and found >= rank

    def bound(self, actors: Iterable[ActorId], rank: int) -> int:
        """When one of some actors is bound to help, to a rank of the ladder at least."""
        some = frozenset(actors)
        diagrams = self.space.diagrams
        return diagrams.any_of(
            diagrams.both(c.when, c.helps)
            for c in self.commitments
            if c.bearer in some and self.reaches(c, rank)
        )


class MixedConditionError(ValueError):
    """A condition on incidents asks for a fact beside them other than by itself."""


class AskedAbout(NamedTuple):
    """What is asked about.

    Attributes:
        incidents: Which incidents.
        facts: What is taken to be so beside them, or not.
    """

    incidents: Formula
    facts: dict[Fact, bool]


def survey(
    standing: Standing, kind: KindId, where: Condition | None = None, *, budget: int = BUDGET
) -> Survey:
    """What everybody owes in incidents of a kind.

    Args:
        standing: What is taken as given.
        kind: The kind of incident.
        where: Which incidents are asked about; facts beside them that it asks for by themselves
            are taken to be so.
        budget: How many nodes the diagrams may come to.

    Raises:
        BudgetExceeded: They would come to more.
        MixedConditionError: What is asked for cannot be told apart so.
    """
    return surveys((standing,), kind, where, budget=budget)[0]


def surveys(
    standings: Sequence[Standing],
    kind: KindId,
    where: Condition | None = None,
    *,
    budget: int = BUDGET,
) -> tuple[Survey, ...]:
    """Surveys of one space of incidents, for how things stand by several texts or on several days.

    An attribute, or a value, that one of several cases does not have, no article of that case
    asks for. The arguments are those of :func:`survey`.
    """
    owed, read = _formulas(standings, kind, where)
    clauses = [fact for some in owed for o in some for fact in facts_of(o.when)]
    asked = [
        None if formula is None else _asked_about(formula, clauses, standings) for formula in read
    ]
    owed = [
        [msgspec.structs.replace(o, when=supposing(o.when, about.facts)) for o in some]
        if about is not None
        else some
        for some, about in zip(owed, asked, strict=True)
    ]
    formulas = [o.when for some in owed for o in some]
    formulas += [named_by_part(o.when, o.bearer) for some in owed for o in some]
    facts = (fact for formula in formulas for fact in facts_of(formula))
    declared, values = _attributes(standings, kind)
    space = Space(declared, values, hinges(facts, standings), budget=budget)
    sides = zip(standings, owed, asked, strict=True)
    return tuple(Survey(standing, space, some, about) for standing, some, about in sides)


def _asked_about(
    asked: Formula, clauses: Iterable[Fact], standings: Sequence[Standing]
) -> AskedAbout:
    """Tells what is asked of the incident from the facts that are asked for beside it.

    With these go the facts that clauses ask for and that cannot stand otherwise then. No incident
    is meant where what is asked for cannot be so together.
    """
    incidents: list[Formula] = []
    facts: dict[Fact, bool] = {}
    for part in _parts(asked):
        if isinstance(part, Given):
            fact, so = part.fact, True
        elif isinstance(part, Told):
            fact, so = part.by, True
            incidents.append(part.what)
        elif isinstance(part, Opposite) and isinstance(part.of, Given):
            fact, so = part.of.fact, False
        elif any(facts_of(part)):
            raise MixedConditionError
        else:
            incidents.append(part)
            continue
        if facts.setdefault(fact, so) != so:
            incidents.append(NEVER)
    implied = _implied(facts, clauses, standings)
    if implied is None:
        incidents.append(NEVER)
    return AskedAbout(every(incidents), facts | (implied or {}))


def _implied(
    asked: Mapping[Fact, bool], clauses: Iterable[Fact], standings: Sequence[Standing]
) -> dict[Fact, bool] | None:
    """How the facts stand that bear on some that are asked for; None where those cannot be so."""
    found: dict[Fact, bool] = {}
    for hinge in hinges((*asked, *clauses), standings):
        ways = [
            way
            for way in hinge.ways
            if all(asked.get(fact, so) == so for fact, so in zip(hinge.facts, way, strict=True))
        ]
        if not ways:
            return None
        if any(fact in asked for fact in hinge.facts):
            for fact, *how in zip(hinge.facts, *ways, strict=True):
                if len(set(how)) == 1:
                    found[fact] = how[0]
    return found


def _parts(asked: Formula) -> Iterator[Formula]:
    """What is asked for together; of a finding, what is found and that it is."""
    if isinstance(asked, Every):
        for part in asked.every:
            yield from _parts(part)
    else:
        yield asked


def _attributes(
    standings: Sequence[Standing], kind: KindId
) -> tuple[IncidentKind, list[tuple[str, ...]]]:
    """A kind of incident with the attributes, and their values, that it has in any of the cases."""
    found: dict[AttributeId, Attribute] = {}
    values: dict[AttributeId, dict[str, None]] = {}
    for standing in standings:
        for attribute in standing.kinds[kind].attributes:
            found.setdefault(attribute.id, attribute)
            known = dict.fromkeys(standing.values(attribute))
            values.setdefault(attribute.id, {}).update(known)
    first = standings[0].kinds[kind]
    declared = msgspec.structs.replace(first, attributes=tuple(found.values()))
    return declared, [tuple(some) for some in values.values()]


def _formulas(
    standings: Sequence[Standing], kind: KindId, where: Condition | None
) -> tuple[list[list[Owed]], list[Formula | None]]:
    """What is owed, and what is asked about, on each side.

    Acts of which clauses, or what is asked, speak in ways that overlap are spelt out, on all sides.
    """
    spelt = frozenset[ActId]()
    while True:
        duties = [Duties(standing, kind, spelt) for standing in standings]
        owed = [list(some.all()) for some in duties]
        asked = [some.reader.read(where, NOBODY) if where is not None else None for some in duties]
        facts = [fact for some in owed for o in some for fact in facts_of(o.when)]
        facts += [fact for formula in asked if formula is not None for fact in facts_of(formula)]
        each = (overlapping(facts, standing, kind) for standing in standings)
        found = frozenset[ActId]().union(*each) - spelt
        if not found:
            return owed, asked
        spelt |= found
