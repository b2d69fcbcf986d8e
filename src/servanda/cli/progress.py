"""Says how far a long run has got, to somebody who is watching."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE_SECONDS = 1.0
"""What takes no longer than this goes without comment."""

_CLEAR = "\r\x1b[K"


class Progress:
    """A line on the terminal's error stream that counts what is done; gone when all is.

    Args:
        what: The command.
        part: What is counted.
    """

    def __init__(self, what: str, part: str = "scenario") -> None:
        self._what = what
        self._part = part
        self._began = time.monotonic()
        self._shown = False
        self._watched = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, of: int) -> None:
        """Take note that ``done`` of ``of`` parts are done."""
        if self._watched and time.monotonic() - self._began > PATIENCE_SECONDS:
            self._shown = True
            sys.stderr.write(f"{_CLEAR}{self._what}: {self._part} {done + 1} of {of}")
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
