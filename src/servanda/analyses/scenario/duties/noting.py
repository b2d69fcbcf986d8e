"""Keeps whom what prevails over other articles binds (rules P3, P4)."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.facts.world import Known
from servanda.model.node import ArticleRef


def note_bindings(lives: Iterable[Life], known: Known, frame: Frame) -> frozenset[ArticleRef]:
    """Keeps whom they bind now; tells of which articles that has changed."""
    changed = set()
    for life in lives:
        if life.binding is None:
            life.binding = Binding(*life.clause.said, life.occasion, life.bearers)
            frame.bindings.setdefault(life.clause.ref, []).append(life.binding)
        life.binding.bearers = life.bearers
        grounds = life.requirements if life.arisen is None else life.doubts
        if life.binding.note(known, life.binds, grounds):
            changed.add(life.clause.ref)
    return frozenset(changed)
