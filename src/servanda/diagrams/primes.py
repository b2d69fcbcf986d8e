"""Prime cubes: the widest terms in which a function can be put."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.diagrams.cubes import FREE, NONE, Cube, CubeSets
from servanda.diagrams.logic import Answers, Logic
from servanda.diagrams.nodes import FALSE, TRUE, Nodes


class Primes:
    """The prime cubes of a function, counted at once and listed only when asked for.

    Attributes:
        number: How many there are; ``len`` says the same up to 2^63.
    """

    def __init__(self, sets: CubeSets, cubes: int) -> None:
        self._sets = sets
        self._cubes = cubes
        self.number = sets.counts[cubes]

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Cube]:
        return self._sets.listed(self._cubes)


class PrimeFinder:
    """Finds all primes of functions as sets of cubes (Coudert and Madre 1992, multi-valued).

    A cube that asks *one of these values* of a variable is prime when the rest of it is
    prime for what holds under all of those values, and fails under each other value.
    """

    def __init__(self, nodes: Nodes, logic: Logic, sets: CubeSets) -> None:
        self._nodes = nodes
        self._logic = logic
        self._sets = sets
        self._answers: Answers = {FALSE: NONE, TRUE: FREE}

    def primes(self, u: int) -> int:
        """The set of all prime cubes of a function."""
        answer = self._answers.get(u)
        if answer is None:
            variable = self._nodes.top[u]
            common = self._logic.common(self._nodes.below[u])
            branches = []
            for rest, mask in common.items():
                cubes = self.primes(rest)
                for wider in self._wider(mask, common):
                    cubes = self._sets.minus(cubes, self.primes(wider))
                if cubes != NONE:
                    branches.append((mask, cubes))
            answer = self._sets.make(variable, tuple(sorted(branches)))
            self._answers[u] = answer
        return answer

    def _wider(self, mask: int, common: dict[int, int]) -> list[int]:
        """What still holds when further values are admitted, but no more than needed."""
        wider = [(more, rest) for rest, more in common.items() if more & mask == mask != more]
        masks = [more for more, _ in wider]
        return [
            rest
            for more, rest in wider
            if not any(fewer & more == fewer != more for fewer in masks)
        ]
