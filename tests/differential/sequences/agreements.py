"""Small agreements whose articles wait for one another, drawn at random and written as text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case

ACTORS = ("ASTER", "BRIAR", "CEDAR")
ACTS = ("march", "build", "clear", "fence")

OPENING = """\
case "Drawn"
state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
circumstance truce "A truce"
act march (marches, marched, marching) "March"
act build (builds, built, building) "Build"
act clear (clears, cleared, clearing) "Clear"
act fence (fences, fenced, fencing) "Fence"
"""

FORMS = {
    "march": ("marches", "marched"),
    "build": ("builds", "built"),
    "clear": ("clears", "cleared"),
    "fence": ("fences", "fenced"),
}


class Agreements:
    """Draws an agreement.

    Attributes:
        opposites: Whether some articles have exceptions, or end.
    """

    def __init__(self, seed: int, *, opposites: bool = False) -> None:
        self.random = Random(seed)
        self.opposites = opposites

    def case(self) -> Case:
        """A case with one agreement, some readings, and a scenario in which each reads its own way."""
        text = "\n".join((OPENING, *self._agreement()))
        read = read_case([Source("drawn.md", f"```servanda\n{text}\n```\n")])
        assert read.case is not None, (text, read.diagnostics)
        return read.case

    def _agreement(self) -> Iterator[str]:
        random = self.random
        yield 'agreement PACT "Pact"\n  between ASTER, BRIAR, CEDAR\n  bound by signature'
        numbers = range(1, random.randint(3, 6))
        read = []
        for number in numbers:
            yield f"article {number}"
            yield from self._lines()
        if random.random() < 0.5:
            also = f" and {self._fact()}" if random.random() < 0.4 else ""
            yield f"article 9\n  enters into force when each signatory has signed{also}"
        for number in numbers:
            if random.random() < 0.5:
                yield f'reading own_{number} of article {number} "Its own"'
                yield f"  also only if {self._condition()}"
                read.append(number)
        if read:
            yield 'scenario "Each for itself"'
            for number in read:
                some = random.sample(ACTORS, random.randint(1, 2))
                yield f"  with reading own_{number} for {', '.join(some)}"

    def _lines(self) -> Iterator[str]:
        random = self.random
        if random.random() < 0.2:
            who = random.choice((*ACTORS, "a party"))
            yield f"  when {who} {FORMS[random.choice(ACTS)][0]}"
        if random.random() < 0.6:
            yield f"  only if {self._condition()}"
        if self.opposites and random.random() < 0.3:
            yield f"  unless {self._fact()}"
        who = random.choice((*ACTORS, *ACTORS, "ASTER, BRIAR", "each party", "the parties jointly"))
        yield f"  {who} must {random.choice(ACTS)}"
        if random.random() < 0.15:
            yield "  while truce holds"
        if random.random() < 0.15:
            yield f"  performed only if {self._fact()}"
        if self.opposites and random.random() < 0.2:
            yield f"  until {self._fact()}"

    def _condition(self) -> str:
        joint = self.random.choice((" and ", " or "))
        return joint.join(self._fact() for _ in range(self.random.randint(1, 2)))

    def _fact(self) -> str:
        random = self.random
        if random.random() < 0.15:
            return "truce holds"
        who = random.choice((*ACTORS, *ACTORS, "a party", "each party", "2 of the parties"))
        return f"{who} {'have' if who[0] == '2' else 'has'} {FORMS[random.choice(ACTS)][1]}"
