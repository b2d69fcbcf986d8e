"""The parties, persons and outlets of a case, which come before all others.

A party of the case that bears the name of a listed one takes over all that is listed of it: its
adjectives, its capital, those who hold its offices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from servanda.analyses.reading.names.rows import (
    Lists,
    OfficeWord,
    Outlet,
    Party,
    PartySort,
    Person,
    Spell,
    Tenure,
)
from servanda.analyses.reading.names.wording import keys_of
from servanda.model.case import Case
from servanda.model.record import Outlet as CaseOutlet
from servanda.model.record import Person as CasePerson
from servanda.model.vocabulary import Actor

_SORTS: dict[str, PartySort] = {"state": "state", "organisation": "organisation", "actor": "actor"}


def with_case(lists: Lists, case: Case) -> Lists:
    """The lists with the parties, persons and outlets of a case in front."""
    renamed: dict[str, str] = {}
    own = [_party(actor, lists, renamed) for actor in case.actors]
    own.extend(
        Party(organ.id, organ.title or organ.id, organ.called, sort="organisation")
        for organ in case.organs
    )
    taken = {party.id for party in own}
    others = tuple(p for p in lists.parties if p.id not in taken and p.id not in renamed)
    dropped = {p.id for p in lists.parties if p.id in taken and p.id not in renamed}

    def now(party: str) -> str:
        return renamed.get(party, party)

    persons = tuple(_person(person, lists, now) for person in case.persons)
    same = {_listed_id(person, lists) for person in case.persons}
    outlets = tuple(
        Outlet(outlet.id, outlet.title or outlet.id, _outlet_names(outlet, lists))
        for outlet in case.outlets
    )
    known = {keys_of(name) for outlet in outlets for name in (outlet.name, *outlet.also)}
    return lists._replace(
        parties=(*own, *others),
        bodies=tuple(b._replace(of=now(b.of)) for b in lists.bodies if b.of not in dropped),
        offices=tuple(o._replace(of=tuple(map(now, o.of))) for o in lists.offices),
        persons=(
            *persons,
            *(_with(p, dropped, now) for p in lists.persons if p.id not in same),
        ),
        outlets=(*outlets, *(o for o in lists.outlets if keys_of(o.name) not in known)),
        places=tuple(p._replace(state=now(p.state)) for p in lists.places),
        namesakes=tuple(n._replace(party=now(n.party)) for n in lists.namesakes),
        own=frozenset((*taken, *(p.id for p in persons), *(o.id for o in outlets))),
    )


def _party(actor: Actor, lists: Lists, renamed: dict[str, str]) -> Party:
    """A party of the case with what is listed of it; notes what its listed code now is."""
    names = _without_article((actor.title or actor.id, *actor.called))
    keys = {keys_of(name) for name in names}
    listed = [p for p in lists.parties if keys_of(p.name) in keys]
    listed = listed or [p for p in lists.parties if any(keys_of(n) in keys for n in p.also)]
    listed = listed or [p for p in lists.parties if p.id == actor.id and _told_in(names[0], p)]
    mine = next(iter(sorted(listed, key=lambda p: (p.id != actor.id, p.spell.bounded))), None)
    if mine is None:
        adjectives = tuple(_adjectives(keys, lists))
        return Party(actor.id, names[0], names[1:], adjectives, sort=_SORTS[actor.sort])
    renamed[mine.id] = actor.id
    return mine._replace(
        id=actor.id,
        name=names[0],
        also=tuple(dict.fromkeys((*names[1:], mine.name, *mine.also))),
    )


def _adjectives(keys: set[tuple[str, ...]], lists: Lists) -> Iterator[str]:
    """The adjectives of the lists that go with names of a party: *Greek Cypriot* with *Greek Cypriots*."""
    for party in lists.parties:
        for adjective in party.adjectives:
            if keys_of(adjective) in keys or keys_of(f"{adjective}s") in keys:
                yield adjective


def _without_article(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names with those that begin with *the* once more without it, unless they have a capital."""
    bare = (name.removeprefix("the ") for name in names if name.startswith("the "))
    return (*names, *(name for name in bare if name.islower()))


def _told_in(title: str, party: Party) -> bool:
    """Whether a title has a name of a listed party in it: *European countries, taken together*."""
    keys = keys_of(title)
    names = (keys_of(name) for name in (party.name, *party.also))
    return any(
        keys[at : at + len(name)] == name
        for name in names
        for at in range(len(keys) - len(name) + 1)
    )


def _listed(person: CasePerson, lists: Lists) -> Person | None:
    names = (person.title, *person.called)
    keys = {keys_of(name) for name in names if name}
    for listed in lists.persons:
        if any(keys_of(name) in keys for name in (listed.name, *listed.also)):
            return listed
    return None


def _listed_id(person: CasePerson, lists: Lists) -> str:
    listed = _listed(person, lists)
    return listed.id if listed else ""


def _person(person: CasePerson, lists: Lists, now: Callable[[str], str]) -> Person:
    """A person of the case; what it says of offices counts, the lists where it says nothing."""
    listed = _listed(person, lists)
    name = person.title or person.id
    also = tuple(dict.fromkeys((*person.called, *((listed.name, *listed.also) if listed else ()))))
    tenures = tuple(
        Tenure(_office(office.title, lists.offices), office.actor, Spell(office.start, office.end))
        for office in person.offices
    )
    if listed and not tenures:
        tenures = tuple(t._replace(of=now(t.of)) for t in listed.tenures)
    short = tuple(dict.fromkeys((surname(name), *(listed.short if listed else ()))))
    return Person(person.id, name, also, short, listed.sex if listed else "", tenures)


def _with(person: Person, dropped: set[str], now: Callable[[str], str]) -> Person:
    tenures = (t._replace(of=now(t.of)) for t in person.tenures if t.of not in dropped)
    return person._replace(tenures=tuple(tenures))


def _office(title: str, offices: Iterable[OfficeWord]) -> str:
    """The office that a title of the case means, the longest of those named in it."""
    keys = keys_of(title)
    best: tuple[int, str] = (0, title)
    for row in offices:
        for words in row.words:
            looked = keys_of(words)
            if len(looked) > best[0] and any(
                keys[at : at + len(looked)] == looked for at in range(len(keys))
            ):
                best = (len(looked), row.office)
    return "commission president" if best[1] == "president" and "commission" in keys else best[1]


def _outlet_names(outlet: CaseOutlet, lists: Lists) -> tuple[str, ...]:
    own = (outlet.title, *outlet.called)
    keys = {keys_of(name) for name in own if name}
    for listed in lists.outlets:
        names = (listed.name, *listed.also)
        if any(keys_of(name) in keys for name in names):
            return tuple(dict.fromkeys((*own, *names)))
    return own


_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "la", "le", "du", "bin", "al", "el", "da"}
)


def surname(name: str) -> str:
    """What somebody is called without the first names: *von der Leyen*, *Lavrov*."""
    words = name.split()
    for at, word in enumerate(words[1:], start=1):
        if word.casefold() in _PARTICLES:
            return " ".join(words[at:])
    return words[-1] if words else ""
