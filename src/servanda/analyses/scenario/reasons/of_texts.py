"""By which text a duty is judged, where that is not the text that all read (rule R4)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.duties.clauses import clauses_of, linked_clauses
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import DefinitionReading, Reading
from servanda.model.case import OwnReading
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
    clauses = linked_clauses(life.clause.ref, clauses_of(text))
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
