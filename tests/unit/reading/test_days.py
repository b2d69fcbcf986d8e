"""Which times an article names, against its dateline."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.days import Dated, days_in

MONDAY = dt.date(2025, 8, 18)


def article(text: str, dateline: dt.date | None = MONDAY) -> Article:
    return Article("test", text, (Stretch(0, len(text)),), dateline)


def read(text: str, dateline: dt.date | None = MONDAY) -> list[tuple[str, str]]:
    found = days_in(article(text, dateline))
    return [(text[one.stretch.start : one.stretch.end], one.value) for one in found]


def the(text: str, dateline: dt.date | None = MONDAY) -> Dated:
    (one,) = days_in(article(text, dateline))
    return one


@pytest.mark.parametrize(
    "words",
    [
        "17 August 2025",
        "17th August 2025",
        "17th of August 2025",
        "August 17, 2025",
        "August 17th 2025",
        "Aug. 17, 2025",
        "Aug 17, 2025",
        "17 Aug 2025",
        "Sunday, 17 August 2025",
        "Sunday, August 17, 2025",
        "2025-08-17",
        "2025/8/17",
        "8/17/2025",
        "17/8/2025",
        "17.8.2025",
        "AUGUST 17, 2025",
    ],
)
@pytest.mark.parametrize("dateline", [None, MONDAY, dt.date(1999, 1, 1)])
def test_a_full_date_is_read_in_every_usual_order(words: str, dateline: dt.date | None) -> None:
    one = the(f"The envoys signed it on {words} in Geneva.", dateline)
    assert (one.value, one.day, one.tier) == ("2025-08-17", dt.date(2025, 8, 17), "sure")
    assert one.precision == "day"


def test_a_date_in_digits_that_can_be_read_both_ways_names_no_day() -> None:
    one = the("They signed on 8/7/2025.")
    assert (one.value, one.day, one.tier) == ("2025-XX-XX", None, "unsure")
    assert "month or with the day first" in one.reason


def test_a_day_that_the_calendar_does_not_have_is_said_to_be_none() -> None:
    one = the("They signed on 30 February 2025.")
    assert one.day is None
    assert one.reason == "there is no 30 February 2025"


def test_a_full_date_with_another_day_of_the_week_says_so() -> None:
    one = the("They met on Monday, 17 August 2025.")
    assert (one.day, one.tier) == (dt.date(2025, 8, 17), "likely")
    assert "Sunday" in one.reason


@pytest.mark.parametrize(
    ("text", "dateline", "value"),
    [
        ("He said so on the 17th (local time).", MONDAY, "2025-08-17"),
        ("He said so on the 18th.", MONDAY, "2025-08-18"),
        ("He said so on the 30th.", dt.date(2025, 9, 2), "2025-08-30"),
        ("He said so on the 31st.", dt.date(2025, 10, 3), "2025-08-31"),
        ("He said so on the 31st.", dt.date(2026, 1, 2), "2025-12-31"),
        ("They will meet on the 2nd.", dt.date(2025, 8, 30), "2025-09-02"),
        ("They will meet on the 3rd.", dt.date(2025, 12, 30), "2026-01-03"),
        ("The ministers will sign it on the 29th.", dt.date(2024, 2, 1), "2024-02-29"),
        ("It was agreed on the 29th.", dt.date(2025, 3, 1), "2025-01-29"),
    ],
)
def test_a_day_by_its_number_alone_is_the_nearest_the_words_allow(
    text: str, dateline: dt.date, value: str
) -> None:
    one = the(text, dateline)
    assert (one.value, one.tier) == (value, "likely")


def test_the_reason_names_the_dateline() -> None:
    assert the("He said so on the 17th.").reason == "the 17th before the dateline 18 August 2025"


@pytest.mark.parametrize(
    ("text", "dateline", "value"),
    [
        ("They met on August 15.", MONDAY, "2025-08-15"),
        ("They met on 30 December.", dt.date(2025, 1, 4), "2024-12-30"),
        ("They will meet on Jan. 5.", dt.date(2024, 12, 20), "2025-01-05"),
        ("The pact was signed on 29 February.", dt.date(2025, 3, 10), "2024-02-29"),
        ("The truce was signed on November 3.", dt.date(2025, 5, 10), "2024-11-03"),
        ("The truce will end on November 3.", dt.date(2025, 5, 10), "2025-11-03"),
        ("He was seen last Oct. 23.", dt.date(2025, 10, 25), "2025-10-23"),
    ],
)
def test_a_date_without_a_year_is_never_taken_for_certain(
    text: str, dateline: dt.date, value: str
) -> None:
    one = the(text, dateline)
    assert (one.value, one.tier) == (value, "likely")


def test_the_day_of_the_week_helps_to_find_the_year() -> None:
    assert the("They met on Friday, August 15.", dt.date(2027, 9, 1)).value == "2025-08-15"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Monday.", "2025-08-18"),
        ("He spoke on Friday.", "2025-08-15"),
        ("He will speak on Friday.", "2025-08-22"),
        ("He is scheduled to speak on Wednesday.", "2025-08-20"),
        ("He spoke last Monday.", "2025-08-11"),
        ("He spoke last Friday.", "2025-08-15"),
        ("Next Tuesday a summit follows.", "2025-08-19"),
        ("This coming Sunday a summit follows.", "2025-08-24"),
        ("He spoke late Friday.", "2025-08-15"),
        ("He spoke on Friday evening.", "2025-08-15TEV"),
        ("He spoke at 10 p.m. on Saturday.", "2025-08-16T22:00"),
        ("He spoke at noon yesterday.", "2025-08-17T12:00"),
        ("He spoke yesterday.", "2025-08-17"),
        ("He spoke today.", "2025-08-18"),
        ("He speaks tomorrow.", "2025-08-19"),
        ("He spoke the day before yesterday.", "2025-08-16"),
        ("He spoke last night.", "2025-08-17TNI"),
        ("He spoke this morning.", "2025-08-18TMO"),
        ("He spoke two days ago.", "2025-08-16"),
        ("He spoke earlier this week.", "2025-W34"),
        ("He spoke last week.", "2025-W33"),
        ("He spoke three weeks ago.", "2025-W31"),
        ("He spoke last month.", "2025-07"),
        ("He spoke in March.", "2025-03"),
        ("He spoke in March 2024.", "2024-03"),
        ("He spoke last May.", "2025-05"),
        ("He will speak in January.", "2026-01"),
        ("It was agreed in June last year.", "2024-06"),
        ("The elections this year are over.", "2025"),
        ("It must end by the end of the year.", "2025"),
        ("In 1999 it began.", "1999"),
        ("The war of the 1990s is over.", "199"),
        ("The wars of the 19th century are over.", "18"),
        ("It grew in the third quarter.", "2025-Q3"),
        ("It grew in the first quarter of 2024.", "2024-Q1"),
        ("It began last spring.", "2025-SP"),
        ("It began in the winter of 1994.", "1994-WI"),
        ("It is now in force.", "PRESENT_REF"),
        ("It was recently signed.", "PAST_REF"),
        ("It comes soon.", "FUTURE_REF"),
        ("It lasted two weeks.", "P2W"),
        ("It lasted a couple of months.", "P2M"),
        ("It lasted several years.", "PXY"),
        ("A 30-day ceasefire holds.", "P30D"),
        ("They meet every day.", "P1D"),
        ("They meet on Sundays.", "XXXX-WXX-7"),
        ("They will meet in two weeks.", "2025-W36"),
        ("In two weeks they will meet.", "2025-W36"),
        ("It was built in two weeks.", "P2W"),
        ("They met a fortnight ago.", "2025-W32"),
        ("It lasted a fortnight.", "P2W"),
        ("It was signed on Feb.14 2024.", "2024-02-14"),
        ("It was read in August 2024.17 Still it holds.", "2024-08"),
        ("They were given a June deadline.", "2026-06"),
        ("He wrote that Friday's talks went well.", "2025-08-15"),
    ],
)
def test_a_time_is_reckoned_from_a_dateline_of_a_monday(text: str, value: str) -> None:
    assert the(text).value == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on 15 August 2025. That day they signed.", "2025-08-15"),
        ("They met on 15 August 2025. On the same day they signed.", "2025-08-15"),
        ("They met on 15 August 2025. The next day they left.", "2025-08-16"),
        ("They met on 31 December 2024. The following day they left.", "2025-01-01"),
        ("They met on 1 March 2024. They had come the day before.", "2024-02-29"),
        ("They met on 15 August 2025. Two days later they left.", "2025-08-17"),
        ("They met on 15 August 2025. Three weeks earlier they had refused.", None),
        ("They met on 15 August 2025. The next morning they left.", "2025-08-16"),
        ("They met on 15 August 2025. They talked at 9:30 p.m. in Riga.", "2025-08-15"),
        ("They met on 15 August 2025. The following Monday they left.", "2025-08-18"),
        ("They met on 15 August 2025. On that Friday they signed.", "2025-08-15"),
    ],
)
@pytest.mark.parametrize("dateline", [None, dt.date(2025, 10, 1)])
def test_a_day_named_before_is_counted_from(
    text: str, day: str | None, dateline: dt.date | None
) -> None:
    second = days_in(article(text, dateline))[1]
    assert second.day == (dt.date.fromisoformat(day) if day else None)
    assert second.tier == "likely"
    assert "named before" in second.reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on the 17th.", "XXXX-XX-17"),
        ("He spoke on August 17.", "XXXX-08-17"),
        ("He spoke on Monday.", "XXXX-WXX-1"),
        ("He spoke on Monday evening.", "XXXX-WXX-1TEV"),
        ("He spoke yesterday.", "XXXX-XX-XX"),
        ("He spoke last week.", "XXXX-WXX"),
        ("He spoke last month.", "XXXX-XX"),
        ("He spoke last year.", "XXXX"),
        ("He spoke in March.", "XXXX-03"),
        ("He spoke two weeks ago.", "XXXX-WXX"),
        ("It grew in the third quarter.", "XXXX-Q3"),
        ("It began last summer.", "XXXX-SU"),
    ],
)
def test_without_a_dateline_what_hangs_on_it_has_no_day(text: str, value: str) -> None:
    one = the(text, None)
    assert (one.value, one.day, one.tier) == (value, None, "unsure")
    assert "without a dateline" in one.reason


@pytest.mark.parametrize("words", ["that day", "two days later", "the day before", "the next day"])
def test_a_day_counted_from_none_stays_unknown(words: str) -> None:
    one = the(f"They signed {words}.")
    assert one.day is None
    assert "names no day before it" in one.reason


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital, and we sat there for a second.",
        "Theresa May said that Mr. May may not.",
        "The March on Rome; a march on Moscow.",
        "May the best side win.",
        "It was his second visit and the third attempt.",
        "Troops of the 17th brigade on the 3rd floor, Article 5, Resolution 1701.",
        "On the 15th anniversary they met.",
        "The Good Friday Agreement holds; Bloody Sunday is not forgotten.",
        "The Sunday Times reported it.",
        "It costs $2000 or 1,999 pieces; about 2000 soldiers came.",
        "April Jones and August Wilson spoke to June Smith.",
        "It is told at https://example.org/news/2025/08/17/russia-tomorrow-2025-08-18/",
        "Prices fall and spring water flows.",
        "Their sun and mon and wed stories.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 15-17 August 2025", [("15", "2025-08-15"), ("17 August 2025", "2025-08-17")]),
        ("on Aug. 15 and 17, 2025", [("Aug. 15", "2025-08-15"), ("17, 2025", "2025-08-17")]),
        ("from the 15th to the 17th", [("the 15th", "2025-08-15"), ("the 17th", "2025-08-17")]),
    ],
)
def test_two_days_named_together_are_two_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(f"They met {text}.") == expected


def test_that_year_is_the_one_named_before() -> None:
    assert read("In 2022 they met; the talks ended in April of that year.") == [
        ("2022", "2022"),
        ("April of that year", "2022-04"),
    ]


def test_a_number_that_is_not_exact_makes_a_day_less_certain() -> None:
    assert the("They met two days ago.").tier == "sure"
    assert the("They met about two days ago.").tier == "likely"


def test_a_month_that_is_a_word_too_is_read_where_the_words_before_say_so() -> None:
    assert read("In May they met; since March they talk; the May elections are over.") == [
        ("May", "2025-05"),
        ("March", "2025-03"),
        ("May", "2025-05"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They talked over the weekend.", "2025-W33-WE"),
        ("They will talk at the weekend.", "2025-W34-WE"),
        ("They talked last weekend.", "2025-W33-WE"),
        ("They will talk this weekend.", "2025-W34-WE"),
    ],
)
def test_a_weekend_lies_behind_unless_the_words_look_ahead(text: str, value: str) -> None:
    assert the(text).value == value


@pytest.mark.parametrize(
    "text", ['He wrote: "We meet tomorrow."', "He wrote: \u201cWe meet tomorrow.\u201d"]
)
def test_a_day_counted_by_a_speaker_is_not_certain(text: str) -> None:
    one = the(text)
    assert (one.day, one.tier) == (dt.date(2025, 8, 19), "likely")
    assert one.reason.endswith("if that was said on the same day")


def test_a_quotation_that_is_never_closed_ends_with_its_line() -> None:
    assert the('He wrote: "No.\nThey meet tomorrow.').tier == "sure"


@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_a_possessive_does_not_hide_a_day(apostrophe: str) -> None:
    assert read(f"Friday{apostrophe}s summit was short.") == [("Friday", "2025-08-15")]


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "  "])
def test_a_date_may_go_on_in_the_next_line(gap: str) -> None:
    assert the(f"It was signed on 17{gap}August{gap}2025.").value == "2025-08-17"


def test_letters_that_only_resemble_latin_ones_are_not_taken_for_them() -> None:
    assert read("\u017funday and 17 Augu\u017ft and \u0661\u0667 August") == [("August", "2025-08")]


@pytest.mark.parametrize("dateline", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_mistake(dateline: dt.date) -> None:
    text = (
        "Last week, last year, yesterday, tomorrow, next month, 900 years ago, next Tuesday, on "
        "Monday, on the 31st, in March, on August 17, last Friday, the weekend, the third quarter."
    )
    assert all(one.reason for one in days_in(article(text, dateline)))


@pytest.mark.parametrize(
    "piece",
    ["7", "the ", "the 1", "2025-", "12/", "in ", "nineteen ", "a few ", " ", "\n", "last "],
)
def test_a_long_and_hostile_text_is_read_in_one_go(piece: str) -> None:
    for one in days_in(article(piece * (300_000 // len(piece)))):
        assert one.stretch.end > one.stretch.start
