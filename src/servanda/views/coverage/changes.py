"""What changes from one side to another, guarantor by guarantor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from servanda.analyses.coverage.sorts import ChangeSort
from servanda.views.coverage.parts import Pages, behind, counted, glossary, percent, premises
from servanda.views.plural import count_of
from servanda.views.sheet import (
    Block,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Section,
    Sheet,
    Strong,
    TextDiff,
)
from servanda.views.wording import Names, joined
from servanda.workbench.comparisons import ChangeLine, Compared, RowLine
from servanda.workbench.coverages import OfferLine, Side

_MARKS: dict[ChangeSort, Mark] = {
    "loses": Mark("loses", "breach"),
    "owes less": Mark("owes less", "breach"),
    "hangs on more": Mark("owes on more conditions", "breach"),
    "hangs on other": Mark("owes on other conditions", "open"),
    "hangs on less": Mark("owes on fewer conditions", "met"),
    "other terms": Mark("owes on other terms", "open"),
    "owes more": Mark("owes more", "met"),
    "gains": Mark("gains", "met"),
}


def compared_sheet(compared: Compared, *, full: bool = False) -> Sheet:
    """What each guarantor loses, gains, or owes otherwise.

    Args:
        compared: The comparison.
        full: Whether the lines in which the texts differ follow.
    """
    several = max(len(compared.before.agreements), len(compared.after.agreements)) > 1
    pages = Pages(Names(compared.actors), several=several)
    title = (
        f"{_called(compared.before, compared.after)} → {_called(compared.after, compared.before)}"
    )
    if compared.before.agreements == compared.after.agreements:
        title = f"{', '.join(compared.before.agreements)}: {title}"
    before, after = premises(compared.before), premises(compared.after)
    blocks: list[Block] = [Paragraph((before,), "quiet")]
    if after != before:
        blocks.append(Paragraph((f"Then: {after}",), "quiet"))
    blocks.append(Paragraph((counted(compared.asked),), "quiet"))
    if compared.partial:
        blocks.append(Paragraph((compared.partial,), "alarm"))
    blocks.append(Paragraph((_summary(compared),)))
    changes: list[Block] = [_row(row, pages) for row in compared.rows]
    if compared.unchanged:
        line = ("Nothing changes for ", *pages.names.codes(compared.unchanged), ".")
        changes.append(Paragraph(line, "quiet"))
    sections = (
        Section("changes", "What changes", tuple(changes)),
        Section("differences", "The text", tuple(_text(compared, full=full))),
        glossary(compared.names),
        *behind(compared.witnesses, compared.passages),
    )
    return Sheet(
        kicker="Comparison",
        title=title,
        blocks=tuple(blocks),
        sections=tuple(section for section in sections if section.blocks),
    )


def _called(side: Side, other: Side) -> str:
    """A side by what tells it from the other."""
    parts = []
    if side.agreements != other.agreements:
        parts.append(", ".join(side.agreements))
    if side.folder != other.folder:
        parts.append(f"in {side.folder}")
    if side.day != other.day:
        parts.append(str(side.day))
    if side.after != other.after and side.after:
        parts.append(f'after "{side.after}"')
    parts += [f"reading {name}" for name in side.readings if name not in other.readings]
    parts += [c.replace("=", " is ", 1) for c in side.choices if c not in other.choices]
    parts += [f"without {name}" for name in side.without if name not in other.without]
    return " ".join(parts) or "as it stands"


def _summary(compared: Compared) -> str:
    counts = Counter(
        change.sort
        for row in compared.rows
        for change in row.changes[:1]
        for _ in row.column.actors
    )
    if not counts:
        return "Nothing changes for anybody."
    worst: dict[ChangeSort, tuple[str, str]] = {
        "loses": ("loses something", "lose something"),
        "owes less": ("owes less", "owe less"),
        "hangs on more": ("owes on more conditions", "owe on more conditions"),
        "hangs on other": ("owes on other conditions", "owe on other conditions"),
        "other terms": ("owes on other terms", "owe on other terms"),
        "hangs on less": ("owes on fewer conditions", "owe on fewer conditions"),
        "owes more": ("owes more", "owe more"),
        "gains": ("gains duties and loses none", "gain duties and lose none"),
    }
    told = [
        f"{counts[sort]} {one if counts[sort] == 1 else several}"
        for sort, (one, several) in worst.items()
        if counts[sort]
    ]
    whole = sum(counts.values())
    return f"{count_of(whole, 'guarantor')} with a change, each counted by the gravest: {', '.join(told)}."


def _row(row: RowLine, pages: Pages) -> Items:
    """What changes for some guarantors, an entry for each change."""
    entries = (Item((*_change(change, pages), *_where(change, pages))) for change in row.changes)
    return Items(tuple(entries), pages.who(row.column))


def _change(change: ChangeLine, pages: Pages) -> Line:
    """What was owed and what is; the terms only where it is they that change."""
    mark, terms = _MARKS[change.sort], change.sort == "other terms"
    before, after = (_kept(offers, pages, terms=terms) for offers in (change.before, change.after))
    match change.sort:
        case "loses":
            return (mark, " ", *before)
        case "gains":
            return (mark, " ", *after)
        case _:
            return (mark, ": ", *before, Strong("; now "), *after)


def _kept(offers: Sequence[OfferLine], pages: Pages, *, terms: bool) -> Line:
    told, known = [], None
    for offer in offers:
        told.append(pages.offer(offer, known, terms=terms))
        known = offer
    return joined(told, "; ")


def _where(change: ChangeLine, pages: Pages) -> Line:
    """Where it changes, and in what share of the incidents in which it was owed, or is."""
    numbered = pages.numbered(*change.witnesses)
    if change.share.incidents == change.share.of:
        wherever: dict[ChangeSort, str] = {
            "loses": ", wherever it was owed",
            "gains": ", wherever it is owed now",
        }
        told = wherever.get(change.sort, ", wherever it is owed on both sides")
        return (Strong(told), *numbered)
    where = pages.inline(change.incidents)
    return (", in ", Strong(percent(change.share)), ", where ", *where, *numbered)


def _text(compared: Compared, *, full: bool) -> Iterator[Block]:
    if compared.text and full:
        yield TextDiff(compared.text)
    elif compared.text:
        lines = count_of(len(compared.text), "line")
        yield Paragraph((f"The texts differ: {lines}, with --full.",), "quiet")
