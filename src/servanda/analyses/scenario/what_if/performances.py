"""Duties of others that could be performed, or not, as questions about a duty that waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.deeds import (
    acts_performing,
    in_time,
    moment_of,
    performing_act,
    who_would_act,
)
from servanda.analyses.scenario.what_if.questions import Answer, Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.verdict import Verdict
from servanda.model.conditions import Met


def about_performances(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Question]:
    """Each performance of which the articles ask: done where it was not, not done where it was."""
    situation = life.situation(run.known)
    seen: set[str] = set()
    for leaf in (leaf for clause in clauses for leaf in clause.leaves):
        if not isinstance(leaf, Met):
            continue
        supposed = _otherwise(leaf, life, situation, run)
        if supposed is not None and supposed.words not in seen:
            seen.add(supposed.words)
            name = speaker(situation).condition(leaf)
            yield Question(name, supposed.words, False, "", leaf.origin, (Answer((), supposed),))


def _otherwise(met: Met, life: Life, situation: Situation, run: Run) -> Supposed | None:
    crowd = situation.actors(met.subject.among)
    if crowd is None:
        return None
    voice = speaker(situation)
    who, article = voice.subject(met.subject), voice.article(met.article)
    if kleene(met, situation) is Verdict.HOLDS:
        undone = tuple(
            act
            for other in _asked_about(met, crowd, situation, run)
            if other.settled is State.MET
            for act in acts_performing(other, run)
        )
        return Supposed(f"{who} had not met {article}", undone=undone) if undone else None
    actors = who_would_act(met.subject, crowd, met, situation)
    at = moment_of(life, run)
    acts = (
        performing_act(other, run, in_time(other, run, at))
        for other in _asked_about(met, crowd, situation, run)
        if any(bearer in actors for bearer in other.bearers) and other.settled is not State.MET
    )
    added = tuple(act for act in acts if act is not None)
    return Supposed(f"{who} had met {article}", added=added) if added else None


def _asked_about(met: Met, crowd: Crowd, situation: Situation, run: Run) -> Iterator[Life]:
    """The duties of whose performance a condition asks, over the same incident (C9)."""
    incident = situation.incident
    for life in run.lives:
        own = life.occasion.incident if life.occasion else None
        same = incident is None or own is None or own.id == incident.id
        arisen = life.arisen is not None or life.perhaps is not None
        theirs = any(bearer in crowd.all for bearer in life.bearers)
        if life.clause.ref == met.article and same and arisen and theirs:
            yield life
