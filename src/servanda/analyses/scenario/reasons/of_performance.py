"""Why an act that a duty asks does not perform it, or may not (rule D17)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.performance import as_of_act, performs
from servanda.analyses.scenario.duties.steps import Step
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.of_conditions import explain
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent, RefusalEvent


def with_what_fell_short(why: Reason, life: Life, step: Step, known: Known) -> Reason:
    """A reason, and below it the acts that have not performed what is still owed or was breached."""
    owed = step.state in {State.PENDING, State.BREACHED}
    if not owed or not life.clause.article.performed_if:
        return why
    short = tuple(_short_of_performance(life, known))
    return msgspec.structs.replace(why, because=(*why.because, *short))


def done_or_refused(
    clause: Clause, event: ActEvent | RefusalEvent, verdict: Verdict, situation: Situation
) -> Reason:
    """Whether an act performed what was owed, or a refusal was one of it, and what is open of that."""
    if isinstance(event, RefusalEvent):
        return Reason(verdict, f"what was owed was refused on {event.at}", event.origin)
    index = situation.known.record.events.index(event)
    found = _when_done(clause, index, event, situation)
    because = tuple(reason for reason in found if reason.verdict is Verdict.UNDETERMINED)
    return Reason(verdict, f"what was owed was performed on {event.at}", event.origin, because)


def _short_of_performance(life: Life, known: Known) -> Iterator[Reason]:
    """The acts of the bearers that would have performed a duty, had something been so."""
    clause, situation = life.clause, life.situation(known)
    start = life.occasion.index if life.occasion else 0
    acts = known.record.acts
    positions = (
        {i for bearer in life.bearers for i in acts.get((clause.act, bearer), ())}
        if clause.act
        else set()
    )
    for index in sorted(i for i in positions if start <= i < known.events):
        event = known.record.events[index]
        if isinstance(event, ActEvent) and performs(clause, event, situation) is Verdict.HOLDS:
            for lacking in _when_done(clause, index, event, situation):
                if lacking.verdict is Verdict.FAILS:
                    so = f"what was done on {event.at} did not perform it: {lacking.told}"
                    told = f"what was done on {event.at} performed it"
                    yield Reason(Verdict.FAILS, told, event.origin, (lacking,), so)
                    break


def _when_done(
    clause: Clause, index: int, event: ActEvent, situation: Situation
) -> Iterator[Reason]:
    seen = as_of_act(index, event, situation)
    return (explain(condition, seen) for condition in clause.article.performed_if)
