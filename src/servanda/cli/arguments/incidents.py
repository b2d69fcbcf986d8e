"""The commands on incidents: who owes what in every one, and what changes."""

from __future__ import annotations

import argparse

from servanda.cli.arguments.options import after, case, choices, printed, repeated
from servanda.cli.arguments.understanding import Commands


def cover(commands: Commands) -> None:
    """``servanda cover``."""
    command = commands.add(
        "cover",
        "who owes what in every incident, and where nobody does",
        "cover ukraine-guarantees --agreement PARIS_2026 --where 'attacker is RUS'",
    )
    case(command)
    repeated(
        command,
        "--agreement",
        "agreements",
        "NAME",
        "this agreement alone, or several behind commas; one that is not in force is "
        "supposed to be (default: all of the case)",
    )
    _about_incidents(command)
    command.add_argument(
        "--level",
        metavar="LEVEL",
        help="what somebody has to be bound to, or there is a gap (default: the least assistance "
        "that an article asks for)",
    )
    _on_a_day(command)
    command.add_argument("--full", action="store_true", help="every gap, with an example each")
    _witness(command)
    printed(command, "markdown", "html", "svg")


def compare(commands: Commands) -> None:
    """``servanda compare``."""
    command = commands.add(
        "compare",
        "what changes from one text, reading or day to another, for each guarantor",
        "compare ukraine-guarantees ISTANBUL PARIS_2026 --where 'attacker is RUS'",
    )
    case(command)
    command.add_argument(
        "agreements",
        nargs="*",
        metavar="AGREEMENT",
        help="before and after, each an agreement or several behind commas; more than two are put "
        "side by side; left out: the agreements of each file side by side",
    )
    command.add_argument(
        "--full",
        action="store_true",
        help="the lines in which two texts differ; side by side, all classes of incidents",
    )
    command.add_argument(
        "--level", metavar="LEVEL", help="side by side: the least that counts as help"
    )
    command.add_argument("--then-case", metavar="CASE", help="another case for the second side")
    _about_incidents(command)
    _on_a_day(command)
    command.add_argument("--then-on", metavar="DATE", help="another day for the second side")
    command.add_argument(
        "--then-after", metavar="SCENARIO", help="another scenario for the second side"
    )
    for name, dest, metavar, about in (
        ("--then-with", "then_choices", "ISSUE=OPTION", "suppose this on the second side alone"),
        ("--then-reading", "then_readings", "NAME", "take this reading on the second side alone"),
        ("--then-without", "then_without", "ARTICLE", "leave '5 of NAT' out on the second side"),
    ):
        repeated(command, name, dest, metavar, f"{about} (may be repeated)")
    _witness(command)
    printed(command, "markdown", "html", "svg")


def _witness(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--witness",
        type=int,
        metavar="NUMBER",
        help="print the scenario that shows a line, to be put into the case and run",
    )


def _about_incidents(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--incident", metavar="NOUN", help="the kind of incident (default: the first that counts)"
    )
    command.add_argument(
        "--where",
        metavar="CONDITION",
        help="only such incidents, as a condition of the language: 'attacker is RUS'",
    )


def _on_a_day(command: argparse.ArgumentParser) -> None:
    repeated(
        command,
        "--guarantor",
        "guarantors",
        "ACTOR",
        "this guarantor alone, or several behind commas (default: all)",
    )
    command.add_argument(
        "--on", metavar="DATE", help="the day of the incidents (default: the last of the case)"
    )
    after(command)
    choices(command)
    repeated(
        command,
        "--reading",
        "readings",
        "NAME",
        "take this reading of an article or a term (may be repeated)",
    )
