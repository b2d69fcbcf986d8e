"""What is stated to clingo, line by line, and the numbers that things have there."""

from __future__ import annotations

from typing import Any


class UnsupportedError(Exception):
    """The case says something that the event calculus does not have."""


def q(name: object) -> str:
    """A name as a string of the program."""
    return f'"{name}"'


def only(node: Any, *fields: str) -> None:
    """Refuses a value of the model that says more than these fields."""
    plain = {"origin", "title", "source", "judgement", *fields}
    more = [name for name in node.__struct_fields__ if name not in plain and getattr(node, name)]
    if more:
        raise UnsupportedError(f"{type(node).__name__}: {', '.join(more)}")


class Lines:
    """The facts so far, and the number of each thing that has one."""

    def __init__(self) -> None:
        self.facts: list[str] = []
        self.numbers: dict[Any, int] = {}

    def fact(self, name: str, *terms: object) -> None:
        self.facts.append(f"{name}({','.join(map(str, terms))})." if terms else f"{name}.")

    def number(self, kind: str, value: Any) -> int:
        found: int = self.numbers.setdefault((kind, value), len(self.numbers) + 1)
        return found
