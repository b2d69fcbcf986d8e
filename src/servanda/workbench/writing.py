"""Files are written beside their place and then renamed, so that none is ever half written."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from servanda.workbench.mistakes import already_there, cannot_write, over_a_draft
from servanda.workbench.reports import Checked


def write_file(path: Path, content: bytes) -> Checked | None:
    """Write a file, in the place of an earlier one if there is one.

    A link is followed; what is neither a file nor absent (a device, a pipe) is written
    to as it is.

    Returns:
        What stood in the way, or None.
    """
    try:
        _write(path, content)
    except (OSError, ValueError) as error:
        return cannot_write(str(path), _why(error))
    return None


def write_result(path: Path, content: bytes) -> Checked | None:
    """Write what a command found; never over a text in the language.

    Returns:
        What stood in the way, or None.
    """
    return over_a_draft(str(path)) if _is_draft(path) else write_file(path, content)


def _is_draft(path: Path) -> bool:
    """Whether a file that is there holds ``servanda`` blocks."""
    if not path.is_file():
        return False
    from servanda.language.document import read_document
    from servanda.language.folder import read_folder

    sources, _ = read_folder(path)
    return any(read_document(source).blocks for source in sources)


def make_folder(path: Path, contents: Mapping[str, str]) -> Checked | None:
    """Make a folder with some text files in it, all or nothing.

    Args:
        path: The folder, which must not exist; the one above it must.
        contents: The text of each file, by its path within the folder.

    Returns:
        What stood in the way, or None.
    """
    try:
        if os.path.lexists(path):
            return already_there(str(path))
        beside = _beside(path)
        beside.mkdir()
        try:
            for name, text in contents.items():
                file = beside / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode())
            beside.rename(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except (OSError, ValueError) as error:
        return cannot_write(str(path), _why(error))
    return None


def _write(path: Path, content: bytes) -> None:
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(content)
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(None, "the file may only be read")
    beside = _beside(target)
    try:
        beside.write_bytes(content)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    whole = path.absolute()
    return whole.with_name(f".{whole.name[:100]}.{secrets.token_hex(4)}.part")


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or "the system gives no reason").lower()
