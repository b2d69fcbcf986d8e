"""An agreement's own life: how it begins, who joins, who leaves, how it ends."""

from __future__ import annotations

from typing import assert_never

from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Leaving,
    OwnLife,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.words.conditions import SpeakerOfConditions


class SpeakerOfOwnLife(SpeakerOfConditions, frozen=True):
    """Says what articles say of their agreement's own life."""

    def own_life(self, rule: OwnLife) -> str:
        """``enters into force 60 days after each signatory has ratified``."""
        match rule:
            case EntryIntoForce():
                after = "when" if rule.delay is None else f"{rule.delay} after"
                return f"enters into force {after} {self.condition(rule.condition)}"
            case Accession():
                return f"{self.actors(rule.who)} may accede"
            case Withdrawal() | Termination():
                return self._leaving(rule)
            case Term():
                return f"remains in force for {rule.period}"
            case Expiry():
                return f"remains in force until {rule.date}"
            case EndOnCondition():
                more = f", and {rule.more} more" if rule.more else ""
                return f"remains in force until {self.condition(rule.condition)}{more}"
            case _:
                assert_never(rule)

    def _leaving(self, rule: Leaving) -> str:
        verb = "withdraw" if isinstance(rule, Withdrawal) else "terminate"
        effect = f"{rule.notice} after notice"
        if rule.each is not None:
            effect = f"at the end of each {rule.each}, on {rule.notice} of notice"
        after = f", not before {rule.not_before} after entry into force"
        return f"a party may {verb} with effect {effect}{after if rule.not_before else ''}"
