"""Incidents as facts: what is stated of them, and what lies in which region (F2, C5)."""

from __future__ import annotations

import datetime as dt

from servanda.model import case as cs
from tests.differential.calculus.conditions import Conditions
from tests.differential.calculus.lines import Lines, q


class Incidents:
    """The incidents of all scenarios, by number.

    Attributes:
        incidents: Each with its name.
        written: Where it stands in the order of writing.
    """

    def __init__(self, case: cs.Case, lines: Lines, conditions: Conditions) -> None:
        self.case, self.lines, self.conditions = case, lines, conditions
        self.incidents: dict[int, tuple[str, cs.IncidentEvent]] = {}
        self.written: dict[int, int] = {}

    def incident(self, s: int, event: cs.IncidentEvent) -> int:
        i = self.lines.number("incident", (s, event.id))
        self.incidents[i] = (event.id, event)
        self.lines.fact("of", s, i)
        (kind,) = [k for k in self.case.kinds if k.id == event.kind]
        stated = {v.attribute: v.value for v in event.values if v.value != cs.UNKNOWN}
        for attribute in kind.attributes:
            if attribute.role is not None:
                self.lines.fact("role", i, q(attribute.id))
            if attribute.sort == "region":
                self.lines.fact("place", i, q(attribute.id))
            if attribute.id in stated:
                self.lines.fact("stated", i, q(attribute.id), q(stated[attribute.id]))
        below = self.regions_on(event.at.date)
        for region, inner in below.items():
            for spot in inner:
                self.lines.fact("lies_in", i, q(spot), q(region))
                self.lines.fact("lies_in", i, f"only({q(spot)})", q(region))
            for other, others in below.items():
                if inner & others:
                    self.lines.fact("overlaps", i, q(region), q(other))
        return i

    def regions_on(self, date: dt.date) -> dict[str, set[str]]:
        """Each region with all that lies in it on a day, itself included (C5)."""
        parts = {
            str(region.id): {
                str(part)
                for spell in region.contains
                if (spell.start or date) <= date and not (spell.end and date >= spell.end)
                for part in spell.parts
            }
            for region in self.case.regions
        }

        def under(name: str, seen: frozenset[str]) -> set[str]:
            if name in seen:
                return set()
            deeper = (under(p, seen | {name}) for p in parts.get(name, ()))
            return {name}.union(*deeper)

        return {name: under(name, frozenset()) for name in parts}

    def spots(self, name: str | None, date: dt.date) -> list[str]:
        """Where exactly it may have been: in a region and in none of its parts, or outside all."""
        below = self.regions_on(date)
        names = sorted(below if name is None else below[name])
        told_apart = {
            frozenset(r for r in self.conditions.regions_read if spot in below[r]): spot
            for spot in names
        }
        spots = [f"only({q(spot)})" for spot in told_apart.values()]
        return spots if name is not None or frozenset() in told_apart else [*spots, "nowhere"]
