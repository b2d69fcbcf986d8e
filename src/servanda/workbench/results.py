"""What each use case answers: frozen values that every view, page and notebook reads.

Nothing here is text for a screen beyond the words of the agreement itself; laying out
is the business of :mod:`servanda.views`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.analyses.scenario.outcome import (
    Conflict,
    DutyLife,
    Force,
    Judged,
    Missing,
    Outcome,
    State,
    Variation,
)
from servanda.core.calendar import Moment
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.model.node import ActorId, ArticleRef, Level
from servanda.workbench.reports import ScenarioName

# Names and places.


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a code: ``UKR``, Ukraine, a state."""

    id: ActorId
    title: str
    sort: str


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
        rest: As :class:`~servanda.analyses.scenario.outcome.DutyLife` has it.
    """

    who: str
    bearers: tuple[ActorId, ...]
    jointly: bool
    article: ArticleRef
    title: str
    modality: Literal["must", "must not", "may"]
    words: str
    trigger: str
    state: State
    arisen: Moment | None
    due: Moment | None
    ended: Moment | None
    late: Moment | None
    why: Reason
    missing: tuple[Missing, ...]
    would_change: tuple[str, ...]
    origin: Origin


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario, run.

    Attributes:
        actors: Everybody that the case names.
        happenings: The scenario's events, those that it continues among them.
        lines: The outcome's duties, those that stand the same put together.
        variations: What readings and options not taken would change.
    """

    scenario: ScenarioName
    actors: tuple[ActorName, ...]
    happenings: tuple[Happening, ...]
    outcome: Outcome
    lines: tuple[DutyLine, ...]
    variations: tuple[Variation, ...]

    def of_actor(self, actor: str) -> tuple[DutyLife, ...]:
        """What an actor owes, or might have been expected to owe."""
        outcome = self.outcome
        return tuple(d for d in (*outcome.duties, *outcome.absent) if actor in d.bearers)


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario's expectations and what was found."""

    scenario: ScenarioName
    judged: tuple[Judged, ...]


class Untouched(msgspec.Struct, frozen=True, kw_only=True):
    """An article that no scenario brings into play."""

    article: ArticleRef
    title: str
    origin: Origin


class TestReport(msgspec.Struct, frozen=True, kw_only=True):
    """All scenarios' expectations, and the articles that none of them touches."""

    __test__ = False

    title: str
    tested: tuple[Tested, ...]
    untouched: tuple[Untouched, ...]

    @property
    def expectations(self) -> int:
        """How many expectations there are."""
        return sum(len(t.judged) for t in self.tested)

    @property
    def failed(self) -> int:
        """How many expectations were not met."""
        return sum(not j.met for t in self.tested for j in t.judged)


# The brief.


class AgreementLine(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement and where it stands.

    Attributes:
        between: Who negotiated it.
        articles: How many articles it has.
        force: Whether it is in force by the case's history alone, before any scenario.
        in_force_in: The scenarios at whose end it is in force, by number.
        undetermined_in: Those at whose end that cannot be told.
    """

    id: str
    title: str
    between: tuple[ActorId, ...]
    bound_by: str
    articles: int
    force: Force
    in_force_in: tuple[int, ...]
    undetermined_in: tuple[int, ...]
    origin: Origin


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """What an article asks of whom, over all scenarios of the case.

    Attributes:
        who: The bearers, in the words of the article.
        bearers: The actors that bore it in some scenario, by code.
        content: What is asked, in the words of the article.
        owed_in: Scenarios at whose end somebody owes it, has done it or was released.
        undetermined_in: Those at whose end somebody's duty cannot be told.
        breached_in: Those at whose end somebody is in breach of it.
    """

    article: ArticleRef
    title: str
    who: str
    modality: Literal["must", "must not", "may"]
    content: str
    bearers: tuple[ActorId, ...]
    owed_in: tuple[int, ...]
    undetermined_in: tuple[int, ...]
    breached_in: tuple[int, ...]
    origin: Origin


class Most(msgspec.Struct, frozen=True, kw_only=True):
    """The most that some actors ever owe on the ladder of responses.

    Attributes:
        level: The highest level that discharges a duty that has arisen in a scenario.
        possible: A higher one that an undetermined duty would ask, if there is one.
        article: Where ``level`` stands; ``scenario`` is the first that asks it.
        possible_article: Where ``possible`` stands.
    """

    bearers: tuple[ActorId, ...]
    level: Level | None
    article: ArticleRef | None
    scenario: int
    origin: Origin
    possible: Level | None = None
    possible_article: ArticleRef | None = None
    possible_scenario: int = 0
    possible_origin: Origin = NOWHERE


class ScenarioLines(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario of the brief: what is asked, and the answer.

    Attributes:
        at: The scenario's end; every line stands as of then.
        readings: Readings taken, by name.
        choices: Issues chosen, with the option.
        happenings: Its own events; those that it continues stand with the other scenario.
        failed: Expectations that were not met.
        expectations: How many it has.
    """

    name: ScenarioName
    at: Moment
    readings: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    happenings: tuple[Happening, ...]
    force: tuple[Force, ...]
    lines: tuple[DutyLine, ...]
    conflicts: tuple[Conflict, ...]
    variations: tuple[Variation, ...]
    failed: tuple[Judged, ...]
    expectations: int


class OptionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A way to settle an issue."""

    id: str
    title: str


class IssueLine(msgspec.Struct, frozen=True, kw_only=True):
    """An issue under negotiation and its options.

    Attributes:
        settled: The option agreed on; None while it is open.
        changes_in: Scenarios whose answer another option would change.
    """

    id: str
    title: str
    options: tuple[OptionLine, ...]
    settled: str | None
    changes_in: tuple[int, ...]
    origin: Origin


class ReadingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A named reading of an article or of a definition, and where it changes the answer."""

    id: str
    title: str
    of: str
    changes_in: tuple[int, ...]
    origin: Origin


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """Who is bound to do what, in every scenario of a case, and on what that hangs.

    Attributes:
        most: The strongest response that each actor ever owes.
        judgements: Every input that is the encoder's judgement.
        sources: Every source that the case names.
        warnings: Doubts about the drafting, none of them an error.
        passages: The text that the references lead to.
    """

    title: str
    actors: tuple[ActorName, ...]
    agreements: tuple[AgreementLine, ...]
    obligations: tuple[Obligation, ...]
    most: tuple[Most, ...]
    scenarios: tuple[ScenarioLines, ...]
    issues: tuple[IssueLine, ...]
    readings: tuple[ReadingLine, ...]
    judgements: tuple[Ground, ...]
    sources: tuple[Ground, ...]
    warnings: tuple[Diagnostic, ...]
    passages: tuple[Passage, ...]
