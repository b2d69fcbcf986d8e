"""Each diagnostic has a page, and the page's own examples are what it says they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda.language.document import Source
from servanda.workbench.checking import checked_case
from tests.docs.pages import ROOT, named

FOLDER = ROOT / "src" / "servanda" / "diagnostics"
PAGES = sorted(FOLDER.glob("SV*.md"))
OPENING = (FOLDER / "opening.md").read_text(encoding="utf-8")


def section(page: Path, name: str) -> str:
    """The text of a page's section; empty where it has none."""
    found = re.search(
        rf"^## {name}\n(.*?)(?=^## |\Z)",
        page.read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    return found[1] if found else ""


def codes_in_the_code() -> set[str]:
    """Every code that the source can report."""
    return {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r"\"(SV\d{3})\"", path.read_text(encoding="utf-8"))
    }


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(codes_in_the_code()) == [page.stem for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_says_what_it_means_and_why_it_matters(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.match(rf"# {page.stem} \S.*\n\n\S", text)
    assert section(page, "Why it matters").strip()
    assert bool(section(page, "Wrong")) == bool(section(page, "Right"))


EXAMPLES = [page for page in PAGES if "```servanda" in section(page, "Wrong")]


@pytest.mark.parametrize("page", EXAMPLES, ids=named)
def test_the_wrong_example_gives_this_diagnostic_and_the_right_one_none(page: Path) -> None:
    def codes(example: str) -> list[str]:
        text = f"{OPENING}\n{section(page, example)}"
        return [d.code for d in checked_case([Source("example.md", text)]).diagnostics]

    assert codes("Wrong") == [page.stem]
    assert codes("Right") == []
