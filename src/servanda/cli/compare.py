"""``servanda compare``: what each guarantor loses, gains or owes otherwise."""

from __future__ import annotations

import argparse

from servanda import workbench
from servanda.cli.coverage_output import print_coverage
from servanda.cli.output import report
from servanda.cli.progress import Progress
from servanda.cli.typed import listed
from servanda.workbench.mistakes import of_designs_only, one_side, too_many_sides
from servanda.workbench.reports import Checked

THEN = ("then_case", "then_on", "then_after", "then_choices", "then_readings", "then_without")
"""What makes a second side of one that is named once."""


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison in the format asked for, or the scenario of one of its lines."""
    sides = [listed([some]) for some in arguments.agreements]
    then = [name for name in THEN if getattr(arguments, name)]
    if len(sides) > 2 and then:
        return report(too_many_sides(arguments.agreements), arguments.format)
    if len(sides) == 1 and not then:
        return report(one_side(arguments.agreements[0]), arguments.format)
    if len(sides) > 2 or (not sides and not then):
        return _side_by_side(sides, arguments)
    if arguments.level is not None:
        return report(of_designs_only("--level"), arguments.format)
    if arguments.format == "svg":
        return report(of_designs_only("--format svg"), "text")
    return _changes(sides, arguments)


def _side_by_side(sides: list[tuple[str, ...]], arguments: argparse.Namespace) -> int:
    with Progress("compare", "step") as progress:
        found = workbench.side_by_side(
            arguments.case,
            designs=sides,
            incident=arguments.incident,
            on=arguments.on,
            after=arguments.after,
            where=arguments.where,
            level=arguments.level,
            choices=arguments.choices,
            readings=arguments.readings,
            guarantors=listed(arguments.guarantors),
            watch=progress,
        )
    if isinstance(found, Checked):
        return report(found, arguments.format)
    from servanda.views.coverage import designs_sheet

    full = arguments.full or arguments.format == "html"

    return print_coverage(found, lambda: designs_sheet(found, full=full), arguments)


def _changes(sides: list[tuple[str, ...]], arguments: argparse.Namespace) -> int:
    with Progress("compare", "step") as progress:
        compared = workbench.compare(
            arguments.case,
            agreements=sides[0] if sides else (),
            then_agreements=sides[1] if len(sides) > 1 else (),
            then_case=arguments.then_case,
            incident=arguments.incident,
            on=arguments.on,
            then_on=arguments.then_on,
            after=arguments.after,
            then_after=arguments.then_after,
            where=arguments.where,
            choices=arguments.choices,
            then_choices=arguments.then_choices,
            readings=arguments.readings,
            then_readings=arguments.then_readings,
            then_without=arguments.then_without,
            guarantors=listed(arguments.guarantors),
            watch=progress,
        )
    if isinstance(compared, Checked):
        return report(compared, arguments.format)
    from servanda.views.coverage import compared_sheet

    full = arguments.full or arguments.format == "html"

    return print_coverage(compared, lambda: compared_sheet(compared, full=full), arguments)
