"""Conditions that could be read in more than one way, or in none."""

from __future__ import annotations

from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.leftovers import leftover
from servanda.language.slip import pasted
from servanda.language.spacing import spaced

JOINTS = ("and", "or")

_OF_A_CIRCUMSTANCE = ("hold", "begins", "exists", "lasts", "continues", "prevails")
"""Verbs by which it may be meant that a circumstance holds."""


def mixed(c: Cursor, first: int, last: int) -> Fault:
    """``A and B or C``: refused rather than read by a rule that lawyers do not share.

    Args:
        c: At the joining word that differs.
        first: Where the first part begins, an index of tokens.
        last: Where the part before the joining word begins.
    """
    other = c.tokens[c.at].text
    rest = c.tokens[c.at + 1 :]
    hints: tuple[str, ...] = ()
    if c.depth == 0 and not any(token.text in JOINTS for token in rest):
        before, one = spaced(c.tokens[first:last]), spaced(c.tokens[last : c.at])
        either = (
            f"({before} {one}) {other} {spaced(rest)}",
            f"{before} ({one} {other} {spaced(rest)})",
        )
        hints = pasted(*(c.line_with(text, first, len(c.tokens)) for text in either))
    return c.fault(
        "SV411",
        "`and` and `or` are mixed without parentheses, so it is open which comes first",
        *hints,
        label=f"`{'and' if other == 'or' else 'or'}` stands before",
    )


def not_closed(c: Cursor, opened: int) -> Fault:
    """A parenthesis that is open where the condition ends."""
    if not c.done:
        return leftover(c, "article")
    closed = pasted(f"{spaced(c.tokens)})")
    return c.fault("SV419", "this parenthesis is not closed", *closed, first=opened)


def has_not(c: Cursor, first: int) -> Fault:
    """``has not requested``; ``c`` is at ``not``, the condition began at ``first``."""
    end = _end_of_part(c, c.at)
    done = spaced((*c.tokens[first : c.at], *c.tokens[c.at + 1 : end]))
    return c.fault(
        "SV401",
        "what has not been done is written with `not ( ... )`",
        *pasted(c.line_with(f"not ({done})", first, end - 1)),
        first=c.at - 1,
        last=c.at,
    )


def no_verb(c: Cursor) -> Fault:
    """Neither ``is`` nor ``has`` follows what a condition is about.

    In ``means is one of air and naval`` it is a list that has been joined wrongly.
    """
    ends = c.done or c.sees_one_of(*JOINTS, ")")
    if ends and c.at >= 3 and c.sees_one_of(*JOINTS, ahead=-2):
        c.at -= 2
        c.list_end = c.at
        return leftover(c, "article")
    hints: tuple[str, ...] = ()
    if c.sees_one_of("in", "one", "a", "an", "the", "not") and c.at > 0:
        hints = pasted(f"is {c.tokens[c.at].text}")
    elif c.at > 0 and c.sees_one_of(*_OF_A_CIRCUMSTANCE):
        hints = pasted(c.line_with("holds", c.at, c.at))
    return c.lacking("`is` or `has`", hints)


def refuse_open_finding(c: Cursor, first: int, begin: int) -> None:
    """Refuse ``has found that A and B`` where B, too, is something that can be found.

    Args:
        c: Behind A.
        first: Where the whole condition began, an index of tokens.
        begin: Where A began.
    """
    if not c.sees_one_of(*JOINTS):
        return
    of_incident = c.sees_name(1) and c.sees_one_of("is", ahead=2)
    if not (of_incident or c.sees_one_of("it", ahead=1)):
        return
    end = _end_of_part(c, c.at + 1)
    before, found = spaced(c.tokens[first:begin]), spaced(c.tokens[begin : c.at])
    joined = spaced(c.tokens[c.at : end])
    raise c.fault(
        "SV418",
        f"it is open whether `{joined}` is part of what has been found",
        *pasted(
            *(
                c.line_with(text, first, end - 1)
                for text in (f"{before} ({found} {joined})", f"({before} {found}) {joined}")
            )
        ),
        first=c.at,
        last=end - 1,
    )


def _end_of_part(c: Cursor, begin: int) -> int:
    """Where the part of a condition ends that begins at ``begin``."""
    for index in range(begin, len(c.tokens)):
        if c.tokens[index].text in {*JOINTS, ")"}:
            return index
    return len(c.tokens)
