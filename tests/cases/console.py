"""Runs the commands that a Markdown page shows, and writes what they print below them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass

_BLOCK = re.compile(r"^```console\n(?P<session>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed, and the status that it ended with."""

    text: str
    status: int


@dataclass(frozen=True, slots=True)
class Replayed:
    """A page with what its commands print today.

    Attributes:
        statuses: How each command ended, in order.
    """

    text: str
    statuses: tuple[int, ...]


def replay(page: str, run: Callable[[list[str]], Printed]) -> Replayed:
    """Runs every ``$ servanda ...`` line of the page's ``console`` blocks.

    Args:
        page: The text of the page.
        run: Runs one command, given its arguments without ``servanda``.
    """
    statuses: list[int] = []

    def session(block: re.Match[str]) -> str:
        shown: list[str] = []
        for line in block["session"].splitlines():
            if not line.startswith("$ "):
                continue
            name, *arguments = shlex.split(line.removeprefix("$ "))
            if name != "servanda":
                raise ValueError(f"a page runs `servanda` only, not `{name}`")
            printed = run(arguments)
            statuses.append(printed.status)
            shown += [line, *_lines(printed)]
        return "```console\n" + "".join(f"{line}\n" for line in shown) + "```"

    return Replayed(_BLOCK.sub(session, page), tuple(statuses))


def _lines(printed: Printed) -> list[str]:
    """The printed lines without trailing spaces; the status below them unless it is 0."""
    lines = [line.rstrip() for line in printed.text.strip("\n").splitlines()]
    return lines if printed.status == 0 else [*lines, f"(exit status {printed.status})"]
