"""What could be signed: red lines, demands, preferences, and who has to be asked or present.

A *package* settles every open issue on one of its options. What a party asks of packages rests on
statements of the record or is marked as judgement.
"""

from __future__ import annotations

from typing import Literal

from servanda.model.conditions import Condition
from servanda.model.node import (
    ActorId,
    AgreementId,
    IssueId,
    LinkageId,
    Node,
    OptionId,
    ParticipationId,
    RequirementId,
    StatementId,
)


class Requirement(Node, frozen=True, tag="requirement"):
    """What a party asks of a package: a red line, or a demand that it would let go.

    Attributes:
        firm: Whether it is a red line: a package that does not meet it is not signed.
        condition: What the package has to meet, over issues and their options.
        cost: How hard it would be to give up, 1 at least; of use beside other costs only.
        rests_on: The statements that it is read from.
    """

    id: RequirementId
    party: ActorId
    condition: Condition
    firm: bool = True
    cost: int = 1
    title: str = ""
    rests_on: tuple[StatementId, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Worth(Node, frozen=True, tag="worth"):
    """What an option is worth to a party, 0 (worst) to 100 (best) within its issue."""

    option: OptionId
    value: int


class Valuation(Node, frozen=True, tag="valuation"):
    """``sequence weighs 30: agreement_first 100, ceasefire_first 0``.

    Attributes:
        weight: How much the issue matters beside the party's other ones.
        worths: One for each option of the issue.
    """

    issue: IssueId
    weight: int
    worths: tuple[Worth, ...]


class Preferences(Node, frozen=True, tag="preferences"):
    """What a party prefers; issues that are left out are indifferent to it.

    Attributes:
        no_agreement: What it is worth to the party that nothing is agreed, 0 to 100 in the
            measure of whole packages; 0 where it is left out.
    """

    party: ActorId
    valuations: tuple[Valuation, ...] = ()
    no_agreement: int = 0
    rests_on: tuple[StatementId, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


Involvement = Literal["discussed", "decided", "concluded"]
"""What is not to be done without somebody: to be in the room, to agree, to conclude."""


class NotWithout(Node, frozen=True, tag="not_without"):
    """``territory is discussed only with UKR``; ``GUARANTEE is concluded only with UKR``."""

    matter: IssueId | AgreementId
    involvement: Involvement
    who: tuple[ActorId, ...]


class Participation(Node, frozen=True, tag="participation"):
    """Who must be present, or agree, for what."""

    id: ParticipationId
    title: str = ""
    rules: tuple[NotWithout, ...] = ()
    rests_on: tuple[StatementId, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Linkage(Node, frozen=True, tag="linkage"):
    """What options need of one another, whoever wants them; no package is without it."""

    id: LinkageId
    condition: Condition
    title: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


Asking = Requirement | Preferences | Participation | Linkage
"""What somebody asks for, or what goes with what."""
