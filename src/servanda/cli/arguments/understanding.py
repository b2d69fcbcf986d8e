"""Parsers that raise what they do not understand, so that it can be told in the form asked for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn


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


class Parser(argparse.ArgumentParser):
    """Raises what it does not understand, so that it can be told in the form asked for.

    Attributes:
        options: How each option is written; also by its values, ``--html`` for ``--format html``.
        commands: The parser of each command.
    """

    def __init__(self, **named: Any) -> None:
        self.options: dict[str, str] = {}
        self.commands: dict[str, Parser] = {}
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
        """Raise what argparse says is wrong."""
        raise Misunderstood(message, self.prog)


class Commands:
    """The commands, each with a help page that ends in an example."""

    def __init__(self, top: Parser) -> None:
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
