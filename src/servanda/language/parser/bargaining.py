"""Statements of what could be signed, and their lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

from servanda.core.spelling import nearest
from servanda.language.lexer import Kind, Token
from servanda.language.parser.body import Body
from servanda.language.parser.conditions import condition
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.mistakes import line_fault
from servanda.language.parser.times import number
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    Amount,
    Cost,
    LinkageStatement,
    NoAgreement,
    OnlyWith,
    ParticipationStatement,
    PreferencesStatement,
    RequirementStatement,
    Requires,
    RestsOn,
    Weighs,
    Word,
    WorthTree,
)

INVOLVEMENTS = ("discussed", "decided", "concluded")
"""What is not done without somebody."""

_GOES_ON = "to go on with an issue's options on the next line, indent that by four spaces"
_ONLY_WITH = ("the form is `ISSUE is discussed only with UKR`",)
_WORTH = "a worth from `0` to `100`"

T = TypeVar("T")


def requirement(
    sort: Literal["red line", "demand"],
) -> Callable[[Body, Cursor], RequirementStatement | None]:
    """``red line no_membership of RUS "..."``, ``demand early_guarantee of UKR "..."``."""

    def read(body: Body, c: Cursor) -> RequirementStatement | None:
        if sort == "red line":
            body.take(c, _line)
        name = body.take(c, _name)
        party = body.take(c, _of_party)
        title = body.take(c, Cursor.title)
        body.close(c)
        lines = body.once(body.lines(_requirement_line(body.keyword)), _sort, _advice)
        if name is None or party is None:
            return None
        return RequirementStatement(
            span=name.span,
            sort=sort,
            name=name,
            party=party,
            title=title,
            requires=_one(lines, Requires),
            cost=_one(lines, Cost),
            rests_on=_rests_on(lines),
        )

    return read


def _line(c: Cursor) -> None:
    """The second word of ``red line``."""
    token = c.token()
    if token is not None and nearest(token.text, ("line",)):
        c.expected("`line`", pasted("line"))
    c.need("line", hints=pasted(f"red line {spaced(c.tokens[c.at :])}".rstrip()))


def _name(c: Cursor) -> Word:
    if c.sees("of"):
        c.expected("a name", ("each has a name of its own: `red line no_membership of RUS`",))
    return c.declared()


def _of_party(c: Cursor) -> Word:
    c.need("of", hints=("whose it is stands after `of`, such as `of RUS`",))
    party = c.name("a party")
    if c.sees_one_of(",", "and"):
        headline = "what is asked for, or preferred, is one party's"
        raise c.fault("SV417", headline, "write it for each of them, by name")
    return party


def _requirement_line(keyword: str) -> Callable[[Cursor], Requires | Cost | RestsOn]:
    def read(c: Cursor) -> Requires | Cost | RestsOn:
        start = c.start
        if c.take("requires"):
            asked = condition(c)
            return Requires(span=c.span(start), condition=asked)
        if c.take("cost"):
            amount = _amount(c, "a whole number such as `5`")
            return Cost(span=c.span(start), amount=amount)
        if c.sees("rests"):
            return _rests(c)
        raise line_fault(c, keyword)

    return read


def _amount(c: Cursor, what: str) -> Amount:
    start = c.start
    if c.kind() is Kind.NUMBER and not c.tokens[c.at].text.isdecimal():
        c.expected(
            what, ("only whole numbers are written, and how they stand to one another counts",)
        )
    value = number(c, what)
    return Amount(span=c.span(start), value=value)


def _rests(c: Cursor) -> RestsOn:
    start = c.start
    c.need("rests", "on")
    if c.kind() is Kind.TITLE:
        c.expected("a statement", ("what is said in words stands in a `source` line",))
    statements = c.names("a statement")
    return RestsOn(span=c.span(start), statements=statements)


def _sort(line: object) -> object:
    """Of which lines there is one of each kind: `rests on` may be repeated."""
    return () if isinstance(line, RestsOn | Weighs | OnlyWith) else type(line)


def _advice(line: object) -> str:
    joined = "join the two conditions by `and`, in one line"
    return joined if isinstance(line, Requires) else "keep one of the two"


def _one(lines: tuple[object, ...], kind: type[T]) -> T | None:
    return next((line for line in lines if isinstance(line, kind)), None)


def _rests_on(lines: tuple[object, ...]) -> tuple[Word, ...]:
    return tuple(name for line in lines if isinstance(line, RestsOn) for name in line.statements)


def preferences(body: Body, c: Cursor) -> PreferencesStatement | None:
    """``preferences of RUS``."""
    party = body.take(c, _of_party)
    body.close(c)
    lines = body.once(body.lines(_preference), _sort)
    if party is None:
        return None
    return PreferencesStatement(
        span=party.span,
        party=party,
        valuations=tuple(line for line in lines if isinstance(line, Weighs)),
        no_agreement=_one(lines, NoAgreement),
        rests_on=_rests_on(lines),
    )


def _preference(c: Cursor) -> Weighs | NoAgreement | RestsOn:
    start = c.start
    if c.take("no", "agreement"):
        worth = _amount(c, _WORTH)
        return NoAgreement(span=c.span(start), worth=worth)
    if c.sees("rests", "on"):
        return _rests(c)
    if not c.sees_name() or not _may_weigh(c.token(1)):
        raise line_fault(c, "preferences")
    issue = c.name("an issue")
    if c.kind() is Kind.NUMBER and not any(token.text == ":" for token in c.tokens):
        headline = "what an option is worth stands in the line of its issue"
        raise c.fault("SV404", headline, _GOES_ON, first=0, last=len(c.tokens) - 1)
    _need_weighs(c)
    weight = _amount(c, "a weight such as `30`")
    c.need(":", hints=(f"the form is `{issue.text} weighs {weight.value}: OPTION 100, OPTION 0`",))
    worths = [_worth(c)]
    while c.take(","):
        worths.append(_worth(c))
    return Weighs(span=c.span(start), issue=issue, weight=weight, worths=tuple(worths))


def _may_weigh(token: Token | None) -> bool:
    """Whether `weighs` stands behind an issue, or a number or a colon in its place."""
    if token is None or token.kind is Kind.NUMBER or token.text == ":":
        return token is not None
    return token.text == "weighs" or nearest(token.text, ("weighs", "weight")) is not None


def _need_weighs(c: Cursor) -> None:
    if c.take("weighs"):
        return
    form = ("the form is `ISSUE weighs 30: OPTION 100, OPTION 0`",)
    token = c.token()
    c.expected("`weighs`", pasted("weighs") if token and token.kind is Kind.WORD else form)


def _worth(c: Cursor) -> WorthTree:
    start = c.start
    if c.done:
        c.expected("an option", (_GOES_ON,))
    option = c.name("an option")
    worth = _amount(c, _WORTH)
    return WorthTree(span=c.span(start), option=option, worth=worth)


def participation(body: Body, c: Cursor) -> ParticipationStatement | None:
    """``participation territory_with_ukraine "..."``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.lines(_participation_line)
    if name is None:
        return None
    return ParticipationStatement(
        span=name.span,
        name=name,
        title=title,
        rules=tuple(line for line in lines if isinstance(line, OnlyWith)),
        rests_on=_rests_on(lines),
    )


def _participation_line(c: Cursor) -> OnlyWith | RestsOn:
    start = c.start
    if c.sees("rests", "on"):
        return _rests(c)
    if not (c.sees_name() and c.sees_one_of("is", *INVOLVEMENTS, ahead=1)):
        raise line_fault(c, "participation")
    matter = c.name("an issue or an agreement")
    c.need("is", hints=pasted(f"{matter.text} is {spaced(c.tokens[c.at :])}"))
    involvement = _involvement(c)
    c.need("only", "with", hints=_ONLY_WITH)
    who = c.names("an actor")
    if c.sees("or"):
        headline = (
            "`only with` names all without whom it is not done: that one is enough cannot be said"
        )
        raise c.fault("SV417", headline, "a `judgement` line keeps it in sight")
    return OnlyWith(span=c.span(start), matter=matter, involvement=involvement, who=who)


def _involvement(c: Cursor) -> Word:
    if not c.sees_one_of(*INVOLVEMENTS):
        token = c.token()
        near = nearest(token.text, INVOLVEMENTS) if token and token.kind is Kind.WORD else None
        c.expected("`discussed`, `decided` or `concluded`", pasted(near) if near else ())
    return c.word(c.next())


def linkage(body: Body, c: Cursor) -> LinkageStatement | None:
    """``linkage law_and_order "..."``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    lines = body.once(body.lines(_linkage_line), _sort, _advice)
    if name is None:
        return None
    return LinkageStatement(span=name.span, name=name, title=title, requires=_one(lines, Requires))


def _linkage_line(c: Cursor) -> Requires:
    start = c.start
    if not c.take("requires"):
        raise line_fault(c, "linkage")
    asked = condition(c)
    return Requires(span=c.span(start), condition=asked)
