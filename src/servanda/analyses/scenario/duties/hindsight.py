"""What may have arisen earlier, though it cannot arise now (rules C2, D2, D3, F4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.analyses.scenario.conditions.completions import certain, unknowns_of
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import EXCLUDING, conditions_of, verdict_if
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.endings import continuing
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.performance import performance
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Duty
from servanda.model.conditions import Found, leaves_through_findings


def goes_on(clause: Clause, situation: Situation, since: Known, frame: Frame) -> bool:
    """Whether what may have arisen would stand now, or may have been performed (D2, D3)."""
    if isinstance(clause.norm, Duty) and performance(clause, situation) is not None:
        return True
    parts = continuing(clause, situation, since, frame)
    return all_of(part.verdict for part in parts) is not Verdict.FAILS


def waits_for_findings(
    clause: Clause, requirements: Sequence[Requirement], situation: Situation, frame: Frame
) -> bool:
    """Whether nothing came together because somebody had not found yet what was asked (F4)."""
    asked = [r for r in requirements if r.verdict is Verdict.UNDETERMINED and r.part in EXCLUDING]
    waits = [awaits_findings(clause, (r,), frame) for r in asked]
    if not any(waits):
        return False

    def evaluate(way: Situation) -> Verdict:
        return all_of(
            Verdict.FAILS if waiting and found is Verdict.UNDETERMINED else found
            for r, waiting in zip(asked, waits, strict=True)
            for found in [verdict_if(r, clause, way, frame)]
        )

    conditions = [c for r in asked for c in conditions_of(r, clause, frame)]
    if not unknowns_of(conditions, situation):
        return evaluate(situation) is Verdict.FAILS
    return certain(conditions, situation, evaluate) is Verdict.FAILS


def awaits_findings(clause: Clause, requirements: Iterable[Requirement], frame: Frame) -> bool:
    """Whether any of what an article needs asks what somebody has found."""
    return any(
        isinstance(leaf, Found)
        for requirement in requirements
        if requirement.part in EXCLUDING
        for condition in conditions_of(requirement, clause, frame)
        for leaf in leaves_through_findings(condition)
    )
