"""Agreements with their articles, each article with its readings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from servanda.language.passes.actors import actors
from servanda.language.passes.amendments import amendments_by_article
from servanda.language.passes.articles import lower_article
from servanda.language.passes.collect import clause_of
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.tree import AgreementStatement, ReadingStatement
from servanda.model.agreement import (
    Agreement,
    Article,
)
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef, CitedAgreement
from servanda.model.own_life import EndOnCondition, EntryIntoForce, Expiry, Term


def lower_agreements(scope: Scope) -> tuple[Agreement, ...]:
    """Every agreement of the case, its articles in the order written."""
    readings, amendments = _readings(scope), amendments_by_article(scope)
    articles: dict[AgreementId, list[Article]] = defaultdict(list)
    for agreement, statement in scope.table.belongs:
        title = clause_of(scope.table.agreements[agreement]).words
        inside = replace(scope.within(clause_of(statement, title)), agreement=agreement)
        ref = ArticleRef(agreement, ArticleNumber(statement.number.text))
        found = lower_article(inside, statement, readings.pop(ref, ()), amendments.pop(ref, ()))
        if found is not None:
            articles[agreement].append(found)
    for id_, several in articles.items():
        _check_single(scope, id_, several)
    return tuple(
        _agreement(scope.within(clause_of(statement)), statement, tuple(articles[id_]))
        for id_, statement in scope.table.agreements.items()
    )


def _agreement(
    scope: Scope, statement: AgreementStatement, articles: tuple[Article, ...]
) -> Agreement:
    return Agreement(
        id=AgreementId(statement.name.text),
        title=title(statement.title),
        between=actors(scope, statement.between),
        bound_by=statement.bound_by or "signature",
        by_default=statement.bound_by is None,
        prevails_over=_cited(scope, statement, prevails=True),
        without_prejudice_to=_cited(scope, statement, prevails=False),
        articles=articles,
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _cited(
    scope: Scope, statement: AgreementStatement, *, prevails: bool
) -> tuple[CitedAgreement, ...]:
    """The agreements that it prevails over, or gives way to."""
    found: list[CitedAgreement] = []
    for line in statement.priorities:
        if line.prevails is not prevails:
            continue
        if not line.others:
            found.append(CitedAgreement(origin=scope.origin(line)))
        for word in line.others:
            other = scope.agreement_at(word, line)
            if other is not None:
                found.append(CitedAgreement(agreement=other, origin=scope.origin(word)))
    return tuple(found)


def _readings(scope: Scope) -> dict[ArticleRef, list[ReadingStatement]]:
    """The readings of each article; those of an article that is not there are reported."""
    found: dict[ArticleRef, list[ReadingStatement]] = defaultdict(list)
    for agreement, statement in scope.table.readings:
        if statement.article is None:
            continue
        inside = replace(scope.within(clause_of(statement)), agreement=agreement)
        ref = inside.article(statement.article)
        if ref is not None:
            found[ref].append(statement)
    return found


def _check_single(scope: Scope, agreement: AgreementId, articles: list[Article]) -> None:
    """Report a second article on entry into force, and one on the day of the end."""
    seen: dict[str, Article] = {}
    for article in articles:
        said = _settles(article)
        earlier = seen.setdefault(said, article)
        if said and earlier is not article:
            scope.reports.error(
                "SV326",
                article.effect.origin,
                f"two articles say when {agreement} {said}",
                "put both into one article",
                related=((f"article {earlier.number} says so too", earlier.effect.origin),),
            )


def _settles(article: Article) -> str:
    """What only one article of an agreement can say; nothing for other articles."""
    match article.effect:
        case EntryIntoForce():
            return "enters into force"
        case Term() | Expiry():
            return "ends"
        case EndOnCondition():
            return "ends on a condition"
        case _:
            return ""
