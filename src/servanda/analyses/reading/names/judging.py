"""What one of those who are named in a phrase means: the party, the person, the office."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.reading.names.holders import held
from servanda.analyses.reading.names.member import Member, person_of
from servanda.analyses.reading.names.owners import Known, because, home_of, owner_of
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.rows import Body, Outlet
from servanda.analyses.reading.names.somebody import another, somebody, unlisted
from servanda.analyses.reading.names.titles import titled
from servanda.analyses.reading.proposal import Tier


def judged(
    names: Known, member: Member, day: dt.date | None, unnamed: bool, why_another: str = ""
) -> Resolved:
    """What one of those named means, with the state that stands beside it.

    Args:
        names: The lists.
        member: The one who is named.
        day: When.
        unnamed: Whether the words say that somebody is not named.
        why_another: Why it is not the one in office of that name; empty where it is.
    """
    if why_another and any(held(person_of(sense), day) for sense in member.persons):
        return another(person_of(member.persons[0]), why_another)
    found = _judged(names, member, day, unnamed)
    beside = (*member.located, *member.before, *member.of)
    if not (found.parties or found.home) and beside:
        found = found._replace(home=home_of(names, beside[-1].id))
    if found.reason or not (found.unnamed or found.home):
        return found
    why = "somebody who is not named" if found.unnamed else "nobody who speaks for a party is named"
    return found._replace(reason=why)


def _judged(names: Known, member: Member, day: dt.date | None, unnamed: bool) -> Resolved:
    if member.persons:
        return somebody(names, member, day)
    owner, why = owner_of(names, member, day)
    if member.written and (member.offices or owner) and not member.outlet:
        return unlisted(names, member, owner)
    if member.offices:
        return titled(names, member, owner, why, day, unnamed)
    if member.outlet is not None:
        return Resolved(
            outlet=member.outlet.id,
            tier="sure",
            reason=f"{member.outlet.written} carries what others say",
            home=member.outlet.row.state if isinstance(member.outlet.row, Outlet) else "",
        )
    if member.written:
        return unlisted(names, member, owner)
    if not owner:
        place = member.located[0].id if member.located else ""
        reason = "a place is named, and nobody who speaks for it" if place else ""
        return Resolved(home=home_of(names, place), unnamed=unnamed, reason=reason)
    return _bare(names, member, owner, why, unnamed)


def _bare(names: Known, member: Member, owner: str, why: str, unnamed: bool) -> Resolved:
    home = home_of(names, owner)
    if not member.bare:
        return Resolved(home=home, unnamed=unnamed, reason=because(why, "speaks for no party"))
    sense = (member.of or member.before)[-1]
    party = names.parties.get(owner)
    people = sense.sort in {"adjective", "people", "place"}
    people = people or (party is not None and party.sort == "political party")
    if member.former or (member.counted and people) or sense.sort == "place" or member.target:
        return Resolved(home=home, unnamed=unnamed, reason=because(why, "speaks for no party"))
    tier: Tier = "sure"
    if isinstance(sense.row, Body) and sense.row.what in {"parliament", "court", "ruling party"}:
        tier = "likely"
    if sense.sort in {"people", "adjective"} or (party and party.sort in {"group", "territory"}):
        tier = "likely"
    if unnamed:
        why = because(why, "somebody who is not named")
    return Resolved((owner,), unnamed=unnamed, tier=tier, reason=why or "by name", home=home)
