"""Clauses that speak of a breach by those whom the article does not bind."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.duties import shown
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import called, warning
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Origin
from servanda.model.agreement import Article, Duty, Prohibition
from servanda.model.conditions import Breached, leaves_through_findings
from servanda.model.node import ArticleRef
from servanda.model.sets import Author, Bearer, Role, SomeActors
from servanda.model.triggers import OnBreach


def breaches_by_the_unbound(reach: Reach) -> Iterator[Diagnostic]:
    """Triggers and conditions that nobody can bring about: whom they name the article does not bind."""
    articles = reach.case.by_ref()
    for _, article in reach.judged():
        for who, breached, origin in _spoken_of(article):
            other = articles[breached]
            bound = _bound(other, reach)
            named = _named(who, reach)
            if bound is None or named is None or not named.isdisjoint(bound):
                continue
            cited = called(reach.case, breached.agreement, other)
            by = f"it binds {shown(bound)}" if bound else "it binds nobody"
            yield warning(
                "SV534",
                origin,
                f"{shown(named)} cannot breach {cited}: {by}",
                f"name whom {cited} binds, or cite the article that is meant",
            )


def _spoken_of(article: Article) -> Iterator[tuple[SomeActors, ArticleRef, Origin]]:
    """Whose breach of which article an article speaks of, and where."""
    if isinstance(article.trigger, OnBreach):
        yield article.trigger.author.among, article.trigger.article, article.trigger.origin
    until = (article.until,) if article.until is not None else ()
    for condition in (*article.only_if, *article.unless, *article.performed_if, *until):
        for leaf in leaves_through_findings(condition):
            if isinstance(leaf, Breached):
                yield leaf.subject.among, leaf.article, leaf.origin


def _bound(article: Article, reach: Reach) -> frozenset[str] | None:
    """All whom an article, or a reading of it, can bind; None where a role says whom."""
    bound: set[str] = set()
    for version in article.versions:
        effect = version.effect
        if not isinstance(effect, Duty | Prohibition):
            continue
        if isinstance(effect.bearers.among, Role):
            return None
        bound |= reach.ever(effect.bearers.among)
    return frozenset(bound)


def _named(who: SomeActors, reach: Reach) -> frozenset[str] | None:
    """Those who are named; None where their part in the matter says who they are."""
    return None if isinstance(who, Role | Bearer | Author) else reach.ever(who)
