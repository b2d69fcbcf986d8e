"""A record as lines of JSON, one statement each, and a statement as the text that it is read from."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.analyses.record import Record, Standing
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.interchange import MODEL_VERSION
from servanda.model.node import unplaced
from servanda.model.record import Medium, Passage, Statement
from servanda.model.words import words


class StatementLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement, as a line of JSON.

    Attributes:
        servanda_model: The version of the model that the statement is written in.
        statement: The statement; alone it is read again.
        words: What it says, in the words of the language.
        known: Since when the record has it.
        standing: Of its innermost saying; None where that is not told as said.
    """

    servanda_model: int
    statement: Statement
    words: str = ""
    known: Moment | None = None
    standing: Standing | None = None


class StatementLines(msgspec.Struct, frozen=True):
    """Statements of a record, in the order of the text."""

    lines: tuple[StatementLine, ...]


def line_of(record: Record, statement: Statement) -> StatementLine:
    """A statement with what the record makes of it."""
    chain = record.chains.get(statement.id)
    standing = None
    if chain is not None and chain.links[-1].presented == "said":
        innermost = chain.links[-1]
        found = (
            record.standings.standing(chain, innermost.depth, one.voice)[0]
            for one in innermost.heard
        )
        standing = min(found, key=lambda one: one.rank)
    return StatementLine(
        MODEL_VERSION,
        unplaced(statement),
        record.wording.saying(statement.saying),
        chain.known if chain is not None else None,
        standing,
    )


# As text.


def statement_text(statement: Statement, case: Case) -> str:
    """A statement as a block of the language has it."""
    head = f"statement {statement.id}{_titled(statement.title)}"
    return "\n".join((head, *(f"  {line}" for line in _lines(statement, case))))


def _titled(title: str) -> str:
    return f' "{title}"' if title else ""


def _lines(statement: Statement, case: Case) -> Iterator[str]:
    at = f"{statement.saying.at} " if statement.saying.at is not None else ""
    yield at + words(statement.saying, case)
    yield from (f"only if {words(condition, case)}" for condition in statement.only_if)
    if statement.factuality != "asserted":
        yield f"factuality {statement.factuality}"
    if statement.to:
        yield f"to {', '.join(statement.to)}"
    if statement.medium is not None:
        yield f"medium {_medium(statement.medium)}"
    yield from map(passage_text, statement.passages)
    if statement.gist:
        yield f'gist "{statement.gist}"'
    if statement.words:
        yield f'words "{statement.words}"'
    yield from (f'source "{text}"' for text in statement.source)
    yield from (f'judgement "{text}"' for text in statement.judgement)


def _medium(medium: Medium) -> str:
    quoted = f'"{medium.text}"' if medium.text else ""
    return " ".join(part for part in (medium.outlet or "", quoted) if part)


def passage_text(passage: Passage) -> str:
    """``in REPORT, paragraph 3, characters 812 to 905, quoted``."""
    line = f"in {passage.document}"
    if passage.paragraph is not None:
        line += f", paragraph {passage.paragraph}"
    if passage.start is not None and passage.end is not None:
        line += f", characters {passage.start} to {passage.end}"
    return f"{line}, {passage.manner}"


def texts_of(statement: Statement) -> Iterator[str]:
    """Every text in quotes that a statement has."""
    yield from (statement.title, statement.gist, statement.words)
    yield from (*statement.source, *statement.judgement)
    if statement.medium is not None:
        yield statement.medium.text
    for part in statement.saying.chain():
        yield from (getattr(part.content, "text", ""),)
