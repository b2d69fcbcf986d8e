"""One scenario as it is asked about: its story, the text it takes, and its runs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.run import run
from servanda.analyses.scenario.facts.course import Numbered, Story, course_of, settled, story_of
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, Texts
from servanda.core.calendar import Moment
from servanda.model.case import Change, Scenario
from servanda.model.node import CircumstanceId


class Inquiry:
    """A scenario under one text; what comes of it by a moment is worked out once.

    Attributes:
        story: The scenario's events, after all that comes before them.
        text: The text that the story takes.
    """

    def __init__(self, scenario: Scenario, story: Story, text: TextAsRead) -> None:
        self.scenario = scenario
        self.story = story
        self.text = text
        self._runs: dict[Moment, Run] = {}

    def run(self, at: Moment | None = None) -> Run:
        """What came of the story by a moment; by its end where none is named."""
        moment = at or self.story.end
        if moment not in self._runs:
            self._runs[moment] = run(
                self.text, course_of(self.story.events, moment, self.story.supposed)
            )
        return self._runs[moment]

    def with_change(self, circumstance: CircumstanceId, becomes: Change) -> Inquiry:
        """The same story with a circumstance held, or not, wherever it is in doubt."""
        events = tuple(
            Numbered(numbered.number, settled(numbered.event, {circumstance: becomes}))
            for numbered in self.story.events
        )
        story = msgspec.structs.replace(self.story, events=events)
        return Inquiry(self.scenario, story, self.text)

    def without(self, left_out: Sequence[str]) -> Inquiry:
        """The same story without some amendments, or readings that some take for themselves."""
        return Inquiry(self.scenario, self.story, self.text.under(without=left_out))

    def choosing(self, choices: Sequence[tuple[str, str]]) -> Inquiry:
        """The same story with some issues settled besides."""
        return Inquiry(self.scenario, self.story, self.text.under(choices=choices))


def inquire(
    texts: Texts,
    scenario: Scenario,
    readings: Sequence[str] = (),
    choices: Sequence[tuple[str, str]] = (),
) -> Inquiry:
    """Takes up a scenario of a case.

    Args:
        texts: The case; one for all of its scenarios saves reading it anew for each.
        scenario: The events to try; what it continues comes first.
        readings: Readings taken, besides the scenario's own.
        choices: Issues and the option chosen for each, over the scenario's own.

    Raises:
        UnknownNameError: The case has no such reading, issue, option or earlier scenario.
    """
    story = story_of(texts.case, scenario)
    chosen = [(c.issue, c.option) for c in story.choices]
    text = texts.as_read((*readings, *story.readings), (*chosen, *choices), story.own_readings)
    return Inquiry(scenario, story, text)
