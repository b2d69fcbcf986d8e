"""What is asked about the order of steps: how far one has come, how the text is read, towards what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.record import Bar
from servanda.analyses.scenario import chain_of
from servanda.core.origin import Origin
from servanda.language.document import Source
from servanda.language.parser import parse
from servanda.language.read import read_case
from servanda.language.tree import AgreementStatement
from servanda.model.case import Case, OwnReading, Scenario
from servanda.model.conditions import Condition
from servanda.model.node import ActorId, AgreementId, IssueId, OptionId, ReadingId
from servanda.workbench.asking import (
    read_agreements,
    read_choices,
    read_moment,
    read_readings,
    read_scenario,
    supposing,
)
from servanda.workbench.bars import read_bar
from servanda.workbench.mistakes import no_agreements
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.standing import last_day


class Question(NamedTuple):
    """What is asked, as typed.

    Attributes:
        agreements: Those whose steps are put in order; all where none is named.
        on: Up to which day what the history tells counts as done; from nothing where it is left out.
        after: A scenario taken to have happened.
        goal: A condition of the language that is to come about.
        bar: What has to stand behind a statement for its condition to count.
        as_of: The day by whose end statements have to have been made; any where none is named.
    """

    agreements: tuple[str, ...] = ()
    on: str | None = None
    after: str | None = None
    choices: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    goal: str | None = None
    bar: str = Bar.ANY.value
    as_of: str | None = None


ASKED = "999.999"
"""The number of an article as whose condition a goal is read."""

GOAL = "--goal"
"""What the text of what is to come about is called in reports."""


class WayOfReading(NamedTuple):
    """One way of reading, and the scenarios that read so."""

    common: tuple[ReadingId, ...]
    own: tuple[tuple[ActorId, ReadingId], ...]
    scenarios: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What is asked, understood.

    Attributes:
        options: The option of each issue that is settled or supposed.
        supposed: Those supposed, as they are told.
        ways: The ways in which the text is read.
    """

    agreements: tuple[AgreementId, ...]
    day: dt.date | None
    after: Scenario | None
    options: Mapping[IssueId, OptionId]
    supposed: tuple[str, ...]
    ways: tuple[WayOfReading, ...]
    goal: Condition | None
    bar: Bar


def understood(opened: Opened, question: Question) -> Asked | Checked:
    """What is asked, or what is wrong with it."""
    case = opened.case
    if not case.agreements:
        return no_agreements(case.title)
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
    goal = _goal(opened, question.goal)
    if isinstance(goal, Checked):
        return goal
    bar = read_bar(question.bar)
    if isinstance(bar, Checked):
        return bar
    supposed = supposing(_whole(case, after), readings, choices)
    return Asked(
        agreements=agreements,
        day=day,
        after=after,
        options=_options(case, supposed),
        supposed=tuple(f"{choice.issue} is {choice.option}" for choice in supposed.choices),
        ways=_ways(case, supposed, alone=bool(question.readings or question.after)),
        goal=goal,
        bar=bar,
    )


def _day(case: Case, after: Scenario | None, asked: str | None) -> dt.date | Checked | None:
    if asked is not None:
        moment = read_moment(asked)
        return moment if isinstance(moment, Checked) else moment.date
    return last_day(case, after) if after is not None else None


def _whole(case: Case, after: Scenario | None) -> Scenario:
    """A scenario with the readings and choices of those that it continues."""
    if after is None:
        return Scenario(title="")
    whole = Scenario(title="")
    for part in chain_of(case, after):
        taken = [OwnReading(reading=r, actors=()) for r in part.readings]
        chosen = [(c.issue, c.option) for c in part.choices]
        whole = supposing(whole, [*part.own_readings, *taken], chosen)
    return whole


def _options(case: Case, supposed: Scenario) -> Mapping[IssueId, OptionId]:
    settled = {issue.id: issue.settled for issue in case.issues if issue.settled is not None}
    return {**settled, **{choice.issue: choice.option for choice in supposed.choices}}


def _goal(opened: Opened, asked: str | None) -> Condition | Checked | None:
    """What is to come about, read as the condition of an article beside the others."""
    if asked is None:
        return None
    beside = next((s for s in opened.sources if _has_agreement(s)), None)
    if beside is None:
        return no_agreements(opened.case.title)
    line, who = " ".join(asked.split()), opened.case.actors[0].id
    text = f'\n```servanda\narticle {ASKED} "Asked about"\n  only if {line}\n  {who} must report\n```\n'
    whole = Source(beside.name, beside.text + "\n" + text)
    read = read_case([whole if source is beside else source for source in opened.sources])
    end = len(beside.text) + 1
    found = tuple(
        replace(report, origin=_within(report.origin, beside.text + "\n"))
        for report in read.diagnostics
        if report.origin.file == beside.name and report.origin.start >= end
    )
    if read.case is None or found:
        return Checked(diagnostics=found, texts={GOAL: text}, misuse=True)
    for _, article in read.case.articles():
        if article.number == ASKED:
            return article.only_if[0]
    raise AssertionError("the article that was added is read")


def _has_agreement(source: Source) -> bool:
    return any(isinstance(s, AgreementStatement) for s in parse(source)[0].statements)


def _within(origin: Origin, before: str) -> Origin:
    """A place behind a text, as seen from the text's end."""
    return replace(
        origin,
        file=GOAL,
        start=origin.start - len(before),
        end=origin.end - len(before),
        line=origin.line - before.count("\n"),
    )


def _ways(case: Case, supposed: Scenario, *, alone: bool) -> tuple[WayOfReading, ...]:
    """The ways of reading: as asked, or the text as it stands and what scenarios take."""
    asked = WayOfReading(supposed.readings, _pairs(supposed.own_readings))
    if alone:
        return (asked,)
    found = {(asked.common, asked.own): list[str]()}
    for scenario in case.scenarios:
        whole = _whole(case, scenario)
        key = (whole.readings, _pairs(whole.own_readings))
        found.setdefault(key, []).append(scenario.title)
    return tuple(
        WayOfReading(common, own, tuple(titles) if common or own else ())
        for (common, own), titles in found.items()
    )


def _pairs(own: Sequence[OwnReading]) -> tuple[tuple[ActorId, ReadingId], ...]:
    return tuple((actor, one.reading) for one in own for actor in one.actors)
