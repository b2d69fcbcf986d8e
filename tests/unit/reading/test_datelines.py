"""The day of an article is one that it gives as its own, with its year."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.analyses.reading.agency_lines import agency_of, publisher_of
from servanda.analyses.reading.article import Article
from servanda.analyses.reading.datelines import Dateline, dateline_in
from servanda.analyses.reading.paragraphs import paragraphs_of_lines

MONDAY = dt.date(2025, 8, 18)


def found(text: str) -> Dateline | None:
    return dateline_in(text, paragraphs_of_lines(text))


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("BERN, Aug. 18, 2025 (XY) - The envoys met.", "agency"),
        ("BERN (XY), August 18, 2025 \u2014 The envoys met.", "agency"),
        ("STRELSAU, Ruritania, 18 August 2025 -- The envoys met.", "agency"),
        ("BERN, Aug. 18, 2025 /Wire/ -- The envoys met.", "agency"),
        ("August 18, 2025", "alone"),
        ("Monday, 18th August 2025, 10:30 GMT", "alone"),
        ("2025-08-18T22:00:00-04:00", "alone"),
        ("By Fritz von Tarlenheim | August 18, 2025 9:05 a.m. EDT", "alone"),
        ("By Fritz von Tarlenheim, 18 Aug 2025", "alone"),
        ("Press release No. 214, 18 August 2025", "alone"),
        ("PRESS RELEASE 17/214, Monday, 18 August 2025", "alone"),
        ("News release (2025) 33: August 18, 2025", "alone"),
        ("Media statement, Strelsau, 18 August 2025", "alone"),
        ("Press Communiqué PR-7, 18 Aug 2025, 10:30", "alone"),
        ("FOR IMMEDIATE RELEASE: August 18, 2025", "alone"),
        ("No. 214, 18 August 2025", "alone"),
        ("Vol. 3, No. 5, 18 August 2025", "alone"),
        ("Published: Mon, 18 Aug 2025 10:00", "published"),
        ("Posted Monday, 18 Aug 2025 by Fritz von Tarlenheim", "published"),
        ("date: 2025-08-18", "published"),
        ("Last updated at 09:30 on 18 August 2025", "updated"),
    ],
)
def test_how_articles_give_their_day(line: str, sign: str) -> None:
    one = found(f"Envoys meet\n{line}\nThe envoys met in Bern.")
    assert one is not None
    assert (one.day, one.sign) == (MONDAY, sign)


@pytest.mark.parametrize(
    "line",
    [
        "On August 18, 2025 the envoys met in Bern.",
        "The treaty of 18 August 2025 - the first of its sort - has lapsed.",
        "Last Monday, August 18, 2025 - the day of the treaty - nobody came.",
        "For the week ending August 18, 2025, prices fell.",
        "BERN, Aug. 18 (XY) - The envoys met.",
        "18/08/2025",
        "The press release of 18 August 2025 says nothing of it.",
        "Press release of 18 August 2025",
        "Press conference, 18 August 2025",
        "Resolution 214, 18 August 2025",
        "Issue by issue, 18 August 2025 was a bad day.",
        "31 February 2025",
        "Copyright 2025",
    ],
)
def test_a_day_that_is_not_its_own_or_not_whole_is_not_taken(line: str) -> None:
    assert found(f"Envoys meet\n{line}") is None


def test_the_day_of_publication_counts_before_that_of_the_last_change() -> None:
    one = found("Updated 19 August 2025 | Published 18 August 2025")
    assert one is not None
    assert one.day == MONDAY


def test_of_two_days_marked_alike_nobody_can_tell_which_it_is() -> None:
    assert found("Treaty signed\n18 August 2025\nEnvoys meet\n17 August 2025") is None
    assert found("18 August 2025\nEnvoys meet\nAug 18, 2025") is not None


def test_a_day_far_down_is_not_that_of_the_article() -> None:
    assert found("The envoys met.\n" * 20 + "18 August 2025") is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("BERN, Aug. 18, 2025 (Alpine News Agency) - The envoys met.", "Alpine News Agency"),
        ("BERN (XY) \u2014 The envoys met.", "XY"),
        ("Bern, Aug. 18. /Wire/. The envoys met.", "Wire"),
        ("BERN, Aug. 18, 2025 - The envoys (two) met.", ""),
        ("BERN (Ruritania), Aug. 18, 2025 - The envoys met.", ""),
        ("The envoys met in Bern (XY) - and talked.", ""),
    ],
)
def test_the_agency_that_stands_before_the_first_sentence(line: str, agency: str) -> None:
    text = f"Envoys meet\n{line}"
    assert agency_of(Article("-", text, paragraphs_of_lines(text))) == agency


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published May 14, 2025 by The Black Sea Gazette", "The Black Sea Gazette"),
        ("First published on 3 March 2025 by Harbour Weekly.", "Harbour Weekly"),
        ("Published 14 May 2025", ""),
        ("Published papers by its envoy show that the talks failed on May 14, 2025.", ""),
        ("Issued by hand", ""),
    ],
)
def test_who_has_published_it_stands_in_a_line_of_its_own(line: str, publisher: str) -> None:
    text = f"Talks go on\n\n{line}\n\nDelos has agreed."
    assert publisher_of(Article("-", text, paragraphs_of_lines(text))) == publisher
