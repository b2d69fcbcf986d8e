"""A cell of the board: a word or two in the table, and a line of reason below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.analyses.record.outcome import Cell, Placed
from servanda.analyses.record.standing import Standing
from servanda.views.record.parts import cited, denied_words, stance_mark, told
from servanda.views.sheet import Break, Item, Line, Mark, Quiet
from servanda.views.wording import Names, joined

MOST_IN_A_CELL = 2
"""How many stances a cell of the board tells; the lines below it tell all."""

_EMPTY = {
    "withdrawn": Mark("taken back", "ended"),
    "denying": Mark("denies", "open"),
    "speaking": Mark("no stance", "ended"),
    "silent": Mark("silent", "ended"),
}


def is_silent(cell: Cell) -> bool:
    """Whether there is nothing at all to be told of a party on a matter."""
    return cell.state == "silent" and not cell.below


def in_the_table(cell: Cell) -> Line:
    """A word or two, and marks that are words."""
    if not cell.holding:
        word = _EMPTY[cell.state]
        return (word, Break(), Quiet("(reported)")) if cell.below else (word,)
    shown = list(dict.fromkeys(map(_short, cell.holding)))
    lines = shown[:MOST_IN_A_CELL]
    if len(shown) > MOST_IN_A_CELL:
        lines.append((Quiet(f"and {len(shown) - MOST_IN_A_CELL} more"),))
    if cell.state == "contradictory":
        lines.append((Mark("contradictory", "breach"),))
    return joined(lines, Break())


def _short(placed: Placed) -> Line:
    """``accepts nato_style (reported, denied)``."""
    stance = placed.stance
    notes = []
    if stance.standing is not Standing.FIRST_HAND:
        notes.append("anonymous" if stance.standing is Standing.ANONYMOUS else "reported")
    if stance.only_if and stance.direction != "depends":
        notes.append("if")
    if stance.beside and stance.direction != "depends":
        notes.append("together")
    if placed.contested_by:
        notes.append("denied")
    elif placed.disputed_by:
        notes.append("disputed")
    noted = f" ({', '.join(notes)})" if notes else ""
    return (stance_mark(stance), noted) if noted else (stance_mark(stance),)


def reasons(cells: Iterable[Cell], names: Names, *, full: bool = False) -> tuple[Item, ...]:
    """A line for each cell, and further ones below it; parties of whom the same is told in one.

    Args:
        cells: The cells of one matter.
        names: Names of the case.
        full: Whether to tell what has been replaced or taken back as well.
    """
    groups: dict[object, tuple[list[str], list[Line]]] = {}
    for cell in cells:
        if not is_silent(cell):
            lines = _lines(cell, names, full=full)
            groups.setdefault(tuple(lines), ([], lines))[0].append(cell.party)
    return tuple(_item(parties, lines, names) for parties, lines in groups.values())


def _item(parties: Sequence[str], lines: Sequence[Line], names: Names) -> Item:
    return Item(
        (*names.together(parties), ": ", *lines[0]), tuple(Item(line) for line in lines[1:])
    )


def _lines(cell: Cell, names: Names, *, full: bool) -> list[Line]:
    """What is told of a cell: what holds, or why nothing does, and then what else is said."""
    denied = {denial for one in cell.holding for denial in one.contested_by}
    denials: list[Line] = [
        (Mark("denies", "open"), " ", *denied_words(denial, names))
        for denial in cell.denials
        if denial not in denied
    ]
    lines = list(told(cell.holding, names))
    if not lines and cell.state not in {"denying", "withdrawn"}:
        lines.append(_word(cell))
    if cell.state == "withdrawn":
        lines += told(cell.withdrawn, names)
    lines += denials
    lines += told(cell.reported, names)
    below = told(cell.below, names)
    beside = (Quiet("besides, not counted here: "),) if cell.holding else ()
    lines += ((*beside, *line) for line in below)
    if full:
        lines += told(cell.earlier, names)
        lines += told(cell.withdrawn, names) if cell.state != "withdrawn" else ()
    if len(lines) == 2 and lines[0] == _word(cell):
        return [(*lines[0], "; ", *lines[1])]
    return lines


def _word(cell: Cell) -> Line:
    word = _EMPTY.get(cell.state, _EMPTY["silent"])
    if cell.state == "speaking":
        return (word, " (", *cited(cell.mentions), ")")
    return (word,)
