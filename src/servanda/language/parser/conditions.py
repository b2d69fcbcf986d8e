"""Conditions: what an article asks of the incident, of what was done, and of the issues."""

from __future__ import annotations

from typing import Literal

from servanda.language.keywords import NOUNS, PEOPLE
from servanda.language.parser import unclear
from servanda.language.parser.actors import (
    act_object,
    agreement_after,
    article_name,
    subject,
    verb_of_act,
)
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.past import has_been
from servanda.language.parser.rules import rule
from servanda.language.tree import (
    ActorsTree,
    ConditionTree,
    Has,
    HasDecided,
    HasFound,
    HasGivenEffect,
    HoldsTree,
    Is,
    Joined,
    Names,
    NotTree,
    The,
    Word,
)

MAX_DEPTH = 40
"""How many parentheses, and findings within findings, may be open at once."""


def condition(c: Cursor) -> ConditionTree:
    """Parts joined by ``and`` or by ``or``, never by both (rule C3)."""
    start = c.start
    begins = [c.at]
    parts = [_unit(c)]
    joint: Literal["and", "or"] | None = None
    while c.sees_one_of("and", "or"):
        word: Literal["and", "or"] = "and" if c.sees("and") else "or"
        if joint is not None and word != joint:
            raise unclear.mixed(c, begins[0], begins[-1])
        joint = word
        c.next()
        begins.append(c.at)
        parts.append(_unit(c))
    if joint is None:
        return parts[0]
    return Joined(span=c.span(start), word=joint, parts=tuple(parts))


def _unit(c: Cursor) -> ConditionTree:
    """A part of a condition: ``not ( ... )``, ``( ... )`` or a plain one."""
    start = c.start
    if c.take("not"):
        inner = _bracketed(c)
        return NotTree(span=c.span(start), part=inner)
    if c.sees("("):
        return _bracketed(c)
    return _plain(c)


def _bracketed(c: Cursor) -> ConditionTree:
    opened = c.at
    _deeper(c)
    c.need("(")
    inner = condition(c)
    if not c.take(")"):
        raise unclear.not_closed(c, opened)
    c.depth -= 1
    return inner


def _deeper(c: Cursor) -> None:
    if c.depth >= MAX_DEPTH:
        raise c.fault(
            "SV416",
            f"this condition has more than {MAX_DEPTH} levels, which nobody could follow",
            "split it: several `only if` lines must all hold",
        )
    c.depth += 1


def _plain(c: Cursor) -> ConditionTree:
    start, first = c.start, c.at
    if c.take("it"):
        c.need("is")
        negated = c.take("not")
        adjective = c.name("a defined term such as `armed`")
        return Is(span=c.span(start), left=None, how="is", right=(adjective,), negated=negated)
    if c.sees("there"):
        return has_been(c, start)
    who = subject(c)
    if c.take_one_of("is", "are"):
        return _is(c, start, _left(c, who))
    if c.sees("holds") or c.sees("does", "not", "hold"):
        return _holds(c, start, first, who)
    if c.take_one_of("has", "have") is None:
        raise unclear.no_verb(c)
    if c.sees("not"):
        raise unclear.has_not(c, first)
    return _has(c, start, first, who)


def _holds(c: Cursor, start: int, first: int, who: ActorsTree) -> HoldsTree:
    """``truce holds``, ``truce does not hold``."""
    if not (isinstance(who, Names) and len(who.names) == 1 and not who.each):
        headline = "`holds` is said of one circumstance, by its name"
        raise c.fault("SV401", headline, "such as `truce holds`", first=first, last=c.at)
    negated = not c.take("holds")
    if negated:
        c.need("does", "not", "hold")
    return HoldsTree(span=c.span(start), circumstance=who.names[0], negated=negated)


def _left(c: Cursor, who: ActorsTree) -> Word | The:
    match who:
        case Names(names=(one,), each=False):
            return one
        case The():
            return who
        case _:
            raise c.fault(
                "SV401",
                "`is` is said of one thing: a name, or `the` and a role",
                "such as `attacker is a party`",
                first=c.at - 1,
                label="of one thing only",
            )


def _is(c: Cursor, start: int, left: Word | The) -> Is:
    negated = c.take("not")
    how: Literal["is", "one_of", "in", "a", "the", "in_force"] = "is"
    agreement: Word | None = None
    right: tuple[Word, ...] = ()
    if c.take("in", "force"):
        how = "in_force"
    elif c.take("in"):
        how, right = "in", (c.name("a region"),)
    elif c.take("one", "of"):
        how, right = "one_of", _values(c)
    elif c.take_one_of("a", "an"):
        how, right = "a", (c.one_of(NOUNS, "a noun such as `party`"),)
        agreement = agreement_after(c, "of", "to")
    elif c.take("the"):
        how, right = "the", (c.one_of(PEOPLE, "a role"),)
    else:
        right = (c.value(),)
    return Is(
        span=c.span(start),
        left=left,
        how=how,
        right=right,
        negated=negated,
        agreement=agreement,
    )


def _values(c: Cursor) -> tuple[Word, ...]:
    found = [c.value()]
    while c.sees_one_of(",") and (c.sees_name(1) or c.sees_one_of("unknown", ahead=1)):
        c.next()
        found.append(c.value())
    c.list_end = c.at
    return tuple(found)


def _has(c: Cursor, start: int, first: int, who: ActorsTree) -> ConditionTree:
    if c.take("given", "effect", "to"):
        article = article_name(c)
        return HasGivenEffect(span=c.span(start), subject=who, article=article)
    if c.take("decided"):
        motion = c.name("a motion") if c.take("on") else None
        by = rule(c) if c.take("by") else None
        return HasDecided(span=c.span(start), body=who, motion=motion, rule=by)
    if c.take("found"):
        c.need("that")
        inner = _found(c, first)
        return HasFound(span=c.span(start), subject=who, condition=inner)
    verb = verb_of_act(c, "what has been done, such as `requested`,")
    target = article_name(c) if verb.text == "breached" else act_object(c, verb)
    at_least = c.name("a level") if c.take(",", "at", "least") else None
    return Has(span=c.span(start), subject=who, verb=verb, object=target, at_least=at_least)


def _found(c: Cursor, first: int) -> ConditionTree:
    """What has been found: one part, so that parentheses show where a finding ends."""
    begin = c.at
    _deeper(c)
    found = _unit(c)
    c.depth -= 1
    if isinstance(found, Is) and c.tokens[begin].text != "(":
        unclear.refuse_open_finding(c, first, begin)
    return found
