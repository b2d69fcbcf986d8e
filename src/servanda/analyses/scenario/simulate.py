"""What comes of a scenario: the door to this analysis."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.inquiry import Inquiry, inquire
from servanda.analyses.scenario.facts.text_as_read import Texts
from servanda.analyses.scenario.outcome import ABSENT, Outcome
from servanda.analyses.scenario.report import Reporter
from servanda.analyses.scenario.what_if.prospects import prospects
from servanda.core.calendar import Moment
from servanda.model.case import Case, Scenario


def simulate(
    case: Case,
    scenario: Scenario,
    *,
    at: Moment | None = None,
    readings: Sequence[str] = (),
    choices: Sequence[tuple[str, str]] = (),
    why_not: bool = True,
) -> Outcome:
    """What a scenario leads to under the agreements of a case.

    Args:
        case: The agreements, the vocabulary and the history.
        scenario: The events to try; what it continues comes first.
        at: The moment asked about; the end of the scenario where none is named.
        readings: Readings taken, besides the scenario's own.
        choices: Issues and the option chosen for each, over the scenario's own.
        why_not: Whether to work out, for what is not owed, what would change that.

    Raises:
        UnknownNameError: The case has no such reading, issue, option or earlier scenario.
    """
    return outcome_of(inquire(Texts(case), scenario, readings, choices), at, why_not=why_not)


def outcome_of(inquiry: Inquiry, at: Moment | None = None, *, why_not: bool = True) -> Outcome:
    """What :func:`simulate` answers, of a scenario that has been taken up."""
    found = inquiry.run(at)
    lives = (*found.lives, *never_occasioned(found))
    asked = lives if why_not else [life for life in lives if life.shown not in ABSENT]
    told = prospects(found, inquiry.story, asked)
    return Reporter(found, lives, told).outcome(inquiry.scenario.title)
