"""What must hold of the times that any text names."""

from __future__ import annotations

import datetime as dt
import locale

from hypothesis import given
from hypothesis import strategies as st

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.days import days_in
from servanda.analyses.reading.days.lexicon import MONTHS_IN_FULL

DATELINES = st.none() | st.dates()
NAMED = st.dates(dt.date(1900, 1, 1), dt.date(2049, 12, 31))
PIECES = st.sampled_from(
    [
        "the", "17th", "on", "Monday", "last", "next", "May", "may", "in", "March", "2025", "17",
        "August", "two", "weeks", "ago", "later", "day", "before", "earlier", "this", "that",
        "week", "said", "will", "yesterday", "evening", "10", "p.m.", "of", "-", ",", ".", "\n",
        "Sept.", "third", "quarter", "1990s", "fall", "a", "few", "0", "31st", "\u00e9", "'s",
    ]
)  # fmt: skip
TEXTS = st.text() | st.lists(PIECES, max_size=25).map(" ".join)


def article(text: str, dateline: dt.date | None) -> Article:
    return Article("drawn", text, (Stretch(0, len(text)),), dateline)


@given(day=NAMED, dateline=DATELINES, order=st.integers(0, 3), around=TEXTS)
def test_a_day_named_in_full_is_found_whatever_the_dateline(
    day: dt.date, dateline: dt.date | None, order: int, around: str
) -> None:
    month = MONTHS_IN_FULL[day.month - 1]
    words = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}{'.' if len(month) > 3 else ''} {day.day}, {day.year}",
        day.isoformat(),
    )[order]
    text = f"{around} ; signed ; {words} ; {around}"
    start = len(around) + len(" ; signed ; ")
    found = {one.stretch: one for one in days_in(article(text, dateline))}
    one = found[Stretch(start, start + len(words))]
    assert (one.day, one.value, one.tier) == (day, day.isoformat(), "sure")


@given(text=TEXTS, dateline=DATELINES)
def test_every_time_stands_in_the_text_and_none_in_another(
    text: str, dateline: dt.date | None
) -> None:
    past = 0
    for one in days_in(article(text, dateline)):
        assert past <= one.stretch.start < one.stretch.end <= len(text)
        assert text[one.stretch.start : one.stretch.end].strip()
        assert one.value
        assert one.reason
        past = one.stretch.end


@given(text=TEXTS, dateline=DATELINES)
def test_a_day_that_is_not_known_is_never_given_one(text: str, dateline: dt.date | None) -> None:
    for one in days_in(article(text, dateline)):
        if one.day is None:
            assert one.precision != "day" or not one.value.isdecimal()
        else:
            assert one.value.startswith(one.day.isoformat())
        assert one.tier != "sure" or "X" not in one.value or one.precision in {"length", "repeated"}


@given(text=TEXTS)
def test_without_a_dateline_only_a_year_in_full_makes_a_day(text: str) -> None:
    for one in days_in(article(text, None)):
        if one.day is not None:
            assert str(one.day.year) in text or "named before" in one.reason


@given(text=TEXTS, dateline=DATELINES)
def test_what_is_read_does_not_hang_on_the_locale(text: str, dateline: dt.date | None) -> None:
    before = locale.setlocale(locale.LC_ALL)
    plain = days_in(article(text, dateline))
    try:
        for name in ("de_DE.UTF-8", "tr_TR.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            assert days_in(article(text, dateline)) == plain
    finally:
        locale.setlocale(locale.LC_ALL, before)
