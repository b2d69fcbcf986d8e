"""The entry point: finds the command, imports what it needs and nothing else, and runs it."""

import argparse
import sys

FINE = 0
INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: What stands behind ``servanda``; the process's own arguments if left out.

    Returns:
        The exit code: 0 fine, 1 errors in the text or failed expectations, 2 misuse.
    """
    from servanda.cli.arguments import parser

    arguments = parser().parse_args(argv)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return FINE


def _run(arguments: argparse.Namespace) -> int:
    from importlib import import_module

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    module = import_module(f"servanda.cli.{arguments.module}")
    code: int = module.run(arguments)
    return code


def _discard_output() -> None:
    """Whoever read the output has gone: keep the interpreter from complaining at its exit."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
