"""What all parts of a tree have: a place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.core.origin import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A name, title or number as written; a title without its quotes."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Anything with a place in the text."""

    span: Span
