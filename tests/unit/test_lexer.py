"""What a line's characters say, and which mistakes in them are recognised."""

from __future__ import annotations

import pytest

from servanda.language.lexer import Kind, LexedLine, lex


def line(text: str) -> LexedLine:
    return lex(text, 0, len(text))


def tokens(text: str) -> list[tuple[Kind, str]]:
    return [(token.kind, token.text) for token in line(text).tokens]


def test_words_numbers_dates_times_titles_and_marks_are_told_apart() -> None:
    text = '2026-03-01 14:00 +02:00 attack A1 (8.2, 10a): "On Kyiv" < 24'
    assert tokens(text) == [
        (Kind.DATE, "2026-03-01"),
        (Kind.TIME, "14:00"),
        (Kind.OFFSET, "+02:00"),
        (Kind.WORD, "attack"),
        (Kind.WORD, "A1"),
        (Kind.MARK, "("),
        (Kind.NUMBER, "8.2"),
        (Kind.MARK, ","),
        (Kind.NUMBER, "10a"),
        (Kind.MARK, ")"),
        (Kind.MARK, ":"),
        (Kind.TITLE, "On Kyiv"),
        (Kind.MARK, "<"),
        (Kind.NUMBER, "24"),
    ]
    assert line(text).slips == ()


def test_places_are_characters_of_the_file() -> None:
    text = 'skipped "Kyiv" é -- x'
    found = lex(text, 8, len(text))
    assert [text[token.start : token.end] for token in found.tokens] == ['"Kyiv"', "é"]
    assert found.comment == text.index("--")


def test_a_comment_in_a_title_is_none() -> None:
    assert tokens('"a -- b" c -- d') == [(Kind.TITLE, "a -- b"), (Kind.WORD, "c")]


def test_a_line_of_ten_pages_is_not_read() -> None:
    found = line("members " + ", ".join(["USA"] * 300_000))
    assert [slip.code for slip in found.slips] == ["SV123"]
    assert found.tokens == ()


@pytest.mark.parametrize("name", ["Україна", "台灣", "Côte", "مصر", "भारत", "Ελλάδα", "Ñu_2"])
def test_names_are_in_any_script(name: str) -> None:
    assert tokens(name) == [(Kind.WORD, name)]
    assert line(name).slips == ()


def test_a_letter_and_its_accent_are_the_letter_with_the_accent() -> None:
    assert tokens("Cote\u0301") == [(Kind.WORD, "Coté")]
    assert line("Cote\u0301").tokens[0].end == 5


@pytest.mark.parametrize(
    ("text", "code", "underlined", "hint"),
    [
        ("01.03.2026", "SV117", "01.03.2026", "write `2026-03-01`"),
        ("1/3/2026", "SV117", "1/3/2026", "write `2026-03-01`"),
        ("25/12/2026", "SV117", "25/12/2026", "write `2026-12-25`"),
        ("2026/3/1", "SV117", "2026/3/1", "write `2026-03-01`"),
        ("2026–03–01", "SV117", "2026–03–01", "write `2026-03-01`"),
        ("2026-13-01", "SV118", "2026-13-01", ""),
        ("2026-02-30", "SV118", "2026-02-30", ""),
        ("24:00", "SV119", "24:00", ""),
        ("9:00", "SV119", "9:00", ""),
        ("14:00:30", "SV119", "14:00:30", ""),
        ("+15:00", "SV119", "+15:00", ""),
        ('x "Kyiv  ', "SV113", '"Kyiv  ', 'write `"Kyiv"`'),
        ("x “Kyiv” y", "SV114", "“Kyiv”", 'write `"Kyiv"`'),
        ("«Kyiv", "SV114", "«Kyiv", 'write `"Kyiv"`'),
        ("a.", "SV115", ".", "a line does not end with a full stop"),
        ("a; b", "SV115", ";", ""),
        ("a\u00a0b", "SV115", "\u00a0", "write an ordinary space"),
        ("a， b", "SV115", "，", "write `,`"),
        ("non-aggression-law", "SV115", "non-aggression-law", "write `non_aggression_law`"),
        ("pаrty", "SV116", "pаrty", "write `party`"),
        ("а", "SV116", "а", "write `a`"),
        ("con\x00sult", "SV120", "\x00", ""),
        ("con\u200bsult", "SV120", "\u200b", ""),
        ('"on\u202e Kyiv"', "SV120", "\u202e", ""),
    ],
)
def test_slips_of_the_keyboard_are_told_with_what_was_meant(
    text: str, code: str, underlined: str, hint: str
) -> None:
    (slip,) = line(text).slips
    assert slip.code == code
    assert text[slip.start : slip.end] == underlined
    assert not hint or hint in slip.hints


def test_a_date_that_can_be_two_days_is_offered_as_both() -> None:
    (slip,) = line("01.03.2026").slips
    assert slip.hints == ("write `2026-03-01`", "write `2026-01-03`")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("“Kyiv”", (Kind.TITLE, "Kyiv")),
        ('"Kyiv', (Kind.TITLE, "Kyiv")),
        ("pаrty", (Kind.WORD, "party")),
        ("non-aggression", (Kind.WORD, "non_aggression")),
        ("，", (Kind.MARK, ",")),
    ],
)
def test_what_was_plainly_meant_is_read(text: str, meant: tuple[Kind, str]) -> None:
    assert tokens(text) == [meant]
