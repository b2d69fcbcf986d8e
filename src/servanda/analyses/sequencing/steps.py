"""What can be done on the way to peace: deeds, entries into force, turns of circumstances."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.model.conditions import Object
from servanda.model.node import ActId, ActorId, AgreementId, CircumstanceId, MotionId
from servanda.model.sets import SetOfActors
from servanda.model.triggers import Turn


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody's act: ``UKR holds elections``, ``RUS signs GUARANTEE``.

    Attributes:
        actors: Who does it: one actor, or several of whom one is enough, as they are bound jointly.
        object: What it is done to, without the place at which that was written.
    """

    actors: tuple[ActorId, ...]
    act: ActId
    object: Object | None = None


@dataclass(frozen=True, slots=True)
class OneOf(Deed):
    """An act of one of several, whoever of them it may be: ``a party opens``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An agreement enters into force."""

    agreement: AgreementId


@dataclass(frozen=True, slots=True)
class Turning:
    """A circumstance begins, or ends: ``truce begins``."""

    circumstance: CircumstanceId
    becomes: Turn = "begins"


@dataclass(frozen=True, slots=True)
class Decision:
    """A body decides on a motion."""

    body: SetOfActors | ActorId
    motion: MotionId


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked about, as if it were a last step: it is reached once it is so."""


Step = Deed | Entry | Turning | Decision | Goal
"""Something that is done once and then stays done."""
