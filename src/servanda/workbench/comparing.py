"""What changes between two texts, readings or days: the question, and the answer in words."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.coverage.compare import Change, Comparison, Row, asked_of_both, compare
from servanda.model.case import Case
from servanda.workbench.asking import actor_names
from servanda.workbench.comparisons import ChangeLine, Compared, RowLine
from servanda.workbench.coverage_questions import Question, asked_lines
from servanda.workbench.coverages import Share, Witness
from servanda.workbench.grounds import passages
from servanda.workbench.mistakes import no_such_incident
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.surveying import Surveyed, answered
from servanda.workbench.tellings import Teller, partial_words
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

    def answer(surveyed: Surveyed) -> Compared | Checked:
        watch(1, STEPS)
        before, after = surveyed.found
        comparison = compare(before, after)
        if not comparison.incidents:
            return no_such_incident(before.space.kind.forms.noun, surveyed.asked.words)
        watch(2, STEPS)
        return _compared(sides, surveyed, comparison)

    watch(0, STEPS)
    return answered(((sides.before, question), (sides.after, sides.then)), answer)


def _compared(sides: Sides, surveyed: Surveyed, comparison: Comparison) -> Compared:
    asked, (first, second), (before, after) = surveyed.asked, surveyed.sides, surveyed.found
    cases = (sides.before.case, sides.after.case)
    told = _Telling(cases, surveyed)
    rows = tuple(map(told.row, comparison.rows))
    return Compared(
        before=replace(first, folder=sides.folders[0]),
        after=replace(second, folder=sides.folders[1]),
        asked=asked_lines(sides.before.case, before, asked, asked_of_both(before, after)),
        actors=tuple(dict.fromkeys(actor for case in cases for actor in actor_names(case))),
        rows=rows,
        names=tuple(dict.fromkeys((*told.teller.names(), *told.then.names()))),
        unchanged=comparison.unchanged,
        partial=partial_words(told.teller, before, after),
        passages=passages(tuple(dict.fromkeys((*sides.before.sources, *sides.after.sources)))),
        text=tuple(text_changes(sides.before, first, sides.after, second)),
    )


class _Telling:
    """Says what changes, in the words of the two sides."""

    def __init__(
        self,
        cases: tuple[Case, Case],
        surveyed: Surveyed,
    ) -> None:
        made: list[Witness] = []
        kind, both = surveyed.asked.kind, surveyed.found
        self.teller = Teller(cases[0], both[0].standing, kind)
        self.then = Teller(cases[1], both[1].standing, kind)
        self.witnesses = tuple(
            Witnesses(case, found, side, made)
            for case, found, side in zip(cases, both, surveyed.sides, strict=True)
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
            Share(change.incidents, change.among),
            shown,
        )
