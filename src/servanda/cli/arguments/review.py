"""What can be typed about the proposals of an article: what is confirmed, dropped, or kept."""

from __future__ import annotations

import argparse

from servanda.cli.arguments.options import CASE, repeated


def review(command: argparse.ArgumentParser) -> None:
    """The case that confirmed proposals go to, and decisions that are taken without asking."""
    command.add_argument(
        "--case",
        metavar="CASE",
        help=f"{CASE}: its parties, persons and issues; what is confirmed goes to its record",
    )
    command.add_argument(
        "--review",
        action="store_true",
        help="be asked about each proposal, where you left off; what is confirmed is entered",
    )
    repeated(
        command, "--confirm", "confirm", "ID", "confirm this proposal, or several behind commas"
    )
    repeated(command, "--drop", "drop", "ID", "drop this proposal, or several behind commas")
    command.add_argument(
        "--decisions", metavar="FILE", help="take the decisions of this file, a line of JSON each"
    )
    command.add_argument(
        "--keep-words",
        action="store_true",
        help="keep the words of the article in the record as well (mind whose they are)",
    )
