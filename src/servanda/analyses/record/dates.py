"""When something was said, and since when it is known to have been (W1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from servanda.core.calendar import Moment
from servanda.model.node import DocumentId
from servanda.model.record import Statement


class When(NamedTuple):
    """When a saying counts as made.

    Attributes:
        moment: By its own date; else by that of the saying that reports it, or of the document.
        written: Whether the date is the saying's own.
        announced: Whether it is said to come only after it is told of.
    """

    moment: Moment
    written: bool
    announced: bool


def known_since(statement: Statement, days: Mapping[DocumentId, dt.date]) -> Moment | None:
    """When a statement was made: by its own date, or by the first document that has it.

    Returns:
        None where neither is given: nobody can tell when.
    """
    if statement.saying.at is not None:
        return statement.saying.at
    day = statement.published(days)
    return None if day is None else Moment(day)


def moments(statement: Statement, known: Moment) -> Iterator[When]:
    """When each saying of a statement was made, outermost first."""
    outer = known
    for saying in statement.saying.chain():
        if saying.at is None:
            when = When(outer, written=False, announced=False)
        elif is_later(saying.at, outer):
            when = When(outer, written=True, announced=True)
        else:
            when = When(saying.at, written=True, announced=False)
        yield when
        outer = when.moment


def is_later(one: Moment, other: Moment) -> bool:
    """Whether a moment is certainly later than another: not on the same day, unless hours say so."""
    return one.start > other.end


def by(moment: Moment, as_of: Moment) -> bool:
    """Whether a moment has come, or may have, as of another."""
    return moment.start <= as_of.end


def day_of(moment: Moment) -> dt.date:
    """The day on which offices and sides are looked up."""
    return moment.date
