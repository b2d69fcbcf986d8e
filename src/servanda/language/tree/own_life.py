"""Rules of an agreement's own life."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from servanda.core.calendar import Duration
from servanda.language.tree.actors import Names, Noun
from servanda.language.tree.conditions import ConditionTree
from servanda.language.tree.places import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class EntersIntoForce(Tree):
    """``enters into force when ...``, ``enters into force 60 days after ...``."""

    condition: ConditionTree
    delay: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAccede(Tree):
    """``a european_state may accede``, ``SWE, FIN may accede``."""

    who: Names | Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class MayLeave(Tree):
    """``a party may withdraw with effect 1 year after notice``; ``may terminate``.

    Attributes:
        ends: Whether it ends the agreement for all (``terminate``).
        each: For ``at the end of each 5 years``.
    """

    ends: bool = False
    notice: Duration
    not_before: Duration | None = None
    each: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainsInForce(Tree):
    """``remains in force for 10 years``."""

    period: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainsUntil(Tree):
    """``remains in force until 2031-01-01``, ``until council has decided, and 1 year more``.

    Attributes:
        end: The day on which it has ended, or the condition that ends it.
        more: How long it goes on after the condition has come to hold.
    """

    end: dt.date | ConditionTree
    more: Duration | None = None


OwnLifeTree = EntersIntoForce | MayAccede | MayLeave | RemainsInForce | RemainsUntil
