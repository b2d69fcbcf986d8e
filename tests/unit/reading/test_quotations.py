"""What stands between quotation marks, and what only looks as if it did."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.quotations import Quotation, quotations


def words(text: str) -> list[str]:
    return [_of(text, quotation) for quotation in quotations(text)]


def _of(text: str, quotation: Quotation) -> str:
    return text[quotation.stretch.start : quotation.stretch.end]


@pytest.mark.parametrize(
    "quoted",
    [
        '"We shall sign it tomorrow."',
        "“We shall sign it tomorrow.”",
        "„We shall sign it tomorrow.“",
        "«We shall sign it tomorrow.»",
        "''We shall sign it tomorrow.''",
        "‘We shall sign it tomorrow.’",
        "'We shall sign it tomorrow.'",
    ],
)
def test_every_usual_pair_of_marks_is_read(quoted: str) -> None:
    assert words(f"The minister said {quoted} Nobody asked.") == [quoted]


def test_one_sentence_can_hold_two_quotations() -> None:
    text = '"The line holds," he said, adding, "We want no more."'
    assert words(text) == ['"The line holds,"', '"We want no more."']


def test_an_apostrophe_opens_and_closes_nothing() -> None:
    assert words("The allies' envoys don't expect the '90s treaty to return.") == []


def test_a_possessive_plural_does_not_close_a_quotation() -> None:
    text = "She called it 'the allies' last offer' and left."
    assert words(text) == ["'the allies' last offer'"]


def test_a_quotation_can_stand_within_another() -> None:
    text = "\"They told us 'we will never withdraw from there' and left,\" she said."
    outer, inner = quotations(text)
    assert inner.within == 0
    assert outer.within is None
    assert _of(text, inner) == "'we will never withdraw from there'"


def test_a_bracket_within_a_quotation_belongs_to_it() -> None:
    assert words('He urged, "(The treaty) is theirs to sign," and left.') == [
        '"(The treaty) is theirs to sign,"'
    ]


def test_a_term_in_marks_is_not_speech_and_a_sentence_is() -> None:
    term, sentence = quotations('The "red line" was crossed. "Never!" he said.')
    assert not term.spoken
    assert sentence.spoken


def test_a_quotation_that_is_not_closed_goes_on_in_the_next_paragraph() -> None:
    text = "“We have waited for years.\n“Now we act,” she said."
    first, second = quotations(text)
    assert not first.closed
    assert second.goes_on == 0
    assert second.closed


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = 'He said "We are ready to talk.\nThe talks begin on Monday.'
    assert words(text) == ['"We are ready to talk.']
