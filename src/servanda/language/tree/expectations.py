"""What a scenario expects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.core.calendar import Moment
from servanda.language.tree.actors import ArticleName, Names
from servanda.language.tree.articles import Action, Modality
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class OwesTree(Tree):
    """``18 parties must assist USA by 2001-10-09 under article 5 over S11``.

    Attributes:
        who: Names, or None with ``count`` and ``plural``.
        agreement: Whose parties are counted, where that is said.
        modality: ``must``, ``must not`` or ``may``.
    """

    who: Names | None
    action: Action
    count: int | None = None
    plural: Word | None = None
    agreement: Word | None = None
    modality: Modality = "must"
    by: Moment | None = None
    article: ArticleName | None = None
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDutyTree(Tree):
    """``no duty of HUN under article 5``."""

    who: Names
    article: ArticleName | None = None
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsTree(Tree):
    """``USA has [not] met article 5``, ``is [not] in breach of``, ``is released from``,
    ``is excepted from``, ``still owes``.
    """

    who: Names
    state: Literal["met", "breached", "lapsed", "excepted", "pending"]
    article: ArticleName
    denied: bool = False
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenEffectTree(Tree):
    """``RUS has [not] given effect to article 3``."""

    who: Names
    article: ArticleName
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IsPartyTree(Tree):
    """``FIN is [not] a party [of NAT]``."""

    who: Names
    negated: bool = False
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceTree(Tree):
    """``NAT is [not] in force``."""

    agreement: Word
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatingTree(Tree):
    """``article 5 is [not] suspended for USA``, ``article 5 has [not] ceased to apply``."""

    text: ArticleName | Word
    state: Literal["suspended", "ceased"]
    who: Names | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictTree(Tree):
    """``[no] conflict [of article 3 with article 5 of X] [for USA]``."""

    negated: bool = False
    one: ArticleName | None = None
    other: ArticleName | None = None
    who: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndeterminedTree(Tree):
    """``it is undetermined whether CLAIM, for want of origin``."""

    claim: (
        OwesTree
        | StandsTree
        | IsPartyTree
        | InForceTree
        | OperatingTree
        | ConflictTree
        | GivenEffectTree
    )
    want: tuple[Word, ...] = ()


ClaimTree = (
    OwesTree
    | NoDutyTree
    | StandsTree
    | IsPartyTree
    | InForceTree
    | OperatingTree
    | ConflictTree
    | GivenEffectTree
    | UndeterminedTree
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectLine(Tree):
    """``expect on 2026-03-03 CLAIM``; ``text`` is the claim as written, spaces folded."""

    claim: ClaimTree
    text: str
    at: Moment | None = None
