"""From what the user names on this machine to the bytes of each file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from servanda.core.diagnostic import Diagnostic
from servanda.language.plain_files import plain_content
from servanda.workbench.reading.sources.failures import (
    LARGEST_BYTES,
    cannot_open,
    in_part,
    leads_out,
    nothing_to_read,
    too_large,
)

MOST_FILES = 10_000
"""How many files of a folder are read."""

SUFFIXES = frozenset(
    {
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".htm",
        ".html",
        ".xhtml",
        ".pdf",
        ".xml",
        ".rss",
        ".atom",
    }
)
"""Which files of a folder are taken for articles; a file that is named itself may be called
anything."""

_MOST_NAMED = 5


class Content(NamedTuple):
    """The bytes of a source.

    Attributes:
        name: What the user calls it.
        charset: The encoding that a server gave; empty where none did.
        media_type: What a server calls it: ``text/html``; empty where none did.
        address: Where it was found in the end; empty for a file.
    """

    name: str
    content: bytes
    charset: str = ""
    media_type: str = ""
    address: str = ""


def contents_of(name: str) -> Iterator[Content | Diagnostic]:
    """The bytes of a file, or of each article of a folder by name; and what cannot be read.

    Nothing is opened but plain files. Hidden files and the folders of a folder are not looked at.

    Args:
        name: The path of a file or folder.
    """
    path = Path(name)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        is_folder = False
    return _folder(path) if is_folder else iter((content_of(name),))


def content_of(name: str) -> Content | Diagnostic:
    """The bytes of one file, if it is a plain file of a size that is read."""
    try:
        content = plain_content(Path(name), LARGEST_BYTES)
    except OSError as error:
        return cannot_open(name, (error.strerror or "the system gives no reason").lower())
    except ValueError:
        return cannot_open(name, "this is no name of a file")
    if content is None:
        return cannot_open(name, "it is not a plain file")
    if len(content) > LARGEST_BYTES:
        return too_large(name, f"more than {LARGEST_BYTES // 10**6} MB are not read")
    return Content(name, content)


def _folder(folder: Path) -> Iterator[Content | Diagnostic]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield cannot_open(str(folder), (error.strerror or "the system gives no reason").lower())
        return
    chosen = [entry for entry in entries if entry.suffix.casefold() in SUFFIXES]
    others = [entry.name for entry in entries if entry not in set(chosen) and _is_file(entry)]
    if not chosen:
        hint = f"files that end in {', '.join(sorted(SUFFIXES))} are taken for articles"
        yield nothing_to_read(str(folder), "the folder has no article", hint)
        return
    if len(chosen) > MOST_FILES:
        yield too_large(str(folder), f"{len(chosen)} files; {MOST_FILES} at most are read")
    real = Path(os.path.realpath(folder))
    for entry in chosen[:MOST_FILES]:
        inside = Path(os.path.realpath(entry)).is_relative_to(real)
        yield content_of(str(entry)) if inside else leads_out(str(entry))
    if others:
        yield _passed_over(folder, others)


def _passed_over(folder: Path, others: list[str]) -> Diagnostic:
    more = ", ..." if len(others) > _MOST_NAMED else ""
    named = ", ".join(others[:_MOST_NAMED]) + more
    why = (
        f"by its name {named} is no article"
        if len(others) == 1
        else f"by their names {named} are none"
    )
    return in_part(str(folder), why, "name a file itself to have it read whatever it is called")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
