"""Whether a circumstance holds, in one sentence (rule C8)."""

from __future__ import annotations

from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.reasons.statements import Told
from servanda.core.verdict import Verdict
from servanda.model.conditions import Holds


def holding(condition: Holds, situation: Situation, verdict: Verdict) -> Told:
    """Whether a circumstance holds, and since when it does, does not, or is in doubt."""
    name = condition.circumstance
    last = situation.known.last_change(name)
    if last is None:
        return Told(f"{name} holds", f"{name} has not begun")
    match verdict:
        case Verdict.HOLDS:
            so = f"{name} holds: it began on {last.at}"
        case Verdict.FAILS:
            so = f"{name} does not hold: it ended on {last.at}"
        case Verdict.UNDETERMINED:
            so = f"{name} is in doubt since {last.at}"
    return Told(f"{name} holds", so)
