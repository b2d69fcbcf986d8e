"""Every minimal set of red lines that cannot stand together, and every minimal set of concessions.

After Liffiton, Previti, Malik and Marques-Silva, *Fast, flexible MUS enumeration* (Constraints 21,
2016): a second solver holds the map of the sets that are not yet known to stand together or to
clash, and proposes large ones first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pysat.solvers import Solver

from servanda.analyses.settlement.formulas import Formula, Numbers, holds
from servanda.analyses.settlement.together import Together

MOST_CALLS = 20_000
"""How often the solver may be asked before an answer is given that is not complete."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What stands in the way, and what would clear it.

    Attributes:
        conflicts: Minimal sets of groups that cannot stand together.
        concessions: Minimal sets of groups without which the rest can.
        complete: Whether these are all of them.
    """

    conflicts: tuple[Numbers, ...]
    concessions: tuple[Numbers, ...]
    complete: bool


def conflicts(
    together: Together,
    formulas: Sequence[Formula],
    groups: Sequence[Numbers],
) -> Conflicts:
    """All minimal conflicts and concessions between groups of formulas.

    Args:
        together: Tells which formulas stand together.
        formulas: The formulas.
        groups: The numbers of the formulas that are kept or given up together.
    """
    search = _Search(together, formulas, groups)
    everything = list(range(1, len(groups) + 1))
    limit = together.calls + MOST_CALLS
    with Solver("minisat22") as untried:
        for number in everything:
            untried.add_clause([number, -number])
        untried.set_phases(everything)
        while untried.solve():
            if together.calls >= limit:
                return search.found(complete=False)
            model = untried.get_model()
            seed = [n for n in range(len(groups)) if model[n] > 0]
            conceded = search.conceded(seed)
            if conceded is None:
                untried.add_clause([-(n + 1) for n in search.conflict()])
            else:
                untried.add_clause([n + 1 for n in conceded])
    return search.found(complete=True)


class _Search:
    def __init__(
        self, together: Together, formulas: Sequence[Formula], groups: Sequence[Numbers]
    ) -> None:
        self._together = together
        self._formulas = formulas
        self._groups = groups
        self._group = {number: n for n, group in enumerate(groups) for number in group}
        self._conflicts: list[Numbers] = []
        self._concessions: list[Numbers] = []

    def found(self, *, complete: bool) -> Conflicts:
        conflicts = sorted(self._conflicts, key=lambda one: (len(one), one))
        concessions = sorted(self._concessions, key=lambda one: (len(one), one))
        return Conflicts(tuple(conflicts), tuple(concessions), complete)

    def conceded(self, seed: Sequence[int]) -> Numbers | None:
        """What has to be given up at least so that as much as possible is kept beside the seed."""
        package = self._kept(seed)
        if package is None:
            return None
        kept, doubtful = set(seed), set(range(len(self._groups))) - set(seed)
        while doubtful:
            met = {n for n in doubtful if self._meets(n, package)}
            kept |= met
            doubtful -= met
            while doubtful:
                another = min(doubtful)
                doubtful.discard(another)
                wider = self._kept(sorted(kept | {another}))
                if wider is not None:
                    kept.add(another)
                    package = wider
                    break
        left = tuple(n for n in range(len(self._groups)) if n not in kept)
        self._concessions.append(left)
        return left

    def conflict(self) -> Numbers:
        """A minimal conflict within what was last found not to stand together."""
        core = self._core()
        for number in sorted(core):
            if number in core and self._kept(sorted(core - {number})) is None:
                core = self._core()
        found = tuple(sorted(core))
        self._conflicts.append(found)
        return found

    def _core(self) -> set[int]:
        return {self._group[number] for number in self._together.clash()}

    def _kept(self, groups: Sequence[int]) -> Sequence[int] | None:
        return self._together.package(n for group in groups for n in self._groups[group])

    def _meets(self, group: int, package: Sequence[int]) -> bool:
        return all(holds(self._formulas[number], package) for number in self._groups[group])
