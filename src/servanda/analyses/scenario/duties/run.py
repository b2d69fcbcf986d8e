"""A course of events run under a text, as everybody reads it and as some read it for themselves."""

from __future__ import annotations

from dataclasses import replace

from servanda.analyses.scenario.bonds.agreement_life import Bonds, Ending
from servanda.analyses.scenario.bonds.lives import bonds_of
from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.duties.extent import WHOLE, Extent
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.proceedings import Proceedings
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Conduct


def run(
    text: TextAsRead, course: Course, bonds: Bonds | None = None, extent: Extent = WHOLE
) -> Run:
    """Runs a course of events under a text; ``bonds`` where it is known already who is bound.

    What actors owe that read the text in a way of their own comes from runs of their own
    texts; who is bound is the same for all of them (R4).
    """
    if bonds is None and text.common is not None:
        bonds = _run(text.common, course, None, WHOLE).frame.bonds
    found = _run(text, course, bonds, extent)
    views = tuple(
        _run(own, course, found.frame.bonds, extent)
        for own in text.views
        if extent.bearers is None or extent.bearers & own.readers
    )
    return replace(found, views=views) if views else found


def _run(text: TextAsRead, course: Course, bonds: Bonds | None, extent: Extent) -> Run:
    """Runs a course of events under one text, as if everybody read it so."""
    if bonds is not None or not what_bonds_read(text).breaches:
        return Proceedings(text, course, bonds or bonds_of(text, course), extent).run()
    conduct: tuple[Conduct, ...] = ()
    endings: tuple[Ending, ...] = ()
    seen: list[object] = []
    while True:  # What bears on bonds does so from the next day on: each round settles one more.
        bonds = bonds_of(text, course, conduct, endings)
        result = Proceedings(text, course, bonds, WHOLE).run()
        record = result.frame.record
        conduct = (*record.breaches, *record.performances)
        endings = tuple(dict.fromkeys(result.frame.suspensions.endings))
        outcome = tuple((one.key, one.verdicts[-1][1]) for one in conduct if one.verdicts)
        if (outcome, endings) in seen:
            return result
        seen.append((outcome, endings))
