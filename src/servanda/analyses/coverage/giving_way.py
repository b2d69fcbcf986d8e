"""Whether what one article asks for is what another one forbids, and which prevails (P3, P5)."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.coverage.clauses import act_of, silence_is_enough
from servanda.analyses.coverage.formula import (
    ALWAYS,
    NEVER,
    Formula,
    every,
    opposite,
    some,
    whether,
)
from servanda.analyses.coverage.reading import Reader, Seen
from servanda.model.agreement import Article, Duty, Perform, Prohibition, Respond
from servanda.model.conditions import TheActor
from servanda.model.node import ActorId, unplaced
from servanda.model.priorities import Priority
from servanda.model.sets import Listed, Role, SomeActors

Concerned = Sequence[tuple[ActorId, Formula]]
"""To whom something is owed, or is not to be done, and in which incidents to each."""


def same_deed(
    reader: Reader, asking: Article, asked: Seen, forbidding: Article, forbidden: Seen
) -> Formula:
    """In which incidents one cannot do what a duty asks without what a prohibition forbids."""
    effect, barred = asking.effect, forbidding.effect
    if not isinstance(effect, Duty) or not isinstance(barred, Prohibition):
        return NEVER
    if not isinstance(barred.content, Perform) or act_of(asking) != act_of(forbidding):
        return NEVER
    if silence_is_enough(asking, reader.standing):
        return NEVER
    if barred.content.object is None:
        return ALWAYS
    owed = _towards(reader, effect.content, asked)
    spared = _towards(reader, barred.content, forbidden)
    if owed or spared:
        among = dict(spared)
        inside = (some((opposite(meant), among.get(actor, NEVER))) for actor, meant in owed)
        return every((some(meant for _, meant in owed), *inside))
    if not isinstance(effect.content, Perform):
        return NEVER
    return whether(unplaced(effect.content.object) == unplaced(barred.content.object))


def prevails_for(reader: Reader, priority: Priority, asking: Article, asked: Seen) -> Formula:
    """In which incidents an agreement that says that it prevails does so for all concerned (P5)."""
    prevailing, yielding = priority.prevailing.agreement, priority.yielding.agreement
    if priority.said_by == yielding:
        return ALWAYS
    assert isinstance(asking.effect, Duty)
    parties = reader.standing.parties
    owed = _towards(reader, asking.effect.content, asked)
    if owed:
        outside = (meant for actor, meant in owed if actor not in parties.get(prevailing, ()))
        return opposite(some(outside))
    others = (actor for actor in parties.get(yielding, ()) if actor != asked.bearer)
    return whether(all(actor in parties.get(prevailing, ()) for actor in others))


def _towards(reader: Reader, content: Respond | Perform, seen: Seen) -> Concerned:
    """To whom an act is owed, or is not to be done; nobody in particular where none is named."""
    who: SomeActors
    if isinstance(content, Respond):
        who = content.beneficiary
    elif isinstance(content.object, TheActor):
        who = content.object.who
    else:
        return ()
    meant = reader.who(who, seen)
    if isinstance(who, Role | Listed):
        return tuple(meant)
    return tuple((actor, when) for actor, when in meant if actor != seen.bearer)
