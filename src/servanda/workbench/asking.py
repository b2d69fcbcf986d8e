"""What a user asks of a case: which scenario, when, and with which readings and options."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from servanda.core.calendar import FIRST_YEAR, Moment
from servanda.core.origin import Origin
from servanda.model.case import Case, Choice, OwnReading, Scenario
from servanda.model.node import ActorId, AgreementId, IssueId, OptionId, ReadingId
from servanda.workbench.mistakes import (
    chosen_twice,
    no_scenarios,
    no_such_actor,
    no_such_agreement,
    no_such_issue,
    no_such_option,
    no_such_reading,
    no_such_scenario,
    not_a_choice,
    not_a_day,
    not_a_moment,
    read_alike_by_all,
    several_scenarios,
    too_early,
)
from servanda.workbench.reports import Checked, ScenarioName, Scenarios
from servanda.workbench.results import ActorName

_MOMENT = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)(?:[ T](?P<time>\d\d:\d\d)(?: ?(?P<offset>[+-]\d\d:\d\d|Z))?)?",
    re.ASCII,
)

_FOR = re.compile(r"\s+for(?:\s+|$)")
"""What stands between a reading and those who take it."""


def scenario_names(case: Case) -> Scenarios:
    """The scenarios of a case, numbered from 1 in the order of the text."""
    named = tuple(scenario_name(scenario, n) for n, scenario in enumerate(case.scenarios, 1))
    return Scenarios(title=case.title, scenarios=named)


def scenario_name(scenario: Scenario, number: int) -> ScenarioName:
    """How a scenario can be asked for."""
    return ScenarioName(
        number=number,
        title=scenario.title,
        continues=scenario.continues,
        origin=scenario.origin,
    )


def actor_names(case: Case) -> tuple[ActorName, ...]:
    """Who stands behind each code of a case, organs among them."""
    actors = [ActorName(id=a.id, title=a.title, sort=a.sort) for a in case.actors]
    organs = [ActorName(id=o.id, title=o.title, sort="organ") for o in case.organs]
    return (*actors, *organs)


def choose_scenario(case: Case, asked: str | None) -> ScenarioName | Scenarios | Checked:
    """The scenario asked for: by title, by an unambiguous beginning of it, or by number.

    Returns:
        All scenarios, if none is asked for and there are several.
    """
    listed = scenario_names(case)
    names = listed.scenarios
    if not names:
        return no_scenarios(case.title)
    if asked is None:
        return names[0] if len(names) == 1 else listed
    wanted = _folded(asked)
    for name in names:
        if _folded(name.title) == wanted:
            return name
    if wanted.isdecimal():
        numbered = [name for name in names if str(name.number) == wanted]
        return numbered[0] if numbered else no_such_scenario(asked, names)
    beginning = [name for name in names if wanted and _folded(name.title).startswith(wanted)]
    if len(beginning) > 1:
        return several_scenarios(asked, beginning)
    return beginning[0] if beginning else no_such_scenario(asked, names)


def read_moment(text: str) -> Moment | Checked:
    """A day, or a minute in Universal Time unless it has an offset (rule T1)."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return not_a_moment(text)
    try:
        day = dt.date.fromisoformat(found["date"])
        if day.year < FIRST_YEAR:
            return too_early(text)
        if found["time"] is None:
            return Moment(day)
        stamp = f"{found['date']}T{found['time']}{found['offset'] or '+00:00'}"
        instant = dt.datetime.fromisoformat(stamp).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return not_a_moment(text)
    return Moment(instant.date(), instant.hour * 60 + instant.minute)


def read_day(text: str) -> Moment | Checked:
    """A whole day: of most of what was said no hour is known."""
    moment = read_moment(text)
    if isinstance(moment, Checked) or moment.minute is None:
        return moment
    return not_a_day(text)


def read_scenario(case: Case, asked: str | None) -> Scenario | Checked | None:
    """The scenario asked for, if any is."""
    if asked is None:
        return None
    chosen = choose_scenario(case, asked)
    if isinstance(chosen, Checked):
        return chosen
    assert not isinstance(chosen, Scenarios)
    return case.scenarios[chosen.number - 1]


def read_agreements(case: Case, asked: Sequence[str]) -> tuple[AgreementId, ...] | Checked:
    """The agreements asked for; all where none is."""
    known = [agreement.id for agreement in case.agreements]
    stranger = next((name for name in asked if name not in known), None)
    if stranger is not None:
        return no_such_agreement(stranger, known)
    return tuple(map(AgreementId, asked)) or tuple(known)


def read_choices(case: Case, asked: Sequence[str]) -> tuple[tuple[str, str], ...] | Checked:
    """Options of issues, each asked for as ``ISSUE=OPTION``."""
    issues = {issue.id: [option.id for option in issue.options] for issue in case.issues}
    choices: dict[str, str] = {}
    for text in asked:
        name, equals, option = (part.strip() for part in text.partition("="))
        options = next((known for issue, known in issues.items() if issue == name), None)
        if not equals:
            example = next((f"{i}={some[0]}" for i, some in issues.items() if some), "")
            return not_a_choice(text, example)
        if options is None:
            return no_such_issue(name, list(issues))
        if option not in options:
            return no_such_option(name, option, options)
        if name in choices:
            return chosen_twice(name, choices[name], option)
        choices[name] = option
    return tuple(choices.items())


def read_readings(case: Case, asked: Sequence[str]) -> tuple[OwnReading, ...] | Checked:
    """Readings, each asked for as ``NAME`` or ``NAME for ACTOR, ACTOR``; by nobody for all."""
    known = [reading.id for reading in case.readings()]
    actors: list[str] = [actor.id for actor in case.actors]
    for_all = case.read_alike_by_all()
    found = []
    for text in asked:
        name, *readers = (part.strip() for part in _FOR.split(text.strip(), maxsplit=1))
        names = [part.strip() for part in readers[0].split(",")] if readers else []
        if name not in known:
            return no_such_reading(name, known)
        stranger = next((actor for actor in names if actor not in actors), None)
        if stranger is not None:
            return no_such_actor(stranger, actors)
        if names and name in for_all:
            return read_alike_by_all(name, for_all[ReadingId(name)])
        takers = tuple(dict.fromkeys(map(ActorId, names)))
        found.append(OwnReading(reading=ReadingId(name), actors=takers))
    return tuple(found)


def supposing(
    scenario: Scenario, readings: Sequence[OwnReading], choices: Sequence[tuple[str, str]]
) -> Scenario:
    """A scenario with further readings taken, before its own, and issues chosen in place of its own."""
    chosen = dict(choices)
    own = tuple(choice for choice in scenario.choices if choice.issue not in chosen)
    new = tuple(Choice(issue=IssueId(i), option=OptionId(o)) for i, o in chosen.items())
    for_all = dict.fromkeys((*(r.reading for r in readings if not r.actors), *scenario.readings))
    by_some = (*(r for r in readings if r.actors), *scenario.own_readings)
    return replace(scenario, readings=tuple(for_all), own_readings=by_some, choices=(*own, *new))


def covers(outer: Origin, inner: Origin) -> bool:
    """Whether one place in the text lies within another."""
    return (
        outer.file == inner.file
        and outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end > outer.start
    )


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
