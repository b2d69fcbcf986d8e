"""A warning about a clause, and clauses as they are compared: without their places."""

from __future__ import annotations

import msgspec

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin


def warning(code: str, origin: Origin, headline: str, *hints: str) -> Diagnostic:
    """A report that stops nothing."""
    return Diagnostic(code, Severity.WARNING, headline, origin, hints=hints)


def plain(value: object) -> object:
    """A value of the model without its origins, so that equal clauses compare equal."""
    if isinstance(value, msgspec.Struct):
        parts = (plain(getattr(value, f)) for f in value.__struct_fields__ if f != "origin")
        return (type(value).__name__, *parts)
    if isinstance(value, tuple):
        return tuple(plain(part) for part in value)
    return value
