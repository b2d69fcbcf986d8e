"""``servanda new``: a case to start from."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import report, show
from servanda.core.visible import visible
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Make the case and say what to do with it."""
    result = workbench.new(arguments.folder, arguments.origin)
    if isinstance(result, Checked):
        return report(result)
    folder = visible(result.folder)
    files = "".join(f"  {visible(name)}\n" for name in result.files)
    return show(
        f"Made {folder} with\n{files}\nNext: servanda check {folder}, servanda brief {folder}\n"
    )
