"""Incidents that could have been before, or not, as questions about a duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.conditions.past import asked_of, earlier
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.situation import Situation, situation_of
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.questions import Answer, Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.case import IncidentEvent, Value
from servanda.model.conditions import Occurred
from servanda.model.node import ActorId, IncidentId
from servanda.model.sets import SomeActors


def about_the_past(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Question]:
    """Each earlier incident of which the articles ask: there where there was none, and the reverse."""
    deeds = (situation_of(o.deed, run.known, life.bearers) for o in life.offences)
    situations = (life.situation(run.known), *deeds)
    seen: set[str] = set()
    for leaf in (leaf for clause in clauses for leaf in clause.leaves):
        if not isinstance(leaf, Occurred):
            continue
        for situation in situations:
            supposed = _otherwise(leaf, situation, run)
            if supposed is not None and supposed.words not in seen:
                seen.add(supposed.words)
                name = speaker(situation).condition(leaf)
                answers = (Answer((), supposed),)
                yield Question(name, supposed.words, False, "", leaf.origin, answers)


def _otherwise(leaf: Occurred, situation: Situation, run: Run) -> Supposed | None:
    such = speaker(situation).incident_told(leaf)
    match kleene(leaf, situation):
        case Verdict.HOLDS:
            undone = tuple((number, ()) for number in _those_that_were(leaf, situation))
            return Supposed(f"there had been no {such}", undone=undone)
        case Verdict.FAILS:
            event = _supposed(leaf, situation, run)
            return None if event is None else Supposed(f"there had been {such}", added=(event,))
        case Verdict.UNDETERMINED:
            return None


def _those_that_were(leaf: Occurred, situation: Situation) -> Iterator[int]:
    asked = asked_of(leaf, situation)
    for seen in earlier(leaf, situation):
        if asked is not None and seen.occasion and kleene(asked, seen) is not Verdict.FAILS:
            yield seen.occasion.number


def _supposed(leaf: Occurred, situation: Situation, run: Run) -> IncidentEvent | None:
    """Such an incident before everything else; None where it cannot be told what it would be."""
    kind, events = run.frame.text.kinds[leaf.kind], run.frame.record.events
    asked = [
        (attribute.id, _those_of(who, situation))
        for who, attribute in ((leaf.by, kind.role("by")), (leaf.on, kind.role("on")))
        if who is not None and attribute is not None
    ]
    # Nobody is supposed to have done it to itself.
    ways = product(*(actors for _, actors in asked))
    named = next((way for way in ways if len(set(way)) == len(way)), None)
    if named is None or leaf.definitions or not events:
        return None
    return IncidentEvent(
        at=Moment(events[0].at.date),
        id=IncidentId(f"supposed {leaf.kind}"),
        kind=leaf.kind,
        values=tuple(
            Value(attribute=attribute, value=one)
            for (attribute, _), one in zip(asked, named, strict=True)
        ),
    )


def _those_of(who: SomeActors, situation: Situation) -> tuple[ActorId, ...]:
    crowd = situation.actors(who)
    return crowd.all if crowd is not None else ()
