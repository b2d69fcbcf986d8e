"""Everybody whom a text names, with what it says of them the first time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import HONORIFICS, Names
from servanda.analyses.reading.names.rows import Person, Sex
from servanda.analyses.reading.names.somebody import another, same_given
from servanda.analyses.reading.names.wording import keys_of
from servanda.analyses.reading.speakers import phrases
from servanda.analyses.reading.speakers.leaving import has_left
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
        others: Persons in office whose name somebody else bears in this text.
    """

    __slots__ = ("_by_office", "_by_surname", "_full", "ministers", "named", "others")

    def __init__(
        self, named: tuple[Named, ...], given: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self.named = named
        self.others = frozenset(
            person for one in named if one.who.stranger for person in one.who.suggested
        )
        self.ministers = tuple(one for one in named if "minister" in one.who.office)
        self._by_surname = _fullest(named)
        self._full = given or {}
        self._by_office: dict[str, list[Named]] = defaultdict(list)
        for one in named:
            if one.who.parties and one.who.person:
                self._by_office[one.who.office].append(one)

    def by_surname(self, surname: str) -> Named | None:
        """The one who is introduced by that name with the most said of them, the earliest of such."""
        return self._by_surname.get(surname)

    def borne_by_others(self, words: str, person: Person | None) -> bool:
        """Whether a surname alone is somebody else's in this text: only *Bob Amber* is named."""
        keys = [one for one in keys_of(words) if one not in HONORIFICS]
        if person is None or len(keys) != 1:
            return False
        given = self._full.get(keys[0], frozenset())
        return bool(given) and not any(same_given((one,), person) for one in given)

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
    full: dict[str, set[str]] = defaultdict(set)
    for head in phrases.names(parsed):
        place = phrases.described(parsed, head)
        written = parsed.text[place.start : place.end]
        who = _meant(parsed, names, day, head, place)
        full[_surname(head)].update(_given(parsed, head, names.persons.get(who.person), written))
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
    return Cast(_brought_together(found), {one: frozenset(given) for one, given in full.items()})


def _meant(
    parsed: Parsed, names: Names, day: dt.date | None, head: Token, place: Stretch
) -> Resolved:
    """Who is meant by a name, with what the text says of that one right behind it."""
    who = names.resolve(parsed.text[place.start : place.end], day, parsed.text)
    known = names.persons.get(who.person)
    if known is None or not who.parties:
        return who
    if has_left(parsed, head):
        return another(known, "the text says that the office was left")
    aside = phrases.with_aside(parsed, place)
    told = names.resolve(parsed.text[aside.start : aside.end], day, parsed.text)
    return told if told.stranger else who


def _given(parsed: Parsed, head: Token, person: Person | None, written: str) -> Iterator[str]:
    """The first name that stands before a surname; that of the person where a title does."""
    before = parsed.tokens[head.at - 1] if head.at else head
    titled = before.lower.strip(".") in HONORIFICS
    named = before.entity == "PERSON" and before.text[:1].isupper() and not titled
    if named and before is not head and before.sentence == head.sentence:
        if person is None or head.relation != "poss":
            yield before.text
    elif person is not None and len(keys_of(written)) > 1:
        yield person.name.split()[0]


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
        if one.who.parties or not fuller.who.parties or one.who.stranger:
            joined.append(one)
            continue
        if one.who.person and one.who.person != fuller.who.person and " " in one.who.person:
            joined.append(one)
            continue
        joined.append(one._replace(who=fuller.who, sex=one.sex or fuller.sex))
    return tuple(joined)
