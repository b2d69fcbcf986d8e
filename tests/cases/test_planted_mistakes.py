"""Mistakes that a lawyer or a student would make, planted in the packaged cases.

Each page in `planted` is about one case. A section has a change as a ``diff`` block, named
by its file, and below it exactly what ``servanda check`` says of the case so changed.
``pytest tests/cases --update`` writes what it says now. Read each difference.
"""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.document import Source
from servanda.views.diagnostics import diagnostics_text
from servanda.workbench.checking import checked_case
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reports import Checked

HERE = Path(__file__).parent / "planted"
SECTION = re.compile(
    r"^## (?P<title>[^\n]+)\n(?P<prose>(?:(?!^## ).)*?)"
    r"^```diff (?P<file>\S+)\n(?P<change>.*?)^```\n\n```text\n(?P<told>.*?)^```\n",
    re.DOTALL | re.MULTILINE,
)


class Mistake(NamedTuple):
    """One mistake: what stands in a case, what is written instead, and what is said of it."""

    page: Path
    title: str
    file: str
    before: str
    after: str
    told: str

    @property
    def case(self) -> str:
        return self.page.stem


def mistakes_on(page: Path) -> list[Mistake]:
    found = []
    for section in SECTION.finditer(page.read_text(encoding="utf-8")):
        lines = section["change"].splitlines()
        before, after = (
            "".join(f"{line[1:]}\n" for line in lines if line[:1] in {" ", sign}) for sign in "-+"
        )
        title, file, told = section["title"], section["file"], section["told"]
        found.append(Mistake(page, title, file, before, after, told))
    return found


PAGES = sorted(HERE.glob("*.md"))
MISTAKES = [mistake for page in PAGES for mistake in mistakes_on(page)]


def texts_of(case: str) -> dict[str, str]:
    opened = open_case(case, inside=True)
    assert isinstance(opened, Opened)
    return {source.name: source.text for source in opened.sources}


TEXTS = {page.stem: texts_of(page.stem) for page in PAGES}


def planted(*mistakes: Mistake) -> Checked:
    """What is said of a case with some mistakes in it."""
    texts = dict(TEXTS[mistakes[0].case])
    for mistake in mistakes:
        assert texts[mistake.file].count(mistake.before) == 1, mistake.before
        texts[mistake.file] = texts[mistake.file].replace(mistake.before, mistake.after)
    sources = [Source(name, text) for name, text in texts.items()]
    return Checked(diagnostics=checked_case(sources).diagnostics, texts=texts)


def shown(mistake: Mistake) -> str:
    """What is said of a mistake, without the line of counts at the end."""
    return diagnostics_text(planted(mistake)).rpartition("\n\n")[0] + "\n"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m.case}: {m.title}")
def test_a_planted_mistake_is_told_as_the_page_says(
    mistake: Mistake, request: pytest.FixtureRequest
) -> None:
    told = shown(mistake)
    if request.config.getoption("--update"):
        text = mistake.page.read_text(encoding="utf-8")
        section = next(s for s in SECTION.finditer(text) if s["title"] == mistake.title)
        start, end = section.span("told")
        mistake.page.write_text(f"{text[:start]}{told}{text[end:]}", encoding="utf-8")
        return
    assert told == mistake.told


def test_every_section_of_a_page_holds_a_mistake() -> None:
    headings = sum(page.read_text(encoding="utf-8").count("\n## ") for page in PAGES)
    assert len(MISTAKES) == headings > 0


def test_every_mistake_is_told_once() -> None:
    several = {m.title: len(planted(m).diagnostics) for m in MISTAKES}
    assert {title: count for title, count in several.items() if count != 1} == {}


def test_the_pages_are_about_packaged_cases() -> None:
    packaged = {folder.name for folder in (files("servanda") / "cases").iterdir()}
    assert set(TEXTS) <= packaged


def is_error(told: tuple[Diagnostic, ...]) -> bool:
    return any(d.severity is Severity.ERROR for d in told)


@pytest.mark.parametrize("case", TEXTS)
def test_two_planted_mistakes_give_two_reports(case: str) -> None:
    """Errors with errors, doubts with doubts: doubts are looked for where there is no error."""
    told = {m: planted(m).diagnostics for m in MISTAKES if m.case == case}
    for wanted in (True, False):
        alike = [m for m, said in told.items() if is_error(said) is wanted]
        for one, other in pairwise(alike):
            if one.before in other.before or other.before in one.before:
                continue
            both = sorted((d.code, d.headline) for d in planted(one, other).diagnostics)
            apart = sorted((d.code, d.headline) for m in (one, other) for d in told[m])
            assert both == apart, (one.title, other.title)
