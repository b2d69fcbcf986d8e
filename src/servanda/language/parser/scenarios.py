"""Statements of what happened and of what is expected."""

from __future__ import annotations

from servanda.language.lexer import Kind
from servanda.language.parser.body import Body
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.events import event_line
from servanda.language.parser.expectations import expect_line
from servanda.language.parser.mistakes import line_fault
from servanda.language.parser.times import date
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    ChoiceLine,
    EventLine,
    ExpectLine,
    HistoryStatement,
    InForceFrom,
    ScenarioStatement,
    TakesReading,
    Word,
)


def history(body: Body, c: Cursor) -> HistoryStatement | None:
    """``history "..."`` and its events."""
    start = c.start
    title = body.take(c, Cursor.title)
    body.close(c)
    events = body.lines(_event)
    return HistoryStatement(span=c.span(start), title=title, events=events)


def _event(c: Cursor) -> EventLine:
    if c.kind() is not Kind.DATE:
        raise line_fault(c, "history")
    return event_line(c)


def scenario(body: Body, c: Cursor) -> ScenarioStatement | None:
    """``scenario "..."``, its events and expectations."""
    title = body.take(c, lambda c: c.needed_title("the title of the scenario in double quotes"))
    body.close(c)
    lines = body.lines(_scenario_line)
    if title is None:
        return None
    continues = body.once(tuple(line for line in lines if isinstance(line, Word)))
    return ScenarioStatement(
        span=title.span,
        title=title,
        continues=continues[0] if continues else None,
        readings=tuple(line for line in lines if isinstance(line, TakesReading)),
        choices=tuple(line for line in lines if isinstance(line, ChoiceLine)),
        supposed=tuple(line for line in lines if isinstance(line, InForceFrom)),
        events=tuple(line for line in lines if isinstance(line, EventLine)),
        expects=tuple(line for line in lines if isinstance(line, ExpectLine)),
    )


def _scenario_line(
    c: Cursor,
) -> EventLine | ExpectLine | ChoiceLine | InForceFrom | TakesReading | Word:
    start = c.start
    if c.kind() is Kind.DATE:
        return event_line(c)
    if c.sees("expect"):
        return expect_line(c)
    if c.take("continues"):
        return c.needed_title("the title of another scenario in double quotes")
    if c.take("with", "reading"):
        return _takes_reading(c, start)
    if c.take("with"):
        name = c.name("an issue, an agreement, or `reading`")
        if c.sees("in"):
            return _in_force_from(c, start, name)
        c.need("is")
        option = c.name("an option")
        return ChoiceLine(span=c.span(start), issue=name, option=option)
    raise line_fault(c, "scenario")


def _in_force_from(c: Cursor, start: int, agreement: Word) -> InForceFrom:
    """``with GUARANTEE in force from 2026-01-01``."""
    form = f"the form is `with {agreement.text} in force from 2026-01-01`"
    c.need("in", "force", "from", hints=(form,))
    day = date(c)
    return InForceFrom(span=c.span(start), agreement=agreement, date=day)


_FOR_WHOM = ("of", "by", "to", "in", "according", "as")
"""What is written before whom a reading is for, where `for` stands here."""


def _takes_reading(c: Cursor, start: int) -> TakesReading:
    """``with reading council_first``, for all or ``for USA, FRA``."""
    reading = c.name("a reading")
    if c.sees_one_of(*_FOR_WHOM):
        names = [token for token in c.tokens[c.at + 1 :] if token.text not in _FOR_WHOM]
        line = spaced((*c.tokens[: c.at], c.tokens[c.at]._replace(text="for"), *names))
        headline = "whose reading it is stands behind `for`"
        raise c.fault("SV437", headline, *pasted(line))
    if not c.take("for"):
        return TakesReading(span=c.span(start), reading=reading)
    if not c.sees_name():
        headline = "for whom a reading is taken is said by their names"
        hint = f"write for example `with reading {reading.text} for USA, FRA`"
        all_ = f"or leave `for` out, where all read so: `with reading {reading.text}`"
        raise c.fault("SV437", headline, hint, all_)
    actors = c.names("the actors that read so")
    return TakesReading(span=c.span(start), reading=reading, actors=actors)
