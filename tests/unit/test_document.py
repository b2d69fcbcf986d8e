"""Where a Markdown file has its headings and blocks, and what stands at which place."""

from __future__ import annotations

import pytest

from servanda.core.origin import Origin, Span
from servanda.language.document import Document, Lines, Source, origin_of, read_document


def document(text: str) -> Document:
    return read_document(Source("draft.md", text))


def contents(text: str) -> list[list[str]]:
    return [
        [text[line.start : line.end] for line in block.lines] for block in document(text).blocks
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_block_is_what_stands_between_its_fences(ending: str) -> None:
    text = ending.join(["Prose.", "```servanda", "state A", "", "state B", "```", "More."])
    assert contents(text) == [["state A", "", "state B"]]


def test_fences_of_tildes_longer_fences_and_indented_ones_are_read() -> None:
    assert contents("~~~servanda\n```\n~~~\n") == [["```"]]
    assert contents("````servanda\n```\n````\n") == [["```"]]
    assert contents("  ```servanda\n  state A\n    members B\n state C\n  ```\n") == [
        ["state A", "  members B", "state C"]
    ]
    assert contents("``` servanda draft\nstate A\n```") == [["state A"]]


@pytest.mark.parametrize(
    "text",
    [
        "    ```servanda\n    state A\n    ```\n",
        "```Servanda\nstate A\n```\n",
        "```\nstate A\n```\n",
        "````markdown\n```servanda\nstate A\n```\n````\n",
        "<!--\n```servanda\nstate A\n```\n-->\n",
        "> ```servanda\n> state A\n> ```\n",
        "",
    ],
)
def test_what_is_no_block_is_not_read(text: str) -> None:
    assert document(text).blocks == ()


def test_a_block_has_the_headings_above_it() -> None:
    text = (
        "# Pact\n\n## Part II ##\n\n### Article 5\n\n```servanda\n```\n\n"
        "Part III\n--------\n\n~~~servanda\n~~~\n"
    )
    trails = [block.trail for block in document(text).blocks]
    assert trails == [("Pact", "Part II", "Article 5"), ("Pact", "Part III")]


def test_a_block_that_is_not_closed_ends_where_the_prose_seems_to_begin() -> None:
    text = '```servanda\nstate A\n  source "x"\n\n# Part II\n\nProse goes on.\n'
    (block,) = document(text).blocks
    assert not block.closed
    assert contents(text) == [["state A", '  source "x"', ""]]
    assert [heading.text for heading in document(text).headings] == ["Part II"]


def test_a_block_that_is_not_closed_ends_where_the_next_begins() -> None:
    text = "```servanda\nstate A\n```servanda\nstate B\n```\n"
    assert [block.closed for block in document(text).blocks] == [False, True]
    assert contents(text) == [["state A"], ["state B"]]


def test_a_servanda_block_in_a_block_that_is_not_closed_is_found() -> None:
    text = "```python\nx = 1\n\n```servanda\nstate A\n```\n"
    assert contents(text) == [["state A"]]
    assert [fence.language for fence in document(text).interrupted] == ["python"]
    shown = "````python\n```servanda\nstate A\n```\n````\n~~~\n```servanda\n```\n~~~\n"
    assert document(shown).blocks == ()
    assert document(shown).interrupted == ()


@pytest.mark.parametrize(
    "text",
    [
        "> ```servanda\n> state A\n> ```\n",
        "> > ~~~ servanda\n> > state A\n> > ~~~\n",
        "- ```servanda\n  state A\n  ```\n",
        "12. ```servanda\n    state A\n\n    ```\n",
        "- > ```servanda\n  > state A\n  > ```\n",
        "- one\n\n    ```servanda\n    state A\n    ```\n",
        "\t```servanda\n\tstate A\n\t```\n",
        "> ```servanda\n> state A\n",
        "- ```servanda\n  state A\n",
    ],
)
def test_a_block_in_a_quotation_or_a_list_is_noted_and_hides_nothing_below(text: str) -> None:
    whole = document(f"# Part\n\n{text}```servanda\nstate B\n```\n# Next\n")
    (fence,) = whole.buried
    mark = fence.line.start + fence.indent
    assert whole.source.text[mark : mark + 3] == fence.mark
    assert fence.trail == ("Part",)
    assert len(whole.blocks) == 1
    assert [heading.text for heading in whole.headings] == ["Part", "Next"]
    assert whole.others == whole.interrupted == ()


@pytest.mark.parametrize(
    "text",
    [
        "````text\n> ```servanda\n> ```\n````\n",
        "<!--\n> ```servanda\n-->\n",
        "> ```text\n> servanda\n> ```\n",
        "Write `` ```servanda `` above it.\n",
    ],
)
def test_what_is_only_shown_is_not_noted(text: str) -> None:
    assert document(text).buried == ()


def test_lines_and_columns_count_characters_whatever_the_line_ending() -> None:
    text = "a\r\nbé\ncd\re"
    lines = Lines(text)
    assert len(lines) == 4
    assert lines.place(0) == (1, 1)
    assert lines.place(text.index("é")) == (2, 2)
    assert lines.place(text.index("d")) == (3, 2)
    assert lines.place(text.index("e", 8)) == (4, 1)
    assert lines.place(len(text)) == (4, 2)


def test_an_origin_says_the_place_the_headings_and_the_clause() -> None:
    source = Source("draft.md", "# Pact\n\narticle 5\n")
    origin = origin_of(source, Span("draft.md", 8, 17), ("Pact",), "Article 5")
    assert origin == Origin("draft.md", 8, 17, 3, 1, "Article 5", ("Pact",))
    assert origin.place == "draft.md:3:1"
