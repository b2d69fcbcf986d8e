"""What a scenario expects: claims about duties, parties and agreements."""

from __future__ import annotations

from typing import Literal

from servanda.core.calendar import Moment
from servanda.language.keywords import NOUNS, PLURALS
from servanda.language.lexer import Kind
from servanda.language.parser.actions import action
from servanda.language.parser.actors import agreement_after, article_name, names
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.mistakes import MODALS, may_not, no_modal
from servanda.language.parser.times import moment, number
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    ArticleName,
    ConflictTree,
    ExpectLine,
    GivenEffectTree,
    InForceTree,
    IsPartyTree,
    Modality,
    Names,
    NoDutyTree,
    OperatingTree,
    OwesTree,
    StandsTree,
    UndeterminedTree,
    Word,
)

PlainClaim = (
    OwesTree
    | StandsTree
    | IsPartyTree
    | InForceTree
    | OperatingTree
    | ConflictTree
    | GivenEffectTree
)


def expect_line(c: Cursor) -> ExpectLine:
    """``expect``, a moment where one is given, and a claim."""
    start = c.start
    c.need("expect")
    at = moment(c) if c.take("on") else None
    first = c.at
    claim = _claim(c)
    text = spaced(c.tokens[first : c.at])
    return ExpectLine(span=c.span(start), claim=claim, text=text, at=at)


def _claim(c: Cursor) -> PlainClaim | NoDutyTree | UndeterminedTree:
    start = c.start
    if c.take("no", "duty"):
        c.need("of")
        who = names(c)
        article = article_name(c) if c.take("under") else None
        over = c.name("an incident") if c.take("over") else None
        return NoDutyTree(span=c.span(start), who=who, article=article, over=over)
    if c.sees("conflict") or c.sees("no", "conflict"):
        return _conflict(c)
    if c.take("it"):
        c.need("is", "undetermined", "whether")
        claim = _plain(c)
        want: tuple[Word, ...] = ()
        if c.sees("for", "want", "of"):
            line = c.line_with(", for", c.at, c.at)
            headline = "a comma is missing before `for want of`"
            raise c.fault("SV413", headline, *pasted(line), last=c.at + 2)
        if c.take(",", "for", "want", "of"):
            want = c.names("an attribute or an issue")
        return UndeterminedTree(span=c.span(start), claim=claim, want=want)
    return _plain(c)


def _plain(c: Cursor) -> PlainClaim:
    start = c.start
    if c.sees("article") and any(c.sees_one_of("conflicts", ahead=ahead) for ahead in (2, 4)):
        return _conflicts(c)
    if c.kind() is Kind.NUMBER:
        count = number(c)
        plural = c.one_of(PLURALS | NOUNS, "a plural such as `parties`")
        agreement = agreement_after(c, "of")
        return _owes(c, start, None, count, plural, agreement)
    if c.sees("article") or _is_suspended(c):
        return _operating(c, start)
    who = names(c, "who it is about")
    if c.sees_one_of("must", "may"):
        return _owes(c, start, who)
    if c.take_one_of("is", "are"):
        return _is(c, start, who)
    if c.take_one_of("has", "have"):
        return _has(c, start, who)
    if c.sees_one_of(*MODALS):
        raise no_modal(c, "scenario")
    if not c.take("still"):
        c.expected("`must`, `may`, `is`, `has met` or `still owes`")
    if not c.take("owe"):
        c.need("owes")
    return _stands(c, start, who, "pending")


def _is_suspended(c: Cursor) -> bool:
    """Whether a name comes next, and then that it is, or is not, suspended."""
    if not c.sees_name():
        return False
    after = 2 if c.sees_one_of("not", ahead=2) else 1
    return c.sees_one_of("is", ahead=1) and c.sees_one_of("suspended", ahead=after + 1)


def _operating(c: Cursor, start: int) -> OperatingTree:
    """``article 5 is suspended for USA``, ``article 5 has not ceased to apply``."""
    text = article_name(c) if c.sees("article") else c.name()
    state: Literal["suspended", "ceased"] = "ceased" if c.sees("has") else "suspended"
    if not c.take_one_of("is", "has"):
        number = text.number.text if isinstance(text, ArticleName) else ""
        c.expected(
            "`is suspended` or `has ceased to apply`",
            pasted(f"expect article {number} is suspended"),
        )
    negated = c.take("not")
    c.need(*(("ceased", "to", "apply") if state == "ceased" else ("suspended",)))
    who = names(c, "for whom") if c.take("for") else None
    return OperatingTree(span=c.span(start), text=text, state=state, who=who, negated=negated)


def _conflict(c: Cursor) -> ConflictTree:
    """``conflict of article 3 with article 5 for USA``; ``no conflict``."""
    start = c.start
    negated = c.take("no")
    c.need("conflict")
    one = other = None
    if c.take("of"):
        one = article_name(c)
        c.need("with")
        other = article_name(c)
    who = names(c) if c.take("for") else None
    return ConflictTree(span=c.span(start), negated=negated, one=one, other=other, who=who)


def _conflicts(c: Cursor) -> ConflictTree:
    """``it is undetermined whether article 3 conflicts with article 5 for USA``."""
    start = c.start
    one = article_name(c)
    form = ("the form is `conflict of article 3 with article 5`",)
    c.need("conflicts", "with", hints=form)
    other = article_name(c)
    who = names(c) if c.take("for") and not c.sees("want") else None
    return ConflictTree(span=c.span(start), one=one, other=other, who=who)


def _owes(
    c: Cursor,
    start: int,
    who: Names | None,
    count: int | None = None,
    plural: Word | None = None,
    agreement: Word | None = None,
) -> OwesTree:
    modality = _modality(c)
    what = action(c)
    by: Moment | None = None
    article: ArticleName | None = None
    over: Word | None = None
    if modality != "may" and c.take("by"):
        by = moment(c)
    if c.take("under"):
        article = article_name(c)
    if c.take("over"):
        over = c.name("an incident")
    return OwesTree(
        span=c.span(start),
        who=who,
        action=what,
        count=count,
        plural=plural,
        agreement=agreement,
        modality=modality,
        by=by,
        article=article,
        over=over,
    )


def _has(c: Cursor, start: int, who: Names) -> StandsTree | GivenEffectTree:
    denied = c.take("not")
    if c.take("given", "effect", "to"):
        article = article_name(c)
        return GivenEffectTree(span=c.span(start), who=who, article=article, negated=denied)
    c.need("met")
    return _stands(c, start, who, "met", denied=denied)


def _modality(c: Cursor) -> Modality:
    """``must``, ``must not`` or ``may``."""
    if c.take("may"):
        if c.sees("not"):
            raise may_not(c)
        return "may"
    c.need("must")
    return "must not" if c.take("not") else "must"


def _is(c: Cursor, start: int, who: Names) -> StandsTree | IsPartyTree | InForceTree:
    if c.take("in", "breach", "of"):
        return _stands(c, start, who, "breached")
    if c.take("not", "in", "breach", "of"):
        return _stands(c, start, who, "breached", denied=True)
    if c.take("released", "from"):
        return _stands(c, start, who, "lapsed")
    if c.take("excepted", "from"):
        return _stands(c, start, who, "excepted")
    negated = c.take("not")
    if len(who.names) == 1 and c.take("in", "force"):
        return InForceTree(span=c.span(start), agreement=who.names[0], negated=negated)
    if not (c.take("parties") or c.take("a", "party")):
        c.expected("`a party`, `in force`, `in breach of`, `released from` or `excepted from`")
    agreement = agreement_after(c, "of", "to")
    return IsPartyTree(span=c.span(start), who=who, negated=negated, agreement=agreement)


def _stands(
    c: Cursor,
    start: int,
    who: Names,
    state: Literal["met", "breached", "lapsed", "excepted", "pending"],
    *,
    denied: bool = False,
) -> StandsTree:
    article = article_name(c)
    over = c.name("an incident") if c.take("over") else None
    return StandsTree(
        span=c.span(start), who=who, state=state, article=article, denied=denied, over=over
    )
