"""Which steps have been taken by a day: worked out by running the case's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from servanda.analyses.scenario import Inquiry, Texts, inquire, outcome_of
from servanda.analyses.sequencing.steps import Decision, Deed, Entry, Step, Turning
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent, Case, DecisionEvent, Scenario
from servanda.model.conditions import TheAgreement
from servanda.model.node import CircumstanceId, unplaced


class DoneSoFar(NamedTuple):
    """What has been done by a day.

    Attributes:
        holding: Circumstances that hold on it.
    """

    steps: tuple[Step, ...]
    holding: frozenset[CircumstanceId]


def done_so_far(case: Case, day: dt.date, after: Scenario | None) -> DoneSoFar:
    """The steps that the history, and a scenario that has happened, have taken by a day's end."""
    inquiry = inquire(Texts(case), after or Scenario(title=""), (), ())
    at = Moment(day)
    outcome = outcome_of(inquiry, at, what_if="none")
    entered = [Entry(f.agreement) for f in outcome.force if f.verdict is Verdict.HOLDS]
    known = inquiry.run(at).known
    holding = frozenset(
        one.id for one in case.circumstances if known.holds(one.id) is Verdict.HOLDS
    )
    turned = (Turning(circumstance) for circumstance in sorted(holding))
    steps = dict.fromkeys((*_acts(inquiry, at, case), *entered, *turned))
    return DoneSoFar(tuple(steps), holding)


def _acts(inquiry: Inquiry, at: Moment, case: Case) -> Iterator[Step]:
    """What has been done, and by whom, and what has been decided on."""
    known = inquiry.run(at).known
    only = case.agreements[0].id if len(case.agreements) == 1 else None
    about = {act.id for act in case.acts if act.object == "agreement"}
    for event, authors in zip(
        known.record.events[: known.events], known.record.authors, strict=False
    ):
        match event:
            case ActEvent():
                thing = event.object
                if thing is None and only is not None and event.act in about:
                    thing = TheAgreement(agreement=only)
                for author in authors:
                    yield Deed((author,), event.act, unplaced(thing))
            case DecisionEvent():
                if event.motion is not None:
                    yield Decision(unplaced(event.body), event.motion)
            case _:
                pass
