"""Why something gives way to a prohibition that prevails, or does not (rules P3, P5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.giving_way import forbids
from servanda.analyses.scenario.facts.ranking import priorities_between
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.node import ArticleRef
from servanda.model.priorities import Priorities, Priority
from servanda.model.words import Speaker, listing

Explain = Callable[[Clause, Requirement], Reason]
"""Tells why something that an article needs is there, or is not."""


def priority_reason(
    clause: Clause, requirement: Requirement, ref: ArticleRef, frame: Frame, explain: Explain
) -> Reason:
    """Whether a prohibition that prevails forbids what an article asks for, or permits."""
    texts = [version for version in frame.versions.of(ref) if clause.yields_to(version.article)]
    prevailing = next((v for v in texts if v.stands_on(requirement.situation.day)), texts[0])
    voice = Speaker(frame.text.vocabulary, {})
    one, other = voice.article(prevailing.ref), voice.article(clause.ref)
    statement = f"{one}, which prevails, leaves {other} alone"
    verdict, origin = requirement.verdict, prevailing.article.origin
    if verdict is Verdict.HOLDS:
        return Reason(verdict, statement, origin)
    said = next(p for p in clause.outranked_by if p.prevailing == prevailing.ref)
    line = said_in_words(said, priorities_between(frame.text, prevailing.said, clause.said), voice)
    because = (Reason(Verdict.HOLDS, line, said.origin),)
    if verdict is Verdict.UNDETERMINED:
        doubts = tuple(_doubts(said, clause, requirement, prevailing, frame, explain))
        return Reason(verdict, statement, origin, (*doubts, *because))
    who, situation = listing(requirement.situation.bearers), requirement.situation
    owed = "" if clause.content is None else speaker(situation).content(clause.content)
    so = f"{one}, which prevails over {other}, forbids {who} to {owed}"
    return Reason(verdict, statement, origin, because, so)


def _doubts(
    said: Priority,
    clause: Clause,
    requirement: Requirement,
    prevailing: Clause,
    frame: Frame,
    explain: Explain,
) -> Iterator[Reason]:
    """What makes it uncertain that the prohibition binds."""
    situation = requirement.situation
    for binding in frame.bindings.get(said.prevailing, ()):
        mark = binding.mark_as_of(situation.known)
        if mark is None or set(binding.bearers).isdisjoint(situation.bearers):
            continue
        if forbids(binding, said, clause, situation, frame) is Verdict.UNDETERMINED:
            for ground in mark.grounds:
                if ground.verdict is Verdict.UNDETERMINED:
                    yield explain(prevailing, ground)


def said_in_words(said: Priority, priorities: Priorities, voice: Speaker) -> str:
    """What the text says about which of two articles prevails."""
    if said in priorities.articles:
        if said.subject_to:
            return f"{voice.article(said.yielding)} is subject to {voice.article(said.prevailing)}"
        return f"{voice.article(said.prevailing)} stands notwithstanding {voice.article(said.yielding)}"
    prevailing, yielding = said.prevailing.agreement, said.yielding.agreement
    if said.said_by == prevailing:
        return f"{prevailing} prevails over {yielding}"
    return f"{yielding} is without prejudice to {prevailing}"
