"""Statements that declare who, where and what: from ``case`` to ``issue``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from servanda.language.tree.actors import Names, Rule, The
from servanda.language.tree.conditions import ConditionTree
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Tree):
    """A statement of a block.

    Attributes:
        trail: The Markdown headings above it.
        source: ``source`` lines.
        judgement: ``judgement`` lines.
        incomplete: Whether a part of it could not be read and is reported already.
    """

    trail: tuple[str, ...] = ()
    source: tuple[Word, ...] = ()
    judgement: tuple[Word, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatement(Statement):
    """``case "Title"``."""

    title: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledLine(Tree):
    """``called "Moscow", "the Kremlin"``."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStatement(Statement):
    """``state UKR "Ukraine"``."""

    sort: Literal["state", "organisation", "actor"]
    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNames(Tree):
    """``members A, B from D until D``; ``contains A, B from D until D``."""

    names: tuple[Word, ...]
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStatement(Statement):
    """``group guarantor "Guarantors" plural guarantors``."""

    name: Word
    title: Word | None = None
    plural: Word | None = None
    members: tuple[DatedNames, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganStatement(Statement):
    """``organ council "North Atlantic Council"``."""

    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()
    members: Names | The | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionStatement(Statement):
    """``region ukraine "Ukraine"``."""

    name: Word
    title: Word | None = None
    contains: tuple[DatedNames, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStatement(Statement):
    """``ladder response: refrain < consult < ...``."""

    name: Word
    levels: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawStatement(Statement):
    """``law non_aggression_law "..."``."""

    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActStatement(Statement):
    """``act invite (invites, invited, invitation) "..."``; ``object`` is the line's word."""

    name: Word
    title: Word | None = None
    forms: tuple[Word, Word, Word] | None = None
    object: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeLine(Tree):
    """``by attacker: actor``; ``means: ground, air``; a sort is a single known word."""

    name: Word
    values: tuple[Word, ...]
    role: Literal["by", "on"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentStatement(Statement):
    """``incident attack (attacks, attacked, attack) "Attack"``."""

    name: Word
    title: Word | None = None
    forms: tuple[Word, Word, Word] | None = None
    attributes: tuple[AttributeLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineStatement(Statement):
    """``define armed attack "Armed attack"``."""

    adjective: Word
    kind: Word
    title: Word | None = None
    where: ConditionTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceStatement(Statement):
    """``circumstance truce "A truce is in force"``."""

    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionStatement(Statement):
    """``motion peace_secured "..."``."""

    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine(Tree):
    """``option own_choice "..."``, and on the same line, going on, ``called "..."``."""

    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueStatement(Statement):
    """``issue response_level "..."``."""

    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()
    options: tuple[OptionLine, ...] = ()
    settled: Word | None = None
