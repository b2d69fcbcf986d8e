"""Names that several bear: *Georgia*, *Congo*, *Korea*, *Jordan*; told apart by what stands near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from servanda.analyses.reading.names.rows import Namesake
from servanda.analyses.reading.names.wording import keys_of


class Meant(NamedTuple):
    """Which of several is meant.

    Attributes:
        party: Empty where a person or another place is meant, or it cannot be told.
        told: Whether it can be told.
        why: As half a sentence.
    """

    party: str
    told: bool
    why: str


class Namesakes:
    """The names that several bear."""

    __slots__ = ("_by_name",)

    def __init__(self, rows: Iterable[Namesake]) -> None:
        self._by_name: dict[tuple[str, ...], list[Namesake]] = defaultdict(list)
        for row in rows:
            self._by_name[keys_of(row.words)].append(row)

    def is_personal(self, name: str) -> bool:
        """Whether people are called so too: *Jordan*, *Chad*."""
        return any(row.sort == "person's name" for row in self._by_name.get(keys_of(name), ()))

    def is_shared(self, name: str) -> bool:
        """Whether several parties or places bear a name."""
        rows = self._by_name.get(keys_of(name), ())
        return any(row.sort != "person's name" for row in rows)

    def meant(self, name: str, nearby: Iterable[str]) -> Meant | None:
        """Which of those who bear a name is meant; None where only one party does.

        Args:
            name: As the lists have it.
            nearby: The words around it as they are compared, the name itself left out.
        """
        rows = [r for r in self._by_name.get(keys_of(name), ()) if r.sort != "person's name"]
        if not rows:
            return None
        standing = frozenset(nearby)
        counted: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            found = [c for c in row.context if all(k in standing for k in keys_of(c))]
            counted.setdefault((row.party, row.sort), []).extend(found)
        best = max(len(found) for found in counted.values())
        leading = [meaning for meaning, found in counted.items() if best and len(found) == best]
        if len(leading) != 1:
            bearers = " or ".join(party or sort for party, sort in counted)
            return Meant("", False, f'"{name}" may be {bearers}')
        party, sort = leading[0]
        signs = ", ".join(dict.fromkeys(counted[party, sort]))
        return Meant(party, True, f'"{name}" stands near {signs}')
