"""What brings an article into play: an incident, an act, a breach, a circumstance."""

from __future__ import annotations

from typing import Literal

from servanda.model.conditions import Object
from servanda.model.node import (
    ActId,
    ArticleRef,
    CircumstanceId,
    DefinitionId,
    KindId,
    Node,
)
from servanda.model.sets import Pattern


class OnIncident(Node, frozen=True, tag="on_incident"):
    """``when armed attack by RUS on a party``."""

    kind: KindId
    definitions: tuple[DefinitionId, ...] = ()
    by: Pattern | None = None
    on: Pattern | None = None


class OnAct(Node, frozen=True, tag="on_act"):
    """``when a party requests consultation``."""

    author: Pattern
    act: ActId
    object: Object | None = None


class OnBreach(Node, frozen=True, tag="on_breach"):
    """``when RUS breaches article 3``."""

    author: Pattern
    article: ArticleRef


Turn = Literal["begins", "ends"]
"""What a circumstance does that an article waits for."""


class OnCircumstance(Node, frozen=True, tag="on_circumstance"):
    """``when truce begins``, ``when truce ends``."""

    circumstance: CircumstanceId
    becomes: Turn


Trigger = OnIncident | OnAct | OnBreach | OnCircumstance
