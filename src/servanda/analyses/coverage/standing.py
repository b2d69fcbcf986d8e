"""How things stand on the day for which coverage is asked: the text in operation, and who is bound."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from servanda.model.agreement import Article
from servanda.model.builtins import RESPONSE, counts_for_good
from servanda.model.case import Case
from servanda.model.conditions import Condition, Decided
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleRef,
    AttributeId,
    CircumstanceId,
    DefinitionId,
    GroupId,
    IssueId,
    KindId,
    Level,
    OptionId,
    RegionId,
)
from servanda.model.sets import (
    Actors,
    DecisionRule,
    Listed,
    Members,
    Parties,
    SetOfActors,
    Signatories,
)
from servanda.model.vocabulary import (
    Act,
    Attribute,
    IncidentKind,
    Ladder,
    Organ,
)
from servanda.model.words import Speaker, Vocabulary


@dataclass(frozen=True, kw_only=True, eq=False)
class Standing:
    """What coverage takes as given.

    Nothing in it is worked out here: what the articles say on the day, who is a party, and what
    has happened for good are answers of another analysis, or are supposed.

    Attributes:
        day: The day of the incidents.
        articles: The articles in operation, as read and as amended; those whose time has not
            come, or is over, left out.
        definitions: What each term requires, as read.
        options: The option that each issue is settled on; None while it is open.
        parties: Who is bound by each agreement in force.
        aside: Agreements in force that are not asked about: none of their articles is taken.
        idle: Articles that are suspended, or have ceased to apply, for an actor.
        over: Those of them that nothing has apply again: their time is over, or their agreement's.
        done: Acts that count for ever and have been done: who, which act, its object in words.
        holding: Circumstances that have begun.
        breached: Who is in breach of which article.
        met: Who has performed what it owed under which standing article.
    """

    case: Case
    day: dt.date
    articles: Mapping[ArticleRef, Article]
    definitions: Mapping[DefinitionId, Condition]
    options: Mapping[IssueId, OptionId | None]
    parties: Mapping[AgreementId, tuple[ActorId, ...]]
    aside: frozenset[AgreementId] = frozenset()
    idle: frozenset[tuple[ArticleRef, ActorId]] = frozenset()
    over: frozenset[tuple[ArticleRef, ActorId]] = frozenset()
    done: frozenset[tuple[ActorId, ActId, str]] = frozenset()
    holding: frozenset[CircumstanceId] = frozenset()
    breached: frozenset[tuple[ActorId, ArticleRef]] = frozenset()
    met: frozenset[tuple[ActorId, ArticleRef]] = frozenset()

    def without(self, left_out: Collection[ArticleRef]) -> Standing:
        """The same with some articles left out."""
        kept = {ref: article for ref, article in self.articles.items() if ref not in left_out}
        return replace(self, articles=kept)

    @cached_property
    def speaker(self) -> Speaker:
        """Puts clauses of the case in words."""
        return Speaker(Vocabulary.of(self.case), {})

    @property
    def agreements(self) -> tuple[AgreementId, ...]:
        """The agreements that are asked about."""
        return tuple(agreement for agreement in self.parties if agreement not in self.aside)

    @cached_property
    def kinds(self) -> Mapping[KindId, IncidentKind]:
        """Each kind of incident."""
        return {kind.id: kind for kind in self.case.kinds}

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The ladders of responses."""
        return self.case.ladders or (RESPONSE,)

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every level, ladder by ladder, the lowest first."""
        return tuple(dict.fromkeys(level for one in self.ladders for level in one.levels))

    def rank(self, level: Level) -> int | None:
        """How high a level stands on the first ladder that has it, counted from 0."""
        return next((la.levels.index(level) for la in self.ladders if level in la.levels), None)

    @cached_property
    def _acts(self) -> Mapping[ActId, Act]:
        return {act.id: act for act in self.case.acts}

    def is_lifelong(self, act: ActId) -> bool:
        """Whether an act counts whenever it was done (C7)."""
        return counts_for_good(act, self._acts.get(act))

    @cached_property
    def organs(self) -> Mapping[ActorId, Organ]:
        """Each body that decides."""
        return {organ.id: organ for organ in self.case.organs}

    def rule_of(self, decided: Decided) -> DecisionRule | None:
        """By which rule a body decides; None where decisions are only reported."""
        if decided.rule is not None or not isinstance(decided.body, str):
            return decided.rule
        organ = self.organs.get(decided.body)
        return organ.rule if organ else None

    def members(self, who: SetOfActors) -> tuple[ActorId, ...]:
        """Who belongs to a set on the day (C4), in the order declared."""
        match who:
            case Listed():
                return who.actors
            case Parties():
                return self.parties.get(who.agreement, ())
            case Signatories():
                named = (a.between for a in self.case.agreements if a.id == who.agreement)
                return next(named, ())
            case Members():
                return self._groups.get(who.group, ())
            case Actors():
                return tuple(a.id for a in self.case.actors if who.sort in (a.sort, "actor"))
            case _:
                assert_never(who)

    @cached_property
    def _groups(self) -> Mapping[GroupId, tuple[ActorId, ...]]:
        return {group.id: group.members_on(self.day) for group in self.case.groups}

    # Places.

    @cached_property
    def _parts(self) -> Mapping[RegionId, tuple[RegionId, ...]]:
        return {region.id: region.parts_on(self.day) for region in self.case.regions}

    @property
    def places(self) -> tuple[RegionId, ...]:
        """The places that can be told apart: regions without parts on the day (C5)."""
        return tuple(region for region, parts in self._parts.items() if not parts)

    def values(self, attribute: Attribute) -> tuple[str, ...]:
        """Every value that an attribute can have, as far as values can be told apart."""
        match attribute.sort:
            case "value":
                return attribute.values
            case "region":
                return self.places
            case "state":
                return self.members(Actors(sort="state"))
            case "actor":
                return self.members(Actors(sort="actor"))

    def holders(self, kind: IncidentKind, role: AttributeId) -> tuple[ActorId, ...]:
        """Who can hold a role in an incident of a kind; nobody where it has no such role."""
        attribute = kind.attribute(role)
        if attribute is None or attribute.sort not in {"state", "actor"}:
            return ()
        return tuple(map(ActorId, self.values(attribute)))

    def places_in(self, region: RegionId) -> frozenset[RegionId]:
        """The places that lie in a region."""
        return self._places_in.get(region, frozenset())

    @cached_property
    def _places_in(self) -> Mapping[RegionId, frozenset[RegionId]]:
        return {region: frozenset(self._leaves(region)) for region in self._parts}

    def _leaves(self, region: RegionId) -> Iterator[RegionId]:
        waiting, seen = [region], {region}
        while waiting:
            one = waiting.pop()
            parts = self._parts.get(one, ())
            if not parts:
                yield one
            fresh = [part for part in parts if part not in seen]
            seen.update(fresh)
            waiting.extend(fresh)

    def exceptions(self, ref: ArticleRef) -> tuple[ArticleRef, ...]:
        """The articles in operation that set another one aside."""
        return tuple(r for r, article in self.articles.items() if article.sets_aside(ref))
