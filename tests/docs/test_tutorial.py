"""The commands of the tutorials, typed in their order on their own blocks, print what they show."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT, shown_today


class Tutorial(NamedTuple):
    """A page that builds one file step by step, and tells how to begin it.

    It says so that the line numbers of the file are those shown.
    """

    page: Path
    file: str
    heading: str


TREATY = Tutorial(ROOT / "docs" / "tutorial.md", "poland.md", "# Britain and Poland, 1939")
NEGOTIATION = Tutorial(ROOT / "docs" / "negotiation.md", "sinai.md", "# Camp David, 1978")
_PART = re.compile(
    r"^```(servanda|sh|text)\n(.*?)^```$|^<!-- (mistake): (.*?) -->$", re.DOTALL | re.MULTILINE
)


class Step(NamedTuple):
    """A command of a tutorial, the file as it stands then, and what is shown of the output."""

    tutorial: Tutorial
    command: str
    file: str
    shown: str


def steps(tutorial: Tutorial) -> Iterator[Step]:
    """The tutorial's commands in order."""
    blocks: list[str] = []
    command = mistake = ""
    for kind, inside, _, change in _PART.findall(tutorial.page.read_text(encoding="utf-8")):
        if kind == "servanda":
            blocks.append(f"```servanda\n{inside}```\n")
        elif kind == "sh":
            command = inside.strip()
        elif kind == "text" and command:
            file = f"{tutorial.heading}\n\n" + "\n".join(blocks)
            if mistake:
                right, wrong = mistake.split(" => ")
                assert file.count(right) == 1
                file = file.replace(right, wrong)
            yield Step(tutorial, command, file, inside)
            command = mistake = ""
        else:
            mistake = change


STEPS = {tutorial: list(steps(tutorial)) for tutorial in (TREATY, NEGOTIATION)}
EVERY_STEP = [step for one in STEPS.values() for step in one]


@pytest.mark.parametrize("tutorial", STEPS, ids=lambda tutorial: tutorial.page.stem)
def test_a_tutorial_says_how_the_file_begins_that_its_line_numbers_are_of(
    tutorial: Tutorial,
) -> None:
    text = tutorial.page.read_text(encoding="utf-8")
    assert f"`{tutorial.heading}`" in text
    assert f"`{tutorial.file}`" in text


@pytest.mark.parametrize(
    ("tutorial", "commands"),
    [
        (TREATY, "check check run test run run run brief"),
        (
            NEGOTIATION,
            "record record settle settle sequence brief brief record settle sequence",
        ),
    ],
    ids=["tutorial", "negotiation"],
)
def test_a_tutorial_shows_its_commands(tutorial: Tutorial, commands: str) -> None:
    typed = [shlex.split(step.command) for step in STEPS[tutorial]]
    assert [words[1] for words in typed] == commands.split()
    assert all(words[:3:2] == ["servanda", tutorial.file] for words in typed)
    shown = re.findall(r"^servanda .*$", tutorial.page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(shown) >= len(typed)


@pytest.mark.parametrize("step", EVERY_STEP, ids=[step.command for step in EVERY_STEP])
def test_a_command_of_a_tutorial_prints_what_is_shown(
    step: Step,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path(step.tutorial.file).write_text(step.file, encoding="utf-8")
    main(shlex.split(step.command)[1:])
    printed = capsys.readouterr()
    today = shown_today(step.shown, printed.out + printed.err)
    if request.config.getoption("--update"):
        page = step.tutorial.page
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(step.shown, today), encoding="utf-8")
    else:
        assert step.shown == today


def test_the_limit_written_in_the_article_takes_one_promise_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before, _, rest = STEPS[TREATY][-1].file.partition("reading germany_alone")
    limit = "when aggression by DEU on a party"
    assert limit in rest
    text = before.replace("when aggression by a european_power on a party", limit, 1) + "```\n"
    Path(TREATY.file).write_text(text, encoding="utf-8")
    assert main(["test", TREATY.file]) == 1
    printed = capsys.readouterr().out
    assert "1 of 6 expectations in 4 scenarios not met" in printed
    assert "17 September 1939" in printed


def test_another_cost_turns_the_smallest_concession(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = next(step.file for step in STEPS[NEGOTIATION] if "settle" in step.command)
    assert file.count("  cost 3\n") == 1
    Path(NEGOTIATION.file).write_text(file.replace("  cost 3\n", "  cost 6\n"), encoding="utf-8")
    assert main(["settle", NEGOTIATION.file]) == 0
    printed = capsys.readouterr().out
    assert printed.index("EGY gives up sinai_whole (cost 5)") < printed.index(
        "ISR gives up settlements_stay (cost 6)"
    )


def test_at_a_lower_bar_the_board_has_what_is_only_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = STEPS[NEGOTIATION][0].file
    Path(NEGOTIATION.file).write_text(file, encoding="utf-8")
    assert main(["record", NEGOTIATION.file, "--standing", "reported"]) == 0
    assert "self_rule_talks (reported)" in " ".join(capsys.readouterr().out.split())
