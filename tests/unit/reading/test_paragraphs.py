"""Where a paragraph ends: at each line, or, where lines are cut, at a blank one."""

from __future__ import annotations

import textwrap

import pytest

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.paragraphs import (
    paragraphs_of,
    paragraphs_of_lines,
    paragraphs_of_print,
)

LONG = [
    "Envoys meet in Bern",
    "The foreign minister of Ruritania said on Monday that her country would sign the treaty before"
    " the end of the year, if the clause on inspections were dropped.",
    "Her colleague from Graustark, who had come by train, rejected that at once, and asked for a"
    " third reading of the whole text.",
]


def words(text: str, paragraphs: tuple[Stretch, ...]) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", " \n\t\n ", "\u2028", "\u2029"])
def test_each_line_is_a_paragraph(end: str) -> None:
    text = end + end.join(LONG) + end
    assert words(text, paragraphs_of(text)) == LONG
    assert words(text, paragraphs_of_lines(text)) == LONG


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_in_a_text_that_was_cut_to_a_width_only_a_blank_line_ends_one(end: str, width: int) -> None:
    text = (end * 2).join(textwrap.fill(one, width).replace("\n", end) for one in LONG)
    assert words(text, paragraphs_of(text)) == LONG


def test_one_paragraph_that_was_cut_is_one() -> None:
    text = textwrap.fill(LONG[1], 60)
    assert words(text, paragraphs_of(text)) == [LONG[1]]


def test_a_headline_above_another_is_not_joined_to_it() -> None:
    text = "\n".join([LONG[0], "A third reading is asked for", "", LONG[1], "", LONG[2]])
    assert len(paragraphs_of(text)) == 4


def test_short_lines_that_could_have_been_longer_are_each_a_paragraph() -> None:
    text = "The envoys met on Monday in Bern.\nThey left soon.\nNobody spoke to the press at all."
    assert len(paragraphs_of(text)) == 3


def test_of_print_a_line_that_ends_early_and_with_a_sentence_ends_a_paragraph() -> None:
    text = "\n".join(textwrap.fill(one, 60) for one in LONG[1:])
    assert words(text, paragraphs_of_print(text)) == LONG[1:]


def test_of_print_a_paragraph_goes_over_the_page_in_the_middle_of_a_sentence_only() -> None:
    over = "they spoke of the\f treaty."
    assert words(over, paragraphs_of_print(over)) == ["they spoke of the treaty."]
    assert len(paragraphs_of_print("They spoke of it.\fThe treaty")) == 2
    assert len(paragraphs_of_print("they spoke of the\fNEWS 2")) == 2


def test_a_text_of_blanks_has_none() -> None:
    assert paragraphs_of(" \r\n\t") == paragraphs_of("") == paragraphs_of_print("\f") == ()
