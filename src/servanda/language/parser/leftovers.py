"""How lines wrongly go on after they are complete, and what to tell about it."""

from __future__ import annotations

from dataclasses import replace

from servanda.language.keywords import CLAUSES, EVERYWHERE, LINES, RESERVED
from servanda.language.lexer import Kind, Token
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.slip import Slip, pasted, quoted

_NO_NAMES = frozenset(
    {"its", "their", "his", "her", "this", "that", "these", "those", "all", "any", "every"}
    | {"no", "such", "with", "without", "against", "upon", "among", "between", "before", "after"}
    | {"who", "which", "when", "where", "while", "during", "immediately", "promptly", "both"}
)
"""Words that are never a name where a comma is missing, though they could be one."""


def leftover(c: Cursor, keyword: str) -> Fault:
    """The fault that a line goes on after it is complete.

    Args:
        c: At the first word that does not belong.
        keyword: The statement that the line is part of.
    """
    every = (_parenthesis, _further_line, _list_wrongly_joined, _missing_comma, _comma, _no_name)
    for seen in every:
        fault = seen(c, keyword)
        if fault is not None:
            return fault
    token = c.tokens[c.at]
    what = f"the title {quoted(token.text)}" if token.kind is Kind.TITLE else quoted(token.text)
    headline = f"this line is complete before {what}"
    if token.start in c.continued:
        return c.fault(
            "SV417",
            headline,
            "a line that is indented further continues the one above; one of its own is indented"
            " by two spaces",
            label="this continues the line above",
        )
    return c.fault("SV417", headline, label="nothing can follow")


def _parenthesis(c: Cursor, _: str) -> Fault | None:
    if not c.sees(")"):
        return None
    return c.fault("SV419", "this parenthesis closes none that was opened", "delete it")


def _further_line(c: Cursor, keyword: str) -> Fault | None:
    """``each party must consult if ...`` or ``... within ...``."""
    token = c.tokens[c.at]
    if c.sees("if") and keyword in CLAUSES:
        headline = "a condition stands on a line of its own, with `only if`"
        return c.fault("SV409", headline, "put it on the next line, indented by two spaces")
    if token.kind is not Kind.WORD or token.text not in (*LINES.get(keyword, ()), *EVERYWHERE):
        return None
    if keyword in CLAUSES and not _can_begin(token.text, c.token(1)):
        return None
    hint = "put it on the next line, indented by two spaces"
    return c.fault("SV417", f"`{token.text}` begins a line of its own", hint)


def _can_begin(word: str, follows: Token | None) -> bool:
    """Whether a line of an article can begin so: `from` takes a day or a period, a condition no day."""
    kind = None if follows is None else follows.kind
    if word == "from":
        return kind in {Kind.DATE, Kind.NUMBER}
    if word == "for":
        return kind is Kind.NUMBER
    return kind is not Kind.DATE or word == "until"


def _list_wrongly_joined(c: Cursor, _: str) -> Fault | None:
    """``USA, GBR and FRA``."""
    before, follows = c.token(-1), c.token(1)
    if c.at != c.list_end or before is None or not c.sees_one_of("and", "or"):
        return None
    line = c.line_with("" if follows is None else ",", c.at, c.at)
    headline = f"a list is separated by commas, not by `{c.tokens[c.at].text}`"
    return c.fault("SV413", headline, *pasted(line))


def _missing_comma(c: Cursor, keyword: str) -> Fault | None:
    """``USA GBR``; ``on UKR place is kyiv``; and where ``and`` is missing instead."""
    told = keyword in {"history", "scenario"}
    if told and c.sees("is") and c.at > 1:
        return _between(c, c.tokens[c.at - 2], c.tokens[c.at - 1], c.at - 2)
    around = (c.token(-1), c.token())
    if not c.sees_name() or any(one and one.text.lower() in _NO_NAMES for one in around):
        return None
    if c.sees_one_of("is", "has", "have", ahead=1) and not told:
        headline = "two conditions are joined by `and` or by `or`"
        return c.fault("SV413", headline, *pasted(f"and {c.tokens[c.at].text}"))
    if c.at > 0 and (c.at == c.list_end or c.sees_one_of("is", ahead=1)):
        return _between(c, c.tokens[c.at - 1], c.tokens[c.at], c.at - 1)
    return None


def _between(c: Cursor, one: Token, other: Token, first: int) -> Fault:
    headline = f"a comma is missing between {quoted(one.text)} and {quoted(other.text)}"
    hints = pasted(f"{one.text}, {other.text}")
    return c.fault("SV413", headline, *hints, first=first, last=first + 1)


def _comma(c: Cursor, _: str) -> Fault | None:
    """A comma with nothing, or with the wrong thing, behind it."""
    if not c.sees(","):
        return None
    follows = c.token(1)
    if follows is None:
        hint = "to go on with a list on the next line, indent that by four spaces"
        return c.fault("SV417", "this line ends with a comma", hint)
    if c.sees(",", "at", "least"):
        hints = ("the forms are `as it deems necessary, at least support` and `with support`",)
        headline = "`at least` is the floor of what one does as one deems necessary"
        return c.fault("SV417", headline, *hints, first=c.at + 1, last=c.at + 2)
    known = follows.kind is Kind.WORD and follows.text in RESERVED
    if known and c.at == c.list_end and not c.sees_one_of("not", "for", "including", ahead=1):
        headline = f"`{follows.text}` is a word of the language, so it cannot be a name"
        return c.fault("SV412", headline, first=c.at + 1)
    what = f"this line is complete before the comma and {quoted(follows.text)}"
    return c.fault("SV417", what, first=c.at, last=c.at + 1)


def _no_name(c: Cursor, keyword: str) -> Fault | None:
    """``must inform its allies``, where `its` has been taken for a name."""
    before = c.token(-1)
    if before is None or before.text.lower() not in _NO_NAMES:
        return None
    if keyword not in CLAUSES:
        return None
    headline = f"{quoted(before.text)} is no name: who or what is meant is named, or told by `the` and a role"
    return c.fault("SV417", headline, first=c.at - 1, last=c.at)


def continues_by_accident(c: Cursor, keyword: str, slip: Slip) -> Slip:
    """A slip, told otherwise where it is due to a line indented too far."""
    if slip.start not in c.continued:
        return slip
    token = next(token for token in c.tokens if token.start == slip.start)
    begins = (*LINES.get(keyword, ()), *EVERYWHERE, "each")
    if token.text not in begins and token.kind is not Kind.DATE:
        return slip
    return replace(
        slip,
        code="SV405",
        headline=f"{quoted(token.text)} is indented too far to begin a line",
        label="this continues the line above",
        hints=("indent it by two spaces",),
        related=(),
    )
