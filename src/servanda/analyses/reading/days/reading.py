"""The times that an article names, each by what is known where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.days.dated import Dated, Reckoned
from servanda.analyses.reading.days.finding import expressions
from servanda.analyses.reading.days.scene import Scene
from servanda.analyses.reading.days.tense import direction

NEARBY = 400
"""Up to how many letters back a period that was named is still compared with: *a year earlier*."""


_MARK = re.compile(r'["\u201c\u201d\n]')


def days_in(article: Article) -> tuple[Dated, ...]:
    """The expressions of time of an article in order, each with the time that it names.

    Nothing is read beyond the text and its dateline: without one, what hangs on it stays without
    a day and says so. No two of them overlap.
    """
    found: list[Dated] = []
    named: Reckoned | None = None
    period: tuple[int, Reckoned] | None = None
    quotations = _quotations(article.text)
    for stretch, form in expressions(article.text):
        near = period[1] if period and stretch.start - period[0] <= NEARBY else None
        scene = Scene(article.dateline, named, near, direction(article.text, stretch))
        time = form.reckon(scene)
        if bisect_right(quotations, stretch.start) % 2:
            undated = form.reckon(scene._replace(dateline=None))
            time = time if undated.value == time.value else _quoted(time)
        found.append(Dated(stretch, time.value, time.day, time.precision, time.tier, time.reason))
        if time.day is not None:
            named = time
        if time.value[:1].isdecimal():
            period = (stretch.end, time)
    return tuple(found)


def _quotations(text: str) -> list[int]:
    """Where double quotations begin and end, in turn; one that is not closed ends with its line."""
    places: list[int] = []
    for mark in _MARK.finditer(text):
        inside = len(places) % 2 == 1
        if (mark[0] == "\n" and not inside) or (mark[0] == "\u201c" and inside):
            continue
        if mark[0] == "\u201d" and not inside:
            continue
        places.append(mark.start())
    return places


def _quoted(time: Reckoned) -> Reckoned:
    """A time counted from the dateline, where a speaker may have counted from another day."""
    if time.tier != "sure":
        return time
    reason = f"{time.reason}, if that was said on the same day"
    return time._replace(tier="likely", reason=reason)
