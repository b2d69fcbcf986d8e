"""From a case folder, or one file, to texts; every file that cannot be read is reported.

A folder's own ``.md`` files and those of ``drafts/`` and ``record/`` belong to the case. Hidden
files, ``sources/`` and other folders do not. Nothing is opened but plain files
that lie in the folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.language.document import Source
from servanda.language.plain_files import plain_content

__all__ = ["MAX_BYTES", "MAX_FILES", "Source", "read_folder"]

MAX_BYTES = 2 * 1024 * 1024
"""Size of the largest file that is read."""

MAX_FILES = 200
"""How many files of a folder are read."""

_FIRST = "case.md"
_LAST = "scenarios.md"
_DRAFTS = "drafts"
_RECORD = "record"
_SUFFIX = ".md"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_folder(path: Path) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The texts of a case, in their order.

    ``case.md`` comes first, then the other files by name, ``drafts/``, ``record.md``, ``record/``
    and ``scenarios.md``.

    Args:
        path: A case folder, or one ``.md`` file.

    Returns:
        The texts, named as the user would type their paths, and what could not be read.
    """
    found = _Found()
    if _is_folder(path):
        found.folder(path)
    elif os.path.lexists(path):
        found.named_file(path)
    else:
        found.report(
            path,
            "SV101",
            "there is no such file or folder",
            hints=("name a case folder, or a file that ends in `.md`",),
        )
    return tuple(found.sources), tuple(found.diagnostics)


@dataclass(slots=True)
class _Found:
    """The texts so far, and what could not be read."""

    sources: list[Source] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(
        self,
        path: Path,
        code: str,
        headline: str,
        label: str = "",
        hints: tuple[str, ...] = (),
    ) -> None:
        origin = Origin(file=_shown(path))
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, headline, origin, label, hints))

    def named_file(self, path: Path) -> None:
        """Read a file that the user named."""
        if path.suffix.casefold() != _SUFFIX:
            self.report(
                path,
                "SV108",
                "this is neither a folder nor a Markdown file",
                hints=("name a case folder, or a file that ends in `.md`",),
            )
            return
        self.read(path)

    def folder(self, folder: Path) -> None:
        """Read a case folder."""
        paths = sorted(self.candidates(folder), key=lambda path: _place(path, folder))
        if not paths and not self.diagnostics:
            self.report(
                folder,
                "SV106",
                "this folder has no Markdown file, so there is no case in it",
                hints=(f"write the case in `{_shown(folder / _FIRST)}`",),
            )
        if len(paths) > MAX_FILES:
            self.report(
                folder,
                "SV105",
                f"this folder has {len(paths)} Markdown files; {MAX_FILES} at most are read",
                hints=("keep one case in one folder",),
            )
        for path in paths[:MAX_FILES]:
            self.read(path)

    def candidates(self, folder: Path) -> Iterator[Path]:
        """The files that belong to the case; a link that leads out of it is reported."""
        real = Path(os.path.realpath(folder))
        yield from self.listed(folder, real)
        for name in (_DRAFTS, _RECORD):
            inner = folder / name
            if _is_folder(inner) and self.inside(inner, real):
                yield from self.listed(inner, real)

    def listed(self, folder: Path, real: Path) -> Iterator[Path]:
        """The Markdown files of one folder."""
        try:
            names = os.listdir(folder)  # noqa: PTH208 - iterdir is no different and not lazy
        except OSError as error:
            self.report(folder, "SV101", f"this folder cannot be read: {_why(error)}")
            return
        for name in names:
            path = folder / name
            hidden = name.startswith(".")
            if not hidden and path.suffix.casefold() == _SUFFIX and self.inside(path, real):
                yield path

    def inside(self, path: Path, real: Path) -> bool:
        """Whether a path really lies in the case folder; it is reported if not."""
        if Path(os.path.realpath(path)).is_relative_to(real):
            return True
        self.report(
            path,
            "SV107",
            "this link leads out of the case folder, so it is not followed",
            hints=("put a copy of the file into the case folder",),
        )
        return False

    def read(self, path: Path) -> None:
        """Read one file if it is a plain file and its content is text."""
        try:
            content = plain_content(path, MAX_BYTES)
        except OSError as error:
            self.report(path, "SV101", f"this file cannot be read: {_why(error)}")
            return
        if content is None:
            self.report(
                path,
                "SV108",
                "this is named like a Markdown file and is not a file",
                hints=("rename it, so that its name does not end in `.md`",),
            )
        elif len(content) > MAX_BYTES:
            self.report(
                path,
                "SV104",
                f"this file is larger than {MAX_BYTES // 2**20} MiB, so it is not read",
                hints=("split it, or move what is not about the case to `sources/`",),
            )
        else:
            self.decode(path, content)

    def decode(self, path: Path, content: bytes) -> None:
        """Turn a file's bytes into a text; a byte order mark is left out."""
        if content.startswith(_UTF16_MARKS):
            self.report(
                path,
                "SV103",
                "this file is in UTF-16, and UTF-8 is needed",
                hints=("save it again with the encoding UTF-8",),
            )
            return
        if (nul := content.find(0)) >= 0:
            self.report(
                path,
                "SV102",
                f"this file is not text: byte {nul + 1} is zero",
                hints=("save it as plain text, in UTF-8",),
            )
            return
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            place = len(content) - len(error.object) + error.start
            line = content.count(b"\n", 0, place) + 1
            self.report(
                path,
                "SV103",
                f"this file is not in UTF-8: byte {place + 1}, in line {line}, does not fit",
                hints=("save it again with the encoding UTF-8",),
            )
            return
        self.sources.append(Source(_shown(path), text))


def _is_folder(path: Path) -> bool:
    """Whether a folder is there that the system lets us look at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _place(path: Path, folder: Path) -> tuple[int, str]:
    """Where a file stands in the order of the case."""
    if path.parent != folder:
        return (2 if path.parent.name == _DRAFTS else 4), path.name
    places = {_FIRST: 0, f"{_RECORD}{_SUFFIX}": 3, _LAST: 5}
    return places.get(path.name, 1), path.name


def _shown(path: Path) -> str:
    """A path as text that can always be printed."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _why(error: OSError) -> str:
    return (error.strerror or "the system gives no reason").lower()
