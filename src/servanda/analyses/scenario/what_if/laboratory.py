"""Runs a story again under suppositions, each once for all duties that ask for it."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.scenario.duties.extent import Extent
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.run import run
from servanda.analyses.scenario.facts.course import Story, course_of
from servanda.analyses.scenario.what_if.peers import Key, Peers
from servanda.analyses.scenario.what_if.suppositions import Supposed


class Laboratory:
    """Runs the story under suppositions, each once for all duties that ask for it.

    Duties that hang on the same events share a run; one for all would run everything.
    """

    def __init__(self, found: Run, story: Story, groups: Iterable[Peers]) -> None:
        self.found = found
        self._story = story
        self._extents: dict[Key, Extent] = {}
        self._runs: dict[Key, Run] = {}
        for peers in groups:
            for question in peers.first.questions:
                for answer in question.answers:
                    self._widen(answer.supposed.facts, peers)

    def _widen(self, facts: Key, peers: Peers) -> None:
        """Makes sure that a supposition is run for the articles and bearers of these duties."""
        key = (facts, peers.extent.events)
        self._extents[key] = self._extents.get(key, peers.extent) | peers.extent

    def under(self, supposed: Supposed, peers: Peers) -> Run:
        """What comes of the story under a supposition."""
        key: Key = (supposed.facts, peers.extent.events)
        if key not in self._extents:  # several facts together, run for these duties only
            key = (supposed.facts, id(peers))
            self._extents[key] = peers.extent
        if key not in self._runs:
            text = supposed.text(self.found.frame.text)
            events = tuple(supposed.events(self._story.events))
            touched = supposed.bears_on_bonds(text, self._story.events)
            bonds = None if touched else self.found.frame.bonds
            course = course_of(events, self.found.course.at, self._story.supposed)
            self._runs[key] = run(text, course, bonds, self._extents[key])
        return self._runs[key]
