"""The mistakes of one file, as they are found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin, Span
from servanda.language.document import Source, origin_of
from servanda.language.slip import Slip
from servanda.language.wordings.written import ReadLine

MOST_IN_A_FILE = 100
"""After so many mistakes a file is not read further."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class FileReports:
    """The mistakes of a file so far.

    Attributes:
        unread: Words of the lines that could not be read.
        lines: Every line, and how it is read.
    """

    source: Source
    unread: set[str] = field(default_factory=set)
    lines: list[ReadLine] = field(default_factory=list)
    _found: list[Diagnostic] = field(default_factory=list)

    def add(
        self,
        slip: Slip,
        trail: tuple[str, ...],
        clause: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a mistake below the headings ``trail``."""
        if self.full:
            return

        def place(start: int, end: int) -> Origin:
            return origin_of(self.source, Span(self.source.name, start, end), trail, clause)

        self._found.append(
            Diagnostic(
                code=slip.code,
                severity=severity,
                headline=slip.headline,
                origin=place(slip.start, slip.end),
                label=slip.label,
                hints=slip.hints,
                related=tuple((note, place(start, end)) for note, start, end in slip.related),
            )
        )

    @property
    def full(self) -> bool:
        """Whether so much has been found that the file is not read further."""
        return len(self._found) >= MOST_IN_A_FILE

    def leave(self, text: str) -> None:
        """Keep the words of a text that is not read to its end."""
        self.unread.update(_WORD.findall(text))

    def all(self) -> tuple[Diagnostic, ...]:
        """Every report in the order of the text, and a note where the reading ended."""
        found = sorted(self._found, key=lambda report: report.origin.start)
        if self.full:
            found.append(
                Diagnostic(
                    code="SV109",
                    severity=Severity.ERROR,
                    headline=f"this file has {MOST_IN_A_FILE} mistakes, and was not read further",
                    origin=Origin(file=self.source.name),
                    hints=("put these right, and check again",),
                )
            )
        return tuple(found)


@dataclass(slots=True)
class Tried(FileReports):
    """The mistakes of a text that is only tried.

    Attributes:
        slips: What was found.
    """

    slips: list[Slip] = field(default_factory=list)

    def add(
        self,
        slip: Slip,
        trail: tuple[str, ...],  # noqa: ARG002 - nobody reads it
        clause: str = "",  # noqa: ARG002
        severity: Severity = Severity.ERROR,  # noqa: ARG002
    ) -> None:
        """Keep what is wrong."""
        self.slips.append(slip)
