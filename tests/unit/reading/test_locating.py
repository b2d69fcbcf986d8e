"""Words are found in a text letter by letter, or not at all."""

from __future__ import annotations

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.locating import Searched, arranged


def found(text: str, words: str) -> list[str]:
    return [text[s:e] for s, e in Searched(text).places(words)]


def test_words_are_found_where_they_stand() -> None:
    assert Searched("Aster, Briar, Aster").places("Aster") == (Stretch(0, 5), Stretch(14, 19))


def test_blanks_and_quotation_marks_are_alike_in_searching_only() -> None:
    text = "She said:\u00a0\u201cThe  truce\nholds.\u201d It\u2019s so."
    assert found(text, '"The truce holds."') == ["\u201cThe  truce\nholds.\u201d"]
    assert found(text, "It's so") == ["It\u2019s so"]


def test_exact_words_go_before_alike_ones() -> None:
    text = '\u201cNo\u201d and "No"'
    assert Searched(text).places('"No"') == (Stretch(9, 13),)


def test_nothing_else_is_alike() -> None:
    text = "Delos has agreed to the truce."
    assert not found(text, "Delos had agreed")
    assert not found(text, "delos has agreed")
    assert not found(text, "Delos agreed")
    assert not found(text, "the truces")
    assert not found(text, "")
    assert not found(text, " \n")


def test_no_word_is_cut() -> None:
    assert not found("The Asterians left", "Aster")
    assert not found("He reagreed", "agreed")
    assert found("U.S.-led", "U.S.") == ["U.S."]


def test_of_several_places_those_closest_together_are_meant() -> None:
    text = "Aster said yes and Briar said no."
    searched = Searched(text)
    places = arranged([searched.places("Briar"), searched.places("said"), searched.places("no")])
    assert places == (Stretch(19, 24), Stretch(25, 29), Stretch(30, 32))


def test_where_it_cannot_be_told_nothing_is_chosen() -> None:
    searched = Searched("said yes said")
    assert arranged([searched.places("said")]) is None
    assert arranged([searched.places("said"), ()]) is None
    many = Searched("a " * 200)
    assert arranged([many.places("a"), many.places("a")]) is None
