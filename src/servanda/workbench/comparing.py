"""What changes between two texts, readings or days: the question, and the answer in words."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.coverage.compare import Change, Row, asked_of_both, compare
from servanda.analyses.coverage.survey import BUDGET, MixedConditionError, Survey, surveys
from servanda.diagrams import BudgetExceeded
from servanda.model.case import Case
from servanda.model.node import ActorId, KindId
from servanda.workbench.asked_about import Incidents, incidents_asked
from servanda.workbench.asking import actor_names
from servanda.workbench.coverage_questions import (
    Ground,
    Question,
    asked_lines,
    ground_of,
    guarantors_asked,
)
from servanda.workbench.coverages import ChangeLine, Compared, RowLine, Witness
from servanda.workbench.grounds import passages
from servanda.workbench.mistakes import another_kind, mixed_condition, no_such_incident, too_much
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.tellings import Teller, partial_words, share
from servanda.workbench.text_changes import text_changes
from servanda.workbench.watch import Watch, unwatched
from servanda.workbench.witnesses import Witnesses


class Sides(NamedTuple):
    """Two cases, or one twice, and what is asked of each.

    Attributes:
        folders: As what the two were named.
    """

    before: Opened
    after: Opened
    then: Question
    folders: tuple[str, str] = ("", "")


STEPS = 3
"""The articles of both are read and compared; then it is said what changes."""


def compare_cases(sides: Sides, question: Question, watch: Watch = unwatched) -> Compared | Checked:
    """What changes from one side to the other, or what is wrong with the question.

    Args:
        sides: The cases, and what is asked of the second.
        question: What is asked of the first; it says which incidents are asked about.
        watch: Told, before each step, how many are done, and of how many.
    """
    grounds = []
    for opened, one in ((sides.before, question), (sides.after, sides.then)):
        ground = ground_of(opened.case, one)
        if isinstance(ground, Checked):
            return ground
        grounds.append(ground)
    first, second = grounds
    standings = (first.footing.standing, second.footing.standing)
    asked = incidents_asked(sides.before, standings[0], question.noun, question.where)
    if isinstance(asked, Checked):
        return asked
    if asked.kind not in standings[1].kinds:
        return another_kind(asked.kind, sides.after.case.title)
    guarantors = guarantors_asked(question.guarantors, sides.before.case, sides.after.case)
    if isinstance(guarantors, Checked):
        return guarantors
    try:
        return _compared(sides, (first, second), asked, guarantors, watch)
    except MixedConditionError:
        return mixed_condition(asked.words)
    except BudgetExceeded:
        return too_much(BUDGET)


def _compared(
    sides: Sides,
    grounds: tuple[Ground, Ground],
    asked: Incidents,
    guarantors: tuple[ActorId, ...],
    watch: Watch,
) -> Compared | Checked:
    first, second = grounds
    standings = (first.footing.standing, second.footing.standing)
    watch(0, STEPS)
    before, after = surveys(standings, asked.kind, asked.where)
    if guarantors:
        before, after = before.only(guarantors), after.only(guarantors)
    watch(1, STEPS)
    comparison = compare(before, after)
    if not comparison.incidents:
        return no_such_incident(before.space.kind.forms.noun, asked.words)
    cases = (sides.before.case, sides.after.case)
    watch(2, STEPS)
    told = _Telling(cases, (before, after), grounds, asked.kind)
    rows = tuple(map(told.row, comparison.rows))
    return Compared(
        before=replace(first.side, guarantors=guarantors, folder=sides.folders[0]),
        after=replace(second.side, guarantors=guarantors, folder=sides.folders[1]),
        asked=asked_lines(sides.before.case, before, asked, asked_of_both(before, after)),
        actors=tuple(dict.fromkeys(actor for case in cases for actor in actor_names(case))),
        names=tuple(dict.fromkeys((*told.teller.names(), *told.then.names()))),
        rows=rows,
        unchanged=comparison.unchanged,
        partial=partial_words(told.teller, before, after),
        passages=passages(tuple(dict.fromkeys((*sides.before.sources, *sides.after.sources)))),
        text=tuple(text_changes(sides.before, first.side, sides.after, second.side)),
    )


class _Telling:
    """Says what changes, in the words of the two sides."""

    def __init__(
        self,
        cases: tuple[Case, Case],
        both: tuple[Survey, Survey],
        grounds: tuple[Ground, Ground],
        kind: KindId,
    ) -> None:
        made: list[Witness] = []
        self.teller = Teller(cases[0], both[0].standing, kind)
        self.then = Teller(cases[1], both[1].standing, kind)
        self.witnesses = tuple(
            Witnesses(case, survey, ground.side, made)
            for case, survey, ground in zip(cases, both, grounds, strict=True)
        )

    def row(self, row: Row) -> RowLine:
        """The changes for some guarantors."""
        column = self.teller.column(row.actors)
        return RowLine(column, tuple(map(self._change, row.changes)), row.same)

    def _change(self, change: Change) -> ChangeLine:
        point = change.lines.point
        shown = tuple(
            witnesses.owed(point, offers, title)
            for witnesses, offers, title in zip(
                self.witnesses,
                (change.before, change.after),
                (f"what is owed before ({change.sort})", f"what is owed after ({change.sort})"),
                strict=True,
            )
            if offers
        )
        return ChangeLine(
            change.sort,
            tuple(map(self.teller.offer, change.before)),
            tuple(map(self.then.offer, change.after)),
            self.teller.lines(change.lines),
            share(change.incidents, change.among),
            shown,
        )
