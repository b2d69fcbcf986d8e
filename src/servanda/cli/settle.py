"""``servanda settle``: what could be signed, and who would have to move."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.coverage_output import listed
from servanda.cli.output import colour, report, show, width
from servanda.cli.progress import Progress
from servanda.views.sheet import Sheet
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the settlement in the format asked for."""
    with Progress("settle", "step") as progress:
        settled = workbench.settle(
            arguments.case,
            choices=arguments.choices,
            conceding=listed(arguments.conceding),
            package=listed(arguments.package),
            present=None if arguments.present is None else listed(arguments.present),
            demands=arguments.demands,
            standing=arguments.standing,
            watch=progress,
        )
    if isinstance(settled, Checked):
        return report(settled, arguments.format)
    if arguments.format == "json":
        from servanda.views.documents import document, json_text

        return show(json_text(document(settled)), arguments.output, "json")
    from servanda.views.settlement import settled_sheet

    full = arguments.full or arguments.format == "html"
    return show(
        _laid_out(settled_sheet(settled, full=full), arguments), arguments.output, arguments.format
    )


def _laid_out(sheet: Sheet, arguments: argparse.Namespace) -> str:
    match arguments.format:
        case "html":
            from servanda.views.page import html_page

            return html_page(sheet)
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(sheet)
        case _:
            from servanda.views.terminal import terminal_text

            coloured = arguments.output is None and colour(sys.stdout)
            return terminal_text(sheet, width=width(), colour=coloured)
