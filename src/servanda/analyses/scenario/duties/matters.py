"""Articles with the events that bring them into play, and what came of a course of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import (
    personal_requirements,
    shared_requirements,
    together,
)
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.situation import Occasion, situation_of
from servanda.analyses.scenario.facts.world import Known
from servanda.model.node import ActorId


@dataclass(slots=True, eq=False)
class Matter:
    """An article and an event that may bring it into play, with the life for each bearer.

    Attributes:
        occasion: The event; None for a standing article.
    """

    clause: Clause
    occasion: Occasion | None
    lives: list[Life] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What came of a course of events.

    Attributes:
        known: What is known at the end.
        matters: In the order of articles and triggers; those that are judged by the text of
            this run, whoever may read it in a way of its own.
        suspending: The same, of the articles on the operation of others.
        views: What came of it by the text of each actor that reads it in such a way (R4).
    """

    frame: Frame
    course: Course
    known: Known
    matters: tuple[Matter, ...]
    suspending: tuple[Matter, ...] = ()
    views: tuple[Run, ...] = ()
    _shared: dict[tuple[int, int], tuple[Requirement, ...]] = field(default_factory=dict)
    _by_key: dict[tuple[object, ...], Life] = field(default_factory=dict)

    @property
    def lives(self) -> Iterator[Life]:
        """All lives, in the order of articles, triggers, bearers; each by its bearer's text."""
        if not self.views:
            yield from self.by_this_text
            return
        place = {ref: n for n, ref in enumerate(self.frame.text.originals)}
        every = [life for each in (self, *self.views) for life in self.judged_by(each)]
        every.sort(key=lambda life: (place[life.clause.ref], life.begins))
        yield from every

    @property
    def by_this_text(self) -> Iterator[Life]:
        """The lives as they are by the text of this run, whoever bears them."""
        for matter in self.matters:
            yield from matter.lives

    def judged_by(self, view: Run, lives: Iterable[Life] | None = None) -> Iterator[Life]:
        """Those lives of one of its views, or of its own, of which that view's text decides.

        What several bear jointly is decided by an actor's own text only where all who bear it
        by the common text read it so.
        """
        jointly: dict[tuple[object, ...], frozenset[ActorId]] = {}
        if self.views:
            for life in self.by_this_text:
                if life.jointly:
                    jointly[life.key] = jointly.get(life.key, frozenset()).union(life.bearers)
        for life in view.by_this_text if lives is None else lives:
            bearers = jointly.get(life.key, frozenset(life.bearers))
            if self._view_of(bearers) is view:
                yield life

    def _view_of(self, bearers: frozenset[ActorId]) -> Run:
        """By whose text it is decided what some actors owe."""
        readers = ((view, view.frame.text.readers) for view in self.views)
        return next((view for view, some in readers if bearers and bearers <= some), self)

    def read_by(self, actor: ActorId) -> Run:
        """The run by whose text an actor is judged: this one, or one of its views."""
        return next((v for v in self.views if actor in v.frame.text.readers), self)

    def run_of(self, life: Life) -> Run:
        """The run that a life is from: this one, or one of its views."""
        return next((v for v in self.views if v.frame.text is life.clause.text), self)

    @property
    def by_key(self) -> dict[tuple[object, ...], Life]:
        """The lives by what identifies them in every run of the same story."""
        if not self._by_key:
            self._by_key.update((life.key, life) for m in self.suspending for life in m.lives)
            self._by_key.update((life.key, life) for life in self.lives)
        return self._by_key

    def requirements(self, life: Life) -> tuple[Requirement, ...]:
        """What an article needs to bind its bearer, as things stand at the end."""
        if (own := self.run_of(life)) is not self:
            return own.requirements(life)
        key = (id(life.clause), id(life.occasion))
        if key not in self._shared:
            situation = situation_of(life.occasion, self.known)
            self._shared[key] = shared_requirements(life.clause, situation, self.frame)
        situation = life.situation(self.known)
        found = (*self._shared[key], *personal_requirements(life.clause, situation, self.frame))
        found = together(life.clause, found, situation, self.frame)
        return life.until_its_end(found, self.known)
