"""How answers on coverage are printed: in the form asked for, as a picture, or one scenario."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from servanda.cli.output import report, show
from servanda.cli.printing import print_answer
from servanda.views.sheet import Sheet
from servanda.workbench.comparisons import Compared, SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.mistakes import no_such_witness


def print_coverage(
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
    if arguments.format == "svg":
        return show(_picture(answer), arguments.output, "svg")
    return print_answer(answer, sheet, arguments.format, arguments.output)


def _witness(answer: Covered | Compared | SideBySide, arguments: argparse.Namespace) -> int:
    written = {w.number: w for w in answer.witnesses if w.block}
    found = written.get(arguments.witness)
    if found is None:
        return report(no_such_witness(arguments.witness, sorted(written)), arguments.format)
    return show(f"```servanda\n{found.block}```\n", arguments.output)


def _picture(answer: Covered | Compared | SideBySide) -> str:
    from servanda.views.coverage.picture import covered_picture, designs_picture

    if isinstance(answer, Covered):
        return covered_picture(answer)
    assert isinstance(answer, SideBySide), "two sides have no picture"
    return designs_picture(answer)
