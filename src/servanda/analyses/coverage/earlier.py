"""What must have happened before an incident for a fact to be so, as events of a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from servanda.analyses.coverage.duties import Duties
from servanda.analyses.coverage.formula import (
    ALWAYS,
    Fact,
    Formula,
    TakenEffect,
    every,
    facts_of,
    opposite,
    some,
    supposing,
)
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.standing import Standing
from servanda.core.calendar import Moment
from servanda.model.agreement import (
    Article,
    Cease,
    Commit,
    Duty,
    Perform,
    Prohibition,
    Suspend,
)
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    Event,
    IncidentEvent,
    RefusalEvent,
    Value,
)
from servanda.model.conditions import Breached, Holds, Occurred
from servanda.model.node import ActorId, ArticleRef, AttributeId, CircumstanceId, IncidentId, KindId
from servanda.model.sets import Author, Bearer, Listed, Role, SomeActors
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Turn

SMALL = 200_000
"""How many nodes the search for one earlier incident may take."""


class Unshowable(Exception):  # noqa: N818 - what cannot be shown is not a mistake
    """No events can be written that bring a fact about."""


class Earlier:
    """Events before an incident.

    Attributes:
        at: The moment of all of them; they come in the order written.
        values: The incident that they come before.
        kind: Of which kind that is.
        others: Facts that are not so, and that no event may bring about.
    """

    def __init__(
        self,
        standing: Standing,
        at: Moment,
        kind: KindId,
        values: Mapping[AttributeId, str],
        others: Sequence[Fact],
    ) -> None:
        self.standing = standing
        self.at = at
        self.kind = kind
        self.values = values
        self.others = tuple(others)
        self._known: dict[KindId, Duties] = {}

    def events(self, fact: Breached | Occurred | TakenEffect, name: IncidentId) -> Iterator[Event]:
        """What brings a fact about, an incident called by a name.

        Raises:
            Unshowable: Nothing that can be written here does.
        """
        deed = self._deed(fact)
        if deed is not None:
            yield self._incident(name, *deed)
        elif isinstance(fact, Breached):
            yield self._refusal(self.one(fact.subject.among), fact.article)
        elif isinstance(fact, TakenEffect):
            yield from self._effect(fact)

    def _deed(self, fact: Fact) -> tuple[KindId, Formula] | None:
        """By incidents of which kind a fact is brought about, and which; None where by none."""
        match fact:
            case Occurred():
                return fact.kind, self._such(fact)
            case Breached():
                return self._against(fact.article, (self.one(fact.subject.among),))
            case TakenEffect():
                article = self._article(fact.article)
                match article.trigger:
                    case OnIncident(kind=kind):
                        return kind, self._relieving(kind, fact, article)
                    case OnBreach(article=broken):
                        found = self._against(broken, ())
                        if found is not None:
                            return found[0], self._relieving(found[0], fact, article)
        return None

    def _against(
        self, ref: ArticleRef, actors: tuple[ActorId, ...]
    ) -> tuple[KindId, Formula] | None:
        """The incidents that are deeds of some actors against a prohibition."""
        article = self.standing.articles.get(ref)
        effect = article.effect if article is not None else None
        if not isinstance(effect, Prohibition) or not isinstance(effect.content, Commit):
            return None
        duties = self._duties(effect.content.kind)
        return effect.content.kind, some(duties.breaks(actor, ref) for actor in actors)

    def _relieving(self, kind: KindId, fact: TakenEffect, article: Article) -> Formula:
        """The incidents by which an article on suspension takes effect."""
        relieved = (fact.actor,) if fact.actor else self._relieved(fact.article, article)
        return some(self._duties(kind).begins(fact.article, actor) for actor in relieved[:1])

    def _relieved(self, ref: ArticleRef, article: Article) -> tuple[ActorId, ...]:
        """Whom an article relieves that takes effect for all alike."""
        parties = self.standing.parties.get(ref.agreement, ())
        whom = article.effect.whom if isinstance(article.effect, Suspend | Cease) else None
        if whom is None or isinstance(whom.among, Role | Author):
            return parties
        members = self.standing.members(whom.among)
        return tuple(actor for actor in parties if actor in members)

    def _refusal(self, actor: ActorId, ref: ArticleRef) -> RefusalEvent:
        """The refusal of a standing duty."""
        effect = self._article(ref).effect
        if not isinstance(effect, Duty) or not isinstance(effect.content, Perform):
            raise Unshowable
        if effect.bearers.jointly or not self._owes_at_once(actor, ref):
            raise Unshowable
        who, content = Listed(actors=(actor,)), effect.content
        return RefusalEvent(at=self.at, authors=who, act=content.act, object=content.object)

    def _owes_at_once(self, actor: ActorId, ref: ArticleRef) -> bool:
        """Whether an actor owes what a standing article asks, whatever has happened."""
        if self._article(ref).trigger is not None:
            return False
        owed = self._duties(self.kind).owed(actor, ref)
        return supposing(owed, dict.fromkeys(facts_of(owed), False)) == ALWAYS

    def _such(self, fact: Occurred) -> Formula:
        """The incidents that a condition on earlier ones speaks of."""
        by, on = (
            Listed(actors=self._meant(who)) if who is not None else None
            for who in (fact.by, fact.on)
        )
        return self._duties(fact.kind).reader.such(replace(fact, by=by, on=on))

    def _effect(self, fact: TakenEffect) -> Iterator[Event]:
        match self._article(fact.article).trigger:
            case OnBreach(author=author, article=broken):
                yield self._refusal(self.one(author.among), broken)
            case OnAct(author=author, act=act, object=thing):
                who = Listed(actors=(fact.actor or self.one(author.among),))
                yield ActEvent(at=self.at, authors=who, act=act, object=thing)
            case _:
                raise Unshowable

    # Circumstances.

    def turns(
        self, circumstance: CircumstanceId, facts: Sequence[Fact]
    ) -> Iterator[CircumstanceEvent]:
        """How a circumstance begins and ends for facts about it to be so, and others not.

        Raises:
            Unshowable: It cannot be so.
        """
        held = circumstance in self.standing.holding
        wanted = {self._turn(fact, circumstance) for fact in facts} - {None}
        holds = held or Holds(circumstance=circumstance) in facts
        turns: list[Turn] = []
        if held and wanted:
            turns = ["ends", "begins"]
        elif "ends" in wanted:
            turns = ["begins", "ends", *(("begins",) if holds else ())]
        elif wanted or holds:
            turns = ["begins", *(() if holds else ("ends",))]
        if set(turns) & {self._turn(fact, circumstance) for fact in self.others}:
            raise Unshowable
        for turn in turns:
            yield CircumstanceEvent(at=self.at, circumstance=circumstance, becomes=turn)

    def _turn(self, fact: Fact, circumstance: CircumstanceId) -> Turn | None:
        """What a circumstance has to do for an article to take effect."""
        article = (
            self.standing.articles.get(fact.article) if isinstance(fact, TakenEffect) else None
        )
        trigger = article.trigger if article is not None else None
        if not isinstance(trigger, OnCircumstance) or trigger.circumstance != circumstance:
            return None
        return trigger.becomes

    def circumstance_of(self, fact: Fact) -> CircumstanceId | None:
        """The circumstance that a fact is about."""
        if isinstance(fact, Holds):
            return fact.circumstance
        if isinstance(fact, TakenEffect):
            trigger = self._article(fact.article).trigger
            return trigger.circumstance if isinstance(trigger, OnCircumstance) else None
        return None

    # One incident of which something is so.

    def _incident(self, name: IncidentId, kind: KindId, formula: Formula) -> IncidentEvent:
        """An incident of which a formula holds with nothing beside it, and that does no more."""
        deeds = (self._deed(fact) for fact in self.others)
        more = (deed[1] for deed in deeds if deed is not None and deed[0] == kind)
        whole = every((formula, *map(opposite, more)))
        alone = supposing(whole, dict.fromkeys(facts_of(whole), False))
        declared = self.standing.kinds[kind]
        values = [self.standing.values(attribute) for attribute in declared.attributes]
        space = Space(declared, values, (), budget=SMALL)
        point = space.diagrams.point(space.compile(alone))
        if point is None:
            raise Unshowable
        told = tuple(
            Value(attribute=attribute, value=known[n])
            for attribute, known, n in zip(space.attributes, values, point, strict=True)
        )
        return IncidentEvent(at=self.at, id=name, kind=kind, values=told)

    def _duties(self, kind: KindId) -> Duties:
        if kind not in self._known:
            self._known[kind] = Duties(self.standing, kind, frozenset())
        return self._known[kind]

    def _article(self, ref: ArticleRef) -> Article:
        article = self.standing.articles.get(ref)
        if article is None:
            raise Unshowable
        return article

    def _meant(self, who: SomeActors) -> tuple[ActorId, ...]:
        if isinstance(who, Role):
            held = self.values.get(who.attribute)
            return (ActorId(held),) if held is not None else ()
        if isinstance(who, Bearer | Author):
            raise Unshowable
        return self.standing.members(who)

    def one(self, who: SomeActors) -> ActorId:
        """One of whom is meant, in this incident.

        Raises:
            Unshowable: Nobody is, or who is meant hangs on who is bound.
        """
        found = self._meant(who)
        if not found:
            raise Unshowable
        return found[0]
