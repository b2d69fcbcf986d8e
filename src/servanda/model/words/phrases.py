"""Names in a list, one of several values, a noun with its article."""

from __future__ import annotations

from collections.abc import Iterable


def listing(items: Iterable[str], joint: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    names = list(items)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def few(names: Iterable[str], most: int, joint: str = "and") -> str:
    """Names, of which no more than ``most`` are said: ``A, B, C and 4 more``."""
    known = list(names)
    if len(known) > most:
        known = [*known[: most - 1], f"{len(known) - most + 1} more"]
    return listing(known, joint)


def all_of(conditions: Iterable[str]) -> str:
    """``A and B``; a part with an ``or`` of its own in parentheses: ``A and (B or C)``."""
    parts = list(conditions)
    if len(parts) == 1:
        return parts[0]
    return " and ".join(f"({part})" if " or " in part else part for part in parts)


def one_of(values: Iterable[str]) -> str:
    """``air``; ``one of air, naval``."""
    names = list(values)
    return names[0] if len(names) == 1 else f"one of {', '.join(names)}"


def with_article(noun: str) -> str:
    """``a party``, ``an armed attack``, ``a european_state``."""
    an = noun[:1].lower() in "aeiou" and not noun.lower().startswith(("eu", "one", "uni", "us"))
    return f"{'an' if an else 'a'} {noun}"
