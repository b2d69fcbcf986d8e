"""Red lines, packages and gains in words, for every part of the page on a settlement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.model.node import ActorId, LinkageId, RequirementId
from servanda.views.plural import count_of
from servanda.views.sheet import (
    Block,
    Break,
    Code,
    Inline,
    Line,
    Mark,
    Paragraph,
    Quiet,
    Ref,
    Strong,
    Tone,
)
from servanda.views.wording import Names, joined
from servanda.workbench.settlements import (
    GainLine,
    LinkageLine,
    PackageLine,
    PreferenceLine,
    RequirementLine,
    RuleLine,
    Settled,
    Settles,
)


class Pages:
    """Says what a settlement is made of."""

    def __init__(self, settled: Settled) -> None:
        self.names = Names(settled.actors)
        self._known = {one.name: one for one in settled.requirements}
        self._linkages = {one.name: one for one in settled.linkages}

    def name(self, name: RequirementId) -> Line:
        """``no_membership``."""
        return (Ref(self._known[name].origin, name, told=True),)

    def line(self, name: RequirementId) -> Line:
        """``no_membership of RUS``."""
        return (*self.name(name), " of ", self.names.code(self._known[name].party))

    def lines(self, names: Iterable[RequirementId]) -> Line:
        """Several red lines."""
        return listed(map(self.line, names))

    def required(self, name: RequirementId) -> Line:
        """A red line with what it requires."""
        one = self._known[name]
        return (*self.line(name), ": ", Strong(one.words), *place(one))

    def linkage(self, name: LinkageId) -> Line:
        """A linkage with what it requires."""
        one = self._linkages[name]
        return (f"the linkage {name}: ", Strong(one.words), *place(one))

    def giving_up(self, names: Sequence[RequirementId]) -> Line:
        """``RUS gives up no_membership; UKR gives up truce_first``."""
        parties = dict.fromkeys(self._known[name].party for name in names)
        moves = (
            (
                self.names.code(party),
                " gives up ",
                *listed(self.name(name) for name in names if self._known[name].party == party),
            )
            for party in parties
        )
        return joined(moves, "; ")

    def gains(self, gains: Iterable[GainLine]) -> Line:
        """``RUS +15, UKR +60``."""
        told = ((self.names.code(one.party), " ", gain_mark(one.gain)) for one in gains)
        return joined(told, ", ")

    def actors(self, codes: Sequence[ActorId]) -> Line:
        """``UKR and USA``."""
        return self.names.together(codes)


def plain(line: Line) -> str:
    """A line without its references: for a heading."""
    words = (
        part if isinstance(part, str) else part.code if isinstance(part, Code) else part.words
        for part in line
        if not isinstance(part, Break)
    )
    return "".join(words)


def listed(lines: Iterable[Line]) -> Line:
    """``A``, ``A and B``, ``A, B and C``."""
    parts = list(lines)
    if len(parts) < 2:
        return joined(parts)
    return (*joined(parts[:-1], ", "), " and ", *parts[-1])


def place(one: RequirementLine | LinkageLine | PreferenceLine | RuleLine) -> Line:
    """Where it was written."""
    return (" ", Ref(one.origin)) if one.origin.line else ()


def options(settles: Iterable[Settles]) -> str:
    """``sequence is agreement_first, membership is stays_out``."""
    return ", ".join(f"{one.issue} is {one.option}" for one in settles)


def signed(points: float) -> str:
    """``+12``, ``-3.5``, ``0``; a tenth of a point at the finest."""
    text = f"{points:+.1f}".removesuffix(".0")
    return "0" if float(text) == 0 else text


def gain_mark(points: float) -> Inline:
    """A gain, as a state."""
    if points > 0:
        return Mark(signed(points), "met")
    return Mark(signed(points), "breach" if points < 0 else "ended")


def number(count: int | None) -> str:
    """``1,200``; of what cannot be counted, that there is some."""
    return "some" if count is None else f"{count:,}"


def packages(count: int | None) -> str:
    """``1 package``, ``1,200 packages``."""
    return f"{number(count)} {'package' if count == 1 else 'packages'}"


def found_words(settled: Settled) -> tuple[str, Tone]:
    """Whether there is a package, in a sentence."""
    if settled.void:
        return "No package can be made at all.", "alarm"
    if settled.deadlock is not None:
        least = "" if settled.deadlock.all_conflicts else "at least "
        conflicts = count_of(len(settled.deadlock.conflicts), "minimal conflict")
        every = "Every package crosses"
        if settled.packages is not None:
            every = f"Every one of {settled.packages:,} packages crosses"
            if settled.packages == 1:
                every = "The only package crosses"
        told = f"{every} a red line: {least}{conflicts}."
        return told, "alarm"
    if settled.acceptable is None:
        told = "There are packages that cross no red line, too many to be counted."
    else:
        verb = "crosses" if settled.acceptable == 1 else "cross"
        told = f"{number(settled.acceptable)} of {packages(settled.packages)} {verb} no red line."
    return told, "good"


def standing(package: PackageLine, pages: Pages) -> Iterator[Line]:
    """What a package crosses and goes without."""
    if package.without:
        yield ("goes without the linkage ", ", ".join(package.without))
    if package.crosses:
        yield ("crosses ", *pages.lines(package.crosses))
    if not package.without and not package.crosses:
        yield (Quiet("crosses no red line"),)


def more(left: int, what: str, *, complete: bool) -> Iterator[Block]:
    """How many are not told, and whether there are others that are not known.

    Args:
        left: How many are known and not told.
        what: What they are, in the singular.
        complete: Whether all are known.
    """
    if left:
        yield Paragraph(
            (f"And {count_of(left, f'more {what}')}: servanda settle --full.",), "quiet"
        )
    if not complete:
        told = f"The search for more was stopped: there may be other {what}s."
        yield Paragraph((told,), "alarm")
