"""How far the statements that red lines rest on can be held against those whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from servanda.analyses.record import Bar
from servanda.model.bargaining import Participation, Preferences, Requirement
from servanda.model.case import Case
from servanda.model.node import ActorId, StatementId
from servanda.workbench.hearsay import Account, account_of, placed_stances


class Said(NamedTuple):
    """What somebody says in a statement, for what rests on it.

    Attributes:
        account: The best through which it is known; None where all of it was taken back.
        taken_back_by: The statements by which it was, where all of it was.
    """

    account: Account | None
    taken_back_by: tuple[StatementId, ...] = ()


Standings = Mapping[tuple[StatementId, ActorId | None], Said]
"""How far what a party says in a statement can be held against it; what anybody says, for nobody in
particular. What is not there is not known."""

Grounded = Requirement | Preferences | Participation


def standings_of(case: Case) -> Standings:
    """How far what each party says in each statement of a case can be held against it (N23).

    Only what was taken back no longer can: who repeats itself, or moves on, has still said it.
    """
    found: dict[tuple[StatementId, ActorId | None], Said] = {}
    for placed in placed_stances(case):
        stance = placed.stance
        if stance.matter.sort == "saying":  # it only reports what somebody says
            continue
        one = Said(None, placed.withdrawn_by) if placed.withdrawn_by else Said(account_of(stance))
        for party in (stance.party, None):
            known = found.get((stance.statement, party), one)
            found[stance.statement, party] = min(known, one, key=_rank)
    return found


def counts(one: Grounded, bar: Bar, standings: Standings) -> bool:
    """Whether something counts at a bar (N23)."""
    if not one.rests_on or one.judgement:
        return True
    known = (standings.get((statement, party_of(one))) for statement in one.rests_on)
    return any(_passes(said, bar) for said in known)


def _passes(said: Said | None, bar: Bar) -> bool:
    if said is None:
        return bar is Bar.ANY
    return said.account is not None and bar.admits(said.account.standing)


def party_of(one: Grounded) -> ActorId | None:
    """Whose word something rests on; None where it is nobody's in particular."""
    return None if isinstance(one, Participation) else one.party


def _rank(said: Said) -> float:
    return float("inf") if said.account is None else said.account.standing.rank
