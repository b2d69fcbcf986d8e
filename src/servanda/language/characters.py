"""Characters that word processors and other keyboards put in the place of plain ones."""

from __future__ import annotations

import unicodedata

from servanda.language.keywords import RESERVED

OPENING_QUOTES = "“”„‟«»‹›＂″"
"""Quotation marks that are not the plain one."""

PLAIN = {
    "，": ",",
    "、": ",",
    "：": ":",
    "（": "(",
    "）": ")",
    "＜": "<",
}
"""Marks of the language in their wide forms."""

INSTEAD = {
    ".": "a line does not end with a full stop",
    ";": "lines and lists do not take a semicolon: a list has commas, a line ends by itself",
    "/": "alternatives are joined by `or`, and both by `and`",
    "&": "conditions are joined by `and`",
    "=": "a value is given with `is`",
    ">": "a ladder goes up, from the weakest level: `consult < support`",
    "#": "a comment begins with `--`",
    "-": "names are joined by `_`, and a comment begins with `--`",
    "–": "a comment begins with `--`, and a date has plain hyphens",
    "—": "a comment begins with `--`",
    "'": "titles are in double quotes, and names have no apostrophe",
    "’": "names have no apostrophe",
    "‘": "titles are in double quotes",
    "[": "conditions are grouped with ( and )",
    "]": "conditions are grouped with ( and )",
    "{": "conditions are grouped with ( and )",
    "}": "conditions are grouped with ( and )",
    "_": "a name begins with a letter",
}
"""What to say about characters that people write for a reason."""

_LOOKALIKES = dict(
    zip(
        "аеіјорсухԁѕһԛԝАВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιν",
        "aeijopcyxdshqwABESIJKMHOPCTYXABEZHIKMNOPTYXoaiv",
        strict=True,
    )
)


def latin(word: str) -> str | None:
    """The Latin word that this one only looks like, letter for letter.

    None for a word of one script that is no word of the language: names may be in any
    script. Look-alikes after Unicode Technical Standard 39, the letters that occur.
    """
    if word.isascii():
        return None
    plain = "".join(_LOOKALIKES.get(letter, letter) for letter in word)
    if plain == word or not plain.isascii():
        return None
    mixed = any(letter.isascii() and letter.isalpha() for letter in word)
    return plain if mixed or plain in RESERVED else None


def is_invisible(character: str) -> bool:
    """Whether a character prints nothing, or turns the writing direction."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"}


def is_hidden(character: str) -> bool:
    """Whether a character must not stand even in a title: letters may need joiners there."""
    return character not in "\t\u200c\u200d" and is_invisible(character)


def is_mark_of_letter(character: str) -> bool:
    """Whether a character is an accent or a vowel sign that belongs to the letter before."""
    return unicodedata.category(character).startswith("M")
