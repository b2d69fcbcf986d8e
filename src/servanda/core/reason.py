"""The one explanation type that all analyses share."""

from __future__ import annotations

import msgspec

from servanda.core.origin import NOWHERE, Origin
from servanda.core.verdict import Verdict

MOST_REASONS = 2000
"""How many reasons an explanation may come to before it tells none a second time."""


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement, whether it is so, where it was written, and why.

    Attributes:
        verdict: Whether the statement holds.
        statement: One sentence in the words of the agreement.
        origin: The clause, event or assumption that the statement rests on.
        because: Narrower reasons, decisive ones first.
        instead: What is so instead, in a true sentence, where the statement does not
            hold; where it cannot be told, why, unless the statement says as much.
    """

    verdict: Verdict
    statement: str
    origin: Origin = NOWHERE
    because: tuple[Reason, ...] = ()
    instead: str = ""

    @property
    def told(self) -> str:
        """What is so, in a true sentence, whatever the verdict on the statement."""
        if self.verdict is Verdict.HOLDS:
            return self.statement
        return self.instead or f"it is open whether {self.statement}"


def abridged(reason: Reason) -> Reason:
    """An explanation in which, if it comes to too many reasons, each is founded but once.

    Reasons that are one value are counted, and told, without being gone through again.
    """
    sizes: dict[int, int] = {}
    if _size(reason, sizes) <= MOST_REASONS:
        return reason
    return _founded_once(reason, set())


def _size(reason: Reason, sizes: dict[int, int]) -> int:
    if id(reason) not in sizes:
        sizes[id(reason)] = 1 + sum(_size(part, sizes) for part in reason.because)
    return sizes[id(reason)]


def _founded_once(reason: Reason, told: set[int]) -> Reason:
    if not reason.because:
        return reason
    if id(reason) in told:
        return msgspec.structs.replace(reason, because=())
    told.add(id(reason))
    parts = tuple(_founded_once(part, told) for part in reason.because)
    return msgspec.structs.replace(reason, because=parts)
