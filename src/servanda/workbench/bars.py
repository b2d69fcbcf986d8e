"""How far the statements that red lines rest on can be held against those whose they are."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.analyses.record import Bar, Standing
from servanda.model.bargaining import Participation, Preferences, Requirement
from servanda.model.case import Case
from servanda.model.node import ActorId, StatementId
from servanda.workbench.hearsay import live_stances

Standings = Mapping[tuple[StatementId, ActorId | None], Standing]
"""The best standing that a statement gives to what a party says in it; to what anybody says, for
nobody in particular. What is not there is not known."""

Grounded = Requirement | Preferences | Participation


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


def counts(one: Grounded, bar: Bar, standings: Standings) -> bool:
    """Whether something counts at a bar (N23)."""
    if not one.rests_on or one.judgement or bar is Bar.ANY:
        return True
    known = (standings.get((statement, party_of(one))) for statement in one.rests_on)
    return any(standing is not None and bar.admits(standing) for standing in known)


def party_of(one: Grounded) -> ActorId | None:
    """Whose word something rests on; None where it is nobody's in particular."""
    return None if isinstance(one, Participation) else one.party


def _rank(standing: Standing) -> int:
    return standing.rank
