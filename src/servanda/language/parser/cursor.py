"""A place in a line's tokens, and the ways to read on from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from servanda.core.origin import Span
from servanda.language.keywords import RESERVED
from servanda.language.lexer import Kind, Token
from servanda.language.slip import Slip, pasted, quoted
from servanda.language.spacing import spaced
from servanda.language.tree import Word

_WORD, _TITLE = Kind.WORD, Kind.TITLE

_NO_WORD = ""
"""Stands for a title where words and marks are looked for."""


class Fault(Exception):  # noqa: N818 - the user's mistake, always caught within its line
    """Ends the reading of a line; the slip says why."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.headline)
        self.slip = slip


class Cursor:
    """Reads a line's tokens from left to right.

    Attributes:
        file: The file's name, for spans.
        tokens: The line's tokens.
        continued: Where the lines begin that continue the first one.
        at: The index of the next token.
        depth: How many parentheses, and findings within findings, are open.
        list_end: Where the last list of names ended, an index as ``at``.
    """

    __slots__ = ("_words", "at", "continued", "depth", "file", "list_end", "tokens")

    def __init__(
        self, file: str, tokens: Sequence[Token], continued: frozenset[int] = frozenset()
    ) -> None:
        self.file = file
        self.tokens = tokens
        self.continued = continued
        self.at = 0
        self.depth = 0
        self.list_end = -1
        self._words = tuple([_NO_WORD if token.kind is _TITLE else token.text for token in tokens])

    # Looking.

    def token(self, ahead: int = 0) -> Token | None:
        """The next token, or the one ``ahead`` of it; None outside the line."""
        index = self.at + ahead
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def kind(self) -> Kind | None:
        """The kind of the next token; None at the end."""
        return self.tokens[self.at].kind if self.at < len(self.tokens) else None

    def sees(self, *words: str) -> bool:
        """Whether these words and marks come next, in this order."""
        return self._words[self.at : self.at + len(words)] == words

    def sees_one_of(self, *words: str, ahead: int = 0) -> bool:
        """Whether the next token is one of these words and marks."""
        index = self.at + ahead
        return 0 <= index < len(self._words) and self._words[index] in words

    def sees_name(self, ahead: int = 0) -> bool:
        """Whether a word comes next that can be a name."""
        index = self.at + ahead
        if not 0 <= index < len(self.tokens):
            return False
        token = self.tokens[index]
        return token.kind is _WORD and token.text not in RESERVED

    @property
    def done(self) -> bool:
        """Whether the line is at its end."""
        return self.at >= len(self.tokens)

    # Taking.

    def take(self, *words: str) -> bool:
        """Pass over these words if they come next; whether they did."""
        if not self.sees(*words):
            return False
        self.at += len(words)
        return True

    def take_one_of(self, *words: str) -> str | None:
        """Pass over the next token if it is one of these words; which it was."""
        return self.next().text if self.sees_one_of(*words) else None

    def next(self) -> Token:
        """Pass over the next token, which must be there."""
        self.at += 1
        return self.tokens[self.at - 1]

    def need(self, *words: str, hints: tuple[str, ...] = ()) -> None:
        """Pass over these words, which have to come next."""
        for word in words:
            if not self.take(word):
                self.expected(f"`{word}`", hints)

    # Places.

    @property
    def start(self) -> int:
        """Where the next token starts; at the end, where the last one ends."""
        return self.last_end if self.done else self.tokens[self.at].start

    @property
    def last_end(self) -> int:
        """Where the last token taken ends."""
        return self.tokens[self.at - 1].end if self.at else self.tokens[0].start

    def span(self, start: int) -> Span:
        """From ``start`` to the last token taken."""
        return Span(self.file, start, max(start, self.last_end))

    def word(self, token: Token) -> Word:
        """A token as a word of the tree."""
        return Word(token.text, Span(self.file, token.start, token.end))

    def line_with(self, text: str, first: int, last: int) -> str:
        """The whole line with other words in the place of the tokens from one to another."""
        before, after = spaced(self.tokens[:first]), spaced(self.tokens[last + 1 :])
        tight = "" if text.startswith(",") or before.endswith("(") else " "
        closes = "" if after.startswith((",", ")")) else " "
        return f"{before}{tight}{text}{closes}{after}".strip()

    # Failing.

    def fault(
        self,
        code: str,
        headline: str,
        *hints: str,
        label: str = "",
        first: int | None = None,
        last: int | None = None,
    ) -> Fault:
        """A fault at the next token, at the last one where the line ends, or from one to another.

        Args:
            code: ``SV`` and three digits.
            headline: What is wrong, in a sentence that stands alone.
            hints: What to write instead.
            label: A few words to print under it.
            first: Index of the first token meant.
            last: Index of the last token meant.
        """
        end = len(self.tokens) - 1
        index = min(self.at, end) if first is None else first
        until = index if last is None else min(last, end)
        start = self.tokens[index].start
        return Fault(Slip(code, headline, start, self.tokens[until].end, label, hints))

    def lacking(self, what: str, hints: tuple[str, ...] = ()) -> Fault:
        """The fault that something else than ``what`` comes next."""
        token = self.token()
        if token is None:
            end = f"this line ends where {what.rstrip(',')} should follow"
            return self.fault("SV401", end, *hints)
        found = f"{what} is expected where {_as_found(token)} stands"
        return self.fault("SV401", found, *hints)

    def expected(self, what: str, hints: tuple[str, ...] = ()) -> NoReturn:
        """Fail because something else than ``what`` comes next."""
        raise self.lacking(what, hints)

    # Names and titles.

    def name(self, what: str = "a name") -> Word:
        """A name; not a word of the language."""
        if not self.sees_name():
            self.expected(what)
        return self.word(self.next())

    def declared(self, what: str = "a name") -> Word:
        """A name that is being declared."""
        token = self.token()
        if token is not None and token.kind is Kind.WORD and token.text in RESERVED:
            raise self.fault(
                "SV412",
                f"`{token.text}` is a word of the language, so it cannot be a name",
                *pasted(f"{token.text}_1"),
            )
        if token is not None and token.kind is Kind.TITLE:
            self.expected(what, ('a name comes first, then the title: `UKR "Ukraine"`',))
        return self.name(what)

    def one_of(self, words: frozenset[str], what: str) -> Word:
        """A name, or one of these words of the language."""
        if not (self.sees_name() or self.sees_one_of(*words)):
            self.expected(what)
        return self.word(self.next())

    def value(self, what: str = "a value") -> Word:
        """A name, or ``unknown``."""
        return self.one_of(frozenset({"unknown"}), what)

    def names(self, what: str = "a name") -> tuple[Word, ...]:
        """Names separated by commas; a comma before something else is left alone."""
        found = [self.name(what)]
        while self.sees_one_of(",") and self.sees_name(1):
            self.next()
            found.append(self.name(what))
        self.list_end = self.at
        return tuple(found)

    def title(self) -> Word | None:
        """A title, where one comes next."""
        return self.word(self.next()) if self.kind() is Kind.TITLE else None

    def needed_title(self, what: str) -> Word:
        """A title that has to come next."""
        title = self.title()
        if title is None:
            self.expected(what)
        return title

    def article_number(self) -> Word:
        """Digits and letters with dots: ``5``, ``8.2``, ``10a``."""
        if self.kind() is not Kind.NUMBER:
            self.expected("an article's number", ("numbers are such as `5`, `8.2` and `10a`",))
        return self.word(self.next())


def _as_found(token: Token) -> str:
    return f"the title {quoted(token.text)}" if token.kind is Kind.TITLE else quoted(token.text)
