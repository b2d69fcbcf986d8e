"""The words of an answer found in the article, and made into proposals."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.chains import least_sure, standing_of
from servanda.analyses.reading.locating import Searched, arranged
from servanda.analyses.reading.marks import quotations
from servanda.analyses.reading.proposal import (
    Guess,
    Link,
    Manner,
    Proposal,
    Speaker,
    Topic,
)
from servanda.workbench.reading.language_model.answers import Matter, Teller, Told
from servanda.workbench.reading.language_model.questions import OpenIssue

ValueT = TypeVar("ValueT")

_READ = "as the language model reads it"


class WhoAndWhen(Protocol):
    """Who is meant by some words, and which day: by lists and rules, never by a model."""

    def speaker(self, words: Quote | None, stands_for: Quote | None) -> Speaker:
        """Who speaks, by the words of an article, and by a name that stands elsewhere in it."""

    def day(self, words: Quote) -> Guess[dt.date | None]:
        """Which day some words of an article mean."""


class Unplaced(NamedTuple):
    """Why a statement of an answer cannot be a proposal."""

    why: str


class _Core(NamedTuple):
    who: Stretch | None
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    passage: Stretch

    @property
    def start(self) -> int:
        return min(place.start for place in (*self.cue, *self.content))


class Placing:
    """Makes proposals of what is told of one article."""

    def __init__(
        self, article: Article, issues: Iterable[OpenIssue], who_and_when: WhoAndWhen
    ) -> None:
        self._article = article
        self._searched = Searched(article.text)
        self._quoted = [q for p in article.paragraphs for q in quotations(article.text, p)]
        self._who_and_when = who_and_when
        self._issues = {one.issue.name: {o.name for o in one.options} for one in issues}

    def proposal(self, told: Told) -> Proposal | Unplaced:
        """A statement as a proposal; or which of its words the article does not have."""
        if not told.chain or not any(map(str.strip, told.content)):
            return Unplaced("it says nobody who says it, or nothing that is said")
        core = self._core(told)
        if isinstance(core, Unplaced):
            return core
        chain = []
        for teller in told.chain[:-1]:
            place = self._near(teller.who, core) if teller.who.strip() else None
            if place is None and teller.who.strip():
                return Unplaced(_not_there(teller.who, "its passage"))
            chain.append(self._link(teller, place, core))
        chain.append(self._link(told.chain[-1], core.who, core))
        condition = self._near(told.condition, core) if told.condition.strip() else None
        if condition is None and told.condition.strip():
            return Unplaced(_not_there(told.condition, "its passage"))
        return self._made(told, core, tuple(chain), condition)

    # Where the words stand.

    def _core(self, told: Told) -> _Core | Unplaced:
        """Who, cue and content, each at its place, all in one passage."""
        who = told.chain[-1].who
        sought = [*([who] if who.strip() else []), *told.cue, *told.content]
        sought = [words for words in sought if words.strip()]
        for words in sought:
            if not self._searched.places(words):
                return Unplaced(_not_there(words, "the article"))
        passages = self._searched.places(told.passage)
        for passage in passages:
            places = arranged([self._searched.places(words, passage) for words in sought])
            if places is not None:
                return self._parted(told, places, passage)
        everywhere = [self._searched.places(words) for words in sought]
        if not passages and all(len(places) == 1 for places in everywhere):
            places = tuple(places[0] for places in everywhere)
            around = Stretch(min(places).start, max(place.end for place in places))
            return self._parted(told, places, around)
        if not passages:
            return Unplaced(_not_there(told.passage, "the article"))
        return Unplaced("its words do not stand in its passage, or at several places of it alike")

    def _parted(self, told: Told, places: tuple[Stretch, ...], passage: Stretch) -> _Core:
        first = 1 if told.chain[-1].who.strip() else 0
        behind = first + sum(1 for words in told.cue if words.strip())
        who = places[0] if first else None
        return _Core(who, places[first:behind], places[behind:], passage)

    def _near(self, words: str, core: _Core) -> Stretch | None:
        """The place of some words in the passage that is nearest to where it is said."""
        places = self._searched.places(words, core.passage)
        return min(places, key=lambda place: (abs(place.start - core.start), place), default=None)

    # What is made of them.

    def _link(self, teller: Teller, place: Stretch | None, core: _Core) -> Link:
        words = self._article.quote(place) if place is not None else None
        speaker = self._who_and_when.speaker(words, self._name(teller.stands_for, core))
        speaker = replace(
            speaker,
            words=words,
            parties=_at_best_likely(speaker.parties),
            person=_at_best_likely(speaker.person),
            unnamed=speaker.unnamed or teller.unnamed,
        )
        when = self._near(teller.when, core) if teller.when.strip() else None
        day: Guess[dt.date | None] = Guess(None)
        if when is not None:
            day = _at_best_likely(self._who_and_when.day(self._article.quote(when)))
        return Link(speaker, Guess(teller.kind, "unsure", _READ), day, teller.negated)

    def _name(self, words: str, core: _Core) -> Quote | None:
        """A name as the article has it, last before a passage, else first behind it."""
        places = self._searched.places(words) if words.strip() else ()
        before = [place for place in places if place.end <= core.passage.end]
        chosen = before[-1] if before else next(iter(places), None)
        return self._article.quote(chosen) if chosen is not None else None

    def _made(
        self, told: Told, core: _Core, chain: tuple[Link, ...], condition: Stretch | None
    ) -> Proposal:
        manner = self._manner(core.content, told.summed_up)
        hangs_on = self._article.quote(condition) if condition is not None else None
        topics = tuple(filter(None, map(self._topic, told.matters)))
        medium = self._near(told.medium, core) if told.medium.strip() else None
        return Proposal(
            id=self._id(core),
            paragraph=self._article.paragraph_at(min(core.cue or core.content).start),
            chain=chain,
            cue=self._article.quotes(core.cue),
            content=self._article.quotes(core.content),
            manner=manner,
            topics=Guess(topics, "unsure", _READ),
            condition=Guess(hangs_on, "unsure", _READ),
            factuality=Guess(told.factuality, "unsure", _READ),
            addressees=Guess(self._addressees(told, core), "unsure", _READ),
            medium=Guess(self._article.quote(medium).words if medium else "", "unsure", _READ),
            standing=standing_of(chain, manner.value == "summed_up"),
        )

    def _id(self, core: _Core) -> str:
        places = ",".join(f"{p.start}-{p.end}" for p in (*core.cue, *core.content))
        named = f"{self._article.digest} {places}"
        return f"M{hashlib.sha256(named.encode()).hexdigest()[:10]}"

    def _manner(self, content: tuple[Stretch, ...], summed_up: bool) -> Guess[Manner]:
        """In whose words it is, by the marks of the article."""
        bare = [_bare(self._article.text, place) for place in content]
        inside = [any(quote.holds(place) for quote in self._quoted) for place in bare]
        if all(inside):
            return Guess("quoted", "sure", "it stands in quotation marks")
        if any(quote.meets(place) for quote in self._quoted for place in content):
            return Guess("mixed", "sure", "a part of it stands in quotation marks")
        if summed_up:
            return Guess("summed_up", "unsure", _READ)
        return Guess("paraphrased", "sure", "it stands in no quotation marks")

    def _topic(self, matter: Matter) -> Topic | None:
        """An issue that the case has, with an option that the issue has."""
        options = self._issues.get(matter.issue)
        if options is None or (matter.option and matter.option not in options):
            return None
        return Topic(matter.issue, matter.option, matter.negated)

    def _addressees(self, told: Told, core: _Core) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for words in told.addressees:
            place = self._near(words, core) if words.strip() else None
            if place is not None:
                speaker = self._who_and_when.speaker(self._article.quote(place), None)
                person = (speaker.person.value,) if speaker.person.value else ()
                found.update(dict.fromkeys(person or speaker.parties.value))
        return tuple(found)


def _bare(text: str, place: Stretch) -> Stretch:
    """A place without the quotation marks and blanks around it."""
    start, end = place
    marks = ' \t\n"\u201c\u201d\u201e\u00ab\u00bb'
    while start < end - 1 and text[start] in marks:
        start += 1
    while end - 1 > start and text[end - 1] in marks:
        end -= 1
    return Stretch(start, end)


def _at_best_likely(guess: Guess[ValueT]) -> Guess[ValueT]:
    """What the lists say, as far as a model has given them the right words."""
    return replace(guess, tier=least_sure((guess.tier, "likely")))


def _not_there(words: str, where: str) -> str:
    return f'these words are not in {where} letter by letter: "{" ".join(words.split())}"'
