"""What each article asks of each bearer, and in which incidents, as formulas (D1 to D4, X1, P3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from servanda.analyses.coverage.clauses import (
    act_of,
    can_be_touched,
    follows,
    is_asked_of_deeds,
    revivals,
    same_event,
    speaks_of_incident,
    tells_apart,
)
from servanda.analyses.coverage.formula import (
    ALWAYS,
    NEVER,
    Formula,
    Given,
    TakenEffect,
    every,
    facts_of,
    opposite,
    some,
    supposing,
)
from servanda.analyses.coverage.giving_way import prevails_for, same_deed
from servanda.analyses.coverage.reading import Reader, Seen
from servanda.analyses.coverage.relief import (
    borne,
    may_be_relieved,
    relieved,
)
from servanda.analyses.coverage.standing import Standing
from servanda.model.agreement import (
    Article,
    Bearers,
    Cease,
    Commit,
    Disapply,
    Duty,
    End,
    ForWhom,
    OnOperation,
    Perform,
    Prohibition,
    Respond,
    Suspend,
)
from servanda.model.conditions import Breached, Done
from servanda.model.node import ActId, ActorId, ArticleRef, AttributeId, KindId
from servanda.model.priorities import Priorities
from servanda.model.sets import Listed, Pattern, Subject
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger


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
    incident is taken in the order in which what stands in the way comes first: before what a duty
    needs what keeps it from arising, and before that what keeps an exception from applying. So an
    `unless` that nothing but a later event makes good comes too late for a duty that arises at
    once (D3), and in time for one that has to wait; an exception ends what is owed (X1).
    """

    def __init__(self, standing: Standing, kind: KindId, spelt: frozenset[ActId]) -> None:
        self.standing = standing
        self.reader = Reader(standing, kind, spelt, self.breaks, self.owed)
        self._priorities = Priorities(standing.articles, standing.case.agreements)
        self._known: dict[tuple[ArticleRef, ActorId], Formula] = {}
        self._open: set[tuple[ArticleRef, ActorId]] = set()
        self._judged: set[tuple[ArticleRef, ActorId]] = set()

    def all(self) -> Iterator[Owed]:
        """What every article on assistance or on an act asks of everybody, where it ever does."""
        for ref, article in self.standing.articles.items():
            effect = article.effect
            if not isinstance(effect, Duty) or article.trigger is None:
                continue
            for actor in self.standing.parties.get(ref.agreement, ()):
                when = self.owed(actor, ref)
                if when != NEVER:
                    bearers = effect.bearers
                    yield Owed(ref, article, actor, effect.content, bearers.jointly, when)

    # Duties.

    def owed(self, actor: ActorId, ref: ArticleRef) -> Formula:
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
        bearers = article.effect.bearers
        return some(
            every(
                (
                    self._arises(article, seen, bearers),
                    self._stands(ref, article, seen),
                    opposite(self._gives_way(ref, article, seen)),
                )
            )
            for seen in self._seen(article, actor)
        )

    def _seen(self, article: Article, actor: ActorId) -> Iterator[Seen]:
        """For whom the article is read: once for each author of an act or breach that triggers it."""
        if isinstance(article.trigger, OnAct | OnBreach):
            for author in self.standing.members(article.trigger.author.among):
                yield Seen(actor, author)
        else:
            yield Seen(actor)

    def _arises(self, article: Article, seen: Seen, bearers: Bearers | None = None) -> Formula:
        """When what an article asks for comes about, at once or in the end, and so stays (D3)."""
        whole = self._together(article, seen, bearers)
        return some((self._at_once(whole), whole))

    def _together(self, article: Article, seen: Seen, bearers: Bearers | None = None) -> Formula:
        """When everything that an article asks comes together for a bearer (D2)."""
        parts = [self._trigger(article, seen)]
        if bearers is not None:
            parts.append(borne(self.reader, article, bearers, seen))
        return every((*parts, *self._parts(article, seen)))

    def _parts(self, article: Article, seen: Seen) -> Iterator[Formula]:
        """What an article asks beside its trigger."""
        for condition in article.only_if:
            yield self.reader.read(condition, seen)
        for condition in article.unless:
            yield opposite(self.reader.read(condition, seen))
        if article.during is not None:
            yield self.reader.read(article.during, seen)

    def at_stake(self, ref: ArticleRef, actor: ActorId) -> Formula:
        """In which incidents all that an article asks comes together for an actor by themselves."""
        article = self.standing.articles[ref]
        arises = (self._arises(article, seen) for seen in self._seen(article, actor))
        return self._at_once(some(arises))

    def begins(self, ref: ArticleRef, actor: ActorId) -> Formula:
        """In which incidents, and whatever follows, an article on suspension has its effect.

        It relieves an actor, or has another article apply again for it.
        """
        article = self.standing.articles[ref]
        effect = article.effect
        assert isinstance(effect, OnOperation)
        whom = None if isinstance(effect, End) else effect.whom
        seen = self._seen(article, actor)
        return self._at_once(some(self._begins(ref, article, one, whom) for one in seen))

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
                if speaks_of_incident(article, self.standing):
                    return self.breaks(seen.author, broken)
                author = Subject(quantifier="any", among=Listed(actors=(seen.author,)))
                return self.reader.read(Breached(subject=author, article=broken), seen)
            case _:
                return NEVER

    def _at_once(self, formula: Formula) -> Formula:
        """When it is so as soon as the incident has happened, and nothing after it."""
        return supposing(
            formula,
            {fact: False for fact in facts_of(formula) if follows(fact, self.standing)},
        )

    # What sets a duty aside.

    def _stands(
        self, ref: ArticleRef, article: Article, seen: Seen, event: Trigger | None = None
    ) -> Formula:
        """When nothing sets an article aside.

        An exception without a trigger has the event of the article that it is about.
        """
        return opposite(self._set_aside(ref, article, seen, article.trigger or event))

    def _set_aside(
        self, ref: ArticleRef, article: Article, seen: Seen, event: Trigger | None
    ) -> Formula:
        """When an exception or a suspension keeps an article from binding an actor."""
        found: list[Formula] = []
        again = self._applies_again(ref, article, seen.bearer)
        idle = (ref, seen.bearer) in self.standing.idle
        if idle and not isinstance(article.effect, OnOperation):
            found.append(opposite(again))
        for other in self.standing.exceptions(ref):
            exception = self.standing.articles[other]
            match exception.effect:
                case Disapply():
                    found.append(self._excepted(other, exception, seen, event))
                case Suspend() | Cease() | End() if can_be_touched(
                    article, exception.effect, self.standing
                ):
                    found.append(self._suspended(other, exception, seen, again))
        return some(found)

    def _applies_again(self, ref: ArticleRef, article: Article, actor: ActorId) -> Formula:
        """In which incidents an article that has been suspended applies again (S2, S6).

        What has it apply again later comes too late for the incident itself (S3).
        """
        if (ref, actor) in self.standing.over:
            return NEVER
        sources = revivals(ref, article, self.standing)
        return some(self.begins(source, actor) for source in sources)

    def _excepted(
        self, ref: ArticleRef, exception: Article, seen: Seen, event: Trigger | None
    ) -> Formula:
        """When an exception applies, unless it is itself set aside (X1, X2)."""
        if seen.bearer not in self.standing.parties.get(ref.agreement, ()):
            return NEVER
        if not same_event(exception.trigger, event, seen, self.standing):
            return NEVER
        applies = self._together(exception, seen)
        return every((applies, self._stands(ref, exception, seen, event)))

    def _suspended(self, ref: ArticleRef, article: Article, about: Seen, again: Formula) -> Formula:
        """When an article on suspension has taken effect for an actor by then (S1, S2).

        Where what it touches applies again, what it has brought about before is over (S6).
        """
        assert isinstance(article.effect, Suspend | Cease | End)
        actor, seen = about.bearer, Seen(about.bearer)
        whom = None if isinstance(article.effect, End) else article.effect.whom
        if whom is not None and not may_be_relieved(whom, article, actor, self.standing):
            return NEVER
        if article.trigger is None:
            seen = Seen(actor, by_now=True)
            lasting = every((self._together(article, seen), self._stands(ref, article, seen)))
            return opposite(again) if lasting == ALWAYS else lasting
        for_some = actor if tells_apart(ref, whom, self.standing) else None
        before: Formula = Given(TakenEffect(article=ref, actor=for_some))
        if not isinstance(article.effect, End):
            before = every((before, opposite(again)))
        now = some(self._begins(ref, article, seen, whom) for seen in self._seen(article, actor))
        return some((before, now))

    def _begins(
        self, ref: ArticleRef, article: Article, seen: Seen, whom: ForWhom | None
    ) -> Formula:
        """When the incident, or its being a breach, brings an article on suspension into play.

        Its effect stays (S2), whatever comes later. Acts that suspend come before the incident.
        """
        match article.trigger:
            case OnIncident():
                parts = [self._arises(article, seen)]
            case OnBreach(article=broken):
                assert seen.author is not None
                parts = [self.breaks(seen.author, broken), *self._parts(article, seen)]
            case _:
                return NEVER
        if whom is not None:
            parts.append(relieved(self.reader, article, whom, seen))
        whole = every((*parts, self._stands(ref, article, seen)))
        return some((self._at_once(whole), whole))

    # Prohibitions.

    def forbidden(self, actor: ActorId, ref: ArticleRef) -> Formula:
        """When a prohibition binds an actor, whether an incident brings it into play or not.

        What a standing one asks of each deed it need not ask to bind (D11); the rest it asks as
        long as it binds (D14).
        """
        article = self.standing.articles.get(ref)
        if article is None or not isinstance(article.effect, Prohibition):
            return NEVER
        if actor not in self.standing.parties.get(ref.agreement, ()):
            return NEVER
        return some(
            self._forbids(ref, article, seen, article.effect.bearers)
            for seen in self._seen(article, actor)
        )

    def _forbids(self, ref: ArticleRef, article: Article, seen: Seen, bearers: Bearers) -> Formula:
        asked = article
        if article.trigger is None:
            of_deeds = partial(is_asked_of_deeds, standing=self.standing)
            asked = msgspec.structs.replace(
                article,
                only_if=tuple(c for c in article.only_if if not of_deeds(c)),
                unless=tuple(c for c in article.unless if not of_deeds(c)),
            )
        return every((self._together(asked, seen, bearers), self._stands(ref, article, seen)))

    def _gives_way(self, ref: ArticleRef, article: Article, seen: Seen) -> Formula:
        """When a prohibition that prevails over a duty forbids what it asks for (P3, P5)."""
        found = []
        for other, forbidding in self.standing.articles.items():
            effect = forbidding.effect
            if not isinstance(effect, Prohibition) or act_of(forbidding) != act_of(article):
                continue
            priority = self._priorities.between(other, ref)
            parties = self.standing.parties.get(other.agreement, ())
            if priority is None or priority.yielding != ref or seen.bearer not in parties:
                continue
            prevails = prevails_for(self.reader, priority, article, seen)
            for barred in self._seen(forbidding, seen.bearer):
                binds = self._forbids(other, forbidding, barred, effect.bearers)
                same = same_deed(self.reader, article, seen, forbidding, barred)
                found.append(every((binds, same, prevails)))
        return some(found)

    # Breaches.

    def breaks(self, actor: ActorId, ref: ArticleRef) -> Formula:
        """In which incidents an actor breaches an article by the incident itself (D11).

        Never, while that is being asked: no deed is excused by what it brings about.
        """
        key = (ref, actor)
        if key in self._judged:
            return NEVER
        self._judged.add(key)
        found = self._breaks(actor, ref)
        self._judged.discard(key)
        return found

    def _breaks(self, actor: ActorId, ref: ArticleRef) -> Formula:
        article = self.standing.articles.get(ref)
        if article is None or not isinstance(article.effect, Prohibition):
            return NEVER
        content, kind = article.effect.content, self.reader.kind
        by, on = kind.role("by"), kind.role("on")
        if by is None or not isinstance(content, Commit) or content.kind != kind.id:
            return NEVER
        if actor not in self.standing.parties.get(ref.agreement, ()) or article.trigger is not None:
            return NEVER
        seen = Seen(actor)
        bound = borne(self.reader, article, article.effect.bearers, seen)
        parts = [bound, self.reader.role(by.id, (actor,)), *self._parts(article, seen)]
        if content.targets and on is not None:
            parts.append(some(self._is_target(target, on.id, actor) for target in content.targets))
        return self._at_once(every((*parts, self._stands(ref, article, seen))))

    def _is_target(self, target: Pattern, on: AttributeId, actor: ActorId) -> Formula:
        """In which incidents the patient is one whom an actor must not harm."""
        itself = self.reader.role(on, (actor,)) if target.other else NEVER
        return every((self.reader.role(on, target.among), opposite(itself)))
