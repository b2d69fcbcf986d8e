"""Where results go: the terminal, a pipe or a file; and how reports reach the user."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from servanda.workbench.mistakes import cannot_write
from servanda.workbench.reports import Checked
from servanda.workbench.writing import write_result

FINE, ERRORS, MISUSE = 0, 1, 2
"""Exit codes; ``ERRORS`` are those of the user's text, and expectations that were not met."""

WIDTH_OF_A_PIPE = 80


def width() -> int:
    """Columns of the terminal; ``COLUMNS`` where it is set; 80 otherwise."""
    return shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns


def colour(stream: TextIO | None) -> bool:
    """Whether a stream may be given colours: a terminal, and the user has not said no."""
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def show(text: str, output: str | None = None, form: str = "text") -> int:
    """Print a result, or write it to a file.

    Args:
        text: The result.
        output: The file to write to; standard output where it is left out.
        form: The form of the result, and of a report that the file could not be written; what
            is wrong with standard output itself is told on the error stream.

    Returns:
        The exit code.
    """
    if output is not None:
        failure = write_result(Path(output), text.encode("utf-8", "backslashreplace"), form)
        return FINE if failure is None else report(failure, form)
    try:
        if sys.stdout is None:
            return report(cannot_write("standard output", "it is closed"))
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        return report(cannot_write("standard output", (error.strerror or "").lower()))
    return FINE


def discard_output() -> None:
    """Whoever read the output has gone: keep the interpreter from complaining at its exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def warn(checked: Checked) -> None:
    """Tell the user on the error stream of what is doubtful about the text of an answer."""
    if checked.diagnostics and sys.stderr is not None:
        report(checked)


def report(checked: Checked, form: str = "text") -> int:
    """Tell the user what is wrong: on the error stream, or as JSON where that was asked for.

    Returns:
        The exit code.
    """
    code = MISUSE if checked.misuse else ERRORS
    if form == "json":
        from servanda.views.documents import document, json_text

        return show(json_text(document(checked))) or code
    from servanda.views.diagnostics import diagnostics_text

    if sys.stderr is not None:
        sys.stderr.write(diagnostics_text(checked, colour=colour(sys.stderr)))
    return code
