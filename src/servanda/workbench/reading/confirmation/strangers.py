"""Parties that a case does not have: how each is declared, by what the packaged lists know of it."""

from __future__ import annotations

from functools import cache

from servanda.analyses.reading.names.rows import Party
from servanda.workbench.reading.lists import packaged_lists

_KINDS = {"state": "state", "organisation": "organisation"}
"""What declares a party of a sort; any other one is an ``actor``."""


def declaration_of(name: str) -> str | None:
    """``organisation AU "African Union"``; None for a party that no list knows.

    Args:
        name: Its name in the lists, or what it is called there.
    """
    party = _listed().get(name.casefold())
    if party is None:
        return None
    return f'{_KINDS.get(party.sort, "actor")} {party.id} "{party.name}"'


def how_declared(name: str) -> str:
    """What to write in the case for a party that it does not have."""
    known = declaration_of(name)
    if known is not None:
        return f"declare it in the case: `{known}`"
    kinds = ", ".join(f'`{kind} {name} "..."`' for kind in ("state", "organisation"))
    return f'declare it in the case, as {kinds}, or `actor {name} "..."` for neither'


@cache
def _listed() -> dict[str, Party]:
    found: dict[str, Party] = {}
    for party in packaged_lists().parties:
        for name in (party.id, party.name):
            found.setdefault(name.casefold(), party)
    return found
