"""A line as it was written, with the place of each of its characters in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from servanda.language.layout import LogicalLine
from servanda.language.lexer import Token, lex
from servanda.language.slip import Slip
from servanda.language.spacing import spaced, written

LONGEST = 300
"""Characters of the longest line for which other words are looked for."""

_FIRST_MASK = 0xE000
_MOST_TITLES = 100
_TITLE = re.compile(r'"([^"]*)"')
_MASKED = re.compile("([\ue000-\uf8ff])\\1*")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of reading a line: its tree, or what is wrong with it."""

    tree: object = None
    slip: Slip | None = None


class ReadLine(NamedTuple):
    """A line of a statement, and how such a line is read.

    Attributes:
        keyword: The statement; ``head`` for the first line of one.
        line: The line's tokens and slips.
        others: The other lines of the statement.
        read: Reads the tokens of a line in its place.
    """

    keyword: str
    line: LogicalLine
    others: tuple[LogicalLine, ...]
    read: Callable[[Sequence[Token]], Attempt]

    @property
    def start(self) -> int:
        """The first character that is of the language, or should be."""
        slips = (slip.start for slip in self.line.slips)
        return min((*(token.start for token in self.line.tokens[:1]), *slips))

    @property
    def end(self) -> int:
        """One past the last character."""
        slips = (slip.end for slip in self.line.slips)
        return max((*(token.end for token in self.line.tokens[-1:]), *slips))

    def tries(self, text: str) -> Attempt:
        """What comes of other words in the place of the line."""
        lexed = lex(text, 0, len(text))
        if lexed.slips:
            return Attempt(slip=lexed.slips[0])
        return self.read(lexed.tokens)


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a line with single spaces, its titles masked.

    Attributes:
        text: The words; each title is a run of one character that no text holds.
        places: Where each character stands in the file, and one past the last.
        titles: What the masks stand for.
    """

    text: str
    places: tuple[int, ...]
    titles: tuple[str, ...]

    def unmasked(self, text: str) -> str:
        """A text with the titles in the place of their masks."""
        return _MASKED.sub(lambda found: self.titles[ord(found[1]) - _FIRST_MASK], text)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Places in the file as places in the text."""
        first = next((i for i, at in enumerate(self.places) if at >= start), len(self.text))
        last = next((i for i, at in enumerate(self.places) if at >= end), len(self.text))
        return min(first, len(self.text)), last


def written_text(source: str, line: ReadLine) -> Written | None:
    """A line as it was written; None where it is too long to be another's words."""
    if line.end - line.start > LONGEST:
        return None
    if line.line.continued:
        text, places = _of_tokens(line.line.tokens)
    else:
        text, places = _of_source(source, line.start, line.end)
    titles = [found[1] for found in _TITLE.finditer(text)]
    if len(titles) > _MOST_TITLES or _MASKED.search(text):
        return None
    numbers = iter(range(len(titles)))
    masked = _TITLE.sub(lambda found: f'"{chr(_FIRST_MASK + next(numbers)) * len(found[1])}"', text)
    return Written(masked, places, tuple(titles))


def _of_source(source: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    characters: list[str] = []
    places: list[int] = []
    for at in range(start, end):
        space = source[at].isspace()
        if space and characters and characters[-1] == " ":
            continue
        characters.append(" " if space else source[at])
        places.append(at)
    return "".join(characters), (*places, end)


def _of_tokens(tokens: Sequence[Token]) -> tuple[str, tuple[int, ...]]:
    text = ""
    places: list[int] = []
    for index, token in enumerate(tokens):
        before = spaced(tokens[: index + 1])
        space = len(before) - len(text) - len(written(token))
        places += [token.start] * space
        places += [min(token.start + at, token.end - 1) for at in range(len(written(token)))]
        text = before
    return text, (*places, tokens[-1].end)
