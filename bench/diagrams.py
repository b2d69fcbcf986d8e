"""Sets of incidents in `servanda.diagrams`, CUDD, OxiDD and clingo.

Each works out, for two drafts of a guarantee, the same three regions: where nobody is
bound, what some guarantor no longer owes under the second draft, and what only the second
asks. Then it puts them into cubes, as far as it can.

- Own: variables with several values. A cover is irredundant and made of primes.
- CUDD (through dd) and OxiDD know booleans: an attribute is a number in binary, the first
  bit first, in the same order; the codes without a meaning are left out where it matters.
  Neither offers primes or irredundant covers in Python, so a cover is made as one would
  with them: a point of what is left, widened value by value while it stays in the region,
  is taken away until nothing is left. Those cubes are primes too, but there are more of
  them. All primes are not asked for.
- clingo has no regions to calculate with. Of each it lists the first 100,000 incidents, and
  there are up to 10^12: it does part of the work.

Votes are given to all of them as thresholds.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from functools import partial, reduce
from importlib import import_module
from operator import and_, or_
from typing import Any

import clingo

from bench.guarantees import ATTRIBUTES, Guarantee
from bench.ratio import Ratio, peak_memory, seconds_of
from servanda.diagrams import Diagrams

LISTED = 100_000
"""How many incidents of each region clingo lists."""


class Own:
    """The diagrams of Servanda."""

    def __init__(self, guarantee: Guarantee) -> None:
        attributes = guarantee.attributes()
        self.guarantee = guarantee
        self.places = {attribute: place for place, attribute in enumerate(attributes)}
        self.values = {attribute: list(values) for attribute, values in attributes.items()}
        self.diagrams = Diagrams([len(values) for values in attributes.values()])
        self.all_of = self.diagrams.all_of
        self.any_of = self.diagrams.any_of
        self.opposite = self.diagrams.opposite
        self.minus = self.diagrams.minus

    def one_of(self, attribute: str, values: Iterable[str]) -> int:
        """The incidents in which an attribute has one of these values."""
        indices = map(self.values[attribute].index, values)
        return self.diagrams.literal(self.places[attribute], indices)

    def regions(self) -> tuple[int, int, int]:
        """The three regions."""
        return self.guarantee.regions(self)

    def covers(self) -> list[int]:
        """How many cubes there are in the cover of each region."""
        return [len(self.diagrams.cover(region)) for region in self.regions()]


class Booleans:
    """What CUDD and OxiDD have in common: functions that can be joined by operators."""

    true: Any
    false: Any

    def __init__(self, guarantee: Guarantee) -> None:
        self.guarantee = guarantee
        self.attributes = guarantee.attributes()
        self.bits = {
            attribute: [f"{attribute} {bit}" for bit in range((len(values) - 1).bit_length())]
            for attribute, values in self.attributes.items()
        }
        self.is_value: dict[tuple[str, str], Any] = {}

    def name_values(self, variables: dict[str, Any]) -> None:
        """Makes the function of each value of each attribute, and of those that have any."""
        for attribute, values in self.attributes.items():
            bits = [variables[bit] for bit in self.bits[attribute]]
            for code, value in enumerate(values):
                at = range(len(bits) - 1, -1, -1)
                parts = [bit if code >> n & 1 else ~bit for n, bit in zip(at, bits, strict=True)]
                self.is_value[attribute, value] = reduce(and_, parts)
        self.some = {name: self.one_of(name, values) for name, values in self.attributes.items()}
        self.meant = self.all_of(list(self.some.values()))

    def one_of(self, attribute: str, values: Iterable[str]) -> Any:
        """The incidents in which an attribute has one of these values."""
        return self.any_of([self.is_value[attribute, value] for value in values])

    def all_of(self, parts: Sequence[Any]) -> Any:
        """Those in every part."""
        return reduce(and_, parts, self.true)

    def any_of(self, parts: Sequence[Any]) -> Any:
        """Those in some part."""
        return reduce(or_, parts, self.false)

    def opposite(self, part: Any) -> Any:
        """The others."""
        return ~part

    def minus(self, part: Any, other: Any) -> Any:
        """Those in the first and not in the second."""
        return part & ~other

    def regions(self) -> list[Any]:
        """The three regions."""
        return [region & self.meant for region in self.guarantee.regions(self)]

    def covers(self) -> list[int]:
        """How many cubes each region is put into."""
        return [self.cover(region) for region in self.regions()]

    def cover(self, region: Any) -> int:
        """How many cubes a region is put into, one after the other."""
        outside, cubes = self.meant & ~region, 0
        while region != self.false:
            cube = self.point(region)
            for attribute, values in self.attributes.items():
                free = self.without(cube, attribute)
                if free & self.some[attribute] & outside == self.false:
                    cube = free & self.some[attribute]
                    continue
                within = [
                    value
                    for value in values
                    if free & self.is_value[attribute, value] & outside == self.false
                ]
                cube = free & self.one_of(attribute, within)
            region = self.minus(region, cube)
            cubes += 1
        return cubes

    def point(self, region: Any) -> Any:
        """Some point of a region, as a function."""
        raise NotImplementedError

    def without(self, region: Any, attribute: str) -> Any:
        """What remains when an attribute is no longer asked about."""
        raise NotImplementedError


class Cudd(Booleans):
    """CUDD, through dd."""

    def __init__(self, guarantee: Guarantee) -> None:
        super().__init__(guarantee)
        self.bdd = import_module("dd.cudd").BDD()
        self.bdd.configure(reordering=False)
        self.true, self.false = self.bdd.true, self.bdd.false
        names = [bit for bits in self.bits.values() for bit in bits]
        self.bdd.declare(*names)
        self.name_values({name: self.bdd.var(name) for name in names})

    def point(self, region: Any) -> Any:
        """Some point of a region, as a function."""
        return self.bdd.cube(self.bdd.pick(region, care_vars=self.bdd.vars))

    def without(self, region: Any, attribute: str) -> Any:
        """What remains when an attribute is no longer asked about."""
        return self.bdd.exist(self.bits[attribute], region)


class OxiDD(Booleans):
    """OxiDD, on one thread, with room for 2^21 nodes and 2^20 remembered answers."""

    def __init__(self, guarantee: Guarantee) -> None:
        super().__init__(guarantee)
        self.bdd = import_module("oxidd.bdd").BDDManager(1 << 21, 1 << 20, 1)
        self.true, self.false = self.bdd.true(), self.bdd.false()
        names = [bit for bits in self.bits.values() for bit in bits]
        self.bdd.add_vars(len(names))
        variables = {name: self.bdd.var(number) for number, name in enumerate(names)}
        self.name_values(variables)
        self.asked = {
            attribute: self.all_of([variables[bit] for bit in bits])
            for attribute, bits in self.bits.items()
        }

    def point(self, region: Any) -> Any:
        """Some point of a region, as a function."""
        cube = region.pick_cube_dd()
        for attribute, values in self.attributes.items():
            ways = (cube & self.is_value[attribute, value] for value in values)
            cube = next(way for way in ways if way != self.false)
        return cube

    def without(self, region: Any, attribute: str) -> Any:
        """What remains when an attribute is no longer asked about."""
        return region.exists(self.asked[attribute])


class Clingo:
    """Clingo: every set of incidents is an atom with rules for it."""

    def __init__(self, guarantee: Guarantee) -> None:
        self.guarantee = guarantee
        self.rules = [
            "1 { " + "; ".join(f'is("{name}","{value}")' for value in values) + " } 1."
            for name, values in guarantee.attributes().items()
        ]
        self.sets = 0

    def defined(self, bodies: Iterable[str]) -> str:
        """A new atom, which holds by any of these bodies."""
        self.sets += 1
        atom = f"in({self.sets})"
        self.rules += [f"{atom} :- {body}." for body in bodies]
        return atom

    def one_of(self, attribute: str, values: Iterable[str]) -> str:
        """The incidents in which an attribute has one of these values."""
        return self.defined(f'is("{attribute}","{value}")' for value in values)

    def all_of(self, parts: Sequence[str]) -> str:
        """Those in every part."""
        return self.defined([", ".join(parts)])

    def any_of(self, parts: Sequence[str]) -> str:
        """Those in some part."""
        return self.defined(parts)

    def opposite(self, part: str) -> str:
        """The others."""
        return self.defined([f"not {part}"])

    def minus(self, part: str, other: str) -> str:
        """Those in the first and not in the second."""
        return self.defined([f"{part}, not {other}"])

    def regions(self) -> tuple[str, str, str]:
        """The three regions."""
        return self.guarantee.regions(self)

    def covers(self) -> list[int]:
        """How many incidents of each region are listed."""
        regions = self.regions()
        control = clingo.Control([str(LISTED)])
        control.add("base", [], "\n".join(self.rules))
        control.ground([("base", [])])
        listed = []
        for region in regions:
            number = clingo.Number(int(region[3:-1]))
            wanted = [(clingo.Function("in", [number]), True)]
            with control.solve(yield_=True, assumptions=wanted) as models:
                listed.append(sum(1 for _ in models))
        return listed


LIBRARIES: dict[str, tuple[str, type[Booleans]]] = {
    "CUDD (`dd`)": ("dd.cudd", Cudd),
    "OxiDD": ("oxidd.bdd", OxiDD),
}
"""Libraries for booleans, by what they are called, with the module that each is in."""


def others() -> dict[str, type[Booleans]]:
    """Those that are installed; dd comes without CUDD for some systems."""
    return {name: library for name, (module, library) in LIBRARIES.items() if _there(module)}


def _there(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def absent() -> list[str]:
    """Those that are not."""
    return [name for name in LIBRARIES if name not in others()]


SIZES = {
    "32 x 13": Guarantee(32),
    "32 x 25": Guarantee(32, further=12),
    "256 x 13": Guarantee(256),
}
"""Guarantors and attributes, the number of vetoes among them."""

GROWTH = (
    *(Guarantee(guarantors) for guarantors in (32, 64, 128, 256, 512)),
    *(Guarantee(32, further) for further in (4, 8, 12)),
    *(Guarantee(32, 0, reservations) for reservations in (1, 4, 8)),
    *(Guarantee(256, further) for further in (4, 12)),
)
"""Of which guarantees the growth is shown."""

MEMORY = "from bench.diagrams import {0}, Guarantee; {0}(Guarantee(32, further=12)).covers()"


def guarantees(rounds: int) -> Iterator[Ratio]:
    """The regions of a guarantee and their covers, against each library that is installed."""
    for size, guarantee in SIZES.items():
        for name, library in others().items():
            against = f"{name}, {size}"
            alone = compared(rounds, guarantee, library, covers=False)
            yield Ratio.of("regions of a guarantee in the same time", against, alone)
            whole = compared(rounds, guarantee, library)
            yield Ratio.of("the same, each region put into cubes", against, whole)
        listed = compared(rounds, guarantee, Clingo)
        against = f"clingo, 100,000 incidents of each, {size}"
        yield Ratio.of("the same, in the time of a list of incidents", against, listed)


def memory() -> Iterator[Ratio]:
    """How much memory a process takes at most that covers the regions of 32 x 25."""
    own = peak_memory(MEMORY.format("Own"))
    for name, library in others().items():
        theirs = peak_memory(MEMORY.format(library.__name__))
        if own and theirs:
            yield Ratio.of("peak memory", f"{name}, 32 x 25", [own / theirs])


def growth(rounds: int) -> Iterator[str]:
    """A table of how primes, cubes and the time for all of it grow."""
    yield "| guarantors x attributes | reservations each | primes | cubes | seconds |"
    yield "|---|---|---|---|---|"
    for guarantee in GROWTH:
        primes, cubes = of_all(guarantee)
        times = [seconds_of(partial(of_all, guarantee)) for _ in range(rounds)]
        size = f"{guarantee.guarantors} x {len(ATTRIBUTES) + 1 + guarantee.further}"
        seconds = f"{statistics.median(times):.3f}"
        yield f"| {size} | {guarantee.reservations} | {primes} | {cubes} | {seconds} |"


def of_all(guarantee: Guarantee) -> tuple[int, int]:
    """How many primes and how many cubes of covers the regions have together."""
    of = Own(guarantee)
    regions = of.regions()
    primes = sum(len(of.diagrams.primes(region)) for region in regions)
    return primes, sum(len(of.diagrams.cover(region)) for region in regions)


def compared(
    rounds: int,
    guarantee: Guarantee,
    library: type[Booleans | Clingo],
    *,
    covers: bool = True,
) -> list[float]:
    """How long a library takes for the regions and their covers, by how long ours does."""

    def seconds(library: type[Own | Booleans | Clingo]) -> float:
        return seconds_of(lambda: getattr(library(guarantee), "covers" if covers else "regions")())

    times = [(seconds(Own), seconds(library)) for _ in range(rounds + 1)][1:]
    return [theirs / own for own, theirs in times]
