"""Words that somebody says are in a text, found there: letter by letter, and nowhere by likeness.

Whatever gives words instead of places, such as a language model, is held to the text by this. Blanks
and the forms of quotation marks are taken as alike while searching, and nothing else is; the places
are always those of the unchanged text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import prod

from servanda.analyses.reading.article import Stretch

MOST_ARRANGEMENTS = 5_000
"""Words that stand at so many places together that more would have to be tried are ambiguous."""

_MARKS = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u2032\uff07", "'")
)


class Searched:
    """A text that words are looked up in.

    Attributes:
        text: The text, unchanged.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        alike, self._starts = _folded(text)
        self._alike = alike.translate(_MARKS)

    def places(self, words: str, within: Stretch | None = None) -> tuple[Stretch, ...]:
        """Where words stand, whole, in a stretch of the text or in all of it.

        As they are, if they stand anywhere so; else with blanks and quotation marks taken as alike.
        """
        within = within or Stretch(0, len(self.text))
        exactly = tuple(self._exactly(words.strip(), within))
        return exactly or tuple(self._nearly(words, within))

    def _exactly(self, words: str, within: Stretch) -> Iterator[Stretch]:
        for start in _occurrences(self.text, words, within.start, within.end):
            found = Stretch(start, start + len(words))
            if self._is_whole(found):
                yield found

    def _nearly(self, words: str, within: Stretch) -> Iterator[Stretch]:
        sought = _folded(words)[0].translate(_MARKS).strip()
        for start in _occurrences(self._alike, sought, 0, len(self._alike)):
            last = self._starts[start + len(sought) - 1]
            found = Stretch(self._starts[start], last + 1)
            if within.holds(found) and self._is_whole(found):
                yield found

    def _is_whole(self, found: Stretch) -> bool:
        """Whether no word is cut at either end."""
        return not (self._joins(found.start) or self._joins(found.end))

    def _joins(self, at: int) -> bool:
        return 0 < at < len(self.text) and self.text[at - 1].isalnum() and self.text[at].isalnum()


def arranged(parts: Sequence[Sequence[Stretch]]) -> tuple[Stretch, ...] | None:
    """Choose for each of several words the place at which they stand closest together.

    Places that do not overlap go before those that do.

    Args:
        parts: For each of the words, the places at which they stand.

    Returns:
        A place for each; None where one stands nowhere, or where it cannot be told which is meant.
    """
    if not all(parts) or prod(map(len, parts)) > MOST_ARRANGEMENTS:
        return None
    ranked = sorted((_looseness(places), places) for places in product(*parts))
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return ranked[0][1]


def _looseness(places: tuple[Stretch, ...]) -> tuple[int, int, int]:
    """How much overlaps, how far all of it reaches, and how much lies between."""
    ordered = sorted(places)
    overlap = sum(max(0, one.end - other.start) for one, other in pairwise(ordered))
    between = sum(max(0, other.start - one.end) for one, other in pairwise(ordered))
    reach = max(place.end for place in places) - ordered[0].start
    return overlap, reach, between


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def _folded(text: str) -> tuple[str, list[int]]:
    """A text with each run of blanks as one, and where each of its characters stands."""
    folded: list[str] = []
    starts: list[int] = []
    for at, character in enumerate(text):
        blank = character.isspace()
        if blank and folded and folded[-1] == " ":
            continue
        folded.append(" " if blank else character)
        starts.append(at)
    return "".join(folded), starts
