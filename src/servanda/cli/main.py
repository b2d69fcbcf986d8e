"""The entry point: finds the command, imports what it needs and nothing else, and runs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from servanda.cli.arguments import Misunderstood

FINE = 0
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: What stands behind ``servanda``; the process's own arguments if left out.

    Returns:
        The exit code: 0 fine, 1 errors in the text or failed expectations, 2 misuse.
    """
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        from servanda.cli.output import discard_output

        discard_output()
        return FINE


def _not_understood(mistake: Misunderstood, typed: Sequence[str]) -> int:
    from servanda.cli.output import report
    from servanda.workbench.mistakes import not_understood

    as_json = "--format=json" in typed or ("--format", "json") in pairwise(typed)
    checked = not_understood(str(mistake), mistake.command, mistake.unknown, mistake.options)
    return report(checked, "json" if as_json else "text")


def _run(argv: Sequence[str]) -> int:
    from importlib import import_module

    from servanda.cli.arguments import Misunderstood, parser

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        arguments = parser().parse_args(argv)
    except Misunderstood as mistake:
        return _not_understood(mistake, argv)
    module = import_module(f"servanda.cli.{arguments.module}")
    code: int = module.run(arguments)
    return code


if __name__ == "__main__":
    sys.exit(main())
