"""What happens, dated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.core.calendar import Moment
from servanda.language.tree.actors import Names, Noun, ObjectTree, The
from servanda.language.tree.places import Tree, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Tree):
    """Who acts in an event: ``ITA, PRT`` or ``each guarantor except FRA``."""

    who: Names | Noun
    excepting: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue(Tree):
    """``place is kyiv``."""

    attribute: Word
    value: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTree(Tree):
    """``attack A1 by RUS on UKR, place is kyiv``."""

    noun: Word
    name: Word | None = None
    by: Word | None = None
    on: Word | None = None
    values: tuple[StatedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTree(Tree):
    """``USA assists UKR with support over A1``; ``refused`` for ``refuses to consult``.

    The verb is as written: third person, infinitive after several authors (``USA, GBR
    sign``) and after ``refuses to``. Two words alone come as this; where the first is
    an incident's noun (``attack A1``) the passes read it again as an incident.
    """

    author: Author
    verb: Word
    object: ObjectTree | None = None
    level: Word | None = None
    over: Word | None = None
    whom: Names | Noun | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTree(Tree):
    """``FRA notifies withdrawal from NAT``; ``FRA revokes termination of NAT``.

    Attributes:
        ends: Whether the agreement is to end for all: ``termination``.
        revoked: Whether a notice is taken back.
    """

    author: Author
    ends: bool = False
    revoked: bool = False
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindsTree(Tree):
    """``council finds that origin of A1 is abroad, means is air``."""

    author: Author
    incident: Word | None
    values: tuple[StatedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesTree(Tree):
    """``FRA votes no on A1 in council``; ``DEU abstains on A1``."""

    author: Author
    vote: Literal["yes", "no", "abstain"]
    matter: Word
    organ: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidesTree(Tree):
    """``council decides on A1``; ``the guarantors decide on A1``."""

    body: Names | The
    matter: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTree(Tree):
    """``truce is in doubt``; ``truce begins`` and ``truce ends`` come as an act.

    Where the first word of an act is a circumstance, the passes read it again as this.
    """

    circumstance: Word
    becomes: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class PutTree(Tree):
    """``A1 is put to council``; ``peace_secured is put to the parties``."""

    matter: Word
    body: Names | The


EventTree = (
    IncidentTree | ActTree | NoticeTree | FindsTree | VotesTree | DecidesTree | PutTree | ChangeTree
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine(Tree):
    """A dated event."""

    at: Moment
    event: EventTree
