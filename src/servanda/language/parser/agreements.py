"""Statements of an agreement: the agreement itself, its articles and their readings."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal, assert_never

from servanda.language.parser.actors import article_name
from servanda.language.parser.articles import article_line
from servanda.language.parser.body import Body
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.declarations import where_line
from servanda.language.parser.mistakes import line_fault
from servanda.language.parser.priorities import agreement_priority
from servanda.language.slip import Slip
from servanda.language.tree import (
    AgreementPriority,
    AgreementStatement,
    ArticleLine,
    ArticleName,
    ArticleStatement,
    ConditionTree,
    CreatesNoDuty,
    DoesNotApply,
    EffectTree,
    For,
    Forthwith,
    From,
    GivenEffectBy,
    MaySuspend,
    MayWaive,
    Modal,
    Names,
    Notwithstanding,
    OnlyIf,
    OperatesTree,
    OwnLifeTree,
    PerformedOnlyIf,
    ReadingStatement,
    SubjectTo,
    Unless,
    Until,
    UntilDay,
    When,
    While,
    Within,
    Word,
)


def agreement(body: Body, c: Cursor) -> AgreementStatement | None:
    """``agreement NAT "North Atlantic Treaty"``."""
    name = body.take(c, Cursor.declared)
    title = body.take(c, Cursor.title)
    body.close(c)
    between: tuple[Word, ...] = ()
    bound_by: Literal["signature", "ratification"] | None = None
    priorities: list[AgreementPriority] = []
    for line in body.once(body.lines(_agreement_line), _sort_of_agreement_line):
        if isinstance(line, AgreementPriority):
            priorities.append(line)
        elif isinstance(line, Names):
            between = line.names
        else:
            bound_by = "signature" if line.text == "signature" else "ratification"
    if name is None:
        return None
    return AgreementStatement(
        span=name.span,
        name=name,
        title=title,
        between=between,
        bound_by=bound_by,
        priorities=tuple(priorities),
    )


def _sort_of_agreement_line(line: Names | Word | AgreementPriority) -> Hashable:
    """What no two lines of an agreement may share; nothing for those on priority."""
    return () if isinstance(line, AgreementPriority) else isinstance(line, Word)


def _agreement_line(c: Cursor) -> Names | Word | AgreementPriority:
    start = c.start
    if c.take("prevails"):
        return agreement_priority(c, start, "over", "notwithstanding", prevails=True)
    if c.take("without"):
        c.need("prejudice")
        return agreement_priority(c, start, "to", "subject to", prevails=False)
    if c.take("between"):
        start = c.start
        found = c.names("the states that negotiated it")
        return Names(span=c.span(start), names=found)
    if c.take("bound"):
        c.need("by")
        if not c.sees_one_of("signature", "ratification"):
            c.expected("`signature` or `ratification`")
        return c.word(c.next())
    raise line_fault(c, "agreement")


def article(body: Body, c: Cursor) -> ArticleStatement | None:
    """``article 5 "Collective defence"`` and its lines."""
    number = body.take(c, Cursor.article_number)
    title = body.take(c, Cursor.title)
    body.close(c)
    advice = _split(number)
    lines = body.once(body.lines(_article_line), _sort, lambda _: advice)
    _see_one_rule(body, c, lines, advice)
    if number is None:
        return None
    return ArticleStatement(span=number.span, number=number, title=title, lines=lines)


def _article_line(c: Cursor) -> ArticleLine:
    start = c.start
    if c.sees("also"):
        raise c.fault(
            "SV404",
            "`also` adds a line to another article's, so it stands in a `reading`",
            "leave out `also`",
        )
    line = article_line(c, "article")
    return ArticleLine(span=c.span(start), line=line)


def _sort(line: ArticleLine) -> Hashable:
    """What no two lines of an article may share; nothing for rules and conditions."""
    if isinstance(line.line, OwnLifeTree):
        return ()
    match line.line:
        case When() | From() | Until() | While():
            return type(line.line).__name__
        case UntilDay() | For():
            return For.__name__
        case GivenEffectBy():
            return GivenEffectBy.__name__
        case Within() | Forthwith():
            return Within.__name__
        case OnlyIf() | PerformedOnlyIf() | Unless() | Modal() | DoesNotApply() | OperatesTree():
            return ()
        case MaySuspend() | MayWaive() | CreatesNoDuty() | SubjectTo() | Notwithstanding():
            return ()
        case _:
            assert_never(line.line)


def _split(number: Word | None) -> str:
    whole = "8" if number is None else number.text
    return f"split the article in two, such as `article {whole}.1` and `article {whole}.2`"


def _see_one_rule(body: Body, c: Cursor, lines: tuple[ArticleLine, ...], advice: str) -> None:
    """Report an article without a rule, and one with several."""
    rules = [line for line in lines if isinstance(line.line, EffectTree)]
    name = body.clause or "this article"
    if not rules and not body.at_fault:
        body.report(
            c.fault(
                "SV406",
                f"{name} has no rule: it does not say what is to be done",
                "add a line such as `each party must consult`",
                label="who must, or may, do what?",
                first=0,
                last=1,
            ).slip
        )
    for further in rules[1:]:
        first = rules[0].span
        body.incomplete = True
        body.report(
            Slip(
                "SV407",
                f"{name} has more than one rule, and an article holds exactly one",
                further.span.start,
                further.span.end,
                label="a further rule",
                hints=(advice,),
                related=(("the first rule is here", first.start, first.end),),
            )
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a reading reads: an article, or a definition by its adjective and kind."""

    article: ArticleName | None = None
    adjective: Word | None = None
    kind: Word | None = None


def reading(body: Body, c: Cursor) -> ReadingStatement | None:
    """``reading council_first of article 5 "..."`` or ``of armed attack``."""
    name = body.take(c, Cursor.declared)
    what = body.take(c, _what_is_read)
    title = body.take(c, Cursor.title)
    body.close(c)
    of_definition = what is not None and what.article is None
    found = body.lines(where_line if of_definition else _reading_line)
    lines = tuple(line for line in found if isinstance(line, ArticleLine))
    where = body.once(tuple(line for line in found if not isinstance(line, ArticleLine)))
    if name is None or what is None:
        return None
    return ReadingStatement(
        span=name.span,
        name=name,
        title=title,
        article=what.article,
        adjective=what.adjective,
        kind=what.kind,
        lines=lines,
        where=where[0] if where else None,
    )


def _what_is_read(c: Cursor) -> _Read:
    c.need("of")
    if c.sees("article"):
        return _Read(article=article_name(c))
    adjective = c.name("an article, or a defined term such as `armed attack`")
    kind = c.name("an incident")
    return _Read(adjective=adjective, kind=kind)


def _reading_line(c: Cursor) -> ArticleLine | ConditionTree:
    start = c.start
    also = c.take("also")
    if c.sees("where"):
        raise c.fault(
            "SV404",
            "`where` says what a defined term means, and this is a reading of an article",
            "write `only if`",
        )
    line = article_line(c, "reading")
    return ArticleLine(span=c.span(start), line=line, also=also)
