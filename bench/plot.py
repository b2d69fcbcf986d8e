"""``python -m bench.plot``: how the cost of diagrams grows, drawn from the table of `docs/bench.md`.

The first row of the table is what the others are compared with. A panel has the rows in which
one size alone differs from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

T = TypeVar("T")

SIZES = ("guarantors", "attributes", "reservations each")
"""What the rows differ in."""

BY_NUMBER = "attributes"
"""The size of which equal distances are equal numbers; of the others they are equal factors."""

TICKS = tuple(n * 10.0**power for power in range(-4, 4) for n in (1, 3))
"""Where a line may go across; in seconds."""

LEFT, WIDTH, APART, TOP, HEIGHT, BELOW = 52, 226, 24, 64, 220, 34
"""Room for the ticks, width of a panel, room between panels, room for the headings, height of
a panel, room for the note; in pixels."""

INSET = 22
"""From the side of a panel to its first and its last dot; in pixels."""

ROW = re.compile(r"^\| (\d+) x (\d+) \| (\d+) \| \d+ \| \d+ \| ([\d.]+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a guarantee and what it costs.

    Attributes:
        sizes: How many of each of `SIZES`.
        seconds: The median of the rounds, as the table writes it.
    """

    sizes: tuple[int, int, int]
    seconds: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A row in its panel, with its place in pixels from the top left of the picture.

    Attributes:
        size: How many of what the panel is about.
        seconds: As the table writes them.
    """

    x: int
    y: int
    size: int
    seconds: str


@dataclass(frozen=True, slots=True)
class Panel:
    """How the cost grows with one size.

    Attributes:
        x: Where the panel begins; in pixels from the left of the picture.
        name: The size that grows.
        same: The sizes that stay as they are, in words.
    """

    x: int
    name: str
    same: str
    dots: tuple[Dot, ...]


def plot(page: str) -> str:
    """The table of the page as an SVG file that needs nothing else."""
    found = rows(page)
    shown = [varied(found, number) for number in range(len(SIZES))]
    ticks = reached([float(row.seconds) for one in shown for row in one])
    panels = [panel(one, number, ticks) for number, one in enumerate(shown)]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    drawn = environment.get_template("plot.svg").render(
        panels=panels,
        ticks=[(f"{tick:g}", height(tick, ticks)) for tick in ticks],
        panel_width=WIDTH,
        top=TOP,
        bottom=TOP + HEIGHT,
        width=panels[-1].x + WIDTH + LEFT // 4,
        height=TOP + HEIGHT + BELOW,
    )
    return drawn + "\n"


def rows(page: str) -> list[Row]:
    """The rows of the page's table, in its order."""
    return [
        Row((int(guarantors), int(attributes), int(reservations)), seconds)
        for guarantors, attributes, reservations, seconds in ROW.findall(page)
    ]


def varied(found: Sequence[Row], number: int) -> list[Row]:
    """The rows that differ from the first in this size alone, the smallest first."""
    return sorted(
        (row for row in found if _others(row.sizes, number) == _others(found[0].sizes, number)),
        key=lambda row: row.sizes[number],
    )


def reached(seconds: Sequence[float]) -> tuple[float, ...]:
    """Each tick from just below the least to just above the most; in seconds."""
    least = max(tick for tick in TICKS if tick < min(seconds))
    most = min(tick for tick in TICKS if tick > max(seconds))
    return tuple(tick for tick in TICKS if least <= tick <= most)


def height(seconds: float, ticks: Sequence[float]) -> int:
    """Where so many seconds are drawn; in pixels from the top of the picture."""
    return TOP + round(HEIGHT * (1 - _share(log10(seconds), log10(ticks[0]), log10(ticks[-1]))))


def panel(shown: Sequence[Row], number: int, ticks: Sequence[float]) -> Panel:
    """The panel of one size, with its dots."""
    left = LEFT + number * (WIDTH + APART)
    name = SIZES[number]
    sizes = [row.sizes[number] for row in shown]
    steps = [size if name == BY_NUMBER else log10(size) for size in sizes]
    dots = tuple(
        Dot(
            left + INSET + round((WIDTH - 2 * INSET) * _share(step, steps[0], steps[-1])),
            height(float(row.seconds), ticks),
            size,
            row.seconds,
        )
        for row, size, step in zip(shown, sizes, steps, strict=True)
    )
    same = [f"{many} {size}" for many, size in zip(shown[0].sizes, SIZES, strict=True)]
    return Panel(left, name, ", ".join(_others(same, number)), dots)


def _others(values: Sequence[T], number: int) -> list[T]:
    return [*values[:number], *values[number + 1 :]]


def _share(value: float, least: float, most: float) -> float:
    return (value - least) / (most - least)


if __name__ == "__main__":
    page = Path(__file__).parents[1] / "docs" / "bench.md"
    print(plot(page.read_text(encoding="utf-8")), end="")
