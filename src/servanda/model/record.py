"""What was said: who speaks for whom, in which document, and what of which matter.

A statement is one saying of one speaker. What a speaker says of what another one says is a
saying within a saying, to any depth. How far a saying can be held against its speaker (its
*standing*) is nowhere written down: it follows from the chain of those who report it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from servanda.core.calendar import Moment
from servanda.model.agreement import Commit, Perform, Respond
from servanda.model.conditions import Condition
from servanda.model.node import (
    ActorId,
    AgreementId,
    ArticleRef,
    CircumstanceId,
    DocumentId,
    IssueId,
    Node,
    OptionId,
    OutletId,
    PersonId,
    SideId,
    StatementId,
)
from servanda.model.vocabulary import Membership

# Who speaks, and where.


class Office(Node, frozen=True, tag="office"):
    """For whom a person speaks, as what, from a date (inclusive) until a date (exclusive)."""

    actor: ActorId
    title: str = ""
    start: dt.date | None = None
    end: dt.date | None = None

    def runs(self, day: dt.date) -> bool:
        """Whether it has begun and not ended on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class Person(Node, frozen=True, tag="person"):
    """Somebody who speaks for a party, as long as an office gives the right to.

    Attributes:
        called: What else the person is called, also by a common misspelling.
    """

    id: PersonId
    title: str = ""
    offices: tuple[Office, ...] = ()
    called: tuple[str, ...] = ()

    def offices_on(self, day: dt.date) -> tuple[Office, ...]:
        """The offices held on a day, in the order declared."""
        return tuple(office for office in self.offices if office.runs(day))


class Outlet(Node, frozen=True, tag="outlet"):
    """A newspaper, a broadcaster, an agency: who carries what others say.

    Attributes:
        called: What else it is called.
    """

    id: OutletId
    title: str = ""
    called: tuple[str, ...] = ()


class Document(Node, frozen=True, tag="document"):
    """An article, a transcript, an act: where statements are found.

    Attributes:
        outlet: Who published it, an outlet or a party; None where nobody stands between its author
            and the reader.
        date: The day of its publication; what stands in it was said by then.
    """

    id: DocumentId
    date: dt.date
    title: str = ""
    outlet: OutletId | ActorId | None = None
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Side(Node, frozen=True, tag="side"):
    """Those who stand together in a conflict; of another side is an adversary."""

    id: SideId
    title: str = ""
    memberships: tuple[Membership, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


# What is said.

StatementKind = Literal[
    "commits",
    "offers",
    "accepts",
    "rejects",
    "demands",
    "conditions",
    "urges",
    "plans",
    "threatens",
    "endorses",
    "criticises",
    "reports",
    "denies",
    "corrects",
    "retracts",
]
"""What one does by saying something.

``conditions`` makes a matter depend on what the statement's ``only if`` says; ``corrects`` and
``retracts`` are about an earlier statement of the speaker's own party.
"""

KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
"""Every kind, in the order of `docs/language.md`."""

OF_SAYINGS: frozenset[StatementKind] = frozenset({"reports", "denies", "criticises", "endorses"})
"""The kinds that can be about what somebody says: *reports that*, *denies that*."""

OF_OWN_STATEMENTS: frozenset[StatementKind] = frozenset({"corrects", "retracts"})
"""The kinds that are about an earlier statement of the speaker's own party, and nothing else."""


def plural(kind: StatementKind) -> str:
    """The verb of a kind after several speakers: ``commit``, ``deny``."""
    return f"{kind[:-3]}y" if kind.endswith("ies") else kind[:-1]


VERBS: Mapping[str, StatementKind] = {form: kind for kind in KINDS for form in (kind, plural(kind))}
"""The kinds by each form of their verb, of one speaker and of several."""

Factuality = Literal["asserted", "possible", "planned"]
"""Whether it is said to be so, said that it may be so, or said to be intended."""

Manner = Literal["quoted", "paraphrased", "summed_up"]
"""How a document has it: in the speaker's words, in its own, or as a stance without an utterance."""


class Named(Node, frozen=True, tag="named"):
    """Speakers by name: persons, actors, organs or outlets; several speak together."""

    speakers: tuple[PersonId | ActorId | OutletId, ...]


class Unnamed(Node, frozen=True, tag="unnamed"):
    """Somebody who is not named: ``an official of USA``; of nobody in particular where None."""

    of: ActorId | None = None


Speaker = Named | Unnamed


class Position(Node, frozen=True, tag="position"):
    """``sequence is guarantee_first``; an issue as such where no option is named.

    Attributes:
        options: Any of these; empty for the issue as such.
        negated: Whether none of them is meant: ``sequence is not ceasefire_first``.
    """

    issue: IssueId
    options: tuple[OptionId, ...] = ()
    negated: bool = False


class OnIssues(Node, frozen=True, tag="on_issues"):
    """``accepts guarantee is nato_style and membership is stays_out``."""

    positions: tuple[Position, ...]


class ToAct(Node, frozen=True, tag="to_act"):
    """``commits to enact non_aggression_law``; ``commits not to attack UKR``."""

    deed: Perform | Respond | Commit
    negated: bool = False


class OnAgreement(Node, frozen=True, tag="on_agreement"):
    """``accepts GUARANTEE``."""

    agreement: AgreementId


class OnArticle(Node, frozen=True, tag="on_article"):
    """``rejects article 5.2 of GUARANTEE``."""

    article: ArticleRef


class OnState(Node, frozen=True, tag="on_state"):
    """``demands truce``: that a circumstance begin."""

    circumstance: CircumstanceId


class OnStatement(Node, frozen=True, tag="on_statement"):
    """``denies S3``, ``retracts S3``."""

    statement: StatementId


class ThatSaid(Node, frozen=True, tag="that_said"):
    """``reports that RUS accepts ...``: what somebody says of what somebody says."""

    saying: Saying


class InWords(Node, frozen=True, tag="in_words"):
    """What has no formal content: ``urges "that a deal be made"``."""

    text: str


SaidOf = OnIssues | ToAct | OnAgreement | OnArticle | OnState | OnStatement | ThatSaid | InWords


class Saying(Node, frozen=True, tag="saying"):
    """Somebody says something of something.

    Attributes:
        at: When; None where it is not known.
    """

    speaker: Speaker
    kind: StatementKind
    content: SaidOf
    at: Moment | None = None

    def chain(self) -> Iterator[Saying]:
        """This saying and those within it, outermost first."""
        saying = self
        yield saying
        while isinstance(saying.content, ThatSaid):
            saying = saying.content.saying
            yield saying

    @property
    def innermost(self) -> Saying:
        """The saying that the rest is about."""
        *_, last = self.chain()
        return last


class Medium(Node, frozen=True, tag="medium"):
    """Where it was said: ``medium CNN "interview"``."""

    outlet: OutletId | None = None
    text: str = ""


class Passage(Node, frozen=True, tag="passage"):
    """Where a statement stands in a document.

    Attributes:
        paragraph: Counted from 1; None where it is not given.
        start: First character of the document, counted from 0; None where it is not given.
        end: One past the last.
    """

    document: DocumentId
    manner: Manner = "paraphrased"
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


class Statement(Node, frozen=True, tag="statement"):
    """Something that was said, as the record has it.

    Attributes:
        saying: Who says what; its innermost saying is the one that the rest is about.
        only_if: On what condition, all of them; of the innermost saying.
        factuality: Of the innermost saying.
        to: Whom it was said to.
        gist: What was said, in the words of whoever keeps the record.
        words: The words themselves, where they are kept.
    """

    id: StatementId
    saying: Saying
    title: str = ""
    only_if: tuple[Condition, ...] = ()
    factuality: Factuality = "asserted"
    to: tuple[ActorId | PersonId, ...] = ()
    medium: Medium | None = None
    passages: tuple[Passage, ...] = ()
    gist: str = ""
    words: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    def published(self, days: Mapping[DocumentId, dt.date]) -> dt.date | None:
        """The day of the first document that has it; None where no day of any is known.

        Args:
            days: The day of each document.
        """
        known = (days[passage.document] for passage in self.passages if passage.document in days)
        return min(known, default=None)
