"""What a duty or a prohibition has heard of: refusals, and deeds against it (rules D8, D11)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from servanda.analyses.scenario.facts.situation import Occasion
from servanda.analyses.scenario.facts.world import Breach, Known
from servanda.core.verdict import Verdict
from servanda.model.case import RefusalEvent
from servanda.model.node import ActorId


class Refusal(msgspec.Struct, frozen=True):
    """A refusal that was heard while the duty had arisen, or may have."""

    event: RefusalEvent
    authors: tuple[ActorId, ...]
    step: int


@dataclass(slots=True, eq=False)
class Offence:
    """A deed that goes against a prohibition, or may.

    Attributes:
        bound: Whether the prohibition had certainly arisen by then.
        perhaps: Whether it may have, which nothing has settled since.
        doubted: Whether it was in doubt then that it went on.
        before: What was known before the deed.
        in_doubt: Whether that is in doubt still, by what is found now.
        verdict: Whether the deed goes against it.
        grounds: What the verdict was given on.
        breach: The breach that it is, or may be.
    """

    deed: Occasion
    bound: bool
    doubted: bool
    before: Known
    verdict: Verdict
    breach: Breach
    grounds: tuple[int, int]
    perhaps: bool = False
    in_doubt: bool = False
