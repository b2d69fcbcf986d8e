"""What must, must not or may be done, and to whom."""

from __future__ import annotations

from servanda.language.parser.actors import ARTICLES, act_object, verb_of_act
from servanda.language.parser.cursor import Cursor
from servanda.language.tree import Action, ObjectTree, Word


def action(c: Cursor) -> Action:
    """What must, must not or may be done, and to whom."""
    start = c.start
    verb = verb_of_act(c, "what is to be done, such as `consult`,")
    objects = _objects(c, verb)
    level = c.name("a level") if c.take("with") else None
    discretion = c.sees("as")
    at_least: Word | None = None
    at_most: Word | None = None
    if discretion:
        c.need("as", "it", "deems", "necessary")
        _need_floor(c)
        at_least = c.name("a level")
        if c.take(",", "at", "most"):
            at_most = c.name("a level")
    return Action(
        span=c.span(start),
        verb=verb,
        objects=objects,
        level=level,
        discretion=discretion,
        at_least=at_least,
        at_most=at_most,
    )


def _need_floor(c: Cursor) -> None:
    """``, at least`` has to follow ``as it deems necessary``."""
    if c.take(",", "at", "least"):
        return
    if c.sees("at", "least"):
        raise c.fault(
            "SV413",
            "a comma is missing before `at least`",
            "write `as it deems necessary, at least support`",
            last=c.at + 1,
        )
    raise c.fault(
        "SV414",
        "a duty to act as one deems necessary needs the least that discharges it",
        "write `as it deems necessary, at least support`",
        "any level of the ladder will do; the lowest, where nothing at all is enough",
        label="at least what?",
        first=c.at - 4,
        last=c.at - 1,
    )


def _objects(c: Cursor, verb: Word) -> tuple[ObjectTree, ...]:
    """What follows a verb: names, ``the ...`` and ``a ...``, separated by commas."""
    found: list[ObjectTree] = []
    one = act_object(c, verb)
    while one is not None:
        found.append(one)
        follows = c.sees_name(1) or c.sees_one_of("the", "article", *ARTICLES, ahead=1)
        if not (c.sees_one_of(",") and follows):
            break
        c.next()
        one = act_object(c, verb)
    c.list_end = c.at if found else c.list_end
    return tuple(found)
