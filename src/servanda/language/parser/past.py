"""Conditions that something has happened before: ``there has been attack by RUS on UKR``."""

from __future__ import annotations

from servanda.language.parser.actors import ARTICLES, names, noun, the
from servanda.language.parser.cursor import Cursor
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import HasBeen, Names, Noun, The

_ENDS = ("and", "or", ")")


def has_been(c: Cursor, start: int) -> HasBeen:
    """``there has been``, an incident, and by whom and on whom it was."""
    first = c.at
    c.need("there")
    if c.sees("have"):
        after = 3 if c.sees("have", "been") else 2
        _refuse(c, first, "an incident is told in the singular", "there has been", after)
    c.need("has")
    if c.sees("not", "been"):
        _refuse_denial(c, first, 4)
    c.need("been")
    if c.sees_one_of("no"):
        _refuse_denial(c, first, 4)
    if c.sees_one_of("a", "an"):
        _refuse(c, first, "an incident is named without `a` or `an`", "there has been", 4)
    words = [c.name("an incident, such as `attack`,")]
    while c.sees_name():
        words.append(c.name())
    by = _whom(c) if c.take("by") else None
    on = _whom(c) if c.take("on") else None
    return HasBeen(span=c.span(start), words=tuple(words), by=by, on=on)


def _whom(c: Cursor) -> Names | Noun | The:
    if c.sees("the"):
        return the(c)
    return noun(c) if c.sees_one_of(*ARTICLES) else names(c, "a name, `the victim` or `a party`")


def _refuse(c: Cursor, first: int, headline: str, begins: str, after: int) -> None:
    """Refuse words that stand before the incident's noun."""
    rest = spaced(c.tokens[first + after :])
    line = f"{spaced(c.tokens[:first])} {begins} {rest}".strip()
    raise c.fault("SV401", headline, *pasted(line), first=first, last=first + after - 1)


def _refuse_denial(c: Cursor, first: int, after: int) -> None:
    """``there has been no attack``, ``there has not been attack``."""
    end = first + after
    while end < len(c.tokens) and c.tokens[end].text not in _ENDS:
        end += 1
    rest = spaced(c.tokens[first + after : end])
    line = c.line_with(f"not (there has been {rest})", first, end - 1)
    headline = "what has not been is written with `not ( ... )`"
    raise c.fault("SV401", headline, *pasted(line), first=first, last=first + after - 1)
