"""Runs a story again under suppositions, each once for all duties that ask for it."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.scenario.duties.run import NOTHING, Run, Scope, run
from servanda.analyses.scenario.facts.course import Story, course_of
from servanda.analyses.scenario.what_if.peers import Key, Peers
from servanda.analyses.scenario.what_if.suppositions import Supposed


class Laboratory:
    """Runs the story under suppositions, each once for all duties that ask for it."""

    def __init__(self, found: Run, story: Story, groups: Iterable[Peers]) -> None:
        self.found = found
        self._story = story
        self._scopes: dict[Key, Scope] = {}
        self._runs: dict[Key, Run] = {}
        for peers in groups:
            for question in peers.first.questions:
                for answer in question.answers:
                    self._widen(answer.supposed.facts, peers)

    def _widen(self, facts: Key, peers: Peers) -> None:
        """Makes sure that a supposition is run for the articles and bearers of these duties."""
        self._scopes[facts] = self._scopes.get(facts, NOTHING) | peers.scope

    def under(self, supposed: Supposed, peers: Peers) -> Run:
        """What comes of the story under a supposition."""
        facts = supposed.facts
        if facts not in self._scopes:  # several facts together, run for these duties only
            facts = (*facts, id(peers))
        if facts not in self._runs:
            if facts not in self._scopes:
                self._widen(facts, peers)
            text = supposed.text(self.found.frame.text)
            events = tuple(supposed.events(self._story.events))
            touched = supposed.bears_on_bonds(text, self._story.events)
            bonds = None if touched else self.found.frame.bonds
            course = course_of(events, self.found.course.at)
            self._runs[facts] = run(text, course, bonds, self._scopes[facts])
        return self._runs[facts]
