"""Which of many stretches of a text lie over a place of it, without going through them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from servanda.analyses.reading.article import Stretch


class Covering:
    """Stretches of a text with the numbers of those to whom they belong.

    They are kept by their beginnings, with how far any before reaches. A look goes back from a place
    only as far as some stretch reaches over it.
    """

    __slots__ = ("_placed", "_reach")

    def __init__(self, stretches: Iterable[tuple[Stretch, int]]) -> None:
        self._placed = sorted(stretches)
        self._reach = list(accumulate((stretch.end for stretch, _ in self._placed), max))

    def holding(self, place: Stretch) -> Iterator[tuple[Stretch, int]]:
        """The stretches that hold all of a place, with whose each is; the last to begin first."""
        return (
            one for one in self._reaching(place.start + 1, place.end) if one[0].end >= place.end
        )

    def meeting(self, place: Stretch) -> Iterator[tuple[Stretch, int]]:
        """The stretches that share a character with a place, with whose each is; the same way."""
        return (
            one for one in self._reaching(place.end, place.start + 1) if one[0].end > place.start
        )

    def _reaching(self, before: int, reached: int) -> Iterator[tuple[Stretch, int]]:
        """Those that begin before a character, back to where none reaches another one."""
        for at in range(bisect_left(self._placed, (Stretch(before, 0), 0)) - 1, -1, -1):
            if self._reach[at] < reached:
                return
            yield self._placed[at]
