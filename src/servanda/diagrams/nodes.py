"""The nodes of which all diagrams are made, each kept once.

A node asks the value of one variable and has a branch for each value. Two functions are
the same exactly when they are the same node (Bryant 1986; multi-valued: Srinivasan, Kam,
Malik and Brayton 1990).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

FALSE = 0
TRUE = 1


class BudgetExceeded(Exception):  # noqa: N818 - what happened, not whose error it is
    """A question took more room than it was given; others can still be asked.

    Attributes:
        budget: How many nodes, or how many prime cubes, were allowed.
    """

    def __init__(self, budget: int, of: str = "nodes") -> None:
        super().__init__(f"more than {budget} {of} are needed")
        self.budget = budget


class Nodes:
    """Every node there is, by its number, which stays the same as long as the node is kept.

    Attributes:
        sizes: How many values each variable has.
        top: The variable that each node asks; for FALSE and TRUE the number of variables.
        below: The branches of each node, one for each value.
        budget: How many nodes there may be at most, FALSE and TRUE not counted.
    """

    def __init__(self, sizes: Sequence[int], budget: int) -> None:
        self.sizes = tuple(sizes)
        if min(self.sizes, default=1) < 1:
            raise ValueError("a variable has at least one value")
        self.budget = budget
        self.top: list[int] = [len(self.sizes)] * 2
        self.below: list[tuple[int, ...]] = [(), ()]
        self._known: list[dict[tuple[int, ...], int]] = [{} for _ in self.sizes]
        self._free: list[int] = []

    @property
    def alive(self) -> int:
        """How many nodes there are now, FALSE and TRUE not counted."""
        return len(self.top) - 2 - len(self._free)

    def make(self, variable: int, branches: tuple[int, ...]) -> int:
        """The node that asks this variable; every branch is about later variables only.

        Where all branches are one there is nothing to ask, and it is that branch.

        Raises:
            BudgetExceeded: A new node would be one too many.
        """
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        known = self._known[variable]
        node = known.get(branches)
        if node is None:
            if self._free:
                node = self._free.pop()
                self.top[node] = variable
                self.below[node] = branches
            else:
                node = len(self.top)
                if node - 2 >= self.budget:
                    raise BudgetExceeded(self.budget)
                self.top.append(variable)
                self.below.append(branches)
            known[branches] = node
        return node

    def reachable(self, roots: Iterable[int]) -> set[int]:
        """The nodes of these functions, without FALSE and TRUE."""
        seen: set[int] = set()
        ahead = [root for root in roots if root > TRUE]
        while ahead:
            node = ahead.pop()
            if node not in seen:
                seen.add(node)
                ahead += [branch for branch in self.below[node] if branch > TRUE]
        return seen

    def keep(self, roots: Iterable[int]) -> None:
        """Forgets every node that these functions do not need."""
        kept = self.reachable(roots)
        freed = set(self._free)
        for node in range(len(self.top) - 1, TRUE, -1):
            if node not in kept and node not in freed:
                del self._known[self.top[node]][self.below[node]]
                self.below[node] = ()
                self._free.append(node)
