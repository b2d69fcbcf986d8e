"""The page on each analysis shows what is printed, and each of its rules is held by a test."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT, shown_today


@dataclass(frozen=True, slots=True)
class Page:
    """The page on an analysis.

    Attributes:
        name: The page in `docs`, the package in `analyses` and the module of its rules' tests.
        letter: What the numbers of its rules begin with.
        alone: Whether its examples are about the case that the page itself shows.
    """

    name: str
    letter: str
    alone: bool = False

    @property
    def path(self) -> Path:
        return ROOT / "docs" / f"{self.name}.md"

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def examples(self) -> list[tuple[str, str]]:
        """Commands with what the page says they print."""
        found = re.findall(
            r"^<!-- command: ([^\n]+) -->\n(````?)text\n(.*?)^\2$",
            self.text,
            re.DOTALL | re.MULTILINE,
        )
        return [(command, excerpt) for command, _, excerpt in found]

    @property
    def files(self) -> list[tuple[str, str]]:
        """Files that the page shows in full, by name."""
        files = r"^<!-- file: (\S+) -->\n```text\n(.*?)^```$"
        return re.findall(files, self.text, re.DOTALL | re.MULTILINE)

    @property
    def rules(self) -> list[int]:
        return [*map(int, re.findall(rf"^\*\*{self.letter}(\d+)\. ", self.text, re.MULTILINE))]


PAGES = [
    Page("coverage", "K"),
    Page("record", "W", alone=True),
    Page("reading", "R", alone=True),
    Page("settlement", "N"),
    Page("sequencing", "Q"),
]
of_each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@of_each
def test_there_are_examples(page: Page) -> None:
    assert len(page.examples) > 2


@pytest.mark.parametrize(
    ("page", "command", "excerpt"),
    [(page, *example) for page in PAGES for example in page.examples],
)
def test_what_the_page_shows_is_printed(
    page: Page,
    command: str,
    excerpt: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    if page.alone:
        blocks = re.findall(r"^```servanda\n.*?^```$", page.text, re.DOTALL | re.MULTILINE)
        (tmp_path / "talks.md").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        for name, text in page.files:
            (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path if page.alone else ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(shlex.split(command)) == 0
    today = shown_today(excerpt, capsys.readouterr().out)
    if request.config.getoption("--update"):
        page.path.write_text(page.text.replace(excerpt, today), encoding="utf-8")
    else:
        assert excerpt == today


@of_each
def test_the_rules_are_numbered_in_their_order(page: Page) -> None:
    assert page.rules == list(range(1, len(page.rules) + 1))


@of_each
def test_each_rule_is_named_by_a_test_and_each_test_names_a_rule(page: Page) -> None:
    module = ROOT / "tests" / "unit" / f"test_{page.name}_rules.py"
    tests = re.findall(rf"def test_{page.letter.lower()}(\d+)_", module.read_text(encoding="utf-8"))
    assert set(map(int, tests)) == set(page.rules)


def test_the_code_of_the_record_names_each_of_its_rules_and_no_other() -> None:
    (page,) = (one for one in PAGES if one.name == "record")
    folder = ROOT / "src" / "servanda" / "analyses" / page.name
    named = {
        number
        for path in folder.rglob("*.py")
        for group in re.findall(rf"\(({page.letter}\d[^)]*)\)", path.read_text(encoding="utf-8"))
        for number in _numbers(page.letter, group)
    }
    assert named == set(page.rules)


def _numbers(letter: str, group: str) -> Iterator[int]:
    """``W4 to W7`` names four rules, ``W1, W3`` two."""
    ends = [int(number) for number in re.findall(rf"{letter}(\d+)", group)]
    return iter(range(ends[0], ends[-1] + 1)) if " to " in group else iter(ends)
