"""Runs a scenario: the door to this analysis."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.run import Run, run
from servanda.analyses.scenario.facts.course import Story, course_of, story_of
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, as_read
from servanda.analyses.scenario.outcome import Outcome
from servanda.analyses.scenario.report import ABSENT, Reporter
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
    story = story_of(case, scenario)
    text = text_for(case, story, readings, choices)
    result = run_story(text, story, at)
    lives = (*result.lives, *never_occasioned(result))
    if not why_not:
        lives = tuple(life for life in lives if life.shown not in ABSENT)
    return Reporter(result, prospects(result, story, lives)).outcome(scenario.title)


def text_for(
    case: Case, story: Story, readings: Sequence[str], choices: Sequence[tuple[str, str]]
) -> TextAsRead:
    """The text as a story takes it, with further readings and choices on top."""
    chosen = [(c.issue, c.option) for c in story.choices]
    return as_read(case, (*readings, *story.readings), (*chosen, *choices))


def run_story(text: TextAsRead, story: Story, at: Moment | None = None) -> Run:
    """What came of a story by a moment."""
    return run(text, course_of(story.events, at or story.end))
