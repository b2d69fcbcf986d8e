"""Several designs side by side: which agreements make one, and the answer in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from servanda.analyses.coverage.designs import Designs, asked_of_all, designs
from servanda.analyses.coverage.survey import BUDGET, MixedConditionError, surveys
from servanda.diagrams import BudgetExceeded
from servanda.model.agreement import Duty
from servanda.model.case import Case
from servanda.model.node import AgreementId
from servanda.model.triggers import OnIncident
from servanda.workbench.asked_about import incidents_asked
from servanda.workbench.asking import actor_names
from servanda.workbench.coverage_questions import (
    Ground,
    Question,
    asked_lines,
    ground_of,
    guarantors_asked,
    level_asked,
)
from servanda.workbench.coverages import (
    DesignClassLine,
    DesignLine,
    HeldLine,
    SideBySide,
)
from servanda.workbench.mistakes import (
    mixed_condition,
    no_such_incident,
    too_much,
)
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.tellings import Teller, partial_words, share
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
    case = opened.case
    grounds: list[Ground] = []
    for _, agreements in sides:
        ground = ground_of(case, question._replace(agreements=agreements))
        if isinstance(ground, Checked):
            return ground
        grounds.append(ground)
    standings = [ground.footing.standing for ground in grounds]
    asked = incidents_asked(opened, standings[0], question.noun, question.where)
    if isinstance(asked, Checked):
        return asked
    guarantors = guarantors_asked(question.guarantors, case)
    if isinstance(guarantors, Checked):
        return guarantors
    try:
        watch(0, STEPS)
        found = surveys(standings, asked.kind, asked.where)
        if guarantors:
            found = tuple(one.only(guarantors) for one in found)
        level = level_asked(found, question.level)
        if isinstance(level, Checked):
            return level
        watch(1, STEPS)
        told = designs(found, level)
    except MixedConditionError:
        return mixed_condition(asked.words)
    except BudgetExceeded:
        return too_much(BUDGET)
    if not told.incidents:
        return no_such_incident(found[0].space.kind.forms.noun, asked.words)
    teller = Teller(case, standings[0], asked.kind)
    return SideBySide(
        case=case.title,
        level=level,
        levels=standings[0].levels,
        asked=asked_lines(case, found[0], asked, asked_of_all(found)),
        actors=actor_names(case),
        designs=tuple(_design_lines(told, sides, grounds)),
        classes=tuple(
            DesignClassLine(
                teller.lines(one.lines),
                share(one.incidents, told.incidents),
                tuple(
                    tuple(
                        HeldLine(h.level, h.at_once, tuple(map(teller.way, filter(None, h.ways))))
                        for h in cell
                    )
                    for cell in one.cells
                ),
            )
            for one in told.classes
        ),
        rest=share(told.rest, told.incidents),
        names=teller.names(),
        partial=partial_words(teller, *found),
    )


def _design_lines(
    told: Designs, sides: Sequence[Design], grounds: Sequence[Ground]
) -> list[DesignLine]:
    return [
        DesignLine(
            name,
            ground.side,
            total.guarantors,
            share(total.at_once, told.incidents),
            share(total.never, told.incidents),
        )
        for (name, _), ground, total in zip(sides, grounds, told.totals, strict=True)
    ]
