"""Statements as lines of JSON, and what was added of such lines."""

from __future__ import annotations

import msgspec

from servanda.core.visible import harmless_json, visible
from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.workbench.record_lines import StatementLines
from servanda.workbench.recorded import Imported


def lines_text(lines: StatementLines) -> str:
    """A line of JSON for each statement; characters that would steer a terminal by their numbers."""
    encoded = (msgspec.json.encode(line).decode() for line in lines.lines)
    return "".join(f"{harmless_json(line)}\n" for line in encoded)


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
