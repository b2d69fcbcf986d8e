"""The one explanation type that all analyses share."""

from __future__ import annotations

import msgspec

from servanda.core.origin import NOWHERE, Origin
from servanda.core.verdict import Verdict


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
