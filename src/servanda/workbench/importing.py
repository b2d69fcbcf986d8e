"""Statements from a file of lines of JSON into the record of a case: all that are new, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.model.case import Case
from servanda.model.interchange import MODEL_VERSION
from servanda.model.node import StatementId, unplaced
from servanda.model.record import Statement
from servanda.workbench.appending import (
    Misfit,
    Piece,
    misread,
    not_in_quotes,
    put,
    target_of,
    text_of,
    with_pieces,
)
from servanda.workbench.locks import alone_with
from servanda.workbench.mistakes import misuse, only_packaged
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.packaged import packaged_cases
from servanda.workbench.record_lines import statement_text, texts_of
from servanda.workbench.recorded import Imported, KnownAlready
from servanda.workbench.reports import Checked
from servanda.workbench.unread import unread

_NEW = StatementId("")


class _Line(msgspec.Struct, frozen=True):
    servanda_model: int
    statement: Statement


class _Entry(NamedTuple):
    line: int
    statement: Statement


def import_statements(name: str, path: str) -> Imported | Checked:
    """Add the statements of a file to the record of a case.

    Args:
        name: A case folder, or a ``.md`` file.
        path: A file with a line of JSON for each statement.

    Returns:
        What was added; or what does not fit, and then nothing is.
    """
    if not os.path.lexists(name) and name in packaged_cases():
        return only_packaged(name)
    read = _read(path)
    with alone_with(target_of(name)):
        return _added(name, path, read)


def _added(
    name: str, path: str, read: tuple[list[_Entry], list[Misfit]] | Checked
) -> Imported | Checked:
    """Add what a file says to a case that nobody else writes meanwhile."""
    opened = open_case(name)
    if not isinstance(opened, Opened):
        return opened
    if isinstance(read, Checked):
        return read
    entries, misfits = read
    new, known, taken = _sorted_out(entries, opened.case)
    target = target_of(name)
    before = text_of(opened, target)
    pieces = [_piece(entry, opened.case) for entry in new]
    misfits = [*misfits, *taken, *_not_in_quotes(new)]
    if new and not misfits:
        misfits = list(misread(opened, target, pieces, before))
    if misfits:
        return _refused(path, misfits)
    if new:
        failure = put(target, before, with_pieces(before, pieces)[0])
        if failure is not None:
            return failure
    added = tuple(entry.statement.id for entry in new)
    return Imported(file=str(target), added=added, known=tuple(known))


# What the file says.


def _read(path: str) -> tuple[list[_Entry], list[Misfit]] | Checked:
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is not text in UTF-8"
        return misuse("SV945", f"this file cannot be read: {why.lower()}", about=path)
    entries, misfits = [], []
    for number, line in enumerate(text.split("\n"), 1):
        found = _entry(number, line.strip())
        if isinstance(found, _Entry):
            entries.append(found)
        elif found is not None:
            misfits.append(found)
    return entries, misfits


def _entry(number: int, line: str) -> _Entry | Misfit | None:
    """A statement; None for an empty line and for the digest that ends a file of our own."""
    if not line or line.startswith('{"as_written":'):
        return None
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        return Misfit(number, f"it is no statement: {error}")
    if found.servanda_model != MODEL_VERSION:
        version = found.servanda_model
        return Misfit(number, f"it is of model version {version}, not {MODEL_VERSION}")
    why = unread(line, found.statement, "statement")
    if why is not None:
        return Misfit(number, why)
    return _Entry(number, unplaced(found.statement))


def _sorted_out(
    entries: Iterable[_Entry], case: Case
) -> tuple[list[_Entry], list[KnownAlready], list[Misfit]]:
    """What is new, what the record has already, and what takes a name that is taken."""
    by_name = {one.id: unplaced(one) for one in case.statements}
    by_content = {_content(one): one.id for one in by_name.values()}
    new, known, taken = [], [], []
    for entry in entries:
        there = by_name.get(entry.statement.id)
        same = by_content.get(_content(entry.statement))
        if there is not None and there != entry.statement:
            why = f"`{entry.statement.id}` is another statement of the record"
            taken.append(Misfit(entry.line, why, ("give it a name of its own",)))
        elif same is not None:
            known.append(KnownAlready(entry.line, same))
        else:
            new.append(entry)
            by_name[entry.statement.id] = entry.statement
            by_content[_content(entry.statement)] = entry.statement.id
    return new, known, taken


def _content(statement: Statement) -> Statement:
    """What a statement says, whatever it is called."""
    return replace(statement, id=_NEW)


def _not_in_quotes(entries: Iterable[_Entry]) -> Iterator[Misfit]:
    for entry in entries:
        if not_in_quotes(texts_of(entry.statement)):
            hint = "write it on one line, and quotations within it in single quotes"
            why = "a text of the record stands in double quotes, on one line"
            yield Misfit(entry.line, why, (hint,))


def _piece(entry: _Entry, case: Case) -> Piece:
    return Piece(entry.line, statement_text(entry.statement, case), entry.statement)


def _refused(path: str, misfits: Sequence[Misfit]) -> Checked:
    """Nothing is added, and each line that does not fit is named."""
    reports = tuple(
        Diagnostic(
            "SV944",
            Severity.ERROR,
            f"line {misfit.of} does not fit: {misfit.why}",
            Origin(file=path),
            hints=misfit.hints,
        )
        for misfit in sorted(misfits)
    )
    return Checked(diagnostics=reports, misuse=True)
