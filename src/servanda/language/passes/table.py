"""What the files of a case declare, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from servanda.core.origin import Origin
from servanda.language.tree import (
    AgreementStatement,
    AmendmentStatement,
    AnyStatement,
    ArticleStatement,
    DefineStatement,
    OrganStatement,
    ReadingStatement,
    ScenarioStatement,
)
from servanda.model.node import AgreementId, ArticleRef

Sort = Literal[
    "state",
    "organisation",
    "actor",
    "group",
    "organ",
    "region",
    "ladder",
    "law",
    "act",
    "incident",
    "definition",
    "issue",
    "circumstance",
    "motion",
    "agreement",
    "reading",
    "amendment",
    "person",
    "outlet",
    "document",
    "side",
    "statement",
    "red line",
    "demand",
    "participation",
    "linkage",
]

ACTORS: tuple[Sort, ...] = ("state", "organisation", "actor")
"""What can be a member, a party, an attacker or a victim."""

DOERS: tuple[Sort, ...] = (*ACTORS, "organ")
"""What can act, find and be consulted."""

_ARTICLES = {"organisation": "an", "actor": "an", "organ": "an", "incident": "an"} | {
    "issue": "an",
    "agreement": "an",
    "amendment": "an",
    "act": "an",
    "outlet": "an",
}


def a(sort: str) -> str:
    """The sort with its article: ``a region``, ``an actor``."""
    return f"{_ARTICLES.get(sort, 'a')} {sort}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something that a name of the case stands for.

    Attributes:
        origin: Where it is declared; None for what every case has.
    """

    name: str
    sort: Sort
    title: str = ""
    origin: Origin | None = None


S = TypeVar("S", bound=AnyStatement)


@dataclass(frozen=True, slots=True)
class Table:
    """The names of a case and the statements that declare them.

    Attributes:
        symbols: Everything that has a name of its own; of two that share one, the first.
        plurals: The group that a plural means.
        organs: By name.
        definitions: By adjective.
        agreements: Agreements in the order declared.
        articles: Where each article is written; of two with one number, the first.
        belongs: Each article statement and the agreement that it belongs to.
        readings: Each reading and the agreement that its file speaks of there.
        amendments: Each amendment, likewise.
        scenarios: By title; of two with one title, the first.
        statements: Every statement in order.
        incomplete: Names whose declaration has a part that could not be read.
    """

    symbols: Mapping[str, Symbol] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    organs: Mapping[str, OrganStatement] = field(default_factory=dict)
    definitions: Mapping[str, DefineStatement] = field(default_factory=dict)
    agreements: Mapping[AgreementId, AgreementStatement] = field(default_factory=dict)
    articles: Mapping[ArticleRef, ArticleStatement] = field(default_factory=dict)
    belongs: tuple[tuple[AgreementId, ArticleStatement], ...] = ()
    readings: tuple[tuple[AgreementId | None, ReadingStatement], ...] = ()
    amendments: tuple[tuple[AgreementId | None, AmendmentStatement], ...] = ()
    scenarios: Mapping[str, ScenarioStatement] = field(default_factory=dict)
    statements: tuple[AnyStatement, ...] = ()
    incomplete: frozenset[str] = frozenset()

    def of(self, kind: type[S]) -> tuple[S, ...]:
        """The statements of one kind, in order."""
        return tuple(s for s in self.statements if isinstance(s, kind))

    @property
    def only_agreement(self) -> AgreementId | None:
        """The agreement that is meant where none is named: the case's only one."""
        return next(iter(self.agreements)) if len(self.agreements) == 1 else None
