"""``servanda test``: do the scenarios come out as expected?"""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import ERRORS, FINE, colour, report, show, warn
from servanda.cli.printing import print_answer
from servanda.cli.progress import Progress
from servanda.workbench.mistakes import not_understood
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the report; its exit code says whether every expectation was met."""
    if arguments.update:
        return _update(arguments)
    with Progress("test") as progress:
        result = workbench.expectations(arguments.case, progress)
    if isinstance(result, Checked):
        return report(result, arguments.format)
    warn(workbench.unread_blocks(arguments.case))
    from servanda.views.expectations import report_sheet

    code = print_answer(result, lambda: report_sheet(result), arguments.format)
    return code or (ERRORS if result.failed else FINE)


def _update(arguments: argparse.Namespace) -> int:
    """Offer one revision after the other; what is accepted is written at the end."""
    if arguments.format != "text":
        why = "--update asks, so its answers are text"
        return report(not_understood(why, "servanda test"), arguments.format)
    with Progress("test") as progress:
        found = workbench.revisions(arguments.case, progress)
    if isinstance(found, Checked):
        return report(found)
    warn(workbench.unread_blocks(arguments.case))
    from servanda.views.revisions import closing_text, revision_text

    accepted = []
    for number, revision in enumerate(found.revisions, 1):
        text = revision_text(revision, number, len(found.revisions), colour=colour(sys.stdout))
        code = show(text)
        if code:
            return code
        answer = _answer() if revision.lines else "n"
        if answer == "q":
            break
        if answer == "y":
            accepted.append(revision)
    written = workbench.accept(found, accepted)
    if isinstance(written, Checked):
        return report(written)
    left = len(found.revisions) - len(accepted)
    return show(closing_text(len(accepted), left, written)) or (ERRORS if left else FINE)


def _answer() -> str:
    """``y``, ``n`` or ``q``; the end of the input is ``q``."""
    while True:
        show("accept? y(es), n(o), q(uit): ")
        typed = sys.stdin.readline() if sys.stdin is not None else ""
        if not typed.endswith("\n") or not sys.stdin.isatty():
            show("\n")
        if not typed:
            return "q"
        first = typed.strip().casefold()[:1]
        if first in {"y", "n", "q"}:
            return first
