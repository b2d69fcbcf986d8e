"""The commands on talks: what was said, what could be signed, in which order it could be done."""

from __future__ import annotations

import argparse

from servanda.cli.arguments.options import after, case, choices, printed, repeated
from servanda.cli.arguments.understanding import Commands


def record(commands: Commands) -> None:
    """``servanda record``."""
    command = commands.add(
        "record",
        "what each party has said on each issue, and through whom that is known",
        "record ukraine-2025-08 --standing reported --since 2025-08-15",
    )
    case(command)
    command.add_argument(
        "--as-of", metavar="DATE", help="as of this day (default: that of the last statement)"
    )
    _standing(
        command,
        "first-hand",
        "what is taken as said: a party's own words; also what somebody named reports of it; "
        "or all of it (default: first-hand)",
    )
    command.add_argument(
        "--since", metavar="DATE", help="tell what has become otherwise since this day"
    )
    repeated(command, "--party", "parties", "ACTOR", "this party alone, or several behind commas")
    repeated(command, "--issue", "issues", "ISSUE", "this issue alone, or several behind commas")
    command.add_argument(
        "--statement", metavar="NAME", help="one statement, with its chain and its standing"
    )
    command.add_argument(
        "--full", action="store_true", help="what was replaced or taken back, and each statement"
    )
    command.add_argument(
        "--import",
        dest="lines",
        metavar="FILE",
        help="add the statements of this file, a line of JSON each, to the record of the case",
    )
    printed(command, "markdown", "html", "jsonl", "annotations", "plover")


def settle(commands: Commands) -> None:
    """``servanda settle``."""
    command = commands.add(
        "settle",
        "which packages cross no red line, who would have to move, and what would be fair",
        "settle my-case --present UKR,USA",
    )
    case(command)
    choices(command)
    repeated(
        command,
        "--conceding",
        "conceding",
        "NAME",
        "suppose that this red line is given up, or several behind commas",
    )
    repeated(
        command,
        "--package",
        "package",
        "ISSUE=OPTION",
        "judge this package: every open issue, behind commas",
    )
    command.add_argument(
        "--present",
        action="append",
        metavar="ACTOR",
        help="what may be done with these present alone, several behind commas",
    )
    command.add_argument("--demands", action="store_true", help="have demands count as red lines")
    _counting(command)
    command.add_argument(
        "--full", action="store_true", help="every conflict, concession and undominated package"
    )
    printed(command, "markdown", "html", "svg")


def sequence(commands: Commands) -> None:
    """``servanda sequence``."""
    command = commands.add(
        "sequence",
        "in which order steps can be taken, and where they wait for one another",
        "sequence minsk-2015",
    )
    case(command)
    repeated(
        command,
        "--agreement",
        "agreements",
        "NAME",
        "the steps of this agreement alone, or of several behind commas (default: all of the case)",
    )
    command.add_argument(
        "--on",
        metavar="DATE",
        help="what the history tells up to this day is done (default: nothing is done yet)",
    )
    after(command)
    choices(command)
    repeated(
        command,
        "--reading",
        "readings",
        "NAME",
        "take this reading of an article; 'NAME for ACTOR, ACTOR' where only these do "
        "(may be repeated; default: the text as it stands, and each way in which a scenario reads it)",
    )
    command.add_argument(
        "--goal",
        metavar="CONDITION",
        help="what is to come about, as a condition of the language: 'UKR has held_elections'",
    )
    _counting(command)
    command.add_argument(
        "--full",
        action="store_true",
        help="every order and every change, by every way of reading (html and json always have them)",
    )
    printed(command, "markdown", "html", "svg")


def _counting(command: argparse.ArgumentParser) -> None:
    about = "what has to stand behind a statement for it to count (default: any)"
    _standing(command, "any", about)
    command.add_argument(
        "--as-of",
        metavar="DATE",
        help="without what was said after this day, and what rests on it (default: all of it)",
    )


def _standing(command: argparse.ArgumentParser, default: str, about: str) -> None:
    """The bar that a statement has to pass."""
    command.add_argument(
        "--standing", choices=("first-hand", "reported", "any"), default=default, help=about
    )
