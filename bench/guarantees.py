"""A guarantee by any number of states, in two drafts, to see how the work on it grows.

What an incident is: twelve attributes, more if asked for. Each guarantor is bound in some
incidents, under clauses that all share, reservations of its own, and a decision that
the others may veto. The second draft narrows who is protected, where, and when; it also
lets a minority's veto pass. All of it is invented.

The same functions are made in any library that can join sets of incidents (`Algebra`).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

F = TypeVar("F")

ATTRIBUTES = {
    "phase": ("before", "transition", "in force", "lapsed"),
    "place": ("mainland", "crimea", "occupied", "eez", "high sea", "abroad"),
    "means": ("land", "missile", "sea", "cyber", "proxy", "nuclear"),
    "scale": ("incident", "limited", "major", "full"),
    "attacker": ("rus", "bel", "prk", "non-state", "guarantor"),
    "victim": ("army", "civilians", "ship", "contingent"),
    "attribution": ("confirmed", "probable", "contested"),
    "council": ("silent", "seized", "measures"),
    "ceasefire": ("holding", "suspended", "ended"),
    "provoked": ("no", "yes"),
    "requested": ("no", "yes"),
    "notice": ("no", "yes"),
}
RESERVED = ("place", "means", "attacker", "victim", "ceasefire", "attribution")
"""On which attributes guarantors make reservations."""

FURTHER = ("p", "q", "r")
"""The values of each further attribute."""


class Algebra(Protocol[F]):
    """What a library must be able to do with sets of incidents."""

    def one_of(self, attribute: str, values: Iterable[str]) -> F:
        """The incidents in which an attribute has one of these values."""

    def all_of(self, parts: Sequence[F]) -> F:
        """Those in every part."""

    def any_of(self, parts: Sequence[F]) -> F:
        """Those in some part."""

    def opposite(self, part: F) -> F:
        """The others."""

    def minus(self, part: F, other: F) -> F:
        """Those in the first and not in the second."""


@dataclass(frozen=True, slots=True)
class Guarantee:
    """So many guarantors, attributes beyond the twelve, and reservations by each guarantor.

    Attributes:
        further: Attributes beyond the twelve; of these each guarantor excludes one value.
        reservations: How many other values each guarantor excludes.
        seed: Which of all such guarantees is drawn.
    """

    guarantors: int
    further: int = 0
    reservations: int = 2
    seed: int = 7

    def attributes(self) -> dict[str, tuple[str, ...]]:
        """Every attribute with its values; how many veto only matters by the thresholds."""
        further = {f"further {number}": FURTHER for number in range(self.further)}
        vetoes = {"vetoes": tuple(map(str, (0, *self._thresholds())))}
        return {**ATTRIBUTES, **further, **vetoes}

    def _thresholds(self) -> tuple[int, ...]:
        """From how many vetoes on the rules of decision turn out differently."""
        return tuple(sorted({1, self.guarantors // 4 + 1, self.guarantors // 3 + 1}))

    def regions(self, of: Algebra[F]) -> tuple[F, F, F]:
        """Where the first draft binds nobody; what anybody loses by the second, and gains."""
        first, second = self.bound(of, second=False), self.bound(of, second=True)
        lost = [of.minus(one, other) for one, other in zip(first, second, strict=True)]
        gained = [of.minus(other, one) for one, other in zip(first, second, strict=True)]
        return of.opposite(of.any_of(first)), of.any_of(lost), of.any_of(gained)

    def bound(self, of: Algebra[F], *, second: bool) -> list[F]:
        """In which incidents each guarantor is bound, under the first or the second draft."""
        choices = random.Random(self.seed)
        place = self._place(of, second=second)
        at_sea = of.any_of([place, of.one_of("place", ["high sea"])])
        common = of.all_of(self._shared(of, second=second))
        functions: list[F] = []
        for number in range(self.guarantors):
            clauses = [common, at_sea if number % 4 == 1 else place]
            clauses += self._reservations(of, choices)
            if number % 5 == 0:
                clauses.append(of.one_of("notice", ["no"]))
            clauses += self._decision(of, number, second=second)
            if number % 8 == 5:
                clauses.append(functions[0])
            functions.append(of.all_of(clauses))
        return functions

    def _shared(self, of: Algebra[F], *, second: bool) -> list[F]:
        """The clauses that bind all guarantors alike."""
        by_whom = of.any_of(
            [
                of.one_of("attacker", ["rus", "bel"]),
                of.all_of([of.one_of("attacker", ["prk"]), of.one_of("requested", ["yes"])]),
                of.all_of(
                    [
                        of.one_of("attacker", ["non-state"]),
                        of.one_of("means", ["proxy"]),
                        of.one_of("attribution", ["confirmed"]),
                    ]
                ),
            ]
        )
        clauses = [
            of.one_of("phase", ["in force"]),
            by_whom,
            _either(of, ("scale", ["limited", "major", "full"]), ("means", ["nuclear"])),
            _either(
                of,
                ("means", ["land", "missile", "sea", "proxy", "nuclear"]),
                ("scale", ["major", "full"] if second else ["full"]),
            ),
            _either(of, ("provoked", ["no"]), ("scale", ["full"])),
            _either(of, ("council", ["silent", "seized"]), ("ceasefire", ["ended"])),
        ]
        if second:
            clauses.append(of.one_of("attribution", ["confirmed", "probable"]))
        return clauses

    def _place(self, of: Algebra[F], *, second: bool) -> F:
        inner = of.one_of("place", ["mainland", "eez"])
        if second:
            return inner
        crimea = of.all_of([of.one_of("place", ["crimea"]), of.one_of("scale", ["major", "full"])])
        return of.any_of([inner, crimea])

    def _decision(self, of: Algebra[F], number: int, *, second: bool) -> list[F]:
        if number % 16 == 0:
            return []
        majority = self.guarantors // 4 + 1
        consensus = self.guarantors // 3 + 1 if second else 1
        enough = majority if number % 8 == 3 else consensus
        fewer = [str(votes) for votes in (0, *self._thresholds()) if votes < enough]
        return [of.one_of("vetoes", fewer)]

    def _reservations(self, of: Algebra[F], choices: random.Random) -> list[F]:
        reserved = []
        for _ in range(self.reservations):
            attribute = choices.choice(RESERVED)
            reserved.append((attribute, choices.choice(ATTRIBUTES[attribute])))
        if self.further:
            number = choices.randrange(self.further)
            reserved.append((f"further {number}", choices.choice(FURTHER)))
        return [of.opposite(of.one_of(attribute, [value])) for attribute, value in reserved]


def _either(of: Algebra[F], *parts: tuple[str, list[str]]) -> F:
    return of.any_of([of.one_of(attribute, values) for attribute, values in parts])
