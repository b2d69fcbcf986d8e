"""``servanda record``: what each party has said on each issue, and through whom that is known."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import report, show
from servanda.cli.printing import print_answer, print_json
from servanda.cli.typed import listed
from servanda.views.sheet import Sheet
from servanda.workbench.recorded import Recorded, Told
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the board, or one statement, in the format asked for; or add statements."""
    if arguments.lines is not None:
        return _import(arguments)
    if arguments.format == "jsonl":
        return _lines(arguments)
    found: Recorded | Told | Checked
    if arguments.statement is not None:
        found = workbench.statement(
            arguments.case,
            arguments.statement,
            as_of=arguments.as_of,
            standing=arguments.standing,
        )
    else:
        found = workbench.record(
            arguments.case,
            as_of=arguments.as_of,
            standing=arguments.standing,
            since=arguments.since,
            parties=listed(arguments.parties),
            issues=listed(arguments.issues),
        )
    if isinstance(found, Checked):
        return report(found, arguments.format)
    return _print(found, arguments)


def _import(arguments: argparse.Namespace) -> int:
    imported = workbench.import_statements(arguments.case, arguments.lines)
    if isinstance(imported, Checked):
        return report(imported, arguments.format)
    if arguments.format == "json":
        return print_json(imported)
    from servanda.views.record.lines import imported_text

    return show(imported_text(imported))


def _lines(arguments: argparse.Namespace) -> int:
    lines = workbench.statement_lines(
        arguments.case,
        as_of=arguments.as_of,
        parties=listed(arguments.parties),
        issues=listed(arguments.issues),
        statement=arguments.statement,
    )
    if isinstance(lines, Checked):
        return report(lines, arguments.format)
    from servanda.views.record.lines import lines_text

    return show(lines_text(lines), arguments.output, arguments.format)


def _print(found: Recorded | Told, arguments: argparse.Namespace) -> int:
    match arguments.format:
        case "annotations":
            from servanda.views.record.annotations import annotations_text

            return show(annotations_text(found), arguments.output, "annotations")
        case "plover":
            from servanda.workbench.plover_events import plover_events

            return print_json(plover_events(found), arguments.output, "plover")
        case form:
            return print_answer(found, lambda: _sheet(found, arguments), form, arguments.output)


def _sheet(found: Recorded | Told, arguments: argparse.Namespace) -> Sheet:
    from servanda.views.record import recorded_sheet, told_sheet

    if isinstance(found, Told):
        return told_sheet(found)
    folded = arguments.format == "html"
    return recorded_sheet(found, full=arguments.full or folded, folded=folded)
