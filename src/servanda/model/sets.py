"""Who is meant: sets of actors, roles, quantified subjects, rules of decision."""

from __future__ import annotations

from typing import Literal

from servanda.core.calendar import Duration
from servanda.core.share import Share
from servanda.model.node import ActorId, AgreementId, AttributeId, GroupId, Node


class Listed(Node, frozen=True, tag="listed"):
    """Actors by name."""

    actors: tuple[ActorId, ...]


class Parties(Node, frozen=True, tag="parties"):
    """The states for which the agreement is in force at the time (VCLT art. 2.1(g))."""

    agreement: AgreementId


class Signatories(Node, frozen=True, tag="signatories"):
    """The states that the agreement is between, entitled to sign it."""

    agreement: AgreementId


class Members(Node, frozen=True, tag="members"):
    """The members of a group at the time."""

    group: GroupId


class Actors(Node, frozen=True, tag="actors"):
    """Every declared actor of a sort: any state, any organisation, any actor at all."""

    sort: Literal["state", "organisation", "actor"]


class Role(Node, frozen=True, tag="role"):
    """The actor in a role of the incident that triggered the clause: the victim."""

    attribute: AttributeId


class Bearer(Node, frozen=True, tag="bearer"):
    """The actor whose duty is being decided ('the bearer')."""


class Author(Node, frozen=True, tag="author"):
    """The actor whose act triggered the clause, or who applies to accede."""


SetWithNoun = Parties | Signatories | Members | Actors
"""A set that a noun stands for: a party, a guarantor, a state."""

SetOfActors = Listed | SetWithNoun
SomeActors = SetOfActors | Role | Bearer | Author


class Subject(Node, frozen=True, tag="subject"):
    """Who must have acted for a condition to hold.

    Attributes:
        quantifier: ``any`` one of them, ``every`` one, at least ``count``, a
            ``majority`` (more than half), or at least a ``share`` of them.
        among: The set counted over.
        count: The number for ``count``, otherwise 0.
        share: The share for ``share``, otherwise None.
        including: Actors that must be among those who acted, whatever the count.
    """

    quantifier: Literal["any", "every", "count", "majority", "share"]
    among: SomeActors
    count: int = 0
    share: Share | None = None
    including: tuple[ActorId, ...] = ()


class Pattern(Node, frozen=True, tag="pattern"):
    """Who a trigger speaks of: ``on a party``, ``by RUS``, ``by another party``.

    Attributes:
        other: Whether it must be another actor than the incident's other role.
    """

    among: SetOfActors
    other: bool = False


class DecisionRule(Node, frozen=True, tag="decision_rule"):
    """How a body decides.

    Attributes:
        rule: ``consensus`` (all have voted or abstained, nobody against, somebody in
            favour), ``unanimity`` (all in favour), ``count``, ``majority`` or ``share``
            of votes in favour among the members, ``silence`` (nobody has voted against
            within a period of the matter's being put to the body).
        count: The number for ``count``, otherwise 0.
        share: The share for ``share``, otherwise None.
        period: How long silence has to last, for ``silence``.
        of_those_voting: Whether only those count who have voted yes or no, for
            ``unanimity``, ``majority`` and ``share``.
        including: Members whose vote in favour is needed whatever the count.
        veto: Members each of whom blocks the decision by a vote against.
        leaving_out: Who has no vote: holders of roles (the attacker), the bearer, the author
            of the triggering act, actors by name.
    """

    rule: Literal["consensus", "unanimity", "count", "majority", "share", "silence"]
    count: int = 0
    share: Share | None = None
    period: Duration | None = None
    of_those_voting: bool = False
    including: tuple[ActorId, ...] = ()
    veto: tuple[ActorId, ...] = ()
    leaving_out: tuple[Role | Bearer | Author | Listed, ...] = ()

    @property
    def roles_left_out(self) -> tuple[AttributeId, ...]:
        """The roles of the incident whose holders have no vote."""
        return tuple(who.attribute for who in self.leaving_out if isinstance(who, Role))
