"""Which articles several incidents of one scenario may bring into play, so that each is named."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario import chain_of
from servanda.analyses.scenario.outcome import Outcome
from servanda.model.case import Case, IncidentEvent, Scenario
from servanda.model.node import ActorId, ArticleRef
from servanda.model.sets import Parties, Pattern
from servanda.model.triggers import OnIncident
from servanda.workbench.set_names import SetNames


def articles_of_several(case: Case, scenario: Scenario, outcome: Outcome) -> tuple[ArticleRef, ...]:
    """The articles that more than one incident may have brought into play.

    Args:
        case: The case.
        scenario: One of its scenarios; the history and what it continues belong to it.
        outcome: The run of that scenario.
    """
    incidents = tuple(_incidents(case, scenario))
    sets = SetNames(case, outcome)
    return tuple(
        ref
        for ref, article in case.by_ref().items()
        if isinstance(article.trigger, OnIncident)
        and sum(_may_trigger(article.trigger, event, sets) for event in incidents) > 1
    )


def _incidents(case: Case, scenario: Scenario) -> Iterator[IncidentEvent]:
    events = [event for part in case.histories for event in part.events]
    events += [event for part in chain_of(case, scenario) for event in part.events]
    yield from (event for event in events if isinstance(event, IncidentEvent))


def _may_trigger(trigger: OnIncident, event: IncidentEvent, sets: SetNames) -> bool:
    """Whether an incident is of the kind, by and on those whom a trigger speaks of, or may be."""
    kind = next((kind for kind in sets.case.kinds if kind.id == event.kind), None)
    if kind is None or trigger.kind != event.kind:
        return False
    stated = {value.attribute: value.value for value in event.values}
    for attribute, pattern in ((kind.role("by"), trigger.by), (kind.role("on"), trigger.on)):
        holder = stated.get(attribute.id) if attribute else None
        if pattern is not None and holder is not None and not _may_be(holder, pattern, event, sets):
            return False
    return True


def _may_be(holder: str, pattern: Pattern, event: IncidentEvent, sets: SetNames) -> bool:
    """Whether the holder of a role is among those meant, as far as the text says."""
    among = pattern.among
    if holder not in {actor.id for actor in sets.case.actors}:
        return True
    if isinstance(among, Parties):
        bonds = (b for b in sets.outcome.bonds if b.agreement == among.agreement)
        return any(bond.actor == holder for bond in bonds)
    return ActorId(holder) in sets.members(among, event.at.date)
