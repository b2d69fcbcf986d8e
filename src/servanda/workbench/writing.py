"""Files are written beside their place and then renamed, so that none is ever half written."""

from __future__ import annotations

import codecs
import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from servanda.workbench.mistakes import (
    already_there,
    cannot_write,
    has_another_name,
    not_a_result,
)
from servanda.workbench.reports import Checked
from servanda.workbench.sealing import is_unchanged, sealed

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_file(path: Path, content: bytes) -> Checked | None:
    """Write a file, in the place of an earlier one if there is one.

    A link is followed, and permissions stay; a file that has a second name (a hard link)
    is left alone, for the names would part. What is neither a file nor absent (a device, a
    pipe) is written to as it is.

    Returns:
        What stood in the way, or None.
    """
    try:
        if _names_of(path) > 1:
            return has_another_name(str(path))
        _write(path, content)
    except (OSError, ValueError) as error:
        return cannot_write(str(path), _why(error))
    return None


def write_text(path: Path, text: str) -> Checked | None:
    """Write a text in the place of an earlier one, with a byte order mark if that had one."""
    try:
        with path.open("rb") as file:
            marked = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    except OSError as error:
        return cannot_write(str(path), _why(error))
    return write_file(path, (codecs.BOM_UTF8 if marked else b"") + text.encode())


def is_still(path: Path, text: str) -> bool:
    """Whether a file holds a text as it was read."""
    try:
        return path.read_bytes().decode("utf-8-sig") == text
    except (OSError, UnicodeDecodeError):
        return False


def write_result(path: Path, content: bytes, form: str) -> Checked | None:
    """Write what a command found, and a digest of it, in the place of an earlier result at most.

    Nothing that a person wrote is lost: a file that is there already, by whatever name or
    link, is written over only where it is empty or holds a result as it was written.

    Args:
        path: Where to.
        content: The result.
        form: ``text``, ``markdown``, ``html`` or ``json``.

    Returns:
        What stood in the way, or None.
    """
    try:
        spare = _may_be_replaced(Path(os.path.realpath(path)))
    except (OSError, ValueError) as error:
        return cannot_write(str(path), _why(error))
    return write_file(path, sealed(content, form)) if spare else not_a_result(str(path))


def _may_be_replaced(target: Path) -> bool:
    """Whether nothing is there but an earlier result, unchanged, or what is no file at all."""
    if not target.is_file():
        return True
    held = target.read_bytes()
    return not held.strip() or is_unchanged(held)


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


def _names_of(path: Path) -> int:
    """How many names a file has in the file system; one for what is no file yet."""
    target = Path(os.path.realpath(path))
    return target.stat().st_nlink if target.is_file() else 1


def _write(path: Path, content: bytes) -> None:
    target = Path(os.path.realpath(path))
    earlier = target.stat() if target.exists() else None
    if earlier is not None and not stat.S_ISREG(earlier.st_mode):
        _write_to_device(target, content)
        return
    if earlier is not None and not (os.access(target, os.W_OK) and earlier.st_mode & _ANY_WRITE):
        raise PermissionError(None, "the file may only be read")
    if target.parent.is_dir() and not os.access(target.parent, os.W_OK):
        raise PermissionError(None, "nothing may be written in its folder")
    beside = _beside(target)
    try:
        if earlier is not None:
            _prepare_as(beside, earlier)
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _prepare_as(beside: Path, earlier: os.stat_result) -> None:
    """Make an empty file with the owner and the permissions of another, before it holds a word."""
    beside.touch(mode=stat.S_IRUSR | stat.S_IWUSR, exist_ok=False)
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(beside, earlier.st_uid, earlier.st_gid)
    beside.chmod(stat.S_IMODE(earlier.st_mode))


def _write_to_device(target: Path, content: bytes) -> None:
    """Write to a pipe or a device; a pipe that nobody reads is an error, not a wait."""
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as device:
        device.write(content)


def _beside(path: Path) -> Path:
    whole = path.absolute()
    return whole.with_name(f".{whole.name[:100]}.{secrets.token_hex(4)}.part")


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or "the system gives no reason").lower()
