"""What ``compare`` answers, of two sides and of many: frozen values in the words of the agreements."""

from __future__ import annotations

import msgspec

from servanda.analyses.coverage.sorts import ChangeSort
from servanda.model.node import ActorId, Level
from servanda.workbench.coverages import (
    AskedAbout,
    Column,
    Described,
    OfferLine,
    Share,
    Side,
    WayLine,
    Witness,
)
from servanda.workbench.results import ActorName, Name, Passage


class ChangeLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change in what some guarantors owe.

    Attributes:
        before: What was owed.
        after: What is owed.
        incidents: In which incidents.
        share: Among those in which something was owed before, or is owed now.
        witnesses: What is owed before, and after, where anything is.
    """

    sort: ChangeSort
    before: tuple[OfferLine, ...]
    after: tuple[OfferLine, ...]
    incidents: Described
    share: Share
    witnesses: tuple[Witness, ...]


class RowLine(msgspec.Struct, frozen=True):
    """Guarantors for whom the same changes.

    Attributes:
        same: Incidents in which just the same is owed on both sides.
    """

    column: Column
    changes: tuple[ChangeLine, ...]
    same: int


class Compared(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two sides compared.

    Attributes:
        unchanged: For whom nothing changes.
        text: How the text differs, line by line, as ``diff`` prints it.
    """

    before: Side
    after: Side
    asked: AskedAbout
    actors: tuple[ActorName, ...]
    names: tuple[Name, ...]
    rows: tuple[RowLine, ...]
    unchanged: tuple[ActorId, ...]
    text: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    partial: str = ""

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The scenarios that show what the lines say, by number."""
        return tuple(w for row in self.rows for change in row.changes for w in change.witnesses)


class HeldLine(msgspec.Struct, frozen=True):
    """A level that somebody is bound to by a design.

    Attributes:
        at_once: Whether it is owed as soon as the incident has happened.
        ways: What is enough for it; none where it is owed whatever happens.
    """

    level: Level
    at_once: bool
    ways: tuple[WayLine, ...]


class DesignLine(msgspec.Struct, frozen=True):
    """What a design comes to over all incidents asked about.

    Attributes:
        name: What it is called.
        guarantors: Who is ever bound to assist.
    """

    name: str
    side: Side
    guarantors: tuple[ActorId, ...]
    at_once: Share
    never: Share


class DesignClassLine(msgspec.Struct, frozen=True):
    """Incidents in which each design binds somebody to as much; a cell for each design."""

    incidents: Described
    share: Share
    cells: tuple[tuple[HeldLine, ...], ...]


class SideBySide(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Several designs side by side.

    Attributes:
        level: The least that counts as help.
        levels: The levels of the ladder, the lowest first.
    """

    case: str
    level: Level
    levels: tuple[Level, ...]
    asked: AskedAbout
    actors: tuple[ActorName, ...]
    names: tuple[Name, ...]
    designs: tuple[DesignLine, ...]
    classes: tuple[DesignClassLine, ...]
    rest: Share
    partial: str = ""

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """None: each design has its own, which its coverage shows."""
        return ()
