"""Statements from a file of lines of JSON into the record of a case: all that are new, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.language.document import Source
from servanda.language.folder import MAX_BYTES
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.interchange import MODEL_VERSION
from servanda.model.node import StatementId, unplaced
from servanda.model.record import Statement
from servanda.workbench.mistakes import changed_meanwhile, misuse, only_packaged
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.packaged import packaged_cases
from servanda.workbench.record_lines import statement_text, texts_of
from servanda.workbench.recorded import Imported, KnownAlready
from servanda.workbench.reports import Checked
from servanda.workbench.unread import unread
from servanda.workbench.writing import is_still, write_file, write_text

RECORD = "record.md"
"""The file of a case folder that statements are added to."""

_OPENING = "# What was said\n"
"""How that file begins where there is none."""

_NEW = StatementId("")


class _Line(msgspec.Struct, frozen=True):
    servanda_model: int
    statement: Statement


class _Entry(NamedTuple):
    line: int
    statement: Statement


class _Misfit(NamedTuple):
    line: int
    why: str
    hints: tuple[str, ...] = ()


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
    opened = open_case(name)
    if not isinstance(opened, Opened):
        return opened
    read = _read(path)
    if isinstance(read, Checked):
        return read
    entries, misfits = read
    new, known, taken = _sorted_out(entries, opened.case)
    misfits = [*misfits, *taken, *_not_in_quotes(new)]
    target = _target(name)
    if not misfits and new:
        misfits = list(_misread(opened, target, new))
    if misfits:
        return _refused(path, misfits)
    if new:
        failure = _append(opened, target, new)
        if failure is not None:
            return failure
    added = tuple(entry.statement.id for entry in new)
    return Imported(file=str(target), added=added, known=tuple(known))


# What the file says.


def _read(path: str) -> tuple[list[_Entry], list[_Misfit]] | Checked:
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


def _entry(number: int, line: str) -> _Entry | _Misfit | None:
    """A statement; None for an empty line and for the digest that ends a file of our own."""
    if not line or line.startswith('{"as_written":'):
        return None
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        return _Misfit(number, f"it is no statement: {error}")
    if found.servanda_model != MODEL_VERSION:
        version = found.servanda_model
        return _Misfit(number, f"it is of model version {version}, not {MODEL_VERSION}")
    why = unread(line, found.statement)
    if why is not None:
        return _Misfit(number, why)
    return _Entry(number, unplaced(found.statement))


def _sorted_out(
    entries: Iterable[_Entry], case: Case
) -> tuple[list[_Entry], list[KnownAlready], list[_Misfit]]:
    """What is new, what the record has already, and what takes a name that is taken."""
    by_name = {one.id: unplaced(one) for one in case.statements}
    by_content = {_content(one): one.id for one in by_name.values()}
    new, known, taken = [], [], []
    for entry in entries:
        there = by_name.get(entry.statement.id)
        same = by_content.get(_content(entry.statement))
        if there is not None and there != entry.statement:
            why = f"`{entry.statement.id}` is another statement of the record"
            taken.append(_Misfit(entry.line, why, ("give it a name of its own",)))
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


def _not_in_quotes(entries: Iterable[_Entry]) -> Iterator[_Misfit]:
    for entry in entries:
        for text in texts_of(entry.statement):
            if '"' in text or len(text.splitlines()) > 1:
                hint = "write it on one line, and quotations within it in single quotes"
                why = "a text of the record stands in double quotes, on one line"
                yield _Misfit(entry.line, why, (hint,))
                break


# Into the text.


def _target(name: str) -> Path:
    path = Path(name)
    return path / RECORD if path.is_dir() else path


def _text_of(opened: Opened, target: Path) -> str | None:
    """The text of the file that statements are added to; None where there is none."""
    return next((s.text for s in opened.sources if Path(s.name) == target), None)


def _with(text: str | None, case: Case, new: Sequence[_Entry]) -> tuple[str, Mapping[int, _Entry]]:
    """The text with the statements behind it, and which of them each new line belongs to."""
    before = _OPENING if text is None else text
    end = "\r\n" if "\r\n" in before else "\n"
    before += "" if before.endswith("\n") or not before else end
    lines = ["", "```servanda"]
    first = len(before.split("\n"))
    of: dict[int, _Entry] = {}
    for number, entry in enumerate(new):
        lines += [""] if number else []
        for line in statement_text(entry.statement, case).split("\n"):
            of[first + len(lines)] = entry
            lines.append(line)
    lines.append("```")
    return before + end.join(lines) + end, of


def _misread(opened: Opened, target: Path, new: Sequence[_Entry]) -> Iterator[_Misfit]:
    """What of the statements cannot be read in its place, or is read as something else."""
    text, of = _with(_text_of(opened, target), opened.case, new)
    if len(text.encode()) > MAX_BYTES:
        yield _Misfit(new[0].line, f"with it `{target}` would be larger than what is read")
        return
    others = [source for source in opened.sources if Path(source.name) != target]
    read = read_case([*others, Source(str(target), text)])
    errors = [d for d in read.diagnostics if d.severity is Severity.ERROR]
    for report in errors:
        entry = of.get(report.origin.line) if Path(report.origin.file) == target else None
        yield _Misfit((entry or new[0]).line, report.headline, report.hints)
    if read.case is not None and not errors:
        there = {one.id: unplaced(one) for one in read.case.statements}
        for entry in new:
            if there.get(entry.statement.id) != entry.statement:
                yield _Misfit(entry.line, "as text it would be read as something else")


def _append(opened: Opened, target: Path, new: Sequence[_Entry]) -> Checked | None:
    before = _text_of(opened, target)
    text, _ = _with(before, opened.case, new)
    if before is None:
        if os.path.lexists(target):
            return changed_meanwhile(str(target))
        return write_file(target, text.encode())
    if not is_still(target, before):
        return changed_meanwhile(str(target))
    return write_text(target, text)


def _refused(path: str, misfits: Sequence[_Misfit]) -> Checked:
    """Nothing is added, and each line that does not fit is named."""
    reports = tuple(
        Diagnostic(
            "SV944",
            Severity.ERROR,
            f"line {misfit.line} does not fit: {misfit.why}",
            Origin(file=path),
            hints=misfit.hints,
        )
        for misfit in sorted(misfits)
    )
    return Checked(diagnostics=reports, misuse=True)
