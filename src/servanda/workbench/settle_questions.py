"""What is asked of a settlement: what is supposed, given up, who is present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from servanda.analyses.settlement.lines import Line, lines_of
from servanda.analyses.settlement.space import Package, Space, space_of
from servanda.analyses.settlement.worths import Worths, worths_of
from servanda.model.bargaining import Participation, Preferences, Requirement
from servanda.model.case import Case
from servanda.model.node import ActorId, IssueId, OptionId, RequirementId, StatementId
from servanda.workbench.asking import read_choices
from servanda.workbench.mistakes import (
    no_such_actor,
    no_such_red_line,
    not_a_package,
    nothing_open,
    nothing_to_settle,
)
from servanda.workbench.reports import Checked
from servanda.workbench.settlements import Bar

BARS: tuple[Bar, ...] = ("first-hand", "reported", "any")
"""From the highest to the lowest."""

Bars = Mapping[StatementId, Bar]
"""The highest bar that each statement passes; one that is not there passes the lowest alone."""


class Question(NamedTuple):
    """What is asked, as typed.

    Attributes:
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        conceding: Red lines that are given up.
        demands: Whether demands count as red lines.
        package: Options of a package to judge.
        present: Who is present; None where that is not asked.
        bar: What has to stand behind a statement for it to count.
    """

    choices: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    demands: bool = False
    package: tuple[str, ...] = ()
    present: tuple[str, ...] | None = None
    bar: Bar = "any"


@dataclass(frozen=True, slots=True)
class Talks:
    """What a question is about.

    Attributes:
        counting: Red lines and demands that reach the bar.
        space: The packages.
        lines: The red lines that are kept.
        given_up: Those that the question gives up.
        demands: Demands that do not count as red lines.
        worths: What packages are worth to those whose preferences are known.
        participations: Rules on who takes part.
        chosen: The options supposed.
        present: Who is said to be present.
        package: The package asked about.
    """

    case: Case
    question: Question
    bars: Bars
    space: Space
    lines: tuple[Line, ...]
    given_up: tuple[Line, ...]
    demands: tuple[Line, ...]
    worths: tuple[Worths, ...]
    participations: tuple[Participation, ...]
    chosen: Mapping[IssueId, OptionId]
    present: tuple[ActorId, ...] | None
    package: Package | None


def talks_of(case: Case, question: Question, bars: Bars) -> Talks | Checked:
    """What a question is about, or what is wrong with it."""
    choices = read_choices(case, question.choices)
    if isinstance(choices, Checked):
        return choices
    chosen = {IssueId(issue): OptionId(option) for issue, option in choices}
    known = [requirement.id for requirement in case.requirements]
    stranger = next((name for name in question.conceding if name not in known), None)
    if stranger is not None:
        return no_such_red_line(stranger, known)
    present = _present(case, question.present)
    if isinstance(present, Checked):
        return present
    asked = _counting(case.requirements, question.bar, bars)
    preferences = _counting(case.preferences, question.bar, bars)
    if not asked and not preferences and not case.participations:
        return nothing_to_settle(case.title, below=bool(case.requirements or case.preferences))
    given_up = set(map(RequirementId, question.conceding))
    space = space_of(case, chosen, [one.condition for one in asked], preferences)
    if not space.issues and not case.participations:
        return nothing_open(case.title)
    firm = [one for one in asked if one.firm or question.demands]
    package = _package(case, space, question.package)
    if isinstance(package, Checked):
        return package
    return Talks(
        case=case,
        question=question,
        bars=bars,
        space=space,
        lines=lines_of(space, (one for one in firm if one.id not in given_up)),
        given_up=lines_of(space, (one for one in firm if one.id in given_up)),
        demands=lines_of(space, (one for one in asked if one not in firm)),
        worths=worths_of(space, preferences),
        participations=tuple(_counting(case.participations, question.bar, bars)),
        chosen=chosen,
        present=present,
        package=package,
    )


Resting = TypeVar("Resting", Requirement, Preferences, Participation)


def reaches(one: Requirement | Preferences | Participation, bar: Bar, bars: Bars) -> bool:
    """Whether something counts at a bar: by one of its statements, or because it rests on none."""
    if not one.rests_on or one.judgement:
        return True
    passed = (BARS.index(bars.get(statement, "any")) for statement in one.rests_on)
    return min(passed) <= BARS.index(bar)


def _counting(all_of: Iterable[Resting], bar: Bar, bars: Bars) -> list[Resting]:
    return [one for one in all_of if reaches(one, bar, bars)]


def _present(case: Case, asked: Sequence[str] | None) -> tuple[ActorId, ...] | Checked | None:
    if asked is None:
        return None
    known = [actor.id for actor in case.actors]
    stranger = next((name for name in asked if name not in known), None)
    return no_such_actor(stranger, known) if stranger is not None else tuple(map(ActorId, asked))


def _package(case: Case, space: Space, asked: Sequence[str]) -> Package | Checked | None:
    if not asked:
        return None
    choices = read_choices(case, asked)
    if isinstance(choices, Checked):
        return choices
    named = {IssueId(issue): OptionId(option) for issue, option in choices}
    other = next((i for i, o in named.items() if space.fixed.get(i, o) != o), None)
    if other is not None:
        return not_a_package(f"`{other}` is settled on `{space.fixed[other]}`")
    left = [issue.id for issue in space.issues if issue.id not in named]
    if left:
        return not_a_package(f"it does not say how {', '.join(left)} would be settled")
    return space.package(named)
