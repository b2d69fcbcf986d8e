"""An article: a text as it was published, unchanged, and the places in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

import msgspec


class Stretch(NamedTuple):
    """Some characters of an article, counted from 0, ``end`` exclusive."""

    start: int
    end: int

    def holds(self, other: Stretch) -> bool:
        """Whether all of another one lies in it."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


_START = attrgetter("start")
_END = attrgetter("end")


class Quote(msgspec.Struct, frozen=True):
    """Words of an article, with the characters at which they stand, letter by letter."""

    start: int
    end: int
    words: str

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.start, self.end)


BY_THE_USER = "the user"
"""Who has said of an article what it does not say itself."""


class Article(msgspec.Struct, frozen=True, dict=True):
    """A text as it was published.

    Attributes:
        name: What the user calls it: a file, an address, or ``-``.
        text: All of it. Every place in an article is a place in this.
        paragraphs: Its paragraphs in order, headlines among them; the first is paragraph 1.
        dateline: The day it was published; None where nobody has said.
        dateline_from: What the day was taken from, in words.
        title: Its headline, where the format names one.
        outlet: Who published it, in the words of the document or of the user.
        address: Where it stands on the web.
        outlet_from: Who has said so, where that is the user.
    """

    name: str
    text: str
    paragraphs: tuple[Stretch, ...]
    dateline: dt.date | None = None
    dateline_from: str = ""
    title: str = ""
    outlet: str = ""
    address: str = ""
    outlet_from: str = ""

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, stretch: Stretch) -> Quote:
        """The words at a place."""
        return Quote(stretch.start, stretch.end, self.text[stretch.start : stretch.end])

    def quotes(self, stretches: Iterable[Stretch]) -> tuple[Quote, ...]:
        """The words at several places."""
        return tuple(map(self.quote, stretches))

    def paragraph_at(self, start: int) -> int:
        """The number of the paragraph that a character stands in, or behind; counted from 1."""
        return max(1, bisect_right(self.paragraphs, start, key=_START))

    def paragraphs_meeting(self, stretch: Stretch) -> Sequence[Stretch]:
        """The paragraphs that share a character with a stretch, in order."""
        first = bisect_right(self.paragraphs, stretch.start, key=_END)
        last = bisect_left(self.paragraphs, stretch.end, lo=first, key=_START)
        return self.paragraphs[first:last]
