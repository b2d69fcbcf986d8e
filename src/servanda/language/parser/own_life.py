"""Rules of an agreement's own life: how it begins and ends, and who may leave it."""

from __future__ import annotations

from servanda.language.lexer import Kind
from servanda.language.parser.conditions import condition
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.times import date, date_in_words, need_after_entry, period
from servanda.language.slip import on_lines, pasted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    EntersIntoForce,
    MayLeave,
    Names,
    Noun,
    RemainsInForce,
    RemainsUntil,
    The,
)

_MORE = 4
"""Tokens of ``and 1 year more``."""


def enters(c: Cursor, start: int) -> EntersIntoForce:
    """``enters into force when ...``, ``enters into force 60 days after ...``."""
    c.need("into", "force")
    if c.kind() is not Kind.NUMBER or date_in_words(c) is not None:
        c.need("when")
        asked = condition(c)
        return EntersIntoForce(span=c.span(start), condition=asked)
    delay = period(c)
    c.need(
        "after",
        hints=(f"the form is `enters into force {delay} after ...`, with what has to be done",),
    )
    asked = condition(c)
    return EntersIntoForce(span=c.span(start), condition=asked, delay=delay)


def remains(c: Cursor, start: int) -> RemainsInForce | RemainsUntil:
    """``remains in force for 10 years``, ``remains in force until ...``."""
    c.need("in", "force")
    if not c.take("until"):
        c.need("for")
        term = period(c)
        return RemainsInForce(span=c.span(start), period=term)
    if c.kind() is Kind.DATE or date_in_words(c) is not None:
        day = date(c)
        if c.sees(",", "and"):
            raise _date_and_more(c)
        return RemainsUntil(span=c.span(start), end=day)
    _refuse_more_without_comma(c)
    asked = condition(c)
    more = None
    if c.take(",", "and"):
        more = period(c)
        c.need("more", hints=pasted(f"{spaced(c.tokens[: c.at])} more"))
    return RemainsUntil(span=c.span(start), end=asked, more=more)


def _date_and_more(c: Cursor) -> Fault:
    """``until 2031-01-01, and 1 year more``."""
    return c.fault(
        "SV428",
        "a date that is known needs nothing added to it",
        "write the later date itself",
        last=len(c.tokens) - 1,
    )


def _refuse_more_without_comma(c: Cursor) -> None:
    """Report ``until ... and 1 year more``, which reads as another condition."""
    *before, joint, amount, unit, more = c.tokens[-_MORE - 1 :]
    words = (joint.text, more.text)
    if words != ("and", "more") or amount.kind is not Kind.NUMBER or before[0].text == ",":
        return
    whole = spaced(c.tokens[:-_MORE])
    raise c.fault(
        "SV413",
        f"a comma is missing before `and {amount.text} {unit.text} more`",
        *pasted(f"{whole}, and {amount.text} {unit.text} more"),
        first=len(c.tokens) - _MORE,
        last=len(c.tokens) - 1,
    )


def may_leave(c: Cursor, start: int, who: Names | Noun | The, *, ends: bool) -> MayLeave:
    """``a party may withdraw with effect 1 year after notice``, ``may terminate with effect ...``.

    Args:
        c: At ``may``.
        start: Where the line begins.
        who: Who may.
        ends: Whether the agreement ends for all: ``terminate``.
    """
    verb = "terminate" if ends else "withdraw"
    _see_a_party(c, who, verb)
    c.need("may", verb)
    c.need(
        "with",
        "effect",
        hints=(f"the form is `a party may {verb} with effect ... after notice`, with a period",),
    )
    each = None
    if c.take("at"):
        c.need("the", "end", "of", "each")
        each = period(c)
        form = f"the form is `... with effect at the end of each {each}, on 1 year of notice`"
        c.need(",", "on", hints=(form,))
        notice = period(c)
        c.need("of", "notice")
    else:
        notice = period(c)
        c.need("after", "notice")
    not_before = None
    if c.take(",", "not", "before"):
        not_before = period(c)
        need_after_entry(c)
    return MayLeave(span=c.span(start), ends=ends, notice=notice, not_before=not_before, each=each)


def _whether_it_is(who: Names | Noun | The) -> str:
    """What a condition asks of the bearer, where some parties are named; else nothing."""
    match who:
        case Names(names=(one,)):
            return one.text
        case Names(names=several):
            return f"one of {', '.join(word.text for word in several)}"
        case Noun(noun=noun) if noun.text != "party":
            return f"{'an' if noun.text[0] in 'aeiou' else 'a'} {noun.text}"
        case _:
            return ""


def _see_a_party(c: Cursor, who: Names | Noun | The, verb: str) -> None:
    """Report withdrawal that is written for others than parties, or for some of them."""
    if isinstance(who, Noun) and who.determiner in {"a", "each"} and who.noun.text == "party":
        return
    rule = f"a party {spaced(c.tokens[c.at :])}"
    alone = _whether_it_is(who)
    raise c.fault(
        "SV429",
        f"it is a party that may {verb}, and not others",
        *(on_lines((f"only if the bearer is {alone}", rule)) if alone else pasted(rule)),
        first=0,
        last=c.at - 1,
    )
