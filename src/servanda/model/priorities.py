"""Which of two articles prevails, as far as the texts say so, and conflicts between them (rules P1, P2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from servanda.core.origin import Origin
from servanda.model.agreement import Agreement, Article
from servanda.model.node import ActorId, AgreementId, ArticleRef, Node


class Priority(NamedTuple):
    """That one article prevails over another.

    Attributes:
        said_by: The agreement whose text says so: the one that prevails, or the one that
            gives way.
        origin: The line that says so.
        subject_to: Whether that is the article that gives way, by ``subject to``.
    """

    prevailing: ArticleRef
    yielding: ArticleRef
    said_by: AgreementId
    origin: Origin
    subject_to: bool = False


class Rank(NamedTuple):
    """That one agreement prevails over another; by name, or as one of all others."""

    prevailing: AgreementId
    yielding: AgreementId
    said_by: AgreementId
    origin: Origin
    by_name: bool


class Priorities:
    """What the texts of a case say about priority.

    Attributes:
        articles: What articles say of one another.
        ranks: What agreements say of one another.
    """

    def __init__(
        self, articles: Mapping[ArticleRef, Article], agreements: Iterable[Agreement]
    ) -> None:
        known = tuple(agreements)
        self.articles = tuple(_of_articles(articles))
        self.ranks = tuple(rank for one in known for rank in _of_agreement(one, known))
        self._by_pair = {(one.prevailing, one.yielding): one for one in self.articles[::-1]}
        ranks = self.ranks[::-1]
        self._levels = tuple(
            {(rank.prevailing, rank.yielding): rank for rank in ranks if rank.by_name is by_name}
            for by_name in (True, False)
        )

    def __bool__(self) -> bool:
        return bool(self.articles or self.ranks)

    def between(self, one: ArticleRef, other: ArticleRef) -> Priority | None:
        """Which of two articles prevails; None where no text says so.

        What an article says goes before what an agreement says, and an agreement that is named
        before all others. Where two texts of one level say the contrary, neither counts.
        """
        said = _alone(self._by_pair.get((one, other)), self._by_pair.get((other, one)))
        if said is not None or one.agreement == other.agreement:
            return said
        for level in self._levels:
            there = level.get((one.agreement, other.agreement))
            back = level.get((other.agreement, one.agreement))
            if there is not None and back is None:
                return Priority(one, other, there.said_by, there.origin)
            if back is not None and there is None:
                return Priority(other, one, back.said_by, back.origin)
        return None


def _alone(one: Priority | None, other: Priority | None) -> Priority | None:
    if one is not None and other is not None:
        return None
    return one or other


def _of_articles(articles: Mapping[ArticleRef, Article]) -> Iterator[Priority]:
    for ref, article in articles.items():
        for line in article.subject_to:
            yield Priority(line.article, ref, ref.agreement, line.origin, subject_to=True)
        for line in article.notwithstanding:
            yield Priority(ref, line.article, ref.agreement, line.origin)


def _of_agreement(agreement: Agreement, known: tuple[Agreement, ...]) -> Iterator[Rank]:
    itself = agreement.id
    others = tuple(other.id for other in known if other.id != itself)
    for line in agreement.prevails_over:
        named = line.agreement is not None
        for other in (line.agreement,) if line.agreement is not None else others:
            yield Rank(itself, other, itself, line.origin, named)
    for line in agreement.without_prejudice_to:
        named = line.agreement is not None
        for other in (line.agreement,) if line.agreement is not None else others:
            yield Rank(other, itself, itself, line.origin, named)


class Conflicting(Node, frozen=True, tag="conflicting"):
    """``conflict of article 3 with article 5 for USA``; ``no conflict``.

    Attributes:
        who: For whom, each of them; anybody where nobody is named.
        articles: The two articles; any where none are named.
        so: Whether there is to be one.
    """

    who: tuple[ActorId, ...] = ()
    articles: tuple[ArticleRef, ...] = ()
    so: bool = True
