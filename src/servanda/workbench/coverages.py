"""What ``cover`` answers: frozen values in the words of the agreements."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from servanda.analyses.coverage.sorts import NeedSort
from servanda.model.node import ActorId, AgreementId, Level
from servanda.workbench.results import ActorName, Cited, Name, Passage


class Share(msgspec.Struct, frozen=True):
    """So many of so many kinds of incident; each counts once, however likely it may be."""

    incidents: int
    of: int

    @property
    def ratio(self) -> float:
        """The share, from 0 to 1."""
        return self.incidents / self.of if self.of else 0.0


class Described(msgspec.Struct, frozen=True, omit_defaults=True):
    """Some incidents, by what they have in common.

    Attributes:
        alternatives: Conditions, one of which each of them meets; an empty one is met by every
            incident asked about.
        more: How many further alternatives there are; None where they are too many to be counted.
    """

    alternatives: tuple[str, ...] = ()
    more: int | None = 0


class AttributeValues(msgspec.Struct, frozen=True):
    """An attribute, and its values in the incidents asked about."""

    attribute: str
    values: tuple[str, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an answer is about.

    Attributes:
        case: The title of the case.
        agreements: The agreements taken together.
        supposed: Those of them that are not in force on the day, and are taken to be.
        perhaps: Those of the supposed of which it is open whether they are in force.
        in_doubt: What else is open on the day, and taken not to be so.
        day: The day of the incidents.
        after: A scenario that is taken to have happened.
        without: Articles left out.
        guarantors: Those who are asked about alone; empty for all.
        folder: The case as it was named.
    """

    case: str
    agreements: tuple[AgreementId, ...]
    supposed: tuple[AgreementId, ...]
    day: dt.date
    after: str = ""
    readings: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    guarantors: tuple[ActorId, ...] = ()
    folder: str = ""
    perhaps: tuple[AgreementId, ...] = ()
    in_doubt: tuple[str, ...] = ()


class AskedAbout(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which incidents an answer is about.

    Attributes:
        noun: What they are called: ``attack``.
        where: What was asked of them besides; empty for nothing.
        befalls: Whom they befall, where nothing was asked: those whom a clause protects.
        other_kinds: Nouns of further kinds of incident that articles speak of.
    """

    noun: str
    where: str
    befalls: tuple[ActorId, ...]
    attributes: tuple[AttributeValues, ...]
    incidents: int
    other_kinds: tuple[str, ...] = ()


class Witness(msgspec.Struct, frozen=True, omit_defaults=True):
    """A scenario that shows what a line says.

    Attributes:
        number: What ``--witness`` takes.
        incident: The incident in the words of the language.
        block: The scenario, to be put into a case; empty where none can be written, as of a text
            without some of its articles.
    """

    number: int
    incident: str
    block: str = ""


class WayLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is enough together for something to be owed.

    Attributes:
        needs: Conditions in the words of the language.
        sorts: What each of them is: a request, a decision, somebody's own finding ...
        blocked: Who can keep it from coming about, in words; empty where nobody can.
        unless: What must not come about, where nothing has to: so it is owed at once.
        spared: As the holder of which parts in the incident none of them can, in words.
    """

    needs: tuple[str, ...]
    sorts: tuple[NeedSort, ...]
    blocked: str = ""
    unless: tuple[str, ...] = ()
    spared: str = ""


class OfferLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is owed in some incidents.

    Attributes:
        who: Who by a part in the incident; empty for those of the column.
        words: What, with the term.
        core: The same in fewer words, without it.
        floor: The least of it on the ladder; None for an act that is no level of one.
        ceiling: The most.
        at_once: Whether it is owed as soon as the incident has happened.
        ways: What is enough for it; none where it is owed whatever happens.
        varies: Whether it is owed in some of the incidents only.
        mixed: Whether it is owed in all of them, and hangs on different things.
        until: What ends it.
    """

    words: str
    core: str
    floor: Level | None
    ceiling: Level | None
    articles: tuple[Cited, ...]
    at_once: bool
    ways: tuple[WayLine, ...] = ()
    who: str = ""
    varies: bool = False
    mixed: bool = False
    until: str = ""


class ClassLine(msgspec.Struct, frozen=True):
    """Incidents in which everybody owes the same.

    Attributes:
        incidents: What they have in common, one alternative each.
        cells: What each column of the map owes.
    """

    incidents: Described
    share: Share
    cells: tuple[tuple[OfferLine, ...], ...]
    witness: Witness


class Column(msgspec.Struct, frozen=True):
    """Guarantors who owe the same.

    Attributes:
        who: Those actors in a word: ``each guarantor``; empty where only their names will do.
    """

    actors: tuple[ActorId, ...]
    who: str = ""


class BesideLine(msgspec.Struct, frozen=True):
    """What an act or a breach brings into play whatever has happened.

    Attributes:
        trigger: What does: ``when UKR requests consultation``.
    """

    column: Column
    words: str
    trigger: str
    article: Cited


class MapLines(msgspec.Struct, frozen=True):
    """The map.

    Attributes:
        rest: Incidents of classes too small to show.
    """

    columns: tuple[Column, ...]
    classes: tuple[ClassLine, ...]
    rest: Share
    beside: tuple[BesideLine, ...]


class NearLine(msgspec.Struct, frozen=True):
    """The clause nearest to an incident, and what would have to be so for it to apply."""

    article: Cited
    changes: tuple[str, ...]


class GapLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """Incidents in which nobody is bound to as much as is asked, whatever is done."""

    incidents: str
    share: Share
    witness: Witness
    near: NearLine | None = None


class StopperLine(msgspec.Struct, frozen=True):
    """Somebody who alone can keep everybody from being bound.

    Attributes:
        by: What it can keep from being so, or bring about.
        incidents: Where.
    """

    who: str
    by: tuple[str, ...]
    share: Share
    incidents: Described
    witness: Witness


class DecisiveLine(msgspec.Struct, frozen=True):
    """A guarantor without whom nobody is bound."""

    actor: ActorId
    share: Share
    incidents: Described


class GapLines(msgspec.Struct, frozen=True):
    """Where nobody is bound to help at a level or above.

    Attributes:
        never: Of all incidents, those in which nobody can come to be bound.
        at_once: Those in which somebody is as soon as they have happened.
        more: How many further lines the gaps take.
    """

    level: Level
    never: Share
    at_once: Share
    gaps: tuple[GapLine, ...]
    more: int | None
    stoppers: tuple[StopperLine, ...]
    decisive: tuple[DecisiveLine, ...]


class FindingLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something amiss in the text.

    Attributes:
        sort: A duty and a prohibition that conflict, exceptions that clash, a clause that no
            incident brings into play.
        incidents: Where; empty where it is so of all.
    """

    sort: Literal["conflict", "clash", "dead letter"]
    words: str
    articles: tuple[Cited, ...]
    incidents: Described = Described()
    share: Share | None = None


class Covered(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The coverage of a case.

    Attributes:
        actors: Who stands behind each code.
        names: Names that the lines use: regions, options, terms.
        levels: The levels of the ladder, the lowest first.
        map: Who owes what in which incidents.
        gaps: Where nobody is bound to as much as is asked.
        findings: What is amiss in the text.
        passages: The text, for references to lead to.
        partial: What could not be worked out within the budget, in a sentence; empty otherwise.
    """

    side: Side
    asked: AskedAbout
    actors: tuple[ActorName, ...]
    names: tuple[Name, ...]
    levels: tuple[Level, ...]
    map: MapLines
    gaps: GapLines
    findings: tuple[FindingLine, ...] = ()
    passages: tuple[Passage, ...] = ()
    partial: str = ""

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The scenarios that show what the lines say, by number."""
        found = (
            *(one.witness for one in self.map.classes),
            *(one.witness for one in self.gaps.gaps),
            *(one.witness for one in self.gaps.stoppers),
        )
        return tuple(sorted(found, key=lambda witness: witness.number))
