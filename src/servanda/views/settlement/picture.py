"""What would be fair as a picture: what each party gains under packages that no other dominates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from servanda.model.words import listing
from servanda.views.coverage.parts import percent, spoken
from servanda.views.plural import count_of
from servanda.views.settlement.fair import no_nash, standouts
from servanda.views.settlement.parts import (
    Pages,
    found_words,
    options,
    plain,
    signed,
    standing,
)
from servanda.views.template import template
from servanda.workbench.settlements import Fairness, PackageLine, Settled

MOST_PANELS = 4
"""How many concessions are drawn, the cheapest first."""

MOST_TOLD = 12
"""How many packages are told in words below a panel; all are drawn."""

WIDTH, MARGIN, LINE, LANE = 860, 16, 18, 20
LEFT, RIGHT = MARGIN + 180, WIDTH - 70
HALF, LETTERS_IN_NAME, LETTERS_ACROSS = 9, 12, 116


@dataclass(frozen=True, slots=True)
class Disc:
    """A package that stands out, in a row: its letters, and where its disc is."""

    letters: str
    x: int
    y: int

    @property
    def half(self) -> int:
        """Half its width."""
        return _half(self.letters)


@dataclass(frozen=True, slots=True)
class Row:
    """What one party gains, or how often help is owed.

    Attributes:
        axis: The height of its line.
        ticks: Where packages that no other dominates lie.
        discs: Those that stand out.
        ends: What the ends of its line stand for.
    """

    name: str
    axis: int
    ticks: tuple[int, ...]
    discs: tuple[Disc, ...]
    ends: tuple[str, str]
    zero: int | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What would be fair after one concession, or without any."""

    title: str
    y: int
    rows: tuple[Row, ...]
    said: tuple[str, ...]
    said_from: int


Letters = list[tuple[str, str, PackageLine]]
"""Of each package that stands out its letter, its names, and itself."""


def settled_picture(settled: Settled) -> str:
    """The gains as an SVG file that needs nothing else.

    A row for each party, from its least to its greatest gain; a stroke for each package that no
    other dominates, a disc with letters for each that stands out. The list below says the same.
    """
    drawn = [one for one in settled.fairness if standouts(one)]
    panels = list(_panels(settled, drawn[:MOST_PANELS]))
    told, _ = found_words(settled)
    notes = [told, *_notes(settled, drawn)]
    bottom = max((p.said_from + LINE * len(p.said) for p in panels), default=_top(notes))
    return (
        template("gains.svg").render(
            title=f"{settled.case}: who gains what",
            told=" ".join([*notes, *(x for p in panels for x in (f"{p.title}.", *p.said))]),
            notes=notes,
            panels=panels,
            width=WIDTH,
            height=bottom + MARGIN,
            margin=MARGIN,
            line=LINE,
            left=LEFT,
            right=RIGHT,
            half=HALF,
        )
        + "\n"
    )


def _top(notes: Sequence[str]) -> int:
    return MARGIN + LINE * (len(notes) + 1)


def _notes(settled: Settled, drawn: Sequence[Fairness]) -> Iterator[str]:
    """What gains are measured by, and what cannot be drawn."""
    if drawn:
        yield "Gains are points of 100 over no agreement, which is 0."
    if settled.unknown:
        parties = plain(Pages(settled).actors(settled.unknown))
        yield f"What {parties} would gain is undetermined: no preferences are written."
    elif not drawn:
        yield "No package can be compared."
    if len(drawn) > MOST_PANELS:
        yield f"The {MOST_PANELS} cheapest concessions are drawn; there are {len(drawn)}."


def _panels(settled: Settled, drawn: Sequence[Fairness]) -> Iterator[Panel]:
    pages = Pages(settled)
    told, _ = found_words(settled)
    y = _top([told, *_notes(settled, drawn)]) + LINE
    for fairness in drawn:
        letters = list(_lettered(fairness))
        packages = fairness.undominated.packages if fairness.undominated else ()
        rows = tuple(_rows(letters, packages, y))
        said_from = (rows[-1].axis if rows else y) + 2 * LINE
        said = tuple(
            line
            for words in _said(fairness, letters, packages, pages)
            for line in wrap(words, LETTERS_ACROSS, subsequent_indent="\u2003\u2003")
        )
        yield Panel(_title(fairness, pages), y, rows, said, said_from)
        y = said_from + LINE * (len(said) + 3)


def _title(fairness: Fairness, pages: Pages) -> str:
    if fairness.given_up:
        return f"If {plain(pages.giving_up(fairness.given_up))}"
    return "What would be fair"


def _lettered(fairness: Fairness) -> Iterator[tuple[str, str, PackageLine]]:
    """``N`` the Nash solution, ``S`` the greatest sum, ``C`` the compromise; ``NS`` if both."""
    for titles, package in standouts(fairness):
        letters = "".join("S" if one == "greatest sum" else one[0].upper() for one in titles)
        yield letters, listing(titles), package


# Rows.


def _rows(letters: Letters, packages: Sequence[PackageLine], y: int) -> Iterator[Row]:
    every = [*(package for _, _, package in letters), *packages]
    gains = [one.gain for package in every for one in package.gains]
    low, high = min([0.0, *gains]), max([0.0, *gains])
    axis = y + LANE
    for n, one in enumerate(letters[0][2].gains):
        marks = [(letter, _x(p.gains[n].gain, low, high)) for letter, _, p in letters]
        lanes, discs = _stacked(marks, axis)
        axis += LANE * lanes
        ticks = sorted({_x(p.gains[n].gain, low, high) for p in packages})
        yield Row(
            f"gain of {_cut(one.party)}",
            axis,
            tuple(ticks),
            tuple(Disc(disc.letters, disc.x, disc.y + LANE * lanes) for disc in discs),
            (signed(low), signed(high)),
            _x(0, low, high),
        )
        axis += LANE
    helped = [(letter, p.draft) for letter, _, p in letters if p.draft is not None]
    if helped:
        shares = [(letter, _x(draft.at_once.ratio, 0, 1)) for letter, draft in helped]
        lanes, discs = _stacked(shares, axis)
        axis += LANE * lanes
        discs = [Disc(disc.letters, disc.x, disc.y + LANE * lanes) for disc in discs]
        yield Row("help at once", axis, (), tuple(discs), ("0 %", "100 %"), None)


def _cut(name: str) -> str:
    """A name that fits its column; the list below has it in full."""
    return name if len(name) <= LETTERS_IN_NAME else f"{name[: LETTERS_IN_NAME - 1]}\u2026"


def _x(value: float, low: float, high: float) -> int:
    span = high - low or 1.0
    return round(LEFT + (RIGHT - LEFT) * (value - low) / span)


def _half(letters: str) -> int:
    return HALF + 3 * (len(letters) - 1)


def _stacked(marks: Sequence[tuple[str, int]], axis: int) -> tuple[int, list[Disc]]:
    """Discs that would overlap, one above the other, and how many lanes that takes."""
    ends: list[int] = []
    discs: list[Disc] = []
    for letters, x in sorted(marks, key=lambda mark: mark[1]):
        half = _half(letters)
        lane = next((n for n, end in enumerate(ends) if x - half > end + 2), len(ends))
        ends[lane : lane + 1] = [x + half]
        discs.append(Disc(letters, x, axis - LANE * lane))
    return max(len(ends), 1), discs


# Words.


def _said(
    fairness: Fairness, letters: Letters, packages: Sequence[PackageLine], pages: Pages
) -> Iterator[str]:
    for letter, title, package in letters:
        told = [options(package.options), _gains(package, pages)]
        told += [plain(line) for line in standing(package, pages)]
        if package.draft is not None:
            draft = package.draft
            told.append(
                f"at least {spoken(draft.level)} owed at once in {percent(draft.at_once)} of the "
                f"kinds of {draft.noun}"
            )
        yield f"{letter}  the {title}: {'; '.join(told)}."
    without = no_nash(fairness)
    if without is not None:
        yield without
    found = fairness.undominated
    if found is None or not found.packages:
        return
    which = "" if found.number is not None else ", among others"
    number = found.number or len(found.packages)
    yield f"Strokes: {count_of(number, 'package')} that no other dominates{which}."
    for one in packages[:MOST_TOLD]:
        yield f"\u2013  {options(one.options)}: {_gains(one, pages)}."
    if len(packages) > MOST_TOLD:
        yield f"And {count_of(len(packages) - MOST_TOLD, 'more package')}: servanda settle --full."


def _gains(package: PackageLine, pages: Pages) -> str:
    return plain(pages.gains(package.gains))
