"""Somebody who is named: in office, out of office, or in no list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from servanda.analyses.reading.names.holders import held, last
from servanda.analyses.reading.names.member import Member, person_of
from servanda.analyses.reading.names.owners import Known, home_of, owner_of
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.rows import OfficeWord, Person, Tenure
from servanda.analyses.reading.names.wording import several
from servanda.analyses.reading.proposal import Tier

_INSTITUTIONS = several(
    "institute university college school centre center foundation council committee commission"
    " agency service services department bureau authority bank group company corporation union"
    " association federation league network media news initiative fund office matters"
)
"""Words that show that a name is not that of a person."""

_LOOSE = frozenset(
    {
        "minister",
        "leader",
        "special envoy",
        "negotiator",
        "presidential aide",
        "officer",
        "secretary-general",
        "chair",
        "spokesman",
    }
)
"""Titles that go with many offices."""

MOST_NAMED = 2
"""From so many persons of one surname on it is left open who is meant."""


def somebody(names: Known, member: Member, day: dt.date | None) -> Resolved:
    """What a name of the lists means: for whom that person spoke on the day."""
    owner, _ = owner_of(names, member, day)
    if _INSTITUTIONS & {word.casefold() for word in member.written}:
        return Resolved(reason=f'"{" ".join(member.spelt)}" is no person')
    persons = tuple(dict.fromkeys(person_of(sense) for sense in member.persons))
    short = member.persons[0].sort == "short"
    if short and member.written:
        persons = tuple(p for p in persons if same_given(member.written, p))
        if not persons:
            return unlisted(names, member, owner)
    if len(persons) > 1:
        agreeing = [p for p in persons if owner and any(t.of == owner for t in p.tenures)]
        titled = [
            p
            for p in agreeing or persons
            if any(t.office == o.office for t in held(p, day) for o in member.offices)
        ]
        persons = tuple(titled or agreeing or persons)
    person = persons[0]
    if len(persons) >= MOST_NAMED:
        rivals = " or ".join(p.name for p in persons[:3])
        return Resolved(
            (owner,) if owner else (),
            tier="unsure",
            reason=f"may be {rivals}",
            suggested=tuple(p.id for p in persons[:3]),
        )
    tenures = _fitting(held(person, day), owner, member.offices)
    tier: Tier = "likely" if short or day is None else "sure"
    if tenures and not _held(member) and _same_office(member, tenures):
        return another(person, member.out or "the office is one of another time")
    if tenures:
        parties = tuple(dict.fromkeys(t.of for t in tenures))
        named = f"{person.name}, {tenures[0].office} of {names.title(parties[0])}"
        if len(parties) > 1:
            tier = "likely"
        title = _other_title(member, tenures)
        if title:
            reason = f"{named}; the title says {title}"
            return Resolved(parties[:1], person.id, title, tier="likely", reason=reason)
        return Resolved(
            parties[:1],
            person.id,
            tenures[0].office,
            tier=tier,
            reason=named if day is not None else f"{named}, as no day is given",
        )
    return _out_of_office(names, member, person, owner, day)


def another(person: Person, why: str) -> Resolved:
    """Somebody who bears the name of one in office, and may not be that one."""
    reason = f"{why}; {person.name} is only suggested"
    return Resolved(unnamed=True, reason=reason, suggested=(person.id,), stranger=True)


def _held(member: Member) -> bool:
    """Whether nothing says that a title is not held now."""
    return not (member.out or member.then)


def _same_office(member: Member, tenures: Sequence[Tenure]) -> bool:
    """Whether a title that is not held can be the one that the lists say is held."""
    known = {tenure.office for tenure in tenures}
    return not member.offices or any(
        one.office in known | _LOOSE or any(one.office in office for office in known)
        for one in member.offices
    )


def _other_title(member: Member, tenures: Sequence[Tenure]) -> str:
    """The office that a title names where the lists have none like it; empty where they agree."""
    if not member.offices or member.offices[-1].sort != "holder":
        return ""
    office = member.offices[-1].office
    known = {tenure.office for tenure in tenures}
    parts = any(office in one.split() for one in known)
    return "" if office in known | _LOOSE or parts else office


def _fitting(tenures: Sequence[Tenure], owner: str, offices: Sequence[OfficeWord]) -> list[Tenure]:
    """The tenures that agree with the title and the owner beside a name, or all of them."""
    kept = [t for t in tenures if not owner or t.of == owner]
    titled = [t for t in kept if any(t.office == o.office for o in offices)]
    return titled or kept


def _not_known(person: Person, day: dt.date | None) -> str:
    if day is None:
        return f"no day is given, so it is open for whom {person.name} spoke"
    return f"the lists have {person.name} in no such office then"


def _out_of_office(
    names: Known, member: Member, person: Person, owner: str, day: dt.date | None
) -> Resolved:
    before = last(person, day)
    if owner and member.offices and member.offices[-1].sort == "holder" and _held(member):
        return Resolved(
            (owner,),
            person.id,
            member.offices[-1].office,
            tier="likely",
            reason=f"the title says so; {_not_known(person, day)}",
        )
    if day is None and person.tenures:
        return Resolved(person=person.id, tier="likely", reason=_not_known(person, day))
    if before is None:
        home = person.tenures[0].of if person.tenures else ""
        return Resolved(
            person=person.id, tier="likely", reason=f"{person.name} held no office then", home=home
        )
    reason = f"{person.name} was {before.office} of {names.title(before.of)}"
    if before.spell.end is not None:
        reason += f" until {before.spell.end}"
    return Resolved(
        person=person.id,
        office=f"former {before.office}",
        tier="likely",
        reason=f"{reason}, and speaks for no party",
        home=home_of(names, before.of),
    )


def same_given(written: Sequence[str], person: Person) -> bool:
    """Whether first names that stand before a surname can be that person's."""
    given = written[-1].casefold()
    firsts = [name.split()[0].casefold() for name in (person.name, *person.also)]
    return any(
        first == given or (first[0] == given[0] and len(given) <= 2) for first in firsts
    ) or (len(given) > 2 and any(_alike(given, first) for first in firsts))


def _alike(one: str, other: str) -> bool:
    shared = sum(1 for a, b in zip(one, other, strict=False) if a == b)
    return shared >= 4 and abs(len(one) - len(other)) <= 2


def unlisted(names: Known, member: Member, owner: str) -> Resolved:
    """Somebody whose name is in no list; a title says for whom such a one speaks."""
    written = " ".join(member.spelt)
    close = names.near(written)
    fitting = [n for n in close if owner and any(t.of == owner for t in n.person.tenures)]
    suggested = tuple(dict.fromkeys(n.person.id for n in (*fitting, *close)))
    spelt = ", ".join(f"{n.person.name} ({n.alike:.2f})" for n in (fitting or close)[:3])
    near = f"; spelt nearly like {spelt}" if spelt else ""
    office = member.offices[-1] if member.offices else None
    if office is not None and owner and office.sort == "holder" and _held(member):
        return Resolved(
            (owner,),
            written,
            office.office,
            tier="likely",
            reason=f'"{written}" is in no list; the title says {names.title(owner)}{near}',
            suggested=suggested,
            home=home_of(names, owner),
        )
    if office is not None and not owner:
        owner = office.of[0] if len(office.of) == 1 else ""
    person = written if len(member.written) > 1 or (office and office.sort == "holder") else ""
    if _INSTITUTIONS & {word.casefold() for word in member.written}:
        person, suggested = "", ()
    return Resolved(
        person=person,
        office=office.office if office else "",
        unnamed=office is not None and office.sort == "people",
        reason=f'"{written}" is in no list{near}',
        suggested=suggested,
        home=home_of(names, owner),
    )
