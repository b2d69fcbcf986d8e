"""The lines of an article, each as one thing that its bearer's step waits for."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.sequencing.conditions import Reader, Seen
from servanda.analyses.sequencing.needs import (
    Fixed,
    Need,
    Taken,
    every,
    opposite,
    some,
    steps_in,
)
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.steps import Deed, Turning
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article, Duty
from servanda.model.conditions import All, Condition, Done, Not
from servanda.model.node import ActorId, ArticleRef, parts_of, unplaced
from servanda.model.sets import Author, Listed, Subject
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger

Line = tuple[Condition, bool]
"""A condition, and whether it must not hold."""


def lines_of(article: Article) -> Iterator[Line]:
    """What an article asks for before it binds, or before an act performs it."""
    for condition in (*article.only_if, *article.performed_if):
        yield from ((part, False) for part in _parts(condition))
    if article.during is not None:
        yield from ((part, False) for part in _parts(article.during))
    yield from ((condition, True) for condition in article.unless)
    if article.until is not None:
        yield article.until, True


def _parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions all of which have to hold, each by itself."""
    return condition.parts if isinstance(condition, All) else (condition,)


def contingent(trigger: Trigger | None, reader: Reader) -> bool:
    """Whether it takes an occasion, which is no step, for an article to come into play."""
    match trigger:
        case OnIncident() | OnBreach():
            return True
        case OnCircumstance(becomes="ends", circumstance=circumstance):
            return circumstance not in reader.setting.holding
        case _:
            return False


class Lines:
    """Reads the lines of articles."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.speaker = reader.setting.speaker

    def clauses(
        self, ref: ArticleRef, article: Article, bearer: ActorId, reading: Source | None
    ) -> tuple[Clause, ...]:
        """What the lines of an article ask for, its trigger first.

        Args:
            ref: The article.
            article: Its text as read.
            bearer: Whose step waits for it.
            reading: The reading by which it says so; what the text says anyway is not its own.
        """
        plain = self.reader.setting.texts[ref]
        told = {unplaced(line) for line in lines_of(plain)}
        triggered = unplaced(article.trigger) == unplaced(plain.trigger)
        asked = list(lines_of(article))
        of_author = any(isinstance(part, Author) for line in asked for part in parts_of(line[0]))
        if isinstance(article.trigger, OnAct) and of_author:
            return (self._by_author(ref, article, bearer, reading),)
        found = []
        if article.trigger is not None:
            source = self._source(ref, reading, own=not triggered, words=self._when(article))
            need = self._triggered(article, bearer)
            found.append(Clause(need, source, article.trigger.origin))
        for condition, denied in asked:
            need = self.reader.read(condition, Seen(bearer))
            own = unplaced((condition, denied)) not in told
            source = self._source(ref, reading, own=own, words=self.said(condition, denied=denied))
            found.append(Clause(opposite(need) if denied else need, source, condition.origin))
        return tuple(found)

    def said(self, condition: Condition, *, denied: bool = False) -> str:
        """A condition, or its opposite, in words."""
        return self.speaker.condition(Not(part=condition) if denied else condition)

    def _source(self, ref: ArticleRef, reading: Source | None, *, own: bool, words: str) -> Source:
        if own and reading is not None:
            return reading
        return Source("line", ref, words)

    def _when(self, article: Article) -> str:
        return f"when {self.speaker.trigger(article.trigger)}" if article.trigger else ""

    # What brings an article into play.

    def _triggered(self, article: Article, bearer: ActorId) -> Need:
        match article.trigger:
            case OnAct() as trigger:
                authors = self.authors(article, bearer)
                return self.acts(trigger, authors, self._when(article))
            case OnCircumstance() as trigger:
                return self._turned(trigger)
            case _:
                return Fixed(Verdict.UNDETERMINED, "occasion", self._when(article))

    def _turned(self, trigger: OnCircumstance) -> Need:
        return Taken(Turning(trigger.circumstance, trigger.becomes))

    def authors(self, article: Article, bearer: ActorId) -> tuple[ActorId, ...]:
        """Whose act brings an article into play for a bearer."""
        trigger = article.trigger
        if not isinstance(trigger, OnAct):
            return ()
        among = self.reader.setting.members(trigger.author.among)
        other = isinstance(article.effect, Duty) and article.effect.bearers.other
        authors = tuple(author for author in among if not (other and author == bearer))
        return self.reader.likely(authors, trigger.act, unplaced(trigger.object))

    def acts(self, trigger: OnAct, authors: tuple[ActorId, ...], words: str = "") -> Need:
        """That one of some actors does what brings an article into play."""
        if not authors:
            return Fixed(Verdict.FAILS, "nobody", words)
        subject = Subject(quantifier="any", among=Listed(actors=authors))
        return self.reader.read(Done(subject=subject, act=trigger.act, object=trigger.object))

    def _by_author(
        self, ref: ArticleRef, article: Article, bearer: ActorId, reading: Source | None
    ) -> Clause:
        """Trigger and conditions together, where these speak of whose act it was."""
        assert isinstance(article.trigger, OnAct)
        ways = []
        for author in self.authors(article, bearer):
            seen = Seen(bearer, author)
            needs: list[Need] = [self.acts(article.trigger, (author,))]
            for condition, denied in lines_of(article):
                need = self.reader.read(condition, seen)
                needs.append(opposite(need) if denied else need)
            ways.append(every(needs))
        source = reading or Source("line", ref, self._when(article))
        return Clause(some(ways, self._when(article)), source, article.trigger.origin)


def deeds_in(need: Need) -> Iterator[Deed]:
    """The deeds that a need speaks of."""
    return (step for step in steps_in(need) if isinstance(step, Deed))
