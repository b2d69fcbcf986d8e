"""What a wording of a time looks like, and how it is read: the common shape of all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.days.hours import Form


class Found(NamedTuple):
    """An expression of time: where it stands, and what it says."""

    stretch: Stretch
    form: Form


class Place:
    """Where a wording was met.

    Attributes:
        match: The match in the text in small letters.
        text: The text as it is written.
    """

    __slots__ = ("match", "text")

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.match = match
        self.text = text

    def __getitem__(self, name: str) -> str:
        """The words of a part of the wording, in small letters; empty where it is not there."""
        return (self.match[name] or "") if name in self.match.re.groupindex else ""

    def has(self, name: str) -> bool:
        """Whether a part of the wording is there."""
        return name in self.match.re.groupindex and self.match[name] is not None

    def as_written(self, name: str) -> str:
        """The words of a part as they stand in the text."""
        start, end = self.match.span(name)
        return self.text[start:end] if start >= 0 else ""

    def capital(self, name: str) -> bool:
        """Whether a part of the wording begins with a capital letter."""
        return self.as_written(name)[:1].isupper()

    def words_before(self, letters: int = 40) -> list[str]:
        """The words that stand before it in its sentence, in small letters."""
        start = self.match.start()
        before = self.match.string[max(0, start - letters) : start]
        return _WORDS.findall(before)

    def after(self, letters: int = 24) -> str:
        """What stands behind it, in small letters."""
        return self.match.string[self.match.end() : self.match.end() + letters]

    def whole(self, form: Form) -> tuple[Found, ...]:
        """All of the wording, read as one."""
        return (Found(Stretch(*self.match.span()), form),)

    @property
    def word_behind(self) -> str:
        """The word that follows it, as it is written; empty where a mark or nothing does."""
        end = self.match.end()
        found = _WORD_BEHIND.match(self.text, end)
        return found[1] if found else ""

    def part(self, name: str, form: Form) -> Found:
        """A part of the wording, read by itself."""
        return Found(Stretch(*self.match.span(name)), form)


_WORD_BEHIND = re.compile(r"\s{1,3}([^\W\d_]{1,30})")
_WORDS = re.compile(r"[^\W_]+|[^\w\s]")


class Rule(NamedTuple):
    """A wording of a time.

    Attributes:
        starts: The words that it may begin with, in small letters; ``0`` for any digit.
        pattern: What it looks like, in a text in small letters.
        read: What it says; nothing where it is none after all.
    """

    starts: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[Place], Iterable[Found]]


def rule(starts: Iterable[str], pattern: str, read: Callable[[Place], Iterable[Found]]) -> Rule:
    """A wording by the words it may begin with, its pattern and what it says."""
    return Rule(frozenset(starts), re.compile(pattern), read)
