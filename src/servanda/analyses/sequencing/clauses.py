"""The lines of an article, each as one thing that its bearer's step waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.analyses.sequencing.conditions import Reader, Seen
from servanda.analyses.sequencing.needs import (
    Fixed,
    Need,
    Taken,
    denied_in,
    every,
    opposite,
    some,
    with_steps,
)
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.steps import Deed, Step, Turning
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article, Duty
from servanda.model.builtins import counts_for_good
from servanda.model.conditions import All, Condition, Done, Not
from servanda.model.node import ActorId, ArticleRef, parts_of, unplaced
from servanda.model.sets import Author, Listed, Subject
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article.

    Attributes:
        denied: Whether its condition must not hold.
        lasting: Whether it is asked when the step is taken, and not when the duty arises (D3).
    """

    condition: Condition
    denied: bool = False
    lasting: bool = False

    @property
    def unplaced(self) -> Line:
        """The same, wherever it stands."""
        return replace(self, condition=unplaced(self.condition))


def lines_of(article: Article) -> Iterator[Line]:
    """What an article asks for before it binds, or before an act performs it."""
    for condition in article.only_if:
        yield from map(Line, _parts(condition))
    for condition in article.performed_if:
        yield from (Line(part, lasting=True) for part in _parts(condition))
    if article.during is not None:
        yield from (Line(part, lasting=True) for part in _parts(article.during))
    yield from (Line(condition, denied=True) for condition in article.unless)
    if article.until is not None:
        yield Line(article.until, denied=True)


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
        self._acts = {act.id: act for act in reader.setting.case.acts}

    def clauses(
        self,
        ref: ArticleRef,
        article: Article,
        bearer: ActorId,
        reading: Source | None,
    ) -> tuple[Clause, ...]:
        """What the lines of an article ask for, its trigger first.

        Args:
            ref: The article.
            article: Its text as read.
            bearer: Whose step waits for it.
            reading: The reading by which it says so; what the text says anyway is not its own.
        """
        plain = self.reader.setting.texts[ref]
        told = {line.unplaced for line in lines_of(plain)}
        triggered = unplaced(article.trigger) == unplaced(plain.trigger)
        asked = list(lines_of(article))
        of_author = any(isinstance(p, Author) for line in asked for p in parts_of(line.condition))
        if isinstance(article.trigger, OnAct) and of_author:
            return (self._by_author(ref, article, bearer, reading),)
        found: list[Clause] = []
        if article.trigger is not None:
            source = self._source(ref, reading, own=not triggered, words=self._when(article))
            need = self._triggered(article, bearer)
            found.append(Clause(need, source, article.trigger.origin, "trigger"))
        for line in asked:
            own = line.unplaced not in told
            source = self._source(ref, reading, own=own, words=self.said(line))
            need = self._need(article, line, Seen(bearer, agreement=ref.agreement))
            found.append(Clause(need, source, line.condition.origin))
        return tuple(found)

    def said(self, line: Line) -> str:
        """A line in words."""
        condition = line.condition
        return self.speaker.condition(Not(part=condition) if line.denied else condition)

    def _need(self, article: Article, line: Line, seen: Seen) -> Need:
        """What a line asks for.

        What must not have been done is asked of a duty when it arises, and one that has arisen
        stays (D3), or lapses when it comes about (D9): afterwards it cannot be told. Of an
        article with a trigger it counts only since that (C7).
        """
        need = self.reader.read(line.condition, seen)
        need = opposite(need) if line.denied else need
        binds = isinstance(article.effect, Duty)
        unsure = {
            step
            for step in denied_in(need)
            if (binds and not line.lasting)
            or (article.trigger is not None and self.counts_from_then_on(step))
        }
        return with_steps(need, lambda step: Taken(step, surely=step not in unsure))

    def counts_from_then_on(self, step: Step) -> bool:
        """Whether a step counts for an article only since what brings it into play (C7)."""
        return isinstance(step, Deed) and not counts_for_good(step.act, self._acts.get(step.act))

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
        return tuple(author for author in among if not (other and author == bearer))

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
            seen = Seen(bearer, author, ref.agreement)
            needs: list[Need] = [self.acts(article.trigger, (author,))]
            needs += (self._need(article, line, seen) for line in lines_of(article))
            ways.append(every(needs))
        source = reading or Source("line", ref, self._when(article))
        return Clause(some(ways, self._when(article)), source, article.trigger.origin, "trigger")
