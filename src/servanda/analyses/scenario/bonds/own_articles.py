"""The articles about agreements' own lives, as they stand on a day (rule R7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.model.agreement import Article
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.own_life import OwnLife


@once
def own_life_of(
    text: TextAsRead,
) -> Mapping[AgreementId, Sequence[tuple[ArticleRef, Article]]]:
    """Every text of the articles about each agreement's own life."""
    found: dict[AgreementId, list[tuple[ArticleRef, Article]]] = {}
    for ref, article in text.every_article():
        if isinstance(article.effect, OwnLife):
            found.setdefault(ref.agreement, []).append((ref, article))
    return found


def own_articles(
    text: TextAsRead, agreement: AgreementId, day: dt.date, *effects: type[OwnLife]
) -> list[tuple[ArticleRef, Article]]:
    """The articles on some matters of an agreement's own life, as they stand on a day."""
    articles = text.on(day).articles
    own = own_life_of(text).get(agreement, ())
    return [
        (ref, article)
        for ref, article in own
        if isinstance(article.effect, effects) and articles.get(ref) is article
    ]


def ever_has(text: TextAsRead, agreement: AgreementId, effect: type[OwnLife]) -> bool:
    """Whether an agreement has an article on some matter at some time."""
    own = own_life_of(text).get(agreement, ())
    return any(isinstance(article.effect, effect) for _, article in own)
