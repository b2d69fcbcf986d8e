"""What a brief is made of: frozen values, as :mod:`servanda.workbench.results` has them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from servanda.analyses.scenario.outcome import Conflict, Force, Judged, Suspension, VoidAct
from servanda.core.calendar import Moment
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Origin
from servanda.model.agreement import Modality
from servanda.model.case import OwnReading, Supposed
from servanda.model.node import ActorId, ArticleRef, Level
from servanda.workbench.comparisons import SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.recorded import Recorded
from servanda.workbench.reports import ScenarioName
from servanda.workbench.results import (
    ActorName,
    Consequence,
    DutyLine,
    Ground,
    Happening,
    Passage,
    VariationLine,
)
from servanda.workbench.sequences import Sequenced
from servanda.workbench.settlements import Settled

Choice = tuple[str, str]
"""An issue and the option that is supposed."""


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """Which texts a brief was computed from.

    Attributes:
        files: Their names within the case.
        content: SHA-256, in hexadecimal, of their formal blocks and where these stand: two
            briefs with the same were computed from the same.
    """

    files: tuple[str, ...]
    content: str


class AgreementLine(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement and where it stands.

    Attributes:
        between: Who negotiated it.
        bound_by: The act that binds.
        by_default: Whether that is taken because the text names no act.
        priority: What it says of other agreements: ``prevails over UNC``.
        articles: How many articles it has.
        force: Whether it is in force by the case's history alone, before any scenario;
            None where the case has no history.
        in_force_in: The scenarios at whose end it is in force, by number.
        undetermined_in: Those at whose end that cannot be told.
    """

    id: str
    title: str
    between: tuple[ActorId, ...]
    bound_by: str
    by_default: bool = False
    priority: tuple[str, ...] = ()
    articles: int
    force: Force | None
    in_force_in: tuple[int, ...]
    undetermined_in: tuple[int, ...]
    origin: Origin


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """When an article says what it says, each part in the words of the language.

    Attributes:
        when: The trigger: ``armed attack on UKR``; empty for a standing article.
        window: ``from 10 years after entry into force``.
        only_if: Conditions, all of which must hold.
        unless: Exceptions, none of which may hold.
        performed_if: What must be so when an act is done for it to perform what is owed.
        deadline: ``within 24 hours of the request``, ``forthwith``.
        dated: Whether the deadline ends on a day: ``forthwith`` does not.
        until: What ends it.
        during: What must hold as long as it binds.
        subject_to: Articles that it gives way to: ``article 7``.
        notwithstanding: Articles that it prevails over.
        law: The law by which effect is given to it.
        expiry: When it ends by the calendar: ``until 2031-01-01``, ``for 6 months``.
    """

    when: str = ""
    window: str = ""
    only_if: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    performed_if: tuple[str, ...] = ()
    deadline: str = ""
    dated: bool = True
    until: str = ""
    during: str = ""
    subject_to: tuple[str, ...] = ()
    notwithstanding: tuple[str, ...] = ()
    law: str = ""
    expiry: str = ""


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """What an article asks of whom, over all scenarios of the case.

    Attributes:
        who: The bearers, in the words of the article.
        bearers: All whom it binds, or could, at the end of some scenario, by code.
        of_a_role: Whether it binds who holds a role, ``the victim``; ``bearers`` are then
            those that bore it in some scenario.
        content: What is asked, in the words of the article.
        owed_in: Scenarios at whose end somebody owes it, has done it or was released.
        undetermined_in: Those at whose end somebody's duty cannot be told.
        doubtful_in: Of those in which a prohibition binds, those at whose end it cannot be
            told whether somebody is in breach of it.
        breached_in: Those at whose end somebody is in breach of it.
    """

    article: ArticleRef
    title: str
    who: str
    modality: Modality
    content: str
    clause: Clause
    bearers: tuple[ActorId, ...]
    of_a_role: bool = False
    owed_in: tuple[int, ...]
    undetermined_in: tuple[int, ...]
    doubtful_in: tuple[int, ...] = ()
    breached_in: tuple[int, ...]
    origin: Origin


About = Literal["agreement", "actors", "article"]
"""What a provision speaks of."""


class Provision(msgspec.Struct, frozen=True, kw_only=True):
    """An article about an agreement's own life, or one that sets another article aside.

    Attributes:
        about: What it speaks of: its ``agreement``, which ``says`` leaves to be named, or
            ``actors`` or another ``article``, which ``says`` names.
        says: ``enters into force when each signatory has signed``.
    """

    article: ArticleRef
    title: str
    about: About
    says: str
    clause: Clause
    origin: Origin


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A level on the ladder of responses that is asked of somebody, and where.

    Attributes:
        level: The least that discharges the duty.
        at_least: Whether the duty leaves room for more.
        scenario: The first that asks it.
        supposing: The open issues that the article reads, settled so by that scenario.
        certain: Whether it is owed there; undetermined otherwise.
    """

    level: Level
    at_least: bool
    article: ArticleRef
    scenario: int
    supposing: tuple[Choice, ...] = ()
    certain: bool = True
    origin: Origin


class Most(msgspec.Struct, frozen=True, kw_only=True):
    """The most that some actors ever owe on the ladder of responses.

    Attributes:
        asked: What is owed though no open issue that its article reads is supposed
            settled; then what is owed more if one is, and what may be owed beyond.
    """

    bearers: tuple[ActorId, ...]
    asked: tuple[Asked, ...]


class ScenarioLines(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario of the brief: what is asked, and the answer.

    Attributes:
        at: The scenario's end; every line stands as of then.
        readings: Readings taken for all, by name; those of the scenario that it continues too.
        own_readings: Readings that some actors take for what they owe themselves, likewise.
        choices: Issues chosen, with the option; those of the scenario that it continues
            too.
        supposed: Agreements taken to be in force, likewise.
        happenings: All events, those of the scenarios that it continues first.
        excepted: What is not owed because of an exception.
        answers: Both, put together where a short answer tells them alike.
        of_several: Articles that several incidents of the scenario may bring into play.
        void: Acts of the agreements' own lives that had no effect.
        failed: Expectations that were not met.
        expectations: How many it has.
    """

    name: ScenarioName
    at: Moment
    readings: tuple[str, ...]
    own_readings: tuple[OwnReading, ...] = ()
    choices: tuple[Choice, ...]
    supposed: tuple[Supposed, ...] = ()
    happenings: tuple[Happening, ...]
    force: tuple[Force, ...]
    lines: tuple[DutyLine, ...]
    excepted: tuple[DutyLine, ...]
    answers: tuple[DutyLine, ...]
    of_several: tuple[ArticleRef, ...] = ()
    conflicts: tuple[Conflict, ...]
    void: tuple[VoidAct, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    variations: tuple[VariationLine, ...]
    failed: tuple[Judged, ...]
    expectations: int


class OptionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A way to settle an issue.

    Attributes:
        supposed_in: Scenarios that suppose it.
        changes: What it would change in the others.
    """

    id: str
    title: str
    supposed_in: tuple[int, ...]
    changes: tuple[Consequence, ...]


class IssueLine(msgspec.Struct, frozen=True, kw_only=True):
    """An issue under negotiation and its options.

    Attributes:
        settled: The option agreed on; None while it is open.
    """

    id: str
    title: str
    options: tuple[OptionLine, ...]
    settled: str | None
    origin: Origin


class ReadingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A named reading of an article or of a definition, and what it would change.

    Attributes:
        of: ``article 5.1``, ``armed attack``.
        article: The article; None where it is of a definition.
        supposed_in: Scenarios that take it for all.
        taken_by: Scenarios in which some actors take it for themselves, and who.
        changes: What it would change in the others.
    """

    id: str
    title: str
    of: str
    article: ArticleRef | None = None
    supposed_in: tuple[int, ...]
    taken_by: tuple[tuple[int, tuple[ActorId, ...]], ...] = ()
    changes: tuple[Consequence, ...]
    origin: Origin


class AmendmentLine(msgspec.Struct, frozen=True, kw_only=True):
    """An amendment: what the article says from a day on, and what hangs on it.

    Attributes:
        says: The rule as amended, in the words of the language; empty where it is repealed.
        clause: When it says so, part by part.
        changes: What would be otherwise without it, over all scenarios.
    """

    id: str
    title: str
    article: ArticleRef
    start: dt.date
    end: dt.date | None = None
    says: str = ""
    clause: Clause = Clause()
    changes: tuple[Consequence, ...] = ()
    origin: Origin


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """Who is bound to do what, in every scenario of a case, and on what that hangs.

    Attributes:
        basis: The texts that it was computed from.
        provisions: How the agreements come about and end, and their exceptions.
        most: The strongest response that each actor ever owes.
        coverage: Who would owe what in which incidents, where the case has one design.
        designs: The designs side by side, where it has several.
        recorded: Who holds what in its own words as of the last day, and what has moved since the
            one before; None where the case has no record.
        settled: What could be signed, every red line counted; None where nothing is asked.
        settled_first_hand: The same by what the parties say themselves.
        sequenced: In which order steps can be taken, whatever has been said counted.
        sequenced_first_hand: The same by what the parties say themselves.
        judgements: Every input that is the encoder's judgement.
        sources: Every source that the case names.
        warnings: Doubts about the drafting, none of them an error.
        passages: The text that the references lead to.
    """

    title: str
    basis: Basis
    actors: tuple[ActorName, ...]
    agreements: tuple[AgreementLine, ...]
    obligations: tuple[Obligation, ...]
    provisions: tuple[Provision, ...]
    most: tuple[Most, ...]
    scenarios: tuple[ScenarioLines, ...]
    issues: tuple[IssueLine, ...]
    readings: tuple[ReadingLine, ...]
    amendments: tuple[AmendmentLine, ...] = ()
    coverage: Covered | None = None
    designs: SideBySide | None = None
    recorded: Recorded | None = None
    settled: Settled | None = None
    settled_first_hand: Settled | None = None
    sequenced: Sequenced | None = None
    sequenced_first_hand: Sequenced | None = None
    judgements: tuple[Ground, ...]
    sources: tuple[Ground, ...]
    warnings: tuple[Diagnostic, ...]
    passages: tuple[Passage, ...]

    def __repr__(self) -> str:
        return (
            f"<Brief on {self.title!r}: agreements {len(self.agreements)},"
            f" scenarios {len(self.scenarios)}, warnings {len(self.warnings)}>"
        )
