"""Periods and moments, by rules T1 to T6 of docs/semantics.md."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.core.calendar import Duration, Moment, Unit, due, later


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "end"),
    [
        ("2026-01-31", 1, "months", "2026-02-28"),
        ("2024-01-31", 1, "months", "2024-02-29"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("1949-08-24", 20, "years", "1969-08-24"),
        ("2026-12-31", 1, "days", "2027-01-01"),
        ("2026-03-01", 2, "weeks", "2026-03-15"),
    ],
)
def test_periods_follow_the_calendar(start: str, amount: int, unit: Unit, end: str) -> None:
    assert later(day(start), Duration(amount, unit)) == day(end)


def test_twenty_four_hours_from_an_undated_hour_end_with_the_next_day() -> None:
    assert due(Moment(day("2026-03-01")), Duration(24, "hours")) == Moment(day("2026-03-02"))


def test_hours_run_from_the_minute_where_it_is_known() -> None:
    request = Moment(day("2026-03-01"), 14 * 60)
    assert due(request, Duration(24, "hours")) == Moment(day("2026-03-02"), 14 * 60)
    assert due(request, Duration(72, "hours")) == Moment(day("2026-03-04"), 14 * 60)


def test_hours_that_are_not_whole_days_run_from_the_end_of_an_undated_day() -> None:
    request = Moment(day("2026-03-01"))
    assert due(request, Duration(36, "hours")) == Moment(day("2026-03-03"), 12 * 60)


def test_days_end_with_the_last_day_even_from_a_known_minute() -> None:
    request = Moment(day("2026-03-01"), 14 * 60)
    assert due(request, Duration(3, "days")) == Moment(day("2026-03-04"))


@given(
    st.dates(),
    st.none() | st.integers(0, 1439),
    st.integers(1, 10**9),
    st.sampled_from(["hours", "days", "weeks", "months", "years"]),
)
def test_no_period_leaves_the_calendar(
    start: dt.date, minute: int | None, amount: int, unit: Unit
) -> None:
    moment = Moment(start, minute)
    end = due(moment, Duration(amount, unit))
    assert start <= end.date <= dt.date.max


@given(st.dates(max_value=dt.date(9000, 1, 1)), st.integers(1, 24 * 400))
def test_hours_agree_with_counting_minutes(start: dt.date, amount: int) -> None:
    """The second witness: minutes counted one after another."""
    moment = Moment(start, 0)
    assert due(moment, Duration(amount, "hours")).end == moment.start + amount * 60


def test_a_day_begins_with_its_first_minute_and_ends_with_its_last() -> None:
    whole = Moment(day("2026-03-01"))
    assert whole.end - whole.start == 24 * 60 - 1
    assert Moment(day("2026-03-02")).start == whole.end + 1
