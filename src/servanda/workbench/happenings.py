"""Events in the words of the language: ``USA assists UKR with support over A1``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import assert_never

from servanda.analyses.scenario import chain_of, supposed_in
from servanda.core.calendar import Moment
from servanda.model.agreement import Bearers, Perform
from servanda.model.case import (
    ActEvent,
    Case,
    CircumstanceEvent,
    DecisionEvent,
    Event,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    Scenario,
    Supposed,
    Value,
    VoteEvent,
)
from servanda.model.node import ActorId
from servanda.model.sets import Listed
from servanda.model.words import Speaker, Vocabulary, are_several
from servanda.workbench.results import Happening


def happenings(case: Case, scenario: Scenario, *, whole: bool = False) -> tuple[Happening, ...]:
    """The events of a scenario, and what it supposes to be in force, with the day.

    Args:
        case: The case that it belongs to.
        scenario: The scenario.
        whole: Whether the events of the scenarios that it continues come first.
    """
    chain = chain_of(case, scenario) if whole else [scenario]
    supposed = supposed_in(chain)
    teller = EventTeller(case)
    return tuple(one for part in chain for one in _of_part(part, supposed, teller))


def _of_part(
    part: Scenario, supposed: Container[Supposed], teller: EventTeller
) -> Iterator[Happening]:
    """What one scenario supposes, where no later one says it anew, and its events."""
    for line in part.supposed:
        if line in supposed:
            words = f"{line.agreement} is supposed to be in force"
            yield Happening(at=Moment(line.date), words=words, origin=line.origin)
    for event in part.events:
        yield Happening(at=event.at, words=teller.tell(event), origin=event.origin)


def history_until(case: Case, end: Moment) -> tuple[Happening, ...]:
    """The events of the case's history, up to the end of a scenario, by date."""
    teller = EventTeller(case)
    events = [
        event for part in case.histories for event in part.events if event.at.start <= end.end
    ]
    return tuple(
        Happening(at=event.at, words=teller.tell(event), origin=event.origin)
        for event in sorted(events, key=lambda event: event.at.start)
    )


class EventTeller:
    """Says events with the vocabulary of one case."""

    def __init__(self, case: Case) -> None:
        self.vocabulary = Vocabulary.of(case)
        self.speaker = Speaker(self.vocabulary, {})
        self.kinds = {kind.id: kind for kind in case.kinds}

    def tell(self, event: Event) -> str:
        """An event, without its day."""
        match event:
            case IncidentEvent():
                return self._incident(event)
            case ActEvent():
                phrase = self._phrase(event)
                level = f" with {event.level}" if event.level else ""
                of_whom = (
                    f" for {self.speaker.bearers(Bearers(among=event.whom))}" if event.whom else ""
                )
                return f"{self._authors(event)} {phrase}{level}{_over(event.over)}{of_whom}"
            case RefusalEvent():
                verb = self._verb(event, "refuses", "refuse")
                phrase = self.speaker.content(Perform(act=event.act, object=event.object))
                return f"{self._authors(event)} {verb} to {phrase}{_over(event.over)}"
            case FindingEvent():
                verb = self._verb(event, "finds", "find")
                values = _values(event.values, of=f" of {event.incident}")
                return f"{self._authors(event)} {verb} that {values}"
            case VoteEvent():
                return self._vote(event)
            case DecisionEvent():
                one = isinstance(event.body, Listed) and len(event.body.actors) == 1
                body = self.speaker.actors(event.body, plural=True)
                return f"{body} {'decides' if one else 'decide'} on {event.matter}"
            case CircumstanceEvent():
                return f"{event.circumstance} {event.becomes}"
            case PutEvent():
                body = self.speaker.actors(event.body, plural=True)
                return f"{event.matter} is put to {body}"
            case _:
                assert_never(event)

    def _incident(self, event: IncidentEvent) -> str:
        kind = self.kinds.get(event.kind)
        by = kind.role("by") if kind else None
        on = kind.role("on") if kind else None
        roles = {by.id if by else "": "by", on.id if on else "": "on"}
        named = {roles[v.attribute]: v.value for v in event.values if v.attribute in roles}
        noun = self.vocabulary.forms(event.kind).noun
        text = f"{noun} {self.vocabulary.own_name(event)}".rstrip()
        text += "".join(f" {role} {named[role]}" for role in ("by", "on") if role in named)
        rest = [value for value in event.values if value.attribute not in roles]
        return f"{text}, {_values(rest)}" if rest else text

    def _phrase(self, event: ActEvent) -> str:
        """``signs PACT``, or ``sign PACT`` after several names."""
        form = self.speaker.third_person(event.act, several=are_several(event.authors))
        return self.speaker.with_object(form, event.act, event.object)

    def _vote(self, event: VoteEvent) -> str:
        if event.vote == "abstain":
            verb = self._verb(event, "abstains", "abstain")
        else:
            verb = f"{self._verb(event, 'votes', 'vote')} {event.vote}"
        where = f" in {event.organ}" if event.organ else ""
        return f"{self._authors(event)} {verb} on {event.matter}{where}"

    def _verb(self, event: RefusalEvent | FindingEvent | VoteEvent, one: str, many: str) -> str:
        return many if are_several(event.authors) else one

    def _authors(self, event: ActEvent | RefusalEvent | FindingEvent | VoteEvent) -> str:
        who = self.speaker.bearers(Bearers(among=event.authors))
        return who + _except(event.excepting)


def _except(excepting: tuple[ActorId, ...]) -> str:
    return f" except {', '.join(excepting)}" if excepting else ""


def _over(incident: str | None) -> str:
    return f" over {incident}" if incident else ""


def _values(values: Iterable[Value], of: str = "") -> str:
    """``origin of A1 is abroad, means is air``: the incident is named once."""
    said = [
        f"{value.attribute}{'' if n else of} is {value.value}" for n, value in enumerate(values)
    ]
    return ", ".join(said)
