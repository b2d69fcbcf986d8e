"""A case: its vocabulary, its agreements, what happened, and the scenarios that test it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from servanda.core.calendar import Moment
from servanda.core.spelling import alike
from servanda.model.agreement import (
    Agreement,
    Amendment,
    Article,
    Content,
    Definition,
    DefinitionReading,
    Modality,
    Reading,
)
from servanda.model.conditions import Object
from servanda.model.matters import OnMatter
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleRef,
    AttributeId,
    CircumstanceId,
    IncidentId,
    IssueId,
    KindId,
    Level,
    Node,
    OptionId,
    ReadingId,
)
from servanda.model.own_life import OwnLife
from servanda.model.priorities import Conflicting
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


# What is expected of it.


class Owes(Node, frozen=True, tag="owes"):
    """``USA must consult by 2026-03-02 under article 8.2 over A1``; ``USA may assist UKR``.

    Attributes:
        who: The bearers, each of which must owe it.
        count: Instead of names: exactly how many actors owe it; ``among`` bounds them.
        modality: Whether it is owed, forbidden or permitted: ``must``, ``must not``, ``may``.
        content: What is owed. A ``Respond`` is compared in floor and ceiling where
            they are given (``stated_floor``, ``stated_ceiling``).
    """

    content: Content
    who: tuple[ActorId, ...] = ()
    count: int | None = None
    among: SetOfActors | None = None
    modality: Modality = "must"
    stated_floor: bool = False
    stated_ceiling: bool = False
    by: Moment | None = None
    article: ArticleRef | None = None
    over: IncidentId | None = None


class NoDuty(Node, frozen=True, tag="no_duty"):
    """``no duty of HUN under article 5``: nothing owed and nothing undetermined.

    Standing prohibitions do not count as duties here.
    """

    who: tuple[ActorId, ...]
    article: ArticleRef | None = None
    over: IncidentId | None = None


class Stands(Node, frozen=True, tag="stands"):
    """``USA has met article 8.2``; ``USA is not in breach of article 8.2``.

    Attributes:
        denied: Whether no duty under the article stands so; of what is met or breached.
    """

    who: tuple[ActorId, ...]
    article: ArticleRef
    state: Literal["met", "breached", "pending", "lapsed", "excepted"]
    denied: bool = False
    over: IncidentId | None = None


class IsParty(Node, frozen=True, tag="is_party"):
    """``FIN is a party``; ``FRA is not a party``."""

    who: tuple[ActorId, ...]
    agreement: AgreementId
    is_party: bool = True


class AgreementInForce(Node, frozen=True, tag="agreement_in_force"):
    """``NAT is in force``; ``NAT is not in force``."""

    agreement: AgreementId
    in_force: bool = True


class Operates(Node, frozen=True, tag="operates"):
    """``article 5 is suspended for USA``; ``PACT has not ceased to apply``.

    Attributes:
        text: An article or an agreement.
        state: What it is said to be.
        who: For whom; every party, or none, where nobody is named.
        so: Whether it is said to be so.
    """

    text: ArticleRef | AgreementId
    state: Literal["suspended", "ceased"]
    who: tuple[ActorId, ...] = ()
    so: bool = True


class GivenEffect(Node, frozen=True, tag="given_effect"):
    """``RUS has given effect to article 3``; ``RUS has not given effect to article 3``."""

    who: tuple[ActorId, ...]
    article: ArticleRef
    given: bool = True


class Undetermined(Node, frozen=True, tag="undetermined"):
    """``it is undetermined whether FRA must assist USA, for want of origin``.

    Attributes:
        want: Attributes, or issues, on which it must hang.
    """

    claim: Owes | Stands | IsParty | AgreementInForce | Operates | Conflicting | GivenEffect
    want: tuple[str, ...] = ()


Claim = (
    Owes
    | NoDuty
    | Stands
    | IsParty
    | AgreementInForce
    | Operates
    | Conflicting
    | GivenEffect
    | Undetermined
)


class Expectation(Node, frozen=True, tag="expectation"):
    """``expect on 2026-03-03 USA is in breach of article 8.2``.

    Attributes:
        at: When; None for the end of the scenario.
        text: The claim as written, for reports.
    """

    claim: Claim
    at: Moment | None = None
    text: str = ""


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


class Scenario(Node, frozen=True, tag="scenario"):
    """Dated events to try, with the answers expected.

    Attributes:
        continues: The title of a scenario whose events and choices come first.
        readings: Readings taken for all; the text as it stands where none is named.
        own_readings: Readings that some actors take for what they owe themselves.
    """

    title: str
    continues: str | None = None
    readings: tuple[ReadingId, ...] = ()
    own_readings: tuple[OwnReading, ...] = ()
    choices: tuple[Choice, ...] = ()
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

    def articles(self) -> Iterator[tuple[Agreement, Article]]:
        """Every article, with its agreement."""
        for agreement in self.agreements:
            for article in agreement.articles:
                yield agreement, article

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

    def readings(self) -> Iterator[Reading | DefinitionReading]:
        """Every reading, of articles and then of definitions."""
        for _, article in self.articles():
            yield from article.readings
        for definition in self.definitions:
            yield from definition.readings
