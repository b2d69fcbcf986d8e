"""The bytes of a file that a user names, and of nothing that would keep the program waiting."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_DO_NOT_WAIT = getattr(os, "O_NONBLOCK", 0)
"""Between the two looks at a file a pipe can take its place; opening that then does not wait."""


def plain_content(path: Path, most_bytes: int) -> bytes | None:
    """The bytes of a plain file, one more than allowed at most; None for anything else.

    Raises:
        OSError: It cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    descriptor = os.open(path, os.O_RDONLY | _DO_NOT_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        return file.read(most_bytes + 1)
