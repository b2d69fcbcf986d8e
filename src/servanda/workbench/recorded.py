"""What ``record`` answers: the board as of a day, what has changed, and each statement behind it."""

from __future__ import annotations

import msgspec

from servanda.analyses.record.outcome import (
    Board,
    Change,
    Denial,
    Placed,
    Withdrawal,
)
from servanda.analyses.record.standing import Bar, Standing
from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.model.node import ActorId, DocumentId, IssueId, StatementId
from servanda.model.record import Factuality, Manner, StatementKind
from servanda.workbench.results import ActorName, Name, Passage


class Source(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a statement stands in a document.

    Attributes:
        title: Of the document.
        outlet: Who published it.
        start: First character of the document, counted from 0.
        end: One past the last.
    """

    document: DocumentId
    title: str = ""
    outlet: str = ""
    date: str = ""
    manner: Manner
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    origin: Origin = NOWHERE


class Heard(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One who answers for a saying, and through whom that is known.

    Attributes:
        voice: A party; an outlet or a private person by its name; empty for nobody known.
        standing: None where the statement does not have it as said.
    """

    voice: str
    standing: Standing | None = None
    reporter: str = ""
    why: Reason | None = None


class SayingLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One saying of a statement's chain.

    Attributes:
        words: In the words of the language.
        presented: Whether the statement has it as said, denies it, or leaves it open.
        dated: Whether the day is its own.
        issues: The issues that it speaks of.
        actors: Whom the deed that it names is done to.
        incident: Whether that is an incident, such as an attack, and not its absence.
    """

    words: str
    kind: StatementKind
    said: Moment
    dated: bool
    presented: str
    heard: tuple[Heard, ...]
    issues: tuple[IssueId, ...] = ()
    actors: tuple[ActorId, ...] = ()
    incident: bool = False


class StatementTold(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A statement with its whole chain, and what has become of it as of a day.

    Attributes:
        words: What it says, in the words of the language.
        known: Since when the record has it; None where nobody can tell.
        quoted: The words themselves.
        sayings: The chain, outermost first.
        stances: The stances that it gives, as of the day.
        denied_by: What denies one of its sayings, whoever does.
        taken_back_by: What takes it back, or is reported to.
        denies: What it denies.
        takes_back: What it takes back, or reports to be taken back.
    """

    id: StatementId
    words: str
    title: str = ""
    known: Moment | None = None
    gist: str = ""
    quoted: str = ""
    only_if: tuple[str, ...] = ()
    factuality: Factuality = "asserted"
    to: tuple[str, ...] = ()
    medium: str = ""
    sources: tuple[Source, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    sayings: tuple[SayingLine, ...] = ()
    stances: tuple[Placed, ...] = ()
    denied_by: tuple[Denial, ...] = ()
    taken_back_by: tuple[Withdrawal, ...] = ()
    denies: tuple[Denial, ...] = ()
    takes_back: tuple[Withdrawal, ...] = ()
    origin: Origin = NOWHERE


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One statement of a record.

    Attributes:
        title: Of the case.
        names: Names that it uses, and what they stand for.
    """

    title: str
    as_of: Moment
    bar: Bar
    statement: StatementTold
    actors: tuple[ActorName, ...] = ()
    names: tuple[Name, ...] = ()
    passages: tuple[Passage, ...] = ()


class Recorded(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The record of a case.

    Attributes:
        title: Of the case.
        board: Who holds what.
        since: The earlier day that changes are told from; None where none is asked for.
        changes: What has become otherwise since.
        statements: The statements behind the board, in the order of the text.
        names: Names that it uses, and what they stand for: issues, options, persons.
        asked_parties: Those that alone are asked about; empty for all.
        asked_issues: The same of issues.
    """

    title: str
    board: Board
    since: Moment | None = None
    changes: tuple[Change, ...] = ()
    statements: tuple[StatementTold, ...] = ()
    actors: tuple[ActorName, ...] = ()
    names: tuple[Name, ...] = ()
    asked_parties: tuple[str, ...] = ()
    asked_issues: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class KnownAlready(msgspec.Struct, frozen=True):
    """A line whose statement the record has: by this name, or by another."""

    line: int
    statement: StatementId


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What was added to a record.

    Attributes:
        file: The file that it was added to.
        added: The statements, in the order of the lines.
        known: Lines that were left out, since the record has what they say.
    """

    file: str
    added: tuple[StatementId, ...]
    known: tuple[KnownAlready, ...]
