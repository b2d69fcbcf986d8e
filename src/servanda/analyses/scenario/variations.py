"""What readings and options not taken would change (rule R3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.scenario.absence import never_occasioned
from servanda.analyses.scenario.course import story_of
from servanda.analyses.scenario.duties import Life
from servanda.analyses.scenario.life_of_agreement import bonds_are_alike
from servanda.analyses.scenario.outcome import State, Variation
from servanda.analyses.scenario.reasons import FEW
from servanda.analyses.scenario.run import Run, run
from servanda.analyses.scenario.simulate import run_story, text_for
from servanda.analyses.scenario.text_as_read import TextAsRead, as_read
from servanda.analyses.scenario.why import content_words, occasion_words
from servanda.core.calendar import Moment
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import DefinitionReading, Reading
from servanda.model.case import Case, Scenario
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.words import Speaker, listing


class Alternative(msgspec.Struct, frozen=True):
    """A reading or an option that a run does not take."""

    name: str
    title: str
    origin: Origin
    readings: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """Where one duty stands, in what a comparison looks at."""

    state: State
    due: Moment | None
    words: str


def variations(
    case: Case, scenario: Scenario, *, at: Moment | None = None
) -> tuple[Variation, ...]:
    """Each reading and option not taken that would change the answer, and what it changes."""
    story = story_of(case, scenario)
    text = text_for(case, story, (), ())
    now = run_story(text, story, at)
    found = []
    for alternative in alternatives(text):
        changes = tuple(_changes(now, _other(alternative, now)))
        if changes:
            found.append(
                Variation(
                    name=alternative.name,
                    title=alternative.title,
                    changes=changes,
                    origin=alternative.origin,
                )
            )
    return tuple(found)


def alternatives(text: TextAsRead) -> Iterator[Alternative]:
    """The readings and options that a run does not take, in the order of the case."""
    readings: list[Reading | DefinitionReading] = [
        reading
        for agreement in text.case.agreements
        for article in agreement.articles
        for reading in article.readings
    ]
    readings.extend(r for definition in text.case.definitions for r in definition.readings)
    for reading in readings:
        if reading.id not in text.readings:
            name = f"reading {reading.id}"
            yield Alternative(name, reading.title, reading.origin, readings=(reading.id,))
    for issue in text.case.issues:
        for option in issue.options:
            if option.id != text.options[issue.id]:
                name = f"{issue.id} is {option.id}"
                choice = ((issue.id, option.id),)
                yield Alternative(name, option.title, option.origin, choices=choice)


def _other(alternative: Alternative, now: Run) -> Run:
    """What comes of the same events under an alternative."""
    text = now.frame.text
    readings = (*alternative.readings, *text.readings)
    other = as_read(text.case, readings, (*text.choices, *alternative.choices))
    bonds = now.frame.bonds if bonds_are_alike(text, other) else None
    return run(other, now.course, bonds)


# What is different.


def _changes(now: Run, other: Run) -> Iterator[str]:
    """One line for each group of actors with the same change."""
    yield from _changed_bonds(now, other)
    before, after = _standings(now), _standings(other)
    groups: dict[tuple[ArticleRef, str, str], list[ActorId]] = {}
    for key in dict.fromkeys((*before, *after)):
        ref, event, bearers = key
        change = _change(before.get(key), after.get(key))
        if change:
            groups.setdefault((ref, event, change), []).extend(bearers)
    voice = Speaker(now.frame.text.vocabulary, {})
    for (ref, event, change), actors in groups.items():
        over = f", {event}" if event else ""
        yield f"{_who(actors)}: {voice.article(ref)}{over}: {change}"


def _who(actors: Iterable[ActorId]) -> str:
    names = list(dict.fromkeys(actors))
    return listing(names) if len(names) <= FEW else f"{len(names)} actors ({', '.join(names)})"


def _standings(run: Run) -> dict[tuple[ArticleRef, str, tuple[ActorId, ...]], Standing]:
    """Where each duty stands, by article, event and bearers."""
    lives: Iterable[Life] = (*run.lives, *never_occasioned(run))
    found = {}
    for life in lives:
        situation = life.situation(run.known)
        event = occasion_words(life.occasion, situation)
        words = content_words(life, situation)
        found[life.clause.ref, event, life.bearers] = Standing(life.shown, life.due, words)
    return found


def _change(before: Standing | None, after: Standing | None) -> str:
    """How a duty stands otherwise; empty if it does not."""
    was = before or Standing(State.NOT_ARISEN, None, "")
    would_be = after or Standing(State.NOT_ARISEN, None, "")
    if was.state is not would_be.state:
        return f"{was.state.value} would be {would_be.state.value}"
    if was.state in {State.NOT_ARISEN, State.EXCEPTED}:
        return ""
    if was.words != would_be.words:
        return f"'{was.words}' would be '{would_be.words}'"
    if was.due != would_be.due:
        return f"due {was.due or 'without a term'} would be due {would_be.due or 'without a term'}"
    return ""


_PARTY = {
    Verdict.HOLDS: "a party",
    Verdict.FAILS: "no party",
    Verdict.UNDETERMINED: "perhaps a party",
}


def _changed_bonds(now: Run, other: Run) -> Iterator[str]:
    """Actors that would be parties, or cease to be."""
    day = now.known.day
    groups: dict[tuple[AgreementId, Verdict, Verdict], list[ActorId]] = {}
    for agreement in now.frame.text.case.agreements:
        for actor in now.frame.text.actors:
            was = now.frame.bonds.is_party(actor, agreement.id, day)
            would_be = other.frame.bonds.is_party(actor, agreement.id, day)
            if was is not would_be:
                groups.setdefault((agreement.id, was, would_be), []).append(actor)
    for (agreement_id, was, would_be), actors in groups.items():
        change = f"{_PARTY[was]} would be {_PARTY[would_be]}"
        yield f"{_who(actors)}: {agreement_id}: {change}"
