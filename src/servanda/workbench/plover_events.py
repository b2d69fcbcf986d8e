"""What parties do by saying something, as events of PLOVER.

PLOVER (Political Language Ontology for Verifiable Event Records, of the Open Event Data Alliance;
Halterman, Schrodt, Beger, Bagozzi and Scarborough 2023, arXiv:2304.01331) names sixteen types of
events between political actors. What others only report of a party is an event as well; it is marked, since
none of those data sets would tell it from the party's own word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from servanda.analyses.record.standing import Bar, Standing
from servanda.model.record import StatementKind
from servanda.workbench.recorded import Recorded, SayingLine, StatementTold, Told

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]

EVENTS: Mapping[StatementKind, EventType] = {
    "commits": "AGREE",
    "accepts": "AGREE",
    "offers": "AGREE",
    "plans": "AGREE",
    "endorses": "SUPPORT",
    "demands": "REQUEST",
    "urges": "REQUEST",
    "conditions": "REQUEST",
    "rejects": "REJECT",
    "threatens": "THREATEN",
    "criticises": "ACCUSE",
}
"""The event that a kind of saying is; to report, deny, correct and retract is none.

What is expressed as an intent is AGREE, as in PLOVER; but THREATEN where it announces an incident.
"""


class PloverActor(msgspec.Struct, frozen=True):
    """Somebody in an event."""

    actorText: str  # noqa: N815 - PLOVER's own name
    code: str


class PloverEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event.

    Attributes:
        statement: The statement that it is found in.
        standing: How far it can be held against its source.
        second_hand: Whether only others report it.
        reporter: Who does.
        possible: Whether it is only said to be possible or planned.
        only_if: On what condition.
    """

    id: str
    date: str
    source: tuple[PloverActor, ...]
    target: tuple[PloverActor, ...]
    event: EventType
    eventText: str  # noqa: N815
    text: str
    publication: tuple[str, ...] = ()
    coder: str = "Servanda"
    version: str = "PLOVER 2022"
    statement: str
    issues: tuple[str, ...] = ()
    standing: str
    second_hand: bool
    reporter: str = ""
    possible: bool = False
    only_if: tuple[str, ...] = ()


class PloverEvents(msgspec.Struct, frozen=True):
    """The events of a record."""

    events: tuple[PloverEvent, ...]


def plover_events(recorded: Recorded | Told) -> PloverEvents:
    """The events of a record, at its bar and by its day, in the order of the text."""
    told: tuple[StatementTold, ...]
    if isinstance(recorded, Told):
        told, bar, day = (recorded.statement,), recorded.bar, recorded.as_of
    else:
        told, bar, day = recorded.statements, recorded.board.bar, recorded.board.as_of
    titles: dict[str, str] = {actor.id: actor.title for actor in recorded.actors}
    return PloverEvents(
        tuple(
            event
            for statement in told
            if statement.known is not None and statement.known.start <= day.end
            for depth in range(len(statement.sayings))
            for event in _events(statement, depth, bar, titles)
        )
    )


def _events(
    statement: StatementTold, depth: int, bar: Bar, titles: Mapping[str, str]
) -> Iterator[PloverEvent]:
    """The events of one saying: one, or one for each standing where parties speak together."""
    saying = statement.sayings[depth]
    event = _event_type(saying)
    if event is None:
        return
    groups: dict[tuple[Standing, str], list[str]] = {}
    for heard in saying.heard:
        if heard.standing is not None and heard.voice in titles and bar.admits(heard.standing):
            groups.setdefault((heard.standing, heard.reporter), []).append(heard.voice)
    whom = saying.actors or (statement.to if depth == 0 else ())
    innermost = depth == len(statement.sayings) - 1
    for number, ((standing, reporter), voices) in enumerate(groups.items(), 1):
        yield PloverEvent(
            id=f"{statement.id}-{depth}-{number}",
            date=saying.said.date.isoformat(),
            source=tuple(PloverActor(titles[voice], voice) for voice in voices),
            target=tuple(PloverActor(titles.get(one, one), one) for one in whom),
            event=event,
            eventText=saying.kind,
            text=statement.quoted or statement.gist or saying.words,
            publication=tuple(source.title or source.document for source in statement.sources),
            statement=statement.id,
            issues=saying.issues,
            standing=standing.value,
            second_hand=standing is not Standing.FIRST_HAND,
            reporter=reporter,
            possible=innermost and statement.factuality != "asserted",
            only_if=statement.only_if if innermost else (),
        )


def _event_type(saying: SayingLine) -> EventType | None:
    event = EVENTS.get(saying.kind)
    return "THREATEN" if event == "AGREE" and saying.incident else event
