"""``servanda cover``: who owes what in every incident, and where nobody does."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.coverage_output import print_coverage
from servanda.cli.output import report
from servanda.cli.progress import Progress
from servanda.cli.typed import listed
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the coverage in the format asked for, or the scenario of one of its lines."""
    with Progress("cover", "step") as progress:
        covered = workbench.cover(
            arguments.case,
            agreements=listed(arguments.agreements),
            incident=arguments.incident,
            on=arguments.on,
            after=arguments.after,
            where=arguments.where,
            level=arguments.level,
            choices=arguments.choices,
            readings=arguments.readings,
            guarantors=listed(arguments.guarantors),
            watch=progress,
        )
    if isinstance(covered, Checked):
        return report(covered, arguments.format)
    from servanda.views.coverage import covered_sheet

    full = arguments.full or arguments.format == "html"
    return print_coverage(covered, lambda: covered_sheet(covered, full=full), arguments)
