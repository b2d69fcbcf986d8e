"""``servanda run``: one scenario, as of a day, with readings and options."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import colour, report, show, warn, width
from servanda.workbench.reports import Checked, Scenarios


def run(arguments: argparse.Namespace) -> int:
    """Print the outcome, or the scenarios to choose from."""
    result = workbench.run(
        arguments.case,
        arguments.scenario,
        on=arguments.on,
        choices=arguments.choices,
        readings=arguments.readings,
        why=arguments.why,
    )
    if not isinstance(result, Checked) or result.misuse:
        warn(workbench.unread_blocks(arguments.case))
    if isinstance(result, Checked):
        return report(result, arguments.format)
    if arguments.format == "json":
        from servanda.views.documents import document, json_text

        return show(json_text(document(result)))
    from servanda.views.run import run_sheet, scenarios_sheet
    from servanda.views.terminal import terminal_text

    if isinstance(result, Scenarios):
        sheet = scenarios_sheet(result)
    else:
        sheet = run_sheet(result, why=arguments.why)
    return show(terminal_text(sheet, width=width(), colour=colour(sys.stdout)))
