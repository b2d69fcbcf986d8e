"""``servanda format``: one way to lay a block out."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.output import ERRORS, FINE, report, show
from servanda.core.visible import visible


def run(arguments: argparse.Namespace) -> int:
    """Lay out files, or only say which would change."""
    result = workbench.format_files(arguments.paths, write=not arguments.check)
    verb = "would change" if arguments.check else "formatted"
    lines = [f"{verb}: {visible(name)}" for name in result.changed]
    if not result.changed and result.unchanged and not result.checked.errors:
        lines.append("Everything is laid out well.")
    code = show("".join(f"{line}\n" for line in lines))
    if result.checked.errors:
        return report(result.checked)
    return code or (ERRORS if arguments.check and result.changed else FINE)
