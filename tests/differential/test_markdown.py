"""Headings and fenced blocks, against markdown-it-py's reading of the same text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from servanda.language.document import Source, read_document

COMMONMARK = MarkdownIt("commonmark")

lines = st.one_of(
    st.sampled_from(
        [
            "",
            "   ",
            "prose",
            "   indented prose",
            "    code",
            "# One",
            "## Two ##",
            "###",
            "#### Four #",
            "   # Indented",
            "    # code",
            "#hashtag",
            "####### seven",
            "===",
            "---",
            "   ---",
            "- - -",
            "***",
            "```",
            "````",
            "   ```",
            "    ```",
            "``` ",
            "```x```",
            "```python",
            "~~~",
            "~~~~",
            "~~~ x",
            "```` text",
            "<!-- hidden -->",
            "<!--",
            "-->",
        ]
    ),
    st.text("`~#=- a", max_size=7).filter(lambda line: not line.lstrip().startswith(("-", "="))),
)


def ours(text: str) -> tuple[list[tuple[int, str]], list[tuple[str, str]]]:
    document = read_document(Source("", text))
    assert not document.blocks
    headings = [(heading.level, heading.text) for heading in document.headings]
    fences = [(fence.mark, fence.info) for fence in document.others]
    return headings, fences


def theirs(text: str) -> tuple[list[tuple[int, str]], list[tuple[str, str]]]:
    tokens = COMMONMARK.parse(text)
    headings = [
        (
            int(token.tag[1:]),
            " ".join(line.strip(" ") for line in tokens[index + 1].content.split("\n")),
        )
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    fences = [(token.markup, token.info.strip()) for token in tokens if token.type == "fence"]
    return headings, fences


@given(st.lists(lines, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
@example(["```", "# no heading", "```", "# heading"], "\n")
@example(["prose", "---", "<!--", "# hidden", "-->", "# shown"], "\n")
def test_headings_and_fences_are_where_commonmark_has_them(parts: list[str], ending: str) -> None:
    text = ending.join(parts)
    assert ours(text) == theirs(text)


SHIELDED = {"```", "~~~", "````"}


@given(
    st.lists(st.sampled_from(["state A", "  members A", "", "-- note", "`a`", "~"]), max_size=6),
    st.sampled_from(sorted(SHIELDED)),
    st.integers(0, 3),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_lines_of_a_block_are_its_content(
    content: list[str], mark: str, indent: int, ending: str
) -> None:
    margin = " " * indent
    parts = ["# Part", f"{margin}{mark}servanda", *(margin + line for line in content), mark, ""]
    text = ending.join(parts)
    (block,) = read_document(Source("", text)).blocks
    (fence,) = [token for token in COMMONMARK.parse(text) if token.type == "fence"]
    assert [text[line.start : line.end] for line in block.lines] == content
    assert fence.content == "".join(f"{line}\n" for line in content)
    assert block.trail == ("Part",)
