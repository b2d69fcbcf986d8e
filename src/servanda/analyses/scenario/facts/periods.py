"""What each article says from one day to another: its text, as amended (rule R7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterator, Mapping

import msgspec

from servanda.model.agreement import Amendment, Article, Disapply
from servanda.model.case import Case
from servanda.model.node import AmendmentId, ArticleRef


class Period(msgspec.Struct, frozen=True, eq=False):
    """A stretch of days on which no article is amended.

    Attributes:
        start: Its first day; None for the text as it first stood.
        articles: Each article that is not repealed, as read, in the order of the case.
        exceptions: For each article, the articles that disapply it.
        amendments: The amendments that give articles their text.
    """

    start: dt.date | None
    articles: Mapping[ArticleRef, Article]
    exceptions: Mapping[ArticleRef, tuple[ArticleRef, ...]]
    amendments: Mapping[ArticleRef, Amendment]


def periods_of(
    case: Case, without: Container[AmendmentId], as_read: Callable[[Article], Article]
) -> tuple[Period, ...]:
    """The text from one day to another, in the order of time.

    Args:
        case: The case.
        without: Amendments supposed not to have been made.
        as_read: What becomes of an article by the readings that are taken.
    """
    days = {
        day
        for _, amendment in case.amendments()
        if amendment.id not in without
        for day in (amendment.start, amendment.end)
        if day is not None
    }
    return tuple(_period(case, start, without, as_read) for start in (None, *sorted(days)))


def _period(
    case: Case,
    start: dt.date | None,
    without: Container[AmendmentId],
    as_read: Callable[[Article], Article],
) -> Period:
    articles: dict[ArticleRef, Article] = {}
    amendments: dict[ArticleRef, Amendment] = {}
    for ref, article in case.by_ref().items():
        made = (a for a in article.amendments if a.id not in without)
        amendment = None if start is None else latest(made, start)
        text = article if amendment is None else amendment.article
        if amendment is not None:
            amendments[ref] = amendment
        if text is not None:
            articles[ref] = as_read(text)
    return Period(start, articles, _exceptions(articles), amendments)


def latest(amendments: Iterator[Amendment], day: dt.date) -> Amendment | None:
    """The amendment that gives an article its text on a day: of those that run, the last."""
    running = (amendment for amendment in amendments if amendment.runs(day))
    return max(running, key=lambda amendment: amendment.start, default=None)


def _exceptions(
    articles: Mapping[ArticleRef, Article],
) -> dict[ArticleRef, tuple[ArticleRef, ...]]:
    found: dict[ArticleRef, tuple[ArticleRef, ...]] = {}
    for ref, article in articles.items():
        if isinstance(article.effect, Disapply):
            target = article.effect.article
            found[target] = (*found.get(target, ()), ref)
    return found
