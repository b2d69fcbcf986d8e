"""What might have been expected but was never brought into play: the material of 'why not'."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.model.node import ActorId
from servanda.model.sets import Parties, Role


def never_occasioned(run: Run) -> Iterator[Life]:
    """A life that never began, for each article and bearer without any other.

    Where an event was of the kind that the article speaks of, it is the life that the last
    such event did not begin: nobody was bound then, perhaps (A6).
    """
    for view in (run, *run.views):
        yield from run.judged_by(view, _never_occasioned(view))


def _never_occasioned(run: Run) -> Iterator[Life]:
    for clause in run.frame.on(run.known.day).values():
        matters = [matter for matter in run.matters if matter.clause.ref == clause.ref]
        if matters:
            clause = matters[-1].clause
        if clause.norm is None:
            continue
        lives = [life for matter in matters for life in matter.lives]
        begun = {bearer for life in lives for bearer in life.bearers}
        occasion = matters[-1].occasion if matters else None
        idle = tuple(b for b in _candidates(clause, run) if b not in begun)
        if clause.norm.bearers.jointly:
            if idle and not lives:
                yield Life(clause, occasion, idle)
            continue
        for bearer in idle:
            yield Life(clause, occasion, (bearer,))


def _candidates(clause: Clause, run: Run) -> tuple[ActorId, ...]:
    """Who bears it now, or could if it were bound: the parties where the bearer holds a role.

    Whoever was a party once is asked about, too.
    """
    day, bonds = run.known.day, run.frame.bonds
    among = clause.norm.bearers.among if clause.norm else None
    if among is None or isinstance(among, Role | Parties):
        agreement = among.agreement if isinstance(among, Parties) else clause.ref.agreement
        once = bonds.lives[agreement].ties if isinstance(among, Parties) else ()
        return tuple(dict.fromkeys((*bonds.parties(agreement, day).all, *once)))
    return run.frame.record.sets.members(among, day).all
