"""Who and which day some words of an article mean, by the lists and rules that the rules' reader has."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.reading.article import Article, Quote
from servanda.analyses.reading.days import Dated, days_in
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.proposal import Guess, Speaker


class Meanings:
    """Looks up the words of one article."""

    def __init__(self, article: Article, names: Names) -> None:
        self._article = article
        self._names = names
        self._days = days_in(article)

    def speaker(self, words: Quote | None, stands_for: Quote | None) -> Speaker:
        """Who speaks: by the words themselves where the lists know them, else by the name given.

        That a name stands for other words is a model's word alone, so it is never more than a guess.
        """
        found = self._meant(words)
        if found.found or found.unnamed or stands_for is None:
            return _speaker(words, found)
        by_name = self._meant(stands_for)
        why = f'taken for "{stands_for.words}"; {by_name.reason}'
        return _speaker(words, by_name._replace(tier="unsure", reason=why))

    def day(self, words: Quote) -> Guess[dt.date | None]:
        """Which day some words mean; none where they name several times, or none that is one day."""
        found = [dated for dated in self._days if dated.stretch.meets(words.stretch)]
        if len(found) != 1:
            return Guess(None, "unsure", "these words name no one day")
        return _guess(found[0])

    def _meant(self, words: Quote | None) -> Resolved:
        if words is None:
            return Resolved(reason="the text has no words for who speaks")
        text, paragraphs = self._article.text, self._article.paragraphs
        around = paragraphs[self._article.paragraph_at(words.start) - 1] if paragraphs else None
        context = text[around.start : around.end] if around else ""
        return self._names.resolve(words.words, self._article.dateline, context)


def _speaker(words: Quote | None, found: Resolved) -> Speaker:
    person = found.person or found.outlet
    return Speaker(
        words,
        Guess(found.parties, found.tier, found.reason, found.suggested),
        Guess(person, found.tier, found.reason),
        found.unnamed,
    )


def _guess(found: Dated) -> Guess[dt.date | None]:
    return Guess(found.day, found.tier, found.reason)
