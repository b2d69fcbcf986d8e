"""Whether a rule operates already, or still, by the calendar."""

from __future__ import annotations

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.reasons.of_force import window_reason
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import TimeBound, Window
from servanda.model.words import Speaker


def time_reason(requirement: Requirement, asked: Window | TimeBound, clause: Clause) -> Reason:
    """Whether the day has come on which a rule begins to operate; or that on which it ends (D16)."""
    if isinstance(asked, Window):
        return window_reason(requirement, asked, requirement.situation)
    voice = Speaker(requirement.situation.known.record.text.vocabulary, {})
    how_long = voice.expiry(asked, clause.article.trigger)
    match requirement.verdict:
        case Verdict.HOLDS:
            return Reason(requirement.verdict, f"it binds {how_long}", asked.origin)
        case Verdict.FAILS:
            so = f"it bound only {how_long}"
            return Reason(requirement.verdict, "it binds still", asked.origin, instead=so)
        case _:
            return Reason(requirement.verdict, f"it binds still, {how_long}", asked.origin)
