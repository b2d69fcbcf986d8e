"""Everybody whom a text names, with what it says of them the first time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.names.rows import Sex
from servanda.analyses.reading.names.wording import keys_of
from servanda.analyses.reading.speakers import phrases
from servanda.analyses.reading.tokens import Parsed, Token

_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "sheikh", "emir"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "spokeswoman"})


class Named(NamedTuple):
    """Somebody named at a place of a text.

    Attributes:
        at: The place of the main token.
        surname: The last word of the name, as it is compared.
        subject: Whether it is the subject of a verb.
    """

    at: int
    surname: str
    who: Resolved
    sex: Sex
    subject: bool


class Cast:
    """Those whom a text names.

    Attributes:
        named: All of them, in order.
        ministers: Those of them who are a minister of something.
    """

    __slots__ = ("_by_office", "_by_surname", "ministers", "named")

    def __init__(self, named: tuple[Named, ...]) -> None:
        self.named = named
        self.ministers = tuple(one for one in named if "minister" in one.who.office)
        self._by_surname = _fullest(named)
        self._by_office: dict[str, list[Named]] = defaultdict(list)
        for one in named:
            if one.who.parties and one.who.person:
                self._by_office[one.who.office].append(one)

    def by_surname(self, surname: str) -> Named | None:
        """The one who is introduced by that name with the most said of them, the earliest of such."""
        return self._by_surname.get(surname)

    def by_office(self, office: str) -> Sequence[Named]:
        """Those who are said to hold an office, in order."""
        return self._by_office.get(office, ())


def last_before(named: Sequence[Named], at: int) -> tuple[Named, ...]:
    """Of some in order those named before a place, each person once, the last named first."""
    found: dict[str, Named] = {}
    for one in reversed(named):
        if one.at < at:
            found.setdefault(one.who.person, one)
    return tuple(found.values())


def _fullest(named: Iterable[Named]) -> dict[str, Named]:
    """By surname, the one with the most said of them, the earliest of such."""
    best: dict[str, Named] = {}
    for one in named:
        known = best.get(one.surname)
        if known is None or _told(one) > _told(known):
            best[one.surname] = one
    return best


def _told(named: Named) -> tuple[bool, bool, int]:
    return bool(named.who.parties), bool(named.who.person), -named.at


def cast_of(parsed: Parsed, names: Names, day: dt.date | None) -> Cast:
    """Everybody whom a text names by a personal name."""
    found = []
    for head in phrases.names(parsed):
        place = phrases.name_phrase(parsed, head)
        written = parsed.text[place.start : place.end]
        who = names.resolve(written, day, parsed.text)
        if not (who.person or who.parties or who.suggested):
            continue
        found.append(
            Named(
                head.at,
                _surname(head),
                who,
                names.sex(who.person) or sex_said(written),
                head.relation in {"nsubj", "nsubjpass"},
            )
        )
    return Cast(_brought_together(found))


def _surname(head: Token) -> str:
    keys = keys_of(head.text)
    return keys[-1] if keys else head.lower


def sex_said(written: str) -> Sex:
    """Whether words say that somebody is a woman or a man: *Mrs*, *spokesman*."""
    keys = frozenset(keys_of(written))
    if keys & _WOMEN:
        return "f"
    return "m" if keys & _MEN else ""


def _brought_together(found: Sequence[Named]) -> tuple[Named, ...]:
    """Each with what is said of the same name elsewhere: *Whitcoff*, once *envoy Steve Whitcoff*."""
    best = _fullest(found)
    joined = []
    for one in found:
        fuller = best[one.surname]
        if one.who.parties or not fuller.who.parties:
            joined.append(one)
            continue
        if one.who.person and one.who.person != fuller.who.person and " " in one.who.person:
            joined.append(one)
            continue
        joined.append(one._replace(who=fuller.who, sex=one.sex or fuller.sex))
    return tuple(joined)
