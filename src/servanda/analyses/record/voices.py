"""For whom somebody speaks on a day, and who stands with whom (W3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

from servanda.analyses.record.standing import Standing
from servanda.core.origin import NOWHERE, Origin
from servanda.model.case import Case
from servanda.model.node import ActorId, OutletId, PersonId, SideId
from servanda.model.record import Named, Outlet, Person, Side, Speaker

Voice = str
"""Who answers for a saying: a party, or an outlet or a private person by its own name."""

NOBODY = Voice("")
"""The voice of somebody of whom nothing is known."""


class Heard(NamedTuple):
    """One voice of a saying.

    Attributes:
        sort: A party; an outlet or a private person, who are third parties; or somebody unnamed.
        person: Who spoke, where a person did.
        title: The office by which the person speaks for the party.
        origin: Where that is written.
    """

    voice: Voice
    sort: Literal["party", "outlet", "person", "unnamed"]
    person: PersonId | None = None
    title: str = ""
    origin: Origin = NOWHERE


class Voices:
    """Who speaks for whom, by the persons, outlets and sides of a case."""

    def __init__(self, case: Case) -> None:
        self._persons: Mapping[str, Person] = {person.id: person for person in case.persons}
        self._outlets: Mapping[str, Outlet] = {outlet.id: outlet for outlet in case.outlets}
        self._sides = case.sides
        self._stood: dict[tuple[Voice, dt.date], frozenset[SideId]] = {}

    def of(self, speaker: Speaker, day: dt.date) -> tuple[Heard, ...]:
        """Who answers for what a speaker says on a day, each once."""
        if not isinstance(speaker, Named):
            return (Heard(speaker.of or NOBODY, "unnamed"),)
        heard = (one for name in speaker.speakers for one in self._of_name(name, day))
        return tuple({one.voice: one for one in heard}.values())

    def _of_name(self, name: PersonId | ActorId | OutletId, day: dt.date) -> tuple[Heard, ...]:
        person = self._persons.get(name)
        if person is not None:
            offices = person.offices_on(day)
            if not offices:
                return (Heard(name, "person", person.id, origin=person.origin),)
            return tuple(
                Heard(office.actor, "party", person.id, office.title, office.origin)
                for office in offices
            )
        outlet = self._outlets.get(name)
        if outlet is not None:
            return (Heard(name, "outlet", origin=outlet.origin),)
        return (Heard(name, "party"),)

    def standing(self, heard: Heard, party: Voice, day: dt.date) -> Standing:
        """Through whom a party is heard where this voice tells of it (W4, W5)."""
        match heard.sort:
            case "unnamed":
                return Standing.ANONYMOUS
            case _ if heard.voice == party:
                return Standing.FIRST_HAND
            case "outlet" | "person":
                return Standing.OUTLET
            case _:
                return self._among_parties(heard.voice, party, day)

    def _among_parties(self, one: Voice, other: Voice, day: dt.date) -> Standing:
        with_one, with_other = self._sides_of(one, day), self._sides_of(other, day)
        if with_one & with_other:
            return Standing.ALLY
        return Standing.ADVERSARY if with_one and with_other else Standing.OTHER

    def _sides_of(self, voice: Voice, day: dt.date) -> frozenset[SideId]:
        key = voice, day
        if key not in self._stood:
            self._stood[key] = frozenset(s.id for s in self._sides if _stands(s, voice, day))
        return self._stood[key]


def _stands(side: Side, voice: Voice, day: dt.date) -> bool:
    return any(spell.runs(day) and voice in spell.members for spell in side.memberships)
