"""What a language model is to give: words of the article, letter by letter, and a choice among few.

Nothing of an answer is shown as it comes. Its words are looked up in the article, and what is found
there is shown; there is no field for a standing, nor for what a person decides.
"""

from __future__ import annotations

from typing import Any

import msgspec

from servanda.analyses.reading.proposal import Factuality
from servanda.model.record import StatementKind

MOST_BYTES = 8_000_000
"""Of an answer as it is sent, unpacked; one on a long article has some ten thousand."""


class TooLongError(Exception):
    """An answer has more bytes than are read."""


class Teller(msgspec.Struct, frozen=True):
    """One who says something, outermost first in a chain.

    Attributes:
        who: The words of the passage for who speaks; empty where it has none.
        stands_for: Where these are a pronoun or a description: the name, as the article has it.
        unnamed: Whether it is somebody who is not named.
        kind: What one does by saying it.
        when: The words of the passage for when it was said.
        negated: Whether it is said not to have been said.
    """

    who: str
    kind: StatementKind
    stands_for: str = ""
    unnamed: bool = False
    when: str = ""
    negated: bool = False


class Matter(msgspec.Struct, frozen=True):
    """An issue of the case, and one of its options; by their names."""

    issue: str
    option: str = ""
    negated: bool = False


class Told(msgspec.Struct, frozen=True):
    """A statement, in the words of the article.

    Attributes:
        passage: The sentence or the sentences that it stands in.
        cue: The words that say that it is said.
        content: What is said.
        summed_up: Whether the article gives a stance without an utterance.
        condition: The words for what it hangs on.
        addressees: The words for those to whom it was said.
        medium: The words for where it was said.
    """

    passage: str
    chain: tuple[Teller, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    factuality: Factuality
    summed_up: bool = False
    matters: tuple[Matter, ...] = ()
    condition: str = ""
    addressees: tuple[str, ...] = ()
    medium: str = ""


class Answer(msgspec.Struct, frozen=True):
    """All statements that a model has found."""

    statements: tuple[Told, ...]


def schema() -> dict[str, Any]:
    """The form of an answer as JSON Schema, with an object at its head."""
    _, parts = msgspec.json.schema_components([Answer], ref_template="#/$defs/{name}")
    head = parts.pop("Answer")
    return {**head, "$defs": parts}
