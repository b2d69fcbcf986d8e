"""What parties ask of a package, what they prefer, and what is not done without somebody."""

from __future__ import annotations

from typing import assert_never

from servanda.model.bargaining import Linkage, NotWithout, Requirement, Valuation
from servanda.model.words.record import SpeakerOfRecord

Asked = Requirement | Linkage | NotWithout | Valuation


class SpeakerOfBargaining(SpeakerOfRecord, frozen=True):
    """Says the lines of red lines, demands, preferences, participations and linkages."""

    def asked(self, node: Asked) -> str:
        """``requires membership is not joins``; ``territory is discussed only with UKR``."""
        match node:
            case Requirement() | Linkage():
                return f"requires {self.condition(node.condition)}"
            case NotWithout():
                who = ", ".join(node.who)
                return f"{node.matter} is {node.involvement} only with {who}"
            case Valuation():
                worths = ", ".join(f"{worth.option} {worth.value}" for worth in node.worths)
                return f"{node.issue} weighs {node.weight}: {worths}"
            case _:
                assert_never(node)
