"""Who belongs to a set, and what lies in a region, on a day (rules C4, C5)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Protocol, assert_never

import msgspec

from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.verdict import Verdict, verdict
from servanda.model.node import ActorId, AgreementId
from servanda.model.sets import Actors, Listed, Members, Parties, SetOfActors, Signatories

ELSEWHERE = "a place outside all of them"
"""A place that no region of the case contains."""

ELSEWHERE_IN = "elsewhere in "
"""How a place is called that lies in a region but in none of its parts."""


class Crowd(msgspec.Struct, frozen=True):
    """The members of a set on a day.

    Attributes:
        sure: Those who certainly belong to it.
        perhaps: Those of whom it is undetermined.
    """

    sure: tuple[ActorId, ...] = ()
    perhaps: tuple[ActorId, ...] = ()

    @property
    def all(self) -> tuple[ActorId, ...]:
        """Everybody who belongs or may belong to it."""
        return self.sure + self.perhaps

    def membership(self, actor: ActorId) -> Verdict:
        """Whether an actor belongs to it."""
        if actor in self.sure:
            return Verdict.HOLDS
        return Verdict.UNDETERMINED if actor in self.perhaps else Verdict.FAILS


class HasParties(Protocol):
    """What knows, for each day, the parties to an agreement and whether it is in force."""

    def parties(self, agreement: AgreementId, day: dt.date) -> Crowd:
        """The parties on a day."""

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:
        """Whether the agreement is in force on a day."""


class Sets:
    """Sets of actors and regions by date, each worked out once."""

    def __init__(self, text: TextAsRead, bonds: HasParties) -> None:
        self._text = text
        self._bonds = bonds
        self._groups: dict[tuple[str, dt.date], Crowd] = {}
        self._above: dict[tuple[str, dt.date], frozenset[str]] = {}
        self._by_day: dict[dt.date, tuple[Neighbours, Neighbours]] = {}
        self._sorts = {
            sort: Crowd(tuple(a.id for a in text.actors.values() if sort in (a.sort, "actor")))
            for sort in ("state", "organisation", "actor")
        }
        self._signatories = {a.id: Crowd(a.between) for a in text.case.agreements}

    def members(self, who: SetOfActors, day: dt.date) -> Crowd:
        """The members of a set on a day."""
        match who:
            case Listed():
                return Crowd(who.actors)
            case Parties():
                return self._bonds.parties(who.agreement, day)
            case Signatories():
                return self._signatories.get(who.agreement, Crowd())
            case Members():
                return self._group(who.group, day)
            case Actors():
                return self._sorts[who.sort]
            case _:
                assert_never(who)

    def membership(self, actor: ActorId, who: SetOfActors, day: dt.date) -> Verdict:
        """Whether an actor belongs to a set; an undeclared one to those of its sort only."""
        if isinstance(who, Actors) and is_undeclared(actor):
            return verdict(who.sort == "actor" or actor.startswith(f"{UNDECLARED}{who.sort} "))
        return self.members(who, day).membership(actor)

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:
        """Whether an agreement is in force on a day."""
        return self._bonds.in_force(agreement, day)

    def lies_in(self, place: str, region: str, day: dt.date) -> Verdict:
        """Whether a place lies in a region; undetermined where it only overlaps it."""
        exactly = place.startswith(ELSEWHERE_IN)
        if region in self._regions_around(place.removeprefix(ELSEWHERE_IN), day):
            return Verdict.HOLDS
        if exactly:
            return Verdict.FAILS
        _, parts = self._borders(day)
        overlaps = any(region in self._regions_around(p, day) for p in reached(place, parts))
        return Verdict.UNDETERMINED if overlaps else Verdict.FAILS

    def places(self, day: dt.date, within: str | None = None) -> tuple[str, ...]:
        """The places that can be told apart, in a region or anywhere: regions without parts,
        elsewhere in those that have parts, and outside all of them.
        """
        _, parts = self._borders(day)
        asked = self._text.regions if within is None else reached(within, parts)
        regions = (region for region in self._text.regions if region in asked)
        exact = tuple(f"{ELSEWHERE_IN}{r}" if parts.get(r) else r for r in regions)
        return exact if within is not None else (*exact, ELSEWHERE)

    def _group(self, group: str, day: dt.date) -> Crowd:
        key = (group, day)
        if key not in self._groups:
            declared = self._text.groups.get(group)
            self._groups[key] = Crowd(declared.members_on(day) if declared else ())
        return self._groups[key]

    def _regions_around(self, place: str, day: dt.date) -> frozenset[str]:
        """The place itself and every region that contains it, directly or not."""
        key = (place, day)
        if key not in self._above:
            containers, _ = self._borders(day)
            self._above[key] = reached(place, containers)
        return self._above[key]

    def _borders(self, day: dt.date) -> tuple[Neighbours, Neighbours]:
        """What directly contains each region on a day, and what each directly contains."""
        if day not in self._by_day:
            containers: Neighbours = defaultdict(list)
            parts: Neighbours = defaultdict(list)
            for region in self._text.regions.values():
                for part in region.parts_on(day):
                    parts[region.id].append(part)
                    containers[part].append(region.id)
            self._by_day[day] = (containers, parts)
        return self._by_day[day]


Neighbours = defaultdict[str, list[str]]


def reached(start: str, neighbours: Neighbours) -> frozenset[str]:
    """Everything that can be reached from a region, itself included."""
    found, fresh = {start}, [start]
    while fresh:
        for other in neighbours.get(fresh.pop(), ()):
            if other not in found:
                found.add(other)
                fresh.append(other)
    return frozenset(found)


UNDECLARED = "another "
"""How the names begin of actors that the case does not declare: no declared name has a space."""


def undeclared(sort: str, attribute: str) -> ActorId:
    """An actor of a sort that the case does not declare, as holder of an attribute."""
    return ActorId(f"{UNDECLARED}{sort} ({attribute})")


def is_undeclared(actor: str) -> bool:
    """Whether a name stands for an actor that the case does not declare."""
    return actor.startswith(UNDECLARED)
