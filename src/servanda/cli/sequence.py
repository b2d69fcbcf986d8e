"""``servanda sequence``: in which order steps can be taken, and where they wait for one another."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import report, show
from servanda.cli.printing import print_answer
from servanda.cli.progress import Progress
from servanda.cli.typed import listed
from servanda.workbench.reports import Checked


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
    from servanda.views.sequencing import sequenced_picture, sequenced_sheet

    if arguments.format == "svg":
        return show(sequenced_picture(found), arguments.output, "svg")
    full = arguments.full or arguments.format == "html"
    return print_answer(
        found, lambda: sequenced_sheet(found, full=full), arguments.format, arguments.output
    )
