"""What is new, and which lives it may change: the others need not be looked at again."""

from __future__ import annotations

from typing import assert_never

from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.steps import News
from servanda.analyses.scenario.facts.silences import Happened, SilenceEnds
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    DecisionEvent,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    VoteEvent,
)


def concerns(news: News, life: Life) -> bool:
    """Whether what is new may change anything about a life."""
    if not life.looked_at or life.clause.may_be_suspended or id(life) in news.ended:
        return True
    if life.offences and life.clause.outranked_by:
        return True
    if life.final:
        return isinstance(news.event, FindingEvent) and _hangs_on_findings(life)
    if news.day_begins or _is_news(life, news):
        return True
    return _concerned_by(life, news.event)


def _concerned_by(life: Life, event: Happened | None) -> bool:
    """Whether an event may change anything about it; without one, whether time passing may."""
    match event:
        case None:
            return life.overdue is not None
        case ActEvent() | RefusalEvent():
            return event.act in life.clause.watched_acts
        case FindingEvent():
            watches = life.clause.watches_breaches or life.clause.watches_incidents
            return bool(life.offences) or watches or _is_about(life, event)
        case VoteEvent() | DecisionEvent() | PutEvent() | SilenceEnds():
            on_motion = event.motion in life.clause.motions_read
            return on_motion or _is_about(life, event)
        case IncidentEvent():
            return bool(life.offences) or life.clause.watches_incidents
        case CircumstanceEvent():
            return event.circumstance in life.clause.watched_circumstances
        case _:
            assert_never(event)


def _is_news(life: Life, news: News) -> bool:
    """Whether it hangs on a new breach or performance, or gives way to what has begun or ceased to bind."""
    if any(one.prevailing in news.bindings for one in life.clause.outranked_by):
        return True
    breach = life.occasion.breach if life.occasion is not None else None
    if breach is not None and id(breach) in news.of_conduct:
        return True
    return not life.clause.breaches_read.isdisjoint(news.articles)


def _is_about(
    life: Life, event: FindingEvent | VoteEvent | DecisionEvent | PutEvent | SilenceEnds
) -> bool:
    incident = life.occasion.incident if life.occasion else None
    return incident is not None and incident.id == event.incident


def _hangs_on_findings(life: Life) -> bool:
    """Whether a finding can undo its end, or a breach."""
    return bool(life.offences) or life.lapsed_as_found
