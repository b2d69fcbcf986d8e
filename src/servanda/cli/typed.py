"""What was typed, taken apart."""

from __future__ import annotations

from collections.abc import Iterable


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """Names, each by itself or several behind commas."""
    named = (name.strip() for some in names for name in some.split(","))
    return tuple(dict.fromkeys(name for name in named if name))
