"""The page on sequencing shows what is printed, and each of its rules is held by a test."""

from __future__ import annotations

import re
import shlex

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT, shown_today

PAGE = ROOT / "docs" / "sequencing.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^<!-- command: ([^\n]+) -->\n```text\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE
)
RULES = re.findall(r"^\*\*Q(\d+)\. ", TEXT, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 3


@pytest.mark.parametrize(("command", "excerpt"), EXAMPLES)
def test_what_the_page_shows_is_printed(
    command: str,
    excerpt: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(shlex.split(command)) == 0
    today = shown_today(excerpt, capsys.readouterr().out)
    if request.config.getoption("--update"):
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(text.replace(excerpt, today), encoding="utf-8")
    else:
        assert excerpt == today


def test_the_rules_are_numbered_in_their_order() -> None:
    assert [int(number) for number in RULES] == list(range(1, len(RULES) + 1))


def test_each_rule_is_named_by_a_test_and_each_test_names_a_rule() -> None:
    tests = (ROOT / "tests" / "unit" / "test_sequencing_rules.py").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r"def test_q(\d+)_", tests)), key=int) == RULES
