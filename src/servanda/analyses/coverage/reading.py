"""What a condition asks, as a formula over the incident and the facts beside it.

Every set of actors and every region is taken as on the day (C4, C5); what has happened for good
by then is settled (C7). What may still happen stays a fact: a request, a finding, a decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, assert_never

import msgspec

from servanda.analyses.coverage.formula import (
    ALWAYS,
    NEVER,
    AtLeast,
    Formula,
    Given,
    Where,
    every,
    opposite,
    some,
    told,
    whether,
)
from servanda.analyses.coverage.standing import Standing
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
    Object,
    Occurred,
    TheActor,
)
from servanda.model.node import ActId, ActorId, ArticleRef, AttributeId, KindId, unplaced
from servanda.model.sets import (
    Author,
    Bearer,
    DecisionRule,
    Listed,
    Pattern,
    Role,
    SetOfActors,
    SomeActors,
    Subject,
)
from servanda.model.triggers import OnIncident
from servanda.model.words import words


class Seen(NamedTuple):
    """For whom a clause is read.

    Attributes:
        author: Whose act, or breach, triggers it.
        by_now: Whether it is about no incident, so that the one in question counts among those
            that there have been (C10).
    """

    bearer: ActorId
    author: ActorId | None = None
    by_now: bool = False


NOBODY = Seen(ActorId(""))
"""For a clause that speaks of no bearer, as a trigger does."""

Conduct = Callable[[ActorId, ArticleRef], Formula]
"""Tells when an actor breaches, or can have met, an article in the incident itself."""

FEW = 6
"""Over how many actors a count is spelt out; a larger one is one fact, where that is exact."""


class Reader:
    """Reads conditions about incidents of one kind, for one bearer at a time.

    Attributes:
        standing: What is taken as given.
        kind: The kind of incident.
        spelt: Acts that are asked about actor by actor, because clauses ask of them in ways that
            overlap.
        breaks: When an actor breaches an article by the incident itself.
        owed: When an actor owes something under an article in the incident.
    """

    def __init__(
        self,
        standing: Standing,
        kind: KindId,
        spelt: frozenset[ActId],
        breaks: Conduct,
        owed: Conduct,
    ) -> None:
        self.standing = standing
        self.kind = standing.kinds[kind]
        self.spelt = spelt
        self.breaks = breaks
        self.owed = owed

    # Conditions.

    def read(self, condition: Condition, seen: Seen) -> Formula:
        """When a condition holds."""
        match condition:
            case All():
                return every(self.read(part, seen) for part in condition.parts)
            case Any():
                return some(self.read(part, seen) for part in condition.parts)
            case Not():
                return opposite(self.read(condition.part, seen))
            case IncidentIs() | AttributeIs() | AttributeIn() | ActorIsAmong():
                return self._about_the_incident(condition, seen)
            case IssueIs() | InForce() | Holds():
                return self._about_the_agreement(condition)
            case Decided() | Occurred():
                return self._about_others(condition, seen)
            case Done() | Found() | Breached() | Met():
                return self._acted(condition, seen)
            case _:
                assert_never(condition)

    def _about_the_incident(
        self, condition: IncidentIs | AttributeIs | AttributeIn | ActorIsAmong, seen: Seen
    ) -> Formula:
        match condition:
            case IncidentIs():
                return self.read(self.standing.definitions[condition.definition], seen)
            case AttributeIs():
                return Where(condition.attribute, frozenset(condition.values))
            case AttributeIn():
                places = self.standing.places_in(condition.region)
                return Where(condition.attribute, frozenset(places))
            case ActorIsAmong():
                return self._among(condition, seen)
            case _:
                assert_never(condition)

    def _about_the_agreement(self, condition: IssueIs | InForce | Holds) -> Formula:
        match condition:
            case IssueIs():
                return self._issue(condition)
            case InForce():
                return whether(bool(self.standing.parties.get(condition.agreement)))
            case Holds():
                held = condition.circumstance in self.standing.holding
                return ALWAYS if held else Given(Holds(circumstance=condition.circumstance))
            case _:
                assert_never(condition)

    def _about_others(self, condition: Decided | Occurred, seen: Seen) -> Formula:
        if isinstance(condition, Decided):
            return self._decided(condition, seen)
        return self._occurred(condition, seen)

    def role(self, attribute: AttributeId, holders: SetOfActors | tuple[ActorId, ...]) -> Formula:
        """That one of these holds a role of the incident."""
        actors = holders if isinstance(holders, tuple) else self.standing.members(holders)
        return Where(attribute, frozenset(actors))

    def who(self, who: SomeActors, seen: Seen) -> Iterator[tuple[ActorId, Formula]]:
        """Who may be meant, and in which incidents each is."""
        match who:
            case Role():
                for actor in self.standing.holders(self.kind, who.attribute):
                    yield actor, self.role(who.attribute, (actor,))
            case Bearer():
                yield seen.bearer, ALWAYS
            case Author():
                if seen.author is not None:
                    yield seen.author, ALWAYS
            case _:
                for actor in self.standing.members(who):
                    yield actor, ALWAYS

    def _among(self, condition: ActorIsAmong, seen: Seen) -> Formula:
        among = dict(self.who(condition.among, seen))
        return some(
            every((meant, among[actor]))
            for actor, meant in self.who(condition.who, seen)
            if actor in among
        )

    def _issue(self, condition: IssueIs) -> Formula:
        option = self.standing.options.get(condition.issue)
        if option is not None:
            return whether(option in condition.options)
        return some(
            Given(IssueIs(issue=condition.issue, options=(one,))) for one in condition.options
        )

    # Triggers.

    def trigger(self, trigger: OnIncident) -> Formula:
        """Which incidents a trigger speaks of."""
        if trigger.kind != self.kind.id:
            return NEVER
        by, on = self.kind.role("by"), self.kind.role("on")
        parts = [self.read(self.standing.definitions[d], NOBODY) for d in trigger.definitions]
        for pattern, role, other in ((trigger.by, by, on), (trigger.on, on, by)):
            if pattern is not None and role is not None:
                parts.append(self._pattern(pattern, role.id, other.id if other else None))
        return every(parts)

    def _pattern(self, pattern: Pattern, role: AttributeId, other: AttributeId | None) -> Formula:
        meant = self.role(role, pattern.among)
        if not pattern.other or other is None:
            return meant
        same = ActorIsAmong(who=Role(attribute=role), among=Role(attribute=other))
        return every((meant, opposite(self.read(same, NOBODY))))

    # What somebody has done, found, breached or met.

    def _acted(self, condition: Done | Found | Breached | Met, seen: Seen) -> Formula:
        subject = condition.subject
        whole = self._as_one(condition, seen)
        if whole is not None:
            return whole
        acted = [
            every((meant, self._of_one(condition, actor, seen)))
            for actor, meant in self.who(subject.among, seen)
        ]
        including = [self._of_one(condition, actor, seen) for actor in subject.including]
        return every((_enough(subject, acted), *including))

    def _as_one(self, condition: Done | Found | Breached | Met, seen: Seen) -> Formula | None:
        """A count over many actors, or an act by whoever holds a role, as one fact."""
        if not isinstance(condition, Done) or condition.act in self.spelt:
            return None
        if self.standing.is_lifelong(condition.act):
            return None
        subject, thing = condition.subject, self._object(condition.object, seen)
        if isinstance(subject.among, Role) and subject.quantifier in {"any", "every"}:
            plain = Subject(quantifier="any", among=Role(attribute=subject.among.attribute))
            level = condition.at_least
            return Given(Done(subject=plain, act=condition.act, object=thing, at_least=level))
        actors = tuple(actor for actor, _ in self.who(subject.among, seen))
        if len(actors) <= FEW or isinstance(subject.among, Role):
            return None
        level = condition.at_least
        return Given(
            Done(subject=unplaced(subject), act=condition.act, object=thing, at_least=level)
        )

    def _of_one(
        self, condition: Done | Found | Breached | Met, actor: ActorId, seen: Seen
    ) -> Formula:
        me = Subject(quantifier="any", among=Listed(actors=(actor,)))
        match condition:
            case Done():
                return self._done(condition, actor, seen)
            case Found():
                found = Given(Found(subject=me, condition=unplaced(condition.condition)))
                return told(self.read(condition.condition, seen), found)
            case Breached():
                if (actor, condition.article) in self.standing.breached:
                    return ALWAYS
                before = Given(Breached(subject=me, article=condition.article))
                return some((self.breaks(actor, condition.article), before))
            case Met():
                if (actor, condition.article) in self.standing.met:
                    return ALWAYS
                if self._is_past(actor, condition.article):
                    return NEVER
                met = Given(Met(subject=me, article=condition.article))
                return every((self.owed(actor, condition.article), met))
            case _:
                assert_never(condition)

    def _is_past(self, actor: ActorId, ref: ArticleRef) -> bool:
        """Whether a standing duty has been breached, and can no longer be met (D7)."""
        article = self.standing.articles.get(ref)
        standing = article is not None and article.trigger is None
        return standing and (actor, ref) in self.standing.breached

    def _done(self, condition: Done, actor: ActorId, seen: Seen) -> Formula:
        me = Subject(quantifier="any", among=Listed(actors=(actor,)))
        thing = self._object(condition.object, seen)
        named = words(thing) if thing is not None else ""
        lifelong = self.standing.is_lifelong(condition.act)
        if lifelong and (actor, condition.act, named) in self.standing.done:
            return ALWAYS

        def act(what: Object | None) -> Formula:
            level = condition.at_least
            return Given(Done(subject=me, act=condition.act, object=what, at_least=level))

        if not isinstance(thing, TheActor) or condition.act not in self.spelt:
            return act(thing)
        return some(
            every((meant, act(TheActor(who=Listed(actors=(other,))))))
            for other, meant in self.who(thing.who, seen)
        )

    def _object(self, thing: Object | None, seen: Seen) -> Object | None:
        """What an act is done to, the bearer called by its name."""
        if isinstance(thing, TheActor):
            who = thing.who
            if isinstance(who, Bearer):
                return TheActor(who=Listed(actors=(seen.bearer,)))
            return TheActor(who=unplaced(who))
        return unplaced(thing)

    # Decisions, and what happened before.

    def _decided(self, condition: Decided, seen: Seen) -> Formula:
        rule = condition.rule
        if rule is not None:
            rule = unplaced(_for_bearer(rule, seen))
        body = condition.body
        named = body if isinstance(body, str) else unplaced(body)
        decided = Decided(body=named, motion=condition.motion, rule=rule)
        return every((Given(decided), *self._needed_present(decided)))

    def _needed_present(self, decided: Decided) -> Iterator[Formula]:
        """That nobody whose vote in favour is needed is left out for its part in the incident."""
        rule = self.standing.rule_of(decided)
        if rule is not None and rule.including:
            for attribute in rule.roles_left_out:
                yield opposite(self.role(attribute, rule.including))

    def _occurred(self, condition: Occurred, seen: Seen) -> Formula:
        def named(who: SomeActors | None) -> SomeActors | None:
            return Listed(actors=(seen.bearer,)) if isinstance(who, Bearer) else unplaced(who)

        earlier = Occurred(
            kind=condition.kind,
            definitions=condition.definitions,
            by=named(condition.by),
            on=named(condition.on),
        )
        if not seen.by_now or condition.kind != self.kind.id:
            return Given(earlier)
        return some((Given(earlier), self.such(earlier)))

    def such(self, earlier: Occurred) -> Formula:
        """That the incident is one that a condition on earlier ones speaks of."""
        parts = [self.read(IncidentIs(definition=d), NOBODY) for d in earlier.definitions]
        for role, who in ((self.kind.role("by"), earlier.by), (self.kind.role("on"), earlier.on)):
            if role is not None and who is not None:
                held = [every((self.role(role.id, (a,)), so)) for a, so in self.who(who, NOBODY)]
                parts.append(some(held))
        return every(parts)


def _enough(subject: Subject, acted: list[Formula]) -> Formula:
    """That enough of a set have acted (C6)."""
    one_holder = isinstance(subject.among, Role)
    match subject.quantifier:
        case "any":
            return some(acted)
        case "every":
            return some(acted) if one_holder or not acted else every(acted)
        case "count":
            return _at_least(subject.count, acted)
        case "majority":
            return _at_least(len(acted) // 2 + 1, acted)
        case "share":
            assert subject.share is not None
            return _at_least(subject.share.least(len(acted)), acted)
        case _:
            assert_never(subject.quantifier)


def _at_least(count: int, parts: list[Formula]) -> Formula:
    if count > len(parts):
        return NEVER
    return some(parts) if count == 1 else AtLeast(count, tuple(parts))


def _for_bearer(rule: DecisionRule, seen: Seen) -> DecisionRule:
    """A rule of decision with the bearer and the author, where they have no vote, by name."""
    named = {Bearer: seen.bearer, Author: seen.author}
    out = tuple(
        Listed(actors=(actor,)) if (actor := named.get(type(who))) else who
        for who in rule.leaving_out
    )
    return msgspec.structs.replace(rule, leaving_out=out)
