"""The bodies that a text names with their owner, so that *the army* alone is known later."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.names.rows import OfficeWord
from servanda.analyses.reading.names.wording import keys_of
from servanda.analyses.reading.speakers import phrases
from servanda.analyses.reading.tokens import Parsed, Token

_NOUNS = frozenset({"NOUN", "PROPN"})


class Owned(NamedTuple):
    """A body that is named with its owner: *Sudan's army*.

    Attributes:
        at: The place of the main token.
        party: Whose it is.
        words: As the text has it.
    """

    at: int
    party: str
    words: str


class Bodies:
    """The bodies of a text, by their noun."""

    __slots__ = ("_owned",)

    def __init__(self, owned: dict[str, tuple[Owned, ...]]) -> None:
        self._owned = owned

    def owner(self, words: str, at: int) -> Owned | None:
        """The last that was named with an owner before a place, where the text names no other owner.

        Only *the army* is looked up, and nothing of which more is said: *a Muslim group*.
        """
        article, *noun = keys_of(words)[:3] or ("",)
        owned = self._owned.get(noun[0], ()) if article == "the" and len(noun) == 1 else ()
        if len({one.party for one in owned}) != 1:
            return None
        return max((one for one in owned if one.at < at), default=None)


def bodies_of(parsed: Parsed, names: Names, day: dt.date | None) -> Bodies:
    """The armies, ministries and governments that a text names with their owner."""
    found: dict[str, list[Owned]] = defaultdict(list)
    for token in parsed.tokens:
        if token.part not in _NOUNS or not _is_body(names, token):
            continue
        place = phrases.name_phrase(parsed, token)
        words = parsed.text[place.start : place.end]
        keys = keys_of(words)
        meant = names.resolve(words, day, parsed.text) if len(keys) > 1 else None
        if meant is not None and len(meant.parties) == 1 and not meant.person:
            found[token.lower].append(Owned(token.at, meant.parties[0], words))
    return Bodies({noun: tuple(owned) for noun, owned in found.items()})


def _is_body(names: Names, token: Token) -> bool:
    return any(
        isinstance(sense.row, OfficeWord) and sense.row.sort == "body"
        for sense in names.lexicon.senses(token.text)
    )
