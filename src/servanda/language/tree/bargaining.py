"""Statements of what could be signed: red lines, demands, preferences, participation, linkages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.language.tree.conditions import ConditionTree
from servanda.language.tree.declarations import Statement
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Requires(Tree):
    """``requires membership is not joins``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Tree):
    """A whole number at its place."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Tree):
    """``cost 5``."""

    amount: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn(Tree):
    """``rests on S10, S11``."""

    statements: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementStatement(Statement):
    """``red line no_membership of RUS "..."``, ``demand early_guarantee of UKR "..."``.

    Attributes:
        rests_on: The statements named, of all lines.
    """

    sort: Literal["red line", "demand"]
    name: Word
    party: Word
    title: Word | None = None
    requires: Requires | None = None
    cost: Cost | None = None
    rests_on: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthTree(Tree):
    """``guarantee_first 40``."""

    option: Word
    worth: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighs(Tree):
    """``sequence weighs 30: agreement_first 100, ceasefire_first 0``."""

    issue: Word
    weight: Amount
    worths: tuple[WorthTree, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAgreement(Tree):
    """``no agreement 25``."""

    worth: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesStatement(Statement):
    """``preferences of RUS``."""

    party: Word
    valuations: tuple[Weighs, ...] = ()
    no_agreement: NoAgreement | None = None
    rests_on: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyWith(Tree):
    """``territory is discussed only with UKR``; ``involvement`` is the participle as written."""

    matter: Word
    involvement: Word
    who: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationStatement(Statement):
    """``participation territory_with_ukraine "..."``."""

    name: Word
    title: Word | None = None
    rules: tuple[OnlyWith, ...] = ()
    rests_on: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageStatement(Statement):
    """``linkage law_and_order "..."``."""

    name: Word
    title: Word | None = None
    requires: Requires | None = None


BargainingStatement = (
    RequirementStatement | PreferencesStatement | ParticipationStatement | LinkageStatement
)
