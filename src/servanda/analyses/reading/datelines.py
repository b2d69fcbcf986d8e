"""The day that an article gives as its own, in the line of its agency or beside its headline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.core.calendar import written_out

FIRST_PARAGRAPHS = 12
"""How many paragraphs from the top a day of publication is looked for in."""

LONGEST_LINE = 160
"""Characters of a line that is about the article, and no sentence of it."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = re.compile(
    r"\b(?:[12]\d{3}-\d\d-\d\d(?=T|\b)"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+[12]\d{{3}}\b)",
    re.IGNORECASE,
)
"""A day with its month and year. In figures alone only year first, for ``08/09/2025`` is one day in
London and another in Washington."""

_PLACE = re.compile(
    r"(?:(?![^,\n]*(?:mon|tues|wednes|thurs|fri|satur|sun)day)[^\W\d_][\w.' -]{1,40}"
    r"(?:\([^()\n]{2,40}\)\s*)?,\s*){0,3}",
    re.IGNORECASE,
)
_CARRIED_BY = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*|/[^/\n]{2,40}/\s*)?(?:--?|[–—])\s")

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
_TIME = (
    r"(?:[\s,T]*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?"
    r"(?:\s*[ap]\.?m\.?)?(?:\s*(?:Z|[A-Z]{2,5}\b|\(?(?:GMT|UTC)?\s*[+-]\d\d?(?::?\d\d)?\)?))*)?"
)
_LABEL = (
    r"(?:(?P<published>(?:first\s+)?(?:published|posted|issued|released)(?:\s+on)?"
    r"|(?:publication\s+)?date(?:\s+published)?|dated)"
    r"|(?P<updated>(?:last\s+)?(?:updated|modified|revised)(?:\s+on)?))\s*:?\s*"
)
_NUMBER = r"(?:(?:no|nr|number|issue|vol)\b\.?|[#№])?\s?(?:\(\d{4}\)\s?)?[A-Z]{0,4}[\d./-]{0,12}\d"
_PAPER = (
    r"(?:(?:press|news|media)\s+(?:release|statement|note|advisory|communiqu[eé])|communiqu[eé]"
    r"|for\s+immediate\s+release|(?=(?:no|nr|number|issue|vol)\b|[#№]))"
    rf"(?:[\s,]{{0,3}}{_NUMBER}){{0,2}}\s?[,:]\s?(?:[^\W\d_][^\W\d_ .'-]{{1,30}},\s?)?"
)
"""What sort of paper it is, with its number, and at most the place: *Press release No. 214,*."""

_BEFORE = re.compile(
    rf"\W*(?:{_PAPER})?(?:by\s[^.!?\n]{{2,80}},\s*)?(?:{_LABEL})?{_TIME}[\s,]*{_WEEKDAY}",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"{_TIME}(?:,?\s+by\s[^!?\n]{{2,80}})?\W*", re.IGNORECASE)
_PART_END = re.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+")

Sign = Literal["published", "agency", "alone", "updated"]
"""How a day is marked as the article's own: *Published*, by the line of its agency, by standing
alone, *Updated*; the first that there is counts."""

_SIGNS: tuple[Sign, ...] = ("published", "agency", "alone", "updated")


class Dateline(NamedTuple):
    """A day that an article gives as its own, and the words that do."""

    day: dt.date
    sign: Sign
    words: Stretch


def dateline_in(text: str, paragraphs: Sequence[Stretch]) -> Dateline | None:
    """The day that an article gives as its own.

    None where it gives none with its year, or several that are marked in the same way, of which
    nobody can tell which is meant.

    Args:
        text: The article.
        paragraphs: Its paragraphs, in order.
    """
    found = list(_marked(text, paragraphs[:FIRST_PARAGRAPHS]))
    for sign in _SIGNS:
        of_it = [one for one in found if one.sign == sign]
        if of_it:
            return of_it[0] if len({one.day for one in of_it}) == 1 else None
    return None


def _marked(text: str, paragraphs: Iterable[Stretch]) -> Iterator[Dateline]:
    for paragraph in paragraphs:
        for line in _lines(text, paragraph):
            for match in _DAY.finditer(text, line.start, min(line.end, line.start + LONGEST_LINE)):
                day = written_out(re.sub(r"(?i)\bsept\b", "sep", match[0]))
                own = _as_its_own(text, line, Stretch(*match.span()))
                if day is not None and own is not None:
                    yield Dateline(day, *own)


def _lines(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    for line in re.finditer(r"[^\r\n]+", text[paragraph.start : paragraph.end]):
        yield Stretch(paragraph.start + line.start(), paragraph.start + line.end())


def _as_its_own(text: str, line: Stretch, day: Stretch) -> tuple[Sign, Stretch] | None:
    """How the words around a day mark it as that of the article; None where they do not."""
    carried = _CARRIED_BY.match(text, day.end, line.end)
    if carried and _PLACE.fullmatch(text, line.start, day.start):
        return "agency", Stretch(line.start, carried.end() - 1)
    if line.end - line.start > LONGEST_LINE:
        return None
    part = _part(text, line, day)
    before = _BEFORE.fullmatch(text, part.start, day.start)
    if before is None or _BEHIND.fullmatch(text, day.end, part.end) is None:
        return None
    sign: Sign = "published" if before["published"] else "updated" if before["updated"] else "alone"
    return sign, part


def _part(text: str, line: Stretch, day: Stretch) -> Stretch:
    """The part of a line, between bars or dashes, that a day stands in."""
    ends = [match.span() for match in _PART_END.finditer(text, line.start, line.end)]
    start = max((end for _, end in ends if end <= day.start), default=line.start)
    end = min((begin for begin, _ in ends if begin >= day.end), default=line.end)
    return Stretch(start, end)
