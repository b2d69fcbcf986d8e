"""How events and what is owed are called in an answer."""

from __future__ import annotations

from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.analyses.scenario.reasons.statements import names_in, own_name
from servanda.model.case import ActEvent, CircumstanceEvent, IncidentEvent
from servanda.model.words import Speaker, listing


def occasion_words(occasion: Occasion | None, situation: Situation) -> str:
    """A triggering event in words: ``attack A1 by RUS on UKR``."""
    if occasion is None:
        return ""
    voice = Speaker(situation.known.record.text.vocabulary, {}, spoken=True)
    if occasion.breach is not None:
        verb = "breaches" if len(occasion.authors) == 1 else "breach"
        return f"{listing(occasion.authors)} {verb} {voice.article(occasion.breach.article)}"
    event = occasion.event
    if isinstance(event, ActEvent):
        verb = voice.with_object(voice.third_person(event.act), event.act, event.object)
        return f"{listing(occasion.authors)} {verb}"
    if event is None:
        return ""
    if isinstance(event, CircumstanceEvent):
        return f"{event.circumstance} {event.becomes}"
    seen = situation_of(occasion, situation.known)
    words = _incident(event, seen)
    for attribute in seen.known.record.text.kinds[event.kind].attributes:
        value = seen.value(attribute.id)
        if attribute.role is not None and value is not None:
            words += f" {attribute.role} {value}"
    return words


def _incident(event: IncidentEvent, situation: Situation) -> str:
    """An incident by its noun, and by its name where it has one."""
    noun = situation.known.record.text.kinds[event.kind].forms.noun
    return f"{noun} {own_name(event, situation)}".rstrip()


def dated_incident(event: IncidentEvent, situation: Situation) -> str:
    """An incident with the moment at which it happened."""
    return f"{_incident(event, situation)} ({event.at})"


def content_words(life: Life, situation: Situation) -> str:
    """What is owed, forbidden or permitted, as it is written but for names filled in."""
    content = life.clause.content
    voice = Speaker(situation.known.record.text.vocabulary, names_in(situation))
    return voice.content(content) if content is not None else ""
