"""Options that several commands have."""

from __future__ import annotations

import argparse

CASE = "a case folder, a .md file, or the name of a packaged case"


def case(command: argparse.ArgumentParser) -> None:
    """The case that a command is about."""
    command.add_argument("case", metavar="CASE", help=CASE)


def formats(command: argparse.ArgumentParser, *further: str) -> None:
    """The format of what is printed: text, JSON, or one of some further ones."""
    command.add_argument(
        "--format",
        choices=("text", "json", *further),
        default="text",
        help="how to print the result (default: text)",
    )


def printed(command: argparse.ArgumentParser, *further: str) -> None:
    """The format of what is printed, and where to."""
    formats(command, *further)
    command.add_argument(
        "--output", metavar="FILE", help="write to this file instead of the terminal"
    )


def after(command: argparse.ArgumentParser) -> None:
    """A scenario taken to have happened."""
    command.add_argument(
        "--after", metavar="SCENARIO", help="suppose that this scenario has happened"
    )


def choices(command: argparse.ArgumentParser) -> None:
    """Options of open issues to suppose."""
    repeated(
        command,
        "--with",
        "choices",
        "ISSUE=OPTION",
        "suppose that an open issue is settled so (may be repeated)",
    )


def repeated(
    command: argparse.ArgumentParser, name: str, dest: str, metavar: str, about: str
) -> None:
    """An option that can be given several times."""
    command.add_argument(name, dest=dest, action="append", default=[], metavar=metavar, help=about)
