"""What can be typed behind ``servanda``; imports argparse alone, so that help comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from servanda import __version__

_CASE = "a case folder, a .md file, or the name of a packaged case"
_FORMAT = "how to print the result (default: text)"
_OUTPUT = "write to this file instead of the terminal"


def parser() -> argparse.ArgumentParser:
    """Everything that the command line understands."""
    top = _Parser(
        prog="servanda",
        description="A workbench for security guarantees and peace agreements.",
        epilog="example:\n  servanda brief ukraine-2025-08",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"servanda {__version__}")
    top.set_defaults(module="welcome")
    commands = _Commands(top)
    for add in (
        _brief,
        _check,
        _format,
        _run,
        _cover,
        _compare,
        _record,
        _settle,
        _sequence,
        _test,
        _explain,
        _new,
        _schema,
    ):
        add(commands)
    return top


class Misunderstood(Exception):  # noqa: N818 - a user's mistake, on its way to a report
    """What was typed is no command, or not one of its options.

    Attributes:
        command: The command as far as it was understood, such as ``servanda brief``.
        unknown: An option that the command does not have; empty where that is not the matter.
        options: How each option of the command is written, by what it might be taken for.
    """

    def __init__(
        self, why: str, command: str, unknown: str = "", options: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(why)
        self.command = command
        self.unknown = unknown
        self.options = options or {}


class _Parser(argparse.ArgumentParser):
    """Raises what it does not understand, so that it can be told in the form asked for.

    Attributes:
        options: How each option is written; also by its values, ``--html`` for ``--format html``.
        commands: The parser of each command.
    """

    def __init__(self, **named: Any) -> None:
        self.options: dict[str, str] = {}
        self.commands: dict[str, _Parser] = {}
        super().__init__(**named)

    def add_argument(self, *names: Any, **named: Any) -> argparse.Action:
        """Add an argument, and note how it is written."""
        action = super().add_argument(*names, **named)
        for name in (name for name in action.option_strings if name.startswith("--")):
            value = action.metavar or (action.dest.upper() if action.choices else "")
            self.options[name] = f"{name} {value}".rstrip()
            for choice in action.choices or ():
                self.options.setdefault(f"--{choice}", f"{name} {choice}")
        return action

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Everything that was typed, or what of it is not understood, with its command."""
        found, left = self.parse_known_args(args, namespace)
        if left:
            command = self.commands.get(found.module, self)
            unknown = next((typed for typed in left if typed.startswith("-")), "")
            why = f"unrecognized arguments: {' '.join(left)}"
            raise Misunderstood(why, command.prog, unknown, command.options)
        return found

    def error(self, message: str) -> NoReturn:
        raise Misunderstood(message, self.prog)


class _Commands:
    """The commands, each with a help page that ends in an example."""

    def __init__(self, top: _Parser) -> None:
        self._top = top
        self._commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def add(self, name: str, about: str, example: str) -> argparse.ArgumentParser:
        """Add a command, run by the module of its name."""
        command = self._commands.add_parser(
            name,
            help=about,
            description=f"{about[:1].upper()}{about[1:]}.",
            epilog=f"example:\n  servanda {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(module=name)
        self._top.commands[name] = command
        return command


def _formats(command: argparse.ArgumentParser, *formats: str) -> None:
    command.add_argument(
        "--format", choices=("text", "json", *formats), default="text", help=_FORMAT
    )


def _brief(commands: _Commands) -> None:
    command = commands.add(
        "brief",
        "one page: where things stand, who is bound to do what, could it be signed",
        "brief ukraine-2025-08 --format html --output brief.html",
    )
    command.add_argument(
        "case", nargs="?", metavar="CASE", help=f"{_CASE} (default: ukraine-2025-08)"
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
    _formats(command, "markdown", "html")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


def _check(commands: _Commands) -> None:
    command = commands.add("check", "everything that is wrong with a text", "check my-case")
    command.add_argument("case", metavar="CASE", help=_CASE)
    _formats(command)


def _format(commands: _Commands) -> None:
    command = commands.add(
        "format", "lay out the formal blocks of files and folders", "format my-case --check"
    )
    command.add_argument("paths", nargs="+", metavar="PATH", help="a case folder or a .md file")
    command.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if something would change"
    )


def _run(commands: _Commands) -> None:
    command = commands.add(
        "run",
        "run a scenario: who owes what, who is in breach, what is undetermined",
        'run ukraine-2025-08 "Drones over Kyiv" --with strength=armed_force --why USA',
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help="its number, its title or the beginning of its title; left out: list them",
    )
    command.add_argument(
        "--on", metavar="DATE", help="as of this day (default: the scenario's end)"
    )
    _with(command)
    _repeated(
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
    _formats(command)


def _cover(commands: _Commands) -> None:
    command = commands.add(
        "cover",
        "who owes what in every incident, and where nobody does",
        "cover ukraine-guarantees --agreement PARIS_2026 --where 'attacker is RUS'",
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    _repeated(
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
    _standing(command)
    command.add_argument("--full", action="store_true", help="every gap, with an example each")
    _witness(command)
    _formats(command, "markdown", "html", "svg")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


def _compare(commands: _Commands) -> None:
    command = commands.add(
        "compare",
        "what changes from one text, reading or day to another, for each guarantor",
        "compare ukraine-guarantees ISTANBUL PARIS_2026 --where 'attacker is RUS'",
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
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
    _standing(command)
    command.add_argument("--then-on", metavar="DATE", help="another day for the second side")
    command.add_argument(
        "--then-after", metavar="SCENARIO", help="another scenario for the second side"
    )
    for name, dest, metavar, about in (
        ("--then-with", "then_choices", "ISSUE=OPTION", "suppose this on the second side alone"),
        ("--then-reading", "then_readings", "NAME", "take this reading on the second side alone"),
        ("--then-without", "then_without", "ARTICLE", "leave '5 of NAT' out on the second side"),
    ):
        _repeated(command, name, dest, metavar, f"{about} (may be repeated)")
    _witness(command)
    _formats(command, "markdown", "html", "svg")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


def _record(commands: _Commands) -> None:
    command = commands.add(
        "record",
        "what each party has said on each issue, and through whom that is known",
        "record ukraine-2025-08 --standing reported --since 2025-08-15",
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "--as-of", metavar="DATE", help="as of this day (default: that of the last statement)"
    )
    command.add_argument(
        "--standing",
        choices=("first-hand", "reported", "any"),
        default="first-hand",
        help="what is taken as said: a party's own words; also what somebody named reports of it; "
        "or all of it (default: first-hand)",
    )
    command.add_argument(
        "--since", metavar="DATE", help="tell what has become otherwise since this day"
    )
    _repeated(command, "--party", "parties", "ACTOR", "this party alone, or several behind commas")
    _repeated(command, "--issue", "issues", "ISSUE", "this issue alone, or several behind commas")
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
    _formats(command, "markdown", "html", "jsonl", "annotations", "plover")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


def _counting(command: argparse.ArgumentParser) -> None:
    """The bar that a statement has to pass."""
    command.add_argument(
        "--standing",
        choices=("first-hand", "reported", "any"),
        default="any",
        help="what has to stand behind a statement for it to count (default: any)",
    )


def _settle(commands: _Commands) -> None:
    command = commands.add(
        "settle",
        "which packages cross no red line, who would have to move, and what would be fair",
        "settle my-case --present UKR,USA",
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    _with(command)
    _repeated(
        command,
        "--conceding",
        "conceding",
        "NAME",
        "suppose that this red line is given up, or several behind commas",
    )
    _repeated(
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
    _formats(command, "markdown", "html")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


def _sequence(commands: _Commands) -> None:
    command = commands.add(
        "sequence",
        "in which order steps can be taken, and where they wait for one another",
        "sequence minsk-2015",
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    _repeated(
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
    command.add_argument(
        "--after", metavar="SCENARIO", help="suppose that this scenario has happened"
    )
    _with(command)
    _repeated(
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
    _formats(command, "markdown", "html", "svg")
    command.add_argument("--output", metavar="FILE", help=_OUTPUT)


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


def _standing(command: argparse.ArgumentParser) -> None:
    _repeated(
        command,
        "--guarantor",
        "guarantors",
        "ACTOR",
        "this guarantor alone, or several behind commas (default: all)",
    )
    command.add_argument(
        "--on", metavar="DATE", help="the day of the incidents (default: the last of the case)"
    )
    command.add_argument(
        "--after", metavar="SCENARIO", help="suppose that this scenario has happened"
    )
    _suppositions(command)


def _suppositions(command: argparse.ArgumentParser) -> None:
    _with(command)
    _repeated(
        command,
        "--reading",
        "readings",
        "NAME",
        "take this reading of an article or a term (may be repeated)",
    )


def _with(command: argparse.ArgumentParser) -> None:
    _repeated(
        command,
        "--with",
        "choices",
        "ISSUE=OPTION",
        "suppose that an open issue is settled so (may be repeated)",
    )


def _repeated(
    command: argparse.ArgumentParser, name: str, dest: str, metavar: str, about: str
) -> None:
    """An option that can be given several times."""
    command.add_argument(name, dest=dest, action="append", default=[], metavar=metavar, help=about)


def _test(commands: _Commands) -> None:
    command = commands.add(
        "test", "compare what is found with what the scenarios expect", "test ukraine-2025-08"
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "--update",
        action="store_true",
        help="show what is met in the place of each failed expectation, and write what you accept",
    )
    _formats(command)


def _explain(commands: _Commands) -> None:
    command = commands.add("explain", "what a diagnostic means, with an example", "explain SV304")
    command.add_argument("code", nargs="?", metavar="CODE", help="left out: list all codes")
    _formats(command)


def _new(commands: _Commands) -> None:
    command = commands.add("new", "make a case to start from", "new my-case --from ukraine-2025-08")
    command.add_argument("folder", metavar="FOLDER", help="where; it must not exist yet")
    command.add_argument("--from", dest="origin", metavar="CASE", help=f"copy this case: {_CASE}")


def _schema(commands: _Commands) -> None:
    command = commands.add("schema", "the JSON Schema of a JSON form", "schema brief")
    command.add_argument("name", nargs="?", metavar="NAME", help="left out: list all forms")
