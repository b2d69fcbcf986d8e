"""How answers on coverage are printed: a sheet in the format asked for, or one scenario."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from servanda.cli.output import colour, report, show, width
from servanda.views.sheet import Sheet
from servanda.workbench.comparisons import Compared, SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.mistakes import no_such_witness


def print_answer(
    answer: Covered | Compared | SideBySide,
    sheet: Callable[[], Sheet],
    arguments: argparse.Namespace,
) -> int:
    """Print an answer, or the scenario that shows one of its lines.

    Args:
        answer: The answer.
        sheet: Lays it out as a page.
        arguments: The format, the file and the witness asked for.
    """
    if arguments.witness is not None:
        return _witness(answer, arguments)
    return show(_laid_out(answer, sheet, arguments), arguments.output, arguments.format)


def listed(names: list[str]) -> tuple[str, ...]:
    """Names, each by itself or several behind commas."""
    named = (name.strip() for some in names for name in some.split(","))
    return tuple(dict.fromkeys(name for name in named if name))


def _witness(answer: Covered | Compared | SideBySide, arguments: argparse.Namespace) -> int:
    written = {w.number: w for w in answer.witnesses if w.block}
    found = written.get(arguments.witness)
    if found is None:
        return report(no_such_witness(arguments.witness, sorted(written)), arguments.format)
    return show(f"```servanda\n{found.block}```\n", arguments.output)


def _laid_out(
    answer: Covered | Compared | SideBySide,
    sheet: Callable[[], Sheet],
    arguments: argparse.Namespace,
) -> str:
    match arguments.format:
        case "json":
            from servanda.views.documents import document, json_text

            return json_text(document(answer))
        case "svg":
            from servanda.views.coverage.picture import covered_picture, designs_picture

            if isinstance(answer, Covered):
                return covered_picture(answer)
            assert isinstance(answer, SideBySide), "two sides have no picture"
            return designs_picture(answer)
        case "html":
            from servanda.views.page import html_page

            return html_page(sheet())
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(sheet())
        case _:
            from servanda.views.terminal import terminal_text

            coloured = arguments.output is None and colour(sys.stdout)
            return terminal_text(sheet(), width=width(), colour=coloured)
