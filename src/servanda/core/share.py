"""Shares of a whole, as treaties state them: two thirds, three quarters."""

from __future__ import annotations

import msgspec

from servanda.core.numerals import digits, in_words

_PARTS = {
    2: ("half", "halves"),
    3: ("third", "thirds"),
    4: ("quarter", "quarters"),
    5: ("fifth", "fifths"),
    6: ("sixth", "sixths"),
    7: ("seventh", "sevenths"),
    8: ("eighth", "eighths"),
    9: ("ninth", "ninths"),
    10: ("tenth", "tenths"),
}

PARTS = {word: whole for whole, words in _PARTS.items() for word in words}
"""Into how many parts a whole is divided, by the word for one part and for several."""


class Share(msgspec.Struct, frozen=True):
    """A share of a whole: so many of so many equal parts of it."""

    parts: int
    of: int

    def least(self, whole: int) -> int:
        """The smallest number that is this share of a number, or more; one at least."""
        return max(1, -(-self.parts * whole // self.of))

    def __str__(self) -> str:
        words = _PARTS.get(self.of)
        if words is None:
            return f"{self.parts}/{self.of}"
        return f"{in_words(self.parts)} {words[self.parts != 1]}"


def in_language(text: str) -> str | None:
    """A share as it is written in the language: ``two-thirds``, ``2/3`` and ``a third`` made so."""
    number, _, part = text.lower().replace("/", " ").replace("-", " ").partition(" ")
    part = part.strip().replace("fourth", "quarter")
    parts = 1 if number in {"a", "one"} else int(digits(number) or 0)
    of = PARTS.get(part) or (int(part) if part.isdecimal() else 0)
    return str(Share(parts, of)) if of in _PARTS and 0 < parts < of else None
