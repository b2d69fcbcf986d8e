"""The coverage of a case: who owes what in which incidents, and where nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.node import AgreementId
from servanda.views.coverage.parts import (
    Length,
    Pages,
    behind,
    counted,
    further,
    further_classes,
    glossary,
    headed,
    percent,
    premises,
    rest_of,
    spoken,
)
from servanda.views.sheet import (
    Block,
    Break,
    Inline,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Section,
    Sheet,
    Table,
)
from servanda.views.wording import Names, joined
from servanda.workbench.coverages import (
    BesideLine,
    ClassLine,
    Covered,
    FindingLine,
    GapLine,
    GapLines,
    MapLines,
    Side,
    StopperLine,
)

MOST_COLUMNS = 3
"""How many guarantors, or groups of them, have a column each; more stand below one another."""

MOST_CLASSES = 12
"""How many classes of incidents are told of where not all are asked for."""

MOST_LINES = 8
"""How many gaps are told of where not all are asked for."""


def covered_sheet(covered: Covered, *, full: bool = False) -> Sheet:
    """The map, the gaps, who can stop what, and what is amiss.

    Args:
        covered: The coverage.
        full: Whether to tell all gaps, with an example each, and every alternative.
    """
    pages = pages_of(covered, "full" if full else "plain")
    blocks: list[Block] = [
        Paragraph((premises(covered.side),), "quiet"),
        Paragraph((counted(covered.asked),), "quiet"),
    ]
    if covered.asked.other_kinds:
        others = ", ".join(covered.asked.other_kinds)
        blocks.append(Paragraph((f"Of other incidents, ask with --incident: {others}.",), "quiet"))
    if covered.partial:
        blocks.append(Paragraph((covered.partial,), "alarm"))
    sections = (
        Section(
            "map",
            "Who owes what",
            tuple(map_blocks(covered.map, pages, None if full else MOST_CLASSES)),
        ),
        Section(
            "gaps",
            gaps_title(covered.gaps, covered.side),
            tuple(
                gap_blocks(covered.gaps, pages, examples=full, most=None if full else MOST_LINES)
            ),
        ),
        Section("stoppers", "Who alone can stop it", tuple(stopper_blocks(covered.gaps, pages))),
        Section("decisive", "Without whom nobody is bound", tuple(_decisive(covered, pages))),
        Section("beside", "Whatever the incident", tuple(_beside(covered.map, pages))),
        Section("amiss", "What is amiss in the text", tuple(_findings(covered, pages))),
        glossary(covered.names),
        *behind(covered.witnesses, covered.passages),
    )
    return Sheet(
        kicker="Coverage",
        title=covered.side.case,
        blocks=tuple(blocks),
        sections=tuple(section for section in sections if section.blocks),
    )


def pages_of(covered: Covered, length: Length = "plain") -> Pages:
    """Says a coverage; articles without their agreement where there is but one."""
    several = len(_agreements(covered)) > 1
    return Pages(Names(covered.actors), several=several, length=length)


def _agreements(covered: Covered) -> set[AgreementId]:
    """The agreements that are cited."""
    cells = (cell for one in covered.map.classes for cell in one.cells)
    cited = [one.article for cell in cells for offer in cell for one in offer.articles]
    cited += (one.article.article for one in covered.map.beside)
    return {ref.agreement for ref in cited}


# The map.


def map_blocks(lines: MapLines, pages: Pages, most: int | None = None) -> Iterator[Block]:
    """The map as a table.

    Args:
        lines: The map.
        pages: Says it.
        most: How many classes of incidents to show, the widest first; all where none is given.
    """
    if not lines.columns:
        yield Paragraph(("No incident binds anybody to anything.",), "alarm")
        return
    several = len(lines.columns) > MOST_COLUMNS
    heads = ("Guarantors and what they owe",) if several else tuple(map(headed, lines.columns))
    rows = tuple(_row(one, lines, pages, several=several) for one in lines.classes[:most])
    yield Table("Who owes what", ("In which incidents", "Share", *heads), rows)
    yield from further_classes(lines.classes[len(rows) :], lines.rest)
    who = [column for column in lines.columns if column.who]
    if who and not several and not pages.short:
        told = (
            (*pages.names.said(column.who), ": ", *pages.names.codes(column.actors))
            for column in who
        )
        yield Paragraph(joined(told, "; "), "quiet")


def _row(one: ClassLine, lines: MapLines, pages: Pages, *, several: bool) -> tuple[Line, ...]:
    share: Line = (percent(one.share),)
    which = (*pages.incidents(one.incidents), *pages.numbered(one.witness))
    if not several:
        return (which, share, *(pages.offers(cell) for cell in one.cells))
    owing = [
        (*pages.who(column), ": ", *pages.offers(cell))
        for column, cell in zip(lines.columns, one.cells, strict=True)
        if cell
    ]
    if len(owing) < len(lines.columns):
        idle = [c.actors for c, cell in zip(lines.columns, one.cells, strict=True) if not cell]
        codes = [actor for actors in idle for actor in actors]
        owing.append((*pages.names.codes(codes), ": ", Mark("nothing", "ended")))
    return (which, share, joined(owing, Break()))


# The gaps.


def gaps_title(gaps: GapLines, side: Side) -> str:
    """What the gaps are measured by, and of whom they are told."""
    level = spoken(gaps.level)
    if not side.guarantors:
        return f"Where nobody is bound to at least {level}"
    if len(side.guarantors) == 1:
        return f"Where {side.guarantors[0]} is not bound to at least {level}"
    return f"Where none of {', '.join(side.guarantors)} is bound to at least {level}"


def gap_blocks(
    gaps: GapLines, pages: Pages, *, examples: bool, most: int | None = None
) -> Iterator[Block]:
    """Where nobody is bound whatever is done, the widest gaps first.

    Args:
        gaps: The gaps.
        pages: Says them.
        examples: Whether to tell an incident of each in words, and not by its number alone.
        most: How many; all where none is given.
    """
    rest = rest_of(gaps.at_once, gaps.never)
    yield Paragraph(
        (
            f"Whatever is done: {percent(gaps.never)}. Somebody is bound at once: "
            f"{percent(gaps.at_once)}. It hangs on something: {percent(rest)}.",
        )
    )
    shown = gaps.gaps[:most]
    if shown:
        yield Items(
            tuple(_gap(gap, pages, example=examples) for gap in shown),
            ("Whatever is done, nobody where",),
        )
    left = further(gaps.gaps, len(shown), gaps.more)
    if left:
        yield Paragraph((f"And {left} more: servanda cover --full.",), "quiet")


def _gap(gap: GapLine, pages: Pages, *, example: bool) -> Item:
    line: list[Inline] = [*pages.alternative(gap.incidents), f": {percent(gap.share)}"]
    inner = []
    if gap.near is not None:
        changes = joined((pages.names.said(change) for change in gap.near.changes), " and ")
        inner.append(
            Item(("nearest: ", *pages.cited((gap.near.article,)), ", which asks that ", *changes))
        )
    if example or gap.near is None:
        inner.append(Item(pages.example(gap.witness)))
    else:
        line += pages.numbered(gap.witness)
    return Item(tuple(line), tuple(inner))


def stopper_blocks(gaps: GapLines, pages: Pages) -> Iterator[Block]:
    """Who alone can keep everybody from being bound."""
    if gaps.stoppers:
        yield Items(tuple(_stopper(one, pages) for one in gaps.stoppers))
    elif gaps.never.incidents < gaps.never.of:
        yield Paragraph(("Nobody alone.",), "quiet")


def _stopper(one: StopperLine, pages: Pages) -> Item:
    by = joined((pages.names.said(fact) for fact in one.by), "; ")
    where = (
        Item(pages.alternative(words, "in every incident asked about"))
        for words in one.incidents.alternatives[:2]
    )
    line = (
        *pages.names.said(one.who),
        f": {percent(one.share)}, as it decides whether ",
        *by,
        *pages.numbered(one.witness),
    )
    return Item(line, tuple(where))


def _decisive(covered: Covered, pages: Pages) -> Iterator[Block]:
    """Those whose promise nobody else has given; of some guarantors alone that is not told."""
    gaps = covered.gaps
    if gaps.decisive and not covered.side.guarantors:
        yield Items(
            tuple(
                Item(
                    (*pages.names.full(one.actor), f": {percent(one.share)}"),
                    tuple(
                        Item(pages.alternative(words)) for words in one.incidents.alternatives[:2]
                    ),
                )
                for one in gaps.decisive
            )
        )


# Beside the incidents.


def _beside(lines: MapLines, pages: Pages) -> Iterator[Block]:
    if lines.beside:
        yield Items(tuple(_brought_about(one, pages) for one in lines.beside))


def _brought_about(one: BesideLine, pages: Pages) -> Item:
    return Item(
        (
            *pages.names.said(one.trigger),
            ": ",
            *pages.who(one.column),
            " must ",
            *pages.names.said(one.words),
            " (",
            *pages.cited((one.article,)),
            ")",
        )
    )


def _findings(covered: Covered, pages: Pages) -> Iterator[Block]:
    if covered.findings:
        yield Items(tuple(_finding(one, pages) for one in covered.findings))


def _finding(one: FindingLine, pages: Pages) -> Item:
    share = f" ({percent(one.share)})" if one.share is not None else ""
    where = tuple(Item(pages.alternative(words)) for words in one.incidents.alternatives[:2])
    return Item((Mark(one.sort, "breach"), ": ", *pages.names.said(one.words), share), where)
