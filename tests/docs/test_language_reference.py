"""What the reference shows is the language: every block of it can be read."""

from __future__ import annotations

import re

import pytest

from servanda.language.document import Source, read_document
from servanda.language.format import format_text
from servanda.language.keywords import STATEMENTS
from servanda.language.parser import parse
from tests.docs.pages import ROOT

REFERENCE = ROOT / "docs" / "language.md"
TEXT = REFERENCE.read_text(encoding="utf-8")


PAGES = ["for-lawyers.md", "language.md", "negotiation.md", "tutorial.md"]


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_the_docs_can_be_read(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    _, diagnostics = parse(Source(f"docs/{page}", text))
    assert [(d.code, d.origin.place, d.headline) for d in diagnostics] == []


def test_the_reference_shows_every_statement() -> None:
    blocks = read_document(Source("docs/language.md", TEXT)).blocks
    shown = "\n".join(TEXT[line.start : line.end] for block in blocks for line in block.lines)
    assert [word for word in STATEMENTS if not re.search(rf"^{word}\b", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_of_the_docs_are_laid_out_as_the_formatter_would(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert format_text(text) == text
