"""Dated events: what happens in a history or a scenario."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from servanda.language.parser.actors import (
    NOTICES,
    NOTIFIES,
    REVOKES,
    act_object,
    agreement_after,
    names,
    noun,
    sees_notice,
    the,
    verb_of_act,
)
from servanda.language.parser.cursor import Cursor
from servanda.language.parser.times import moment
from servanda.language.tree import (
    ActTree,
    Author,
    ChangeTree,
    DecidesTree,
    EventLine,
    EventTree,
    FindsTree,
    IncidentTree,
    Names,
    NoticeTree,
    Noun,
    PutTree,
    StatedValue,
    The,
    VotesTree,
    Word,
)


def event_line(c: Cursor) -> EventLine:
    """A date, a time where known, and what happened."""
    start = c.start
    at = moment(c)
    event = _event(c)
    return EventLine(span=c.span(start), at=at, event=event)


def _event(c: Cursor) -> EventTree:
    start = c.start
    if c.sees("the"):
        return _decides(c, start, the(c))
    if c.sees_name() and c.sees_one_of("is", ahead=1) and c.sees_one_of("put", ahead=2):
        return _put(c, start)
    if c.sees_one_of("each", "a", "an"):
        return _deed(c, start, noun(c))
    if _is_incident(c):
        return _incident(c, start)
    return _deed(c, start, names(c, "who acts, or an incident,"))


# Incidents.

_SPECIAL = ("decides", "decide", "votes", "vote", "abstains", "abstain", "finds", "find")
"""Verbs that are followed by ``on`` or a comma, as an incident is by its targets and values."""


def _is_incident(c: Cursor) -> bool:
    """Whether a noun, perhaps a name, and then what is known of it or nothing comes next.

    Two words alone (``USA signs``) are read as an act.
    """
    if not c.sees_name():
        return False
    if c.token(1) is None or c.sees_one_of("by", "on", ahead=1):
        return True
    if c.sees_one_of(",", ahead=1):
        return c.sees_name(2) and c.sees_one_of("is", ahead=3)
    if not c.sees_name(1) or c.sees_one_of(*_SPECIAL, ahead=1):
        return False
    return c.sees_one_of("by", "on", ",", ahead=2) and not _acts_on_list(c)


def _acts_on_list(c: Cursor) -> bool:
    """Whether the comma after two words only goes on with a list: ``A, B sign``."""
    return c.sees_one_of(",", ahead=2) and not c.sees_one_of("is", ahead=4)


def _incident(c: Cursor, start: int) -> IncidentTree:
    kind = c.name()
    name = c.name() if c.sees_name() else None
    by = c.value("who did it") if c.take("by") else None
    on = c.value("whom it was done to") if c.take("on") else None
    values = []
    while c.take(","):
        values.append(_stated(c))
    return IncidentTree(
        span=c.span(start), noun=kind, name=name, by=by, on=on, values=tuple(values)
    )


def _stated(c: Cursor) -> StatedValue:
    start = c.start
    attribute = c.name("an attribute")
    c.need("is")
    value = c.value()
    return StatedValue(span=c.span(start), attribute=attribute, value=value)


# Deeds and circumstances.

CHANGES_TOLD = "a circumstance `begins`, `ends` or `is in doubt`"

_WAIVES = ("waives", "waive")

_WHICH = ("votes and decisions are about an incident or a motion, by its name: `on A1`",)


def _deed(c: Cursor, start: int, who: Names | Noun) -> EventTree:
    excepting = c.names() if c.take("except") else ()
    author = Author(span=c.span(start), who=who, excepting=excepting)
    if c.sees_one_of("decides", "decide") and isinstance(who, Names):
        if excepting:
            headline = "a body decides as a whole, so none of its members is excepted"
            raise c.fault("SV401", headline, "leave out `except` and what follows it")
        return _decides(c, start, who)
    if c.sees("is") and isinstance(who, Names) and len(who.names) == 1 and not excepting:
        return _in_doubt(c, start, who.names[0])
    if c.sees_one_of(*NOTIFIES) or sees_notice(c):
        return _notice(c, start, author)
    verb = c.token()
    special = None if verb is None else _DEEDS.get(verb.text)
    if special is None:
        return _act(c, start, author)
    c.next()
    return special(c, start, author)


def _in_doubt(c: Cursor, start: int, circumstance: Word) -> ChangeTree:
    """``truce is in doubt``."""
    first = c.start
    c.need("is", "in", "doubt", hints=(CHANGES_TOLD,))
    return ChangeTree(
        span=c.span(start), circumstance=circumstance, becomes=Word("is in doubt", c.span(first))
    )


def _act(c: Cursor, start: int, author: Author, *, refused: bool = False) -> ActTree:
    verb = verb_of_act(c, "what is done, such as `signs`")
    target = act_object(c, verb)
    level = c.name("a level") if c.take("with") else None
    over = c.name("an incident") if c.take("over") else None
    whom = _for(c) if verb.text in _WAIVES and c.take("for") else None
    return ActTree(
        span=c.span(start),
        author=author,
        verb=verb,
        object=target,
        level=level,
        over=over,
        whom=whom,
        refused=refused,
    )


def _for(c: Cursor) -> Names | Noun:
    """Whose duties are waived."""
    return noun(c) if c.sees("each") else names(c, "whose duties are waived")


def _refuses(c: Cursor, start: int, author: Author) -> ActTree:
    c.need("to")
    return _act(c, start, author, refused=True)


def _votes(c: Cursor, start: int, author: Author) -> VotesTree:
    if not c.sees_one_of("yes", "no"):
        c.expected("`yes` or `no`")
    return _vote(c, start, author, "yes" if c.next().text == "yes" else "no")


def _abstains(c: Cursor, start: int, author: Author) -> VotesTree:
    return _vote(c, start, author, "abstain")


def _vote(
    c: Cursor, start: int, author: Author, vote: Literal["yes", "no", "abstain"]
) -> VotesTree:
    c.need("on", hints=_WHICH)
    matter = c.name("an incident or a motion")
    organ = c.name("an organ") if c.take("in") else None
    return VotesTree(span=c.span(start), author=author, vote=vote, matter=matter, organ=organ)


def _notice(c: Cursor, start: int, author: Author) -> NoticeTree:
    revoked = c.sees_one_of(*REVOKES)
    c.next()
    if not c.sees_one_of(*NOTICES):
        c.expected("`withdrawal` or `termination`")
    ends = c.next().text == "termination"
    agreement = agreement_after(c, "of" if ends else "from")
    return NoticeTree(
        span=c.span(start), author=author, ends=ends, revoked=revoked, agreement=agreement
    )


def _decides(c: Cursor, start: int, body: Names | The) -> DecidesTree:
    if not c.take("decide"):
        c.need("decides")
    c.need("on", hints=_WHICH)
    matter = c.name("an incident or a motion")
    return DecidesTree(span=c.span(start), body=body, matter=matter)


def _put(c: Cursor, start: int) -> PutTree:
    matter = c.name("an incident or a motion")
    c.need("is", "put", "to")
    body = the(c) if c.sees("the") else names(c, "an organ, or `the parties`")
    return PutTree(span=c.span(start), matter=matter, body=body)


def _finds(c: Cursor, start: int, author: Author) -> FindsTree:
    c.need("that")
    first = c.start
    attribute = c.name("an attribute")
    incident = c.name("an incident") if c.take("of") else None
    c.need("is")
    value = c.value()
    values = [StatedValue(span=c.span(first), attribute=attribute, value=value)]
    while c.take(","):
        values.append(_stated(c))
    return FindsTree(span=c.span(start), author=author, incident=incident, values=tuple(values))


_DEEDS: dict[str, Callable[[Cursor, int, Author], EventTree]] = {
    "finds": _finds,
    "find": _finds,
    "votes": _votes,
    "vote": _votes,
    "abstains": _abstains,
    "abstain": _abstains,
    "refuses": _refuses,
    "refuse": _refuses,
}
"""Verbs that have a form of their own."""
