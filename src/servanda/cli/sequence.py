"""``servanda sequence``: in which order steps can be taken, and where they wait for one another."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.coverage_output import listed
from servanda.cli.output import colour, report, show, width
from servanda.cli.progress import Progress
from servanda.workbench.reports import Checked
from servanda.workbench.sequences import Sequenced


def run(arguments: argparse.Namespace) -> int:
    """Print the order in the format asked for."""
    with Progress("sequence", "way of reading") as progress:
        found = workbench.sequence(
            arguments.case,
            agreements=listed(arguments.agreements),
            on=arguments.on,
            after=arguments.after,
            choices=arguments.choices,
            readings=arguments.readings,
            goal=arguments.goal,
            standing=arguments.standing,
            watch=progress,
        )
    if isinstance(found, Checked):
        return report(found, arguments.format)
    return show(_laid_out(found, arguments), arguments.output, arguments.format)


def _laid_out(found: Sequenced, arguments: argparse.Namespace) -> str:
    from servanda.views.sequencing import sequenced_picture, sequenced_sheet

    full = arguments.full or arguments.format == "html"
    match arguments.format:
        case "json":
            from servanda.views.documents import document, json_text

            return json_text(document(found))
        case "svg":
            return sequenced_picture(found)
        case "html":
            from servanda.views.page import html_page

            return html_page(sequenced_sheet(found, full=full))
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(sequenced_sheet(found, full=full))
        case _:
            from servanda.views.terminal import terminal_text

            coloured = arguments.output is None and colour(sys.stdout)
            sheet = sequenced_sheet(found, full=full)
            return terminal_text(sheet, width=width(), colour=coloured)
