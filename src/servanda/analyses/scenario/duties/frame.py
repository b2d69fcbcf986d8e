"""What stays the same in a run, and what each article says on which day (R7)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import msgspec

from servanda.analyses.scenario.bonds.agreement_life import Bonds
from servanda.analyses.scenario.bonds.reads import conditions_of_own_life
from servanda.analyses.scenario.conditions.reads import (
    leaves_of,
)
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.suspensions import Suspensions
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.analyses.scenario.facts.world import Record
from servanda.model.agreement import (
    Aim,
    Article,
    OnOperation,
)
from servanda.model.conditions import Met
from servanda.model.node import ArticleRef
from servanda.model.own_life import OwnLife

Turns = list[tuple[dt.date | None, "Clause | None"]]
"""What an article says from one day to another."""


class Versions:
    """The articles that bind, permit, disapply or suspend, from one day to another (R7).

    Attributes:
        every: Each text of each of them once, in the order of the case and of time.
    """

    def __init__(self, text: TextAsRead) -> None:
        self._text = text
        self._of: dict[ArticleRef, list[Clause]] = {}
        texts_before = Counter[ArticleRef]()
        for ref, article in text.every_article():
            if not isinstance(article.effect, OwnLife | Aim):
                clause = Clause(ref, article, text, self, texts_before[ref])
                self._of.setdefault(ref, []).append(clause)
            texts_before[ref] += 1
        self.every = tuple(clause for texts in self._of.values() for clause in texts)
        self._on: dict[int, Mapping[ArticleRef, Clause]] = {}

    def of(self, ref: ArticleRef) -> tuple[Clause, ...]:
        """The texts of an article, in the order of time."""
        return tuple(self._of.get(ref, ()))

    def on(self, day: dt.date) -> Mapping[ArticleRef, Clause]:
        """The articles as they stand on a day."""
        period = self._text.on(day)
        if id(period) not in self._on:
            self._on[id(period)] = {
                c.ref: c for c in self.every if period.articles.get(c.ref) is c.article
            }
        return self._on[id(period)]

    def that_says(self, ref: ArticleRef, text: Article) -> Clause:
        """An article with one of its texts."""
        return next(clause for clause in self.of(ref) if clause.article is text)

    def turns(self, ref: ArticleRef) -> Turns:
        """What an article says from which day on; None where it binds nobody then."""
        found: Turns = []
        for period in self._text.periods:
            article = period.articles.get(ref)
            clause = next((c for c in self.of(ref) if c.article is article), None)
            if not found or found[-1][1] is not clause:
                found.append((period.start, clause))
        return found


class Frame(msgspec.Struct, frozen=True):
    """What stays the same in a run: the text, who is bound when, the course of events.

    Attributes:
        bindings: When what prevails over other articles binds, filled in as the run goes on.
    """

    text: TextAsRead
    bonds: Bonds
    record: Record
    versions: Versions
    suspensions: Suspensions
    bindings: dict[ArticleRef, list[Binding]] = msgspec.field(default_factory=dict)

    def on(self, day: dt.date) -> Mapping[ArticleRef, Clause]:
        """The articles as they stand on a day."""
        return self.versions.on(day)

    def exceptions(self, ref: ArticleRef, day: dt.date) -> tuple[ArticleRef, ...]:
        """The articles that disapply an article on a day."""
        return self.text.on(day).exceptions.get(ref, ())

    def operation(self, ref: ArticleRef) -> OnOperation | None:
        """What an article says about the operation of others, if it ever does."""
        found = (clause.operation for clause in self.versions.of(ref))
        return next((operation for operation in found if operation is not None), None)


@once
def versions_of(text: TextAsRead) -> Versions:
    """The articles of a text that bind, permit, disapply or suspend."""
    return Versions(text)


@once
def articles_whose_performance_counts(text: TextAsRead) -> frozenset[ArticleRef]:
    """The articles of which some condition asks whether somebody has met them."""
    own_life = (a for _, a in text.every_article() if isinstance(a.effect, OwnLife))
    conditions = (
        *(c for clause in versions_of(text).every for c in clause.conditions),
        *(c for article in own_life for c in conditions_of_own_life(article)),
    )
    return frozenset(leaf.article for leaf in leaves_of(conditions, text) if isinstance(leaf, Met))
