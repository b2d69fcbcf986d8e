"""What the pages show in Python runs as printed."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import ROOT


def run_examples(page: str) -> None:
    """Runs the page's Python blocks one after another, in the same names."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    examples = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    names: dict[str, object] = {}
    for example in examples:
        exec(example, names)  # the pages are the project's own
    assert examples


def test_the_page_for_python_runs_a_case_and_changes_a_clause(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run_examples("python.md")
    printed = capsys.readouterr().out.splitlines()
    assert "A guarantor refuses ('DEU',) 5.1 2026-02-04" in printed
    assert "in breach of article 6: []" in printed
    assert "as expected: True" in printed
    assert "reported [(('BRIAR',), 'reports'), (('ASTER',), 'accepts')]" in printed


def test_the_page_for_python_shows_what_many_wars_print(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    page = ROOT / "docs" / "python.md"
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"^<!-- printed -->\n```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)[0]
    run_examples("python.md")
    printed = capsys.readouterr().out
    today = printed[printed.index("DEU on RUS |") :]
    if request.config.getoption("--update"):
        page.write_text(
            text.replace(f"-->\n```text\n{shown}", f"-->\n```text\n{today}"), encoding="utf-8"
        )
    else:
        assert shown == today


def test_the_page_on_json_reads_back_what_was_written() -> None:
    run_examples("json.md")


def test_the_page_of_the_grammar_reads_a_block(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run_examples("grammar.md")
    assert "UKR" in capsys.readouterr().out
