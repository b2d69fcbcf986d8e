"""A case in which only the articles speak that may bear on one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from servanda.model.agreement import Aim, Article, OnOperation
from servanda.model.case import Case
from servanda.model.node import ArticleRef, parts_of
from servanda.model.own_life import OwnLife

_SILENT = Aim()


class LinkedArticles:
    """Which articles of a case hang together: one names the other, or a third names both.

    Those on the agreements' own lives, and on suspension and ending, are linked to every one.
    Where agreements prevail over one another, or a definition names an article, all are.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._articles = case.by_ref()
        self._named_with = _named_with(self._articles)
        everywhere = OwnLife | OnOperation
        self._everywhere = frozenset(
            ref
            for ref, article in self._articles.items()
            if any(isinstance(version.effect, everywhere) for version in article.versions)
        )
        ranked = any(a.prevails_over or a.without_prejudice_to for a in case.agreements)
        self._all = ranked or any(_named(case.definitions))

    def of(self, ref: ArticleRef) -> Collection[ArticleRef]:
        """The articles that may bear on one, or it on them; that one among them."""
        if self._all:
            return self._articles.keys()
        found = {ref, *self._everywhere}
        waiting = list(found)
        while waiting:
            for other in self._named_with[waiting.pop()] - found:
                found.add(other)
                waiting.append(other)
        return found

    def alone(self, kept: Collection[ArticleRef]) -> Case:
        """The case in which all other articles say nothing."""
        return self._case.with_articles(lambda ref, a: a if ref in kept else _silenced(a))


def _named_with(articles: Mapping[ArticleRef, Article]) -> Mapping[ArticleRef, set[ArticleRef]]:
    """For each article those that it names, and those that name it."""
    found: dict[ArticleRef, set[ArticleRef]] = defaultdict(set)
    for ref, article in articles.items():
        for other in _named(article):
            found[ref].add(other)
            found[other].add(ref)
    return found


def _named(value: object) -> Iterator[ArticleRef]:
    """The articles named anywhere in a value of the model."""
    yield from (part for part in parts_of(value) if isinstance(part, ArticleRef))


def _silenced(article: Article) -> Article:
    """An article, with its readings and amendments, that binds nobody."""
    return Article(
        number=article.number,
        effect=_SILENT,
        title=article.title,
        readings=tuple(replace(r, article=_silenced(r.article)) for r in article.readings),
        amendments=tuple(
            replace(a, article=None if a.article is None else _silenced(a.article))
            for a in article.amendments
        ),
        origin=article.origin,
    )
