"""The same saying in several articles stands side by side, and a copy is no second source."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.copies import sources_of
from servanda.analyses.reading.grouping import group
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Event
from tests.unit.reading.readings import DAY, Said, read

AGREED = Said("allow strong guarantees of collective defence for Graustark")


def aspects(event: Event) -> dict[str, tuple[str, ...]]:
    return {one.aspect: one.values for one in event.differences}


def test_a_saying_told_of_once_alone_is_an_event_without_differences() -> None:
    reading = read("a", [AGREED])
    (event,) = group([reading])
    assert [telling.proposal for telling in event.tellings] == list(reading.proposals)
    assert event.differences == ()
    assert group([]) == ()


def test_two_articles_that_tell_of_one_saying_stand_side_by_side() -> None:
    other = AGREED._replace(words="would allow guarantees of collective defence, as in an alliance")
    (event,) = group([read("a", [AGREED], outlet="Wire"), read("b", [other], outlet="Post")])
    assert [telling.outlet for telling in event.tellings] == ["Wire", "Post"]
    assert event.sources == 2
    assert aspects(event) == {"wording": (AGREED.words, other.words)}


@pytest.mark.parametrize(
    ("change", "aspect", "values", "strongest"),
    [
        ({"kind": "plans"}, "kind", ("accepts", "plans"), "accepts"),
        ({"factuality": "possible"}, "factuality", ("asserted", "possible"), "asserted"),
        ({"factuality": "denied"}, "factuality", ("asserted", "denied"), ""),
        ({"condition": "if a truce holds"}, "condition", ("", "if a truce holds"), ""),
        ({"day": dt.date(2025, 8, 16)}, "day", ("2025-08-15", "2025-08-16"), ""),
        ({"standing": "first-hand"}, "standing", ("reported", "first-hand"), "first-hand"),
    ],
)
def test_in_what_they_differ(
    change: dict[str, object], aspect: str, values: tuple[str, ...], strongest: str
) -> None:
    first = AGREED._replace(day=dt.date(2025, 8, 15))
    (event,) = group([read("a", [first]), read("b", [first._replace(**change)])])
    (difference,) = event.differences
    assert (difference.aspect, difference.values, difference.strongest) == (
        aspect,
        values,
        strongest,
    )


@pytest.mark.parametrize(
    "change",
    [
        {"party": "GRA"},
        {"party": ""},
        {"kind": "rejects"},
        {"kind": "demands"},
        {"issue": "sequence"},
        {"day": dt.date(2025, 8, 12)},
        {"words": "hold elections before the end of the year"},
        {"person": "Rudolf Rassendyll"},
    ],
)
def test_what_is_another_saying(change: dict[str, object]) -> None:
    first = AGREED._replace(day=dt.date(2025, 8, 15), person="Flavia Elphberg")
    assert len(group([read("a", [first]), read("b", [first._replace(**change)])])) == 2


def test_different_options_of_one_issue_are_different_sayings() -> None:
    one, other = AGREED._replace(option="strong"), AGREED._replace(option="weak")
    assert len(group([read("a", [one]), read("b", [other])])) == 2
    (event,) = group([read("a", [one]), read("b", [AGREED])])
    assert aspects(event)["issue"] == ("guarantee is strong", "")


def test_one_option_chosen_on_one_day_is_one_saying_in_whatever_words() -> None:
    one = Said("cede no land", issue="land", option="kept", day=DAY)
    other = one._replace(words="ruled out giving up the province")
    assert len(group([read("a", [one]), read("b", [other])])) == 1
    undated = other._replace(day=None)
    assert len(group([read("a", [one]), read("b", [undated])])) == 2


def test_without_an_issue_it_takes_more_than_a_place_in_common() -> None:
    one = Said("Ruritania agreed to meet in Strelsau on Thursday", issue="")
    other = one._replace(words="Ruritania agreed to a prisoner exchange in Strelsau")
    assert len(group([read("a", [one]), read("b", [other])])) == 2
    assert (
        len(group([read("a", [one]), read("b", [one._replace(words=one.words + ", if able")])]))
        == 1
    )


def test_what_one_article_says_twice_is_not_put_together() -> None:
    twice = read("a", [AGREED, AGREED._replace(words="strong guarantees of collective defence")])
    events = group([twice, read("b", [AGREED])])
    assert sorted(len(event.tellings) for event in events) == [1, 2]


def test_words_that_say_nothing_are_no_likeness() -> None:
    one = Said("what", issue="")
    assert len(group([read("a", [one]), read("b", [one])])) == 2


def test_a_day_that_one_leaves_open_is_no_other_day() -> None:
    (event,) = group([read("a", [AGREED._replace(day=DAY)]), read("b", [AGREED])])
    assert "day" not in aspects(event)


def test_nothing_was_said_after_the_article_that_tells_of_it() -> None:
    early = read("a", [AGREED], day=dt.date(2025, 8, 10))
    assert len(group([early, read("b", [AGREED._replace(day=DAY)])])) == 2


def test_a_day_left_open_does_not_make_one_saying_of_two_days() -> None:
    days = (dt.date(2025, 8, 1), None, dt.date(2025, 8, 15))
    readings = [read(f"{n}", [AGREED._replace(day=day)]) for n, day in enumerate(days)]
    events = group(readings)
    assert sorted(len(event.tellings) for event in events) == [1, 2]
    assert group(readings[::-1]) == events


WIRE = (
    "BERN (XY) - The envoys of both countries met for six hours behind closed doors. They left"
    " without a word to the press, and their hosts spoke of a good beginning. Another meeting is"
    " planned for September, when the text of the treaty shall have its third reading."
)


def test_a_text_of_an_agency_that_others_republish_counts_once() -> None:
    first = read("a", [AGREED], text=WIRE, day=dt.date(2025, 8, 17))
    second = read("b", [AGREED], text=WIRE.replace("BERN (XY) - ", "") + " (c) The Post")
    third = read("c", [AGREED], text="Our own correspondent saw them leave, and asked in vain.")
    (event,) = group([third, second, first])
    assert {telling.article: telling.source for telling in event.tellings} == {
        "a": "a",
        "b": "a",
        "c": "c",
    }
    assert event.sources == 2


def test_which_articles_are_copies() -> None:
    def article(name: str, text: str) -> Article:
        return Article(name, text, paragraphs_of(text))

    cut = WIRE[: WIRE.index(" Another")]
    texts = {"a": WIRE, "b": cut, "c": cut.upper(), "d": "They left.", "e": "They left.", "f": ""}
    found = sources_of([article(name, text) for name, text in texts.items()])
    assert [one.name for one in found] == ["a", "a", "a", "d", "d", "f"]
