"""Which open issues an article reads: whether it binds can depend on how they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from servanda.model.agreement import Article
from servanda.model.case import Case
from servanda.model.conditions import (
    Condition,
    IncidentIs,
    IssueIs,
    Occurred,
    leaves_through_findings,
)
from servanda.model.node import ArticleRef, DefinitionId, IssueId
from servanda.model.triggers import OnIncident

_Meanings = Mapping[DefinitionId, tuple[Condition, ...]]


def issues_read(case: Case) -> dict[ArticleRef, frozenset[IssueId]]:
    """The open issues that each article reads, itself, in a reading, or in its exceptions.

    The terms that it uses are opened: a definition that hangs on an issue counts.
    """
    unsettled = {issue.id for issue in case.issues if issue.settled is None}
    meanings = {definition.id: definition.meanings for definition in case.definitions}
    articles = case.by_ref()
    exceptions: dict[ArticleRef, list[Article]] = {}
    for article in articles.values():
        for ref in articles:
            if article.sets_aside(ref):
                exceptions.setdefault(ref, []).append(article)
    return {
        ref: frozenset(
            issue
            for part in (article, *exceptions.get(ref, ()))
            for issue in _of_article(part, meanings)
            if issue in unsettled
        )
        for ref, article in articles.items()
    }


def _of_article(article: Article, meanings: _Meanings) -> Iterator[IssueId]:
    for version in article.versions:
        yield from _of((*version.only_if, *version.unless, *version.performed_if), meanings)
        if version.during is not None:
            yield from _of((version.during,), meanings)
        if version.until is not None:
            yield from _of((version.until,), meanings)
        if isinstance(version.trigger, OnIncident):
            for term in version.trigger.definitions:
                yield from _of(meanings.get(term, ()), meanings)


def _of(conditions: Iterable[Condition], meanings: _Meanings) -> Iterator[IssueId]:
    """The issues that conditions read; each term is opened once."""
    opened: set[DefinitionId] = set()
    waiting = list(conditions)
    while waiting:
        for leaf in leaves_through_findings(waiting.pop(0)):
            if isinstance(leaf, IssueIs):
                yield leaf.issue
            for term in _terms(leaf):
                if term not in opened:
                    opened.add(term)
                    waiting.extend(meanings.get(term, ()))


def _terms(leaf: Condition) -> tuple[DefinitionId, ...]:
    """The terms by which a simple condition speaks of an incident."""
    if isinstance(leaf, Occurred):
        return leaf.definitions
    return (leaf.definition,) if isinstance(leaf, IncidentIs) else ()
