"""How far a long work has got."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""Told, before each scenario or other step, how many are done, and of how many."""


def unwatched(done: int, of: int) -> None:
    """Takes no notice of how far the work has got."""
