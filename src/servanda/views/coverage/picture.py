"""Coverage as a picture: incidents by guarantors or designs, a word and a colour in each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from servanda.model.node import Level
from servanda.views.coverage.parts import further, headed, percent, spoken
from servanda.views.template import template
from servanda.workbench.comparisons import DesignClassLine, HeldLine, SideBySide
from servanda.workbench.coverages import ClassLine, Covered, OfferLine

LABEL, CELL, GAP, LINE = 330, 132, 4, 16
"""Widths of the labels and of a cell, the gap between cells, the height of a line; in pixels."""

LETTERS_IN_LABEL, LETTERS_IN_CELL = 48, 17
"""How many letters of the picture's font go on a line."""

MOST_ROWS = 12
"""How many classes of incidents are drawn; the widest are."""

Tone = Literal["none", "act", "low", "middle", "high"]
"""How much is owed, from nothing to the top of the ladder."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what is owed at the most, and whether at once.

    Attributes:
        sure: Whether it is owed as soon as the incident has happened.
    """

    words: str
    tone: Tone
    sure: bool
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A class of incidents."""

    label: str
    share: str
    cells: tuple[Cell, ...]


def designs_picture(found: SideBySide) -> str:
    """Designs side by side, as an SVG file that needs nothing else."""
    levels = {held.level for one in found.classes for cell in one.cells for held in cell}
    tones = _tones([level for level in found.levels if level in levels])
    rows = [
        Row(_label(one), percent(one.share), tuple(_held(cell, tones) for cell in one.cells))
        for one in found.classes[:MOST_ROWS]
    ]
    columns = [design.name for design in found.designs]
    return _drawn(found.case, columns, rows)


def covered_picture(covered: Covered) -> str:
    """A map, as an SVG file that needs nothing else."""
    levels = {offer.floor for one in covered.map.classes for cell in one.cells for offer in cell}
    tones = _tones([level for level in covered.levels if level in levels])
    rows = [
        Row(_label(one), percent(one.share), tuple(_offered(cell, tones) for cell in one.cells))
        for one in covered.map.classes[:MOST_ROWS]
    ]
    columns = [headed(column) for column in covered.map.columns]
    return _drawn(covered.side.case, columns, rows)


def _label(one: ClassLine | DesignClassLine) -> str:
    words, *others = one.incidents.alternatives or ("",)
    more = further(others, 0, one.incidents.more)
    return (words or "every incident") + (f" (or {more} more)" if more else "")


Tones = Mapping[Level, Tone]
"""The tone of each level that occurs, the lowest first."""


def _tones(levels: Sequence[Level]) -> Tones:
    """The darkest tone for the highest level; below the third all are alike."""
    tones: tuple[Tone, ...] = ("low", "middle", "high")
    return {level: tones[max(0, 3 - len(levels) + n)] for n, level in enumerate(levels)}


def _held(cell: Sequence[HeldLine], tones: Tones) -> Cell:
    if not cell:
        return Cell("nobody", "none", True)
    sure = next((held for held in cell if held.at_once), None)
    shown = sure or cell[0]
    tip = "; ".join(
        f"{held.level}: {'at once' if held.at_once else 'only if ' + _first_way(held)}"
        for held in cell
    )
    words = spoken(shown.level) if sure else f"if: {spoken(shown.level)}"
    return Cell(words, tones[shown.level], sure is not None, tip)


def _offered(cell: Sequence[OfferLine], tones: Tones) -> Cell:
    tip = "; ".join(offer.words for offer in cell)
    asked = [(offer.floor, offer.at_once) for offer in cell if offer.floor is not None]
    if not asked:
        return Cell("an act" if cell else "nothing", "act" if cell else "none", True, tip)
    sure = [level for level, at_once in asked if at_once]
    shown = max(sure or [level for level, _ in asked], key=list(tones).index)
    words = spoken(shown) if sure else f"if: {spoken(shown)}"
    return Cell(words, tones[shown], bool(sure), tip)


def _first_way(held: HeldLine) -> str:
    return " and ".join(held.ways[0].needs) if held.ways else "something comes about"


# Drawing.


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of text in a box."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    style: str = ""
    tip: str = ""


def _drawn(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    boxes = list(_boxes(columns, rows))
    boxes.append(_legend(max(box.y + box.height for box in boxes), len(columns)))
    height = max(box.y + box.height for box in boxes) + GAP
    width = LABEL + len(columns) * (CELL + GAP)
    return (
        template("map.svg").render(title=title, boxes=boxes, width=width, height=height, line=LINE)
        + "\n"
    )


def _boxes(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[Placed]:
    heads = [wrap(column.replace("_", " "), LETTERS_IN_CELL) for column in columns]
    top = LINE * (max(map(len, heads), default=1) + 1)
    for n, head in enumerate(heads):
        yield Placed(LABEL + n * (CELL + GAP), 0, CELL, top - GAP, tuple(head), "head")
    y = top
    for row in rows:
        label = wrap(f"{row.label.replace('_', ' ')} ({row.share})", LETTERS_IN_LABEL)
        cells = [wrap(cell.words, LETTERS_IN_CELL) for cell in row.cells]
        height = LINE * max(len(label), *map(len, cells), 1) + 10
        yield Placed(0, y, LABEL - GAP, height, tuple(label), "label")
        for n, (cell, lines) in enumerate(zip(row.cells, cells, strict=True)):
            style = f"{cell.tone} {'sure' if cell.sure else 'open'}"
            x = LABEL + n * (CELL + GAP)
            yield Placed(x, y, CELL, height, tuple(lines), style, cell.tip)
        y += height + GAP


LEGEND = (
    "The most that somebody owes: solid at once, dashed and with an 'if' only if something comes "
    "about beside the incident. Shares count kinds of incident and are no probabilities."
)


def _legend(y: int, columns: int) -> Placed:
    letters = LETTERS_IN_LABEL + columns * LETTERS_IN_CELL
    lines = wrap(LEGEND, letters)
    width = LABEL + columns * (CELL + GAP)
    return Placed(0, y + GAP, width, LINE * len(lines) + 10, tuple(lines), "label")
