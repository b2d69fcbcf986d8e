"""What is certain stays so, however the unknown turns out (rule C2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import msgspec
from hypothesis import HealthCheck, assume, given, settings

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.conditions.completions import possible_values
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment
from servanda.model.case import Case, FindingEvent, IncidentEvent, Scenario, Value
from servanda.model.node import AttributeId
from servanda.testing import cases, moments

NOTHING_OWED = frozenset({State.NOT_ARISEN, State.EXCEPTED, State.LAPSED})

Unknown = tuple[IncidentEvent, AttributeId, tuple[str, ...]]


@settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
)
@given(cases(), moments())
def test_what_is_certain_is_so_however_the_unknown_turns_out(case: Case, at: Moment) -> None:
    (scenario,) = case.scenarios
    inquiry = inquire(Texts(case), scenario)
    found = inquiry.run(at)
    unknown = list(never_told(scenario, found))
    assume(unknown)
    ways = list(product(*(values for _, _, values in unknown)))
    assume(len(ways) <= 24)
    certain = [
        life
        for life in found.lives
        if found.by_key[life.key] is life  # of what arose several times, what arose last
        and life.shown is not State.UNDETERMINED
        and not life.clause.other  # an unknown holder of a role leaves out nobody (D4)
    ]
    for way in ways:
        told = supposing(scenario, [(i, a, v) for (i, a, _), v in zip(unknown, way, strict=True)])
        other = inquire(Texts(case), told).run(at)
        for life in certain:
            assert alike(life, other.by_key.get(life.key)), (life.key, life.shown, way)


def never_told(scenario: Scenario, found: Run) -> Iterator[Unknown]:
    """Attributes of incidents that are not stated and that nobody finds anything about."""
    text = found.frame.text
    findings = {
        (event.incident, value.attribute)
        for event in scenario.events
        if isinstance(event, FindingEvent)
        for value in event.values
    }
    for event in scenario.events:
        if isinstance(event, IncidentEvent):
            stated = {v.attribute for v in event.values if v.value != "unknown"}
            for attribute in text.kinds[event.kind].attributes:
                if attribute.id not in stated and (event.id, attribute.id) not in findings:
                    yield event, attribute.id, possible_values(text, event.kind, attribute.id)


def supposing(scenario: Scenario, told: list[tuple[IncidentEvent, AttributeId, str]]) -> Scenario:
    """The scenario with the values stated from the start."""
    events = []
    for event in scenario.events:
        if isinstance(event, IncidentEvent):
            values = tuple(
                Value(attribute=name, value=value) for who, name, value in told if who is event
            )
            named = {value.attribute for value in values}
            kept = tuple(v for v in event.values if v.attribute not in named)
            event = msgspec.structs.replace(event, values=(*kept, *values))
        events.append(event)
    return msgspec.structs.replace(scenario, events=tuple(events))


def alike(life: Life, other: Life | None) -> bool:
    """Whether a duty stands so in another run; that nothing is owed has several names."""
    shown = other.shown if other is not None else State.NOT_ARISEN
    if life.shown in NOTHING_OWED:
        return shown in NOTHING_OWED
    return shown is life.shown
