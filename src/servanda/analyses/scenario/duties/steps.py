"""The changes in the life of a duty, and what is new at a step of the course of events."""

from __future__ import annotations

from functools import cached_property

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.silences import Happened
from servanda.analyses.scenario.facts.world import Conduct, Known
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment
from servanda.model.case import Event
from servanda.model.node import ArticleRef


class Step(msgspec.Struct, frozen=True):
    """A change in a duty's life, with its grounds.

    Attributes:
        known: What was known then.
        requirements: What came together, failed or is uncertain.
        event: The act, refusal or incident.
        passed: Whether a term that was to be kept where possible had passed (D15).
    """

    at: Moment
    state: State
    known: Known
    requirements: tuple[Requirement, ...] = ()
    event: Event | None = None
    passed: bool = False


class News(msgspec.Struct, frozen=True, dict=True):
    """What is new at a step of the course of events.

    Attributes:
        event: The event that happens, if one does.
        day_begins: Whether a day begins on which something takes effect or ends.
        conduct: Breaches and performances that have come about, or of which it was thought
            otherwise before.
        ended: Those that end now by the calendar, by the identity of their lives.
        bindings: Articles that prevail over others and bind somebody now, or no longer do.
    """

    event: Happened | None = None
    day_begins: bool = False
    conduct: tuple[Conduct, ...] = ()
    ended: frozenset[int] = frozenset()
    bindings: frozenset[ArticleRef] = frozenset()

    @cached_property
    def of_conduct(self) -> frozenset[int]:
        """The breaches and performances by their identity."""
        return frozenset(map(id, self.conduct))

    @cached_property
    def articles(self) -> frozenset[ArticleRef]:
        """The articles that they are of."""
        return frozenset(conduct.article for conduct in self.conduct)
