"""For whom somebody speaks by the words beside a title."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from servanda.analyses.reading.names.holders import Holders, held
from servanda.analyses.reading.names.lexicon import Sense
from servanda.analyses.reading.names.member import Member, person_of
from servanda.analyses.reading.names.rows import Body, Party
from servanda.analyses.reading.names.spelling import Near

SENT = frozenset({"special envoy", "ambassador", "negotiator"})
"""Offices of those who are sent to somebody, whose name may stand before the title too."""


class Known(Protocol):
    """What is asked of the lists."""

    holders: Holders

    @property
    def parties(self) -> dict[str, Party]:
        """The parties by code."""
        ...

    def title(self, party: str) -> str:
        """The name of a party in words."""
        ...

    def near(self, written: str) -> tuple[Near, ...]:
        """Persons whose name is spelt nearly so."""
        ...


def home_of(names: Known, party: str) -> str:
    """The state that a party belongs to: of a state itself, of an armed group where it fights."""
    known = names.parties.get(party)
    return (known.home or party) if known else party


def owner_of(names: Known, member: Member, day: dt.date | None) -> tuple[str, str]:
    """The party that somebody speaks for by the words beside the title, and why."""
    if member.strange and (member.of or not member.before or not _sent(member)):
        return "", ""
    senses = [s for s in (member.of or member.before) if s.sort != "place"]
    if member.owner is not None and not member.of:
        person = person_of(member.owner)
        tenures = held(person, day)
        if tenures:
            return tenures[0].of, f"{person.name} speaks for {names.title(tenures[0].of)}"
        return "", f"{person.name} held no office then"
    if not senses:
        return "", ""
    sense = senses[0] if _sent(member) or member.of else senses[-1]
    states = [s for s in senses[:-1] if isinstance(s.row, Party) and s.row.sort == "state"]
    if isinstance(sense.row, Body) and states and states[-1].id != sense.id:
        sense = states[-1]
    return sense.id, standing_for(names, sense)


def _sent(member: Member) -> bool:
    return bool(member.offices) and member.offices[-1].office in SENT


def standing_for(names: Known, sense: Sense) -> str:
    """Why a name means its party, as half a sentence; empty where it is the party's own name."""
    title = names.title(sense.id)
    match sense.sort:
        case "seat":
            return f'"{sense.written}" stands for {title}'
        case "body" if isinstance(sense.row, Body):
            return f"{sense.row.name} speaks for {title}"
        case "adjective" | "people":
            return f'"{sense.written}" is of {title}'
        case _:
            return f'"{sense.written}" is {title}' if sense.written != title else ""


def because(why: str, reason: str) -> str:
    """Two reasons, the first where there is one."""
    return f"{why}; {reason}" if why else reason
