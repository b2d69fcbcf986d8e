"""What readings and options not taken would change (rule R3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from servanda.analyses.scenario.bonds.reads import bonds_are_alike
from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.extent import Extent
from servanda.analyses.scenario.duties.frame import versions_of
from servanda.analyses.scenario.duties.inquiry import Inquiry, inquire
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.links import articles_read_otherwise, linked_clauses
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.run import run
from servanda.analyses.scenario.duties.triggers import could_trigger, occasions_in
from servanda.analyses.scenario.facts.situation import Occasion
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, Texts
from servanda.analyses.scenario.outcome import (
    ABSENT,
    BondChange,
    Difference,
    DutyChange,
    ForceChange,
    Position,
    State,
    Variation,
)
from servanda.analyses.scenario.reasons.naming import content_words, occasion_words
from servanda.analyses.scenario.reasons.of_texts import own_readings_taken
from servanda.core.calendar import Moment
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import Modality
from servanda.model.case import Case, Scenario
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.triggers import OnBreach
from servanda.model.words import words


class Alternative(msgspec.Struct, frozen=True):
    """A reading or an option that a run does not take, or what it takes and might not."""

    name: str
    title: str
    origin: Origin
    readings: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()


def variations(
    case: Case, scenario: Scenario, *, at: Moment | None = None
) -> tuple[Variation, ...]:
    """Each reading and option not taken that would change the answer, and what it changes."""
    return variations_in(inquire(Texts(case), scenario), at)


def variations_in(inquiry: Inquiry, at: Moment | None = None) -> tuple[Variation, ...]:
    """What :func:`variations` answers, of a scenario that has been taken up."""
    now = _Found.of(inquiry.run(at))
    found = []
    for alternative in alternatives(inquiry.text, now.run.course.at.date):
        changes = tuple(_changes(now, alternative))
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


def alternatives(text: TextAsRead, by: dt.date) -> Iterator[Alternative]:
    """The readings and options that a run does not take, in the order of the case.

    So that it can be told what hangs on them, the amendments that have begun by a day and the
    readings that some actors take for themselves are left out, each by itself.
    """
    for reading in text.case.readings():
        if reading.id not in text.readings:
            name = f"reading {reading.id}"
            yield Alternative(name, reading.title, reading.origin, readings=(reading.id,))
    readings = {reading.id: reading for reading in text.case.readings()}
    for own in own_readings_taken(text):
        reading = readings[own.reading]
        name = f"without {own.words}"
        yield Alternative(name, reading.title, reading.origin, without=(own.reading,))
    for _, amendment in text.case.amendments():
        if amendment.start <= by and amendment.id not in text.without:
            name = f"without amendment {amendment.id}"
            yield Alternative(name, amendment.title, amendment.origin, without=(amendment.id,))
    for issue in text.case.issues:
        for option in issue.options:
            if option.id != text.options[issue.id]:
                name = f"{issue.id} is {option.id}"
                choice = ((issue.id, option.id),)
                yield Alternative(name, option.title, option.origin, choices=choice)


# What is different.


def _changes(now: _Found, alternative: Alternative) -> Iterator[Difference]:
    """What comes of the same events under an alternative and does not come of them now.

    Where the alternative bears on nobody's bonds, only the articles that read it are run.
    """
    text, frame = now.run.frame.text, now.run.frame
    other = text.under(alternative.readings, alternative.choices, alternative.without)
    if not bonds_are_alike(text, other):
        yield from _all_changes(now, _Found.of(run(other, now.run.course)))
        return
    touched = frozenset(_touched(now, text, other))
    if touched:
        linked = {
            clause.ref
            for one in (text, *text.views, other, *other.views)
            for ref in touched
            for version in versions_of(one).of(ref)
            for clause in linked_clauses(version, versions_of(one))
        }
        extent = Extent(articles=frozenset(linked))
        after = _Found.of(run(other, now.run.course, frame.bonds, extent))
        yield from _changed_duties(now.under(touched), after.under(touched), set())


def _touched(now: _Found, text: TextAsRead, other: TextAsRead) -> Iterator[ArticleRef]:
    """The articles that somebody reads otherwise and of which something that happened speaks."""
    readers = frozenset().union(*(own.readers for own in (*text.views, *other.views)))
    pairs = [(text, other)]
    pairs += [(text.read_by(actor), other.read_by(actor)) for actor in sorted(readers)]
    for pair in dict.fromkeys(pairs):
        one, another = map(versions_of, pair)
        for ref in articles_read_otherwise(one, another):
            if now.could_bring_into_play(*one.of(ref), *another.of(ref)):
                yield ref


def _all_changes(now: _Found, other: _Found) -> Iterator[Difference]:
    """What is different: agreements first, then parties, then each article.

    Where an agreement would not be in force for anybody and nothing would be owed under
    it, that is said once.
    """
    ended: set[AgreementId] = set()
    for agreement in now.run.frame.text.case.agreements:
        change = _changed_force(agreement.id, now, other)
        if change is not None:
            yield change
            ended |= {agreement.id} if change.ends_all else set()
        yield from _changed_bonds(agreement.id, now.run, other.run, change)
    yield from _changed_duties(now.standings, other.standings, ended)


class _Place(NamedTuple):
    """What one duty is looked up by in two runs.

    Attributes:
        event: What identifies the event that occasioned it in every run of the same story.
    """

    article: ArticleRef
    modality: Modality
    event: tuple[object, ...] | None
    bearers: tuple[ActorId, ...]


class _Standing(NamedTuple):
    """Where a duty stands, and what occasioned it, in words and with its moment."""

    position: Position
    trigger: str = ""
    at: Moment | None = None


_Standings = Mapping[_Place, _Standing]


class _Found(NamedTuple):
    """A run, the events that may bring articles into play, and where each duty stands."""

    run: Run
    occasions: tuple[Occasion, ...]
    standings: _Standings

    @staticmethod
    def of(run: Run) -> _Found:
        """Works out where each duty stands."""
        record = run.frame.record
        places = range(len(record.events))
        occasions = tuple(o for place in places for o in occasions_in(record, place))
        return _Found(run, occasions, _standings(run))

    def could_bring_into_play(self, *clauses: Clause) -> bool:
        """Whether there is anything of which one of these clauses could speak."""
        triggers = [clause.article.trigger for clause in clauses]
        return any(
            trigger is None
            or isinstance(trigger, OnBreach)
            or any(could_trigger(trigger, occasion) for occasion in self.occasions)
            for trigger in triggers
        )

    def under(self, articles: Container[ArticleRef]) -> _Standings:
        """Where duties under some articles stand."""
        return {place: at for place, at in self.standings.items() if place.article in articles}


def _standings(run: Run) -> _Standings:
    """Where each duty stands, by article, event and bearers."""
    lives: Iterable[Life] = (*run.lives, *never_occasioned(run))
    vocabulary = run.frame.text.vocabulary
    found = {}
    for life in lives:
        situation = life.situation(run.run_of(life).known)
        place = _Place(
            life.clause.ref,
            life.clause.modality,
            life.occasion.key if life.occasion else None,
            life.bearers,
        )
        content = life.clause.content
        position = Position(
            state=life.shown,
            due=life.due,
            soft=life.due is not None and life.clause.soft,
            words=content_words(life, situation),
            clause=words(content, vocabulary) if content is not None else "",
        )
        at = life.occasion.at if life.occasion else None
        found[place] = _Standing(position, occasion_words(life.occasion, situation), at)
    return found


def _stands(standing: _Standing) -> bool:
    """Whether something is owed, forbidden or permitted, or was, or may be."""
    return standing.position.state not in ABSENT


def _changed_duties(
    before: _Standings, after: _Standings, ended: set[AgreementId]
) -> Iterator[DutyChange]:
    """What would stand otherwise, together for all for whom it would stand so alike."""
    groups: dict[tuple[object, ...], list[_Place]] = {}
    concerned: dict[tuple[object, ...], dict[ActorId, None]] = {}
    told = _triggers_in_words(before, after)
    for place in dict.fromkeys((*before, *after)):
        was, would_be = before.get(place, _NOTHING), after.get(place, _NOTHING)
        matter = (place.article, told[place])
        if _stands(was) or _stands(would_be):
            concerned.setdefault(matter, {}).update(dict.fromkeys(place.bearers))
        change = (_shown(was.position), _shown(would_be.position))
        if place.article.agreement not in ended and change[0] != change[1]:
            groups.setdefault((*matter, *change), []).append(place)
    for key, places in groups.items():
        first = places[0]
        yield DutyChange(
            article=first.article,
            modality=first.modality,
            trigger=told[first],
            bearers=tuple(dict.fromkeys(b for place in places for b in place.bearers)),
            concerned=tuple(concerned.get(key[:2], ())),
            was=before.get(first, _NOTHING).position,
            would_be=after.get(first, _NOTHING).position,
        )


_NOTHING = _Standing(Position(state=State.NOT_ARISEN))


def _triggers_in_words(before: _Standings, after: _Standings) -> Mapping[_Place, str]:
    """What occasioned each duty in words, with its moment where several are told alike."""
    both = {**after, **before}
    events: dict[tuple[ArticleRef, str], set[object]] = {}
    for place, standing in both.items():
        events.setdefault((place.article, standing.trigger), set()).add(place.event)
    return {
        place: f"{standing.trigger} ({standing.at})"
        if len(events[place.article, standing.trigger]) > 1
        else standing.trigger
        for place, standing in both.items()
    }


def _shown(position: Position) -> tuple[object, ...]:
    """All that matters about a position: of what is not owed, only that it is not."""
    if position.state in ABSENT:
        return (position.state,)
    return position.state, position.due, position.soft, position.words


# Agreements and their parties.


def _changed_force(agreement: AgreementId, now: _Found, other: _Found) -> ForceChange | None:
    """Whether an agreement would be in force where it is not, or the other way round."""
    was, would_be = (
        found.run.frame.bonds.in_force(agreement, found.run.known.day) for found in (now, other)
    )
    if was is would_be:
        return None
    owed, left = (
        any(
            _stands(standing)
            for place, standing in found.standings.items()
            if place.article.agreement == agreement
        )
        for found in (now, other)
    )
    return ForceChange(
        agreement=agreement,
        was=was,
        would_be=would_be,
        ends_all=would_be is Verdict.FAILS and owed and not left,
    )


def _changed_bonds(
    agreement: AgreementId, now: Run, other: Run, force: ForceChange | None
) -> Iterator[BondChange]:
    """Actors that would be parties, or cease to be, otherwise than the agreement itself does."""
    day = now.known.day
    groups: dict[tuple[Verdict, Verdict], list[ActorId]] = {}
    for actor in now.frame.text.actors:
        was = now.frame.bonds.is_party(actor, agreement, day)
        would_be = other.frame.bonds.is_party(actor, agreement, day)
        with_it = force is not None and (force.was, force.would_be) == (was, would_be)
        if was is not would_be and not with_it:
            groups.setdefault((was, would_be), []).append(actor)
    for (was, would_be), actors in groups.items():
        yield BondChange(agreement=agreement, bearers=tuple(actors), was=was, would_be=would_be)
