"""Who is meant: names, nouns, ``the ...``, counts; objects of acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from servanda.core.share import Share
from servanda.language.keywords import NOUNS, PEOPLE, PLURALS
from servanda.language.lexer import Kind
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.shares import sees_share, share
from servanda.language.parser.times import number
from servanda.language.tree import (
    ActorsTree,
    ArticleName,
    CountOf,
    Names,
    Noun,
    ObjectTree,
    The,
    Word,
)
from servanda.model.builtins import ACTS

_PREPOSITIONS = {
    form: forms.preposition
    for forms in (act.forms for act in ACTS)
    if forms.preposition
    for form in (forms.infinitive, forms.third, forms.participle)
}
"""What stands between a verb and what it is done to."""

NOTIFIES = ("notifies", "notify", "notified")
REVOKES = ("revokes", "revoke", "revoked")
NOTICES = ("withdrawal", "termination")
"""What is notified, and can be revoked before it takes effect."""

ARTICLES = ("a", "an", "another")
"""The words before a noun that mean some one actor."""


def agreement_after(c: Cursor, *prepositions: str) -> Word | None:
    """The agreement after ``of`` (or another preposition), where one is named."""
    if c.sees_one_of(*prepositions) and c.sees_name(1):
        c.next()
        return c.name("an agreement")
    return None


def noun(c: Cursor) -> Noun:
    """``a party``, ``another state``, ``each other guarantor``, ``each party of NAT``."""
    start = c.start
    determiner: Literal["a", "another", "each", "each other"]
    if c.take("each"):
        determiner = "each other" if c.take("other") else "each"
    elif c.take("another"):
        determiner = "another"
    else:
        c.take_one_of("a", "an")
        determiner = "a"
    word = c.one_of(NOUNS, "a noun such as `party` or `state`")
    agreement = agreement_after(c, "of")
    return Noun(span=c.span(start), determiner=determiner, noun=word, agreement=agreement)


def the(c: Cursor) -> The:
    """``the victim``, ``the bearer``, ``the parties of NAT``."""
    start = c.start
    c.need("the")
    word = c.one_of(PEOPLE | PLURALS, "a role such as `victim`, or a plural such as `parties`,")
    agreement = agreement_after(c, "of")
    return The(span=c.span(start), word=word, agreement=agreement)


def names(c: Cursor, what: str = "a name") -> Names:
    """``USA, GBR``."""
    start = c.start
    found = c.names(what)
    return Names(span=c.span(start), names=found)


def whom(c: Cursor) -> Names | Noun:
    """``a party``, ``another party``, or names."""
    return noun(c) if c.sees_one_of(*ARTICLES) else names(c, "a name, or `a party`")


def article_name(c: Cursor) -> ArticleName:
    """``article 5``, ``article 5 of NAT``."""
    start = c.start
    c.need("article")
    number = c.article_number()
    agreement = agreement_after(c, "of")
    return ArticleName(span=c.span(start), number=number, agreement=agreement)


def subject(c: Cursor) -> ActorsTree:
    """Who must have acted for a condition to hold."""
    start = c.start
    if c.take("each", "of"):
        if c.sees("the"):
            c.expected("a name", ("write `each party` for every one of the parties",))
        found = c.names()
        return Names(span=c.span(start), names=found, each=True)
    if c.sees("a", "majority") or _is_number_of(c) or sees_share(c):
        return _count(c)
    if c.sees_one_of("each", *ARTICLES):
        return noun(c)
    if c.sees("the"):
        return the(c)
    return names(c, "a name, `the ...`, `a ...` or `each ...`")


def _is_number_of(c: Cursor) -> bool:
    return c.kind() is Kind.NUMBER and c.sees_one_of("of", ahead=1)


def _count(c: Cursor) -> CountOf:
    start = c.start
    count: int | Share | None = None
    if not c.take("a", "majority"):
        count = share(c) if sees_share(c) else number(c)
    c.need("of")
    plural = the(c)
    including = c.names() if c.take(",", "including") or c.take("including") else ()
    return CountOf(span=c.span(start), count=count, plural=plural, including=including)


def verb_of_act(c: Cursor, what: str) -> Word:
    """A verb: ``requests``; the two words ``notifies withdrawal``."""
    if sees_notice(c):
        start, text = c.start, f"{c.next().text} {c.next().text}"
        return Word(text, c.span(start))
    return c.name(what)


def sees_notice(c: Cursor) -> bool:
    """Whether two words for a notice come next: ``notifies withdrawal``."""
    return c.sees_one_of(*NOTIFIES, *REVOKES) and c.sees_one_of(*NOTICES, ahead=1)


def act_object(c: Cursor, verb: Word) -> ObjectTree | None:
    """What an act is done to, where something is named."""
    preposition = _PREPOSITIONS.get(verb.text, "")
    if c.sees("article"):
        return article_name(c)
    if c.sees("the"):
        return the(c)
    if c.sees_one_of(*ARTICLES) or c.sees("each"):
        return noun(c)
    if preposition and c.sees(preposition) and c.sees_name(1):
        c.next()
        return replace(names(c), preposition=preposition)
    return names(c) if c.sees_name() else None
