"""What the README tells to type works, and what it shows is what is printed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.analyses.scenario import Texts, inquire, judged_in
from servanda.cli.main import main
from servanda.workbench import load_case, packaged_cases
from tests.docs.pages import ROOT, project_files, shown_today

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^<!-- command: ([\w-]+) -->$", README, re.MULTILINE)


def block(mark: str) -> str:
    """The fenced block below a comment; the comment stands in the README exactly once."""
    found: list[str] = re.findall(
        rf"^<!-- {re.escape(mark)} -->\n+```\w+\n(.*?)^```$", README, re.DOTALL | re.MULTILINE
    )
    assert len(found) == 1, mark
    return found[0]


def compare(mark: str, printed: str, update: bool) -> None:
    """Compares an excerpt with the output that it is from; writes it anew if asked to."""
    excerpt = block(mark)
    today = shown_today(excerpt, printed)
    if update:
        path = ROOT / "README.md"
        path.write_text(path.read_text(encoding="utf-8").replace(excerpt, today), encoding="utf-8")
    else:
        assert excerpt == today


@pytest.fixture(autouse=True)
def _a_plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


def test_there_are_exactly_two_commands() -> None:
    assert COMMANDS == ["first-brief", "tests"]


@pytest.mark.parametrize("name", COMMANDS)
def test_ci_runs_the_command_as_printed(name: str) -> None:
    script = ROOT / ".ci" / "readme_command.py"
    done = subprocess.run(
        [sys.executable, script, name], capture_output=True, text=True, check=True
    )
    assert done.stdout == block(f"command: {name}")
    parsed = subprocess.run(["bash", "-n"], input=done.stdout, text=True, check=False)
    assert parsed.returncode == 0


def test_the_brief_says_what_the_readme_shows(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    assert main(["brief"]) == 0
    compare("output: brief", capsys.readouterr().out, request.config.getoption("--update"))


def test_the_clause_that_the_readme_shows_stands_in_the_packaged_case() -> None:
    shown: list[str] = re.findall(r"^```servanda\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert len(shown) == 1
    draft = ROOT / "src" / "servanda" / "cases" / "ukraine-2025-08" / "drafts" / "guarantee.md"
    assert shown[0] in draft.read_text(encoding="utf-8")


def test_a_changed_clause_changes_what_the_readme_says_it_changes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    before, after = (
        re.findall(rf"^\{sign}(.*)$", block("change"), re.MULTILINE)[0] for sign in "-+"
    )
    assert main(["new", "my-case", "--from", "ukraine-2025-08"]) == 0
    assert main(["test", "my-case"]) == 0
    capsys.readouterr()
    draft = Path("my-case/drafts/guarantee.md")
    text = draft.read_text(encoding="utf-8")
    assert text.count(before) == 1
    draft.write_text(text.replace(before, after), encoding="utf-8")
    assert main(["test", "my-case"]) == 1
    compare("output: test", capsys.readouterr().out, request.config.getoption("--update"))


def test_the_readme_lists_every_packaged_case_with_its_expectations_all_of_them_met(
    request: pytest.FixtureRequest,
) -> None:
    shown = re.findall(r"^\| `([\w-]+)` \| (.+) \| (\d+) \|$", README, re.MULTILINE)
    assert sorted(name for name, _, _ in shown) == sorted(packaged_cases())
    text = README
    for name, what, number in shown:
        case = load_case(name)
        judged = [
            expectation
            for scenario in case.scenarios
            for expectation in judged_in(inquire(Texts(case), scenario))
        ]
        assert all(one.met for one in judged)
        text = text.replace(f"| {what} | {number} |", f"| {what} | {len(judged)} |")
    if request.config.getoption("--update"):
        (ROOT / "README.md").write_text(text, encoding="utf-8")
    else:
        assert text == README


@pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs from the package index; runs where CI is set"
)
def test_the_first_brief_comes_out_of_a_fresh_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in project_files():
        copied = tmp_path / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block("command: first-brief")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert main(["brief"]) == 0
    assert done.stdout == capsys.readouterr().out
