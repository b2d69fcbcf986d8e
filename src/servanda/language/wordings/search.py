"""From a line that is refused to one that is read, by wordings and by the hints of the parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from servanda.language.lexer import lex
from servanda.language.slip import Slip, to_paste
from servanda.language.spacing import spaced
from servanda.language.wordings.everywhere import TITLED
from servanda.language.wordings.sound import is_sound
from servanda.language.wordings.table import LAST, WORDINGS
from servanda.language.wordings.terms import Terms
from servanda.language.wordings.wording import Wording
from servanda.language.wordings.written import Attempt, ReadLine, Written

_WORD = re.compile(r"\w+")

MOST_TRIES = 80
"""How many texts are tried for one line."""

MOST_STEPS = 7
"""How many wordings one line may take."""

ASKS = frozenset({"SV304", "SV411", "SV414", "SV418", "SV420"})
"""Reports that ask something only the drafter can answer; their hints are no way on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a line: a wording, or a hint of the parser, and where its words stood."""

    wording: Wording | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reworded:
    """A line in words that are read.

    Attributes:
        lines: The line; several where it said several things.
        steps: The changes that led there, in order.
    """

    lines: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Search:
    """Looks for the words in which a line is read.

    Attributes:
        line: The line, and how it is read.
        written: Its text.
        terms: What the case calls things.
    """

    line: ReadLine
    written: Written
    terms: Terms
    _seen: set[str] = field(default_factory=set)

    def reworded(self, touching: tuple[int, int] | None = None) -> Reworded | None:
        """The line in other words, the first that are read; None where none are found.

        Args:
            touching: Places in the text that the first wording has to touch.
        """
        found = self._from(self.written.text, (), touching)
        return self._at_last() if found is None and touching is None else found

    def reads(self, text: str, *, soundly: bool = True) -> Attempt:
        """What comes of a text, which may be several lines.

        Args:
            text: The text.
            soundly: Whether its names have to be of the sort that is asked for.
        """
        attempt = Attempt()
        for part in self.written.unmasked(text).split("\n"):
            attempt = self.line.tries(part)
            if attempt.slip is not None:
                return attempt
            if soundly and not self._is_sound(attempt.tree):
                return Attempt(slip=Slip("", "", 0, 0))
        return attempt

    def _is_sound(self, tree: object) -> bool:
        return self.line.keyword == "head" or is_sound(tree, self.line.others, self.terms)

    def _from(
        self, text: str, steps: tuple[Step, ...], touching: tuple[int, int] | None
    ) -> Reworded | None:
        if text in self._seen or len(self._seen) >= MOST_TRIES:
            return None
        self._seen.add(text)
        attempt = self.reads(text)
        if attempt.slip is None and steps:
            lines = self.written.unmasked(text).split("\n")
            return Reworded(tuple(map(_as_formatted, lines)), steps)
        if len(steps) == MOST_STEPS:
            return None
        place = None if attempt.slip is None else (attempt.slip.start, attempt.slip.end)
        changes = list(self._changes(text, attempt.slip))
        if place is not None and "\n" not in text:
            changes.sort(key=lambda change: not touches((change[1].start, change[1].end), place))
        for new, step in changes:
            if touching is not None and not touches((step.start, step.end), touching):
                continue
            found = self._from(new, (*steps, step), None)
            if found is not None:
                return found
        return None

    def _at_last(self) -> Reworded | None:
        """The line by one of the wordings that would do for any line, where nothing else does."""
        for wording in LAST:
            if self.line.keyword in wording.within:
                for new, start, end in wording.replaced(self.written.text, self.terms):
                    if self.reads(new).slip is None:
                        line = _as_formatted(self.written.unmasked(new))
                        return Reworded((line,), (Step(wording, start, end),))
        return None

    def _keeps_names(self, text: str, new: str) -> bool:
        """Whether every name that the case declares is still there, in what somebody says."""
        if self.line.keyword != "statement":
            return True
        left = Counter(_WORD.findall(new))
        said = Counter(word for word in _WORD.findall(text) if word in self.terms.declared)
        return all(left[name] >= times for name, times in said.items())

    def _changes(self, text: str, slip: Slip | None) -> Iterator[tuple[str, Step]]:
        yield from self._worded(text)
        if slip is not None and slip.code not in ASKS and "\n" not in text:
            for hint in slip.hints:
                given = to_paste(hint)
                if given:
                    for new in followed(text, (slip.start, slip.end), given[0]):
                        yield new, Step(None, slip.start, slip.end)

    def _worded(self, text: str) -> Iterator[tuple[str, Step]]:
        """The text by each title and each wording, the names kept that the case declares."""
        for new, start, end in self.terms.titled(text):
            if self.line.keyword != "head" or text[:start].endswith(" of "):
                yield new, Step(TITLED, start, end)
        for wording in WORDINGS:
            if self.line.keyword in wording.within:
                for new, start, end in wording.replaced(text, self.terms):
                    if self._keeps_names(text, new):
                        yield " ".join(new.split(" ")).strip(" "), Step(wording, start, end)


def followed(text: str, place: tuple[int, int], given: str) -> tuple[str, ...]:
    """A line after a hint is followed: in the place of the words meant, or of the whole line.

    A hint that begins or ends as the line does is the whole line.
    """
    before, after = text[: place[0]].strip(), text[place[1] :].strip()
    if (before and given.startswith(before)) or (after and given.endswith(after)):
        return (given,)
    return f"{text[: place[0]]}{given}{text[place[1] :]}", given


def touches(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _as_formatted(text: str) -> str:
    """A line as the formatter would write it."""
    return spaced(lex(text, 0, len(text)).tokens)
