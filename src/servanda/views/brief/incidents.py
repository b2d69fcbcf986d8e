"""What would be owed in which incidents: the map and the worst gaps, or the designs side by side."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.coverage.cover import (
    gap_blocks,
    gaps_title,
    map_blocks,
    pages_of,
    stopper_blocks,
)
from servanda.views.coverage.designs import classes, totals
from servanda.views.coverage.parts import Pages, counted, premises
from servanda.views.sheet import Block, Paragraph, Section
from servanda.views.wording import Names
from servanda.workbench.briefs import Brief
from servanda.workbench.coverages import Covered, SideBySide

MOST_CLASSES = 6
"""How many classes of incidents a brief shows where not all are asked for."""

MOST_GAPS = 3
"""How many gaps."""


def incidents(brief: Brief, *, full: bool) -> Section:
    """The section of a brief on every incident that can happen."""
    blocks: tuple[Block, ...] = ()
    if brief.coverage is not None:
        blocks = tuple(_coverage(brief.coverage, full=full))
    elif brief.designs is not None:
        blocks = tuple(_designs(brief.designs, full=full))
    return Section("incidents", "Whatever may happen", blocks)


def _coverage(covered: Covered, *, full: bool) -> Iterator[Block]:
    pages = pages_of(covered, linked=False)
    yield Paragraph((premises((covered.side,)), " ", counted(covered.asked)), "quiet")
    yield from map_blocks(covered.map, pages, None if full else MOST_CLASSES)
    yield Paragraph((gaps_title(covered.gaps), ":"), "plain")
    yield from gap_blocks(covered.gaps, pages, examples=True, most=None if full else MOST_GAPS)
    yield from stopper_blocks(covered.gaps, pages)


def _designs(found: SideBySide, *, full: bool) -> Iterator[Block]:
    pages = Pages(Names(found.actors), several=True)
    yield Paragraph((counted(found.asked),), "quiet")
    yield from totals(found, pages)
    yield from classes(found, pages, None if full else MOST_CLASSES)
