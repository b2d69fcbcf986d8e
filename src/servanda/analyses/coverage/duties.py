"""What each article asks of each bearer, and in which incidents, as formulas (rules D1 to D4, X1)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.analyses.coverage.formula import (
    ALWAYS,
    NEVER,
    Fact,
    Formula,
    Given,
    TakenEffect,
    every,
    facts_of,
    opposite,
    some,
    supposing,
    whether,
)
from servanda.analyses.coverage.reading import Reader, Seen, is_lifelong
from servanda.analyses.coverage.standing import Standing
from servanda.model.agreement import (
    Article,
    Bearers,
    Cease,
    Commit,
    Disapply,
    Duty,
    End,
    Perform,
    Permission,
    Prohibition,
    Respond,
    Suspend,
)
from servanda.model.builtins import WAIVE
from servanda.model.conditions import Breached, Decided, Done, Found, Met, TheArticle
from servanda.model.node import ActId, ActorId, ArticleRef, KindId
from servanda.model.sets import Author, Listed, Role, Subject
from servanda.model.triggers import OnAct, OnBreach, OnIncident


class Owed(msgspec.Struct, frozen=True):
    """What one article asks of one actor in incidents of one kind.

    Attributes:
        when: In which incidents, given which facts.
    """

    ref: ArticleRef
    article: Article
    bearer: ActorId
    content: Respond | Perform
    jointly: bool
    when: Formula


class Duties:
    """Reads the articles in operation for incidents of one kind.

    An article whose agreement does not bind an actor asks nothing of it. What happens after the
    incident is taken in the order least favourable to the duty: what stands in the way comes
    first. So an exception that nothing but a later event makes good comes too late for a duty
    that arises at once (D3), and in time for one that has to wait.
    """

    def __init__(self, standing: Standing, kind: KindId, spelt: frozenset[ActId]) -> None:
        self.standing = standing
        self.reader = Reader(standing, kind, spelt, self.breaks, self._owed)
        self._roles = tuple(
            attribute.id
            for attribute in self.reader.kind.attributes
            if attribute.sort in {"actor", "state"}
        )
        self._known: dict[tuple[ArticleRef, ActorId], Formula] = {}
        self._open: set[tuple[ArticleRef, ActorId]] = set()

    def all(self) -> Iterator[Owed]:
        """What every article on assistance or on an act asks of everybody, where it ever does."""
        for ref, article in self.standing.articles.items():
            effect = article.effect
            if not isinstance(effect, Duty) or article.trigger is None:
                continue
            for actor in self.standing.parties.get(ref.agreement, ()):
                when = self._owed(actor, ref)
                if when != NEVER:
                    bearers = effect.bearers
                    yield Owed(ref, article, actor, effect.content, bearers.jointly, when)

    # Duties.

    def _owed(self, actor: ActorId, ref: ArticleRef) -> Formula:
        """When an actor owes something under an article; never, while that is being asked.

        Two duties that wait for one another's performance so never arise.
        """
        key = (ref, actor)
        if key in self._open:
            return NEVER
        if key not in self._known:
            self._open.add(key)
            self._known[key] = self._duty(ref, actor)
            self._open.discard(key)
        return self._known[key]

    def _duty(self, ref: ArticleRef, actor: ActorId) -> Formula:
        article = self.standing.articles.get(ref)
        if article is None or not isinstance(article.effect, Duty):
            return NEVER
        if actor not in self.standing.parties.get(ref.agreement, ()):
            return NEVER
        arises = some(
            self._arises(article, seen, article.effect.bearers)
            for seen in self._seen(article, actor)
        )
        return every((arises, opposite(self._set_aside(ref, article, actor))))

    def _seen(self, article: Article, actor: ActorId) -> Iterator[Seen]:
        """For whom the article is read: once for each author of an act or breach that triggers it."""
        if isinstance(article.trigger, OnAct | OnBreach):
            for author in self.standing.members(article.trigger.author.among):
                yield Seen(actor, author)
        else:
            yield Seen(actor)

    def _arises(self, article: Article, seen: Seen, bearers: Bearers | None = None) -> Formula:
        """When everything that an article asks comes together for a bearer (D2)."""
        parts = [self._trigger(article, seen)]
        if bearers is not None:
            parts.append(self._borne(article, bearers, seen))
        parts += [self.reader.read(condition, seen) for condition in article.only_if]
        parts += [opposite(self.reader.read(c, seen)) for c in article.unless]
        if article.during is not None:
            parts.append(self.reader.read(article.during, seen))
        whole = every(parts)
        return some((self._at_once(whole), whole))

    def takes_effect(self, article: Article, seen: Seen) -> Formula:
        """In which incidents an article on the operation of others takes effect by themselves."""
        return self._at_once(self._arises(article, seen))

    def _trigger(self, article: Article, seen: Seen) -> Formula:
        match article.trigger:
            case None:
                return ALWAYS
            case OnIncident():
                return self.reader.trigger(article.trigger)
            case OnAct(act=act, object=thing):
                assert seen.author is not None
                author = Subject(quantifier="any", among=Listed(actors=(seen.author,)))
                return self.reader.read(Done(subject=author, act=act, object=thing), seen)
            case OnBreach(article=broken):
                assert seen.author is not None
                author = Subject(quantifier="any", among=Listed(actors=(seen.author,)))
                return self.reader.read(Breached(subject=author, article=broken), seen)
            case _:
                return NEVER

    def _borne(self, article: Article, bearers: Bearers, seen: Seen) -> Formula:
        """In which incidents somebody is among those bound (D4)."""
        actor = seen.bearer
        if isinstance(bearers.among, Role):
            borne = self.reader.role(bearers.among.attribute, (actor,))
        else:
            borne = whether(actor in self.standing.members(bearers.among))
        if not bearers.other:
            return borne
        if isinstance(article.trigger, OnIncident):
            holds = (self.reader.role(role, (actor,)) for role in self._roles)
            return every((borne, *map(opposite, holds)))
        return every((borne, whether(actor != seen.author)))

    def _at_once(self, formula: Formula) -> Formula:
        """When it is so as soon as the incident has happened, and nothing after it."""
        return supposing(
            formula,
            {fact: False for fact in facts_of(formula) if follows(fact, self.standing)},
        )

    # What sets a duty aside.

    def _set_aside(self, ref: ArticleRef, article: Article, actor: ActorId) -> Formula:
        """When an exception, a waiver or a suspension keeps an article from binding an actor."""
        if (ref, actor) in self.standing.idle:
            return ALWAYS
        found: list[Formula] = []
        for other in self.standing.exceptions(ref):
            exception = self.standing.articles[other]
            if isinstance(exception.effect, Disapply):
                found.append(self._excepted(other, exception, article, actor))
            elif isinstance(exception.effect, Suspend | Cease | End):
                found.append(self._suspended(other, exception, actor))
        found += self._waived(ref, actor)
        return some(found)

    def _excepted(
        self, ref: ArticleRef, exception: Article, article: Article, actor: ActorId
    ) -> Formula:
        """When an exception applies, unless it is itself set aside (X1, X2)."""
        if actor not in self.standing.parties.get(ref.agreement, ()):
            return NEVER
        if exception.trigger is not None and not (
            isinstance(exception.trigger, OnIncident) and isinstance(article.trigger, OnIncident)
        ):
            return NEVER
        applies = self._arises(exception, Seen(actor))
        return every((applies, opposite(self._set_aside(ref, exception, actor))))

    def _suspended(self, ref: ArticleRef, article: Article, actor: ActorId) -> Formula:
        """When an article on suspension has taken effect for an actor by then (S1, S2)."""
        assert isinstance(article.effect, Suspend | Cease | End)
        whom = None if isinstance(article.effect, End) else article.effect.whom
        if whom is not None and not isinstance(whom.among, Role | Author):
            relieved = actor in self.standing.members(whom.among)
            if not relieved:
                return NEVER
        if article.trigger is None:
            return self._arises(article, Seen(actor))
        for_some = actor if whom is not None else None
        before = Given(TakenEffect(article=ref, actor=for_some))
        if not isinstance(article.trigger, OnIncident):
            return before
        parts = [self.takes_effect(article, Seen(actor))]
        if whom is not None and isinstance(whom.among, Role):
            parts.append(self.reader.role(whom.among.attribute, (actor,)))
        if whom is not None and whom.other:
            parts += [opposite(self.reader.role(role, (actor,))) for role in self._roles]
        return some((before, every(parts)))

    def _waived(self, ref: ArticleRef, actor: ActorId) -> Iterator[Formula]:
        """Waivers that an article gives the power to make (S9)."""
        for article in self.standing.articles.values():
            effect = article.effect
            if not isinstance(effect, Permission) or not isinstance(effect.content, Perform):
                continue
            thing = effect.content.object
            if effect.content.act != WAIVE or not isinstance(thing, TheArticle):
                continue
            if thing.article == ref:
                among = effect.bearers.among
                who = Subject(quantifier="any", among=among)
                yield self.reader.read(Done(subject=who, act=WAIVE, object=thing), Seen(actor))

    # Breaches.

    def breaks(self, actor: ActorId, ref: ArticleRef) -> Formula:
        """In which incidents an actor breaches an article by the incident itself (D11)."""
        article = self.standing.articles.get(ref)
        if article is None or not isinstance(article.effect, Prohibition):
            return NEVER
        content, kind = article.effect.content, self.reader.kind
        by, on = kind.role("by"), kind.role("on")
        if not isinstance(content, Commit) or content.kind != kind.id or by is None:
            return NEVER
        if actor not in self.standing.parties.get(ref.agreement, ()) or article.trigger is not None:
            return NEVER
        seen = Seen(actor)
        parts = [self._borne(article, article.effect.bearers, seen)]
        parts.append(self.reader.role(by.id, (actor,)))
        if content.targets and on is not None:
            targets = (t for t in content.targets)
            parts.append(
                some(
                    every(
                        (
                            self.reader.role(on.id, target.among),
                            opposite(self.reader.role(on.id, (actor,))) if target.other else ALWAYS,
                        )
                    )
                    for target in targets
                )
            )
        conditions = (*article.only_if, *((article.during,) if article.during else ()))
        parts += [self.reader.read(condition, seen) for condition in conditions]
        parts += [opposite(self.reader.read(condition, seen)) for condition in article.unless]
        parts.append(opposite(self._set_aside(ref, article, actor)))
        return self._at_once(every(parts))


def follows(fact: Fact, standing: Standing) -> bool:
    """Whether a fact comes after the incident that it is about; what it finds is so before."""
    match fact:
        case Done():
            return not is_lifelong(fact.act, standing)
        case Decided():
            return fact.motion is None
        case Found() | Met():
            return True
        case _:
            return False
