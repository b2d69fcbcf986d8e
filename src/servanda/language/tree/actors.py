"""Who is meant: names, nouns, ``the ...``, counts; what acts are done to; rules of decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.core.calendar import Duration
from servanda.core.share import Share
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Tree):
    """``USA, GBR``; ``each of USA, GBR`` where ``each`` is set.

    Attributes:
        preposition: What stands before them where its verb asks for it: consents *to* PACT.
    """

    names: tuple[Word, ...]
    each: bool = False
    preposition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun(Tree):
    """``a party``, ``another party``, ``each party``, ``each other party of NAT``."""

    determiner: Literal["a", "another", "each", "each other"]
    noun: Word
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class The(Tree):
    """``the victim``, ``the bearer``, ``the guarantors``, ``the parties of NAT``."""

    word: Word
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOf(Tree):
    """``2 of the parties``, ``two thirds of the parties``; ``a majority`` where ``count`` is None."""

    count: int | Share | None
    plural: The
    including: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleName(Tree):
    """``article 5``, ``article 5 of NAT``."""

    number: Word
    agreement: Word | None = None


ActorsTree = Names | Noun | The | CountOf
ObjectTree = Names | Noun | The | ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Tree):
    """How a body decides.

    ``consensus``, ``9 votes, with a veto of USA``, ``a majority, leaving out the attacker``.

    Attributes:
        leaving_out: A role or a person as a word, actors by name as names.
    """

    rule: Literal["consensus", "unanimity", "count", "majority", "share", "silence"]
    count: int = 0
    share: Share | None = None
    period: Duration | None = None
    of_those_voting: bool = False
    including: tuple[Word, ...] = ()
    veto: tuple[Word, ...] = ()
    leaving_out: tuple[Word | Names, ...] = ()
