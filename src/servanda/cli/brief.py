"""``servanda brief``: who is bound to do what."""

from __future__ import annotations

import argparse
import shlex
from typing import Literal

from servanda import workbench
from servanda.cli.output import report
from servanda.cli.printing import print_answer
from servanda.cli.progress import Progress
from servanda.views.sheet import Sheet
from servanda.workbench.briefs import Brief
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the brief in the format asked for."""
    case = workbench.DEFAULT_CASE if arguments.case is None else arguments.case
    detailed = length(arguments) != "page" or arguments.format in {"json", "html"}
    with Progress("brief") as progress:
        brief = workbench.brief(
            case,
            detailed=detailed,
            as_of=arguments.as_of,
            since=arguments.since,
            watch=progress,
        )
    if isinstance(brief, Checked):
        return report(brief, arguments.format)
    return print_answer(brief, lambda: _sheet(brief, arguments), arguments.format, arguments.output)


def _sheet(brief: Brief, arguments: argparse.Namespace) -> Sheet:
    from servanda.views.brief import brief_sheet

    match arguments.format:
        case "html":
            return brief_sheet(brief, length="full", folded=True)
        case "markdown":
            return brief_sheet(brief, length=length(arguments))
        case _:
            return brief_sheet(brief, length=length(arguments), hint=_hint(arguments))


def length(arguments: argparse.Namespace) -> Literal["page", "long", "full"]:
    """How much is to be told."""
    if arguments.full:
        return "full"
    return "long" if arguments.long else "page"


def _hint(arguments: argparse.Namespace) -> str:
    """Where there is more, with the case as it was typed."""
    if arguments.full:
        return ""
    more = "--full" if arguments.long else "--long"
    case = shlex.quote(arguments.case or workbench.DEFAULT_CASE)
    return f"More: servanda brief {case} {more}"
