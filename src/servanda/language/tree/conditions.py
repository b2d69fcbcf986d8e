"""Conditions as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.language.tree.actors import (
    ActorsTree,
    ArticleName,
    Names,
    Noun,
    ObjectTree,
    Rule,
    The,
)
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Is(Tree):
    """``means is [not] air``; ``is one of``; ``is in``; ``is a party``; ``is the victim``.

    Attributes:
        left: A plain name (attribute, issue), or ``the bearer`` and the like, or ``it``
            (then ``left`` is None and ``right`` one adjective).
        how: Which form; ``in_force`` has no right side.
        agreement: For ``is a party of NAT``.
    """

    left: Word | The | None
    how: Literal["is", "one_of", "in", "a", "the", "in_force"]
    right: tuple[Word, ...] = ()
    negated: bool = False
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Has(Tree):
    """``the victim has requested assistance``, ``FRA has assisted the victim, at least support``."""

    subject: ActorsTree
    verb: Word
    object: ObjectTree | None = None
    at_least: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasGivenEffect(Tree):
    """``RUS has given effect to article 3``."""

    subject: ActorsTree
    article: ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class HasDecided(Tree):
    """``the parties have decided by consensus``, ``council has decided on peace_secured``."""

    body: ActorsTree
    motion: Word | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasFound(Tree):
    """``council has found that origin is abroad``."""

    subject: ActorsTree
    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsTree(Tree):
    """``truce holds``, ``truce does not hold``."""

    circumstance: Word
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HasBeen(Tree):
    """``there has been armed attack by the victim on the bearer``; the last word is the noun."""

    words: tuple[Word, ...]
    by: Names | Noun | The | None = None
    on: Names | Noun | The | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTree(Tree):
    """``not ( ... )``."""

    part: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Tree):
    """Parts joined by ``and`` or by ``or``, never by both."""

    word: Literal["and", "or"]
    parts: tuple[ConditionTree, ...]


ConditionTree = (
    Is | Has | HasGivenEffect | HasDecided | HasFound | HoldsTree | HasBeen | NotTree | Joined
)
