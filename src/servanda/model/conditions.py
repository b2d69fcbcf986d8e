"""Conditions over an incident's attributes, the events so far, and the issues' options."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleRef,
    AttributeId,
    CircumstanceId,
    DefinitionId,
    IssueId,
    KindId,
    LawId,
    Level,
    MotionId,
    Node,
    OptionId,
    RegionId,
)
from servanda.model.sets import Author, Bearer, DecisionRule, Role, SetOfActors, SomeActors, Subject


class TheActor(Node, frozen=True, tag="the_actor"):
    """An act's object: the actors it is done to; one of them is enough."""

    who: SetOfActors | Role | Bearer | Author


class TheLaw(Node, frozen=True, tag="the_law"):
    """An act's object: a law."""

    law: LawId


class TheAct(Node, frozen=True, tag="the_act"):
    """An act's object: what is requested."""

    act: ActId


class TheAgreement(Node, frozen=True, tag="the_agreement"):
    """An act's object: an agreement."""

    agreement: AgreementId


class TheArticle(Node, frozen=True, tag="the_article"):
    """An act's object: an article."""

    article: ArticleRef


Object = TheActor | TheLaw | TheAct | TheAgreement | TheArticle


class AttributeIs(Node, frozen=True, tag="attribute_is"):
    """The incident's attribute has one of these values."""

    attribute: AttributeId
    values: tuple[str, ...]


class AttributeIn(Node, frozen=True, tag="attribute_in"):
    """The incident's place lies in a region on the day of the incident."""

    attribute: AttributeId
    region: RegionId


class ActorIsAmong(Node, frozen=True, tag="actor_is_among"):
    """An actor belongs to a set: ``attacker is a party``, ``the bearer is the victim``."""

    who: Role | Bearer | Author
    among: SetOfActors | Role | Bearer | Author


class IncidentIs(Node, frozen=True, tag="incident_is"):
    """The incident meets a definition: ``it is armed``."""

    definition: DefinitionId


class IssueIs(Node, frozen=True, tag="issue_is"):
    """An issue under negotiation is settled on one of these options."""

    issue: IssueId
    options: tuple[OptionId, ...]


class InForce(Node, frozen=True, tag="in_force"):
    """An agreement is in force between at least two of its parties."""

    agreement: AgreementId


class Holds(Node, frozen=True, tag="holds"):
    """A circumstance has begun and not ended: ``truce holds``."""

    circumstance: CircumstanceId


class Done(Node, frozen=True, tag="done"):
    """Somebody has done something by now: ``the victim has requested assistance``.

    Attributes:
        at_least: For ``assist``: the lowest level of the ladder that counts.
    """

    subject: Subject
    act: ActId
    object: Object | None = None
    at_least: Level | None = None


class Decided(Node, frozen=True, tag="decided"):
    """A body has decided to act in this incident, by its rule, or has decided on a motion.

    Attributes:
        motion: What it has decided on; None for the incident.
    """

    body: SetOfActors | ActorId
    motion: MotionId | None = None
    rule: DecisionRule | None = None


class Found(Node, frozen=True, tag="found"):
    """Somebody has found that a condition over the incident's attributes holds."""

    subject: Subject
    condition: Condition


class Breached(Node, frozen=True, tag="breached"):
    """Somebody is in breach of an article by now."""

    subject: Subject
    article: ArticleRef


class Met(Node, frozen=True, tag="met"):
    """Somebody has performed what it owed under an article by now."""

    subject: Subject
    article: ArticleRef


class Occurred(Node, frozen=True, tag="occurred"):
    """Such an incident has been before: ``there has been attack by the victim on the bearer``.

    Attributes:
        by: By one of whom; None for anybody.
        on: On one of whom; None for anybody.
    """

    kind: KindId
    definitions: tuple[DefinitionId, ...] = ()
    by: SomeActors | None = None
    on: SomeActors | None = None


class Not(Node, frozen=True, tag="not"):
    """The opposite of a condition."""

    part: Condition


class All(Node, frozen=True, tag="all"):
    """Every part holds (``and``)."""

    parts: tuple[Condition, ...]


class Any(Node, frozen=True, tag="any"):
    """At least one part holds (``or``)."""

    parts: tuple[Condition, ...]


Condition = (
    AttributeIs
    | AttributeIn
    | ActorIsAmong
    | IncidentIs
    | IssueIs
    | InForce
    | Holds
    | Done
    | Decided
    | Found
    | Breached
    | Met
    | Occurred
    | Not
    | All
    | Any
)


def leaves_through_findings(condition: Condition) -> Iterator[Condition]:
    """The plain conditions that a condition is made of, findings opened up as well."""
    match condition:
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from leaves_through_findings(part)
        case Not(part=part):
            yield from leaves_through_findings(part)
        case Found(condition=inner):
            yield condition
            yield from leaves_through_findings(inner)
        case _:
            yield condition
