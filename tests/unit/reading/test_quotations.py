"""What stands between quotation marks, and what only looks as if it did."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.quotations import Quotation, quotations


def _quotations(text: str) -> tuple[Quotation, ...]:
    return quotations(text, paragraphs_of(text))


def words(text: str) -> list[str]:
    return [_of(text, quotation) for quotation in _quotations(text)]


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
    outer, inner = _quotations(text)
    assert inner.within == 0
    assert outer.within is None
    assert _of(text, inner) == "'we will never withdraw from there'"


def test_a_bracket_within_a_quotation_belongs_to_it() -> None:
    assert words('He urged, "(The treaty) is theirs to sign," and left.') == [
        '"(The treaty) is theirs to sign,"'
    ]


def test_a_term_in_marks_is_not_speech_and_a_sentence_is() -> None:
    term, sentence = _quotations('The "red line" was crossed. "Never!" he said.')
    assert not term.spoken
    assert sentence.spoken


def test_a_quotation_that_is_not_closed_goes_on_in_the_next_paragraph() -> None:
    text = "“We have waited for years.\n“Now we act,” she said."
    first, second = _quotations(text)
    assert not first.closed
    assert second.goes_on == 0
    assert second.closed


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = 'He said "We are ready to talk.\nThe talks begin on Monday.'
    assert words(text) == ['"We are ready to talk.']


def test_quotations_of_lines_that_were_cut_go_on_over_the_line() -> None:
    text = (
        'The envoy spoke in Harbour City, and her words were plain to everybody: "We are\n'
        'ready to sign, and have told our friends in the north so for months," she said.\n'
        "Nobody in the room asked what that would cost, or who was going to pay for all."
    )
    assert words(text) == [
        '"We are\nready to sign, and have told our friends in the north so for months,"'
    ]


@pytest.mark.parametrize(
    "end", ["\n", "\n\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"]
)
def test_whatever_ends_a_paragraph_ends_what_is_not_closed_in_it(end: str) -> None:
    text = f"The minister said: “We need more time.{end}Oslo has agreed to wait."
    assert words(text) == ["“We need more time."]


def test_the_next_paragraph_in_the_voice_of_the_article_is_nobodys_words() -> None:
    text = (
        '"It is late," she said. "We shall wait.\nOslo has agreed to pay.\n"We paid," said Bergen.'
    )
    *_, waiting, paid = _quotations(text)
    assert _of(text, waiting) == '"We shall wait.'
    assert _of(text, paid) == '"We paid,"'
    assert paid.goes_on is None


@pytest.mark.parametrize(
    ("opened", "again"),
    [
        ("“", "“"),
        ('"', '"'),
        ('"', "“"),
        ("„", "„"),
        ("«", "«"),
        ("‘", "‘"),
        ("'", "'"),
        ("``", "``"),
    ],
)
def test_a_long_speech_opens_each_of_its_paragraphs_with_marks(opened: str, again: str) -> None:
    text = f"{opened}We have waited for years.\n{again}Now we act.”\nOslo has agreed to wait."
    closed = text.replace("”", {"«": "»", "‘": "’", "'": "'", "``": "''"}.get(again, "”"))
    first, second = _quotations(closed)
    assert not first.closed
    assert second.goes_on == 0
    assert second.closed


@pytest.mark.parametrize(
    ("opened", "other"), [("“", "«We"), ('"', "‘We"), ("«", "“We"), ("‘", "“We")]
)
def test_a_speech_does_not_go_on_in_other_marks(opened: str, other: str) -> None:
    text = f"{opened}We have waited for years.\n{other} have acted,» «” ’ said Bergen."
    assert all(one.goes_on is None for one in _quotations(text))


def test_a_quotation_that_is_not_closed_ends_where_the_same_marks_open_again() -> None:
    text = '"We shall send them, Oslo said on Monday. "We agree to wait."'
    first, second = _quotations(text)
    assert _of(text, first) == '"We shall send them, Oslo said on Monday.'
    assert not first.closed
    assert _of(text, second) == '"We agree to wait."'


def test_curved_marks_that_open_again_close_nothing() -> None:
    text = "“We shall send them, Oslo said. “We agree to wait,” Bergen said. Nobody paid."
    assert words(text) == ["“We shall send them, Oslo said.", "“We agree to wait,”"]


def test_an_odd_mark_at_the_end_quotes_nothing_behind_it() -> None:
    assert words('We agree to wait," Oslo said. Bergen paid.') == []


def test_straight_marks_stand_within_curved_ones() -> None:
    text = '“We said "no" to a truce,” she said. Oslo paid.'
    assert words(text) == ['“We said "no" to a truce,”', '"no"']


@pytest.mark.parametrize(
    "quoted",
    [
        "„We shall sign it tomorrow.”",
        '„We shall sign it tomorrow."',
        '“We shall sign it tomorrow."',
        '"We shall sign it tomorrow.”',
        "“We shall sign it tomorrow.“",
        "‘We shall sign it tomorrow.’",
        "'We shall sign it tomorrow.’",
        "»We shall sign it tomorrow.«",
        "« We shall sign it tomorrow. »",
        "``We shall sign it tomorrow.''",
    ],
)
def test_marks_of_two_kinds_or_countries_belong_together(quoted: str) -> None:
    assert words(f"The minister said {quoted} Oslo has paid.") == [quoted]


def test_inches_close_nothing_where_another_mark_does() -> None:
    assert words('They have "guns of 5" or more" and would agree.') == ['"guns of 5" or more"']
    assert words('She said "we have 5" and then "we had six of them".') == [
        '"we have 5"',
        '"we had six of them"',
    ]


def test_british_marks_are_told_from_apostrophes() -> None:
    text = "‘We won’t wait for the allies’ envoys,’ she said. ‘It’s Oslo’s turn.’"
    assert words(text) == ["‘We won’t wait for the allies’ envoys,’", "‘It’s Oslo’s turn.’"]


def test_a_british_speech_goes_on_in_its_next_paragraph_and_not_further() -> None:
    text = "‘It’s late,’ she said. ‘We’ll wait.\n‘We’ll sign.’\nOslo’s envoys have agreed."
    late, wait, sign = _quotations(text)
    assert (late.closed, wait.closed, sign.closed) == (True, False, True)
    assert sign.goes_on == 1
    assert _of(text, sign) == "‘We’ll sign.’"


def test_an_apostrophe_alone_makes_no_speech_of_the_rest() -> None:
    assert words("The '90s treaty is dead.\nNobody will sign it.") == []
    assert words("The 'allies have left.\nNobody will sign it.") == []


def test_only_so_many_quotations_are_open_one_within_another() -> None:
    deepest = 0
    found = _quotations("‘a " * 40 + "end.’" + "’" * 40)
    for one in found:
        depth, outer = 1, one.within
        while outer is not None:
            depth, outer = depth + 1, found[outer].within
        deepest = max(deepest, depth)
    assert 1 < deepest < 10


def test_a_speech_of_more_paragraphs_than_any_is_not_carried_further() -> None:
    found = _quotations("“We wait for the others.\n" * 150)
    assert found[99].goes_on == 98
    assert found[100].goes_on is None


def test_marks_that_stand_further_apart_than_any_are_none_of_one_quotation() -> None:
    speech = "“" + "We wait. " * 3000 + "”"
    assert words(f"Oslo said {speech} and “we have paid enough”.") == ["“we have paid enough”"]
