"""By which text a duty is judged: as it was amended by then (R7), as its bearer reads it (R4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import versions_of
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.links import linked_clauses
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Amendment, Reading
from servanda.model.case import OwnReading
from servanda.model.definitions import DefinitionReading
from servanda.model.node import ActorId
from servanda.model.words import Speaker, listing


def own_readings_taken(text: TextAsRead) -> Iterator[OwnReading]:
    """The readings that actors take for themselves, those who take the same together."""
    takers: dict[str, list[ActorId]] = {}
    for actor, reading in text.own_readings:
        takers.setdefault(reading, []).append(actor)
    for actor, reading in text.own_readings:
        if takers[reading][0] == actor:
            yield OwnReading(reading=reading, actors=tuple(takers[reading]))


def own_readings(life: Life) -> tuple[Reading | DefinitionReading, ...]:
    """The readings of its bearer's own that the articles behind a duty are read by."""
    return tuple(reading for reading, _ in _read_so(life))


def own_reading_reasons(life: Life) -> Iterator[Reason]:
    """That its bearer reads an article, or a term, in a way of its own."""
    for reading, what in _read_so(life):
        verb = "reads" if len(life.bearers) == 1 else "read"
        told = f"{listing(life.bearers)} {verb} {what} by {reading.id}"
        yield Reason(Verdict.HOLDS, told, reading.origin)


def _read_so(life: Life) -> Iterator[tuple[Reading | DefinitionReading, str]]:
    """Those readings, and what each of them reads."""
    text = life.clause.text
    if text.common is None:
        return
    own = [reading for reading in text.readings if reading not in text.common.readings]
    clauses = linked_clauses(life.clause, versions_of(text))
    voice = Speaker(text.vocabulary, {})
    for clause in clauses:
        for reading in text.originals[clause.ref].readings:
            if reading.id in own:
                yield reading, voice.article(clause.ref)
    for name in dict.fromkeys(d for clause in clauses for d in clause.definitions):
        definition = text.definitions[name]
        for other in definition.readings:
            if other.id in own:
                noun = text.kinds[definition.kind].forms.noun
                yield other, f"{name} {noun}"


# Amendments.


def amendment_of(life: Life) -> Amendment | None:
    """The amendment that gives the article its text by which a duty is judged."""
    clause = life.clause
    periods = (p for p in clause.text.periods if p.articles.get(clause.ref) is clause.article)
    return next((p.amendments.get(clause.ref) for p in periods), None)


def text_reasons(life: Life, parts: Iterable[Requirement]) -> Iterator[Reason]:
    """By which text it is judged: of an article that is amended, and where its bearer reads it so."""
    clause, occasion = life.clause, life.occasion
    if clause.amended and all(part.part != "version" for part in parts):
        day = occasion.at.date if occasion else None
        if day is None and life.arisen is not None:
            day = life.arisen.at.date
        if day is not None:
            yield _reads(clause, day)
    yield from own_reading_reasons(life)


def text_of_the_day_reason(clause: Clause, requirement: Requirement) -> Reason:
    """Whether a standing article still says so, or since when it says something else (R7)."""
    day, article = requirement.situation.known.day, _article(clause)
    if requirement.verdict is Verdict.HOLDS:
        return _reads(clause, day)
    amendment = clause.text.on(day).amendments.get(clause.ref)
    asked = f"{article} says so on {day}"
    if amendment is None:
        told = f"{article} says what it said at first again, since {_since(clause, day)}"
        return Reason(Verdict.FAILS, asked, clause.article.origin, instead=told)
    verb = "is repealed" if amendment.article is None else "is amended"
    told = f"{article} {verb} by {amendment.id} from {amendment.start}"
    return Reason(Verdict.FAILS, asked, amendment.origin, instead=told)


def _reads(clause: Clause, day: dt.date) -> Reason:
    """What an article says on a day, and since when."""
    article, since = _article(clause), _since(clause, day)
    amendment = clause.text.on(day).amendments.get(clause.ref)
    if amendment is not None:
        told = f"{article} reads as amended by {amendment.id} from {amendment.start}"
        return Reason(Verdict.HOLDS, told, amendment.origin)
    again = f" again since {since}" if since is not None else ""
    following = (p for p in clause.text.periods if p.start is not None and p.start > day)
    later = (p.amendments[clause.ref] for p in following if clause.ref in p.amendments)
    until = next((f", until {made.id} from {made.start}" for made in later), "")
    told = f"{article} reads as it first stood{again}{until}"
    return Reason(Verdict.HOLDS, told, clause.article.origin)


def _since(clause: Clause, day: dt.date) -> dt.date | None:
    """Since when an article has said what it says on a day."""
    since = None
    before: object = None
    for period in clause.text.periods:
        if period.start is not None and period.start > day:
            break
        article = period.articles.get(clause.ref)
        if article is not before:
            since, before = period.start, article
    return since


def _article(clause: Clause) -> str:
    return Speaker(clause.text.vocabulary, {}).article(clause.ref)
