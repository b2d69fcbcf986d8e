"""``servanda run``: one scenario, as of a day, with readings and options."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import report, warn
from servanda.cli.printing import print_answer
from servanda.views.sheet import Sheet
from servanda.workbench.reports import Checked, Scenarios
from servanda.workbench.results import Ran


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
    return print_answer(result, lambda: _sheet(result, arguments.why), arguments.format)


def _sheet(result: Ran | Scenarios, why: str | None) -> Sheet:
    from servanda.views.run import run_sheet, scenarios_sheet

    return scenarios_sheet(result) if isinstance(result, Scenarios) else run_sheet(result, why=why)
