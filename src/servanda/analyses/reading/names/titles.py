"""Somebody who is called by a title alone: who held it on the day, if anybody is meant."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.reading.names.descriptions import OF_A_MOVEMENT
from servanda.analyses.reading.names.member import Member
from servanda.analyses.reading.names.owners import SENT, Known, because, home_of, standing_for
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.rows import Body, OfficeWord, Person
from servanda.analyses.reading.names.wording import several
from servanda.analyses.reading.proposal import Tier

_HELD_BY_SEVERAL = SENT | {
    "spokesman",
    "presidential aide",
    "deputy foreign minister",
    "deputy defence minister",
    "commissioner",
    "high commissioner",
    "minister",
    "deputy minister",
    "officer",
}
"""Offices of which a party has many, so that the title alone names nobody."""

_NOT_THE_GOVERNMENT = frozenset({"state organ", "security service", "movement", "central bank"})
"""Bodies of a party that may say other than its government does."""

_OF_PARTS = frozenset({"commission", "council", "assembly"})
"""Parts of a party with a president of their own."""

_FIGHTING = several(
    "rebel rebels warlord insurgents guerrillas guerrilla militants gunmen militia fighters group"
    " movement paramilitary paramilitaries separatist separatists secessionist mercenary"
)
"""Words of those who do not speak for the state whose name they bear."""


def titled(
    names: Known, member: Member, owner: str, why: str, day: dt.date | None, unnamed: bool
) -> Resolved:
    """What a title without a name means.

    Args:
        names: The lists.
        member: The title with what stands beside it.
        owner: For whom the words beside it say that its holder speaks; empty where they do not.
        why: Why so.
        day: When; None where that is not known.
        unnamed: Whether the words say that somebody is not named.
    """
    row = member.offices[-1]
    if not owner and len(row.of) == 1:
        owner, why = row.of[0], f"only {names.title(row.of[0])} has one of that title"
    office = _office(member, row)
    home = home_of(names, owner or (member.located[0].id if member.located else ""))
    party = names.parties.get(owner)
    if member.not_held.casefold() in OF_A_MOVEMENT and party and party.sort != "state":
        member.not_held = ""
    if member.out or row.sort in {"private", "local"} or _of_a_part(member, unnamed):
        return _for_nobody(member, office, home)
    if row.sort == "people":
        return _people(names, member, owner, why)
    if _rebels(names, member, owner):
        reason = f"of {names.title(owner)}, and does not speak for it"
        return Resolved(office=office, unnamed=unnamed, reason=reason, home=home)
    if not owner:
        reason = f"it is not said whose {office} is meant"
        return Resolved((), "", office, unnamed, reason=reason, home=home)
    if row.sort == "group":
        return _several(names, member, owner, why)
    if row.sort == "body":
        tier: Tier = "likely" if office in _NOT_THE_GOVERNMENT else "sure"
        return Resolved((owner,), tier=tier, reason=because(why, f"its {office}"), home=home)
    if member.then:
        why = because(why, "the text says that it was at another time")
    return _holder(names, office, owner, why, None if member.then else day)


def _for_nobody(member: Member, office: str, home: str) -> Resolved:
    """A title by which nobody speaks for a party: not held, or of something else."""
    if member.out:
        called = f"former {office}" if member.former else ""
        return Resolved((), "", called, True, "likely", member.out, home=home)
    named = member.offices[-1].sort == "body" and not member.headed
    return Resolved((), "", office, not named, reason="speaks for no party", home=home)


def _office(member: Member, row: OfficeWord) -> str:
    """The office; of a commission or council, its president has another than the party's own."""
    part = next((s.row for s in (*member.of, *member.before) if isinstance(s.row, Body)), None)
    if part is not None and row.office == "president" and part.what in _OF_PARTS:
        return f"{part.what} president"
    return row.office


def _of_a_part(member: Member, unnamed: bool) -> bool:
    """Whether a title is of a town, or of something that the lists do not have.

    *The president of the Kenyan League* is no president of Kenya, *army bloggers* are no army.
    """
    if any(sense.sort == "place" for sense in (*member.of, *member.before)):
        return True
    if member.headed and member.offices[-1].sort == "body":
        return True
    led = bool(member.of) and member.of[0].sort == "adjective"
    return bool(member.nouns) and not unnamed and led


def _several(names: Known, member: Member, owner: str, why: str) -> Resolved:
    """Several who lead; those who only side with a state do not speak for it."""
    party = names.parties.get(owner)
    if party and party.sort == "state" and _at_its_side(member):
        return Resolved(reason=f"those at the side of {names.title(owner)}, who are not named")
    reason = because(why, "several together")
    return Resolved((owner,), office="leaders", tier="likely", reason=reason)


def _at_its_side(member: Member) -> bool:
    """Whether those are meant who side with a party, and not the party: *Ukraine's allies*."""
    return bool(member.titles) and member.titles[-1].casefold() in {"allies", "partners"}


def _rebels(names: Known, member: Member, owner: str) -> bool:
    """Whether those who fight a state are called by it: *Congolese rebels*, *a Sudanese warlord*."""
    party = names.parties.get(owner)
    if party is None or party.sort != "state":
        return False
    called = {word for title in member.titles for word in title.casefold().split()}
    return bool(called.union(member.nouns) & _FIGHTING)


def _people(names: Known, member: Member, owner: str, why: str) -> Resolved:
    """Officials who are not named, of a party or in its capital."""
    seats = [s for s in member.located if s.sort in {"seat", "name", "body"}]
    if not owner and seats:
        owner, why = seats[-1].id, standing_for(names, seats[-1])
    party = names.parties.get(owner)
    if party is not None and party.sort == "group" and member.offices[-1].office == "official":
        reason = f"somebody who is not named, of one of those who are {party.name}"
        return Resolved(office="official", unnamed=True, reason=reason)
    return Resolved(
        (owner,) if owner else (),
        "",
        member.offices[-1].office,
        unnamed=True,
        tier="likely" if owner else "unsure",
        reason=because(why, "somebody who is not named"),
        home=home_of(names, owner),
    )


def _holder(names: Known, office: str, owner: str, why: str, day: dt.date | None) -> Resolved:
    """Whoever has an office on a day; the office alone where that is nobody or several."""
    title = names.title(owner)
    party = names.parties.get(owner)
    looked = (party.leader if party else "") or office if office == "leader" else office
    found: tuple[Person, ...] = ()
    if day is None:
        reason = f"the {office} of {title}; no day is given, so nobody can be named"
    elif office in _HELD_BY_SEVERAL:
        reason = f"{title} has several of that office"
    else:
        found = names.holders.on(looked, owner, day)
        several = " or ".join(person.name for person in found[:3])
        reason = (
            f"the {office} of {title} may be {several}"
            if found
            else f"the lists name no {office} of {title} on {day}"
        )
    if len(found) == 1:
        tier: Tier = "likely" if office == "leader" else "sure"
        reason = f"{found[0].name} was {looked} of {title} on {day}"
        return Resolved((owner,), found[0].id, looked, tier=tier, reason=because(why, reason))
    return Resolved(
        (owner,),
        office=office,
        tier="sure",
        reason=because(why, reason),
        home=home_of(names, owner),
    )
