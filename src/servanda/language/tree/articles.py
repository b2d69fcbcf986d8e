"""The lines of an article or of a reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from servanda.core.calendar import Duration
from servanda.language.tree.actors import ArticleName, Names, Noun, ObjectTree, The
from servanda.language.tree.conditions import ConditionTree
from servanda.language.tree.own_life import OwnLifeTree
from servanda.language.tree.places import Tree, Word

Modality = Literal["must", "must not", "may"]
"""The word by which an article binds."""

Operation = Literal["is suspended", "ceases to apply", "applies again", "ends"]
"""What an article says about the operation of another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenIncident(Tree):
    """``armed attack by RUS on a party``; the last of ``words`` is the noun.

    Whether an incident or an act is meant shows in the names, not in the shape: plain
    words with neither ``by`` nor ``on`` come as this, ``RUS notifies withdrawal`` and ``RUS enacts
    non_aggression_law`` among them. Where the first word is an actor and the second a
    verb's third person, the passes read it again as an act: author, verb, object.
    """

    words: tuple[Word, ...]
    by: Names | Noun | None = None
    on: Names | Noun | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenActs(Tree):
    """``a party requests consultation``, ``RUS breaches article 3``."""

    author: Names | Noun
    verb: Word
    object: ObjectTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenChanges(Tree):
    """``truce begins``, ``truce ends``; the parser gives plain words, as of an incident."""

    circumstance: Word
    becomes: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Tree):
    """``when ...``."""

    trigger: WhenIncident | WhenActs | WhenChanges


@dataclass(frozen=True, slots=True, kw_only=True)
class From(Tree):
    """``from 2026-01-01`` or ``from 10 years after entry into force``."""

    date: dt.date | None = None
    after_entry: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIf(Tree):
    """``only if ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformedOnlyIf(Tree):
    """``performed only if ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenEffectBy(Tree):
    """``given effect by non_aggression_law``."""

    law: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless(Tree):
    """``unless ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Until(Tree):
    """``until ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class UntilDay(Tree):
    """``until 2031-01-01``."""

    day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class For(Tree):
    """``for 6 months``, ``for 6 months of the attack``.

    Attributes:
        of: The noun that it counts from; None for from when the rule arises.
        entry_into_force: Whether it counts from entry into force.
    """

    period: Duration
    of: Word | None = None
    entry_into_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class While(Tree):
    """``while ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Within(Tree):
    """``within 24 hours of the request``.

    Attributes:
        of: The noun; None for ``of entry into force``.
        entry_into_force: Whether it counts from entry into force.
        soft: ``where possible``.
    """

    period: Duration
    of: Word | None = None
    entry_into_force: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forthwith(Tree):
    """``forthwith``, ``forthwith where possible``."""

    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Tree):
    """``assist the victim with support``; ``attack UKR, a european_state``; ``consult``.

    Attributes:
        verb: The infinitive.
        objects: What follows it.
        level: For ``with LEVEL``.
        discretion: ``as it deems necessary``.
    """

    verb: Word
    objects: tuple[ObjectTree, ...] = ()
    level: Word | None = None
    discretion: bool = False
    at_least: Word | None = None
    at_most: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal(Tree):
    """``each other party must assist the victim ...``."""

    bearers: Names | Noun | The
    modality: Modality
    action: Action
    jointly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DoesNotApply(Tree):
    """``article 5 does not apply``."""

    article: ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatesTree(Tree):
    """``article 5 is suspended for the author``, ``PACT ends``.

    Attributes:
        text: An article, or the name of an agreement.
        whom: None for everybody.
    """

    text: ArticleName | Word
    how: Operation
    whom: Names | Noun | The | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySuspend(Tree):
    """``a party may suspend article 5 for all``."""

    who: Names | Noun
    text: ArticleName | Word
    for_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MayWaive(Tree):
    """``the victim may waive article 5``."""

    who: Names | Noun | The
    article: ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatesNoDuty(Tree):
    """``creates no duty``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectTo(Tree):
    """``subject to article 7, article 3 of UNC``."""

    articles: tuple[ArticleName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notwithstanding(Tree):
    """``notwithstanding article 3``."""

    articles: tuple[ArticleName, ...]


EffectTree = (
    Modal | DoesNotApply | OperatesTree | MaySuspend | MayWaive | OwnLifeTree | CreatesNoDuty
)
ArticleLineTree = (
    When
    | From
    | OnlyIf
    | PerformedOnlyIf
    | GivenEffectBy
    | Unless
    | Until
    | UntilDay
    | For
    | While
    | Within
    | Forthwith
    | SubjectTo
    | Notwithstanding
    | EffectTree
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine(Tree):
    """A line of an article or of a reading; ``also`` only in a reading."""

    line: ArticleLineTree
    also: bool = False
