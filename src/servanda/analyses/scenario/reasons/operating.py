"""Why an article on suspension touches another one, or leaves it alone (rules S1 to S8)."""

from __future__ import annotations

from collections.abc import Callable

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Cease, End
from servanda.model.node import ArticleRef
from servanda.model.words import Speaker, listing

HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS


def left_alone(
    clause: Clause,
    requirement: Requirement,
    source: ArticleRef,
    frame: Frame,
    told: Callable[[Clause, Requirement], Reason],
) -> Reason:
    """Whether an article is not suspended by another one, and why it is.

    Args:
        clause: The article that may be suspended.
        requirement: That it is not.
        source: The article that may suspend it.
        frame: The run.
        told: Gives the reason for what the other article asks.
    """
    situation, verdict = requirement.situation, requirement.verdict
    step = situation.known.step
    if requirement.part == "suspended then" and situation.occasion is not None:
        step = frame.suspensions.moment_of(situation.occasion.key, step)
    touched = frame.suspensions.touches(clause.ref, source, situation.bearers, step)
    since = touched.since
    day = since.at.date if since is not None else situation.known.day
    suspending = frame.on(day).get(source) or frame.versions.of(source)[0]
    is_so, is_not = _said(clause, suspending, listing(situation.bearers))
    origin = suspending.article.origin
    if verdict is HOLDS or since is None:
        return Reason(verdict, is_not, origin)
    grounds = (part for part in since.grounds if part.part != "bearer" or part.verdict is not HOLDS)
    because = tuple(told(suspending, part) for part in grounds)
    so = f"{is_so} (since {since.at})" if verdict is FAILS else ""
    return Reason(verdict, is_not, origin, because, so)


def _said(clause: Clause, source: Clause, who: str) -> tuple[str, str]:
    """That an article is out of effect for somebody because of another one; and that it is not."""
    voice = Speaker(clause.text.vocabulary, {})
    article, by = voice.article(clause.ref), voice.article(source.ref)
    match source.operation:
        case Cease():
            ways = ("has ceased to apply", "has not ceased to apply")
        case End(text=agreement):
            return f"{agreement} has ended, {by}", f"{agreement} has not ended, {by}"
        case _:
            ways = ("is suspended", "is not suspended")
    so, not_so = (f"{article} {way} for {who}, {by}" for way in ways)
    return so, not_so
