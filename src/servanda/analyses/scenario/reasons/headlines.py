"""What stands at the head of a reason: who owes what, has met it, or is in breach, in each state."""

from __future__ import annotations

from typing import assert_never

from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.steps import Step
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.naming import content_words, dated_incident
from servanda.model.case import ActEvent, IncidentEvent, RefusalEvent
from servanda.model.words import Speaker, listing


def asked_headline(life: Life, step: Step) -> str:
    """What might have been so: that somebody owes it, or has breached it."""
    who, article = _bearers(life), _article(life)
    if _in_doubt_of_breach(life, step):
        return f"{who} {_many(life, 'have', 'has')} breached {article}"
    owed = content_words(life, life.situation(step.known))
    return f"{who} {life.clause.modality} {owed} under {article}"


def headline(life: Life, step: Step) -> str:
    """How it stands: that somebody owes it, has met it or breached it, or owes nothing."""
    who, article = _bearers(life), _article(life)
    owed = content_words(life, life.situation(step.known))
    have, are = _many(life, "have", "has"), _many(life, "are", "is")
    match step.state:
        case State.PENDING | State.BINDING | State.PERMITTED:
            return _begun(life, step, f"{who} {life.clause.modality} {owed}", article)
        case State.MET:
            return f"{who} {have} met {article}: {_deed(life, step) or _silence(life)}"
        case State.BREACHED:
            return f"{who} {are} in breach of {article}: {_fault(life, step, owed)}"
        case State.LAPSED:
            return f"{who} {are} released from {article}"
        case State.SUSPENDED:
            return f"{who} {are} released for the time from {article}"
        case State.UNDETERMINED:
            if _in_doubt_of_breach(life, step):
                return f"it is undetermined whether {who} {have} breached {article}"
            return f"it is undetermined whether {who} {life.clause.modality} {owed}"
        case State.NOT_ARISEN | State.EXCEPTED:
            return _absent(life, article, excepted=step.state is State.EXCEPTED)
        case _:
            assert_never(step.state)


def _begun(life: Life, step: Step, owed: str, article: str) -> str:
    """What is owed, forbidden or permitted, and by when."""
    if step.passed:
        return f"{owed} under {article}: its term, {life.due} where possible, has passed"
    soft = " where possible" if life.clause.soft else ""
    by = f" by {life.due}{soft}" if life.due else ""
    return f"{owed}{by} under {article}"


def _article(life: Life) -> str:
    return Speaker(life.clause.text.vocabulary, {}).article(life.clause.ref)


def _bearers(life: Life) -> str:
    """Who bears a duty; the set that it speaks of where nobody belongs to it."""
    if life.bearers or life.clause.norm is None:
        return listing(life.bearers)
    voice = Speaker(life.clause.text.vocabulary, {})
    return voice.bearers(life.clause.norm.bearers).removesuffix(" jointly")


def _many(life: Life, several: str, one: str) -> str:
    """A verb in the number of those who bear a duty."""
    return one if len(life.bearers) == 1 else several


def _absent(life: Life, article: str, *, excepted: bool) -> str:
    """That nothing is owed, forbidden or permitted."""
    who, are = _bearers(life), _many(life, "are", "is")
    if excepted:
        return f"{who} {are} excepted from {article}"
    match life.clause.modality:
        case "must":
            return f"{who} {_many(life, 'owe', 'owes')} nothing under {article}"
        case "must not":
            return f"{who} {are} not bound by {article}"
        case "may":
            return f"{who} may not rely on {article}"


def _fault(life: Life, step: Step, owed: str) -> str:
    """How a duty or a prohibition was breached."""
    event = step.event
    if isinstance(event, IncidentEvent):
        return dated_incident(event, life.situation(step.known))
    if isinstance(event, RefusalEvent):
        return f"{_many(life, 'they', 'it')} refused on {event.at}"
    if isinstance(event, ActEvent):
        return _deed(life, step)
    return f"{_many(life, 'they', 'it')} did not {owed} by {life.due}"


def _in_doubt_of_breach(life: Life, step: Step) -> bool:
    return (
        step.state is State.UNDETERMINED
        and life.clause.modality == "must not"
        and life.arisen is not None
    )


def _deed(life: Life, step: Step) -> str:
    """The act that performs a duty, or goes against a prohibition."""
    event = step.event
    if not isinstance(event, ActEvent):
        return ""
    voice = Speaker(life.clause.text.vocabulary, {}, spoken=True)
    level = f" with {event.level}" if event.level else ""
    verb = voice.with_object(voice.participle(event.act), event.act, event.object)
    return f"{_one_of_them(life)} {verb}{level} on {event.at}"


def _silence(life: Life) -> str:
    """That a term has passed in which doing nothing was enough (D19)."""
    return f"doing nothing was enough, and its term has passed ({life.due})"


def _one_of_them(life: Life) -> str:
    """Who acted; of several who are bound jointly, one is enough (D10)."""
    return "it" if len(life.bearers) == 1 else "one of them"
