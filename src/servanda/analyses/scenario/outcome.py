"""What a run of a scenario answers."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Literal

import msgspec

from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Content
from servanda.model.case import OwnReading, Supposed
from servanda.model.node import (
    ActorId,
    AgreementId,
    AmendmentId,
    ArticleRef,
    IncidentId,
    LawId,
    ReadingId,
)


class State(Enum):
    """Where a duty stands in its life."""

    NOT_ARISEN = "not arisen"
    UNDETERMINED = "undetermined"
    PENDING = "pending"
    MET = "met"
    BREACHED = "breached"
    LAPSED = "lapsed"
    EXCEPTED = "excepted"
    BINDING = "binding"
    PERMITTED = "permitted"
    SUSPENDED = "suspended"


ABSENT = frozenset({State.NOT_ARISEN, State.EXCEPTED})
"""The states of what is not owed."""


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dated step in the life of a duty."""

    at: Moment
    state: State
    reason: Reason


class Missing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is not known and would decide.

    Attributes:
        name: An attribute of the incident, an issue, or what has to be found by whom.
        statement: One sentence: ``origin of S11 has not been found by council``.
        decides: Each value or option, and the state that it would lead to; values with
            the same effect together, in the order declared.
        origin: The condition that reads it.
    """

    name: str
    statement: str
    decides: tuple[tuple[str, State], ...] = ()
    origin: Origin = NOWHERE


class FurtherBreach(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A deed against a prohibition that was breached before (rule D11).

    Attributes:
        words: The deed: ``attack A2 by RUS on UKR``.
        incident: The incident that it is, or is about.
        certain: Whether it is certain to be a breach.
    """

    at: Moment
    words: str
    incident: IncidentId | None = None
    certain: bool = True
    origin: Origin = NOWHERE


class DutyLife(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One duty, prohibition or permission of one bearer (or of several jointly).

    Attributes:
        article: The article that it rests on.
        title: That article's title.
        modality: ``must``, ``must not`` or ``may``.
        bearers: One actor; several for a joint duty.
        content: What is owed, as the model has it.
        words: What is owed, in words with names filled in: ``assist USA as it deems
            necessary, at least support``.
        towards: Who it is owed to, where the content names somebody.
        incident: The triggering incident; None for a standing duty or an act.
        trigger: The triggering event in words; empty for a standing duty.
        trigger_at: When that was.
        state: Where the duty stands at the moment asked about.
        arisen: When it arose.
        due: Its last moment.
        soft: Whether that is to be kept where possible, and no more (rule D15).
        passed: Whether such a term has passed while it was owed.
        law: The law by which its bearers give effect to it in their own law (rule D18).
        effective: Since when all of them have enacted it.
        ended: When it was met, breached, or lapsed.
        late: When it was performed after its last moment.
        further: The breaches of a prohibition after the first, in order.
        life: Every change so far, in order.
        why: Why it stands so, decisive conditions first.
        missing: What is not known and would decide; empty unless undetermined.
        would_change: What single change of fact, act, reading or option would make
            another state of it, each a sentence.
        amendment: The amendment that gives the article the text by which it is judged.
        own_readings: Readings of its bearer's own by which it is judged.
        origin: The clause.
    """

    article: ArticleRef
    title: str
    modality: Literal["must", "must not", "may"]
    bearers: tuple[ActorId, ...]
    content: Content
    words: str
    towards: tuple[ActorId, ...] = ()
    incident: IncidentId | None = None
    trigger: str = ""
    trigger_at: Moment | None = None
    state: State
    arisen: Moment | None = None
    due: Moment | None = None
    soft: bool = False
    passed: bool = False
    law: LawId | None = None
    effective: Moment | None = None
    ended: Moment | None = None
    late: Moment | None = None
    further: tuple[FurtherBreach, ...] = ()
    life: tuple[Change, ...] = ()
    why: Reason
    missing: tuple[Missing, ...] = ()
    would_change: tuple[str, ...] = ()
    amendment: AmendmentId | None = None
    own_readings: tuple[ReadingId, ...] = ()
    origin: Origin = NOWHERE


class Bond(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an actor is a party to an agreement at the moment asked about.

    Attributes:
        since: Since when it is, or was, a party.
        until: The day on which it ceases, or ceased, to be one, where that is fixed.
        why: Signature, ratification, accession, notice, each with its date; also acts
            that had no effect and why.
    """

    actor: ActorId
    agreement: AgreementId
    verdict: Verdict
    since: Moment | None = None
    until: Moment | None = None
    why: Reason


class VoidAct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An act of an agreement's own life that had no effect: an accession, a notice (A3, A4, A14).

    Attributes:
        at: When it was done.
        why: What kept it from having an effect.
    """

    actor: ActorId
    agreement: AgreementId
    at: Moment
    why: Reason


class Force(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an agreement is in force at the moment asked about, since when and why."""

    agreement: AgreementId
    verdict: Verdict
    since: Moment | None = None
    until: Moment | None = None
    why: Reason


class Suspension(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an article does to the operation of others, alike for some actors (rules S1 to S9).

    Attributes:
        article: The article that says so; None for an act that no article gives effect to.
        text: The article or agreement that is suspended, ceases, ends or applies again.
        words: ``article 5 is suspended for USA``; the act, where no article provides for it.
        verdict: Whether it is so at the moment asked about.
        since: When it took effect.
        until: When it ceased to be so.
        trigger: The triggering event in words.
    """

    article: ArticleRef | None = None
    text: ArticleRef | AgreementId | None = None
    words: str
    actors: tuple[ActorId, ...]
    verdict: Verdict
    since: Moment | None = None
    until: Moment | None = None
    trigger: str = ""
    why: Reason
    origin: Origin = NOWHERE


class Conflict(msgspec.Struct, frozen=True, omit_defaults=True):
    """An actor that must and must not do the same thing, and nothing says what prevails (rule D12).

    Attributes:
        undecided: Why what is said about priority does not decide it; empty where nothing is said.
    """

    actor: ActorId
    statement: str
    duty: ArticleRef
    prohibition: ArticleRef
    undecided: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that a run of a scenario answers, as of one moment.

    Attributes:
        at: The moment asked about.
        readings: Readings taken for all.
        own_readings: Readings that some actors take for what they owe themselves.
        choices: Issues chosen for this run, with the option.
        supposed: Agreements taken to be in force.
        force: Each agreement of the case.
        bonds: Each actor that was ever, or might be, a party; and each whose act failed.
        void: Consents, accessions, notices and revocations that had no effect.
        duties: Duties, prohibitions and permissions that have arisen, or are
            undetermined; in the order of articles, triggers, bearers.
        absent: What might have been expected and is not owed (state NOT_ARISEN or
            EXCEPTED), with the reason: the material of 'why not'.
        conflicts: Rule D12.
        suspensions: What is suspended, has ceased, ended or applies again, or may have; also
            acts of suspension and waiver without effect.
    """

    scenario: str
    at: Moment
    readings: tuple[ReadingId, ...] = ()
    own_readings: tuple[OwnReading, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    supposed: tuple[Supposed, ...] = ()
    force: tuple[Force, ...] = ()
    bonds: tuple[Bond, ...] = ()
    void: tuple[VoidAct, ...] = ()
    duties: tuple[DutyLife, ...] = ()
    absent: tuple[DutyLife, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    suspensions: tuple[Suspension, ...] = ()

    def __repr__(self) -> str:
        states = Counter(life.state.value for life in self.duties)
        counts = ", ".join(f"{state} {count}" for state, count in states.items())
        return f"<Outcome of {self.scenario!r} at {self.at}: {counts or 'nothing owed'}>"


class Judged(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One expectation of a scenario, and what was found instead where it failed.

    Attributes:
        text: The expectation as written.
        found: What the run says about the matter, in a sentence; the reason when it
            does not agree.
        left_out: How many more reasons of the same kind there are than ``why`` gives.
    """

    text: str
    at: Moment
    met: bool
    found: str
    why: Reason
    left_out: int = 0
    origin: Origin = NOWHERE


class Position(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a duty, prohibition or permission stands, in what a comparison looks at.

    Attributes:
        soft: Whether it is due then where possible, and no more.
        words: What is owed, with names filled in; empty where nothing was ever owed.
        clause: The same as the clause says it: ``the victim``, not a name.
    """

    state: State
    due: Moment | None = None
    soft: bool = False
    words: str = ""
    clause: str = ""


class ForceChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="force"):
    """An agreement would be in force, or would not be, for all who might be parties.

    Attributes:
        ends_all: Whether something is owed, or may be, under the agreement and nothing
            would be: what that is for each article is then not listed.
    """

    agreement: AgreementId
    was: Verdict
    would_be: Verdict
    ends_all: bool = False


class BondChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="bond"):
    """Some actors would be parties to an agreement, or would not be."""

    agreement: AgreementId
    bearers: tuple[ActorId, ...]
    was: Verdict
    would_be: Verdict


class DutyChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="duty"):
    """Something would be owed, forbidden or permitted otherwise, alike for some actors.

    Attributes:
        trigger: The triggering event in words; empty for a standing article.
        bearers: For whom.
        concerned: All for whom anything stands, or would stand, under this article for
            this event; those for whom nothing changes among them.
    """

    article: ArticleRef
    modality: Literal["must", "must not", "may"]
    trigger: str = ""
    bearers: tuple[ActorId, ...]
    concerned: tuple[ActorId, ...] = ()
    was: Position
    would_be: Position


Difference = ForceChange | BondChange | DutyChange
"""What one supposition would change in a scenario."""


class Variation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one reading or option not taken would change in a scenario (rule R3).

    Attributes:
        name: ``reading council_first`` or ``response_level is armed_force``.
        title: Its title.
        changes: One for each group of actors with the same change.
    """

    name: str
    title: str
    changes: tuple[Difference, ...]
    origin: Origin = NOWHERE
