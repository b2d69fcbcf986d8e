"""Why there is no deal, who would have to move, and which options are left."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.settlement.parts import Pages, listed, more, options, packages
from servanda.views.sheet import Block, Item, Items, Line, Quiet, Table
from servanda.views.wording import joined
from servanda.workbench.settlements import ConflictLine, Deadlock, OptionLeft, Settled


def left_blocks(settled: Settled, pages: Pages) -> Iterator[Block]:
    """What is left of each issue, and what rules the other options out."""
    if not settled.left:
        return
    rows = []
    for issue in dict.fromkeys(one.issue for one in settled.left):
        some = [one for one in settled.left if one.issue == issue]
        left = ", ".join(one.option for one in some if one.possible)
        out = joined((_out(one, pages) for one in some if not one.possible), "; ")
        rows.append(((issue,), (left,), out))
    yield Table("Which options are left", ("Issue", "Left", "Ruled out"), tuple(rows))


def _out(one: OptionLeft, pages: Pages) -> Line:
    by = [pages.line(name) for name in one.lines]
    by += [(f"the linkage {name}",) for name in one.linkages]
    return (one.option, Quiet(" by "), *listed(by)) if by else (one.option,)


def conflict_blocks(settled: Settled, pages: Pages, most: int | None) -> Iterator[Block]:
    """The minimal conflicts, the smallest first."""
    deadlock = settled.deadlock
    if deadlock is None:
        return
    shown = deadlock.conflicts[:most]
    yield Items(tuple(_conflict(one, pages) for one in shown))
    left = len(deadlock.conflicts) - len(shown)
    yield from more(left, "conflict", complete=deadlock.all_conflicts)


def _conflict(one: ConflictLine, pages: Pages) -> Item:
    inner = [Item(pages.required(name)) for name in one.lines]
    inner += [Item(("given ", *pages.linkage(name))) for name in one.linkages]
    if one.settled:
        inner.append(Item((f"given that {options(one.settled)}",)))
    if len(one.lines) == 1:
        return Item(("cannot be met:",), tuple(inner))
    return Item((f"{len(one.lines)} red lines that cannot stand together:",), tuple(inner))


def move_blocks(settled: Settled, pages: Pages, most: int | None) -> Iterator[Block]:
    """The concessions that would unlock it, the cheapest first; and each party."""
    deadlock = settled.deadlock
    if deadlock is None:
        return
    yield from concession_blocks(deadlock, pages, most)
    yield Items(tuple(_movers(deadlock, pages)), ("Party by party",))
    yield from more(0, "way", complete=deadlock.all_together)


def concession_blocks(deadlock: Deadlock, pages: Pages, most: int | None) -> Iterator[Block]:
    """The concessions that would unlock it, the cheapest first."""
    shown = deadlock.concessions[:most]
    items = tuple(
        Item(
            (
                *pages.giving_up(one.lines),
                f" (cost {one.cost}): ",
                Quiet(f"opens {packages(one.packages)}"),
            )
        )
        for one in shown
    )
    yield Items(items, ("What would unlock it, cheapest first",))
    left = len(deadlock.concessions) - len(shown)
    yield from more(left, "concession", complete=deadlock.all_concessions)


def _movers(deadlock: Deadlock, pages: Pages) -> Iterator[Item]:
    for one in deadlock.movers:
        who = pages.names.full(one.party)
        enough: Line = ()
        if one.alone is not None:
            enough = (*listed(map(pages.name, one.alone)), f" (cost {one.cost})")
        if one.contradicts:
            told = " has to move in any case: its own red lines cannot stand together"
            also = ("; giving up ", *enough, " is enough") if enough else ()
            yield Item((*who, told, *also))
        elif enough:
            yield Item((*who, " could alone, by giving up ", *enough))
    for several in deadlock.together:
        if len(several) > 1:
            alone = "neither of them without the other"
            if len(several) > 2:
                alone = "none of them without the others"
            yield Item((*pages.actors(several), f" could together, and {alone}"))
    some = {party for several in deadlock.together for party in several}
    idle = [one.party for one in deadlock.movers if one.party not in some]
    if idle and deadlock.all_together:
        them, they = ("it", "it") if len(idle) == 1 else ("them", "they")
        told = (
            f" need not give up anything: others can make a package possible without {them}, "
            f"and {they} cannot without others"
        )
        yield Item((*pages.actors(idle), told))
