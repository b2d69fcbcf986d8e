"""A case: its vocabulary, its agreements, what was said and what happened, and its scenarios."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from servanda.core.calendar import Moment
from servanda.core.spelling import alike
from servanda.model.agreement import Agreement, Amendment, Article, Reading
from servanda.model.bargaining import (
    Asking,
    Linkage,
    NotWithout,
    Participation,
    Preferences,
    Requirement,
    Valuation,
)
from servanda.model.conditions import IssueIs, Object
from servanda.model.definitions import Definition, DefinitionReading
from servanda.model.expectations import Expectation
from servanda.model.matters import OnMatter
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleRef,
    AttributeId,
    CircumstanceId,
    DocumentId,
    IncidentId,
    IssueId,
    KindId,
    Level,
    Node,
    OptionId,
    ReadingId,
    parts_of,
)
from servanda.model.own_life import OwnLife
from servanda.model.record import Document, Outlet, Person, Position, Side, Statement
from servanda.model.sets import SetOfActors
from servanda.model.vocabulary import (
    Act,
    Actor,
    Circumstance,
    Group,
    IncidentKind,
    Issue,
    Ladder,
    Law,
    Motion,
    Organ,
    Region,
)

# What happens.


UNKNOWN = "unknown"
"""The value of an attribute of which it is stated that nobody knows it."""


class Value(Node, frozen=True, tag="value"):
    """What an attribute of an incident is stated or found to be; ``unknown`` is allowed."""

    attribute: AttributeId
    value: str


class IncidentEvent(Node, frozen=True, tag="incident_event"):
    """``2001-09-11 attack S11 by ALQ on USA, place is new_york``; unstated is unknown."""

    at: Moment
    id: IncidentId
    kind: KindId
    values: tuple[Value, ...] = ()


class ActEvent(Node, frozen=True, tag="act_event"):
    """``2026-03-02 USA assists UKR with support over A1``.

    Attributes:
        authors: Who acts; a set is taken as it stands at that time.
        excepting: Actors left out of that set.
        level: The level of assistance given, for ``assist``.
        over: The incident it answers, where one is named.
        whom: Whose duties are waived; None for everybody's.
    """

    at: Moment
    authors: SetOfActors
    act: ActId
    object: Object | None = None
    excepting: tuple[ActorId, ...] = ()
    level: Level | None = None
    over: IncidentId | None = None
    whom: SetOfActors | None = None


class RefusalEvent(Node, frozen=True, tag="refusal_event"):
    """``2026-03-02 FRA refuses to consult``: the act will not be done."""

    at: Moment
    authors: SetOfActors
    act: ActId
    object: Object | None = None
    excepting: tuple[ActorId, ...] = ()
    over: IncidentId | None = None


class FindingEvent(Node, frozen=True, tag="finding_event"):
    """``2001-10-02 council finds that origin of S11 is abroad``."""

    at: Moment
    authors: SetOfActors
    incident: IncidentId
    values: tuple[Value, ...]
    excepting: tuple[ActorId, ...] = ()


class VoteEvent(OnMatter, frozen=True, tag="vote_event"):
    """``2026-03-02 FRA votes no on A1 in council``.

    Attributes:
        organ: Where; None for a vote among the parties or guarantors themselves.
    """

    at: Moment
    authors: SetOfActors
    vote: Literal["yes", "no", "abstain"]
    organ: ActorId | None = None
    excepting: tuple[ActorId, ...] = ()


class DecisionEvent(OnMatter, frozen=True, tag="decision_event"):
    """``2001-10-02 council decides on S11``: the result of a decision, as reported."""

    at: Moment
    body: SetOfActors


class PutEvent(OnMatter, frozen=True, tag="put_event"):
    """``2026-03-01 12:00 A1 is put to council``: from then on its members may object.

    Attributes:
        body: To whom it is put.
    """

    at: Moment
    body: SetOfActors


Change = Literal["begins", "ends", "is in doubt"]
"""What becomes of a circumstance."""


class CircumstanceEvent(Node, frozen=True, tag="circumstance_event"):
    """``2026-03-01 truce begins``; while it is in doubt nobody knows whether it holds."""

    at: Moment
    circumstance: CircumstanceId
    becomes: Change


Event = (
    IncidentEvent
    | ActEvent
    | RefusalEvent
    | FindingEvent
    | VoteEvent
    | DecisionEvent
    | PutEvent
    | CircumstanceEvent
)


class Choice(Node, frozen=True, tag="choice"):
    """``with response is armed_force``: an issue settled for this scenario."""

    issue: IssueId
    option: OptionId


class OwnReading(Node, frozen=True, tag="own_reading"):
    """``with reading council_first for USA, FRA``: these actors read their own duties so."""

    reading: ReadingId
    actors: tuple[ActorId, ...]

    @property
    def words(self) -> str:
        """``reading council_first for USA, FRA``."""
        return f"reading {self.reading} for {', '.join(self.actors)}"


class Supposed(Node, frozen=True, tag="supposed"):
    """``with NAT in force from 2026-01-01``: an agreement taken to be in force from a day on."""

    agreement: AgreementId
    date: dt.date

    @property
    def words(self) -> str:
        """``NAT is in force from 2026-01-01``."""
        return f"{self.agreement} is in force from {self.date}"


class Scenario(Node, frozen=True, tag="scenario"):
    """Dated events to try, with the answers expected.

    Attributes:
        continues: The title of a scenario whose events and choices come first.
        readings: Readings taken for all; the text as it stands where none is named.
        own_readings: Readings that some actors take for what they owe themselves.
        supposed: Agreements taken to be in force, whatever has been done for that.
    """

    title: str
    continues: str | None = None
    readings: tuple[ReadingId, ...] = ()
    own_readings: tuple[OwnReading, ...] = ()
    choices: tuple[Choice, ...] = ()
    supposed: tuple[Supposed, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class History(Node, frozen=True, tag="history"):
    """Dated events that every scenario of the case starts from: signatures, accessions."""

    title: str = ""
    events: tuple[Event, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Case(Node, frozen=True, tag="case"):
    """Everything that a case folder says."""

    title: str = ""
    actors: tuple[Actor, ...] = ()
    groups: tuple[Group, ...] = ()
    organs: tuple[Organ, ...] = ()
    regions: tuple[Region, ...] = ()
    kinds: tuple[IncidentKind, ...] = ()
    definitions: tuple[Definition, ...] = ()
    acts: tuple[Act, ...] = ()
    laws: tuple[Law, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    issues: tuple[Issue, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    motions: tuple[Motion, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    histories: tuple[History, ...] = ()
    persons: tuple[Person, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    documents: tuple[Document, ...] = ()
    sides: tuple[Side, ...] = ()
    statements: tuple[Statement, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    preferences: tuple[Preferences, ...] = ()
    participations: tuple[Participation, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    def __repr__(self) -> str:
        articles = sum(len(agreement.articles) for agreement in self.agreements)
        return (
            f"<Case {self.title!r}: agreements {len(self.agreements)}, articles {articles},"
            f" scenarios {len(self.scenarios)}>"
        )

    def scenario(self, title: str) -> Scenario:
        """The scenario with this title.

        Raises:
            LookupError: There is none; the message names the titles nearest to it.
        """
        for scenario in self.scenarios:
            if scenario.title == title:
                return scenario
        titles = [scenario.title for scenario in self.scenarios]
        meant = " or ".join(f'"{one}"' for one in alike(title, titles))
        instead = f"did you mean {meant}?" if meant else f"it has {len(titles)}"
        raise LookupError(f'this case has no scenario "{title}"; {instead}')

    def with_articles(self, change: Callable[[ArticleRef, Article], Article]) -> Case:
        """The case with another article, or the same, in the place of each."""

        def changed(agreement: Agreement) -> Agreement:
            articles = (change(ArticleRef(agreement.id, a.number), a) for a in agreement.articles)
            return msgspec.structs.replace(agreement, articles=tuple(articles))

        return msgspec.structs.replace(self, agreements=tuple(map(changed, self.agreements)))

    def articles(self) -> Iterator[tuple[Agreement, Article]]:
        """Every article, with its agreement."""
        for agreement in self.agreements:
            for article in agreement.articles:
                yield agreement, article

    @property
    def asked(self) -> tuple[Asking, ...]:
        """What parties ask of a package, prefer, and want a part in, and what options need."""
        return (*self.requirements, *self.preferences, *self.participations, *self.linkages)

    def matters_spoken_of(self) -> Iterator[IssueId | AgreementId]:
        """The issues and agreements that statements, and what parties ask, speak of."""
        for part in parts_of((self.statements, self.asked)):
            match part:
                case IssueIs() | Position() | Valuation():
                    yield part.issue
                case NotWithout():
                    yield part.matter
                case _:
                    pass

    def by_ref(self) -> dict[ArticleRef, Article]:
        """Every article, by what it is cited as."""
        return {ArticleRef(a.id, article.number): article for a, article in self.articles()}

    def read_alike_by_all(self) -> dict[ReadingId, ArticleRef]:
        """The readings of articles on an agreement's own life, which no actor takes alone (R4)."""
        return {
            reading.id: ArticleRef(agreement.id, article.number)
            for agreement, article in self.articles()
            for text in (article, *(a.article for a in article.amendments if a.article))
            for reading in text.readings
            if any(isinstance(read.effect, OwnLife) for read in (text, reading.article))
        }

    def amendments(self) -> Iterator[tuple[ArticleRef, Amendment]]:
        """Every amendment, with the article that it amends."""
        for agreement, article in self.articles():
            for amendment in article.amendments:
                yield ArticleRef(agreement.id, article.number), amendment

    def days_of_documents(self) -> dict[DocumentId, dt.date]:
        """The day of each document, by which what it has was said at the latest."""
        return {document.id: document.date for document in self.documents}

    def readings(self) -> Iterator[Reading | DefinitionReading]:
        """Every reading, of articles and then of definitions."""
        for _, article in self.articles():
            yield from article.readings
        for definition in self.definitions:
            yield from definition.readings
