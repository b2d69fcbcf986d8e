"""The lists of who there is: states, organisations, offices, persons and outlets, as values."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

Sex = Literal["f", "m", ""]

PartySort = Literal[
    "state", "organisation", "group", "armed group", "political party", "territory", "actor"
]
"""What a party is; a ``group`` is several states named together, and never its members."""

OfficeSort = Literal["holder", "local", "private", "body", "people", "group"]
"""Who holds a title: somebody who speaks for a party; who speaks for a part of a state; who speaks
for nobody else; a body; people who are not named; several who lead."""

NamesakeSort = Literal["party", "person's name", "state of the United States", "region of Greece"]


class Spell(NamedTuple):
    """From a day (inclusive) until a day (exclusive); None for no known end."""

    start: dt.date | None = None
    end: dt.date | None = None

    def runs(self, day: dt.date) -> bool:
        """Whether it has begun and not ended on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None


ALWAYS = Spell()


class Party(NamedTuple):
    """A state, an organisation, an armed group, or several states that are named together.

    Attributes:
        also: Its other names.
        adjectives: *Russian*, *U.S.*.
        people: Its people, in the plural and the singular.
        capitals: The towns that stand for it.
        seats: The houses and streets that stand for it: *the Kremlin*.
        leader: The office of whoever is called its leader; empty where several could be.
        home: The state to which it belongs without speaking for it; empty for none.
        spell: Since when and until when there is one of this name.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    sort: PartySort = "state"
    home: str = ""
    spell: Spell = ALWAYS
    leader: str = ""


class Body(NamedTuple):
    """A ministry, a parliament, an army: what a party speaks and acts through."""

    name: str
    also: tuple[str, ...]
    of: str
    what: str
    spell: Spell = ALWAYS


class OfficeWord(NamedTuple):
    """A title, and the office that it means.

    Attributes:
        of: Whose offices are called so; empty where anybody's may be.
    """

    words: tuple[str, ...]
    office: str
    sort: OfficeSort
    of: tuple[str, ...] = ()


class Tenure(NamedTuple):
    """That somebody held an office of a party."""

    office: str
    of: str
    spell: Spell = ALWAYS


class Person(NamedTuple):
    """Somebody who can be named.

    Attributes:
        id: As answers name the person: the name in the case, else the name written out.
        also: Other spellings and names.
        short: What the person is called without the first name: *Zelensky*, *Xi*.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    sex: Sex = ""
    tenures: tuple[Tenure, ...] = ()


class Outlet(NamedTuple):
    """A newspaper, a broadcaster or an agency; it carries what others say.

    Attributes:
        state: Whose government owns it; empty for none.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    state: str = ""


class Place(NamedTuple):
    """A town or region that does not stand for its state, but whose officials are that state's."""

    name: str
    state: str
    sort: str


class Namesake(NamedTuple):
    """One of several meanings of a name.

    Attributes:
        party: Whom it means then; empty for no party.
        context: Words of which one stands near where this is meant.
    """

    words: str
    party: str
    sort: NamesakeSort
    context: tuple[str, ...] = ()


class Lists(NamedTuple):
    """Everybody who can be named. What stands first wins over what stands later."""

    parties: tuple[Party, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[OfficeWord, ...] = ()
    persons: tuple[Person, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[Place, ...] = ()
    namesakes: tuple[Namesake, ...] = ()
    own: frozenset[str] = frozenset()
    """The parties, persons and outlets that are the case's own."""
