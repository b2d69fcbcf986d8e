"""From what is asked of some sides to what everybody owes on each, or to what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from servanda.analyses.coverage.survey import BUDGET, MixedConditionError, Survey, surveys
from servanda.diagrams import BudgetExceeded
from servanda.workbench.asked_about import Incidents, incidents_asked
from servanda.workbench.coverage_questions import Ground, Question, ground_of, guarantors_asked
from servanda.workbench.coverages import Side
from servanda.workbench.mistakes import another_kind, mixed_condition, too_much
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked

Answer = TypeVar("Answer")


class Surveyed(NamedTuple):
    """What everybody owes on some sides, in the incidents asked about.

    Attributes:
        sides: What each side is about.
        found: What everybody owes on each; of some guarantors alone, where they are asked about.
    """

    sides: tuple[Side, ...]
    asked: Incidents
    found: tuple[Survey, ...]


def answered(
    asked_of: Sequence[tuple[Opened, Question]],
    answer: Callable[[Surveyed], Answer | Checked],
) -> Answer | Checked:
    """An answer about some sides, or what is wrong with the question.

    Args:
        asked_of: Each side's case, and what is asked of it; the first question says which
            incidents and which guarantors are asked about.
        answer: Makes the answer from what everybody owes.
    """
    grounds: list[Ground] = []
    for opened, question in asked_of:
        ground = ground_of(opened.case, question)
        if isinstance(ground, Checked):
            return ground
        grounds.append(ground)
    cases = [opened.case for opened, _ in asked_of]
    standings = [ground.footing.standing for ground in grounds]
    first, question = asked_of[0]
    asked = incidents_asked(first, standings[0], question.noun, question.where)
    if isinstance(asked, Checked):
        return asked
    for case, standing in zip(cases, standings, strict=True):
        if asked.kind not in standing.kinds:
            return another_kind(asked.kind, case.title)
    guarantors = guarantors_asked(question.guarantors, *cases)
    if isinstance(guarantors, Checked):
        return guarantors
    sides = tuple(replace(ground.side, guarantors=guarantors) for ground in grounds)
    try:
        found = surveys(standings, asked.kind, asked.where)
        if guarantors:
            found = tuple(one.only(guarantors) for one in found)
        return answer(Surveyed(sides, asked, found))
    except MixedConditionError:
        return mixed_condition(asked.words)
    except BudgetExceeded:
        return too_much(BUDGET)
