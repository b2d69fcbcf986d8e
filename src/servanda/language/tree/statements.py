"""Statements of agreements, readings and scenarios; a file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from servanda.language.tree.actors import ArticleName
from servanda.language.tree.articles import ArticleLine
from servanda.language.tree.bargaining import BargainingStatement
from servanda.language.tree.conditions import ConditionTree
from servanda.language.tree.declarations import (
    ActorStatement,
    ActStatement,
    CaseStatement,
    CircumstanceStatement,
    DefineStatement,
    GroupStatement,
    IncidentStatement,
    IssueStatement,
    LadderStatement,
    LawStatement,
    MotionStatement,
    OrganStatement,
    RegionStatement,
    Statement,
)
from servanda.language.tree.events import EventLine
from servanda.language.tree.expectations import ExpectLine
from servanda.language.tree.places import Tree, Word
from servanda.language.tree.record import (
    DocumentStatement,
    OutletStatement,
    PersonStatement,
    RecordedStatement,
    SideStatement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPriority(Tree):
    """``prevails over UNC, NAT``; ``without prejudice to UNC``.

    Attributes:
        prevails: Whether the agreement itself prevails.
        others: The agreements named; empty for ``every other agreement``.
    """

    prevails: bool
    others: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStatement(Statement):
    """``agreement NAT "North Atlantic Treaty"``."""

    name: Word
    title: Word | None = None
    between: tuple[Word, ...] = ()
    bound_by: Literal["signature", "ratification"] | None = None
    priorities: tuple[AgreementPriority, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatement(Statement):
    """``article 5 "Collective defence"`` and its lines, in the order written."""

    number: Word
    title: Word | None = None
    lines: tuple[ArticleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStatement(Statement):
    """``reading council_first of article 5 "..."`` or ``of armed attack``.

    Attributes:
        article: What it reads, or None.
        adjective: With ``kind``: the definition that it reads, or None.
        where: The definition's condition under this reading.
    """

    name: Word
    title: Word | None = None
    article: ArticleName | None = None
    adjective: Word | None = None
    kind: Word | None = None
    lines: tuple[ArticleLine, ...] = ()
    where: ConditionTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentStatement(Statement):
    """``amendment london_protocol of article 6 from 1952-02-15 until 1962-07-03 "..."``.

    Attributes:
        article: What it amends.
        start: From which day on.
        end: Until which day, exclusive; None where it has no end.
        repealed: Where it says that the article is repealed, and nothing else.
    """

    name: Word
    title: Word | None = None
    article: ArticleName
    start: dt.date
    end: dt.date | None = None
    lines: tuple[ArticleLine, ...] = ()
    repealed: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStatement(Statement):
    """``history "..."``."""

    title: Word | None = None
    events: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLine(Tree):
    """``with response_level is own_choice``."""

    issue: Word
    option: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceFrom(Tree):
    """``with NAT in force from 2026-01-01``."""

    agreement: Word
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakesReading(Tree):
    """``with reading council_first``, ``with reading council_first for USA, FRA``.

    Attributes:
        actors: Who takes it; empty where it is taken for all.
    """

    reading: Word
    actors: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioStatement(Statement):
    """``scenario "..."``."""

    title: Word
    continues: Word | None = None
    readings: tuple[TakesReading, ...] = ()
    choices: tuple[ChoiceLine, ...] = ()
    supposed: tuple[InForceFrom, ...] = ()
    events: tuple[EventLine, ...] = ()
    expects: tuple[ExpectLine, ...] = ()


AnyStatement = (
    CaseStatement
    | ActorStatement
    | GroupStatement
    | OrganStatement
    | RegionStatement
    | LadderStatement
    | LawStatement
    | ActStatement
    | IncidentStatement
    | DefineStatement
    | IssueStatement
    | CircumstanceStatement
    | MotionStatement
    | AgreementStatement
    | ArticleStatement
    | ReadingStatement
    | AmendmentStatement
    | HistoryStatement
    | PersonStatement
    | OutletStatement
    | DocumentStatement
    | SideStatement
    | RecordedStatement
    | ScenarioStatement
    | BargainingStatement
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTree(Tree):
    """A file's statements in order.

    Attributes:
        unread: Words of the lines that could not be read: a name among them may be
            declared there, so that it is not worth a second report.
    """

    statements: tuple[AnyStatement, ...]
    unread: frozenset[str] = frozenset()
