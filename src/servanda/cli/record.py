"""``servanda record``: what each party has said on each issue, and through whom that is known."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.coverage_output import listed
from servanda.cli.output import colour, report, show, width
from servanda.views.sheet import Sheet
from servanda.workbench.recorded import Recorded, Told
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the board, or one statement, in the format asked for."""
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
    return show(_laid_out(found, arguments), arguments.output, arguments.format)


def _laid_out(found: Recorded | Told, arguments: argparse.Namespace) -> str:
    match arguments.format:
        case "json":
            from servanda.views.documents import document, json_text

            return json_text(document(found))
        case "html":
            from servanda.views.page import html_page

            return html_page(_sheet(found, arguments))
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(_sheet(found, arguments))
        case _:
            from servanda.views.terminal import terminal_text

            coloured = arguments.output is None and colour(sys.stdout)
            return terminal_text(_sheet(found, arguments), width=width(), colour=coloured)


def _sheet(found: Recorded | Told, arguments: argparse.Namespace) -> Sheet:
    from servanda.views.record import recorded_sheet, told_sheet

    if isinstance(found, Told):
        return told_sheet(found)
    folded = arguments.format == "html"
    return recorded_sheet(found, full=arguments.full or folded, folded=folded)
