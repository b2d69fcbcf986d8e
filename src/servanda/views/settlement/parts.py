"""Red lines, packages and gains in words, for every part of the page on a settlement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.model.node import ActorId, RequirementId
from servanda.views.sheet import Inline, Line, Mark, Quiet, Ref, Strong
from servanda.views.wording import Names, joined
from servanda.workbench.settlements import PackageLine, RequirementLine, Settled, Settles


class Saying:
    """Says what a settlement is made of."""

    def __init__(self, settled: Settled) -> None:
        self.names = Names(settled.actors)
        self._known = {one.name: one for one in settled.requirements}

    def line(self, name: RequirementId) -> Line:
        """``no_membership of RUS``, with its place."""
        one = self._known[name]
        return (Ref(one.origin, name, told=True), " of ", self.names.code(one.party))

    def lines(self, names: Iterable[RequirementId]) -> Line:
        """Several red lines."""
        return listed(map(self.line, names))

    def required(self, name: RequirementId) -> Line:
        """A red line with what it requires."""
        one = self._known[name]
        return (*self.line(name), ": ", Strong(one.words), *place(one))

    def giving_up(self, names: Sequence[RequirementId]) -> Line:
        """``RUS gives up no_membership; UKR gives up ...``."""
        parties = dict.fromkeys(self._known[name].party for name in names)
        return joined(
            (
                (
                    self.names.code(party),
                    " gives up ",
                    *listed(
                        (Ref(self._known[n].origin, n, told=True),)
                        for n in names
                        if self._known[n].party == party
                    ),
                )
                for party in parties
            ),
            "; ",
        )

    def actors(self, codes: Sequence[ActorId]) -> Line:
        """``UKR and USA``."""
        return self.names.together(codes)


def listed(lines: Iterable[Line]) -> Line:
    """``A``, ``A and B``, ``A, B and C``."""
    parts = list(lines)
    if len(parts) < 2:
        return joined(parts)
    return (*joined(parts[:-1], ", "), " and ", *parts[-1])


def place(one: RequirementLine) -> Line:
    """Where it was written."""
    return (" ", Ref(one.origin)) if one.origin.line else ()


def options(settles: Iterable[Settles]) -> Line:
    """``sequence is agreement_first, membership is stays_out``."""
    return (", ".join(f"{one.issue} is {one.option}" for one in settles),)


def signed(points: float) -> str:
    """``+12``, ``-3.5``, ``0``; a tenth of a point at the finest."""
    text = f"{points:+.1f}".removesuffix(".0")
    return "0" if float(text) == 0 else text


def gain_mark(points: float) -> Inline:
    """A gain, as a state."""
    if points > 0:
        return Mark(signed(points), "met")
    return Mark(signed(points), "breach" if points < 0 else "ended")


def standing(package: PackageLine, saying: Saying) -> Iterator[Line]:
    """What a package crosses and goes without."""
    if package.without:
        yield ("goes without the linkage ", ", ".join(package.without))
    if package.crosses:
        yield ("crosses ", *saying.lines(package.crosses))
    if not package.without and not package.crosses:
        yield (Quiet("crosses no red line"),)
