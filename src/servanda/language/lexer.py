"""From the characters of one line of a block to words, numbers, dates, titles and marks.

Nothing raises: what is not of the language becomes a :class:`Slip`, and wherever
it is plain what was meant (a title in curly quotes) the token is given all the same.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from servanda.core.numerals import digits
from servanda.language.characters import (
    INSTEAD,
    OPENING_QUOTES,
    PLAIN,
    is_hidden,
    is_invisible,
    is_mark_of_letter,
    latin,
)
from servanda.language.slip import Slip, pasted, quoted

_LAST_HOUR = 23
_LAST_MINUTE = 59
_LATEST_OFFSET = 14
"""Hours: no clock is further from Universal Time (that of Kiribati is ahead by as much)."""

LONGEST_LINE = 20_000
"""Characters of the longest line that is read: about ten pages."""

_DATE_FORM = "a date is the year, the month and the day: `2026-03-01`"
_TIME_FORM = "a time is hours and minutes, from `00:00` to `23:59`"


class Kind(Enum):
    """What sort of token it is."""

    WORD = "a word"
    NUMBER = "a number"
    DATE = "a date"
    TIME = "a time"
    OFFSET = "an offset from Universal Time"
    TITLE = "a title"
    MARK = "a mark"


class Token(NamedTuple):
    """A stretch of the file that has one meaning; a title without its quotes."""

    kind: Kind
    text: str
    start: int
    end: int


class LexedLine(NamedTuple):
    """A line's tokens, where its comment begins, and what is wrong with it.

    Attributes:
        slips: The first mistake, and further ones where the words meant are known.
        comment: First character of the comment, ``--`` included; None without one.
    """

    tokens: tuple[Token, ...]
    comment: int | None
    slips: tuple[Slip, ...]


_TOKEN = re.compile(
    r"""
    (?: (?P<word>[A-Za-z][A-Za-z0-9_]*+(?![^\x00-\x7f]))
    | (?P<mark>[,:()<])
    | (?P<comment>--.*)
    | (?P<title>"[^"]*")
    | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-]))
    | (?P<time>[0-9]{2}:[0-9]{2}(?![\w:]))
    | (?P<offset>[+-][0-9]{2}:[0-9]{2}(?![\w:]))
    | (?P<wrong_date>
          [0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}(?!\w)
        | [0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}(?!\w)
        | [0-9]{1,4}(?P<between>[/–—-])[0-9]{1,2}(?P=between)[0-9]{1,4}(?!\w))
    | (?P<wrong_time>[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2})?(?!\w))
    | (?P<number>[0-9]\w*(?:\.\w+)*)
    | (?P<accented>[^\W\d_]\w*)
    ) [ \t]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""A token, and the space behind it."""

_AS_WRITTEN = {"word": Kind.WORD, "mark": Kind.MARK, "number": Kind.NUMBER}
"""Tokens in which nothing can be wrong."""

_NOTHING = LexedLine((), None, ())
_NAME_WITH_HYPHENS = re.compile(r"-[^\W\d_]\w*(?:-\w+)*")


def lex(text: str, start: int, end: int) -> LexedLine:
    """The tokens of ``text[start:end]``, which is one line without its ending."""
    if start >= end:
        return _NOTHING
    if end - start > LONGEST_LINE:
        return LexedLine((), None, (_too_long(start),))
    lexing = _Lexing(text, end)
    at = start
    while at < end:
        found = _TOKEN.match(text, at, end)
        if found is None:
            at = lexing.strange(at)
            continue
        sort = found.lastgroup or ""
        if sort in _AS_WRITTEN:
            first, last = found.span(sort)
            lexing.tokens.append(Token(_AS_WRITTEN[sort], text[first:last], first, last))
            at = found.end()
        else:
            at = lexing.known(found, sort)
    return LexedLine(tuple(lexing.tokens), lexing.comment, tuple(lexing.slips))


def _too_long(start: int) -> Slip:
    headline = f"this line has more than {LONGEST_LINE:,} characters, and is not read"
    hint = "go on with a list on the next line, indented by four spaces"
    return Slip("SV123", headline, start, start + 1, hints=(hint,))


@dataclass(slots=True)
class _Lexing:
    """A line being lexed; each method returns where to go on."""

    text: str
    end: int
    tokens: list[Token] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    comment: int | None = None

    def add(self, kind: Kind, text: str, start: int, end: int) -> int:
        self.tokens.append(Token(kind, text, start, end))
        return end

    def slip(self, code: str, headline: str, place: tuple[int, int], *hints: str) -> int:
        start, end = place
        self.slips.append(Slip(code, headline, start, end, hints=hints))
        return end

    # What the pattern knows.

    def known(self, found: re.Match[str], sort: str) -> int:
        start, end = found.span(sort)
        match sort:
            case "accented":
                meant = self.word(start, end)
                return found.end() if meant == end else meant
            case "title":
                self.title(found[sort][1:-1], start, end)
            case "comment":
                self.comment = start
            case _:
                self.of_calendar(sort, found[sort], start, end)
        return found.end()

    def title(self, title: str, start: int, end: int) -> None:
        if not title.isprintable():
            hidden = next((i for i, letter in enumerate(title) if is_hidden(letter)), None)
            if hidden is not None:
                self.invisible(start + 1 + hidden)
        self.add(Kind.TITLE, title, start, end)

    def word(self, start: int, end: int) -> int:
        """Add a word; where it ends, with the accents that belong to its letters."""
        while end < self.end and self.text[end] > "\x7f" and is_mark_of_letter(self.text[end]):
            end += 1
            while end < self.end and (self.text[end].isalnum() or self.text[end] == "_"):
                end += 1
        word = self.text[start:end]
        plain = latin(word)
        if plain is not None:
            headline = f"{quoted(word)} has letters of another alphabet that look like Latin ones"
            self.slip("SV116", headline, (start, end), *pasted(plain))
        return self.add(Kind.WORD, plain or unicodedata.normalize("NFC", word), start, end)

    # Dates and times.

    def of_calendar(self, form: str, written: str, start: int, end: int) -> None:
        match form:
            case "date":
                self.date(written, start, end)
            case "time" if _is_clock(written, _LAST_HOUR):
                self.add(Kind.TIME, written, start, end)
            case "offset" if _is_clock(written[1:], _LATEST_OFFSET):
                self.add(Kind.OFFSET, written, start, end)
            case "offset":
                headline = f"no clock is {quoted(written)} away from Universal Time"
                self.slip("SV119", headline, (start, end), "an offset is given as `+02:00`")
            case "wrong_date":
                headline = f"{quoted(written)} is not the form of a date"
                meant = _dates_meant(written) or (_DATE_FORM,)
                self.slip("SV117", headline, (start, end), *meant)
            case _:
                headline = f"{quoted(written)} is not a time of day"
                self.slip("SV119", headline, (start, end), _TIME_FORM)

    def date(self, date: str, start: int, end: int) -> None:
        try:
            dt.date.fromisoformat(date)
        except ValueError:
            headline = f"there is no such day as {quoted(date)}"
            self.slip("SV118", headline, (start, end), _DATE_FORM)
        else:
            self.add(Kind.DATE, date, start, end)

    # What the pattern does not know.

    def strange(self, at: int) -> int:
        character = self.text[at]
        if character in " \t":
            return at + 1
        if character == '"':
            return self.unclosed(at)
        if character in OPENING_QUOTES:
            return self.curly(at)
        return at + 1 if self.slips else self.foreign(character, at)

    def foreign(self, character: str, at: int) -> int:
        if character in PLAIN:
            plain = PLAIN[character]
            headline = f"{quoted(character)} only looks like `{plain}`"
            self.slip("SV115", headline, (at, at + 1), *pasted(plain))
            return self.add(Kind.MARK, plain, at, at + 1)
        if character.isspace() and character > "\x7f":
            headline = "this is a space of another kind than the one the space bar makes"
            return self.slip("SV115", headline, (at, at + 1), "write an ordinary space")
        if is_invisible(character):
            return self.invisible(at)
        return self.unknown(character, at)

    def unclosed(self, at: int) -> int:
        title = self.text[at + 1 : self.end].rstrip()
        headline = "this title is not closed on its line"
        self.slip("SV113", headline, (at, self.end), *pasted(f'"{title}"'))
        return self.add(Kind.TITLE, title, at, self.end)

    def curly(self, at: int) -> int:
        close = at + 1
        while close < self.end and self.text[close] not in OPENING_QUOTES + '"':
            close += 1
        title = self.text[at + 1 : close].strip()
        end = min(close + 1, self.end)
        headline = "titles are in plain double quotes, not in typographic ones"
        self.slip("SV114", headline, (at, end), *pasted(f'"{title}"'))
        return self.add(Kind.TITLE, title, at, end)

    def invisible(self, at: int) -> int:
        headline = f"there is an invisible character here (U+{ord(self.text[at]):04X})"
        hint = "delete it; typing the words again is the surest way"
        return self.slip("SV120", headline, (at, at + 1), hint)

    def unknown(self, character: str, at: int) -> int:
        before = self.tokens[-1] if self.tokens else None
        hyphened = _NAME_WITH_HYPHENS.match(self.text, at, self.end)
        if hyphened is not None and before is not None and before.end == at:
            self.tokens.pop()
            name = before.text + hyphened[0]
            joined = name.replace("-", "_")
            place = (before.start, hyphened.end())
            if number := digits(name):
                headline = f"a number is written in digits: `{number}`, not {quoted(name)}"
                self.slip("SV415", headline, place, *pasted(number))
                return self.add(Kind.NUMBER, number, *place)
            self.slip("SV115", f"a name has no hyphens: {quoted(name)}", place, *pasted(joined))
            return self.add(Kind.WORD, joined, *place)
        hints = (INSTEAD[character],) if character in INSTEAD else ()
        return self.slip("SV115", f"the language has no {quoted(character)}", (at, at + 1), *hints)


def _is_clock(time: str, last_hour: int) -> bool:
    hours, minutes = (int(part) for part in time.split(":"))
    return hours <= last_hour and minutes <= _LAST_MINUTE


def _dates_meant(date: str) -> tuple[str, ...]:
    """The days that a date in another form can mean, in the right form."""
    first, second, third = re.split(r"\D", date)
    if len(first) == len("2026"):
        orders = [(first, second, third)]
    else:
        orders = [(third, second, first), (third, first, second)]
    meant: dict[str, None] = {}
    for year, month, day in orders:
        try:
            found = dt.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
        if len(year) == len("2026"):
            meant[found] = None
    return pasted(*meant)
