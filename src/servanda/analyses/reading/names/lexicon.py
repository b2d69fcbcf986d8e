"""Every name of the lists by its words, so that a text is gone through once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from servanda.analyses.reading.names.rows import (
    ALWAYS,
    Body,
    Lists,
    OfficeWord,
    Outlet,
    Party,
    Person,
    Place,
    Spell,
)
from servanda.analyses.reading.names.wording import Word, keys_of

Sort = Literal[
    "person", "name", "adjective", "people", "body", "outlet", "seat", "office", "place", "short"
]
"""What kind of name it is. Of two kinds that the same words can be, the one named first is meant."""

_ORDER: dict[Sort, int] = {
    "person": 0,
    "name": 1,
    "adjective": 2,
    "body": 3,
    "outlet": 4,
    "seat": 5,
    "people": 6,
    "office": 7,
    "place": 8,
    "short": 9,
}
_LETTERS_OF_AN_ACRONYM = 3
"""Up to so many capitals a name has to stand in capitals: *US*, not *us*; *Nato* is NATO."""

Row = Party | Body | OfficeWord | Person | Outlet | Place


class Sense(NamedTuple):
    """What a name of the lists means.

    Attributes:
        id: The party that it means, or whose body it is; else the person, the outlet, the office
            or, of a place, its state.
        written: The name as the list has it.
        own: Whether it is the case's own.
    """

    sort: Sort
    id: str
    written: str
    row: Row
    spell: Spell = ALWAYS
    own: bool = False

    def fits(self, words: Sequence[Word]) -> bool:
        """Whether it stands in capitals where the list has it so."""
        if self.sort == "office" or self.written.islower():
            return True
        letters = self.written.replace(".", "")
        if letters.isupper() and len(letters) <= _LETTERS_OF_AN_ACRONYM:
            return words[0].text.isupper()
        return any(word.capital for word in words) or not self.written[:1].isalpha()


class Mention(NamedTuple):
    """A name that stands in a text: its first word, one past its last, and what it can mean."""

    first: int
    last: int
    senses: tuple[Sense, ...]


class Lexicon:
    """The names of the lists, by their words."""

    __slots__ = ("_longest", "_senses")

    def __init__(self, lists: Lists) -> None:
        self._senses: dict[tuple[str, ...], list[Sense]] = {}
        self._longest: dict[str, int] = {}
        for sense in _senses(lists):
            keys = keys_of(sense.written)
            if not keys:
                continue
            self._senses.setdefault(keys, []).append(sense)
            if len(keys) > self._longest.get(keys[0], 0):
                self._longest[keys[0]] = len(keys)

    def senses(self, name: str) -> tuple[Sense, ...]:
        """What a name can mean, without regard to capitals."""
        return tuple(self._senses.get(keys_of(name), ()))

    def mentions(self, words: Sequence[Word]) -> Iterator[Mention]:
        """The names in a text from left to right, each the longest that begins there."""
        at = 0
        while at < len(words):
            found = self._longest_at(words, at)
            if found:
                yield found
                at = found.last
            else:
                at += 1

    def _longest_at(self, words: Sequence[Word], at: int) -> Mention | None:
        most = min(self._longest.get(words[at].key, 0), len(words) - at)
        for length in range(most, 0, -1):
            part = words[at : at + length]
            known = self._senses.get(tuple(word.key for word in part), ())
            senses = [sense for sense in known if sense.fits(part)]
            if senses:
                senses.sort(key=lambda sense: (not sense.own, _ORDER[sense.sort]))
                return Mention(at, at + length, tuple(senses))
        return None


def _senses(lists: Lists) -> Iterator[Sense]:
    yield from _of_parties(lists)
    yield from _of_persons(lists)
    for body in lists.bodies:
        for name in (body.name, *body.also):
            yield Sense("body", body.of, name, body, body.spell)
    for office in lists.offices:
        for name in office.words:
            yield Sense("office", office.office, name, office)
    for outlet in lists.outlets:
        for name in (outlet.name, *outlet.also):
            yield Sense("outlet", outlet.id, name, outlet, own=outlet.id in lists.own)
    for place in lists.places:
        yield Sense("place", place.state, place.name, place)


def _of_parties(lists: Lists) -> Iterator[Sense]:
    for party in lists.parties:
        kinds: tuple[tuple[Sort, Iterable[str]], ...] = (
            ("name", (party.name, *party.also)),
            ("adjective", party.adjectives),
            ("people", party.people),
            ("seat", (*party.capitals, *party.seats)),
        )
        for sort, names in kinds:
            for name in names:
                yield Sense(sort, party.id, name, party, party.spell, party.id in lists.own)


def _of_persons(lists: Lists) -> Iterator[Sense]:
    for person in lists.persons:
        own = person.id in lists.own
        for name in (person.name, *person.also):
            yield Sense("person", person.id, name, person, own=own)
        for name in person.short:
            yield Sense("short", person.id, name, person, own=own)
