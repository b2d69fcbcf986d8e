"""What must have happened before an incident for a fact to be so, as events of a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from servanda.analyses.coverage.duties import Duties
from servanda.analyses.coverage.formula import (
    ALWAYS,
    Formula,
    TakenEffect,
    Where,
    every,
    facts_of,
    supposing,
)
from servanda.analyses.coverage.reading import NOBODY, Seen
from servanda.analyses.coverage.space import Space
from servanda.analyses.coverage.standing import Standing
from servanda.core.calendar import Moment
from servanda.model.agreement import Article, Commit, Duty, Perform, Prohibition
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    Event,
    IncidentEvent,
    RefusalEvent,
    Value,
)
from servanda.model.conditions import Breached, IncidentIs, Occurred
from servanda.model.node import ActorId, ArticleRef, AttributeId, IncidentId, KindId
from servanda.model.sets import Author, Bearer, Listed, Role, SomeActors
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident

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
        name: What an earlier incident is called.
    """

    def __init__(
        self,
        standing: Standing,
        at: Moment,
        kind: KindId,
        values: Mapping[AttributeId, str],
        name: str,
    ) -> None:
        self.standing = standing
        self.at = at
        self.kind = kind
        self.values = values
        self.name = IncidentId(name)

    def events(self, fact: Breached | Occurred | TakenEffect) -> Iterator[Event]:
        """What brings a fact about.

        Raises:
            Unshowable: Nothing that can be written here does.
        """
        match fact:
            case Breached(article=ref):
                yield from self._breach(self._one(fact.subject.among), ref)
            case Occurred():
                yield self._occurred(fact)
            case TakenEffect():
                yield from self._effect(fact)

    def _breach(self, actor: ActorId, ref: ArticleRef) -> Iterator[Event]:
        """A deed against a prohibition; a refusal of a standing duty."""
        effect = self._article(ref).effect
        if isinstance(effect, Prohibition) and isinstance(effect.content, Commit):
            kind = effect.content.kind
            deed = self._duties(kind).breaks(actor, ref)
            yield self._incident(kind, deed)
        elif isinstance(effect, Duty) and isinstance(effect.content, Perform):
            if effect.bearers.jointly or not self._owes_at_once(actor, ref):
                raise Unshowable
            who, content = Listed(actors=(actor,)), effect.content
            yield RefusalEvent(at=self.at, authors=who, act=content.act, object=content.object)
        else:
            raise Unshowable

    def _owes_at_once(self, actor: ActorId, ref: ArticleRef) -> bool:
        """Whether an actor owes what a standing article asks, whatever has happened."""
        if self._article(ref).trigger is not None:
            return False
        owed = self._duties(self.kind).owed(actor, ref)
        return supposing(owed, dict.fromkeys(facts_of(owed), False)) == ALWAYS

    def _occurred(self, fact: Occurred) -> IncidentEvent:
        kind = self.standing.kinds[fact.kind]
        reader = self._duties(fact.kind).reader
        parts = [reader.read(IncidentIs(definition=d), NOBODY) for d in fact.definitions]
        for part, who in ((kind.role("by"), fact.by), (kind.role("on"), fact.on)):
            if part is not None and who is not None:
                parts.append(Where(part.id, frozenset(self._meant(who))))
        return self._incident(fact.kind, every(parts))

    def _effect(self, fact: TakenEffect) -> Iterator[Event]:
        article = self._article(fact.article)
        match article.trigger:
            case OnIncident(kind=kind):
                effect = self._duties(kind).takes_effect(article, Seen(fact.actor or ActorId("")))
                yield self._incident(kind, effect)
            case OnBreach(author=author, article=broken):
                yield from self._breach(self._one(author.among), broken)
            case OnAct(author=author, act=act, object=thing):
                who = Listed(actors=(self._one(author.among),))
                yield ActEvent(at=self.at, authors=who, act=act, object=thing)
            case OnCircumstance(circumstance=circumstance, becomes=becomes):
                yield CircumstanceEvent(at=self.at, circumstance=circumstance, becomes="begins")
                if becomes == "ends":
                    yield CircumstanceEvent(at=self.at, circumstance=circumstance, becomes="ends")
            case None:
                raise Unshowable

    # One incident of which something is so.

    def _incident(self, kind: KindId, formula: Formula) -> IncidentEvent:
        """An incident of which a formula holds with nothing beside it."""
        alone = supposing(formula, dict.fromkeys(facts_of(formula), False))
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
        return IncidentEvent(at=self.at, id=self.name, kind=kind, values=told)

    def _duties(self, kind: KindId) -> Duties:
        return Duties(self.standing, kind, frozenset())

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

    def _one(self, who: SomeActors) -> ActorId:
        found = self._meant(who)
        if not found:
            raise Unshowable
        return found[0]
