"""A sheet as one HTML file: no script, no request to anywhere, light and dark, printable."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.core.origin import Origin
from servanda.views.sheet import Block, Quoted, Section, Sheet
from servanda.views.template import template


def html_page(sheet: Sheet) -> str:
    """Lay out a sheet as a self-contained HTML page.

    Every reference to a line that the page quotes is a link to it. All text is escaped.
    """
    anchors = _Anchors(sheet)
    return (
        template("page.html").render(sheet=sheet, anchor=anchors.of, line_id=anchors.line_id) + "\n"
    )


class _Anchors:
    """Where in the page each quoted line stands."""

    def __init__(self, sheet: Sheet) -> None:
        self.files: dict[str, int] = {}
        self.lines: set[tuple[str, int]] = set()
        for quoted in _quoted(sheet.sections):
            self.files.setdefault(quoted.file, len(self.files) + 1)
            numbers = range(quoted.first_line, quoted.first_line + len(quoted.lines))
            self.lines |= {(quoted.file, number) for number in numbers}

    def of(self, origin: Origin) -> str:
        """The id of the line that an origin lies in; empty where the page does not quote it."""
        quoted = (origin.file, origin.line) in self.lines
        return self.line_id(origin.file, origin.line) if quoted else ""

    def line_id(self, file: str, number: int) -> str:
        """The id of a quoted line."""
        return f"f{self.files[file]}-{number}"


def _quoted(sections: tuple[Section, ...]) -> Iterator[Quoted]:
    for section in sections:
        blocks: tuple[Block, ...] = section.blocks
        yield from (block for block in blocks if isinstance(block, Quoted))
        yield from _quoted(section.sections)
