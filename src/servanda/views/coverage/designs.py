"""Several designs side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.views.coverage.parts import (
    Pages,
    counted,
    further_classes,
    glossary,
    percent,
    premises_together,
    rest_of,
    spoken,
)
from servanda.views.sheet import (
    Block,
    Break,
    Line,
    Mark,
    Paragraph,
    Section,
    Sheet,
    Strong,
    Table,
)
from servanda.views.wording import Names, joined
from servanda.workbench.comparisons import DesignClassLine, HeldLine, SideBySide

MOST_ROWS = 8
"""How many classes of incidents are told of where not all are asked for."""


def designs_sheet(found: SideBySide, *, full: bool = False) -> Sheet:
    """What each design comes to, and how much somebody owes by each in which incidents.

    Args:
        found: The designs.
        full: Whether to tell every class and alternative.
    """
    pages = Pages(Names(found.actors), several=True, length="full" if full else "plain")
    blocks: list[Block] = [Paragraph((counted(found.asked),), "quiet")]
    if found.partial:
        blocks.append(Paragraph((found.partial,), "alarm"))
    sections = (
        Section(
            "totals",
            f"Who would have to give at least {spoken(found.level)}",
            tuple(totals(found, pages)),
        ),
        Section(
            "classes",
            "How much, in which incidents",
            tuple(classes(found, pages, None if full else MOST_ROWS)),
        ),
        glossary(found.names),
    )
    return Sheet(
        kicker="Side by side",
        title=found.case,
        blocks=tuple(blocks),
        sections=tuple(section for section in sections if section.blocks),
    )


def totals(found: SideBySide, pages: Pages) -> Iterator[Block]:
    """A row for each design."""
    rows = [
        (
            (design.name,),
            pages.names.codes(design.guarantors) or (Mark("nobody", "ended"),),
            (percent(design.at_once),),
            (percent(rest_of(design.at_once, design.never)),),
            (percent(design.never),),
        )
        for design in found.designs
    ]
    columns = ("Design", "Guarantors", "Owed at once", "Owed if", "Never")
    yield Table("What each design comes to", columns, tuple(rows))
    yield Paragraph((premises_together([design.side for design in found.designs]),), "quiet")


def classes(found: SideBySide, pages: Pages, most: int | None = None) -> Iterator[Block]:
    """A row for each class of incidents: what is owed at the most, by which designs."""
    rows = tuple(
        (pages.incidents(one.incidents), (percent(one.share),), _owed(found, one, pages))
        for one in found.classes[:most]
    )
    yield Table("How much, in which incidents", ("In which incidents", "Share", "Owed"), rows)
    yield from further_classes(found.classes[len(rows) :], found.rest)


def _owed(found: SideBySide, one: DesignClassLine, pages: Pages) -> Line:
    """The designs with the same answer together."""
    alike: dict[tuple[HeldLine, ...], list[str]] = {}
    for design, cell in zip(found.designs, one.cells, strict=True):
        alike.setdefault(cell, []).append(design.name)
    ordered = sorted(alike.items(), key=lambda pair: not pair[0])
    return joined(
        ((", ".join(names), ": ", *_cell(cell, pages)) for cell, names in ordered), Break()
    )


def _cell(cell: Sequence[HeldLine], pages: Pages) -> Line:
    if not cell:
        return (Mark("nobody", "ended"),)
    return joined((_held(held, pages) for held in cell), "; ")


def _held(held: HeldLine, pages: Pages) -> Line:
    level = Strong(spoken(held.level))
    if not held.at_once and len(held.ways) > 2:
        count = f" one of {len(held.ways)} things comes about"
        return (level, " ", Mark("only if", "open"), count)
    return (level, " ", *pages.when(held))
