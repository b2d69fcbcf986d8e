"""The page on the record shows what is printed, and each of its rules is held by a test."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT, shown_today

PAGE = ROOT / "docs" / "record.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^<!-- command: ([^\n]+) -->\n```text\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE
)
RULES = re.findall(r"^\*\*W(\d+)\. ", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("command", "excerpt"), EXAMPLES)
def test_what_the_page_shows_is_printed_of_the_record_that_it_shows(
    command: str,
    excerpt: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    blocks = re.findall(r"^```servanda\n.*?^```$", TEXT, re.DOTALL | re.MULTILINE)
    (tmp_path / "talks.md").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)) == 0
    today = shown_today(excerpt, capsys.readouterr().out)
    if request.config.getoption("--update"):
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(text.replace(excerpt, today), encoding="utf-8")
    else:
        assert excerpt == today


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 2


def test_the_rules_are_numbered_in_their_order() -> None:
    assert [int(number) for number in RULES] == list(range(1, len(RULES) + 1))


def test_each_rule_is_named_by_a_test_and_each_test_names_a_rule() -> None:
    tests = (ROOT / "tests" / "unit" / "test_record_rules.py").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r"def test_w(\d+)_", tests))) == sorted(RULES)


def test_the_code_names_only_rules_that_exist() -> None:
    folder = ROOT / "src" / "servanda" / "analyses" / "record"
    named = {
        int(number)
        for path in folder.glob("*.py")
        for group in re.findall(r"\((W[^)]*)\)", path.read_text(encoding="utf-8"))
        for number in _numbers(group)
    }
    assert named == set(map(int, RULES))


def _numbers(group: str) -> list[int]:
    """``W4 to W7`` names four rules, ``W1, W3`` two."""
    ends = [int(number) for number in re.findall(r"W(\d+)", group)]
    return list(range(ends[0], ends[-1] + 1)) if " to " in group else ends
