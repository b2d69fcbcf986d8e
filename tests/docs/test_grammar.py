"""The grammar of the docs and the parser accept the same texts, but for what the page says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lark import Lark, logger

from servanda.core.diagnostic import Severity
from servanda.language.document import Source
from servanda.language.keywords import RESERVED
from servanda.language.lexer import lex
from servanda.language.parser import parse
from servanda.language.parser.conditions import MAX_DEPTH
from servanda.language.parser.sayings import MOST_SAYINGS
from tests.cases.test_planted_mistakes import MISTAKES, TEXTS, Mistake
from tests.docs.grammar import PAGE, WholeWords, blocks, grammar, refusal
from tests.docs.pages import ROOT, named

PAGES = [
    ROOT / "README.md",
    *sorted(
        page
        for folder in ("docs", "src/servanda/cases", "tests/cases/good")
        for page in (ROOT / folder).glob("**/*.md")
    ),
]
LEFT = dict(re.findall(r"^\| (SV\d{3}) \| (.+) \|$", PAGE, re.MULTILINE))
"""What the parser refuses and the grammar accepts."""

EXAMPLES = {
    "SV116": "state U\u041aR",
    "SV118": "history\n  2026-02-30 truce begins",
    "SV120": 'state UKR "Ukr\u200baine"',
    "SV123": f"state UKR -- {'long ' * 5000}",
    "SV408": "organ council\n  members A\n  members B",
    "SV416": f"define armed attack\n  where {'(' * 41}means is air{')' * 41}",
    "SV418": "define armed attack\n  where council has found that means is air and place is kyiv",
    "SV442": f"statement S\n  {'A reports that ' * 9}B accepts C",
    "SV429": "article 1\n  USA may withdraw with effect 1 year after notice",
}


def codes(text: str) -> set[str]:
    """The codes of the mistakes that the parser finds in a page."""
    found = parse(Source("page.md", text))[1]
    return {d.code for d in found if d.severity is Severity.ERROR}


def in_block(statement: str) -> str:
    return f"```servanda\n{statement}\n```\n"


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles conflicts silently, and tells them only where it is asked to."""
    logger.propagate = True
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        Lark(grammar(), parser="lalr", postlex=WholeWords(), debug=True)
    assert [record.message for record in caplog.records if "onflict" in record.message] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_grammar_accepts_what_the_project_holds(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert codes(text) == set()
    assert [why for block in blocks(text) if (why := refusal(block))] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m.case}: {m.title}")
def test_a_planted_mistake_of_form_is_refused_by_both_and_another_by_neither(
    mistake: Mistake,
) -> None:
    text = TEXTS[mistake.case][mistake.file].replace(mistake.before, mistake.after)
    found = codes(text)
    if found <= LEFT.keys():
        assert [why for block in blocks(text) if (why := refusal(block))] == []
    else:
        assert any(map(refusal, blocks(text))), found


def mutated(statement: str) -> Iterator[str]:
    """A statement with one word left out, written twice, or changed with the next one."""
    lines = statement.split("\n")
    for at, line in enumerate(lines):
        tokens = lex(line, 0, len(line)).tokens
        for one, next_ in zip(tokens, (*tokens[1:], None), strict=True):
            before, itself, after = line[: one.start], line[one.start : one.end], line[one.end :]
            ways = [f"{before}{after}", f"{before}{itself} {itself}{after}"]
            if next_ is not None:
                other = line[next_.start : next_.end]
                ways.append(f"{before}{other} {itself}{line[next_.end :]}")
            for way in ways:
                yield "\n".join((*lines[:at], way, *lines[at + 1 :]))


REFERENCE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
STATEMENTS = [
    statement.strip("\n")
    for block in blocks(REFERENCE)
    for statement in re.split(r"\n(?=[^\s-])", block)
]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s.partition("\n")[0])
def test_of_a_statement_with_one_word_amiss_both_say_the_same(statement: str) -> None:
    for text in mutated(statement):
        found = codes(in_block(text))
        accepted = not refusal(text)
        assert accepted is (found <= LEFT.keys()), (found, text)


def test_the_page_lists_what_is_left_to_the_parser_and_nothing_else() -> None:
    assert (MAX_DEPTH, MOST_SAYINGS) == (40, 8)
    for code, example in EXAMPLES.items():
        assert codes(in_block(example)) == {code}
        assert not refusal(example)
    assert LEFT.keys() == EXAMPLES.keys()


def test_the_words_that_are_no_names_are_those_of_the_language() -> None:
    assert [word for word in sorted(RESERVED) if not refusal(f"state {word}")] == []
    listed = re.search(r"^NAME: /\(\?!\(\?:(.*?)\)", grammar(), re.DOTALL | re.MULTILINE)
    assert listed
    assert re.findall(r"\w+", listed[1]) == sorted(RESERVED)


def test_a_name_that_is_a_word_of_the_grammar_is_read_by_the_parser_alone() -> None:
    event = "history\n  2026-03-01 no signs"
    assert codes(in_block(event)) == set()
    assert refusal(event)
