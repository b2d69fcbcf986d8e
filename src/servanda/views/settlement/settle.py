"""What could be signed: whether there is a package, who would have to move, what would be fair."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.record import Bar
from servanda.model.node import RequirementId
from servanda.model.words import listing
from servanda.views.passages import text_section
from servanda.views.plural import count_of
from servanda.views.settlement.fair import asked_blocks, fair_section
from servanda.views.settlement.grounds import ground_blocks, left_out_blocks
from servanda.views.settlement.moves import (
    concession_blocks,
    conflict_blocks,
    left_blocks,
    move_blocks,
)
from servanda.views.settlement.parts import Pages, found_words
from servanda.views.settlement.presence import presence_blocks
from servanda.views.sheet import Block, Item, Items, Paragraph, Section, Sheet
from servanda.workbench.settlements import Settled

MOST_TOLD = 5
"""How many conflicts, concessions or packages are told where not all are asked for."""

_BARS = {
    Bar.FIRST_HAND: "Only what parties say first-hand counts, and what is marked as judgement.",
    Bar.REPORTED: "What only somebody who is not named reports does not count.",
    Bar.ANY: "",
}


def settled_sheet(settled: Settled, *, full: bool = False) -> Sheet:
    """The page; what was asked for in particular comes first, and alone unless all is asked for.

    Args:
        settled: The answer.
        full: Whether to tell everything, all conflicts, concessions and undominated packages too.
    """
    pages = Pages(settled)
    most = None if full else MOST_TOLD
    asked = (
        Section("asked", "The package asked about", tuple(asked_blocks(settled, pages))),
        Section("conceding", "What conceding opens", tuple(_conceding(settled, pages, full=full))),
        Section("presence", "Who takes part", tuple(_present(settled, pages))),
    )
    first = tuple(section for section in asked if section.blocks)
    sections = first
    if full or not first:
        presence = (
            () if settled.participating.present is not None else presence_blocks(settled, pages)
        )
        sections = (
            *first,
            Section("left", "Which options are left", tuple(left_blocks(settled, pages))),
            Section(
                "conflicts", "Why there is no deal", tuple(conflict_blocks(settled, pages, most))
            ),
            Section("moves", "Who would have to move", tuple(move_blocks(settled, pages, most))),
            fair_section(settled, pages, most),
            Section("presence", "Who takes part", tuple(presence)),
            Section("grounds", "What it rests on", tuple(ground_blocks(settled, pages))),
            text_section(settled.passages),
        )
    beside = tuple(_answer(settled, pages))
    if first and not full:
        rest = (*beside, Paragraph(("Everything else: servanda settle --full.",), "quiet"))
        sections = (*first, Section("beside", "Beside that", rest))
    return Sheet(
        kicker="Settlement",
        title=settled.case,
        blocks=() if first and not full else beside,
        sections=tuple(section for section in sections if section.blocks or section.sections),
    )


def _present(settled: Settled, pages: Pages) -> Iterator[Block]:
    """What those who are said to be present may do."""
    if settled.participating.present is not None:
        yield from presence_blocks(settled, pages)


def _conceding(settled: Settled, pages: Pages, *, full: bool) -> Iterator[Block]:
    """What is opened by what is taken to be given up; or why that is not enough."""
    given_up = _given_up(settled)
    if not given_up or settled.void:
        return
    opened, tone = found_words(settled)
    opened = f"{opened[:1].lower()}{opened[1:]}"
    yield Paragraph(("If ", *pages.giving_up(given_up), f": {opened}"), tone)
    if full:
        return
    yield from left_blocks(settled, pages)
    yield from conflict_blocks(settled, pages, MOST_TOLD)
    if settled.deadlock is not None:
        yield from concession_blocks(settled.deadlock, pages, MOST_TOLD)


def _given_up(settled: Settled) -> list[RequirementId]:
    return [one.name for one in settled.requirements if one.treated == "given up"]


def _answer(settled: Settled, pages: Pages) -> Iterator[Block]:
    given_up = _given_up(settled)
    kept = any(one.treated == "kept" for one in settled.requirements)
    if settled.void or (kept and not given_up):
        told, tone = found_words(settled)
        yield Paragraph((told,), tone)
    if settled.void:
        items = tuple(
            Item(
                ("cannot stand together:" if len(one) > 1 else "cannot be met:",),
                tuple(Item(pages.linkage(name)) for name in one),
            )
            for one in settled.void
        )
        yield Items(items)
    yield from _premises(settled)
    if settled.as_of is not None:
        later = f": {listing(settled.later)}" if settled.later else ""
        told = f"As of {settled.as_of}, without what was said later and what rests on that alone{later}."
        yield Paragraph((told,), "quiet")
    if _BARS[settled.bar]:
        yield Paragraph((_BARS[settled.bar],), "quiet")
    yield from left_out_blocks(settled, pages)


def _premises(settled: Settled) -> Iterator[Block]:
    open_ = [one for one in settled.issues if one.settled is None and not one.idle]
    if open_:
        sizes = ", ".join(f"{one.issue} ({len(one.options)})" for one in open_)
        removed = _removed(settled)
        told = f"Open issues, and how many options each has: {sizes}.{removed}"
        yield Paragraph((told,), "quiet")
    fixed = [one for one in settled.issues if one.settled is not None]
    if fixed:
        told = listing(
            f"{one.issue} is {one.settled}{' (supposed)' if one.supposed else ''}" for one in fixed
        )
        yield Paragraph((f"Settled: {told}.",), "quiet")
    idle = [one.issue for one in settled.issues if one.idle]
    if idle:
        told = f"Nobody asks anything of {listing(idle)}; packages leave that open."
        yield Paragraph((told,), "quiet")


def _removed(settled: Settled) -> str:
    """How many combinations of options are no package, for a linkage."""
    if settled.packages is None or settled.packages == settled.combinations:
        return ""
    number_of = settled.combinations - settled.packages
    verb = "is" if number_of == 1 else "are"
    which = f"the linkage {settled.linkages[0].name}"
    if len(settled.linkages) > 1:
        which = count_of(len(settled.linkages), "linkage")
    return f" Of their {settled.combinations:,} combinations {number_of:,} {verb} no package, by {which}."
