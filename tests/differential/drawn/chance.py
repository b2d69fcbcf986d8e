"""Drawing one of several things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from servanda.model import sets as se
from servanda.testing.world import STATES

T = TypeVar("T")


class Chance:
    """Draws from a stream of random numbers."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def one(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, *ways: tuple[int, Callable[[], T]]) -> T:
        """One of several ways, by weight."""
        return self.random.choices([w for _, w in ways], [n for n, _ in ways])[0]()

    def listed(self, most: int = 2, among: Sequence[str] = STATES) -> se.Listed:
        return se.Listed(actors=tuple(self.random.sample(among, self.random.randint(1, most))))
