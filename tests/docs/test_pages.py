"""Links lead somewhere, and no file names one particular machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.docs.pages import ROOT, named, project_files

FILES = list(project_files())
PAGES = [path for path in FILES if path.suffix == ".md" and "cases" not in path.parts]
MACHINE = [
    "/" + "tmp/",
    "/" + "work/",
    "/" + "root/",
    "/" + "home/",
    "/" + "Users/",
    "index" + "-url",
    "trusted" + "-host",
    "find" + "-links",
    "pypi" + ".",
    "python" + "hosted",
]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}


def links(page: Path) -> list[str]:
    """Where the page's links and images lead."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    inner = [child for token in tokens for child in token.children or ()]
    found = [child.attrGet("href") or child.attrGet("src") for child in inner]
    return [str(link) for link in found if link]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{named(page)} links to {link}"
        assert not anchor or anchor in anchors(target), f"{named(page)} links to {link}"


def test_every_page_of_the_docs_is_reachable_from_the_index() -> None:
    docs = ROOT / "docs"
    listed = {(docs / link.partition("#")[0]).resolve() for link in links(docs / "index.md")}
    pages = {path.resolve() for path in docs.glob("**/*.md")} - {docs / "index.md"}
    assert pages <= listed, f"not in docs/index.md: {sorted(named(p) for p in pages - listed)}"


def test_no_file_names_a_machine_or_a_package_index() -> None:
    named_there = [
        f"{named(path)}: {word}"
        for path in FILES
        for text in [path.read_bytes().decode("utf-8", errors="replace")]
        for word in MACHINE
        if word in text
    ]
    assert named_there == []


def test_constraints_hold_pinned_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: line.partition("==")[0].lower())
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
    assert not any(line.startswith("servanda") for line in lines)
