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
FILE = "poland.md"
HEADING = "# Britain and Poland, 1939"
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
    for kind, inside, _, change in _PART.findall(TEXT):
        if kind == "servanda":
            blocks.append(f"```servanda\n{inside}```\n")
        elif kind == "sh":
            command = inside.strip()
        elif kind == "text" and command:
            file = f"{HEADING}\n\n" + "\n".join(blocks)
            if mistake:
                right, wrong = mistake.split(" => ")
                assert file.count(right) == 1
                file = file.replace(right, wrong)
            yield Step(command, file, inside)
            command = mistake = ""
        else:
            mistake = change


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


def test_the_limit_written_in_the_article_takes_one_promise_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before, _, rest = STEPS[-1].file.partition("reading germany_alone")
    limit = "when aggression by DEU on a party"
    assert limit in rest
    text = before.replace("when aggression by a european_power on a party", limit, 1) + "```\n"
    Path(FILE).write_text(text, encoding="utf-8")
    assert main(["test", FILE]) == 1
    printed = capsys.readouterr().out
    assert "1 of 6 expectations in 4 scenarios not met" in printed
    assert "17 September 1939" in printed
