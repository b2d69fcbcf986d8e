"""Several designs side by side: which agreements make one, and the answer in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from servanda.analyses.coverage.designs import DesignClass, Designs, asked_of_all, designs
from servanda.model.agreement import Duty
from servanda.model.case import Case
from servanda.model.node import AgreementId, Level
from servanda.model.triggers import OnIncident
from servanda.workbench.asking import actor_names
from servanda.workbench.comparisons import DesignClassLine, DesignLine, HeldLine, SideBySide
from servanda.workbench.coverage_questions import Question, asked_lines, level_asked
from servanda.workbench.coverages import Share, Side
from servanda.workbench.mistakes import no_such_incident
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.surveying import Surveyed, answered
from servanda.workbench.tellings import Teller, partial_words
from servanda.workbench.watch import Watch, unwatched

Design = tuple[str, tuple[AgreementId, ...]]
"""What a design is called, and its agreements."""


def designs_of(case: Case) -> tuple[Design, ...]:
    """The designs of a case: the agreements of each file that bind anybody in an incident.

    Where all of them stand in one file, each is a design.
    """
    by_file: dict[str, list[AgreementId]] = {}
    for agreement in case.agreements:
        binds = (
            isinstance(a.effect, Duty) and isinstance(a.trigger, OnIncident)
            for a in agreement.articles
        )
        if any(binds):
            by_file.setdefault(agreement.origin.file, []).append(agreement.id)
    if len(by_file) == 1:
        return tuple((agreement, (agreement,)) for some in by_file.values() for agreement in some)
    return tuple(
        (some[0] if len(some) == 1 else PurePosixPath(file).stem, tuple(some))
        for file, some in by_file.items()
    )


STEPS = 2
"""The articles of all designs are read; then the designs are laid side by side."""


def side_by_side(
    opened: Opened, question: Question, sides: Sequence[Design], watch: Watch = unwatched
) -> SideBySide | Checked:
    """Designs of a case side by side, or what is wrong with the question.

    Args:
        opened: The case.
        question: What is asked; its agreements are those of each design in turn.
        sides: The designs.
        watch: Told, before each step, how many are done, and of how many.
    """

    def answer(surveyed: Surveyed) -> SideBySide | Checked:
        level = level_asked(surveyed.found, question.level)
        if isinstance(level, Checked):
            return level
        watch(1, STEPS)
        told = designs(surveyed.found, level)
        if not told.incidents:
            return no_such_incident(surveyed.found[0].space.kind.forms.noun, surveyed.asked.words)
        return _side_by_side(opened.case, sides, surveyed, told, level)

    watch(0, STEPS)
    asked_of = [(opened, question._replace(agreements=agreements)) for _, agreements in sides]
    return answered(asked_of, answer)


def _side_by_side(
    case: Case, sides: Sequence[Design], surveyed: Surveyed, told: Designs, level: Level
) -> SideBySide:
    asked, found = surveyed.asked, surveyed.found
    teller = Teller(case, found[0].standing, asked.kind)
    return SideBySide(
        case=case.title,
        level=level,
        levels=found[0].standing.levels,
        asked=asked_lines(case, found[0], asked, asked_of_all(found)),
        actors=actor_names(case),
        designs=tuple(_design_lines(told, sides, surveyed.sides)),
        classes=tuple(_class_line(one, told, teller) for one in told.classes),
        rest=Share(told.rest, told.incidents),
        names=teller.names(),
        partial=partial_words(teller, *found),
    )


def _class_line(one: DesignClass, told: Designs, teller: Teller) -> DesignClassLine:
    return DesignClassLine(
        teller.lines(one.lines),
        Share(one.incidents, told.incidents),
        tuple(
            tuple(
                HeldLine(h.level, h.at_once, tuple(map(teller.way, filter(None, h.ways))))
                for h in cell
            )
            for cell in one.cells
        ),
    )


def _design_lines(
    told: Designs, designs: Sequence[Design], sides: Sequence[Side]
) -> list[DesignLine]:
    return [
        DesignLine(
            name,
            side,
            total.guarantors,
            Share(total.at_once, told.incidents),
            Share(total.never, told.incidents),
        )
        for (name, _), side, total in zip(designs, sides, told.totals, strict=True)
    ]
