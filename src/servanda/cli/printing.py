"""How answers are printed: as JSON, or laid out as a sheet for people to read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from servanda.cli.output import colour, show, width
from servanda.views.sheet import Sheet

if TYPE_CHECKING:
    from servanda.views.documents import Answer


def print_answer(
    answer: Answer, sheet: Callable[[], Sheet], form: str, output: str | None = None
) -> int:
    """Print an answer in the form asked for.

    Args:
        answer: The answer.
        sheet: Lays it out as a page; not called where that is not asked for.
        form: ``json``, ``html``, ``markdown``; or text, for a terminal.
        output: The file to write to; standard output where it is left out.

    Returns:
        The exit code.
    """
    return show(_written(answer, sheet, form, coloured=output is None), output, form)


def print_json(answer: Answer, output: str | None = None, form: str = "json") -> int:
    """Print an answer as JSON.

    Args:
        answer: The answer.
        output: The file to write to; standard output where it is left out.
        form: What this JSON is called among the forms that can be asked for.

    Returns:
        The exit code.
    """
    return show(_json(answer), output, form)


def _written(answer: Answer, sheet: Callable[[], Sheet], form: str, *, coloured: bool) -> str:
    match form:
        case "json":
            return _json(answer)
        case "html":
            from servanda.views.page import html_page

            return html_page(sheet())
        case "markdown":
            from servanda.views.markdown import markdown_text

            return markdown_text(sheet())
        case _:
            from servanda.views.terminal import terminal_text

            return terminal_text(sheet(), width=width(), colour=coloured and colour(sys.stdout))


def _json(answer: Answer) -> str:
    from servanda.views.documents import document, json_text

    return json_text(document(answer))
