"""What is said of a party, and what it is called."""

from __future__ import annotations

from typing import assert_never

from servanda.model.bargaining import Linkage, Participation, Preferences, Requirement

Claim = Requirement | Preferences | Participation
"""What is said of a party, and so is somebody's word."""


def called(claim: Claim | Linkage) -> str:
    """A claim in a few words: ``the red line `limit```."""
    match claim:
        case Requirement():
            return f"the {'red line' if claim.firm else 'demand'} `{claim.id}`"
        case Preferences():
            return f"what {claim.party} prefers"
        case Participation():
            return f"the participation `{claim.id}`"
        case Linkage():
            return f"the linkage `{claim.id}`"
        case _:
            assert_never(claim)
