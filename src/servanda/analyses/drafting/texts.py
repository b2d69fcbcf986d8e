"""Every text that the articles of a case have: as amended from a day on, and by each reading.

A further text makes a case of its own, in which it stands in the place of the first one. The
others stay among its amendments: what a critic asks of any text is asked of them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.drafting.warning import plain
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Origin
from servanda.model.agreement import Aim, Amendment, Article
from servanda.model.case import Case
from servanda.model.node import AmendmentId, ArticleRef

_NOTHING = Aim()

Place = tuple[str, int, int]
"""Where a text begins and ends."""


BOUND = "SV506"
"""The report that somebody is bound who is no party: of a group it is made once."""


class Text(NamedTuple):
    """A case with another text in the place of the first one.

    Attributes:
        words: Which text that is, to begin a report: ``from 1952-02-15 on``.
        only: The articles that are to be judged; None for all.
        changed: The articles that have another text here: that one, and all that they ever have.
    """

    words: str
    case: Case
    only: Container[ArticleRef] | None = None
    changed: tuple[tuple[Article, tuple[Article, ...]], ...] = ()

    def told(self, report: Diagnostic) -> Diagnostic:
        """A report of this text."""
        return replace(report, headline=f"{self.words}: {report.headline}")

    def is_news(self, report: Diagnostic, known: Container[tuple[str, Place]]) -> bool:
        """Whether a report says more than what is known of the first text and of others.

        One about an article as a whole is known if a text was reported of which all lines are
        still there. One about a group's being bound is reported where the text says so.
        """
        place = place_of(report.origin)
        if (report.code, place) in known:
            return False
        for text, others in self.changed:
            if place_of(text.origin) == place:
                reported = (o for o in others if (report.code, place_of(o.origin)) in known)
                return not any(_keeps(text, other) for other in reported)
        return report.code != BOUND or any(_within(report.origin, text) for text, _ in self.changed)


def as_amended(case: Case) -> Iterator[Text]:
    """The case as it stands from each day on which an amendment begins or ends."""
    amendments = [amendment for _, amendment in case.amendments()]
    days = {day for one in amendments for day in (one.start, one.end) if day is not None}
    for day in sorted(days):
        texts = {ref: _on(article, day) for ref, article in case.by_ref().items()}
        yield _text(f"from {day} on", case, texts)


def as_read(case: Case) -> Iterator[Text]:
    """The case by each reading of an article, in every text of it, or of a definition."""
    for ref, article in case.by_ref().items():
        for text in _texts(article):
            for reading in text.readings:
                found = _text(f"by reading `{reading.id}`", case, {ref: reading.article})
                yield found._replace(only=(ref,))
    for definition in case.definitions:
        for other in definition.readings:
            meant = replace(definition, condition=other.condition, origin=other.origin)
            definitions = tuple(meant if d is definition else d for d in case.definitions)
            yield Text(f"by reading `{other.id}`", replace(case, definitions=definitions))


def _text(words: str, case: Case, texts: Mapping[ArticleRef, Article]) -> Text:
    changed: list[tuple[Article, tuple[Article, ...]]] = []

    def now(ref: ArticleRef, article: Article) -> Article:
        text = texts.get(ref, article)
        if text is article:
            return article
        changed.append((text, tuple(_texts(article))))
        return replace(text, readings=(), amendments=(*_kept(article), *article.amendments))

    said = case.with_articles(now)
    return Text(words, said, changed=tuple(changed))


def _on(article: Article, day: dt.date) -> Article:
    """The text of an article on a day; one that is repealed says nothing."""
    running = [amendment for amendment in article.amendments if amendment.runs(day)]
    if not running:
        return article
    text = max(running, key=lambda amendment: amendment.start)
    return text.article or Article(number=article.number, effect=_NOTHING, origin=text.origin)


def _texts(article: Article) -> Iterator[Article]:
    yield article
    yield from (a.article for a in article.amendments if a.article is not None)


def _kept(article: Article) -> Iterator[Amendment]:
    """The first text of an article, as one among others."""
    first = replace(article, amendments=())
    yield Amendment(id=AmendmentId(""), start=dt.date.min, article=first, origin=article.origin)


def place_of(origin: Origin) -> Place:
    """Where something is written, whatever is said of it."""
    return (origin.file, origin.start, origin.end)


def _within(origin: Origin, text: Article) -> bool:
    around = text.origin
    return origin.file == around.file and around.start <= origin.start and origin.end <= around.end


def _keeps(text: Article, other: Article) -> bool:
    """Whether a text has all lines of another one on when it applies."""
    alike = (text.trigger, text.during), (other.trigger, other.during)
    conditions = (
        ({plain(c) for c in text.only_if}, {plain(c) for c in other.only_if}),
        ({plain(c) for c in text.unless}, {plain(c) for c in other.unless}),
    )
    return plain(alike[0]) == plain(alike[1]) and all(new >= old for new, old in conditions)
