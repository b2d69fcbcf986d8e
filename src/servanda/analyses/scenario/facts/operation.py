"""Which articles bear on the operation of others: suspend them, end them, have them apply again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType

from servanda.model.agreement import (
    Article,
    Disapply,
    Duty,
    OnOperation,
    Permission,
    Prohibition,
    Reapply,
    guards,
)
from servanda.model.node import AgreementId, ArticleRef

Articles = Mapping[ArticleRef, Article]


def touched_by(
    texts: Sequence[Articles], effects: type | UnionType
) -> dict[ArticleRef, tuple[ArticleRef, ...]]:
    """For each article, those with such an effect on it, or on its whole agreement (S1).

    Args:
        texts: The articles as they stand from one day to another.
        effects: The effects that are asked about.
    """
    found: dict[ArticleRef, dict[ArticleRef, None]] = {}
    for articles in texts:
        for source, article in articles.items():
            effect = article.effect
            if isinstance(effect, effects) and isinstance(effect, OnOperation):
                for target in _targets(effect, articles):
                    found.setdefault(target, {})[source] = None
    return {target: tuple(sources) for target, sources in found.items()}


def revived_by(texts: Sequence[Articles]) -> dict[ArticleRef | AgreementId, tuple[ArticleRef, ...]]:
    """For each article, and each agreement as a whole, those that have it apply again (S6)."""
    found: dict[ArticleRef | AgreementId, tuple[ArticleRef, ...]] = {}
    found |= touched_by(texts, Reapply).items()
    for articles in texts:
        for source, article in articles.items():
            effect = article.effect
            if isinstance(effect, Reapply) and not isinstance(effect.text, ArticleRef):
                found[effect.text] = tuple(dict.fromkeys((*found.get(effect.text, ()), source)))
    return found


def _targets(effect: OnOperation, articles: Articles) -> Iterator[ArticleRef]:
    """The articles that one on suspension touches."""
    for ref, article in articles.items():
        rule = isinstance(article.effect, Duty | Prohibition | Permission | Disapply)
        if (ref == effect.text and rule) or (
            ref.agreement == effect.text and rule and not guards(article, articles)
        ):
            yield ref
