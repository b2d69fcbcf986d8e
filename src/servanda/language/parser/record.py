"""Statements of the record: persons, outlets, documents, sides, and what was said."""

from __future__ import annotations

from collections.abc import Hashable
from typing import get_args

from servanda.core.spelling import nearest
from servanda.language.keywords import LINES
from servanda.language.lexer import Kind
from servanda.language.parser.body import Body
from servanda.language.parser.conditions import condition
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.declarations import called, called_line, dated
from servanda.language.parser.mistakes import line_fault
from servanda.language.parser.sayings import SETS, is_kind, speech
from servanda.language.parser.times import date, dates, number
from servanda.language.slip import pasted, quoted
from servanda.language.tree import (
    AddressedTree,
    CalledLine,
    DocumentStatement,
    MediumTree,
    NoteTree,
    OfficeLine,
    OnlyIf,
    OutletStatement,
    PassageTree,
    PersonStatement,
    PublishedLine,
    RecordedStatement,
    SayingTree,
    SideStatement,
    StatementLine,
    Word,
)
from servanda.model.record import Factuality, Manner

_MANNERS: tuple[Manner, ...] = get_args(Manner)
_FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)

# Who speaks, and where.


def person(body: Body, c: Cursor) -> PersonStatement | None:
    """``person WITKOFF "Steve Witkoff"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.lines(_of_person)
    if name is None:
        return None
    return PersonStatement(
        span=name.span,
        name=name,
        title=title,
        called=tuple(line for line in lines if isinstance(line, CalledLine)),
        offices=tuple(line for line in lines if isinstance(line, OfficeLine)),
    )


def _of_person(c: Cursor) -> CalledLine | OfficeLine:
    """``called "Whitcoff"``; ``speaks for USA as "special envoy" from 2025-01-20``."""
    other_names = called(c)
    if other_names is not None:
        return other_names
    start = c.start
    if not c.take("speaks"):
        raise line_fault(c, "person")
    c.need("for")
    actor = c.name("whom the person speaks for")
    title = c.needed_title("the office in double quotes") if c.take("as") else None
    first, last = dates(c)
    return OfficeLine(span=c.span(start), actor=actor, title=title, start=first, end=last)


def outlet(body: Body, c: Cursor) -> OutletStatement | None:
    """``outlet CNN "CNN"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    other_names = body.lines(called_line(body.keyword))
    if name is None:
        return None
    return OutletStatement(span=name.span, name=name, title=title, called=other_names)


def document(body: Body, c: Cursor) -> DocumentStatement | None:
    """``document REPORT "A report on guarantees for Ukraine"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    published = body.once(body.lines(_published))
    if name is None:
        return None
    return DocumentStatement(
        span=name.span, name=name, title=title, published=published[0] if published else None
    )


def _published(c: Cursor) -> PublishedLine:
    """``published by ASIAE on 2025-08-18``."""
    start = c.start
    if not c.take("published"):
        raise line_fault(c, "document")
    by = c.name("an outlet") if c.take("by") else None
    c.need("on", hints=("the form is `published by NEWS on 2026-03-01`",))
    return PublishedLine(span=c.span(start), outlet=by, date=date(c))


def side(body: Body, c: Cursor) -> SideStatement | None:
    """``side partners "Ukraine and those who support it"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    members = body.lines(dated("members", body.keyword))
    if name is None:
        return None
    return SideStatement(span=name.span, name=name, title=title, members=members)


# What was said.


def statement(body: Body, c: Cursor) -> RecordedStatement | None:
    """``statement S3 "Russia has agreed, by the envoy's account"`` and its lines."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.once(body.lines(_line), _sort)
    if name is None:
        return None
    notes = {line.keyword.text: line.text for line in lines if isinstance(line, NoteTree)}
    return RecordedStatement(
        span=name.span,
        name=name,
        title=title,
        saying=next((line for line in lines if isinstance(line, SayingTree)), None),
        only_if=tuple(line for line in lines if isinstance(line, OnlyIf)),
        passages=tuple(line for line in lines if isinstance(line, PassageTree)),
        medium=next((line for line in lines if isinstance(line, MediumTree)), None),
        to=next((line.names for line in lines if isinstance(line, AddressedTree)), ()),
        factuality=notes.get("factuality"),
        gist=notes.get("gist"),
        words=notes.get("words"),
    )


def _sort(line: StatementLine) -> Hashable:
    """What a statement has one of; nothing for what it may have several of."""
    if isinstance(line, OnlyIf | PassageTree):
        return ()
    return line.keyword.text if isinstance(line, NoteTree) else type(line).__name__


def _line(c: Cursor) -> StatementLine:
    start = c.start
    if _is_speech(c):
        return speech(c)
    if c.take("only"):
        c.need("if")
        asked = condition(c)
        return OnlyIf(span=c.span(start), condition=asked)
    if c.take("to"):
        names = c.names("whom it was said to")
        return AddressedTree(span=c.span(start), names=names)
    if c.take("in"):
        return _passage(c, start)
    if c.take("medium"):
        return _medium(c, start)
    if c.sees_one_of("factuality", "gist", "words"):
        return _note(c, start)
    raise line_fault(c, "statement")


def _is_speech(c: Cursor) -> bool:
    """Whether a line says who says what: it begins with a date, with names, or with `an`.

    A name may be one of the words that other lines begin with: it is told from these by the
    verb behind it.
    """
    if c.kind() is Kind.DATE or c.sees_one_of("an", "a", *SETS):
        return True
    if not c.sees_name():
        return False
    if c.sees_one_of(",", "has", "have", "is", "are", ahead=1) or is_kind(c.token(1)):
        return True
    own = LINES["statement"]
    is_own = c.sees_one_of(*own) or nearest(c.tokens[0].text, own) is not None
    return not is_own and (c.token(1) is None or c.sees_name(1))


def _passage(c: Cursor, start: int) -> PassageTree:
    """``REPORT, paragraph 3, characters 812 to 905, paraphrased``, behind ``in``."""
    document = c.name("a document")
    paragraph = first = last = None
    manner = None
    if c.take(",", "paragraph"):
        paragraph = number(c, "the number of the paragraph")
    if c.take(",", "characters"):
        first = number(c, "the first character")
        c.need("to", hints=("the form is `characters 812 to 905`",))
        last = number(c, "the last character")
    if c.take(","):
        manner = _one_of(c, _MANNERS)
    return PassageTree(
        span=c.span(start),
        document=document,
        paragraph=paragraph,
        first=first,
        last=last,
        manner=manner,
    )


def _medium(c: Cursor, start: int) -> MediumTree:
    """``CNN "interview"``, behind ``medium``."""
    named = c.name() if c.sees_name() else None
    text = c.title() if named else c.needed_title("an outlet, or a text in double quotes,")
    return MediumTree(span=c.span(start), outlet=named, text=text)


def _note(c: Cursor, start: int) -> NoteTree:
    """``factuality possible``, ``gist "..."``, ``words "..."``."""
    keyword = c.word(c.next())
    if keyword.text == "factuality":
        text = _one_of(c, _FACTUALITIES)
    else:
        text = c.needed_title("a text in double quotes")
    return NoteTree(span=c.span(start), keyword=keyword, text=text)


def _one_of(c: Cursor, known: tuple[str, ...]) -> Word:
    """One of a few words; of another one those that it may mean are suggested."""
    if c.sees_one_of(*known):
        return c.word(c.next())
    *others, last = (f"`{one}`" for one in known)
    every = f"{', '.join(others)} or {last}"
    token = c.token()
    near = nearest(token.text, known) if token is not None and c.sees_name() else None
    if token is None or near is None:
        c.expected(every)
    headline = f"{every} is expected where {quoted(token.text)} stands"
    raise c.fault("SV401", headline, *pasted(near))
