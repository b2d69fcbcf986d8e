"""The grammar of `docs/grammar.md`, and the texts of blocks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lark import Lark, Token, UnexpectedInput
from lark.lark import PostLex

from servanda.language.document import Source, read_document
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "grammar.md").read_text(encoding="utf-8")


class WholeWords(PostLex):
    """Has every word taken whole, as the page says."""

    always_accept = ("WORD",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Leaves the words as they are."""
        return stream


def grammar() -> str:
    """The grammar as it stands on the page."""
    found: list[str] = re.findall(r"^```lark\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(found) == 1
    return found[0]


@cache
def lark() -> Lark:
    """The parser that lark makes of the grammar."""
    return Lark(grammar(), parser="lalr", postlex=WholeWords())


def blocks(text: str) -> list[str]:
    """The `servanda` blocks of a page."""
    return [
        "\n".join(text[line.start : line.end] for line in block.lines)
        for block in read_document(Source("page.md", text)).blocks
    ]


def refusal(block: str) -> str:
    """Why the grammar refuses a block; empty where it accepts it."""
    try:
        lark().parse(block)
    except UnexpectedInput as unexpected:
        return f"{unexpected.get_context(block)}{unexpected}"
    return ""
