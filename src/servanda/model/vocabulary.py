"""The nouns and verbs of a case: actors, groups, regions, incidents, acts, ladders, issues."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from servanda.model.node import (
    ActId,
    ActorId,
    AttributeId,
    CircumstanceId,
    GroupId,
    IssueId,
    KindId,
    LadderId,
    LawId,
    Level,
    MotionId,
    Node,
    OptionId,
    RegionId,
)
from servanda.model.sets import DecisionRule, SetOfActors

ObjectSort = Literal["none", "actor", "law", "act", "agreement", "article", "text"]
"""What the verb of an act takes."""


class Actor(Node, frozen=True, tag="actor"):
    """A state, an international organisation, or another actor such as an armed group.

    Attributes:
        called: What else it is called, in newspapers above all: ``Moscow``, ``the Kremlin``.
    """

    id: ActorId
    title: str
    sort: Literal["state", "organisation", "actor"] = "state"
    called: tuple[str, ...] = ()


def _runs(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    return (start is None or start <= day) and (end is None or day < end)


class Membership(Node, frozen=True, tag="membership"):
    """Members of a group from a date (inclusive) until a date (exclusive)."""

    members: tuple[ActorId, ...]
    start: dt.date | None = None
    end: dt.date | None = None

    def runs(self, day: dt.date) -> bool:
        """Whether it has begun and not ended on a day."""
        return _runs(self.start, self.end, day)


class Group(Node, frozen=True, tag="group"):
    """A set of actors that a clause can name, its membership dated.

    Attributes:
        id: The singular noun: ``guarantor``.
        plural: ``guarantors``.
    """

    id: GroupId
    plural: str
    title: str = ""
    memberships: tuple[Membership, ...] = ()

    def members_on(self, day: dt.date) -> tuple[ActorId, ...]:
        """Who belongs to it on a day, in the order declared (C4)."""
        members = (a for spell in self.memberships if spell.runs(day) for a in spell.members)
        return tuple(dict.fromkeys(members))


class Organ(Node, frozen=True, tag="organ"):
    """A body that acts by decisions: a council, a depositary, the Security Council.

    Attributes:
        members: Who sits on it; None for a body from outside the agreement.
        rule: How it decides; None when its decisions are only reported.
        called: What else it is called.
    """

    id: ActorId
    title: str = ""
    members: SetOfActors | None = None
    rule: DecisionRule | None = None
    called: tuple[str, ...] = ()


class Containment(Node, frozen=True, tag="containment"):
    """Parts of a region from a date (inclusive) until a date (exclusive)."""

    parts: tuple[RegionId, ...]
    start: dt.date | None = None
    end: dt.date | None = None

    def runs(self, day: dt.date) -> bool:
        """Whether it has begun and not ended on a day."""
        return _runs(self.start, self.end, day)


class Region(Node, frozen=True, tag="region"):
    """A place or a set of places; what it contains may change with the date."""

    id: RegionId
    title: str = ""
    contains: tuple[Containment, ...] = ()

    def parts_on(self, day: dt.date) -> tuple[RegionId, ...]:
        """What it directly contains on a day."""
        return tuple(part for spell in self.contains if spell.runs(day) for part in spell.parts)


class Forms(msgspec.Struct, frozen=True):
    """How a verb is inflected: request, requests, requested, request.

    Attributes:
        preposition: What stands before the verb's object: consents *to* an agreement.
    """

    infinitive: str
    third: str
    participle: str
    noun: str
    preposition: str = ""


class Attribute(Node, frozen=True, tag="attribute"):
    """A property of an incident with finitely many values, ``unknown`` beside them.

    Attributes:
        sort: What a value names: an actor, a state, a region, or one of ``values``.
        values: The values of an attribute of sort ``value``; empty otherwise.
        role: ``by`` or ``on`` when the attribute is the incident's agent or patient.
    """

    id: AttributeId
    sort: Literal["actor", "state", "region", "value"]
    values: tuple[str, ...] = ()
    role: Literal["by", "on"] | None = None


class IncidentKind(Node, frozen=True, tag="incident_kind"):
    """Something that can happen and that clauses react to: an attack, a discussion."""

    id: KindId
    forms: Forms
    title: str = ""
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, name: str) -> Attribute | None:
        """The attribute called ``name``."""
        return next((a for a in self.attributes if a.id == name), None)

    def role(self, role: Literal["by", "on"]) -> Attribute | None:
        """The attribute that names the agent (``by``) or the patient (``on``)."""
        return next((a for a in self.attributes if a.role == role), None)


class Act(Node, frozen=True, tag="act"):
    """Something an actor does: sign, request, assist, or an act that the case declares.

    Attributes:
        object: What the verb takes: ``none``, an ``actor``, a ``law``, the noun of
            another ``act`` (requests consultation), an ``agreement``, an ``article``, or either
            of these (``text``).
        needs_object: Whether the object has to be named; it may be left out otherwise.
    """

    id: ActId
    forms: Forms
    title: str = ""
    object: ObjectSort = "none"
    needs_object: bool = False


class Law(Node, frozen=True, tag="law"):
    """A domestic law that a party may have to enact."""

    id: LawId
    title: str = ""


class Circumstance(Node, frozen=True, tag="circumstance"):
    """A state of affairs that begins and ends: a truce, an occupation, a state of war."""

    id: CircumstanceId
    title: str = ""


class Motion(Node, frozen=True, tag="motion"):
    """A matter on which bodies decide and which is no incident: that peace is secured."""

    id: MotionId
    title: str = ""


class Ladder(Node, frozen=True, tag="ladder"):
    """Levels of response, weakest first."""

    id: LadderId
    levels: tuple[Level, ...]


class Option(Node, frozen=True, tag="option"):
    """One way to settle an issue under negotiation.

    Attributes:
        called: What else it is called: ``NATO-style``.
    """

    id: OptionId
    title: str = ""
    called: tuple[str, ...] = ()


class Issue(Node, frozen=True, tag="issue"):
    """A matter under negotiation; while it is open, what hangs on it is undetermined.

    Attributes:
        settled: The option agreed on, or None while the issue is open.
        called: What else it is called: ``security guarantees``.
    """

    id: IssueId
    title: str = ""
    options: tuple[Option, ...] = ()
    settled: OptionId | None = None
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
