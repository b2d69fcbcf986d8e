"""What terms mean: which incidents count as what, and how else that is understood."""

from __future__ import annotations

from servanda.model.conditions import Condition
from servanda.model.node import (
    DefinitionId,
    KindId,
    Node,
    ReadingId,
)


class DefinitionReading(Node, frozen=True, tag="definition_reading"):
    """Another interpretation of a definition."""

    id: ReadingId
    condition: Condition
    title: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Definition(Node, frozen=True, tag="definition"):
    """What counts as such an incident: ``armed`` attack."""

    id: DefinitionId
    kind: KindId
    condition: Condition
    title: str = ""
    readings: tuple[DefinitionReading, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    @property
    def meanings(self) -> tuple[Condition, ...]:
        """What it can be taken to require: as it stands, and by each reading."""
        return (self.condition, *(reading.condition for reading in self.readings))
