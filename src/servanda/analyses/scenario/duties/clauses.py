"""An article as the course of events meets it: what it asks, and what has to be watched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from servanda.analyses.scenario.bonds.agreement_life import Bonds
from servanda.analyses.scenario.bonds.reads import conditions_of_own_life
from servanda.analyses.scenario.conditions.reads import (
    Leaf,
    articles_read,
    circumstances_read,
    definitions_in,
    issues_in,
    leaves_of,
    reads_bearer,
    reads_incident,
)
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.suspensions import Suspensions
from servanda.analyses.scenario.duties.triggers import trigger_condition
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.analyses.scenario.facts.world import Record
from servanda.model.agreement import (
    Aim,
    Article,
    Bearers,
    Cease,
    Commit,
    Content,
    Duty,
    End,
    ForWhom,
    Modality,
    OnBreach,
    OnCircumstance,
    OnOperation,
    Permission,
    Prohibition,
    Reapply,
    Respond,
    Suspend,
)
from servanda.model.builtins import ASSIST
from servanda.model.conditions import Breached, Condition, Decided, Done, Met, Occurred
from servanda.model.node import ActId, ArticleRef, CircumstanceId, DefinitionId, MotionId
from servanda.model.own_life import OwnLife
from servanda.model.priorities import Priorities, Priority
from servanda.model.sets import Parties


class Clause:
    """An article that binds or permits, or that disapplies or suspends another one.

    Attributes:
        ref: The article.
        article: Its text as read.
        exceptions: Articles that disapply it (X1).
        suspended_by: Articles that suspend it, have it cease or end its agreement (S1).
    """

    def __init__(
        self,
        ref: ArticleRef,
        article: Article,
        text: TextAsRead,
        clauses: Mapping[ArticleRef, Clause],
    ) -> None:
        self.ref = ref
        self.article = article
        self.text = text
        self.exceptions = text.exceptions.get(ref, ())
        self.suspended_by = text.suspended_by.get(ref, ())
        self._clauses = clauses

    @cached_property
    def whole(self) -> tuple[Clause, ...]:
        """The article, those that disapply it, and those that disapply them in turn."""
        return tuple(self.with_exceptions())

    def with_exceptions(self, above: tuple[ArticleRef, ...] = ()) -> Iterator[Clause]:
        """The same, without the articles that they stand above."""
        yield self
        for ref in self.exceptions:
            if ref not in above:
                yield from self._clauses[ref].with_exceptions((*above, self.ref))

    @cached_property
    def norm(self) -> Duty | Prohibition | Permission | None:
        """The rule that binds or permits somebody; None in an exception."""
        effect = self.article.effect
        return effect if isinstance(effect, Duty | Prohibition | Permission) else None

    @cached_property
    def operation(self) -> OnOperation | None:
        """What it says about the operation of other articles."""
        effect = self.article.effect
        return effect if isinstance(effect, OnOperation) else None

    @cached_property
    def bound(self) -> Bearers | ForWhom | None:
        """Who is bound or permitted, or relieved; None in an exception."""
        if self.norm is not None:
            return self.norm.bearers
        effect = self.operation
        if effect is None:
            return None
        if not isinstance(effect, End) and effect.whom is not None:
            return effect.whom
        text = effect.text
        agreement = text.agreement if isinstance(text, ArticleRef) else text
        return ForWhom(among=Parties(agreement=agreement), origin=effect.origin)

    @cached_property
    def lasts_while(self) -> bool:
        """Whether it suspends another article as long as its conditions hold (S2)."""
        return self.standing and isinstance(self.operation, Suspend)

    @cached_property
    def content(self) -> Content | None:
        """What is owed, forbidden or permitted."""
        return self.norm.content if self.norm else None

    @cached_property
    def act(self) -> ActId | None:
        """The kind of act that performs the duty, or breaches the prohibition."""
        if self.content is None or isinstance(self.content, Commit):
            return None
        return ASSIST if isinstance(self.content, Respond) else self.content.act

    @cached_property
    def modality(self) -> Modality:
        """Whether something must be done, must not be done, or may be."""
        if isinstance(self.norm, Duty):
            return "must"
        return "must not" if isinstance(self.norm, Prohibition) else "may"

    @property
    def other(self) -> bool:
        """Whether holders of a role in the triggering event are left out (D4)."""
        return self.bound is not None and self.bound.other

    @property
    def jointly(self) -> bool:
        """Whether all bearers owe it together (D10)."""
        return self.norm is not None and self.norm.bearers.jointly

    @property
    def soft(self) -> bool:
        """Whether its term is to be kept where possible, and no more (D15)."""
        return self.article.deadline is not None and self.article.deadline.soft

    @property
    def standing(self) -> bool:
        """Whether the rule stands without a trigger."""
        return self.article.trigger is None

    @cached_property
    def ends_with_bond(self) -> bool:
        """Whether it ceases when its bearer ceases to be bound (A7)."""
        if isinstance(self.operation, Cease | Reapply | End):
            return False
        return self.standing or not isinstance(self.norm, Duty)

    @cached_property
    def trigger_condition(self) -> Condition:
        """What the triggering event must be like, as a condition."""
        return trigger_condition(self.article.trigger, self.text)

    # Priority.

    @cached_property
    def outranked_by(self) -> tuple[Priority, ...]:
        """What prevails over it: of a duty or permission prohibitions, of those duties and permissions."""
        said = priorities_of(self.text)
        found = (
            said.between(ref, self.ref)
            for ref, other in self._clauses.items()
            if said and could_conflict(self, other)
        )
        return tuple(one for one in found if one is not None and one.yielding == self.ref)

    @cached_property
    def outranks(self) -> bool:
        """Whether it prevails over anything that it could conflict with."""
        return any(
            one.prevailing == self.ref
            for clause in self._clauses.values()
            for one in clause.outranked_by
        )

    # Conditions, by what they are read against.

    @cached_property
    def at_breach(self) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
        """``only if`` and ``unless`` that a standing prohibition asks of the act against it."""
        article = self.article
        if not (self.standing and isinstance(self.norm, Prohibition)):
            return (), ()
        return (
            tuple(c for c in article.only_if if self._reads_incident(c)),
            tuple(c for c in article.unless if self._reads_incident(c)),
        )

    @cached_property
    def only_if(self) -> tuple[Condition, ...]:
        """What must hold for the rule to apply to the triggering event."""
        return tuple(c for c in self.article.only_if if c not in self.at_breach[0])

    @cached_property
    def unless(self) -> tuple[Condition, ...]:
        """What must not hold."""
        return tuple(c for c in self.article.unless if c not in self.at_breach[1])

    def reads_bearer(self, condition: Condition) -> bool:
        """Whether a condition may come out differently for different bearers."""
        return any(reads_bearer(leaf, self.text) for leaf in leaves_of((condition,), self.text))

    def _reads_incident(self, condition: Condition) -> bool:
        return any(reads_incident(leaf, self.text) for leaf in leaves_of((condition,), self.text))

    @cached_property
    def personal(self) -> frozenset[int]:
        """Places of the conditions that read the bearer, ``only if`` before ``unless``."""
        conditions = (*self.only_if, *self.unless)
        return frozenset(n for n, c in enumerate(conditions) if self.reads_bearer(c))

    @property
    def in_spells(self) -> bool:
        """Whether it binds again each time that a condition holds again (D14)."""
        return self.standing and self.article.during is not None

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the article, its trigger's included."""
        article = self.article
        last = tuple(c for c in (article.until, article.during) if c is not None)
        asked = (*article.only_if, *article.unless, *article.performed_if)
        return (self.trigger_condition, *asked, *last)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The simple conditions of the article, definitions opened."""
        return tuple(leaves_of(self.conditions, self.text))

    @cached_property
    def reads_breaches(self) -> bool:
        """Whether the article speaks of anybody's breach or performance."""
        on_breach = isinstance(self.article.trigger, OnBreach)
        return on_breach or any(isinstance(leaf, Breached | Met) for leaf in self.leaves)

    @cached_property
    def watches_incidents(self) -> bool:
        """Whether the article, or an exception to it, asks for an earlier incident."""
        return any(clause.reads_incidents for clause in self.whole)

    @cached_property
    def reads_incidents(self) -> bool:
        """Whether the article itself asks for an earlier incident."""
        return any(isinstance(leaf, Occurred) for leaf in self.leaves)

    @cached_property
    def breaches_read(self) -> frozenset[ArticleRef]:
        """The articles of whose breach or performance a condition speaks, its exceptions' included."""
        return frozenset(
            ref for clause in self.whole for leaf in clause.leaves for ref in articles_read(leaf)
        )

    @cached_property
    def watches_breaches(self) -> bool:
        """Whether the article, or an exception to it, speaks of anybody's breach or performance."""
        return any(clause.reads_breaches for clause in self.whole)

    @cached_property
    def may_be_suspended(self) -> bool:
        """Whether an article may suspend it, or an exception to it."""
        return any(clause.suspended_by for clause in self.whole)

    @cached_property
    def watched_acts(self) -> frozenset[ActId]:
        """The kinds of act that bear on it: that perform it, or that its conditions read."""
        read = {
            leaf.act for clause in self.whole for leaf in clause.leaves if isinstance(leaf, Done)
        }
        return frozenset(read if self.act is None else {*read, self.act})

    @cached_property
    def watched_circumstances(self) -> frozenset[CircumstanceId]:
        """The circumstances that its conditions, or those of its exceptions, ask to hold, or wait for."""
        leaves = (leaf for clause in self.whole for leaf in clause.leaves)
        read = {name for leaf in leaves for name in circumstances_read(leaf)}
        triggers = (clause.article.trigger for clause in self.whole)
        turns = {t.circumstance for t in triggers if isinstance(t, OnCircumstance)}
        return frozenset(read | turns)

    @cached_property
    def motions_read(self) -> frozenset[MotionId]:
        """The motions on which somebody must have decided."""
        decided = (x for clause in self.whole for x in clause.leaves if isinstance(x, Decided))
        return frozenset(leaf.motion for leaf in decided if leaf.motion is not None)

    @cached_property
    def definitions(self) -> tuple[DefinitionId, ...]:
        """The definitions that the article uses, at any depth."""
        found = (d for condition in self.conditions for d in definitions_in(condition, self.text))
        return tuple(dict.fromkeys(found))


def could_conflict(one: Clause, other: Clause) -> bool:
    """Whether one forbids a deed of the kind that the other asks for, or permits."""
    if one.norm is None or other.norm is None:
        return False
    if isinstance(one.norm, Prohibition) == isinstance(other.norm, Prohibition):
        return False
    if isinstance(one.content, Commit) and isinstance(other.content, Commit):
        return one.content.kind == other.content.kind
    return one.act is not None and one.act == other.act


@once
def priorities_of(text: TextAsRead) -> Priorities:
    """Which articles prevail, as the text is read."""
    return Priorities(text.articles, text.case.agreements)


class Frame(msgspec.Struct, frozen=True):
    """What stays the same in a run: the text, who is bound when, the course of events.

    Attributes:
        bindings: When what prevails over other articles binds, filled in as the run goes on.
    """

    text: TextAsRead
    bonds: Bonds
    record: Record
    clauses: Mapping[ArticleRef, Clause]
    suspensions: Suspensions
    bindings: dict[ArticleRef, list[Binding]] = msgspec.field(default_factory=dict)


@once
def clauses_of(text: TextAsRead) -> Mapping[ArticleRef, Clause]:
    """The articles that bind, permit, disapply or suspend, in the order of the case."""
    clauses: dict[ArticleRef, Clause] = {}
    for ref, article in text.articles.items():
        if not isinstance(article.effect, OwnLife | Aim):
            clauses[ref] = Clause(ref, article, text, clauses)
    return clauses


def linked_clauses(ref: ArticleRef, clauses: Mapping[ArticleRef, Clause]) -> tuple[Clause, ...]:
    """An article first, then those that bear on it or prevail over it, and those whose breach or
    performance they read.
    """
    found: dict[ArticleRef, Clause] = {}
    waiting = [ref]
    while waiting:
        ref = waiting.pop(0)
        if ref in found or ref not in clauses:
            continue
        linked = clauses[ref]
        found[ref] = linked
        waiting.extend(linked.exceptions)
        waiting.extend((*linked.suspended_by, *linked.text.revived_by.get(ref, ())))
        waiting.extend(one.prevailing for one in linked.outranked_by)
        waiting.extend(a for leaf in linked.leaves for a in articles_read(leaf))
        if isinstance(linked.article.trigger, OnBreach):
            waiting.append(linked.article.trigger.article)
    return tuple(found.values())


@once
def articles_whose_performance_counts(text: TextAsRead) -> frozenset[ArticleRef]:
    """The articles of which some condition asks whether somebody has met them."""
    own_life = (a for a in text.articles.values() if isinstance(a.effect, OwnLife))
    conditions = (
        *(c for clause in clauses_of(text).values() for c in clause.conditions),
        *(c for article in own_life for c in conditions_of_own_life(article)),
    )
    return frozenset(leaf.article for leaf in leaves_of(conditions, text) if isinstance(leaf, Met))


def articles_read_otherwise(
    one: Mapping[ArticleRef, Clause], other: Mapping[ArticleRef, Clause]
) -> frozenset[ArticleRef]:
    """The articles of which the answer may differ between two readings of a case."""
    different = {ref for ref in (*one, *other) if not _is_alike(one.get(ref), other.get(ref))}
    return frozenset(
        ref
        for ref in (*one, *other)
        if any(
            clause.ref in different
            for clauses in (one, other)
            for clause in linked_clauses(ref, clauses)
        )
    )


def _is_alike(one: Clause | None, other: Clause | None) -> bool:
    """Whether an article asks the same under two readings of a case; by one it may ask nothing."""
    if one is None or other is None:
        return one is other
    issues = issues_in(one.conditions, one.text)
    return (
        one.article is other.article
        and all(one.text.definitions[d] is other.text.definitions[d] for d in one.definitions)
        and all(one.text.options.get(i) == other.text.options.get(i) for i in issues)
    )
