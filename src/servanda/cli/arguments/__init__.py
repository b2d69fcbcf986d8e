"""What can be typed behind ``servanda``; imports argparse alone, so that help comes at once.

A command is run by the module of its name in :mod:`servanda.cli`. May import nothing else of Servanda.
"""

from __future__ import annotations

import argparse

from servanda import __version__
from servanda.cli.arguments import articles, incidents, scenarios, talks, texts
from servanda.cli.arguments.understanding import Commands, Misunderstood, Parser

__all__ = ["Misunderstood", "parser"]

COMMANDS = (
    scenarios.brief,
    texts.check,
    texts.format_,
    scenarios.run,
    incidents.cover,
    incidents.compare,
    articles.read,
    talks.record,
    talks.settle,
    talks.sequence,
    scenarios.test,
    texts.explain,
    texts.new,
    texts.schema,
)
"""Each command, in the order of the help."""


def parser() -> Parser:
    """Everything that the command line understands."""
    top = Parser(
        prog="servanda",
        description="A workbench for security guarantees and peace agreements.",
        epilog="example:\n  servanda brief ukraine-2025-08",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"servanda {__version__}")
    top.set_defaults(module="welcome")
    commands = Commands(top)
    for add in COMMANDS:
        add(commands)
    return top
