"""On which day something was said, among the days that a text names, and for when it is planned."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.days.dated import Dated
from servanda.analyses.reading.days.occasions import LEADING, Saying, why_of_the_saying
from servanda.analyses.reading.days.tense import direction
from servanda.analyses.reading.proposal import Tier


class SaidOn(msgspec.Struct, frozen=True):
    """When something was said, and for when something is planned in it.

    Attributes:
        day: The day of saying; None where it is not told, or is no single day.
        tier: How far that can be relied on.
        reason: What it rests on, in words.
        dated: The words that name it.
        planned: The time that belongs to what is planned.
    """

    day: dt.date | None
    tier: Tier
    reason: str
    dated: Dated | None = None
    planned: Dated | None = None


def days_of(
    article: Article, dates: Sequence[Dated], sayings: Iterable[Saying]
) -> tuple[SaidOn, ...]:
    """When each of the sayings of an article was said, and for when it plans something.

    The day of saying stands at the cue: *said on Monday*; or at the head of its sentence: *On Monday,
    ... said*. A day in the content, in the name of the source, or said of an event is none. Where no
    day stands there, that of the sentence before goes on with the same speaker, as *likely*.

    Args:
        article: The text.
        dates: What :func:`days_in` finds in it, in order.
        sayings: Where the cue, the source, the content and the sentence of each stand, in the order
            of the text.
    """
    told: list[tuple[Saying, SaidOn]] = []
    for saying in sayings:
        told.append((saying, _said_on(article, dates, saying, told)))
    return tuple(said for _, said in told)


def _said_on(
    article: Article,
    dates: Sequence[Dated],
    saying: Saying,
    before: Sequence[tuple[Saying, SaidOn]],
) -> SaidOn:
    """When a saying was said, by its own words or by what was told of the sayings before it."""
    beside = _beside_the_cue(dates, saying)
    planned = _planned_for(article, dates, saying, beside)
    at_the_cue = [date for date in beside if date != planned]
    for date in sorted(at_the_cue, key=lambda date: _distance(date.stretch, saying)):
        why = why_of_the_saying(article.text, date, saying)
        if why:
            return _said(article, date, why, planned)
    return _carried_on(article, dates, saying, before, planned)


def _from(dates: Sequence[Dated], start: int, end: int) -> Sequence[Dated]:
    """Of dates in order those that begin between two characters."""
    first = bisect_left(dates, start, key=_start)
    return dates[first : bisect_left(dates, end, lo=first, key=_start)]


def _start(date: Dated) -> int:
    return date.stretch.start


_CANDIDATES = frozenset({"minute", "part of a day", "day", "weekend", "week", "month", "year"})


def _beside_the_cue(dates: Sequence[Dated], saying: Saying) -> list[Dated]:
    """The times of the sentence that stand neither in the content nor in the name of the source."""
    taken = (*saying.content, *saying.source)
    return [
        date
        for date in _from(dates, *saying.sentence)
        if saying.sentence.holds(date.stretch)
        and date.precision in _CANDIDATES
        and not any(part.meets(date.stretch) for part in taken)
        and (not saying.around or any(part.holds(date.stretch) for part in saying.around))
    ]


def _distance(stretch: Stretch, saying: Saying) -> int:
    return min(max(stretch.start - cue.end, cue.start - stretch.end, 0) for cue in saying.cue)


def _said(article: Article, date: Dated, why: str, planned: Dated | None) -> SaidOn:
    if date.day is not None and article.dateline is not None and date.day > article.dateline:
        reason = f"{why}, but after the text was published: {date.reason}"
        return SaidOn(None, "unsure", reason, date, planned)
    if date.day is None:
        reason = f"{why}: {date.reason}" if date.value.startswith("X") else f"{why}: {date.value}"
        return SaidOn(None, "unsure", reason, date, planned)
    tier: Tier = "likely" if why == LEADING else date.tier
    return SaidOn(date.day, tier, f"{why}: {date.reason}", date, planned)


_GOES_ON = re.compile(
    r"\b(?:also|further|furthermore|added|adding|continued|continuing|went on|repeated|reiterated|"
    r"emphasi[sz]ed|stressed|concluded|then)\b|^(?:he|she|they|it)\b"
)
_NOT_ONCE = re.compile(r"(?:has|have|had|would|will|used|is|are|was|were|being|to)\b")
"""How a cue begins that tells of no single occasion, or of another one: *has said*."""

_AFTERWARDS = re.compile(r"^\W{0,3}(?:afterwards?|later|then|subsequently|at the same)\b")


def _carried_on(
    article: Article,
    dates: Sequence[Dated],
    saying: Saying,
    before: Sequence[tuple[Saying, SaidOn]],
    planned: Dated | None,
) -> SaidOn:
    """The day of the sentence before, where its speaker goes on, or the text says *afterwards*."""
    none = SaidOn(None, "unsure", "the text names no day of saying", None, planned)
    cue = article.text[min(saying.cue).start : min(saying.cue).end].lower()
    if saying.nested or _NOT_ONCE.match(cue):
        return none
    words = article.text[saying.sentence.start : saying.sentence.end].lower()
    if _AFTERWARDS.match(words):
        date = _last_before(article, dates, saying)
        if date is not None:
            reason = f"afterwards, by what is told before: {date.reason}"
            return SaidOn(date.day, "likely", reason, date, planned)
    earlier = _last_of_the_speaker(article, saying, before)
    if earlier is None or earlier.day is None:
        return none
    reason = f"the same speaker goes on: {earlier.reason.removeprefix(_GOING_ON)}"
    return SaidOn(earlier.day, "likely", reason, earlier.dated, planned)


_GOING_ON = "the same speaker goes on: "


def _last_before(article: Article, dates: Sequence[Dated], saying: Saying) -> Dated | None:
    """The last day named before the sentence in its paragraph, that does not lie ahead."""
    before = saying.sentence.start
    paragraph = article.paragraph_at(before)
    start = article.paragraphs[paragraph - 1].start if article.paragraphs else 0
    found = [
        date
        for date in _from(dates, start, before)
        if date.stretch.end <= before
        and date.day is not None
        and (article.dateline is None or date.day <= article.dateline)
    ]
    return found[-1] if found else None


def _last_of_the_speaker(
    article: Article, saying: Saying, before: Sequence[tuple[Saying, SaidOn]]
) -> SaidOn | None:
    """What was said of the saying just before, where the same speaker goes on in the paragraph."""
    outer = next((one for one in reversed(before) if not one[0].nested), None)
    if outer is None:
        return None
    last, said = outer
    start = saying.sentence.start
    if article.paragraph_at(last.sentence.start) != article.paragraph_at(start):
        return None
    if saying.speaker and last.speaker:
        return said if saying.speaker == last.speaker else None
    if last.sentence == saying.sentence and saying.source in ((), last.source):
        return said
    opening = " ".join(
        article.text[part.start : part.end] for part in (*saying.source, *saying.cue)
    )
    return said if _GOES_ON.search(opening.lower()) and _is_pronoun(article, saying) else None


def _is_pronoun(article: Article, saying: Saying) -> bool:
    words = {article.text[part.start : part.end].lower() for part in saying.source}
    return words <= {"he", "she", "they", "it"}


_PLANS = re.compile(
    r"\b(?:scheduled|set|due|slated|plans?|planned|planning|expected|expects?|intends?|will|"
    r"to (?:meet|hold|visit|travel|sign|begin|start))\b"
)


def _planned_for(
    article: Article, dates: Sequence[Dated], saying: Saying, beside: Sequence[Dated]
) -> Dated | None:
    """The time that belongs to what is planned: in the content, or at a cue that plans."""
    cue = " ".join(article.text[part.start : part.end] for part in saying.cue).lower()
    plans = _PLANS.search(cue) is not None
    around = sorted((saying.sentence, *saying.content))
    for date in _from(dates, around[0].start, max(place.end for place in around)):
        if date.precision in {"vague", "length", "repeated"}:
            continue
        inside = any(part.holds(date.stretch) for part in saying.content)
        if inside and (plans or _lies_ahead(article, date)):
            return date
        if plans and not inside and date in beside:
            return date
    return None


def _lies_ahead(article: Article, date: Dated) -> bool:
    if date.day is not None and article.dateline is not None and date.day > article.dateline:
        return True
    return direction(article.text, date.stretch) == "ahead"
