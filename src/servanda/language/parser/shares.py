"""Shares of a whole: ``two thirds``, ``three quarters``."""

from __future__ import annotations

from servanda.core.numerals import COUNTING
from servanda.core.share import PARTS, Share
from servanda.language.parser.cursor import Cursor
from servanda.language.slip import pasted

_MOST_PARTS = 9
"""The largest number of parts, in words."""

_COUNTED = {word: number for word, number in COUNTING.items() if number <= _MOST_PARTS}


def sees_share(c: Cursor) -> bool:
    """Whether a number in words, or ``a``, and a part of a whole come next."""
    return c.sees_one_of("a", *_COUNTED) and c.sees_one_of(*PARTS, ahead=1)


def share(c: Cursor) -> Share:
    """``two thirds``: less than the whole, in words."""
    number, part = c.tokens[c.at].text, c.tokens[c.at + 1].text
    found = Share(_COUNTED.get(number, 1), PARTS[part])
    if found.parts >= found.of:
        raise c.fault(
            "SV425",
            f"`{number} {part}` is not less than the whole",
            "for all of them write `each`, as in `each party`, or `unanimity`",
            last=c.at + 1,
        )
    if str(found) != f"{number} {part}":
        hints = pasted(str(found))
        headline = f"this share is written `{found}`"
        raise c.fault("SV425", headline, *hints, last=c.at + 1)
    c.take(number, part)
    return found
