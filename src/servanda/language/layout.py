"""From the lines of a block to statements and their lines, by indentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from servanda.language.document import Block
from servanda.language.indentation import (
    LINE_INDENT,
    WrittenLine,
    begins_statement,
    goes_on_with_list,
    list_not_indented,
    names_statement,
    step,
    written_line,
    wrong_indentation,
)
from servanda.language.lexer import Token
from servanda.language.slip import Slip


class LogicalLine(NamedTuple):
    """A line of the language: one written line and those that continue it.

    Attributes:
        continued: Where each continuing line begins.
    """

    tokens: tuple[Token, ...]
    slips: tuple[Slip, ...] = ()
    continued: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement's first line and its further lines.

    Attributes:
        head: None where the lines stand below no statement.
        slips: What is wrong with the indentation.
    """

    head: LogicalLine | None
    lines: tuple[LogicalLine, ...]
    slips: tuple[Slip, ...] = ()


def passages(text: str, block: Block) -> Iterator[Passage]:
    """The statements of a block, each with its lines."""
    for group in grouped(written_line(text, place) for place in block.lines):
        if stands_alone(group):
            yield Passage(None, tuple(_joined(group, LINE_INDENT)))
        else:
            head, *lines = _joined(group, step(group))
            yield Passage(head, tuple(lines), wrong_indentation(group))


def grouped(lines: Iterable[WrittenLine]) -> Iterator[list[WrittenLine]]:
    """The written lines of each statement; those that are empty left out."""
    group: list[WrittenLine] = []
    for line in lines:
        if line.empty:
            continue
        if group and begins_statement(group[0].word, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def stands_alone(group: Sequence[WrittenLine]) -> bool:
    """Whether the lines stand below no statement."""
    return group[0].indent > 0 and not names_statement(group[0])


def _joined(group: Sequence[WrittenLine], indent: int) -> list[LogicalLine]:
    """Written lines with those that continue them."""
    gathered: list[list[WrittenLine]] = []
    slips: dict[int, Slip] = {}
    for line in group:
        above = gathered[-1] if gathered else None
        if above is None:
            gathered.append([line])
        elif line.indent > indent:
            above.append(line)
        elif goes_on_with_list(group[0].word, above[-1], line):
            above.append(line)
            slips[line.first] = list_not_indented(line)
        else:
            gathered.append([line])
    return [_logical(lines, slips) for lines in gathered]


def _logical(lines: Sequence[WrittenLine], slips: dict[int, Slip]) -> LogicalLine:
    if len(lines) == 1:
        return LogicalLine(lines[0].lexed.tokens, lines[0].lexed.slips)
    found: list[Slip] = []
    for line in lines:
        found += line.lexed.slips
        found += [slips[line.first]] if line.first in slips else []
    return LogicalLine(
        tokens=tuple(token for line in lines for token in line.lexed.tokens),
        slips=tuple(found),
        continued=frozenset(line.first for line in lines[1:]),
    )
