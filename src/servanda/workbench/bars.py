"""What counts at a bar: statements, and the red lines, preferences and rules that rest on them."""

from __future__ import annotations

from typing import TypeVar

from servanda.analyses.record import Bar
from servanda.model.bargaining import Participation, Preferences, Requirement
from servanda.model.node import ActorId, StatementId
from servanda.workbench.hearsay import Accounts, Said, Standings
from servanda.workbench.mistakes import no_such_standing
from servanda.workbench.reports import Checked

Resting = TypeVar("Resting", Requirement, Preferences, Participation)
"""What rests on statements."""


def read_bar(asked: str) -> Bar | Checked:
    """A bar as it is typed: ``first-hand``, ``reported`` or ``any``."""
    bars = [bar.value for bar in Bar]
    return Bar(asked) if asked in bars else no_such_standing(asked, bars)


def at_bar(accounts: Accounts, bar: Bar) -> frozenset[tuple[StatementId, ActorId]]:
    """The statements in which a party says something that counts at a bar, each with the party."""
    return frozenset(key for key, account in accounts.items() if bar.admits(account.standing))


def counts(one: Resting, bar: Bar, standings: Standings) -> bool:
    """Whether something that rests on statements counts at a bar (N23)."""
    if not one.rests_on or one.judgement or bar is Bar.ANY:
        return True
    known = (standings.get((statement, party_of(one))) for statement in one.rests_on)
    return any(_passes(said, bar) for said in known)


def _passes(said: Said | None, bar: Bar) -> bool:
    return said is not None and said.account is not None and bar.admits(said.account.standing)


def party_of(one: Resting) -> ActorId | None:
    """Whose word something rests on; None where it is nobody's in particular."""
    return None if isinstance(one, Participation) else one.party
