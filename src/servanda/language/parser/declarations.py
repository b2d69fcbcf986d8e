"""Statements that declare who, where and what: from ``case`` to ``issue``."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Literal

from servanda.language.keywords import NOUNS
from servanda.language.parser.actors import names, the
from servanda.language.parser.body import Body
from servanda.language.parser.conditions import condition
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.mistakes import line_fault, unknown_line
from servanda.language.parser.rules import rule
from servanda.language.parser.times import dates
from servanda.language.slip import Slip, pasted
from servanda.language.tree import (
    ActorStatement,
    ActStatement,
    AttributeLine,
    CalledLine,
    CaseStatement,
    CircumstanceStatement,
    ConditionTree,
    DatedNames,
    DefineStatement,
    GroupStatement,
    IncidentStatement,
    IssueStatement,
    LadderStatement,
    LawStatement,
    MotionStatement,
    Names,
    OptionLine,
    OrganStatement,
    RegionStatement,
    Rule,
    The,
    Word,
)

_OBJECTS = frozenset({"actor", "law", "act", "agreement", "article"})
"""Words of the language that an act's ``object`` line takes, besides ``none``."""

_OTHER_NAME = "another name in double quotes"

_SORTS = ("actor", "state", "region")
"""What the values of an attribute can be, where they are not listed."""


def case(body: Body, c: Cursor) -> CaseStatement | None:
    """``case "Title"``."""
    title = body.take(c, lambda c: c.needed_title("the title of the case in double quotes"))
    body.close(c)
    body.lines(unknown_line(body.keyword))
    return None if title is None else CaseStatement(span=title.span, title=title)


def actor(
    sort: Literal["state", "organisation", "actor"],
) -> Callable[[Body, Cursor], ActorStatement | None]:
    """``state UKR "Ukraine"`` and its like."""

    def read(body: Body, c: Cursor) -> ActorStatement | None:
        name = body.take(c, Cursor.declared)
        title = body.take(c, Cursor.title)
        body.close(c)
        called = body.lines(called_line(body.keyword))
        if name is None:
            return None
        return ActorStatement(span=name.span, sort=sort, name=name, title=title, called=called)

    return read


def called_line(statement: str) -> Callable[[Cursor], CalledLine]:
    """A reader of ``called "Moscow", "the Kremlin"``, the only line that a statement takes.

    Args:
        statement: The statement that it stands in.
    """

    def read(c: Cursor) -> CalledLine:
        found = called(c)
        if found is None:
            raise line_fault(c, statement)
        return found

    return read


def called(c: Cursor) -> CalledLine | None:
    """``called "Moscow", "the Kremlin"``, where that comes next."""
    start = c.start
    if not c.take("called"):
        return None
    names = [c.needed_title(_OTHER_NAME)]
    while c.take(","):
        names.append(c.needed_title(_OTHER_NAME))
    return CalledLine(span=c.span(start), names=tuple(names))


def group(body: Body, c: Cursor) -> GroupStatement | None:
    """``group guarantor "Guarantors" plural guarantors``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    plural = body.take(c, _plural)
    body.close(c)
    members = body.lines(dated("members", body.keyword))
    if name is None:
        return None
    return GroupStatement(span=name.span, name=name, title=title, plural=plural, members=members)


def _plural(c: Cursor) -> Word | None:
    return c.declared() if c.take("plural") else None


def dated(keyword: str, statement: str) -> Callable[[Cursor], DatedNames]:
    """A reader of ``members A, B from D until D``, or of another list whose lines are dated.

    Args:
        keyword: The word that its lines begin with.
        statement: The statement that they stand in.
    """

    def read(c: Cursor) -> DatedNames:
        start = c.start
        if not c.take(keyword):
            raise line_fault(c, statement)
        found = c.names()
        first, last = dates(c)
        return DatedNames(span=c.span(start), names=found, start=first, end=last)

    return read


def organ(body: Body, c: Cursor) -> OrganStatement | None:
    """``organ council "North Atlantic Council"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.once(body.lines(_organ_line), _sort_of_organ_line)
    if name is None:
        return None
    return OrganStatement(
        span=name.span,
        name=name,
        title=title,
        called=tuple(line for line in lines if isinstance(line, CalledLine)),
        members=next((line for line in lines if isinstance(line, Names | The)), None),
        rule=next((line for line in lines if isinstance(line, Rule)), None),
    )


def _sort_of_organ_line(line: Names | The | Rule | CalledLine) -> Hashable:
    """What an organ has one of; nothing for its other names."""
    return () if isinstance(line, CalledLine) else isinstance(line, Rule)


def _organ_line(c: Cursor) -> Names | The | Rule | CalledLine:
    other_names = called(c)
    if other_names is not None:
        return other_names
    if c.take("members"):
        return the(c) if c.sees("the") else names(c)
    if c.take("decides"):
        c.need("by")
        return rule(c)
    raise line_fault(c, "organ")


def region(body: Body, c: Cursor) -> RegionStatement | None:
    """``region ukraine "Ukraine"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    contains = body.lines(dated("contains", body.keyword))
    if name is None:
        return None
    return RegionStatement(span=name.span, name=name, title=title, contains=contains)


def ladder(body: Body, c: Cursor) -> LadderStatement | None:
    """``ladder response: refrain < consult < ...``."""
    name = body.take(c, Cursor.declared)
    levels = body.take(c, _levels) or ()
    body.close(c)
    body.lines(unknown_line(body.keyword))
    return None if name is None else LadderStatement(span=name.span, name=name, levels=levels)


def _levels(c: Cursor) -> tuple[Word, ...]:
    c.need(":")
    found = [c.declared("a level")]
    while c.take("<"):
        found.append(c.declared("a level"))
    return tuple(found)


def law(body: Body, c: Cursor) -> LawStatement | None:
    """``law non_aggression_law "..."``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    body.lines(unknown_line(body.keyword))
    return None if name is None else LawStatement(span=name.span, name=name, title=title)


def motion(body: Body, c: Cursor) -> MotionStatement | None:
    """``motion peace_secured "..."``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    body.lines(unknown_line(body.keyword))
    return None if name is None else MotionStatement(span=name.span, name=name, title=title)


def act(body: Body, c: Cursor) -> ActStatement | None:
    """``act invite (invites, invited, invitation) "..."``."""
    name = body.take(c, Cursor.declared)
    forms = body.take(c, _forms)
    title = body.take(c, Cursor.title)
    body.close(c)
    objects = body.once(body.lines(_object))
    if name is None:
        return None
    return ActStatement(
        span=name.span,
        name=name,
        title=title,
        forms=forms,
        object=objects[0] if objects else None,
    )


def _forms(c: Cursor) -> tuple[Word, Word, Word] | None:
    if not c.take("("):
        return None
    three = ("three forms are given: `(invites, invited, invitation)`",)
    third = c.declared("the third person, such as `invites`,")
    c.need(",", hints=three)
    participle = c.declared("the participle, such as `invited`,")
    c.need(",", hints=three)
    noun = c.declared("the noun, such as `invitation`,")
    c.need(")", hints=three)
    return third, participle, noun


def _object(c: Cursor) -> Word:
    if not c.take("object"):
        raise line_fault(c, "act")
    if c.sees_one_of(*(NOUNS - _OBJECTS)):
        headline = f"an act is done to actors: `{c.tokens[c.at].text}` cannot be its object"
        raise c.fault("SV401", headline, *pasted("actor"))
    return c.one_of(_OBJECTS, "`actor`, `law`, `act`, `agreement`, `article` or `none`")


def incident(body: Body, c: Cursor) -> IncidentStatement | None:
    """``incident attack (attacks, attacked, attack) "Attack"``."""
    name = body.take(c, Cursor.declared)
    forms = body.take(c, _forms)
    title = body.take(c, Cursor.title)
    body.close(c)
    attributes = body.lines(_attribute)
    if name is None:
        return None
    return IncidentStatement(
        span=name.span, name=name, title=title, forms=forms, attributes=attributes
    )


def _attribute(c: Cursor) -> AttributeLine:
    start = c.start
    role: Literal["by", "on"] | None = None
    if c.take("by"):
        role = "by"
    elif c.take("on"):
        role = "on"
    name = c.declared("an attribute")
    c.need(":")
    if c.sees_one_of(*_SORTS):
        values: tuple[Word, ...] = (c.word(c.next()),)
    else:
        values = c.names("a value, or `actor`, `state` or `region`")
    return AttributeLine(span=c.span(start), name=name, values=values, role=role)


def define(body: Body, c: Cursor) -> DefineStatement | None:
    """``define armed attack "Armed attack"``."""
    adjective = body.take(c, Cursor.declared)
    kind = body.take(c, lambda c: c.name("an incident"))
    title = body.take(c, Cursor.title)
    body.close(c)
    where = body.once(body.lines(where_line))
    if adjective is None or kind is None:
        return None
    return DefineStatement(
        span=adjective.span,
        adjective=adjective,
        kind=kind,
        title=title,
        where=where[0] if where else None,
    )


def where_line(c: Cursor) -> ConditionTree:
    """``where means is one of ground, air``."""
    if not c.take("where"):
        raise line_fault(c, "define")
    return condition(c)


def circumstance(body: Body, c: Cursor) -> CircumstanceStatement | None:
    """``circumstance truce "A truce is in force"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    body.lines(unknown_line(body.keyword))
    return None if name is None else CircumstanceStatement(span=name.span, name=name, title=title)


def issue(body: Body, c: Cursor) -> IssueStatement | None:
    """``issue response_level "..."``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.lines(_issue_line)
    options = tuple(line for line in lines if isinstance(line, OptionLine))
    other_names = tuple(line for line in lines if isinstance(line, CalledLine))
    _refuse_below_options(body, other_names, options)
    settled = body.once(tuple(line for line in lines if isinstance(line, Word)))
    if name is None:
        return None
    return IssueStatement(
        span=name.span,
        name=name,
        title=title,
        called=other_names,
        options=options,
        settled=settled[0] if settled else None,
    )


def _refuse_below_options(
    body: Body, lines: tuple[CalledLine, ...], options: tuple[OptionLine, ...]
) -> None:
    """Report other names below an option: one cannot see whether they are its own or the issue's."""
    for line in lines:
        if options and options[0].span.start < line.span.start:
            body.report(
                Slip(
                    "SV446",
                    "one cannot see whether the issue or its option is called so",
                    line.span.start,
                    line.span.end,
                    hints=(
                        "the other names of an option go on with its line: indent them by four spaces",
                        "those of the issue stand above its options",
                    ),
                )
            )


def _issue_line(c: Cursor) -> OptionLine | CalledLine | Word:
    start = c.start
    other_names = called(c)
    if other_names is not None:
        return other_names
    if c.take("option"):
        name = c.declared("an option")
        title = c.title()
        own = called(c)
        return OptionLine(span=c.span(start), name=name, title=title, called=(own,) if own else ())
    if c.take("settled"):
        c.need("on")
        return c.name("an option")
    raise line_fault(c, "issue")
