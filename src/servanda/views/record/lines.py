"""Statements as lines of JSON, and what was added of such lines."""

from __future__ import annotations

import re

import msgspec

from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.views.visible import STEERING, visible
from servanda.workbench.record_lines import StatementLines
from servanda.workbench.recorded import Imported

_STEERING = re.compile(f"[{STEERING}]")


def lines_text(lines: StatementLines) -> str:
    """A line of JSON for each statement; characters that would steer a terminal by their numbers."""
    encoded = (msgspec.json.encode(line).decode() for line in lines.lines)
    return "".join(f"{_STEERING.sub(_escaped, line)}\n" for line in encoded)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def imported_text(imported: Imported) -> str:
    """What was added, and what was there already."""
    told = []
    if imported.added:
        count = count_of(len(imported.added), "statement")
        told.append(f"{count} added to {imported.file}: {listing(imported.added)}")
    else:
        told.append(f"Nothing is added to {imported.file}.")
    told += [
        f"line {known.line}: this is {known.statement}, which the record has"
        for known in imported.known
    ]
    return "".join(f"{visible(line)}\n" for line in told)
