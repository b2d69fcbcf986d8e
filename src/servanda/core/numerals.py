"""Numbers as they are written in prose: in words, as ordinals, in Roman numerals."""

from __future__ import annotations

import re

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]

_ORDINALS_OF_TENS = {
    f"{ten[:-1]}ieth": str(number) for number, ten in zip(range(20, 100, 10), _TENS, strict=True)
}

COUNTING = {word: number for number, word in enumerate(_UNITS, start=1)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
"""The numbers of one word below a hundred."""

WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS[:9])})|{'|'.join([*_UNITS[::-1], *_TENS])})"
)
"""A pattern for a number in words, up to ninety-nine."""

LAST_IN_WORDS = 12
"""Numbers beyond it are written in digits."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def in_words(number: int) -> str:
    """A number in words up to twelve, and ``no`` for none; in digits from thirteen on."""
    if number > LAST_IN_WORDS:
        return str(number)
    return _UNITS[number - 1] if number else "no"


def digits(words: str) -> str | None:
    """A number or an ordinal below a hundred in digits: ``seventy-two``, ``third``, ``3rd``."""
    text = words.lower()
    if text in _ORDINALS:
        return str(_ORDINALS.index(text) + 1)
    if text in _ORDINALS_OF_TENS:
        return _ORDINALS_OF_TENS[text]
    if re.fullmatch(r"\d+(?:st|nd|rd|th)?", text):
        return re.sub(r"\D", "", text)
    parts = [COUNTING.get(part) for part in re.split(r"[- ]", text)]
    if None in parts:
        return None
    return str(sum(part for part in parts if part is not None))


def roman(text: str) -> str | None:
    """A Roman numeral in digits: ``IV``."""
    if not text or _ROMAN_FORM.fullmatch(text) is None:
        return None
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))
