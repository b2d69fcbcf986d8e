"""What articles say of their agreement's own life: entry into force, accession, withdrawal, end."""

from __future__ import annotations

import datetime as dt

from servanda.core.calendar import Duration
from servanda.model.conditions import Condition
from servanda.model.node import Node
from servanda.model.sets import SetOfActors


class EntryIntoForce(Node, frozen=True, tag="entry_into_force"):
    """``enters into force when ...``; ``enters into force 60 days after ...``.

    Attributes:
        delay: How long after the first day on which the condition holds; None for that day.
    """

    condition: Condition
    delay: Duration | None = None


class Accession(Node, frozen=True, tag="accession"):
    """``a european_state may accede``: bound from the day of its accession."""

    who: SetOfActors


class Withdrawal(Node, frozen=True, tag="withdrawal"):
    """``a party may withdraw with effect 1 year after notice``.

    Attributes:
        notice: From notice to effect, at least.
        not_before: Earliest effect, counted from entry into force.
        each: With effect at the end of each such period, counted from entry into force.
    """

    notice: Duration
    not_before: Duration | None = None
    each: Duration | None = None


class Termination(Node, frozen=True, tag="termination"):
    """``a party may terminate with effect 6 months after notice``: it ends for all.

    Attributes:
        notice: From notice to effect, at least.
        not_before: Earliest effect, counted from entry into force.
        each: With effect at the end of each such period, counted from entry into force.
    """

    notice: Duration
    not_before: Duration | None = None
    each: Duration | None = None


Leaving = Withdrawal | Termination
"""What a party may do by a notice that takes effect some time later."""


class Term(Node, frozen=True, tag="term"):
    """``remains in force for 10 years``, counted from entry into force."""

    period: Duration


class Expiry(Node, frozen=True, tag="expiry"):
    """``remains in force until 2031-01-01``: it ends at the start of that day."""

    date: dt.date


class EndOnCondition(Node, frozen=True, tag="end_on_condition"):
    """``remains in force until council has decided, and 1 year more``.

    Attributes:
        more: How long it goes on after the day on which the condition comes to hold.
    """

    condition: Condition
    more: Duration | None = None


Lasting = Term | Expiry | EndOnCondition
"""How long an agreement lasts."""

OwnLife = EntryIntoForce | Accession | Leaving | Lasting
"""What articles say that are about their agreement's own life and bind nobody."""
