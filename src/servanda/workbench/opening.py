"""From what a user types to a case: a folder, one file, or the name of a packaged case."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.language.folder import Source, read_folder
from servanda.language.parser import passed_over
from servanda.model.case import Case
from servanda.workbench.checking import checked_case
from servanda.workbench.mistakes import no_such_case
from servanda.workbench.packaged import packaged_cases, packaged_folder
from servanda.workbench.reports import Checked


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that could be read without an error.

    Attributes:
        warnings: Doubts about its drafting.
        sources: Its texts, named as in the case or as the user typed them.
    """

    case: Case
    warnings: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<Opened {self.case!r}: warnings {len(self.warnings)}, files {len(self.sources)}>"

    @property
    def checked(self) -> Checked:
        """What is doubtful about the text, and the text."""
        return Checked(diagnostics=self.warnings, texts={s.name: s.text for s in self.sources})


def open_case(name: str, *, inside: bool = False) -> Opened | Checked:
    """Read a case, or report what stands in the way.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        inside: Whether places are named from within the case (``drafts/pact.md``), so that
            the answer does not depend on where the case lies; as the user typed them
            otherwise, and always in reports.
    """
    read = read_texts(name)
    if isinstance(read, Checked):
        return read
    sources, unreadable, root = read
    names = {s.name: _inside(s.name, root) if inside else s.name for s in sources}
    result = checked_case([Source(names[s.name], s.text) for s in sources])
    diagnostics = (*unreadable, *result.diagnostics)
    if result.case is None or any(d.severity is Severity.ERROR for d in unreadable):
        typed = {shown: name for name, shown in names.items()}
        texts = {s.name: s.text for s in sources}
        return Checked(diagnostics=tuple(_renamed(diagnostics, typed)), texts=texts)
    shown = tuple(Source(names[s.name], s.text) for s in sources)
    return Opened(result.case, diagnostics, shown)


def unread_blocks(name: str) -> Checked:
    """The warnings of blocks of a case that go unread for a slip in their language.

    Whatever is answered about the case is answered without them.
    """
    read = read_texts(name)
    sources = () if isinstance(read, Checked) else read[0]
    found = tuple(report for source in sources for report in passed_over(source))
    return Checked(diagnostics=found, texts={source.name: source.text for source in sources})


Texts = tuple[tuple[Source, ...], tuple[Diagnostic, ...], Path]


def read_texts(name: str) -> Texts | Checked:
    """The texts of a case, what could not be read, and the path that their names begin with."""
    path = Path(name)
    if os.path.lexists(name):
        sources, diagnostics = read_folder(path)
        return sources, diagnostics, path if path.is_dir() else path.parent
    if name in packaged_cases():
        with packaged_folder(name) as folder:
            sources, diagnostics = read_folder(folder)
        renamed = tuple(Source(str(path / _inside(s.name, folder)), s.text) for s in sources)
        return renamed, diagnostics, path
    return no_such_case(name, packaged_cases())


def _inside(name: str, root: Path) -> str:
    """A file's name as seen from the case's own folder, with forward slashes."""
    return Path(name).relative_to(root).as_posix()


def _renamed(diagnostics: Iterable[Diagnostic], names: dict[str, str]) -> Iterator[Diagnostic]:
    def place(origin: Origin) -> Origin:
        return replace(origin, file=names.get(origin.file, origin.file))

    for diagnostic in diagnostics:
        related = tuple((note, place(origin)) for note, origin in diagnostic.related)
        yield replace(diagnostic, origin=place(diagnostic.origin), related=related)
