"""What is asked of a settlement: what is supposed, given up, who is present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from servanda.analyses.record import Bar
from servanda.analyses.settlement.lines import Line, lines_of
from servanda.analyses.settlement.space import Package, Space, space_of
from servanda.analyses.settlement.worths import Worths, worths_of
from servanda.model.bargaining import Participation
from servanda.model.case import Case
from servanda.model.node import ActorId, IssueId, OptionId, RequirementId
from servanda.workbench.asking import read_choices
from servanda.workbench.bars import Resting, counts, read_bar
from servanda.workbench.hearsay import Standings
from servanda.workbench.mistakes import (
    no_such_actor,
    no_such_red_line,
    not_a_package,
    nothing_to_settle,
)
from servanda.workbench.reports import Checked


class Question(NamedTuple):
    """What is asked, as typed.

    Attributes:
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        conceding: Red lines that are given up.
        demands: Whether demands count as red lines.
        package: Options of a package to judge.
        present: Who is present; None where that is not asked.
        bar: What has to stand behind a statement for it to count.
        as_of: The day at whose end the case is taken; as it stands where none is named.
    """

    choices: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    demands: bool = False
    package: tuple[str, ...] = ()
    present: tuple[str, ...] | None = None
    bar: str = Bar.ANY.value
    as_of: str | None = None


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
    bar: Bar
    standings: Standings
    space: Space
    lines: tuple[Line, ...]
    given_up: tuple[Line, ...]
    demands: tuple[Line, ...]
    worths: tuple[Worths, ...]
    participations: tuple[Participation, ...]
    chosen: Mapping[IssueId, OptionId]
    present: tuple[ActorId, ...] | None
    package: Package | None

    def counts(self, one: Resting) -> bool:
        """Whether something reaches the bar."""
        return counts(one, self.bar, self.standings)


def talks_of(case: Case, question: Question, standings: Standings) -> Talks | Checked:
    """What a question is about, or what is wrong with it."""
    bar = read_bar(question.bar)
    if isinstance(bar, Checked):
        return bar
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
    asked = _counting(case.requirements, bar, standings)
    preferences = _counting(case.preferences, bar, standings)
    if not asked and not preferences and not case.participations:
        return nothing_to_settle(case.title, below=bool(case.requirements or case.preferences))
    given_up = set(map(RequirementId, question.conceding))
    space = space_of(case, chosen, [one.condition for one in asked], preferences)
    firm = [one for one in asked if one.firm or question.demands]
    package = _package(case, space, question.package)
    if isinstance(package, Checked):
        return package
    return Talks(
        case=case,
        question=question,
        bar=bar,
        standings=standings,
        space=space,
        lines=lines_of(space, (one for one in firm if one.id not in given_up)),
        given_up=lines_of(space, (one for one in firm if one.id in given_up)),
        demands=lines_of(space, (one for one in asked if one not in firm)),
        worths=worths_of(space, preferences),
        participations=tuple(_counting(case.participations, bar, standings)),
        chosen=chosen,
        present=present,
        package=package,
    )


def _counting(all_of: Iterable[Resting], bar: Bar, standings: Standings) -> list[Resting]:
    return [one for one in all_of if counts(one, bar, standings)]


def _present(case: Case, asked: Sequence[str] | None) -> tuple[ActorId, ...] | Checked | None:
    if asked is None:
        return None
    known = [*(one.id for one in case.actors), *(one.id for one in case.organs)]
    stranger = next((name for name in asked if name not in known), None)
    if stranger is not None:
        return no_such_actor(stranger, known, case.persons)
    return tuple(map(ActorId, asked))


def _package(case: Case, space: Space, asked: Sequence[str]) -> Package | Checked | None:
    if not asked:
        return None
    choices = read_choices(case, asked)
    if isinstance(choices, Checked):
        return choices
    named = {IssueId(issue): OptionId(option) for issue, option in choices}
    other = next((i for i, o in named.items() if space.fixed.get(i, o) != o), None)
    example = ",".join(f"{issue.id}={issue.options[0].id}" for issue in space.issues)
    if other is not None:
        return not_a_package(f"`{other}` is settled on `{space.fixed[other]}`", example)
    left = [issue.id for issue in space.issues if issue.id not in named]
    if left:
        return not_a_package(f"it does not say how {', '.join(left)} would be settled", example)
    return space.package(named)
