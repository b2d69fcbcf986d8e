"""Statements of the record: persons, outlets, documents, sides, and what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from servanda.core.calendar import Moment
from servanda.language.tree.actors import ArticleName, Names
from servanda.language.tree.articles import Action, OnlyIf
from servanda.language.tree.declarations import CalledLine, DatedNames, Statement
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine(Tree):
    """``speaks for USA as "special envoy" from 2025-01-20``."""

    actor: Word
    title: Word | None = None
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStatement(Statement):
    """``person WITKOFF "Steve Witkoff"``."""

    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()
    offices: tuple[OfficeLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletStatement(Statement):
    """``outlet CNN "CNN"``."""

    name: Word
    title: Word | None = None
    called: tuple[CalledLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLine(Tree):
    """``published by ASIAE on 2025-08-18``."""

    date: dt.date
    outlet: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStatement(Statement):
    """``document REPORT "A report on guarantees for Ukraine"``."""

    name: Word
    title: Word | None = None
    published: PublishedLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStatement(Statement):
    """``side partners "Ukraine and those who support it"``."""

    name: Word
    title: Word | None = None
    members: tuple[DatedNames, ...] = ()


# What somebody says.


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTree(Tree):
    """``an official of USA``; ``an official``."""

    of: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTree(Tree):
    """``sequence is not guarantee_first``; ``sequence is one of guarantee_first, truce_first``."""

    issue: Word
    options: tuple[Word, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsTree(Tree):
    """``guarantee is nato_style and membership is stays_out``."""

    positions: tuple[PositionTree, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToActTree(Tree):
    """``to enact non_aggression_law``; ``not to attack UKR``."""

    action: Action
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterTree(Tree):
    """A name alone: an issue, an agreement, a circumstance or a statement."""

    name: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedTree(Tree):
    """What has no form here: ``"that a deal be made"``."""

    text: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ThatTree(Tree):
    """``that RUS accepts guarantee is nato_style``."""

    saying: SayingTree


SaidTree = PositionsTree | ToActTree | MatterTree | ArticleName | QuotedTree | ThatTree


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingTree(Tree):
    """``2025-08-17 WITKOFF reports that RUS accepts guarantee is nato_style``."""

    speaker: Names | OfficialTree
    kind: Word
    content: SaidTree
    at: Moment | None = None


# What else is told of it.


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageTree(Tree):
    """``in REPORT, paragraph 3, characters 812 to 905, paraphrased``."""

    document: Word
    paragraph: int | None = None
    first: int | None = None
    last: int | None = None
    manner: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediumTree(Tree):
    """``medium CNN "interview"``."""

    outlet: Word | None = None
    text: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressedTree(Tree):
    """``to UKR, EU``."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTree(Tree):
    """``gist "..."``, ``words "..."``, ``factuality possible``: one word and what stands behind it."""

    keyword: Word
    text: Word


StatementLine = SayingTree | OnlyIf | PassageTree | MediumTree | AddressedTree | NoteTree


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStatement(Statement):
    """``statement S3 "Russia has agreed, by the envoy's account"``.

    Attributes:
        saying: None where its line could not be read, or is missing.
    """

    name: Word
    title: Word | None = None
    saying: SayingTree | None = None
    only_if: tuple[OnlyIf, ...] = ()
    passages: tuple[PassageTree, ...] = ()
    medium: MediumTree | None = None
    to: tuple[Word, ...] = ()
    factuality: Word | None = None
    gist: Word | None = None
    words: Word | None = None
