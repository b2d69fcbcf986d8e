"""How much is done for an odd text: as much more as the text is longer, and not with its square.

Work is counted in the functions that are entered or gone on with, and no time is measured.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.parsing import LONGEST_SENTENCE, parse
from servanda.analyses.reading.proposal import Reading
from servanda.analyses.reading.reader import read_parsed
from tests.unit.reading.told_by_rules import WEDNESDAY, names, reading, told

SHORT, LONG = 60, 240


@pytest.fixture(autouse=True, scope="module")
def _lists_at_hand() -> None:
    """The lists are loaded with the first text that is read."""
    reading("The Serbian president said that Chad agreed to a truce on Monday.")


def work(text: str) -> int:
    """How often a function is entered while a text is read that is parsed already."""
    article = Article("odd", text, paragraphs_of(text), dateline=WEDNESDAY)
    parsed = parse(article)
    entered = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal entered
        entered += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_parsed(article, parsed, names())
    finally:
        sys.setprofile(before)
    return entered


@pytest.mark.parametrize(
    "part",
    [
        "Russia agreed to a truce, she said. ",
        "Chad said it agreed. ",
        "He said. ",
        "Chad, said the envoy, said: ",
        '"We accept troops," ',
        '"We accept the truce," Chad said. "It is late," Ghana said. ',
        "On Monday, on March 5, ",
        "Ghana agreed to a truce, she said.\n\n",
        "“It is late. Chad waits.\n\n",
        "if ",
        "(",
        "that he said ",
        '"he said ',
        "“he said ",
        "and Chad agreed to a truce ",
        "Vladimir Putin ",
        "but Chad denied it, ",
        "the envoy who said ",
        "Chad agreed, he said. ",
        *(f"{mark}a " for mark in ('"', "“", "„", "«", "»", "‘", "’", "'", "''", "``")),
        *('"', "“", "„", "«", "»", "‘", "’", "'", "``"),
    ],
)
def test_a_text_four_times_as_long_takes_about_four_times_the_work(part: str) -> None:
    assert work(part * LONG) <= 5.5 * work(part * SHORT) + 500


def test_many_speakers_are_found_without_going_through_all_for_each() -> None:
    part = "Chad agreed to a truce, the Serbian president said. "
    assert work(part * 400) <= 4.6 * work(part * 100) + 500


def long_sentence() -> str:
    clauses = " and ".join(["Chad agreed to a truce"] * LONGEST_SENTENCE)
    return f"{clauses}, she said."


def passed_over(found: Reading) -> list[tuple[int, str]]:
    return [(one.paragraph, one.why) for one in found.passed_over]


def test_a_sentence_that_no_article_has_is_left_out_and_told_of() -> None:
    found = reading(f"Ghana agreed to a truce.\n{long_sentence()}\nIran agreed to talks.")
    assert [one.paragraph for one in found.proposals] == [1, 3]
    assert passed_over(found) == [(2, "a sentence of more than 500 words and marks is not read")]
    assert found.passed_over[0].words.words.startswith("Chad agreed to a truce and Chad")


def test_a_run_without_a_blank_is_no_word_and_what_stands_around_it_is_read() -> None:
    found = reading("Ghana agreed to a truce. " + '"' * 5000 + " Iran agreed to talks.")
    assert [one.paragraph for one in found.proposals] == [1, 1]
    assert passed_over(found) == [
        (1, "more than 1,000 characters without a blank between them are not read")
    ]


def test_a_text_in_one_line_is_read_piece_by_piece_and_loses_no_sentence() -> None:
    part = "Ghana agreed to a truce on Monday. It rained in the north. "
    found = reading(part * 1000)
    assert len(found.proposals) == 1000
    assert not found.passed_over
    assert len(parse(Article("long", part * 1000, paragraphs_of(part * 1000))).sentences) == 2000


def test_a_text_in_which_no_sentence_ends_is_left_out_and_told_of() -> None:
    found = reading("Ghana agreed to a truce.\n" + "Chad agreed to a truce and " * 1000)
    assert [one.paragraph for one in found.proposals] == [1]
    assert passed_over(found) == [
        (2, "more than 20,000 characters without the end of a sentence are not read")
    ]


def test_places_are_those_of_the_text_where_parts_of_it_are_not_seen_or_read() -> None:
    hidden = "\u200b" * 1500
    text = f"Gh{hidden}ana agreed to a truce with {'x' * 1200} on Monday.\nIran agreed to talks."
    for one in reading(text).proposals:
        for quote in (*one.cue, *one.content):
            assert text[quote.start : quote.end] == quote.words


def test_a_long_sentence_of_an_article_is_read() -> None:
    reasons = " and ".join(["for the good of the whole region"] * 40)
    assert told(f"Ghana agreed to a truce {reasons}.") == ["GHA accepts: summed_up"]
