"""The cases that come with Servanda are in order, and bear out what they expect."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from servanda import workbench
from servanda.cli.main import main
from servanda.language.format import format_text
from servanda.workbench.results import TestReport

NAMES = workbench.packaged_cases()
PAGES = sorted(Path(str(files("servanda") / "cases")).rglob("*.md"))


def test_there_are_cases() -> None:
    assert {workbench.DEFAULT_CASE, "north-atlantic-treaty"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_packaged_case_has_neither_errors_nor_warnings(name: str) -> None:
    checked = workbench.check(name)
    assert [(d.code, d.origin.place, d.headline) for d in checked.diagnostics] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_packaged_case_bears_out_its_expectations(name: str) -> None:
    report = workbench.expectations(name)
    assert isinstance(report, TestReport)
    judged = [(t.scenario.title, j) for t in report.tested for j in t.judged]
    assert [(title, j.text, j.found) for title, j in judged if not j.met] == []
    assert len(judged) >= len(report.tested) > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "/".join(page.parts[-2:]))
def test_a_packaged_text_is_laid_out_as_the_formatter_would(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert format_text(text) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_brief_is_the_same_bytes_in_every_process(name: str) -> None:
    def printed(seed: str) -> str:
        code = f"from servanda.cli.main import main; main(['brief', {name!r}, '--format', 'json'])"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert printed("0") == printed("1")


def test_a_brief_is_the_same_bytes_wherever_the_case_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "copy", "--from", workbench.DEFAULT_CASE]) == 0
    capsys.readouterr()
    assert main(["brief", "--format", "html"]) == 0
    packaged = capsys.readouterr().out
    assert main(["brief", "copy", "--format", "html"]) == 0
    assert capsys.readouterr().out == packaged
