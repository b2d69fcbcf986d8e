"""Which lines of the articles that scenarios touch decide nothing in any of them.

Each line of which no reason tells is left out in turn: where everything then stands as before
in every scenario, none of them has an event for which the line makes a difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.scenario import Inquiry, Texts, inquire, outcome_of
from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.origin import Origin
from servanda.model.agreement import Amendment, Article, Duty, Permission
from servanda.model.case import Case, IncidentEvent
from servanda.model.conditions import Condition
from servanda.model.node import AmendmentId, ArticleRef, KindId, ReadingId
from servanda.model.own_life import Accession
from servanda.model.triggers import OnIncident
from servanda.model.words import Speaker, Vocabulary
from servanda.workbench.linked_articles import LinkedArticles
from servanda.workbench.results import Idle, IdleLine
from servanda.workbench.touched import not_so

_Place = tuple[str, int, int]


def _place(origin: Origin) -> _Place:
    return (origin.file, origin.start, origin.end)


class _Line(NamedTuple):
    """A line of an article: its words, and what it asks."""

    words: str
    asks: Condition

    @property
    def place(self) -> _Place:
        """Where it stands; a text that takes it over may cite it otherwise."""
        return _place(self.asks.origin)


def idle_lines(
    case: Case,
    outcomes: Sequence[Outcome],
    untouched: Collection[ArticleRef],
    untried: Collection[AmendmentId],
) -> tuple[Idle, ...]:
    """The lines without which nothing would stand otherwise, by article.

    One that an answer names as a reason, because it fails or is in doubt, is tried already. Lines
    of readings that no scenario takes and of amendments that none tries are left out.

    Args:
        case: The case.
        outcomes: The runs of its scenarios, in their order; of the first of them at least.
        untouched: Articles that no scenario touches.
        untried: Amendments that no scenario touches.
    """
    taken = {r for s in case.scenarios for r in s.readings}
    taken |= {own.reading for s in case.scenarios for own in s.own_readings}
    vocabulary = Vocabulary.of(case)
    found = []
    texts, linked = Texts(case), LinkedArticles(case)
    kinds = [_kinds_of_incidents(inquire(texts, scenario)) for scenario in case.scenarios]
    told = {_place(origin) for outcome in outcomes for origin in not_so(outcome)}
    for ref, article in case.by_ref().items():
        if ref in untouched:
            continue
        versions = _tried(article, taken, untried)
        lines = {line.place: line for version in versions for line in _lines(version)}
        suspects = [line for place, line in lines.items() if place not in told]
        tried = {
            n: o
            for n, o in enumerate(outcomes)
            if _may_bear_on(article, kinds[n]) and not _arose_at_once(ref, article, o)
        }
        idle = _idle(linked, ref, suspects, tried)
        if idle:
            names = {"author": "the applicant"} if isinstance(article.effect, Accession) else {}
            speaker = Speaker(vocabulary.of_agreement(ref.agreement), names)
            says = tuple(_said(line, speaker) for line in idle)
            found.append(Idle(article=ref, title=article.title, lines=says, origin=article.origin))
    return tuple(found)


def _kinds_of_incidents(inquiry: Inquiry) -> frozenset[KindId]:
    events = (numbered.event for numbered in inquiry.story.events)
    return frozenset(event.kind for event in events if isinstance(event, IncidentEvent))


def _said(line: _Line, speaker: Speaker) -> IdleLine:
    return IdleLine(says=f"{line.words} {speaker.condition(line.asks)}", origin=line.asks.origin)


def _tried(
    article: Article, taken: Collection[ReadingId], untried: Collection[AmendmentId]
) -> Iterator[Article]:
    """The texts of an article that scenarios read."""
    yield article
    yield from (reading.article for reading in article.readings if reading.id in taken)
    for amendment in article.amendments:
        if amendment.article is not None and amendment.id not in untried:
            yield from _tried(amendment.article, taken, untried)


def _lines(article: Article) -> Iterator[_Line]:
    yield from (_Line("only if", condition) for condition in article.only_if)
    yield from (_Line("unless", condition) for condition in article.unless)
    yield from (_Line("performed only if", condition) for condition in article.performed_if)
    if article.during is not None:
        yield _Line("while", article.during)
    if article.until is not None:
        yield _Line("until", article.until)


def _idle(
    linked: LinkedArticles, ref: ArticleRef, lines: Sequence[_Line], outcomes: Mapping[int, Outcome]
) -> Sequence[_Line]:
    """The lines that decide nothing: left out together first, and one by one where that tells.

    The articles that cannot bear on this one say nothing meanwhile, which takes less time.
    """
    if not lines or not outcomes:
        return lines
    suspects, kept = list(lines), linked.of(ref)
    case = linked.alone(kept)
    without_all = Texts(_without(case, ref, suspects))
    without = {line.place: Texts(_without(case, ref, [line])) for line in suspects}
    for number, outcome in outcomes.items():
        if suspects and _changes(without_all, number, outcome, kept):
            alone = len(lines) == 1
            suspects = [
                line
                for line in suspects
                if not alone and not _changes(without[line.place], number, outcome, kept)
            ]
    return suspects


def _may_bear_on(article: Article, kinds: Collection[KindId]) -> bool:
    """Whether an article can be brought into play where there are incidents of some kinds."""
    triggers = [version.trigger for version in article.versions]
    return any(not isinstance(t, OnIncident) or t.kind in kinds for t in triggers)


def _arose_at_once(ref: ArticleRef, article: Article, outcome: Outcome) -> bool:
    """Whether all that events bring about under an article arose with them, and never lapsed.

    Then no line of it has kept anything away, or ended it.
    """
    for version in article.versions:
        effect = version.effect
        simple = isinstance(effect, Duty | Permission) and not effect.bearers.jointly
        if version.trigger is None or version.performed_if or not simple:
            return False
    absent = (life for life in outcome.absent if life.article == ref)
    lives = (life for life in outcome.duties if life.article == ref)
    return not any(life.trigger_at for life in absent) and all(
        life.arisen == life.trigger_at and life.state in _AS_ARISEN for life in lives
    )


_AS_ARISEN = (State.PENDING, State.PERMITTED, State.MET, State.BREACHED)
"""States of what has arisen and that nothing but a deed or its term has ended."""


def _changes(
    without: Texts, number: int, outcome: Outcome, articles: Collection[ArticleRef]
) -> bool:
    """Whether anything stands otherwise in a scenario, as far as some articles go."""
    inquiry = inquire(without, without.case.scenarios[number])
    other = outcome_of(inquiry, outcome.at, what_if="none")
    return _standing(other, articles) != _standing(outcome, articles)


def _standing(outcome: Outcome, articles: Collection[ArticleRef]) -> tuple[object, ...]:
    """Everything that hangs on some articles, reasons left aside."""
    excepted = (life for life in outcome.absent if life.state is State.EXCEPTED)
    suspensions = (told for told in outcome.suspensions if told.article in articles)
    return (
        [_duty(life) for life in outcome.duties if life.article in articles],
        [_duty(life) for life in excepted if life.article in articles],
        [(b.actor, b.agreement, b.verdict, b.since, b.until) for b in outcome.bonds],
        [(f.agreement, f.verdict, f.since, f.until) for f in outcome.force],
        [(s.words, s.actors, s.verdict, s.since, s.until) for s in suspensions],
    )


def _duty(life: DutyLife) -> tuple[object, ...]:
    changes = [(change.at, change.state) for change in life.life]
    when = (life.trigger_at, life.arisen, life.due, life.ended, life.late)
    return (life.article, life.bearers, life.incident, life.state, *when, changes)


def _without(case: Case, ref: ArticleRef, lines: Iterable[_Line]) -> Case:
    """A case in which an article, in every text of it, lacks some lines."""
    gone = {line.place for line in lines}

    def kept(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(c for c in conditions if _place(c.origin) not in gone)

    def one(condition: Condition | None) -> Condition | None:
        return None if condition is not None and _place(condition.origin) in gone else condition

    def cut(article: Article) -> Article:
        return replace(
            article,
            only_if=kept(article.only_if),
            unless=kept(article.unless),
            performed_if=kept(article.performed_if),
            during=one(article.during),
            until=one(article.until),
            readings=tuple(replace(r, article=cut(r.article)) for r in article.readings),
            amendments=tuple(amended(a) for a in article.amendments),
        )

    def amended(amendment: Amendment) -> Amendment:
        return replace(amendment, article=cut(amendment.article) if amendment.article else None)

    return case.with_articles(lambda other, a: cut(a) if other == ref else a)
