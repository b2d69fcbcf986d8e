"""A case as it would have been on an earlier day: without what was said later, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.record import read_record
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.workbench.asking import read_day
from servanda.workbench.bars import Resting
from servanda.workbench.mistakes import no_record
from servanda.workbench.reports import Checked


class Then(NamedTuple):
    """A case as of a day; as it stands where no day is asked for."""

    case: Case
    moment: Moment | None = None


def as_asked(case: Case, asked: str | None) -> Then | Checked:
    """A case as of the end of the day that was typed, or what is wrong with the day."""
    if asked is None:
        return Then(case)
    if not case.statements:
        return no_record(case)
    moment = read_day(asked)
    if isinstance(moment, Checked):
        return moment
    return Then(as_it_was(case, moment), moment)


def as_it_was(case: Case, moment: Moment) -> Case:
    """The case without the statements that came after a day, or minute.

    A statement of which nobody can tell when it was made stays. A red line, a preference or a rule
    that rests on later statements alone is left out with them; what is marked as judgement as well
    stays.
    """
    chains = read_record(case).chains
    later = frozenset(name for name, chain in chains.items() if chain.known.start > moment.end)
    if not later:
        return case
    kept = frozenset(one.id for one in case.statements if one.id not in later)
    return replace(
        case,
        statements=tuple(one for one in case.statements if one.id in kept),
        requirements=tuple(_resting(case.requirements, kept)),
        preferences=tuple(_resting(case.preferences, kept)),
        participations=tuple(_resting(case.participations, kept)),
    )


def _resting(every: Iterable[Resting], kept: frozenset[StatementId]) -> Iterator[Resting]:
    for one in every:
        still = tuple(name for name in one.rests_on if name in kept)
        if still or one.judgement or not one.rests_on:
            yield replace(one, rests_on=still)
