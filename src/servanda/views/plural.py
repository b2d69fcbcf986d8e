"""Numbers of things."""

from __future__ import annotations


def count_of(count: int, one: str) -> str:
    """``1 scenario``, ``3 scenarios``."""
    return f"{count} {one}{'' if count == 1 else 's'}"
