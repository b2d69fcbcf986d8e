"""What each use case answers: frozen values that every view, page and notebook reads.

Nothing here is text for a screen beyond the words of the agreement itself; laying out
is the business of :mod:`servanda.views`.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from servanda.analyses.scenario.outcome import (
    Conflict,
    Difference,
    DutyLife,
    FurtherBreach,
    Judged,
    Missing,
    Outcome,
    State,
)
from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.model.agreement import Modality
from servanda.model.node import (
    ActorId,
    AgreementId,
    AmendmentId,
    ArticleRef,
    IssueId,
    LawId,
    OptionId,
    ReadingId,
)
from servanda.workbench.reports import ScenarioName

# Names and places.


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a code: ``UKR``, Ukraine, a state."""

    id: ActorId
    title: str
    sort: str


class Name(msgspec.Struct, frozen=True):
    """A name that an answer uses, and what it stands for."""

    name: str
    title: str


class Cited(msgspec.Struct, frozen=True):
    """An article, and where it stands."""

    article: ArticleRef
    origin: Origin = NOWHERE


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a part of the case rests on: a source, or the encoder's own judgement.

    Attributes:
        about: The statement that it stands in: ``article 5.1``, ``issue strength``.
    """

    text: str
    about: str
    origin: Origin


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """A dated event of a scenario, in the words of the language."""

    at: Moment
    words: str
    origin: Origin = NOWHERE


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A block of the case's text, line by line, for references to lead to.

    Attributes:
        trail: The headings above it, outermost first.
        first_line: Number of its first line in the file.
    """

    file: str
    trail: tuple[str, ...]
    first_line: int
    lines: tuple[str, ...]


# Running and testing scenarios.


class DutyLine(msgspec.Struct, frozen=True, kw_only=True):
    """One duty, prohibition or permission, of all actors for whom it stands the same.

    Attributes:
        who: Those actors in a word: ``each guarantor``, ``12 parties``; empty where only
            their names will do.
        bearers: Those actors by code.
        jointly: Whether they owe it together.
        why: Why it stands so, told of the first of them.
        missing: What is not known; told of several bearers, a value can be
            ``the guarantor itself`` or ``anybody else``.
        excepted_by: The articles that disapply the article, where it is excepted or
            released because of them.
        amendment: The amendment that gives the article the text by which it is judged.
        own_readings: Readings of their own by which it is judged.
        rest: As :class:`~servanda.analyses.scenario.outcome.DutyLife` has it.
    """

    who: str
    bearers: tuple[ActorId, ...]
    jointly: bool
    article: ArticleRef
    title: str
    modality: Modality
    words: str
    trigger: str
    state: State
    arisen: Moment | None
    due: Moment | None
    soft: bool = False
    passed: bool = False
    law: LawId | None = None
    effective: Moment | None = None
    ended: Moment | None
    late: Moment | None
    further: tuple[FurtherBreach, ...] = ()
    why: Reason
    missing: tuple[Missing, ...]
    would_change: tuple[str, ...]
    excepted_by: tuple[ArticleRef, ...] = ()
    amendment: AmendmentId | None = None
    own_readings: tuple[ReadingId, ...] = ()
    origin: Origin


_UNBOUND = frozenset({State.LAPSED, State.SUSPENDED})


def breach_in_doubt(duty: DutyLife | DutyLine) -> bool:
    """Whether a prohibition is certain to bind, and only whether it is breached cannot be told."""
    return (
        duty.modality == "must not"
        and duty.state is State.UNDETERMINED
        and duty.arisen is not None
        and not any(state in _UNBOUND for m in duty.missing for _, state in m.decides)
    )


class Consequence(msgspec.Struct, frozen=True, kw_only=True):
    """What a supposition would change, in one scenario or alike in several.

    Attributes:
        who: Those for whom, in a word; empty where only their names will do.
        among: The same without *other*: ``each party`` where ``who`` is ``each other party``.
        change: The difference; of several scenarios, as it is in the first.
        scenarios: Where it would come about, by number; empty within a scenario.
        occasion: The triggering event, where another one brings the article into play as
            well and it stands otherwise after that; empty within a scenario.
    """

    who: str
    among: str
    change: Difference
    occasion: str = ""
    scenarios: tuple[int, ...] = ()


class VariationLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one reading or option not taken would change in a scenario.

    Attributes:
        name: ``reading council_first`` or ``response_level is armed_force``.
        title: Its title.
    """

    name: str
    title: str
    changes: tuple[Consequence, ...]
    origin: Origin


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario, run.

    Attributes:
        actors: Everybody that the case names.
        happenings: The scenario's events, those that it continues among them.
        history: The events of the case's history, up to the scenario's end.
        lines: The outcome's duties, those that stand the same put together.
        excepted: What is not owed because of an exception, put together likewise.
        variations: What readings and options not taken would change.
    """

    scenario: ScenarioName
    actors: tuple[ActorName, ...]
    happenings: tuple[Happening, ...]
    history: tuple[Happening, ...] = ()
    outcome: Outcome
    lines: tuple[DutyLine, ...]
    excepted: tuple[DutyLine, ...] = ()
    variations: tuple[VariationLine, ...]

    def __repr__(self) -> str:
        return f"<Ran scenario {self.scenario.number}: {self.outcome!r}>"

    def of_actor(self, actor: str) -> tuple[DutyLife, ...]:
        """What an actor owes, or might have been expected to owe."""
        outcome = self.outcome
        return tuple(d for d in (*outcome.duties, *outcome.absent) if actor in d.bearers)


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario's expectations and what was found.

    Attributes:
        conflicts: Conflicts of duties at its end that no expectation speaks of.
    """

    scenario: ScenarioName
    judged: tuple[Judged, ...]
    conflicts: tuple[Conflict, ...] = ()


class Untouched(msgspec.Struct, frozen=True, kw_only=True):
    """An article that no scenario brings into play."""

    article: ArticleRef
    title: str
    origin: Origin


class Unchosen(msgspec.Struct, frozen=True, kw_only=True):
    """An option of an open issue that no scenario chooses."""

    issue: IssueId
    option: OptionId
    title: str
    origin: Origin


class Untaken(msgspec.Struct, frozen=True, kw_only=True):
    """A reading that no scenario takes."""

    reading: ReadingId
    title: str
    origin: Origin


class Untried(msgspec.Struct, frozen=True, kw_only=True):
    """An amendment that nothing hangs on in any scenario."""

    amendment: AmendmentId
    article: ArticleRef
    title: str
    origin: Origin


class IdleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of an article that decides nothing in any scenario: ``unless victim is GRL``."""

    says: str
    origin: Origin


class Idle(msgspec.Struct, frozen=True, kw_only=True):
    """An article that scenarios touch, with the lines that decide nothing in any of them."""

    article: ArticleRef
    title: str
    lines: tuple[IdleLine, ...]
    origin: Origin


class TestReport(msgspec.Struct, frozen=True, kw_only=True):
    """All scenarios' expectations, and the what none of them touches: articles, options ...

    Attributes:
        agreements: Every agreement of the case, which its articles are told apart by.
    """

    __test__ = False

    title: str
    agreements: tuple[AgreementId, ...]
    tested: tuple[Tested, ...]
    untouched: tuple[Untouched, ...]
    unchosen: tuple[Unchosen, ...] = ()
    untaken: tuple[Untaken, ...] = ()
    untried: tuple[Untried, ...] = ()
    idle: tuple[Idle, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<TestReport on {self.title!r}: expectations {self.expectations},"
            f" failed {self.failed}, articles untouched {len(self.untouched)}>"
        )

    @property
    def expectations(self) -> int:
        """How many expectations there are."""
        return sum(len(t.judged) for t in self.tested)

    @property
    def failed(self) -> int:
        """How many expectations were not met."""
        return sum(not j.met for t in self.tested for j in t.judged)


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """An expectation that was not met, and what is met in its place.

    Attributes:
        found: What was found instead, in a sentence.
        was: The expectation as it stands in the text.
        lines: The lines to write in its place; none where nothing was found that is met.
        comments: Those within it, which are written above the lines, each on a line of its own.
    """

    scenario: ScenarioName
    found: str
    was: str
    lines: tuple[str, ...]
    origin: Origin
    comments: tuple[str, ...] = ()


class Revisions(msgspec.Struct, frozen=True, kw_only=True):
    """What could be changed in a case so that its expectations are met.

    Attributes:
        texts: The files as they were read, by name.
    """

    title: str
    revisions: tuple[Revision, ...]
    texts: Mapping[str, str]
