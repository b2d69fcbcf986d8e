"""Who may write alone: locks that end with the process that holds them, whatever ends that."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


def is_locked(handle: int) -> bool:
    """Lock an open file for oneself, if nobody else has; where there are no locks, nobody has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 1 << 30, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks
    return True


@contextmanager
def alone_with(*files: Path) -> Iterator[None]:
    """Wait until nobody else writes these files, and keep them for oneself.

    It is the folder that is locked in which a file really lies, whatever links lead there: the
    file itself is another one after each writing. Where folders cannot be locked, that the text
    is still as it was read has to do.
    """
    with ExitStack() as stack:
        for folder in sorted(set(map(_folder_of, files))):
            stack.enter_context(_alone_in(folder))
        yield


def _folder_of(file: Path) -> Path:
    try:
        return Path(os.path.realpath(file)).parent
    except ValueError:
        return Path()  # it is no name of a file, which is reported where it is read


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield  # nothing can be written there, or nothing can be locked
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
