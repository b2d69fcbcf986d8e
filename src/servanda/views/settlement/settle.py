"""What could be signed: whether there is a package, who would have to move, what would be fair."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.record import Bar
from servanda.model.words import listing
from servanda.views.passages import text_section
from servanda.views.plural import count_of
from servanda.views.settlement.fair import asked_blocks, fair_section
from servanda.views.settlement.grounds import ground_blocks
from servanda.views.settlement.moves import conflict_blocks, left_blocks, move_blocks
from servanda.views.settlement.parts import Pages, number, packages
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
    """The page.

    Args:
        settled: The answer.
        full: Whether to tell all conflicts, concessions and undominated packages.
    """
    pages = Pages(settled)
    most = None if full else MOST_TOLD
    sections = (
        Section("asked", "The package asked about", tuple(asked_blocks(settled, pages))),
        Section("left", "Which options are left", tuple(left_blocks(settled, pages))),
        Section("conflicts", "Why there is no deal", tuple(conflict_blocks(settled, pages, most))),
        Section("moves", "Who would have to move", tuple(move_blocks(settled, pages, most))),
        fair_section(settled, pages, most),
        Section("presence", "Who takes part", tuple(presence_blocks(settled, pages))),
        Section("grounds", "What it rests on", tuple(ground_blocks(settled, pages))),
        text_section(settled.passages),
    )
    return Sheet(
        kicker="Settlement",
        title=settled.case,
        blocks=tuple(_answer(settled, pages)),
        sections=tuple(section for section in sections if section.blocks or section.sections),
    )


def _answer(settled: Settled, pages: Pages) -> Iterator[Block]:
    if any(one.treated == "kept" for one in settled.requirements) or settled.void:
        yield _headline(settled)
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
    left_out = [one.name for one in settled.requirements if one.treated == "below the bar"]
    told = _BARS[settled.bar]
    if told:
        without = (" Left out: ", *pages.lines(left_out), ".") if left_out else ()
        yield Paragraph((told, *without), "quiet")
    given_up = [one.name for one in settled.requirements if one.treated == "given up"]
    if given_up:
        yield Paragraph(("As if ", *pages.giving_up(given_up), "."), "quiet")


def _headline(settled: Settled) -> Paragraph:
    if settled.void:
        return Paragraph(("No package can be made at all.",), "alarm")
    if settled.deadlock is not None:
        least = "" if settled.deadlock.all_conflicts else "at least "
        conflicts = count_of(len(settled.deadlock.conflicts), "minimal conflict")
        of = "" if settled.packages is None else f" of {settled.packages:,}"
        told = f"No package{of} crosses no red line: {least}{conflicts}."
        return Paragraph((told,), "alarm")
    if settled.acceptable is None:
        told = "There are packages that cross no red line, too many to be counted."
    else:
        verb = "crosses" if settled.acceptable == 1 else "cross"
        told = f"{number(settled.acceptable)} of {packages(settled.packages)} {verb} no red line."
    return Paragraph((told,), "good")


def _premises(settled: Settled) -> Iterator[Block]:
    open_ = [one for one in settled.issues if one.settled is None and not one.idle]
    if open_:
        sizes = ", ".join(f"{one.issue} ({len(one.options)})" for one in open_)
        yield Paragraph((f"Open issues, and how many options each has: {sizes}.",), "quiet")
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
