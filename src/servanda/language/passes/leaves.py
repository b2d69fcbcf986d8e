"""The plain conditions that a condition is made of."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.conditions import All, Any, Condition, Found, Not


def leaves(condition: Condition) -> Iterator[Condition]:
    """The plain conditions that a condition is made of, findings opened up as well."""
    match condition:
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Not(part=part):
            yield from leaves(part)
        case Found(condition=inner):
            yield condition
            yield from leaves(inner)
        case _:
            yield condition
