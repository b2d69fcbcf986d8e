"""What is asked of the coverage of a case: by which text, on which day, of which incidents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.coverage.survey import Survey
from servanda.model.agreement import Duty, Respond
from servanda.model.case import Case, Scenario
from servanda.model.node import ActorId, AgreementId, ArticleRef, KindId, Level
from servanda.model.triggers import OnIncident
from servanda.workbench.asked_about import Incidents
from servanda.workbench.asking import (
    read_agreements,
    read_choices,
    read_moment,
    read_readings,
    read_scenario,
)
from servanda.workbench.coverages import AskedAbout, AttributeValues, Side
from servanda.workbench.mistakes import (
    no_such_actor,
    no_such_article,
    no_such_level,
    nothing_happens,
    readings_for_some,
)
from servanda.workbench.reports import Checked
from servanda.workbench.standing import Footing, footing, last_day


class Question(NamedTuple):
    """What is asked, as typed.

    Attributes:
        agreements: Those taken together; all where none is named.
        noun: The kind of incident; the first that a duty to assist speaks of where none is named.
        on: The day of the incidents; the last one of the case where none is named.
        after: A scenario taken to have happened.
        where: A condition on the incidents.
        without: Articles left out: ``5``, or ``5 of NAT`` where the case has several agreements.
        guarantors: Those who are asked about; all where none is named.
        level: The level that gaps are measured by; the lowest that articles ask for by way of
            assistance where none is named.
    """

    agreements: tuple[str, ...] = ()
    noun: str | None = None
    on: str | None = None
    after: str | None = None
    where: str | None = None
    level: str | None = None
    choices: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()


class Ground(NamedTuple):
    """How things stand, as asked."""

    side: Side
    footing: Footing


def ground_of(case: Case, question: Question) -> Ground | Checked:
    """How things stand on the day asked about."""
    agreements = read_agreements(case, question.agreements)
    if isinstance(agreements, Checked):
        return agreements
    after = read_scenario(case, question.after)
    if isinstance(after, Checked):
        return after
    day = _day(case, after, question.on)
    if isinstance(day, Checked):
        return day
    choices = read_choices(case, question.choices)
    if isinstance(choices, Checked):
        return choices
    readings = read_readings(case, question.readings)
    if isinstance(readings, Checked):
        return readings
    some = next((reading for reading in readings if reading.actors), None)
    if some is not None:
        return readings_for_some(some.words)
    without = _articles(case, agreements, question.without)
    if isinstance(without, Checked):
        return without
    names = tuple(reading.reading for reading in readings)
    found = footing(case, day, after=after, agreements=agreements, readings=names, choices=choices)
    side = Side(
        case=case.title,
        agreements=agreements,
        supposed=found.supposed,
        perhaps=found.perhaps,
        in_doubt=found.in_doubt,
        day=day,
        after=after.title if after is not None else "",
        readings=names,
        choices=tuple(f"{issue}={option}" for issue, option in choices),
        without=tuple(f"{ref.article} of {ref.agreement}" for ref in without),
    )
    return Ground(side, found._replace(standing=found.standing.without(without)))


def guarantors_asked(asked: Sequence[str], *cases: Case) -> tuple[ActorId, ...] | Checked:
    """The guarantors asked about, by their codes in any of some cases."""
    known = list(dict.fromkeys(actor.id for case in cases for actor in case.actors))
    stranger = next((name for name in asked if name not in known), None)
    return no_such_actor(stranger, known) if stranger is not None else tuple(map(ActorId, asked))


def _articles(
    case: Case, agreements: Sequence[AgreementId], asked: Sequence[str]
) -> tuple[ArticleRef, ...] | Checked:
    """Articles of some agreements, each asked for as ``5``, ``article 5`` or ``5 of NAT``."""
    refs = [ref for ref in case.by_ref() if ref.agreement in agreements]
    found = []
    for text in asked:
        number, _, agreement = (part.strip() for part in text.partition(" of "))
        number = number.removeprefix("article ").strip()
        meant = [r for r in refs if r.article == number and agreement in {"", r.agreement}]
        if len(meant) != 1:
            known = [f"{r.article} of {r.agreement}" for r in meant or refs]
            return no_such_article(text, known)
        found += meant
    return tuple(found)


def _day(case: Case, after: Scenario | None, asked: str | None) -> dt.date | Checked:
    if asked is not None:
        moment = read_moment(asked)
        return moment if isinstance(moment, Checked) else moment.date
    last = last_day(case, after)
    return last if last is not None else nothing_happens(case.title)


def level_asked(surveys: Sequence[Survey], asked: str | None) -> Level | Checked:
    """The level asked for; else the least that any article asks for by way of assistance."""
    known = surveys[0].standing.levels
    if asked is not None:
        return Level(asked) if asked in known else no_such_level(asked, known)
    floors = {
        c.floor
        for found in surveys
        for c in found.commitments
        if c.floor is not None and isinstance(c.owed.content, Respond)
    }
    return next((level for level in known if level in floors), known[min(1, len(known) - 1)])


def asked_lines(
    case: Case, found: Survey, asked: Incidents, focus: int | None = None
) -> AskedAbout:
    """Which incidents are asked about.

    Args:
        case: The case.
        found: What everybody owes.
        asked: The kind and the condition.
        focus: Which incidents, where they are others than the survey's own.
    """
    focus = found.focus if focus is None else focus
    space = found.space
    on = space.kind.role("on")
    told = tuple(
        AttributeValues(attribute, tuple(_occurring(found, focus, n)))
        for n, attribute in enumerate(space.attributes)
    )
    whom = asked.where is None and on is not None
    befalls = told[space.place(on.id)].values if whom and on is not None else ()
    return AskedAbout(
        noun=space.kind.forms.noun,
        where=asked.words,
        befalls=tuple(map(ActorId, befalls)),
        attributes=told,
        incidents=space.incidents(focus),
        other_kinds=tuple(_other_kinds(case, space.kind.id)),
    )


def _occurring(found: Survey, focus: int, variable: int) -> Iterator[str]:
    """The values of an attribute that occur in the incidents asked about."""
    diagrams = found.space.diagrams
    others = [n for n in range(found.space.level) if n != variable]
    there = diagrams.exists(focus, others)
    for n, value in enumerate(found.space.values[variable]):
        if diagrams.both(there, diagrams.literal(variable, (n,))):
            yield value


def _other_kinds(case: Case, kind: KindId) -> Iterator[str]:
    spoken = {
        article.trigger.kind
        for _, article in case.articles()
        if isinstance(article.trigger, OnIncident) and isinstance(article.effect, Duty)
    }
    for other in case.kinds:
        if other.id in spoken and other.id != kind:
            yield other.forms.noun
