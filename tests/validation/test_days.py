"""Values of expressions of time against TimeBank and AQUAINT, given the document's date.

Counted is each expression that the annotators marked. The reader reads the 200 characters or so of
text that stand around it in the data, with the date of the document as dateline, and what it finds
that shares most letters with the expression is compared with the annotated value; where it finds
nothing there, that is wrong. "By themselves" is the value of the words alone, with the date of the
document and without the text around. The core is the DATEs whose value is a day or a month, or whose words
count from the document or from another time (*last year*, *a year ago*, *recently*).

Values are compared letter by letter, but for three ways of writing the same: weeks with one digit
(``2000-W7``), decades with an X (``196X``), and a part of a day where the value is that very day
(``1998-08-07TMO`` for *Friday morning*, marked as ``1998-08-07``).
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.days import Dated, days_in

TIMEX3 = Path(__file__).parents[2].parent / "shared" / "data" / "dates" / "timex3.csv"

pytestmark = pytest.mark.skipif(
    not TIMEX3.exists(), reason="the annotated times are not beside the checkout"
)

COUNTED_FROM = re.compile(
    r"\b(?:last|this|next|past|previous|previously|following|coming|ago|earlier|later|before|after|"
    r"now|current|currently|today|tonight|yesterday|tomorrow|recent|recently|soon|future|that|same|"
    r"these|latest|present|already|once|then)\b"
)


class Marked(NamedTuple):
    """An expression that was annotated, and what is read of it."""

    words: str
    kind: str
    value: str
    read: Dated | None
    alone: tuple[Dated, ...]

    @property
    def right(self) -> bool:
        return self.read is not None and _same(self.read, self.value)

    @property
    def right_alone(self) -> bool:
        return len(self.alone) == 1 and _same(self.alone[0], self.value)


def _same(read: Dated, value: str) -> bool:
    if read.precision == "part of a day" and str(read.day) == value:
        return True
    return _written(read.value) == _written(value)


def _written(value: str) -> str:
    value = re.sub(r"^(\d{4}-W)(\d)(?!\d)", r"\g<1>0\2", value)
    return value[:3] if re.fullmatch(r"\d{3}X", value) else value


def _around(context: str, words: str) -> str:
    """The text around an expression, without the halves of tags at its ends."""
    without = re.sub(r"<[^<>]*$", "", re.sub(r"^[^<>]*>", "", context))
    return without if words in without else context


def _read(row: dict[str, str]) -> Marked:
    words, dateline = row["expression"], dt.date.fromisoformat(row["doc_creation_time"][:10])
    text = _around(row["context"], words)
    whole = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    middle = (len(text) - len(words)) / 2
    start = min(whole or [text.index(words)], key=lambda start: abs(start - middle))
    place = Stretch(start, start + len(words))
    found = [one for one in _days(text, dateline) if one.stretch.meets(place)]
    best = max(found, key=lambda one: _shared(one.stretch, place), default=None)
    return Marked(words, row["type"], row["value"], best, _days(words, dateline))


def _days(text: str, dateline: dt.date) -> tuple[Dated, ...]:
    return days_in(Article("marked", text, (Stretch(0, len(text)),), dateline))


def _shared(one: Stretch, other: Stretch) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


@cache
def marked() -> tuple[Marked, ...]:
    with TIMEX3.open(encoding="utf-8", newline="") as rows:
        return tuple(map(_read, csv.DictReader(rows)))


def date(one: Marked) -> bool:
    return one.kind == "DATE"


def day(one: Marked) -> bool:
    return date(one) and re.fullmatch(r"\d{4}-\d\d-\d\d", one.value) is not None


def month(one: Marked) -> bool:
    return date(one) and re.fullmatch(r"\d{4}-\d\d", one.value) is not None


def counted(one: Marked) -> bool:
    return date(one) and COUNTED_FROM.search(one.words.lower()) is not None


def core(one: Marked) -> bool:
    return day(one) or month(one) or counted(one)


@pytest.mark.parametrize(
    ("which", "number", "in_context", "alone"),
    [
        (core, 1203, 0.80, 0.76),
        (day, 636, 0.87, 0.85),
        (month, 168, 0.84, 0.74),
        (counted, 594, 0.73, 0.70),
        (date, 1505, 0.79, 0.75),
        (lambda one: one.kind == "TIME", 30, 0.40, 0.43),
        (lambda one: one.kind == "DURATION", 257, 0.73, 0.74),
        (lambda one: one.kind == "SET", 30, 0.66, 0.63),
    ],
    ids=["core", "days", "months", "counted from", "dates", "times", "lengths", "repetitions"],
)
def test_values_are_those_that_people_gave(
    which: Callable[[Marked], bool], number: int, in_context: float, alone: float
) -> None:
    some = [one for one in marked() if which(one)]
    right = sum(one.right for one in some) / len(some)
    right_alone = sum(one.right_alone for one in some) / len(some)
    found = sum(one.read is not None for one in some) / len(some)
    print(
        f"{len(some)} expressions: {right:.3f} in their context ({found:.3f} are found), "
        f"{right_alone:.3f} by themselves"
    )
    assert len(some) == number
    assert right >= in_context
    assert right_alone >= alone


def test_a_day_that_is_called_sure_is_the_day() -> None:
    sure = [one for one in marked() if day(one) and _is_sure(one.read)]
    right = sum(one.right for one in sure) / len(sure)
    print(f"{len(sure)} days called sure: {right:.3f}")
    assert len(sure) >= 100
    assert right >= 0.97


def _is_sure(read: Dated | None) -> bool:
    return read is not None and read.day is not None and read.tier == "sure"
