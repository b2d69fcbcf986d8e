"""Names that are spelt nearly as the one written."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

LETTERS_FOR_A_SLIP = 3
"""One letter may differ in a word of up to five letters, two in one of six, and so on."""


def near(text: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three names that ``text`` was probably meant to be, the nearest first.

    The distance is that of optimal string alignment: letters left out, added,
    replaced, or exchanged with their neighbour.

    Args:
        text: What was written.
        spellings: Each way to write a name (the name itself, its title), and the name.
    """
    found = process.extract(
        text,
        list(spellings),
        scorer=OSA.distance,
        processor=str.casefold,
        score_cutoff=max(1, len(text) // LETTERS_FOR_A_SLIP),
        limit=3,
    )
    names = (spellings[spelling] for spelling, _, _ in found)
    return tuple(name for name in dict.fromkeys(names) if name != text)
