"""A sheet as terminal text, with colours where they are wanted and readable without."""

from __future__ import annotations

from io import StringIO
from typing import assert_never

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from servanda.core.visible import visible
from servanda.views.sheet import (
    Block,
    Break,
    Code,
    Folded,
    Item,
    Items,
    Line,
    Link,
    Mark,
    Paragraph,
    Quiet,
    Quoted,
    Ref,
    Section,
    Sheet,
    Strong,
    Table,
    TextDiff,
)

NARROWEST, WIDEST = 40, 110
"""A page is laid out for at least and at most so many columns."""

_RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""Tables have one line, below their headings."""

_MARKS = {
    "owed": "bold cyan",
    "bound": "cyan",
    "met": "green",
    "breach": "bold red",
    "open": "bold yellow",
    "ended": "dim",
}
_CHANGED = {"-": "red", "+": "green", "@": "dim"}
_STYLES = {"strong": "bold", "quiet": "dim", "link": ""}
_TONES = {"plain": "", "quiet": "dim", "good": "green", "alarm": "bold red"}


def terminal_text(sheet: Sheet, *, width: int = 80, colour: bool = False) -> str:
    """Lay out a sheet for a terminal.

    Args:
        sheet: The page. Control characters in it are spelt out.
        width: How many columns there are.
        colour: Whether escape sequences for colours may be used.
    """
    paper = StringIO()
    console = Console(
        file=paper,
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(_title(sheet))
    for block in sheet.blocks:
        _print(console, block)
    for section in sheet.sections:
        _print_section(console, section, 1)
    for block in sheet.closing:
        _print(console, block)
    lines = paper.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _title(sheet: Sheet) -> Text:
    title = visible(sheet.title)
    return Text.assemble((f"{sheet.kicker}: ", "dim"), (title, "bold"), "\n")


def _print_section(console: Console, section: Section, level: int) -> None:
    blocks = [block for block in section.blocks if not isinstance(block, Folded | Quoted)]
    if not blocks and not section.sections:
        return
    title = Text(visible(section.title), style="bold underline" if level == 1 else "bold")
    if section.aside:
        title.append(f"  {visible(section.aside)}", style="dim not bold")
    console.print(Text("\n").append(title).append("\n"))
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and number:
            console.print(Text(visible(block.caption), style="bold"))
            console.print()
        _print(console, block)
    for inner in section.sections:
        _print_section(console, inner, level + 1)


def _print(console: Console, block: Block) -> None:
    match block:
        case Paragraph():
            console.print(_text(block.line, _TONES[block.tone]))
        case Items():
            if block.lead:
                console.print(_text(block.lead, _TONES[block.tone] or "bold"))
            for item in block.items:
                _print_item(console, item, 0)
        case Table():
            console.print(_table(block, console.width))
        case TextDiff():
            for line in block.lines:
                console.print(Text(f" {visible(line)}", _CHANGED.get(line[:1], "")))
        case Folded() | Quoted():
            return
        case _:
            assert_never(block)
    console.print()


def _print_item(console: Console, item: Item, level: int) -> None:
    indent = " " * (2 * level + 1)
    lines = _text(item.line).wrap(console, console.width - len(indent) - 2, tab_size=1)
    for number, line in enumerate(lines):
        console.print(Text(indent + ("  " if number else "- ")).append(line), soft_wrap=True)
    for inner in item.items:
        _print_item(console, inner, level + 1)


def _table(table: Table, width: int) -> RenderableType:
    heads = [Text(column, style="bold") for column in table.columns]
    rows = [[_text(cell) for cell in row] for row in table.rows]
    rich = RichTable(box=_RULED, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    columns = [list(cells) for cells in zip(heads, *rows, strict=True)]
    widths = _widths(columns, width - 2 * len(columns))
    for head, column_width in zip(heads, widths, strict=True):
        rich.add_column(head, overflow="fold", width=column_width)
    stacked = any("\n" in cell.plain for cells in columns for cell in cells)
    for number, row in enumerate(rows):
        if stacked and number:
            rich.add_row()
        rich.add_row(*row)
    return rich


def _widths(columns: list[list[Text]], room: int) -> list[int]:
    """How wide each column is: at least its longest word, at most its longest line.

    Where there is no room for the longest words the widest columns give way; where
    there is room left, the column that is most in need of it gets it.
    """
    widths = [max(map(_longest_word, cells)) for cells in columns]
    lines = [
        max(cell_len(line) for c in cells for line in c.plain.split("\n")) for cells in columns
    ]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    while sum(widths) < room and widths != lines:
        needs = [line / width for line, width in zip(lines, widths, strict=True)]
        widths[needs.index(max(needs))] += 1
    return widths


def _longest_word(text: Text) -> int:
    return max((cell_len(word) for word in text.plain.split()), default=1)


def _text(line: Line, style: str = "") -> Text:
    text = Text(style=style, overflow="fold")
    for part in line:
        if isinstance(part, Ref):
            text.append(visible(part.words))
            text.append(_place(part), style="dim")
        else:
            text.append(*_styled(part))
    return text


def _styled(part: str | Code | Mark | Strong | Quiet | Link | Break) -> tuple[str, str]:
    match part:
        case str():
            return visible(part), ""
        case Break():
            return "\n", ""
        case Code():
            return visible(part.code), ""
        case Strong() | Quiet() | Link():
            return visible(part.words), _STYLES[part.kind]
        case Mark():
            return part.words, _MARKS[part.tone]
        case _:
            assert_never(part)


def _place(ref: Ref) -> str:
    if not ref.place:
        return ""
    return f"{' ' if ref.words else ''}[{visible(ref.place)}]"
