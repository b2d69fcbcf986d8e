"""Conditions as a tree of numbered parts (rule C1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.differential.calculus.lines import Lines


class Tree:
    """All conditions, each with its parts.

    Attributes:
        parts: Each condition with everything below it, itself included.
        differing: Those that may come out otherwise as the unknown turns out.
        speaks: Whether it speaks of the bearer.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.parts: dict[int, tuple[int, ...]] = {0: ()}
        self.differing: set[int] = set()
        self.speaks: dict[int, bool] = {}

    def leaf(self, name: str, *terms: object, speaks: bool = False, differs: bool = False) -> int:
        return self.node((name, *terms), name, terms, (), speaks=speaks, differs=differs)

    def neg(self, part: int) -> int:
        return self.node(("not", part), "negation", (part,), (part,))

    def conj(self, parts: list[int]) -> int:
        whole = parts[-1]
        for part in reversed(parts[:-1]):
            whole = self.node(("and", part, whole), "conjunction", (part, whole), (part, whole))
        return whole

    def disj(self, parts: list[int]) -> int:
        if len(parts) == 1:
            return parts[0]
        return self.neg(self.conj([self.neg(part) for part in parts]))

    def node(
        self,
        key: Any,
        name: str,
        terms: Any,
        parts: tuple[int, ...],
        *,
        speaks: bool = False,
        differs: bool = False,
    ) -> int:
        if ("node", key) in self.lines.numbers:
            return self.lines.numbers["node", key]
        n = self.lines.number("node", key)
        if differs:
            self.differing.add(n)
        self.lines.fact("condition", n)
        self.lines.fact(name, n, *terms)
        self.finish(n, parts, speaks=speaks)
        return n

    def finish(self, n: int, parts: Iterable[int], *, speaks: bool) -> None:
        self.parts[n] = tuple(dict.fromkeys((n, *(p for x in parts for p in self.parts[x]))))
        if n in self.differing or any(x in self.differing for x in parts):
            self.differing.add(n)
            self.lines.fact("differs", n)
        self.speaks[n] = speaks or any(self.speaks[x] for x in parts)
        if self.speaks[n]:
            self.lines.fact("speaks_of_bearer", n)
