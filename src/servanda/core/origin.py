"""Where a value comes from: every model value and every reason carries an origin."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of one file, in characters counted from 0, ``end`` exclusive."""

    file: str
    start: int
    end: int


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """The place in the text that a value was written at.

    Attributes:
        file: The file as the user named it, or a label such as ``<python>``.
        start: First character, counted from 0.
        end: One past the last character.
        line: Line number, counted from 1; 0 where the value has no text.
        column: Column number, counted from 1.
        clause: What a lawyer would cite, such as ``North Atlantic Treaty, Article 5``.
        trail: The Markdown headings above the block, outermost first.
    """

    file: str = ""
    start: int = 0
    end: int = 0
    line: int = 0
    column: int = 0
    clause: str = ""
    trail: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """``file:line:column``, or the clause where the value was built without text."""
        if not self.line:
            return self.clause or self.file or "built without text"
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Origin()
"""The origin of a value that was built from Python without naming one."""
