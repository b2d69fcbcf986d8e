"""``servanda test``: do the scenarios come out as expected?"""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import ERRORS, FINE, colour, report, show, width
from servanda.cli.progress import Progress
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the report; its exit code says whether every expectation was met."""
    with Progress("test") as progress:
        result = workbench.expectations(arguments.case, progress)
    if isinstance(result, Checked):
        return report(result, arguments.format)
    if arguments.format == "json":
        from servanda.views.documents import document, json_text

        text = json_text(document(result))
    else:
        from servanda.views.expectations import report_sheet
        from servanda.views.terminal import terminal_text

        text = terminal_text(report_sheet(result), width=width(), colour=colour(sys.stdout))
    return show(text) or (ERRORS if result.failed else FINE)
