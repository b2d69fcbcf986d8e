"""The page of commands and the commands say the same."""

from __future__ import annotations

import argparse
import re
import shlex

import pytest

from servanda.cli.arguments import parser
from servanda.views.documents import SCHEMAS
from servanda.workbench import packaged_cases
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
JSON_PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
COMMANDS = parser().commands


def options(command: argparse.ArgumentParser) -> set[str]:
    """A command's long options."""
    every = {option for action in command._actions for option in action.option_strings}
    return {option for option in every if option.startswith("--")} - {"--help"}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


def test_the_readme_lists_every_command() -> None:
    table = README.partition("\n## Commands\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)[^`]*` \|", table, re.MULTILINE)) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_section_of_a_command_names_its_options_and_no_others(name: str) -> None:
    listed = set(re.findall(r"^\| `(--[\w-]+)", SECTIONS[name], re.MULTILINE))
    assert listed == options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_section_of_a_command_names_every_format(name: str) -> None:
    formats = [a.choices for a in COMMANDS[name]._actions if "--format" in a.option_strings]
    for choice in formats[0] or () if formats else ():
        assert f"`{choice}`" in SECTIONS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_is_the_one_of_its_help_and_can_be_typed(name: str) -> None:
    examples = re.findall(r"^servanda (.+)$", SECTIONS[name], re.MULTILINE)
    assert examples
    assert examples[0] in COMMANDS[name].format_help()
    for example in examples:
        assert parser().parse_args(shlex.split(example)).module == name


def test_the_page_names_every_packaged_case() -> None:
    assert all(f"`{name}`" in PAGE for name in packaged_cases())


def test_the_page_of_forms_names_every_form_and_its_first_key() -> None:
    listed = dict(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", JSON_PAGE, re.MULTILINE))
    assert listed == {name: form.__struct_fields__[0] for name, form in SCHEMAS.items()}
