"""``servanda cover``: who owes what in every incident, and where nobody does."""

from __future__ import annotations

import argparse
import sys

from servanda import workbench
from servanda.cli.output import FINE, colour, report, show, width
from servanda.workbench.coverages import Covered
from servanda.workbench.mistakes import no_such_witness
from servanda.workbench.reports import Checked


def run(arguments: argparse.Namespace) -> int:
    """Print the coverage in the format asked for, or the scenario of one of its lines."""
    covered = workbench.cover(
        arguments.case,
        agreements=_listed(arguments.agreements),
        incident=arguments.incident,
        on=arguments.on,
        after=arguments.after,
        where=arguments.where,
        level=arguments.level,
        choices=arguments.choices,
        readings=arguments.readings,
    )
    if isinstance(covered, Checked):
        return report(covered, arguments.format)
    if arguments.witness is not None:
        return _witness(covered, arguments.witness, arguments.format)
    return show(_laid_out(covered, arguments), arguments.output, arguments.format)


def _listed(agreements: list[str]) -> tuple[str, ...]:
    """Agreements, each named by itself or several behind commas."""
    named = (name.strip() for some in agreements for name in some.split(","))
    return tuple(dict.fromkeys(name for name in named if name))


def _witness(covered: Covered, number: int, form: str) -> int:
    found = next((w for w in covered.witnesses if w.number == number and w.block), None)
    if found is None:
        return report(no_such_witness(number, len(covered.witnesses)), form)
    return show(f"```servanda\n{found.block}```\n") or FINE


def _laid_out(covered: Covered, arguments: argparse.Namespace) -> str:
    if arguments.format == "json":
        from servanda.views.documents import document, json_text

        return json_text(document(covered))
    from servanda.views.coverage import covered_sheet

    full = arguments.full or arguments.format == "html"
    sheet = covered_sheet(covered, full=full)
    match arguments.format:
        case "html":
            from servanda.views.page import html_page

            return html_page(sheet)
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(sheet)
        case _:
            from servanda.views.terminal import terminal_text

            coloured = arguments.output is None and colour(sys.stdout)
            return terminal_text(sheet, width=width(), colour=coloured)
