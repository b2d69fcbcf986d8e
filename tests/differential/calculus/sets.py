"""Who is meant, as sets of names with dates (rule C4)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from servanda.model import case as cs
from servanda.model import sets as se
from tests.differential.calculus.days import FOREVER, Days
from tests.differential.calculus.lines import Lines, UnsupportedError, q


def undeclared(attribute: str) -> str:
    """Somebody who is not declared, and may hold a role."""
    return f"another({q(attribute)})"


class Sets:
    """The sets that a case speaks of.

    Attributes:
        dates: The days on which somebody joins or leaves a group.
    """

    def __init__(self, case: cs.Case, lines: Lines, days: Days) -> None:
        self.case, self.lines, self.days = case, lines, days
        self.dates: set[dt.date] = set()
        attributes = [a for kind in case.kinds for a in kind.attributes]
        undeclared_ones = [a for a in attributes if a.sort in {"actor", "state", "organisation"}]
        lines.fact("upto", f"0..{len(case.actors) + len(undeclared_ones)}")

    def set_of(self, who: Any) -> int:
        known = ("set", who) in self.lines.numbers
        number = self.lines.number("set", who)
        if known:
            return number
        match who:
            case se.Listed():
                for actor in who.actors:
                    self.lines.fact("among", number, q(actor), 0, FOREVER)
            case se.Parties():
                self.lines.fact("set_parties", number, q(who.agreement))
            case se.Signatories():
                (pact,) = [a for a in self.case.agreements if a.id == who.agreement]
                for actor in pact.between:
                    self.lines.fact("among", number, q(actor), 0, FOREVER)
            case se.Members():
                (group,) = [g for g in self.case.groups if g.id == who.group]
                for spell in group.memberships:
                    self.dates |= {d for d in (spell.start, spell.end) if d}
                    for actor in spell.members:
                        start = self.days.day(spell.start) if spell.start else 0
                        end = self.days.day(spell.end) if spell.end else FOREVER
                        self.lines.fact("among", number, q(actor), max(start, 0), end)
            case se.Actors():
                for declared in self.case.actors:
                    if who.sort in {"actor", declared.sort}:
                        self.lines.fact("among", number, q(declared.id), 0, FOREVER)
                for kind in self.case.kinds:
                    for attribute in kind.attributes:
                        if attribute.sort in {"actor", "state"} and who.sort in {
                            "actor",
                            attribute.sort,
                        }:
                            self.lines.fact("among", number, undeclared(attribute.id), 0, FOREVER)
            case _:
                raise UnsupportedError(type(who).__name__)
        return number
