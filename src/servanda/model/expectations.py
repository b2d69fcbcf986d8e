"""What is expected of a scenario: who owes what, stands how, is a party."""

from __future__ import annotations

from typing import Literal

from servanda.core.calendar import Moment
from servanda.model.agreement import Content, Modality
from servanda.model.node import (
    ActorId,
    AgreementId,
    ArticleRef,
    IncidentId,
    Node,
)
from servanda.model.priorities import Conflicting
from servanda.model.sets import SetOfActors

# What happens.


UNKNOWN = "unknown"
"""The value of an attribute of which it is stated that nobody knows it."""


class Owes(Node, frozen=True, tag="owes"):
    """``USA must consult by 2026-03-02 under article 8.2 over A1``; ``USA may assist UKR``.

    Attributes:
        who: The bearers, each of which must owe it.
        count: Instead of names: exactly how many actors owe it; ``among`` bounds them.
        modality: Whether it is owed, forbidden or permitted: ``must``, ``must not``, ``may``.
        content: What is owed. A ``Respond`` is compared in floor and ceiling where
            they are given (``stated_floor``, ``stated_ceiling``).
    """

    content: Content
    who: tuple[ActorId, ...] = ()
    count: int | None = None
    among: SetOfActors | None = None
    modality: Modality = "must"
    stated_floor: bool = False
    stated_ceiling: bool = False
    by: Moment | None = None
    article: ArticleRef | None = None
    over: IncidentId | None = None


class NoDuty(Node, frozen=True, tag="no_duty"):
    """``no duty of HUN under article 5``: nothing owed and nothing undetermined.

    Standing prohibitions do not count as duties here.
    """

    who: tuple[ActorId, ...]
    article: ArticleRef | None = None
    over: IncidentId | None = None


class Stands(Node, frozen=True, tag="stands"):
    """``USA has met article 8.2``; ``USA is not in breach of article 8.2``.

    Attributes:
        denied: Whether no duty under the article stands so; of what is met or breached.
    """

    who: tuple[ActorId, ...]
    article: ArticleRef
    state: Literal["met", "breached", "pending", "lapsed", "excepted"]
    denied: bool = False
    over: IncidentId | None = None


class IsParty(Node, frozen=True, tag="is_party"):
    """``FIN is a party``; ``FRA is not a party``."""

    who: tuple[ActorId, ...]
    agreement: AgreementId
    is_party: bool = True


class AgreementInForce(Node, frozen=True, tag="agreement_in_force"):
    """``NAT is in force``; ``NAT is not in force``."""

    agreement: AgreementId
    in_force: bool = True


class Operates(Node, frozen=True, tag="operates"):
    """``article 5 is suspended for USA``; ``PACT has not ceased to apply``.

    Attributes:
        text: An article or an agreement.
        state: What it is said to be.
        who: For whom; every party, or none, where nobody is named.
        so: Whether it is said to be so.
    """

    text: ArticleRef | AgreementId
    state: Literal["suspended", "ceased"]
    who: tuple[ActorId, ...] = ()
    so: bool = True


class GivenEffect(Node, frozen=True, tag="given_effect"):
    """``RUS has given effect to article 3``; ``RUS has not given effect to article 3``."""

    who: tuple[ActorId, ...]
    article: ArticleRef
    given: bool = True


class Undetermined(Node, frozen=True, tag="undetermined"):
    """``it is undetermined whether FRA must assist USA, for want of origin``.

    Attributes:
        want: Attributes, or issues, on which it must hang.
    """

    claim: Owes | Stands | IsParty | AgreementInForce | Operates | Conflicting | GivenEffect
    want: tuple[str, ...] = ()


Claim = (
    Owes
    | NoDuty
    | Stands
    | IsParty
    | AgreementInForce
    | Operates
    | Conflicting
    | GivenEffect
    | Undetermined
)


class Expectation(Node, frozen=True, tag="expectation"):
    """``expect on 2026-03-03 USA is in breach of article 8.2``.

    Attributes:
        at: When; None for the end of the scenario.
        text: The claim as written, for reports.
    """

    claim: Claim
    at: Moment | None = None
    text: str = ""
