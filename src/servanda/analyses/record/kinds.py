"""What one does by saying something: binds oneself, offers, refuses, wishes, intends, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from servanda.model.record import StatementKind

Direction = Literal["for", "against", "depends"]
"""How somebody stands to a matter."""

Sort = Literal["commitment", "refusal", "condition", "offer", "intention", "wish", "view"]
"""What a stance comes to, the weightiest first (W9)."""

SORTS: tuple[Sort, ...] = (
    "commitment",
    "refusal",
    "condition",
    "offer",
    "intention",
    "wish",
    "view",
)


class Way(NamedTuple):
    """How one stands to a matter by saying something of a kind.

    Attributes:
        exclusive: Whether nothing else than what is named would do; ``accepts`` and ``offers`` say
            that it would do, and leave open what else would.
        own: Whether a deed that is named is one's own; of a demand it is another's.
    """

    direction: Direction
    sort: Sort
    exclusive: bool
    own: bool


WAYS: Mapping[StatementKind, Way] = {
    "commits": Way("for", "commitment", exclusive=True, own=True),
    "accepts": Way("for", "commitment", exclusive=False, own=True),
    "offers": Way("for", "offer", exclusive=False, own=True),
    "endorses": Way("for", "view", exclusive=False, own=False),
    "demands": Way("for", "wish", exclusive=True, own=False),
    "urges": Way("for", "wish", exclusive=True, own=False),
    "plans": Way("for", "intention", exclusive=True, own=True),
    "threatens": Way("for", "intention", exclusive=True, own=True),
    "conditions": Way("depends", "condition", exclusive=False, own=True),
    "rejects": Way("against", "refusal", exclusive=True, own=True),
    "criticises": Way("against", "view", exclusive=True, own=False),
    "denies": Way("against", "view", exclusive=True, own=True),
}
"""How one stands by saying something of a matter (W8, W9); by the other kinds one takes no stance."""

PRESENTS: frozenset[StatementKind] = frozenset({"reports", "endorses", "criticises"})
"""Kinds that take what they are about as said (W2): who welcomes that somebody has agreed says so."""

OPPOSITE: Mapping[Direction, Direction] = {
    "for": "against",
    "against": "for",
    "depends": "depends",
}
