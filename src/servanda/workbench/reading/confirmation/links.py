"""Corrections of one saying of a chain: who says, for whom, what is done by it, and when."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from servanda.analyses.reading.proposal import Link, Speaker
from servanda.core.spelling import near
from servanda.model.record import KINDS, VERBS, Person
from servanda.workbench.reading.confirmation.drafts import Desk, LinkField, Refused
from servanda.workbench.reading.confirmation.naming import (
    meant,
    parties_of,
    persons_of,
    slips_of,
    suggestions,
)
from servanda.workbench.reading.confirmation.typed import by_hand, day, names, one_line, one_of

NEW = "new "
"""How a person begins whom neither the case nor a list has."""

_OFFICIAL = "an official"


def changed_link(link: Link, field: LinkField, to: str, desk: Desk) -> Link | Refused:
    """A saying with one of its fields set."""
    match field:
        case "speaker":
            speaker = _speaker(link, to, desk)
        case "party":
            speaker = _of_parties(link.speaker, to, desk)
        case "person":
            speaker = _of_person(link, to, desk)
        case "kind":
            return _with_kind(link, to)
        case "date":
            found = day(to)
            return found if isinstance(found, Refused) else replace(link, day=by_hand(found))
        case "negated":
            said = one_of(to, ("yes", "no"), "yes or no")
            return said if isinstance(said, Refused) else replace(link, negated=said == "yes")
        case _:
            assert_never(field)
    return speaker if isinstance(speaker, Refused) else replace(link, speaker=speaker)


def new_link(to: str, desk: Desk) -> Link | Refused:
    """``TURKEY accepts``: a saying that the article has, and that was not read."""
    who, _, verb = to.rpartition(" ")
    kind = VERBS.get(verb.casefold())
    if not who or kind is None:
        hint = "write who, then what is done by saying it: `BRIAR accepts`, `an official denies`"
        return Refused(f"`{to}` is no saying", (hint, f"the kinds are {', '.join(KINDS)}"))
    nobody = Speaker(None, by_hand(()), by_hand(""))
    said = Link(nobody, by_hand(kind), by_hand(None))
    found = changed_link(said, "speaker", who.strip(), desk)
    if isinstance(found, Refused):
        return found._replace(instead=tuple(f"{one} {verb}" for one in found.instead))
    return found


def _with_kind(link: Link, to: str) -> Link | Refused:
    kind = VERBS.get(to.casefold())
    if kind is not None:
        return replace(link, kind=by_hand(kind))
    likely = tuple(dict.fromkeys(VERBS[one] for one in near(to, VERBS.keys())))
    hints = (*suggestions(likely), f"the kinds are {', '.join(KINDS)}")
    return Refused(f"`{to}` is no kind of saying", hints, likely)


def _speaker(link: Link, to: str, desk: Desk) -> Speaker | Refused:
    """``an official of USA``, a person, or parties that speak together; empty for nobody."""
    official, _, rest = to.partition(_OFFICIAL)
    if not official and to.startswith(_OFFICIAL):
        found = names(rest.strip().removeprefix("of "), parties_of(desk.case), "party")
        if isinstance(found, Refused):
            return found._replace(instead=tuple(f"{_OFFICIAL} of {one}" for one in found.instead))
        return replace(link.speaker, parties=by_hand(found), person=by_hand(""), unnamed=True)
    if to.startswith(NEW) or known_person(to, desk) is not None:
        return _of_person(link, to, desk)
    found = names(to, parties_of(desk.case), "party or person")
    if isinstance(found, Refused):
        more = slips_of(to, persons_of(desk.case))
        hints = dict.fromkeys((*found.hints, *suggestions(more), _how_new(to)))
        return found._replace(hints=tuple(hints), instead=_each_once(*found.instead, *more))
    return replace(link.speaker, parties=by_hand(found), person=by_hand(""), unnamed=False)


def _of_parties(speaker: Speaker, to: str, desk: Desk) -> Speaker | Refused:
    found = names(to, parties_of(desk.case), "party")
    return found if isinstance(found, Refused) else replace(speaker, parties=by_hand(found))


def _of_person(link: Link, to: str, desk: Desk) -> Speaker | Refused:
    """Somebody who is known, with those for whom that one speaks on the day; or somebody new."""
    speaker = link.speaker
    if not to:
        return replace(speaker, person=by_hand(""))
    if to.startswith(NEW):
        name = one_line(to.removeprefix(NEW))
        return replace(speaker, person=by_hand(name), unnamed=False)
    person = known_person(to, desk)
    if person is None:
        listed = near(to, desk.persons.keys())
        likely = _each_once(*slips_of(to, persons_of(desk.case)), *listed)
        hints = (*suggestions(likely), _how_new(to))
        return Refused(f"no person `{to}` is known", hints, likely)
    on = link.day.value or desk.article.dateline
    held = person.offices if on is None else person.offices_on(on)
    theirs = tuple(dict.fromkeys(str(office.actor) for office in held))
    parties = by_hand(theirs) if theirs else speaker.parties
    name = str(person.id) if person in desk.case.persons else person.title
    return replace(speaker, parties=parties, person=by_hand(name), unnamed=False)


def known_person(text: str, desk: Desk) -> Person | None:
    """A person of the case by any spelling; else one whom lists know by the name in full."""
    name = meant(text, persons_of(desk.case))
    if name is not None:
        return next(one for one in desk.case.persons if one.id == name)
    return desk.persons.get(text)


def _each_once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _how_new(to: str) -> str:
    return f"`{NEW}{to}` enters somebody of whom nothing is known yet"
