"""Who appears in an article, as the rules on meaning ask for it."""

from __future__ import annotations

from typing import Protocol


class Meant(Protocol):
    """Who is meant by some words."""

    @property
    def parties(self) -> tuple[str, ...]:
        """For whom they speak."""

    @property
    def person(self) -> str:
        """Who it is, where it is a person."""

    @property
    def outlet(self) -> str:
        """The newspaper, broadcaster or agency that is meant."""


class Cast(Protocol):
    """Looks up who is meant by some words on the day of an article."""

    def meant(self, words: str) -> Meant:
        """Who is meant by some words."""
