"""The commands that run scenarios: the brief, one of them, and what they expect."""

from __future__ import annotations

from servanda.cli.arguments.options import CASE, case, choices, formats, printed, repeated
from servanda.cli.arguments.understanding import Commands


def brief(commands: Commands) -> None:
    """``servanda brief``."""
    command = commands.add(
        "brief",
        "one page: where things stand, who is bound to do what, could it be signed",
        "brief ukraine-2025-08 --format html --output brief.html",
    )
    command.add_argument(
        "case", nargs="?", metavar="CASE", help=f"{CASE} (default: ukraine-2025-08)"
    )
    command.add_argument(
        "--as-of",
        metavar="DATE",
        help="the record as of this day (default: that of the last statement)",
    )
    command.add_argument(
        "--since",
        metavar="DATE",
        help="tell what has moved since this day (default: the last on which anything was said)",
    )
    command.add_argument(
        "--long",
        action="store_true",
        help="also each article, and in a few lines each scenario and what hangs on what is open",
    )
    command.add_argument(
        "--full",
        action="store_true",
        help="also each scenario in detail, and the sources (html and json always have them)",
    )
    printed(command, "markdown", "html")


def run(commands: Commands) -> None:
    """``servanda run``."""
    command = commands.add(
        "run",
        "run a scenario: who owes what, who is in breach, what is undetermined",
        'run ukraine-2025-08 "Drones over Kyiv" --with strength=armed_force --why USA',
    )
    case(command)
    command.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help="its number, its title or the beginning of its title; left out: list them",
    )
    command.add_argument(
        "--on", metavar="DATE", help="as of this day (default: the scenario's end)"
    )
    choices(command)
    repeated(
        command,
        "--reading",
        "readings",
        "NAME",
        "take this reading of an article; 'NAME for ACTOR, ACTOR' where only these do "
        "(may be repeated)",
    )
    command.add_argument(
        "--why", metavar="ACTOR", help="all reasons for what this actor owes or not"
    )
    formats(command)


def test(commands: Commands) -> None:
    """``servanda test``."""
    command = commands.add(
        "test", "compare what is found with what the scenarios expect", "test ukraine-2025-08"
    )
    case(command)
    command.add_argument(
        "--update",
        action="store_true",
        help="show what is met in the place of each failed expectation, and write what you accept",
    )
    formats(command)
