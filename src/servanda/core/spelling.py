"""Words that are spelt nearly as the one written: what a slip was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

LETTERS_FOR_A_SLIP = 3
"""One letter may differ in a word of up to five letters, two in one of six, and so on."""

LONGEST_WORD = 60
"""Letters of the longest text that is taken for a slip of a word."""

ALIKE_ENOUGH = 70
"""Similarity, of 100, from which on a title is suggested."""

MOST_SUGGESTED = 3


def near(
    text: str, known: Iterable[str] | Mapping[str, str], most_letters: int = LONGEST_WORD
) -> tuple[str, ...]:
    """Up to three words that ``text`` was probably meant to be, the nearest first.

    The distance is that of optimal string alignment: letters left out, added, replaced,
    or exchanged with their neighbour (Boytsov 2011, doi 10.1145/1963190.1963191).

    Args:
        text: What was written.
        known: The words that would do; or each way to write a name (the name itself, its
            title), and the name.
        most_letters: How many letters may differ, however long the word is.
    """
    if len(text) > LONGEST_WORD:
        return ()
    spellings = known if isinstance(known, Mapping) else {word: word for word in known}
    found = process.extract(
        text,
        list(spellings),
        scorer=OSA.distance,
        processor=str.casefold,
        score_cutoff=min(most_letters, max(1, len(text) // LETTERS_FOR_A_SLIP)),
        limit=MOST_SUGGESTED,
    )
    names = (spellings[spelling] for spelling, _, _ in found)
    return tuple(name for name in dict.fromkeys(names) if name != text)


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The word that ``text`` is probably a slip of, if there is one."""
    return next(iter(near(text, known)), None)


def alike(text: str, titles: Iterable[str]) -> tuple[str, ...]:
    """Up to three titles of several words that ``text`` was probably meant to be.

    Unlike :func:`near` it finds a title by some of its words, in another order too.
    """
    found = process.extract(
        text,
        list(titles),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=ALIKE_ENOUGH,
        limit=MOST_SUGGESTED,
    )
    return tuple(match for match, _, _ in found)
