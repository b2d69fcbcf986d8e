"""The commands of the tutorial, typed in its order on its own blocks, print what it shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT, shown_today

PAGE = ROOT / "docs" / "tutorial.md"
TEXT = PAGE.read_text(encoding="utf-8")
FILE = "aster.md"
HEADING = "# Aster stands by Briar"
"""What the tutorial says to begin the file with, so that its line numbers are those shown."""
_PART = re.compile(
    r"^```(servanda|sh|text)\n(.*?)^```$|^<!-- (mistake): (.*?) -->$", re.DOTALL | re.MULTILINE
)


class Step(NamedTuple):
    """A command of the tutorial, the file as it stands then, and what is shown of the output."""

    command: str
    file: str
    shown: str


def steps() -> Iterator[Step]:
    """The tutorial's commands in order."""
    blocks: list[str] = []
    command = mistake = ""
    for kind, inside, _, wrong in _PART.findall(TEXT):
        if kind == "servanda":
            blocks.append(f"```servanda\n{inside}```\n")
        elif kind == "sh":
            command = inside.strip()
        elif kind == "text" and command:
            file = f"{HEADING}\n\n" + "\n".join(blocks)
            if mistake:
                file = re.sub(rf"{re.escape(mistake)}.*", mistake, file)
            yield Step(command, file, inside)
            command = mistake = ""
        else:
            mistake = wrong


STEPS = list(steps())


def test_the_tutorial_says_how_the_file_begins_that_its_line_numbers_are_of() -> None:
    assert f"`{HEADING}`" in TEXT


def test_the_tutorial_shows_its_commands() -> None:
    assert [shlex.split(step.command)[1] for step in STEPS] == [
        "check",
        "check",
        "run",
        "test",
        "run",
        "run",
        "run",
        "brief",
    ]


@pytest.mark.parametrize("step", STEPS, ids=[step.command for step in STEPS])
def test_a_command_of_the_tutorial_prints_what_is_shown(
    step: Step,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path(FILE).write_text(step.file, encoding="utf-8")
    main(shlex.split(step.command)[1:])
    printed = capsys.readouterr()
    today = shown_today(step.shown, printed.out + printed.err)
    if request.config.getoption("--update"):
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(text.replace(step.shown, today), encoding="utf-8")
    else:
        assert step.shown == today
