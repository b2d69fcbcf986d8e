"""Amendments: what an article says from a day on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from servanda.language.keywords import REPEALED
from servanda.language.lexer import Kind
from servanda.language.parser.actors import article_name
from servanda.language.parser.articles import article_line
from servanda.language.parser.body import Body
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.times import date
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import AmendmentStatement, ArticleLine, ArticleName, Word

_FROM = ("since", "on", "as", "effective", "after", "in", "with", "at")
"""What is written before the first day, where `from` stands here."""

_FORM = "the form is `amendment london_protocol of article 6 from 1952-02-15`"


@dataclass(frozen=True, slots=True)
class _Amended:
    """What is amended, and from when until when."""

    article: ArticleName
    start: dt.date
    end: dt.date | None


def amendment(body: Body, c: Cursor) -> AmendmentStatement | None:
    """``amendment london_protocol of article 6 from 1952-02-15 "..."``."""
    name = body.take(c, Cursor.declared)
    amended = body.take(c, _amended)
    title = body.take(c, Cursor.title)
    body.close(c)
    found = body.lines(_line)
    if name is None or amended is None:
        return None
    return AmendmentStatement(
        span=name.span,
        name=name,
        title=title,
        article=amended.article,
        start=amended.start,
        end=amended.end,
        lines=tuple(line for line in found if isinstance(line, ArticleLine)),
        repealed=next((line for line in found if isinstance(line, Word)), None),
    )


def _amended(c: Cursor) -> _Amended:
    if not c.sees("of"):
        c.expected("`of`", (_FORM,))
    if not c.sees("of", "article") and c.sees("of"):
        raise c.fault(
            "SV439",
            "an amendment is of an article, and of one",
            _FORM,
            "amend each article that uses a term, or write a `reading` of the term",
            first=c.at + 1,
        )
    c.need("of")
    article = article_name(c)
    start = _first_day(c)
    end = date(c) if c.take("until") else None
    return _Amended(article, start, end)


def _first_day(c: Cursor) -> dt.date:
    if c.take("from"):
        return date(c)
    index = next((n for n in range(c.at, len(c.tokens)) if c.tokens[n].kind is Kind.DATE), None)
    hints: tuple[str, ...] = (_FORM,)
    if index is not None and (index == c.at or c.tokens[c.at].text in _FROM):
        hints = pasted(f"{spaced(c.tokens[: c.at])} from {spaced(c.tokens[index:])}")
    headline = "an amendment says from which day on the article reads so"
    raise c.fault("SV438", headline, *hints, label="from which day?")


def _line(c: Cursor) -> ArticleLine | Word:
    start = c.start
    if c.sees(REPEALED) and c.token(1) is None:
        return c.word(c.next())
    also = c.take("also")
    line = article_line(c, "amendment")
    return ArticleLine(span=c.span(start), line=line, also=also)
