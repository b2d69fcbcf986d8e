"""Without whom something is not discussed, decided, concluded or in force: part of what ``settle`` answers."""

from __future__ import annotations

import msgspec

from servanda.core.origin import NOWHERE, Origin
from servanda.model.bargaining import Involvement
from servanda.model.node import ActorId, AgreementId, ArticleRef, IssueId, ParticipationId


class NeededLine(msgspec.Struct, frozen=True):
    """Without whom something is not done, and which rules say so.

    Attributes:
        absent: Of them, those who are not present; all where nobody is said to be.
    """

    involvement: Involvement
    who: tuple[ActorId, ...]
    absent: tuple[ActorId, ...]
    rules: tuple[ParticipationId, ...]


class MatterLine(msgspec.Struct, frozen=True):
    """A matter, and without whom it is not discussed, decided or concluded."""

    matter: IssueId | AgreementId
    needed: tuple[NeededLine, ...]


class EntryLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """An agreement, and those without whom it does not enter into force.

    Attributes:
        article: The article that says so; None where all who negotiate it have to consent.
    """

    agreement: AgreementId
    who: tuple[ActorId, ...]
    absent: tuple[ActorId, ...]
    article: ArticleRef | None = None
    origin: Origin = NOWHERE


class VetoLine(msgspec.Struct, frozen=True):
    """Each of whom can alone keep something from happening, by not taking part in it.

    Attributes:
        prevents: What, in words.
    """

    actors: tuple[ActorId, ...]
    prevents: tuple[str, ...]


class Participating(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part in what.

    Attributes:
        present: Who is said to be present; None where nobody is.
        matters: Those that a rule is about.
        free: Open issues that no rule is about.
        entries: Agreements that wait for somebody.
        vetoes: Those who can alone keep something from being decided, concluded or in force.
    """

    present: tuple[ActorId, ...] | None
    matters: tuple[MatterLine, ...]
    free: tuple[IssueId, ...]
    entries: tuple[EntryLine, ...]
    vetoes: tuple[VetoLine, ...]
