"""And, or, not: what is put together from functions.

The three connectives go down both diagrams at once and remember each pair that they have
answered (Bryant 1986). They are closures because they are where the time goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from servanda.diagrams.nodes import FALSE, TRUE, Nodes

Answers = dict[int, int]
"""What has been answered, by the number of a function or of a pair of them."""

Connective = Callable[[int, int], int]

SHIFT = 32
"""A pair of functions as one number: the first this many bits higher than the second."""

MANY = 16
"""Up to how many parts are put in order by the variable that each asks first."""

Way = list[tuple[int, int]]
"""Nodes with the variable that each asks, one above the other; the last is the function."""


class Logic:
    """Puts functions together.

    Attributes:
        both: The points that are in two functions.
        either: The points that are in one of two functions, or in both.
        opposite: The points that are not in a function.
        minus: The points that are in the first of two functions and not in the second.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._answers: tuple[Answers, ...] = ({}, {}, {}, {})
        both, either, opposite, minus = self._answers
        self.both = _joined(nodes, FALSE, both)
        self.either = _joined(nodes, TRUE, either)
        self.opposite = _opposite(nodes, opposite)
        self.minus = _minus(nodes, self.opposite, minus)

    def forget(self, most: int = 0) -> None:
        """Forgets the answers of each connective that has given more than this many."""
        for answers in self._answers:
            if len(answers) > most:
                answers.clear()

    def all_of(self, parts: Iterable[int]) -> int:
        """The points that are in every part."""
        return self._gathered(self.both, parts, TRUE)

    def any_of(self, parts: Iterable[int]) -> int:
        """The points that are in some part."""
        return self._gathered(self.either, parts, FALSE)

    def common(self, branches: tuple[int, ...]) -> dict[int, int]:
        """What holds under all of some values at once, each with every value that it holds under.

        Values with one branch go together, so that only distinct branches are combined.
        """
        masks: dict[int, int] = {}
        for value, branch in enumerate(branches):
            masks[branch] = masks.get(branch, 0) | 1 << value
        masks.pop(FALSE, None)
        found: dict[int, int] = {}
        for branch, mask in masks.items():
            for rest, values in [*found.items(), (TRUE, 0)]:
                joint = self.both(rest, branch)
                if joint != FALSE:
                    found[joint] = found.get(joint, 0) | values | mask
        return found

    def literal(self, variable: int, values: Iterable[int]) -> int:
        """The points in which a variable has one of these values."""
        branches = [FALSE] * self._nodes.sizes[variable]
        for value in values:
            branches[value] = TRUE
        return self._nodes.make(variable, tuple(branches))

    def choose(self, variable: int, branches: Sequence[int]) -> int:
        """The points that are in the branch for their value of a variable."""
        top = self._nodes.top
        if all(top[branch] > variable for branch in branches):
            return self._nodes.make(variable, tuple(branches))
        return self.any_of(
            [
                self.both(self.literal(variable, (value,)), branch)
                for value, branch in enumerate(branches)
            ]
        )

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """The points that are in so many of the parts, or in more.

        Parts are added from the deepest up. ``reached[n]`` are the points that are in n of
        those added so far.
        """
        if count <= 0:
            return TRUE
        reached = [TRUE] + [FALSE] * count
        ordered = sorted(parts, key=lambda part: self._nodes.top[part], reverse=True)
        for left, part in zip(range(len(ordered) - 1, -1, -1), ordered, strict=True):
            # Fewer than ``count - left`` cannot grow into enough any more.
            for number in range(count, max(0, count - left - 1), -1):
                more = self.both(part, reached[number - 1])
                reached[number] = self.either(reached[number], more)
        return reached[count]

    def outcomes(self, rules: Iterable[int]) -> dict[tuple[bool, ...], int]:
        """Every way in which rules can turn out together, with the points where they do."""
        found: dict[tuple[bool, ...], int] = {(): TRUE}
        for rule in rules:
            split = {}
            for outcome, points in found.items():
                split[*outcome, True] = self.both(points, rule)
                split[*outcome, False] = self.minus(points, rule)
            found = {outcome: points for outcome, points in split.items() if points != FALSE}
        return found

    def _gathered(self, connective: Connective, parts: Iterable[int], neutral: int) -> int:
        """Small functions are joined first, of many those that are alike beneath."""
        distinct = dict.fromkeys(parts)
        if len(distinct) > MANY:
            return _joined_by_ways(connective, sorted(map(self._way, distinct)))
        level = sorted(distinct, key=self._nodes.top.__getitem__, reverse=True)
        return _joined_in_pairs(connective, level) if level else neutral

    def _way(self, u: int) -> Way:
        """The nodes on the way to a function's first point, from the deepest up to itself."""
        top, below = self._nodes.top, self._nodes.below
        way = [(top[u], u)]
        while u > TRUE:
            u = next(filter(None, below[u]))
            way.append((top[u], u))
        way.reverse()
        return way


def _joined_by_ways(connective: Connective, ways: list[Way], shared: int = 0) -> int:
    """Joins functions, given by their ways in order, which begin with so many shared nodes.

    Those that share more are joined before they meet the others: what is alike in them need
    not be joined, and together they stay small.
    """
    if len(ways) == 1:
        return ways[0][-1][1]
    alike = groupby(ways, lambda way: way[shared : shared + 1])
    level = [_joined_by_ways(connective, list(group), shared + 1) for _, group in alike]
    return _joined_in_pairs(connective, level)


def _joined_in_pairs(connective: Connective, level: list[int]) -> int:
    """Joins neighbours, then what has come of them, so that most joins are of small functions."""
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        pairs = zip(level[::2], level[1::2], strict=False)
        level = [connective(one, other) for one, other in pairs] + odd
    return level[0]


def _joined(nodes: Nodes, absorbing: int, answers: Answers) -> Connective:
    """And, if FALSE absorbs; or, if TRUE does."""
    answered, below_both = answers.get, _joined_below(nodes, absorbing, answers)

    def joined(u: int, v: int) -> int:
        if u > v:
            u, v = v, u
        if u == v:
            return u
        if u <= TRUE:
            return u if u == absorbing else v
        answer = answered(u << SHIFT | v)
        return below_both(u, v) if answer is None else answer

    return joined


def _joined_below(nodes: Nodes, absorbing: int, answers: Answers) -> Connective:
    """The same for two functions that differ, the first the smaller number, not yet answered.

    What ``joined`` does is written out for the branches: most need no call.
    """
    top, below, make, answered = nodes.top, nodes.below, nodes.make, answers.get

    def below_both(u: int, v: int) -> int:
        asked, other = top[u], top[v]
        ones, others = below[u], below[v]
        if asked < other:
            others = (v,) * len(ones)
        elif other < asked:
            asked, ones = other, (u,) * len(others)
        branches = []
        for one, another in zip(ones, others):  # noqa: B905 - as long, and in the innermost loop
            if one > another:
                one, another = another, one
            if one == another:
                branches.append(one)
            elif one <= TRUE:
                branches.append(one if one == absorbing else another)
            else:
                answer = answered(one << SHIFT | another)
                branches.append(below_both(one, another) if answer is None else answer)
        answer = make(asked, tuple(branches))
        answers[u << SHIFT | v] = answer
        return answer

    return below_both


def _opposite(nodes: Nodes, answers: Answers) -> Callable[[int], int]:
    top, below, make = nodes.top, nodes.below, nodes.make

    def opposite(u: int) -> int:
        if u <= TRUE:
            return TRUE - u
        answer = answers.get(u)
        if answer is None:
            answer = make(top[u], tuple([opposite(branch) for branch in below[u]]))
            answers[u] = answer
            answers[answer] = u
        return answer

    return opposite


def _minus(nodes: Nodes, opposite: Callable[[int], int], answers: Answers) -> Connective:
    answered, below_both = answers.get, _minus_below(nodes, opposite, answers)

    def minus(u: int, v: int) -> int:
        if u in (FALSE, v) or v == TRUE:
            return FALSE
        if v == FALSE:
            return u
        if u == TRUE:
            return opposite(v)
        answer = answered(u << SHIFT | v)
        return below_both(u, v) if answer is None else answer

    return minus


def _minus_below(nodes: Nodes, opposite: Callable[[int], int], answers: Answers) -> Connective:
    """The same for two functions that differ, neither FALSE nor TRUE, not yet answered.

    What ``minus`` does is written out for the branches: most need no call.
    """
    top, below, make, answered = nodes.top, nodes.below, nodes.make, answers.get

    def below_both(u: int, v: int) -> int:
        asked, other = top[u], top[v]
        ones, others = below[u], below[v]
        if asked < other:
            others = (v,) * len(ones)
        elif other < asked:
            asked, ones = other, (u,) * len(others)
        branches = []
        for one, another in zip(ones, others):  # noqa: B905 - as long, and in the innermost loop
            if another <= TRUE:
                branches.append(FALSE if another else one)
            elif one <= TRUE:
                branches.append(opposite(another) if one else FALSE)
            elif one == another:
                branches.append(FALSE)
            else:
                answer = answered(one << SHIFT | another)
                branches.append(below_both(one, another) if answer is None else answer)
        answer = make(asked, tuple(branches))
        answers[u << SHIFT | v] = answer
        return answer

    return below_both
