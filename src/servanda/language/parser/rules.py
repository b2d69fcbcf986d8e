"""Rules of decision: how many votes it takes, whose, and who has none."""

from __future__ import annotations

from typing import Literal

from servanda.core.share import Share
from servanda.language.keywords import PEOPLE, PLURALS
from servanda.language.parser.actors import names
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.shares import sees_share, share
from servanda.language.parser.times import number, period
from servanda.language.tree import Names, Rule, Word

_VOTING = (
    "the words are `of those voting`: who has voted yes or no, and not who abstains",
    "left out, it is a share of all who have a vote",
)


def rule(c: Cursor) -> Rule:
    """``consensus``, ``3 votes``, ``two thirds of those voting``, and what follows them."""
    start = c.start
    if c.take("silence"):
        return _silence(c, start)
    kind, count, part = _votes_needed(c)
    of_those_voting = _of_those_voting(c, kind)
    including: tuple[Word, ...] = ()
    if c.take(",", "including") or c.take("including"):
        including = c.names()
    veto = _veto(c, kind)
    leaving_out = _left_out(c)
    return Rule(
        span=c.span(start),
        rule=kind,
        count=count,
        share=part,
        of_those_voting=of_those_voting,
        including=including,
        veto=veto,
        leaving_out=leaving_out,
    )


def _silence(c: Cursor, start: int) -> Rule:
    """``silence of 24 hours``: anybody's vote against breaks it, so nobody is named besides."""
    c.need("of", hints=("it is said how long: `silence of 24 hours`",))
    lasting = period(c)
    first = c.at
    if c.take("including") or c.take(",", "including") or c.take(",", "with", "a", "veto", "of"):
        c.names()
        raise c.fault(
            "SV426",
            "anybody's vote against breaks a silence, so nobody is named who has to vote",
            "leave this out",
            first=first,
            last=c.at - 1,
        )
    leaving_out = _left_out(c)
    return Rule(span=c.span(start), rule="silence", period=lasting, leaving_out=leaving_out)


Kind = Literal["consensus", "unanimity", "count", "majority", "share"]


def _votes_needed(c: Cursor) -> tuple[Kind, int, Share | None]:
    if c.take("consensus"):
        return "consensus", 0, None
    if c.take("unanimity"):
        return "unanimity", 0, None
    if c.take("a", "majority"):
        return "majority", 0, None
    if sees_share(c):
        return "share", 0, share(c)
    what = "`consensus`, `unanimity`, `a majority`, `silence`, a share such as `two thirds`, or a number of votes"
    count = number(c, what)
    if not c.take("vote"):
        c.need("votes")
    return "count", count, None


def _of_those_voting(c: Cursor, kind: Kind) -> bool:
    if not c.sees("of"):
        return False
    if kind in {"consensus", "count"}:
        what = "consensus" if kind == "consensus" else "a number of votes"
        raise c.fault(
            "SV426",
            f"{what} is not a share of those voting",
            "leave out what follows",
            "or write `a majority of those voting`, or `two thirds of those voting`",
        )
    c.next()
    c.need("those", "voting", hints=_VOTING)
    return True


def _veto(c: Cursor, kind: Kind) -> tuple[Word, ...]:
    """``, with a veto of CHN, FRA``: of no use where any vote against blocks."""
    if not (c.sees("with") or c.sees(",", "with")):
        return ()
    first = c.at
    c.take(",")
    c.take("with")
    c.need("a", "veto", "of")
    who = c.names("who has a veto")
    if kind in {"consensus", "unanimity"}:
        raise c.fault(
            "SV426",
            f"by {kind} anybody's vote against blocks the decision, so nobody needs a veto",
            "leave the veto out",
            "or write another rule, such as `a majority`",
            first=first,
            last=c.at - 1,
        )
    return who


def _left_out(c: Cursor) -> tuple[Word | Names, ...]:
    """``, leaving out the attacker, RUS``: roles and persons, and actors by name."""
    found: list[Word | Names] = []
    if not (c.take(",", "leaving", "out") or c.take("leaving", "out")):
        return ()
    while not found or c.take(","):
        if c.take("the"):
            found.append(c.one_of(PEOPLE | PLURALS, "a role"))
        else:
            found.append(names(c, "a role such as `the attacker`, or a name,"))
    return tuple(found)
