"""On which day something was said, and for when it is planned."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.days import SaidOn, Saying, days_in, days_of

MONDAY = dt.date(2025, 8, 18)
_PART = re.compile(r"(<)|(\[)|(\{)|([>\]}])")


def told(marked: str, dateline: dt.date | None = MONDAY) -> tuple[SaidOn, ...]:
    """What is read of sentences with marks: ``<source>``, ``[cue]``, ``{content}``; ``|`` between
    sentences, a blank line between paragraphs."""
    text, sayings, paragraphs = "", list[Saying](), list[Stretch]()
    for paragraph in marked.split("\n\n"):
        first = len(text)
        for sentence in paragraph.split("|"):
            start = len(text)
            parts: dict[str, list[Stretch]] = {"<": [], "[": [], "{": []}
            opened: list[tuple[str, int]] = []
            for letter in sentence:
                if letter in "<[{":
                    opened.append((letter, len(text)))
                elif letter in ">]}":
                    kind, begun = opened.pop()
                    parts[kind].append(Stretch(begun, len(text)))
                else:
                    text += letter
            if parts["["]:
                sayings += [
                    Saying(
                        (cue,), _of(parts["<"], at), _of(parts["{"], at), Stretch(start, len(text))
                    )
                    for at, cue in enumerate(parts["["])
                ]
        paragraphs.append(Stretch(first, len(text)))
        text += "\n\n"
    article = Article("test", text, tuple(paragraphs), dateline)
    return days_of(article, days_in(article), sayings)


def _of(parts: list[Stretch], at: int) -> tuple[Stretch, ...]:
    return tuple(parts[at : at + 1])


def the(marked: str, dateline: dt.date | None = MONDAY) -> SaidOn:
    return told(marked, dateline)[-1]


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("<The envoy> [said] on Friday {that the talks go on}.", "2025-08-15"),
        ("<The envoy> [said] Friday {that the talks go on}.", "2025-08-15"),
        ("<The envoy> on Friday [said] {the talks go on}.", "2025-08-15"),
        ("On Friday, <the envoy> [said] {the talks go on}.", "2025-08-15"),
        ("{'The talks go on,'} <the envoy> [said] on the 17th (local time).", "2025-08-17"),
        ("{The talks go on}, <the envoy> [announced] in Geneva on 14 August 2025.", "2025-08-14"),
        ("<The envoy> [revealed Friday] {that the talks go on}.", "2025-08-15"),
        ("In an interview on Friday, <the envoy> [said] {the talks go on}.", "2025-08-15"),
        ("<The envoy> [told] reporters on Friday {that the talks go on}.", "2025-08-15"),
        ("<The envoy> [said] on Friday evening {that the talks go on}.", "2025-08-15"),
    ],
)
def test_a_day_at_the_cue_is_the_day_of_saying(marked: str, day: str) -> None:
    said = the(marked)
    assert said.day == dt.date.fromisoformat(day)
    assert said.dated is not None


@pytest.mark.parametrize(
    "marked",
    [
        "<The envoy> [said] {that the talks ended on Friday}.",
        "<The envoy> [said] of the summit held in Riga on the 15th {that it went well}.",
        "<The envoy> [said] about Friday's summit {that it went well}.",
        "After the summit on Friday, <the envoy> [said] {that it went well}.",
        "<The envoy who resigned on Friday> [said] {that it went well}.",
        "<The envoy> [praised] the Aug. 15 meeting, {a success}.",
        "<The envoy> [said] {that it went well}.",
        "The voters go to the polls on Sunday, and <the envoy> [says] {it is close}.",
        "<He> [used to boast] {that it went well}, on Friday night he fell silent.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_saying(marked: str) -> None:
    said = the(marked)
    assert (said.day, said.tier) == (None, "unsure")


def test_of_two_days_the_one_at_the_cue_is_taken() -> None:
    said = the(
        "In a speech on Sunday, <the envoy> [said] of the meeting held in Riga on the 15th, "
        "{'It went well'}."
    )
    assert said.day == dt.date(2025, 8, 17)


def test_the_same_speaker_goes_on_from_the_sentence_before_as_likely() -> None:
    said = the("<The envoy> [spoke] on Friday {of peace}.| <He> [further stated], {'It is near'}.")
    assert (said.day, said.tier) == (dt.date(2025, 8, 15), "likely")
    assert said.reason.startswith("the same speaker goes on: named at the cue")


def test_what_is_added_in_the_same_sentence_is_of_the_same_day() -> None:
    first, second = told(
        "<The envoy> [said] on Friday, {'It is near'}, [adding], {'We shall not leave'}."
    )
    assert first.day == second.day == dt.date(2025, 8, 15)
    assert second.tier == "likely"


def test_what_somebody_has_said_is_of_no_day_before() -> None:
    said = the("<The envoy> [spoke] on Friday {of peace}.| <He> [has said] {that it is near}.")
    assert said.day is None


def test_nothing_was_said_after_it_was_published() -> None:
    said = the("They met on 18 August 2025.| <He> apologised the next day, [saying] {it was late}.")
    assert (said.day, said.tier) == (None, "unsure")
    assert "after the text was published" in said.reason


def test_another_speaker_does_not_go_on() -> None:
    said = the("<The envoy> [spoke] on Friday {of peace}.| <The minister> [added] {a warning}.")
    assert said.day is None


def test_nobody_goes_on_in_the_next_paragraph() -> None:
    said = the("<The envoy> [spoke] on Friday {of peace}.\n\n<He> [further stated] {a warning}.")
    assert said.day is None


def test_afterwards_goes_on_from_what_is_told_before() -> None:
    said = the("They met in Riga on the 15th.| Afterwards, <the envoy> [urged] {haste}.")
    assert (said.day, said.tier) == (dt.date(2025, 8, 15), "likely")


def test_the_day_of_what_is_planned_is_not_that_of_saying() -> None:
    said = the("On the 20th, <the envoy> [is scheduled] {to meet the minister in Riga}.")
    assert said.day is None
    assert said.planned is not None
    assert said.planned.day == dt.date(2025, 8, 20)


def test_a_plan_in_the_content_has_its_own_day() -> None:
    said = the("<The envoy> [said] on Friday {that he will meet the minister on Wednesday}.")
    assert said.day == dt.date(2025, 8, 15)
    assert said.planned is not None
    assert said.planned.day == dt.date(2025, 8, 20)


def test_a_week_is_no_day_of_saying() -> None:
    said = the("<The envoy> [said] last week {that the talks go on}.")
    assert (said.day, said.reason) == (None, "named at the cue: 2025-W33")


def test_without_a_dateline_the_day_of_saying_is_not_known() -> None:
    said = the("<The envoy> [said] on Friday {that the talks go on}.", None)
    assert said.day is None
    assert "without a dateline" in said.reason
