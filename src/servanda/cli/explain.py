"""``servanda explain``: the page of a diagnostic, or the list of all."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import colour, report, show, width
from servanda.cli.printing import print_json
from servanda.workbench.reports import Checked, Page


def run(arguments: argparse.Namespace) -> int:
    """Print a page; as the Markdown that it is where nobody is watching."""
    if arguments.code is None:
        return _list(workbench.codes(), arguments.format)
    page = workbench.explain(arguments.code)
    if isinstance(page, Checked):
        return report(page, arguments.format)
    if arguments.format == "json":
        return print_json((page,))
    if not colour(sys.stdout):
        return show(page.text)
    from servanda.views.prose import prose_text

    return show(prose_text(page.text, width=width()))


def _list(pages: tuple[Page, ...], form: str) -> int:
    if form == "json":
        return print_json(pages)
    lines = [f"{page.code}  {page.headline}\n" for page in pages]
    return show("".join(lines))
