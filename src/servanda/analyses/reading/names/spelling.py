"""Persons whose name is spelt nearly like one that nobody bears: suggested, and never taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from servanda.analyses.reading.names.rows import Person
from servanda.analyses.reading.names.wording import keys_of

ALIKE_ENOUGH = 0.75
"""Share of letters that stay, from which on a name is suggested (Levenshtein 1966)."""

SOUND_ENOUGH = 0.6
"""The same, where both names sound alike."""

MOST_SUGGESTED = 3

SHORTEST = 5
"""Letters of the shortest name for which another is suggested."""

_SOUNDS = (
    (re.compile(r"sch|tsch|tch|sh|ch|zh|cz|sz"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|ck|q"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[zj]"), "s"),
    (re.compile(r"[cg]"), "k"),
    (re.compile(r"[vw]"), "f"),
    (re.compile(r"d"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"h"), ""),
    (re.compile(r"(?<=.)[aeiouy]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What is heard alike in names carried over from other scripts, in this order; vowels are dropped."""


class Near(NamedTuple):
    """A person whose name is spelt nearly so; ``alike`` between 0 and 1."""

    person: Person
    alike: float


def sound(name: str) -> str:
    """What of a name is heard, roughly: *Witkoff* and *Whitcoff* are one."""
    for pattern, instead in _SOUNDS:
        name = pattern.sub(instead, name)
    return name


class Spellings:
    """The names of some persons, made ready for finding those that are spelt nearly so."""

    __slots__ = ("_persons", "_shorts")

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons = tuple(persons)
        self._shorts = {
            (at, short): joined
            for at, person in enumerate(self._persons)
            for short in person.short
            if len(joined := "".join(keys_of(short))) >= SHORTEST
        }

    def near(self, written: str) -> tuple[Near, ...]:
        """Up to three persons whose name is spelt nearly so, the nearest first.

        Where several words are written, the last has to be near a short name and all of them near
        a full one.
        """
        keys = keys_of(written)
        if not keys or len(keys[-1]) < SHORTEST:
            return ()
        found: dict[int, float] = {}
        heard = sound(keys[-1])
        for short, alike, (at, _) in process.extract(
            keys[-1],
            self._shorts,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=SOUND_ENOUGH,
            limit=None,
        ):
            if alike >= ALIKE_ENOUGH or sound(short) == heard:
                found[at] = max(found.get(at, 0.0), alike)
        if len(keys) > 1:
            whole = {at: _whole(keys, self._persons[at]) for at in found}
            found = {at: alike for at, alike in whole.items() if alike >= SOUND_ENOUGH}
        ranked = sorted(found.items(), key=lambda one: (-one[1], self._persons[one[0]].id))
        return tuple(Near(self._persons[at], alike) for at, alike in ranked[:MOST_SUGGESTED])


def _whole(keys: tuple[str, ...], person: Person) -> float:
    written = " ".join(keys)
    return max(
        Levenshtein.normalized_similarity(written, " ".join(keys_of(name)))
        for name in (person.name, *person.also)
    )
