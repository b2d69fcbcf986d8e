"""``servanda check``: everything that is wrong with a text."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import ERRORS, FINE, colour, report, show
from servanda.cli.printing import print_json


def run(arguments: argparse.Namespace) -> int:
    """Print every diagnostic; they are the result, so they go to standard output."""
    checked = workbench.check(arguments.case)
    if checked.misuse:
        return report(checked, arguments.format)
    if arguments.format == "json":
        code = print_json(checked)
    else:
        from servanda.views.diagnostics import diagnostics_text

        code = show(diagnostics_text(checked, colour=colour(sys.stdout)))
    return code or (ERRORS if checked.errors else FINE)
