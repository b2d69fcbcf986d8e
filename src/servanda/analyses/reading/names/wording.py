"""Words as they are compared: without accents, without the stops of *U.S.*, in small letters."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'"})
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\-/+&][^\W_]+)*\+?|[^\w\s]")
_PLAIN = re.compile(r"[A-Za-z0-9 \-]+")
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)
_POSSESSIVES = ("'s", "'")


class Word(NamedTuple):
    """A word or a mark.

    Attributes:
        text: As written, without the ending of a possessive.
        key: As it is compared.
        possessive: Whether it ends in *'s* or in an apostrophe.
        start: Its first character.
        end: One past its last, the ending of the possessive included.
    """

    text: str
    key: str
    possessive: bool
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def shouted(self) -> bool:
        """Whether all its letters are capitals, and there are several."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)

    @property
    def mark(self) -> bool:
        """Whether it is a comma or the like."""
        return not self.text[:1].isalnum()


def key(text: str) -> str:
    """A word as it is compared: *Türkiye's* and *turkiye's* are one."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS).translate(_APOSTROPHES))
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".").casefold()


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text, in order."""
    found = []
    plain = text.translate(_APOSTROPHES)
    for match in _WORD.finditer(plain):
        start, end = match.span()
        if plain[end : end + 2].casefold() == "'s" and not plain[end + 2 : end + 3].isalnum():
            end += 2
        elif plain[end : end + 1] == "'" and plain[end - 1].casefold() == "s":
            end += 1
        written = plain[start:end]
        if written == ".":
            continue
        bare = written
        for ending in _POSSESSIVES:
            if len(written) > len(ending) + 1 and written.casefold().endswith(ending):
                bare = written[: -len(ending)]
                break
        found.append(Word(bare, key(bare) or bare, bare != written, start, end))
    return tuple(found)


def keys_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared, its marks left out."""
    if _PLAIN.fullmatch(text):
        return tuple(text.casefold().split())
    return tuple(word.key for word in words_of(text) if not word.mark)


def several(words: str) -> frozenset[str]:
    """Words that are listed with blanks between them."""
    return frozenset(words.split())
