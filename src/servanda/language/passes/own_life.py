"""Rules of an agreement's own life: entry into force, accession, withdrawal, the end."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from servanda.language.passes.actors import listed, noun
from servanda.language.passes.conditions import lower_condition
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS
from servanda.language.passes.times import check_period
from servanda.language.tree import (
    EntersIntoForce,
    MayAccede,
    MayLeave,
    Names,
    Noun,
    OwnLifeTree,
    RemainsInForce,
    RemainsUntil,
)
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Lasting,
    OwnLife,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.sets import SetOfActors


def own_life(scope: Scope, tree: OwnLifeTree) -> OwnLife | None:
    """A rule of the agreement's own life."""
    origin = scope.origin(tree)
    match tree:
        case EntersIntoForce():
            check_period(scope, tree, tree.delay)
            condition = lower_condition(scope, tree.condition)
            if condition is None:
                return None
            return EntryIntoForce(condition=condition, delay=tree.delay, origin=origin)
        case MayAccede():
            who = _among(scope, tree.who)
            return None if who is None else Accession(who=who, origin=origin)
        case MayLeave():
            for period in (tree.notice, tree.not_before, tree.each):
                check_period(scope, tree, period)
            return (Termination if tree.ends else Withdrawal)(
                notice=tree.notice, not_before=tree.not_before, each=tree.each, origin=origin
            )
        case RemainsInForce():
            check_period(scope, tree, tree.period)
            return Term(period=tree.period, origin=origin)
        case RemainsUntil():
            return _until(scope, tree)
        case _:
            assert_never(tree)


def _until(scope: Scope, tree: RemainsUntil) -> Lasting | None:
    origin = scope.origin(tree)
    if isinstance(tree.end, dt.date):
        return Expiry(date=tree.end, origin=origin)
    check_period(scope, tree, tree.more)
    condition = lower_condition(scope, tree.end)
    if condition is None:
        return None
    return EndOnCondition(condition=condition, more=tree.more, origin=origin)


def _among(scope: Scope, tree: Names | Noun) -> SetOfActors | None:
    return listed(scope, tree, ACTORS) if isinstance(tree, Names) else noun(scope, tree)
