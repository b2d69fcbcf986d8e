"""The one way to lay a block out, and what is left as it is."""

from __future__ import annotations

import pytest

from servanda.language.format import format_text


def laid_out(block: str) -> str:
    """A block's content after formatting."""
    return (
        format_text(f"```servanda\n{block}```\n")
        .removeprefix("```servanda\n")
        .removesuffix("```\n")
    )


def test_words_are_one_space_apart_and_marks_stand_close() -> None:
    block = (
        'act   invite(invites ,invited, invitation)"Invitation"\n'
        "ladder force :none<some <  all\n"
        "article 5\n"
        "  only if not( means is one of air,naval )\n"
        "  each party must consult\n"
    )
    assert laid_out(block) == (
        'act invite (invites, invited, invitation) "Invitation"\n'
        "ladder force: none < some < all\n"
        "article 5\n"
        "  only if not (means is one of air, naval)\n"
        "  each party must consult\n"
    )


def test_what_continues_a_line_is_indented_by_four_and_not_joined() -> None:
    block = "group g\n  members USA,\n   GBR,\n          FRA\n"
    assert laid_out(block) == "group g\n  members USA,\n    GBR,\n    FRA\n"


def test_long_lines_stay_long() -> None:
    line = f"group g\n  members {', '.join(f'STATE_{i}' for i in range(60))}\n"
    assert laid_out(line) == line


def test_blank_lines_are_kept_one_at_a_time_and_none_is_invented() -> None:
    block = '\n\nstate A\nstate B\n\n\n  \nstate C\n  source "x"\n\n  judgement "y"\n\n'
    assert laid_out(block) == ('state A\nstate B\n\nstate C\n  source "x"\n\n  judgement "y"\n')


def test_comments_beside_neighbouring_lines_stand_below_one_another() -> None:
    block = (
        "state A--first\n"
        'state LONG "Long"      -- second  \n'
        "                       -- and more\n"
        "-- alone\n"
        "state B -- third\n"
        " -- of its lines\n"
    )
    assert laid_out(block) == (
        "state A            --first\n"
        'state LONG "Long"  -- second\n'
        "                   -- and more\n"
        "-- alone\n"
        "state B  -- third\n"
        "  -- of its lines\n"
    )


@pytest.mark.parametrize(
    "block",
    [
        "state   “A”\n",
        "state   A.\n",
        "state   A   -\n",
        "article 5\n\teach   party must consult\n",
        "article 5\neach   party must consult\n",
        "article 5\n    each   party must consult\n",
        "  members   USA\n",
        "article 5\n  from   2026-02-30\n",
    ],
)
def test_lines_with_a_mistake_in_characters_or_indentation_are_left(block: str) -> None:
    assert laid_out(block) == block


def test_a_mistake_leaves_the_lines_around_it_to_be_laid_out() -> None:
    assert laid_out("state   A\nstate   B.\nstate   C\n") == "state A\nstate   B.\nstate C\n"


def test_prose_and_other_blocks_stay_as_they_are() -> None:
    text = (
        "Prose  with   spaces  \n\n\n\n```python\nstate   A\n```\n\n"
        "````markdown\n```servanda\nstate   A\n```\n````\n<!--\n```servanda\nstate   A\n```\n-->\n"
    )
    assert format_text(text) == text


def test_a_block_that_is_not_closed_stays_as_it_is() -> None:
    text = "```servanda\nstate   A\n"
    assert format_text(text) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_are_kept(ending: str) -> None:
    before = ["```servanda", "state   A", "", "", "state B", "```", "prose"]
    after = ["```servanda", "state A", "", "state B", "```", "prose"]
    assert format_text(ending.join(before)) == ending.join(after)


def test_a_block_in_a_list_keeps_its_margin() -> None:
    text = "- item\n\n  ```servanda\n  group   g\n    members  A\n\n\n  state B\n  ```\n"
    assert format_text(text) == (
        "- item\n\n  ```servanda\n  group g\n    members A\n\n  state B\n  ```\n"
    )


def test_letters_of_other_scripts_stay_as_they_are_written() -> None:
    assert laid_out("state   Cote\u0301\n") == "state Cote\u0301\n"
