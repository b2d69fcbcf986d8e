"""Whom a pronoun stands for: the last one before it who fits, or whoever is quoted.

By nearness, number and sex alone, as in Hobbs 1978 (doi 10.1016/0024-3841(78)90006-2) without its
tree; subjects go before others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from servanda.analyses.reading.names.rows import Sex
from servanda.analyses.reading.proposal import Speaker

Number = Literal["one", "several", "thing", "quoted"]

_PRONOUNS: dict[str, tuple[Number, Sex]] = {
    "he": ("one", "m"),
    "him": ("one", "m"),
    "his": ("one", "m"),
    "she": ("one", "f"),
    "her": ("one", "f"),
    "they": ("several", ""),
    "them": ("several", ""),
    "their": ("several", ""),
    "it": ("thing", ""),
    "its": ("thing", ""),
    "i": ("quoted", ""),
    "we": ("quoted", ""),
    "us": ("quoted", ""),
    "me": ("quoted", ""),
    "my": ("quoted", ""),
    "our": ("quoted", ""),
}


class Earlier(NamedTuple):
    """Somebody who was named or spoke before.

    Attributes:
        at: The place of the token.
        spoke: Whether as the source of what was said.
        subject: Whether as the subject of a verb.
        quoted: Whether in words that are quoted, and not in the text's own voice.
    """

    at: int
    speaker: Speaker
    sex: Sex
    spoke: bool
    subject: bool
    quoted: bool = False

    @property
    def first_choice(self) -> bool:
        """Whether it is likelier to be meant than whoever was only named."""
        return self.spoke or self.subject


class Remembered:
    """All who were named or spoke so far, kept by place, so that the last can be asked for first."""

    __slots__ = ("_first_choice", "_second_choice")

    def __init__(self) -> None:
        self._first_choice: list[Earlier] = []
        self._second_choice: list[Earlier] = []

    def add(self, one: Earlier) -> None:
        """Keep one more; of those at one place, who spoke goes before who is named."""
        kept = self._first_choice if one.first_choice else self._second_choice
        kept.insert(bisect_left(kept, (one.at, one.spoke), key=_place), one)

    def before(self, at: int, since: int = -1) -> Iterator[Earlier]:
        """Those between two places, the likeliest first.

        Whoever spoke or was a subject last goes before whoever was only named.
        """
        return chain(_back(self._first_choice, at, since), _back(self._second_choice, at, since))


MOST_LOOKED_AT = 200
"""How many of those who were named or spoke are looked at for one pronoun: none reaches as far back."""

_place = attrgetter("at", "spoke")


def _back(kept: list[Earlier], at: int, since: int) -> Iterator[Earlier]:
    """Those before one place and behind another, the last first, as far back as one looks."""
    end = bisect_left(kept, (at, False), key=_place)
    for number in range(end - 1, max(-1, end - 1 - MOST_LOOKED_AT), -1):
        if kept[number].at <= since:
            return
        yield kept[number]


def kind_of(word: str) -> tuple[Number, Sex] | None:
    """What a pronoun can stand for; None for any other word."""
    return None if word == "US" else _PRONOUNS.get(word.casefold())


def fitting(number: Number, sex: Sex, earlier: Iterable[Earlier]) -> Iterator[Earlier]:
    """Those of whom were named or spoke before that a pronoun can stand for, in the same order."""
    return (one for one in earlier if _agrees(one, number, sex))


def _agrees(one: Earlier, number: Number, sex: Sex) -> bool:
    person = one.speaker.person.value
    parties = one.speaker.parties.value
    match number:
        case "one":
            return bool(person or one.speaker.unnamed) and (not one.sex or one.sex == sex)
        case "several":
            return not person and (len(parties) > 1 or one.speaker.unnamed or bool(parties))
        case _:
            return not person and not one.speaker.unnamed and len(parties) == 1


def rival(first: Earlier, others: Iterable[Earlier]) -> Earlier | None:
    """Somebody else who fits about as well as the first: spoke, or was a subject, too."""
    for other in others:
        if (other.speaker.person.value, other.speaker.parties.value) == (
            first.speaker.person.value,
            first.speaker.parties.value,
        ):
            continue
        return other if other.spoke == first.spoke and first.at - other.at < NEAR else None
    return None


NEAR = 12
"""Tokens within which two who fit compete."""
