"""Who says what: ``2025-08-17 WITKOFF reports that RUS accepts guarantee is nato_style``."""

from __future__ import annotations

from servanda.core.spelling import nearest
from servanda.language.lexer import Kind, Token
from servanda.language.parser.actions import action
from servanda.language.parser.actors import article_name, names
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.times import moment
from servanda.language.slip import pasted, quoted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    ArticleName,
    MatterTree,
    Names,
    OfficialTree,
    PositionsTree,
    PositionTree,
    QuotedTree,
    SaidTree,
    SayingTree,
    ThatTree,
    ToActTree,
    Word,
)
from servanda.model.record import KINDS, OF_SAYINGS, VERBS

MOST_SAYINGS = 8
"""How many sayings may stand within one another: who reports of whose report."""


def is_kind(token: Token | None) -> bool:
    """Whether a word is the verb of a kind of saying."""
    return token is not None and token.kind is Kind.WORD and token.text in VERBS


def speech(c: Cursor) -> SayingTree:
    """A date where it is known, who speaks, and what is said."""
    start = c.start
    at = moment(c) if c.kind() is Kind.DATE else None
    said = _saying(c, 1)
    return SayingTree(
        span=c.span(start), at=at, speaker=said.speaker, kind=said.kind, content=said.content
    )


def _saying(c: Cursor, depth: int) -> SayingTree:
    start = c.start
    if depth > MOST_SAYINGS:
        raise c.fault(
            "SV442",
            f"more than {MOST_SAYINGS} sayings stand within one another, which nobody could follow",
            "leave out who only passed it on, or split it into several statements",
        )
    at = None
    if c.take("on"):
        at = moment(c)
    speaker = _speaker(c)
    kind = _kind(c)
    content = _content(c, kind, depth)
    return SayingTree(span=c.span(start), at=at, speaker=speaker, kind=kind, content=content)


SETS = ("the", "each", "every", "all")
"""Words before a set of actors, of whom nobody can tell which of them has spoken."""


def _speaker(c: Cursor) -> Names | OfficialTree:
    if c.sees_one_of("an", "a"):
        return _official(c)
    if c.sees_one_of(*SETS) and not is_kind(c.token(1)):
        headline = "who speaks is named, and of several each by its own name"
        raise c.fault("SV401", headline, "the form is `USA, GBR urge truce`", last=c.at + 1)
    return names(c, "who speaks")


def _official(c: Cursor) -> OfficialTree:
    """``an official of USA``."""
    start = c.start
    if not c.take("an", "official"):
        headline = "who speaks is named, or is `an official`"
        raise c.fault(
            "SV401",
            headline,
            "the forms are `an official` and `an official of USA`",
            last=c.at + 1,
        )
    of = c.name("whose official it is") if c.take("of") else None
    return OfficialTree(span=c.span(start), of=of)


def _kind(c: Cursor) -> Word:
    token = c.token()
    if is_kind(token):
        return c.word(c.next())
    if token is None or token.kind is not Kind.WORD:
        c.expected("what is done by saying it, such as `reports`")
    near = nearest(token.text, VERBS)
    raise c.fault(
        "SV440",
        f"{quoted(token.text)} is no kind of saying",
        *(pasted(near) if near else ()),
        f"the kinds are {', '.join(KINDS)}",
    )


def _content(c: Cursor, kind: Word, depth: int) -> SaidTree:
    start = c.start
    if c.sees("that"):
        if VERBS[kind.text] not in OF_SAYINGS:
            raise _no_that(c, kind)
        c.next()
        return ThatTree(saying=_saying(c, depth + 1), span=c.span(start))
    if c.sees_one_of("not", "to"):
        negated = c.take("not")
        c.need("to")
        deed = action(c)
        return ToActTree(span=c.span(start), action=deed, negated=negated)
    if c.sees_name() and c.sees_one_of("is", ahead=1):
        return _positions(c)
    found = _one_matter(c, start)
    if c.sees("and"):
        raise _only_positions(c)
    return found


def _one_matter(c: Cursor, start: int) -> ArticleName | QuotedTree | MatterTree:
    if c.sees("article"):
        return article_name(c)
    if (text := c.title()) is not None:
        return QuotedTree(span=c.span(start), text=text)
    name = c.name("what is said (an issue, `to` and an action, a text in double quotes)")
    return MatterTree(span=c.span(start), name=name)


def _no_that(c: Cursor, kind: Word) -> Fault:
    """The fault that ``that`` follows a kind of saying that is about no saying."""
    before, rest = spaced(c.tokens[: c.at]), c.tokens[c.at + 1 :]
    plain = c.sees_one_of("to", "not", "article", ahead=1) or c.sees_one_of("is", ahead=2)
    said = spaced(rest) if plain or len(rest) < 2 else f'"that {spaced(rest)}"'
    return c.fault(
        "SV441",
        f"`{kind.text}` is not followed by `that`",
        *pasted(f"{before} {said}".rstrip()),
        "only what others say is told so: `reports that`, `denies that`, `endorses that`, `criticises that`",
        first=c.at - 1,
        last=c.at,
    )


def _positions(c: Cursor) -> PositionsTree:
    start = c.start
    found = [_position(c)]
    while c.take("and"):
        if not (c.sees_name() and c.sees_one_of("is", ahead=1)):
            raise _only_positions(c)
        found.append(_position(c))
    return PositionsTree(span=c.span(start), positions=tuple(found))


def _position(c: Cursor) -> PositionTree:
    """``sequence is not guarantee_first``."""
    start = c.start
    issue = c.name("an issue")
    c.need("is")
    negated = c.take("not")
    options = c.names("an option") if c.take("one", "of") else (c.name("an option"),)
    return PositionTree(span=c.span(start), issue=issue, options=options, negated=negated)


def _only_positions(c: Cursor) -> Fault:
    return c.fault(
        "SV401",
        "`and` joins positions only: `sequence is guarantee_first and membership is stays_out`",
        "write a statement of its own for each other matter",
    )
