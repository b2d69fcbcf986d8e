"""Through whom what a party says in a statement is known, for answers that rest on statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from servanda.analyses.record import Bar, Denied, Standing, read_record
from servanda.analyses.record.outcome import Placed, Stance
from servanda.analyses.record.placing import as_of
from servanda.core.calendar import Moment, order_of
from servanda.model.case import Case
from servanda.model.node import ActorId, StatementId


class Account(msgspec.Struct, frozen=True):
    """Through whom something is known.

    Attributes:
        standing: How far it can be held against the party.
        reporter: Who is the weakest of those who report it; empty for its own words.
        summed_up: Whether that is a document which sums it up.
    """

    standing: Standing
    reporter: str = ""
    summed_up: bool = False

    @property
    def told(self) -> str:
        """``by the account of USA``; empty for a party's own words."""
        if self.standing is Standing.FIRST_HAND:
            return ""
        if self.standing is Standing.ANONYMOUS:
            return "by an account of nobody named"
        return (
            f"as {self.reporter} sums up"
            if self.summed_up
            else f"by the account of {self.reporter}"
        )


Accounts = Mapping[tuple[StatementId, ActorId], Account]
"""By statement and party: the best account that the statement gives of what the party says."""


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


def placed_stances(case: Case) -> Iterator[Placed]:
    """What parties say in the statements of a case, as it stands at its end.

    Who only takes a stance on what somebody else says is left out.
    """
    record = read_record(case)
    last = max((chain.known for chain in record.chains.values()), key=order_of, default=None)
    if last is None:
        return
    placed = as_of(record, Denied(record), Moment(last.date), Bar.ANY).placed
    for (_, matter), some in placed.items():
        if matter.sort != "saying":
            yield from some


def accounts_of(case: Case) -> Accounts:
    """Through whom it is known what each party says in each statement of a case.

    What a party has taken back, or has come to say otherwise since, is left out.
    """
    found: dict[tuple[StatementId, ActorId], Account] = {}
    for placed in placed_stances(case):
        if placed.withdrawn_by or placed.replaced_by:
            continue
        stance = placed.stance
        key = (stance.statement, stance.party)
        known = found.get(key)
        if known is None or stance.standing.rank < known.standing.rank:
            found[key] = account_of(stance)
    return found


def account_of(stance: Stance) -> Account:
    """Through whom a stance is known."""
    summed_up = stance.standing is Standing.OUTLET and stance.depth == 0
    return Account(stance.standing, stance.reporter, summed_up)


def standings_of(case: Case) -> Standings:
    """How far what each party says in each statement of a case can be held against it (N23).

    Only what was taken back no longer can: who repeats itself, or moves on, has still said it.
    """
    found: dict[tuple[StatementId, ActorId | None], Said] = {}
    for placed in placed_stances(case):
        stance = placed.stance
        one = Said(None, placed.withdrawn_by) if placed.withdrawn_by else Said(account_of(stance))
        for party in (stance.party, None):
            known = found.get((stance.statement, party), one)
            found[stance.statement, party] = min(known, one, key=_rank)
    return found


def _rank(said: Said) -> float:
    return float("inf") if said.account is None else said.account.standing.rank
