"""Who takes part: what may not be discussed, decided, concluded or in force without whom."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.bargaining import Involvement
from servanda.model.words import listing
from servanda.views.settlement.parts import Pages, listed
from servanda.views.sheet import Block, Item, Items, Line, Paragraph, Quiet, Ref, Table
from servanda.views.wording import article_words, joined
from servanda.workbench.settlements import Settled
from servanda.workbench.taking_part import EntryLine, MatterLine, Participating, VetoLine


def presence_blocks(settled: Settled, pages: Pages) -> Iterator[Block]:
    """The rules as a table; or what those who are present may do, and what not without whom."""
    told = settled.participating
    if told.present is None:
        yield from _rules(told, pages)
        return
    yield Paragraph(("Present: ", *(pages.names.codes(told.present) or ("nobody",)), "."))
    items = [Item(_may(one, pages)) for one in told.matters]
    items += [Item(_entry(one, one.absent, pages)) for one in told.entries if one.absent]
    if items:
        yield Items(tuple(items))
    if told.free:
        yield Paragraph((f"No rule says who has to be there for {listing(told.free)}.",), "quiet")


def _rules(told: Participating, pages: Pages) -> Iterator[Block]:
    if told.matters:
        shown = _shown(told)
        heads = ("Matter", *(f"Not {involvement} without" for involvement in shown))
        rows = tuple(_row(one, shown, pages) for one in told.matters)
        yield Table("Who takes part", heads, rows)
    if told.entries:
        yield Items(tuple(Item(_entry(one, one.who, pages)) for one in told.entries))
    if told.vetoes:
        lead = ("Who can alone keep what from happening",)
        yield Items(tuple(Item(_veto(one, pages)) for one in told.vetoes), lead)


def _veto(one: VetoLine, pages: Pages) -> Line:
    return (*listed(map(pages.names.full, one.actors)), ": ", "; ".join(one.prevents))


def _shown(told: Participating) -> tuple[Involvement, ...]:
    """How one can take part in any of the matters."""
    return max((tuple(one.involvement for one in m.needed) for m in told.matters), key=len)


def _row(matter: MatterLine, shown: tuple[Involvement, ...], pages: Pages) -> tuple[Line, ...]:
    needed = {one.involvement: one.who for one in matter.needed}
    cells = (
        (pages.names.codes(needed[involvement]) or (Quiet("no rule"),))
        if involvement in needed
        else ()
        for involvement in shown
    )
    return ((matter.matter,), *cells)


def _may(matter: MatterLine, pages: Pages) -> Line:
    may = [one.involvement for one in matter.needed if not one.absent]
    parts: list[Line] = []
    if may:
        parts.append((f"may be {listing(may)}",))
    blocked = [one for one in matter.needed if one.absent]
    for who in dict.fromkeys(one.absent for one in blocked):
        verbs = listing((one.involvement for one in blocked if one.absent == who), "or")
        rules = dict.fromkeys(rule for one in blocked if one.absent == who for rule in one.rules)
        parts.append(
            (
                f"may not be {verbs} without ",
                *pages.actors(who),
                Quiet(f" ({listing(rules)})"),
            )
        )
    return (f"{matter.matter} ", *joined(parts, ", "))


def _entry(one: EntryLine, who: tuple[str, ...], pages: Pages) -> Line:
    cited: Line = ()
    if one.article is not None:
        words = article_words(one.article, several=False)
        cited = (" (", Ref(one.origin, words, told=True), ")")
    return (f"{one.agreement} does not enter into force without ", *pages.names.codes(who), *cited)
