"""Through whom what a party says in a statement is known, for answers that rest on statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from servanda.analyses.record import Bar, Denied, Standing, read_record
from servanda.analyses.record.outcome import Stance
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

Standings = Mapping[tuple[StatementId, ActorId | None], Standing]
"""The best standing that a statement gives to what a party says in it; to what anybody says, for
nobody in particular. What is not there is not known."""


def live_stances(case: Case) -> Iterator[Stance]:
    """What parties hold by the statements of a case as it ends.

    What a party has taken back, or has come to say otherwise since, is left out.
    """
    record = read_record(case)
    last = max((chain.known for chain in record.chains.values()), key=order_of, default=None)
    if last is None:
        return
    placed = as_of(record, Denied(record), Moment(last.date), Bar.ANY).placed
    for some in placed.values():
        yield from (one.stance for one in some if not (one.withdrawn_by or one.replaced_by))


def accounts_of(case: Case) -> Accounts:
    """Through whom it is known what each party says in each statement of a case."""
    found: dict[tuple[StatementId, ActorId], Account] = {}
    for stance in live_stances(case):
        if stance.matter.sort == "saying":  # it only tells what somebody else says
            continue
        key = (stance.statement, stance.party)
        known = found.get(key)
        if known is None or stance.standing.rank < known.standing.rank:
            summed_up = stance.standing is Standing.OUTLET and stance.depth == 0
            found[key] = Account(stance.standing, stance.reporter, summed_up)
    return found


def standings_of(case: Case) -> Standings:
    """The standing of what each party says in each statement of a case, and has not taken back."""
    found: dict[tuple[StatementId, ActorId | None], Standing] = {}
    for stance in live_stances(case):
        if stance.matter.sort == "saying":  # it only reports what somebody says
            continue
        for party in (stance.party, None):
            known = found.get((stance.statement, party), stance.standing)
            found[stance.statement, party] = min(known, stance.standing, key=_rank)
    return found


def _rank(standing: Standing) -> int:
    return standing.rank
