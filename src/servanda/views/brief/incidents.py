"""What would be owed in which incidents: the map and the worst gaps, or the designs side by side."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.coverage.cover import gaps_title, map_blocks, pages_of
from servanda.views.coverage.designs import classes, totals
from servanda.views.coverage.parts import Pages, counted, percent, premises
from servanda.views.sheet import Block, Item, Items, Line, Paragraph, Section
from servanda.views.wording import Names, joined
from servanda.workbench.briefs import Brief
from servanda.workbench.comparisons import SideBySide
from servanda.workbench.coverages import Covered, GapLine, StopperLine

MOST_CLASSES = 4
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
    pages = pages_of(covered, "plain" if full else "short")
    yield Paragraph((premises(covered.side), " ", counted(covered.asked)), "quiet")
    yield from map_blocks(covered.map, pages, None if full else MOST_CLASSES)
    gaps = covered.gaps.gaps if full else covered.gaps.gaps[:MOST_GAPS]
    items = [Item(_gap(gap, pages)) for gap in gaps]
    items += (Item(_stopper(one, pages)) for one in covered.gaps.stoppers[:MOST_GAPS])
    lead = (
        f"{gaps_title(covered.gaps, covered.side)}: {percent(covered.gaps.never)} whatever is done"
    )
    yield Items(tuple(items), (lead,))


def _gap(gap: GapLine, pages: Pages) -> Line:
    near = gap.near
    nearest: Line = (" (nearest: ", *pages.cited((near.article,)), ")") if near is not None else ()
    return (*pages.alternative(gap.incidents), f": {percent(gap.share)}", *nearest)


def _stopper(one: StopperLine, pages: Pages) -> Line:
    """Who alone can open a gap."""
    by = joined((pages.names.said(fact) for fact in one.by), "; ")
    share = f" can open a gap in {percent(one.share)}, as it decides whether "
    return (*pages.names.said(one.who), share, *by)


def _designs(found: SideBySide, *, full: bool) -> Iterator[Block]:
    pages = Pages(Names(found.actors), several=True, length="plain" if full else "short")
    yield Paragraph((counted(found.asked),), "quiet")
    yield from totals(found, pages)
    yield from classes(found, pages, None if full else MOST_CLASSES)
