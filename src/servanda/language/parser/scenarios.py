"""Statements of what happened and of what is expected."""

from __future__ import annotations

from servanda.language.lexer import Kind
from servanda.language.parser.body import Body
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.events import event_line
from servanda.language.parser.expectations import expect_line
from servanda.language.parser.mistakes import line_fault
from servanda.language.tree import (
    ChoiceLine,
    EventLine,
    ExpectLine,
    HistoryStatement,
    ScenarioStatement,
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
    words = tuple(line for line in lines if isinstance(line, tuple))
    if title is None:
        return None
    continues = body.once(tuple(word for keyword, word in words if keyword == "continues"))
    return ScenarioStatement(
        span=title.span,
        title=title,
        continues=continues[0] if continues else None,
        readings=tuple(word for keyword, word in words if keyword == "reading"),
        choices=tuple(line for line in lines if isinstance(line, ChoiceLine)),
        events=tuple(line for line in lines if isinstance(line, EventLine)),
        expects=tuple(line for line in lines if isinstance(line, ExpectLine)),
    )


def _scenario_line(c: Cursor) -> EventLine | ExpectLine | ChoiceLine | tuple[str, Word]:
    start = c.start
    if c.kind() is Kind.DATE:
        return event_line(c)
    if c.sees("expect"):
        return expect_line(c)
    if c.take("continues"):
        return "continues", c.needed_title("the title of another scenario in double quotes")
    if c.take("with", "reading"):
        return "reading", c.name("a reading")
    if c.take("with"):
        issue = c.name("an issue, or `reading`")
        c.need("is")
        option = c.name("an option")
        return ChoiceLine(span=c.span(start), issue=issue, option=option)
    raise line_fault(c, "scenario")
