"""Who held an office on a day, and for whom somebody spoke on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from servanda.analyses.reading.names.rows import Person, Tenure


class Holders:
    """The holders of each office of each party."""

    __slots__ = ("_by_office",)

    def __init__(self, persons: Iterable[Person]) -> None:
        self._by_office: dict[tuple[str, str], list[tuple[Person, Tenure]]] = defaultdict(list)
        for person in persons:
            for tenure in person.tenures:
                self._by_office[tenure.of, tenure.office].append((person, tenure))

    def on(self, office: str, party: str, day: dt.date) -> tuple[Person, ...]:
        """Who held the office on a day, as far as the lists know; several where two share it."""
        held = self._by_office.get((party, office), ())
        return tuple(dict.fromkeys(person for person, tenure in held if tenure.spell.runs(day)))


def held(person: Person, day: dt.date | None) -> tuple[Tenure, ...]:
    """The offices that somebody held on a day; without a day, those that have no known end."""
    if day is not None:
        return tuple(tenure for tenure in person.tenures if tenure.spell.runs(day))
    return tuple(tenure for tenure in person.tenures if tenure.spell.end is None)


def last(person: Person, day: dt.date | None) -> Tenure | None:
    """The office that somebody held last before a day; None where the person held none before."""
    before = [
        tenure
        for tenure in person.tenures
        if day is None or (tenure.spell.end is not None and tenure.spell.end <= day)
    ]
    return max(before, key=_by_end, default=None)


def _by_end(tenure: Tenure) -> dt.date:
    return tenure.spell.end or dt.date.max
