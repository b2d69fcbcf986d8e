"""Diagnostics as text: the headline, the place, the line with the words marked, and hints.

Lines are shown as they stand, with tabs widened and control characters spelt out. Where
letters run from right to left no mark below the line could be trusted to point at the
right words, so they are quoted instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.visible import visible
from servanda.language.document import Source, lines_of
from servanda.views.plural import count_of
from servanda.workbench.reports import Checked

TAB = 4

WIDEST = 100
"""Columns of a quoted line; of a longer one the part around the words meant is shown."""

BEFORE = 30
"""Columns shown before those words where a line is too long."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def diagnostics_text(checked: Checked, *, colour: bool = False) -> str:
    """Every report, then how many there are.

    Args:
        checked: The reports and the texts that they are about.
        colour: Whether escape sequences for colours may be used.
    """
    paper = StringIO()
    console = Console(
        file=paper,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for diagnostic in checked.diagnostics:
        for line in _report(diagnostic, checked.texts):
            console.print(line, soft_wrap=True)
        console.print()
    console.print(_summary(checked), soft_wrap=True)
    return paper.getvalue()


def _summary(checked: Checked) -> Text:
    if not checked.diagnostics:
        return Text("No error and no warning.", style="green")
    counts = [
        count_of(number, word)
        for number, word in ((checked.errors, "error"), (checked.warnings, "warning"))
        if number
    ]
    code = checked.diagnostics[0].code
    more = f"`servanda explain {code}` tells more about {code}."
    return Text.assemble((f"{' and '.join(counts)}. ", "bold"), (more, "dim"))


def _report(diagnostic: Diagnostic, texts: Mapping[str, str]) -> Iterator[Text]:
    severity = diagnostic.severity
    head = f"{diagnostic.code} {severity.value}"
    yield Text.assemble((head, _STYLES[severity]), (f": {visible(diagnostic.headline)}", "bold"))
    yield from _place(diagnostic.origin)
    yield from _quotation(diagnostic.origin, visible(diagnostic.label), texts, severity)
    for hint in diagnostic.hints:
        yield Text.assemble(("  hint: ", "cyan"), visible(hint))
    for note, origin in diagnostic.related:
        yield Text.assemble(("  see: ", "cyan"), visible(f"{origin.place}: {note}"))


def _place(origin: Origin) -> Iterator[Text]:
    if origin.line or origin.file or origin.clause:
        trail = " > ".join(origin.trail) or (origin.clause if origin.line else "")
        place = f"{origin.place} · {trail}" if trail else origin.place
        yield Text(f"  {visible(place)}", style="dim")


def _quotation(
    origin: Origin, label: str, texts: Mapping[str, str], severity: Severity
) -> Iterator[Text]:
    """The line of the text with a mark below the words meant."""
    found = _line_of(origin, texts)
    if found is None:
        if label:
            yield Text(f"  {label}")
        return
    line, start, end = found
    number = str(origin.line)
    margin = " " * len(number)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in line):
        words = f"here: {visible(line[start:end])} {label}".rstrip()
        yield Text(f"   {number} | {visible(line)}")
        yield Text.assemble(f"   {margin} | ", (words, _STYLES[severity]))
        return
    shown = _Shown(line)
    left, marked, right = shown.between(0, start), shown.between(start, end), shown.between(end)
    left, right = _shortened(left, cell_len(marked), right)
    yield Text(f"   {number} | {left}{marked}{right}".rstrip())
    pointer = f"{'^' * max(1, cell_len(marked))} {label}".rstrip()
    yield Text.assemble(f"   {margin} | {' ' * cell_len(left)}", (pointer, _STYLES[severity]))


def _line_of(origin: Origin, texts: Mapping[str, str]) -> tuple[str, int, int] | None:
    """The line that an origin begins in, and the words meant in it."""
    text = texts.get(origin.file, "")
    lines = lines_of(Source(origin.file, text))
    if origin.file not in texts or not 0 < origin.line <= len(lines):
        return None
    line = lines.line(origin.line - 1)
    start = min(max(origin.start, line.start), line.end)
    end = min(max(origin.end, start), line.end)
    return text[line.start : line.end], start - line.start, end - line.start


class _Shown:
    """A line as a terminal shows it, character by character."""

    def __init__(self, line: str) -> None:
        self.characters: list[str] = []
        column = 0
        for character in line:
            shown = " " * (TAB - column % TAB) if character == "\t" else visible(character)
            self.characters.append(shown)
            column += cell_len(shown)

    def between(self, start: int, end: int | None = None) -> str:
        """What stands for the characters from ``start`` to before ``end``."""
        return "".join(self.characters[start:end])


def _shortened(left: str, marked: int, right: str) -> tuple[str, str]:
    """What stands before and behind the marked columns, cut where the line is too long."""
    if cell_len(left) + marked + cell_len(right) <= WIDEST:
        return left, right
    while cell_len(left) > BEFORE:
        left = f"...{left[-BEFORE + 3 :]}" if len(left) > BEFORE else f"...{left[4:]}"
    room = max(0, WIDEST - cell_len(left) - marked)
    return left, right if cell_len(right) <= room else f"{right[:room]}..."
