"""What might have been expected but was never brought into play: the material of 'why not'."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.run import Run
from servanda.model.node import ActorId
from servanda.model.sets import Role


def never_occasioned(run: Run) -> Iterator[Life]:
    """A life that never began, for each article and bearer without any other."""
    for clause in run.frame.clauses.values():
        if clause.norm is None:
            continue
        lives = [life for matter in run.matters if matter.clause is clause for life in matter.lives]
        if lives and not clause.standing:
            continue
        begun = {bearer for life in lives for bearer in life.bearers}
        idle = tuple(b for b in _candidates(clause, run) if b not in begun)
        if clause.norm.bearers.jointly:
            if idle and not lives:
                yield Life(clause, None, idle)
            continue
        for bearer in idle:
            yield Life(clause, None, (bearer,))


def _candidates(clause: Clause, run: Run) -> tuple[ActorId, ...]:
    """The members of the bearer set now; the parties where the bearer holds a role."""
    day, bonds = run.known.day, run.frame.bonds
    among = clause.norm.bearers.among if clause.norm else None
    if among is None or isinstance(among, Role):
        return bonds.parties(clause.ref.agreement, day).all
    return run.frame.record.sets.members(among, day).all
