"""A sheet as Markdown: headings, lists and pipe tables (GitHub's flavour)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

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

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_OPENING = re.compile(r"^(\d*)([-+=.)])(?=\s|$)")


def markdown_text(sheet: Sheet) -> str:
    """Lay out a sheet as Markdown; what means something in Markdown is escaped."""
    return "\n".join(_sheet(sheet)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from (f"# {escaped(sheet.title)}", "")
    for block in sheet.blocks:
        yield from _block(block)
    for section in sheet.sections:
        yield from _section(section, 2)
    for block in sheet.closing:
        yield from _block(block)


def _section(section: Section, level: int) -> Iterator[str]:
    blocks = [block for block in section.blocks if not isinstance(block, Folded | Quoted)]
    if not blocks and not section.sections:
        return
    aside = f" ({escaped(section.aside)})" if section.aside else ""
    yield from (f"{'#' * level} {escaped(section.title)}{aside}", "")
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and number:
            yield from (f"**{escaped(block.caption)}**", "")
        yield from _block(block)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            text = _line(block.line)
            yield from (_strong(text) if block.tone == "alarm" else text, "")
        case Items():
            if block.lead:
                yield from (_strong(_line(block.lead)), "")
            for item in block.items:
                yield from _item(item, 0)
            yield ""
        case Table():
            yield _row([(column,) for column in block.columns])
            yield f"|{'---|' * len(block.columns)}"
            yield from map(_row, block.rows)
            yield ""
        case TextDiff():
            yield from ("```diff", *map(visible, block.lines), "```", "")
        case Folded() | Quoted():
            return
        case _:
            assert_never(block)


def _row(cells: tuple[Line, ...] | list[Line]) -> str:
    return f"| {' | '.join(map(_line, cells))} |"


def _item(item: Item, level: int) -> Iterator[str]:
    yield f"{'  ' * level}- {_line(item.line)}"
    for inner in item.items:
        yield from _item(inner, level + 1)


def _strong(text: str) -> str:
    """A line in bold, once."""
    return text if text.startswith("**") and text.endswith("**") else f"**{text}**"


def _line(line: Line) -> str:
    """A line that does not open a list or a heading by the way it begins."""
    text = "".join(_inline(line)).strip()
    return _OPENING.sub(r"\1\\\2", text, count=1)


def _inline(line: Line) -> Iterator[str]:
    for part in line:
        match part:
            case str():
                yield escaped(part)
            case Break():
                yield "<br>"
            case Code():
                yield escaped(part.code)
            case Quiet() | Link():
                yield escaped(part.words)
            case Strong() | Mark():
                yield f"**{escaped(part.words.strip())}**" + " " * part.words.endswith(" ")
            case Ref():
                yield escaped(part.words)
                if part.place:
                    yield (" " if part.words else "") + f"({escaped(part.place)})"
            case _:
                assert_never(part)
