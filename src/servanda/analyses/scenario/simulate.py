"""What comes of a scenario: the door to this analysis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, assert_never

from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.inquiry import Inquiry, inquire
from servanda.analyses.scenario.facts.text_as_read import Texts
from servanda.analyses.scenario.outcome import ABSENT, Outcome
from servanda.analyses.scenario.report import Reporter
from servanda.analyses.scenario.what_if.prospects import prospects
from servanda.core.calendar import Moment
from servanda.model.case import Case, Scenario

WhatIf = Literal["all", "standing", "none"]
"""Of which duties it is worked out what would decide or change them."""


def simulate(
    case: Case,
    scenario: Scenario,
    *,
    at: Moment | None = None,
    readings: Sequence[str] = (),
    choices: Sequence[tuple[str, str]] = (),
    what_if: WhatIf = "all",
) -> Outcome:
    """What a scenario leads to under the agreements of a case.

    Args:
        case: The agreements, the vocabulary and the history.
        scenario: The events to try; what it continues comes first.
        at: The moment asked about; the end of the scenario where none is named.
        readings: Readings taken, besides the scenario's own.
        choices: Issues and the option chosen for each, over the scenario's own.
        what_if: For which duties to work out what would decide or change them: for all; for
            those that are standing, owed or open; or for none.

    Raises:
        UnknownNameError: The case has no such reading, issue, option or earlier scenario.
    """
    inquiry = inquire(Texts(case), scenario, readings, choices)
    return outcome_of(inquiry, at, what_if=what_if)


def outcome_of(inquiry: Inquiry, at: Moment | None = None, *, what_if: WhatIf = "all") -> Outcome:
    """What :func:`simulate` answers, of a scenario that has been taken up."""
    found = inquiry.run(at)
    lives = (*found.lives, *never_occasioned(found))
    match what_if:
        case "all":
            asked = lives
        case "standing":
            asked = tuple(life for life in lives if life.shown not in ABSENT)
        case "none":
            asked = ()
        case _:
            assert_never(what_if)
    told = prospects(found, inquiry.story, asked)
    return Reporter(found, lives, told).outcome(inquiry.scenario.title)
