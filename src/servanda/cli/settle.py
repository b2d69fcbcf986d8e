"""``servanda settle``: what could be signed, and who would have to move."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import report, show
from servanda.cli.printing import print_answer
from servanda.cli.progress import Progress
from servanda.cli.typed import listed
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
            as_of=arguments.as_of,
            watch=progress,
        )
    if isinstance(settled, Checked):
        return report(settled, arguments.format)
    from servanda.views.settlement import settled_picture, settled_sheet

    if arguments.format == "svg":
        return show(settled_picture(settled), arguments.output, "svg")
    full = arguments.full or arguments.format == "html"
    return print_answer(
        settled, lambda: settled_sheet(settled, full=full), arguments.format, arguments.output
    )
