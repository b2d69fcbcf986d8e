"""The life of a duty, a prohibition or a permission: here a clause becomes somebody's duty.

A :class:`Life` follows one article, one triggering event and one bearer (D1) through time: it
waits for everything to come together, then arises (D2, `awaiting`). Whether what has arisen is
met, breached or lapses is worked out in `observance`. A life keeps the grounds of each change;
the words come later, from `reasons`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deadlines import has_ended, last_bound, last_moment
from servanda.analyses.scenario.duties.endings import FOUND
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.heard import Offence, Refusal
from servanda.analyses.scenario.duties.steps import Step
from servanda.analyses.scenario.duties.suspensions import Effect
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.analyses.scenario.facts.world import Breach, Known, Performed
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment, run_on
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Duty, Modality
from servanda.model.case import (
    Event,
)
from servanda.model.node import ActorId

BEGINNINGS: Mapping[Modality, State] = {
    "must": State.PENDING,
    "must not": State.BINDING,
    "may": State.PERMITTED,
}
"""The state in which what a clause says begins."""

OPEN = frozenset(BEGINNINGS.values())
"""The states in which something can still happen to what has arisen."""

OF_ITS_COURSE = frozenset({"performance", "refusal", "offence"})
"""What is in doubt about what was done; that it binds is not."""

BOND = frozenset({"bond", "bearer", "version"})
"""The requirements that come back when an actor is bound anew, or a text stands again."""


FOR_A_TIME = frozenset({"ceased", "while"})
"""The requirements that may be satisfied again after they have ended a standing rule."""


@dataclass(slots=True, eq=False)
class Life:
    """One article, one triggering event, one bearer (or several who are bound jointly).

    Attributes:
        shown: The state to report.
        grounds: The state that it has reached by its own course, with the reason; None until
            it has arisen. Differs from ``shown`` while something makes it uncertain.
        arisen: What was known when it arose, or arose again.
        begun: How it began when it arose.
        lapse: How it ended: its bond, its ``until``, an exception, or what was found.
        perhaps: What was known when it first may have arisen, while that is undetermined.
        gone_by: The same, each time that it would have ended since, where a circumstance was in doubt.
        ended: When it was met, breached or lapsed.
        last: The last moment at which it binds, if it has arisen or may have, by the calendar.
        alarm: When silence becomes a breach, or would if the duty has arisen.
        looked_at: Whether it has been reviewed at all.
        ends_of_exceptions: The last moments of exceptions after which it may arise.
        scheduled: The moments that are on the agenda for it.
        overdue: What was known when that moment had passed.
        passed: Whether a term that was to be kept where possible passed while it was owed.
        doubts: What makes it uncertain although it has arisen.
        doubtful: What was known each time that it was uncertain whether it went on.
        anew: What was known when it first may have bound anew, while that is undetermined.
        came_of_it: Whether something may have come of it by then that the answer still hangs on.
        final: Whether nothing can change it any more.
        breach: Its breach by silence or refusal, certain or not.
        perhaps_breach: The same where it only may have arisen.
        no_breaches: What was taken for perhaps a breach, and was none.
        suspended: Since when its article has been suspended for its bearer (S4).
        effect: What it does to other articles, if it is about their operation.
        performed: Its performance, certain or not, where a condition asks about that.
        binding: When it bound, kept where it prevails over other articles.
    """

    clause: Clause
    occasion: Occasion | None
    bearers: tuple[ActorId, ...]
    shown: State = State.NOT_ARISEN
    grounds: Step | None = None
    arisen: Known | None = None
    begun: Step | None = None
    lapse: Step | None = None
    perhaps: Known | None = None
    gone_by: list[Known] = field(default_factory=list)
    due: Moment | None = None
    ended: Moment | None = None
    last: Moment | None = None
    alarm: Moment | None = None
    ends_of_exceptions: tuple[Moment, ...] = ()
    scheduled: set[Moment] = field(default_factory=set)
    looked_at: bool = False
    overdue: Known | None = None
    final: bool = False
    passed: bool = False
    doubts: tuple[Requirement, ...] = ()
    doubtful: list[Known] = field(default_factory=list)
    anew: Known | None = None
    came_of_it: bool = False
    requirements: tuple[Requirement, ...] = ()
    steps: list[Step] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    offences: list[Offence] = field(default_factory=list)
    breach: Breach | None = None
    perhaps_breach: Breach | None = None
    no_breaches: list[Breach] = field(default_factory=list)
    suspended: Step | None = None
    effect: Effect | None = None
    performed: Performed | None = None
    binding: Binding | None = None

    @property
    def jointly(self) -> bool:
        """Whether all bearers owe it together (D10)."""
        return self.clause.jointly

    @property
    def key(self) -> tuple[object, ...]:
        """What identifies it in every run of the same story."""
        return (*self.matter, self.clause.version)

    @property
    def matter(self) -> tuple[object, ...]:
        """The article, its trigger and the bearers, by whichever of its texts."""
        who = ("jointly",) if self.jointly else self.bearers
        return (self.clause.ref, self.occasion.key if self.occasion else None, who)

    @property
    def begins(self) -> int:
        """The minute of the event that occasioned it; what stands comes before all events."""
        return self.occasion.at.start if self.occasion else -1

    @property
    def prohibits(self) -> bool:
        """Whether it is a prohibition."""
        return self.clause.modality == "must not"

    @property
    def ceased(self) -> bool:
        """Whether it ceased with the bond, so that a new bond raises a new one."""
        return self.lapse is not None and any(r.part in BOND for r in self.lapse.requirements)

    @property
    def lapsed_as_found(self) -> bool:
        """Whether only what was found made it lapse, so that another finding may undo that."""
        return (
            self.lapse is not None
            and not self.clause.standing
            and all(r.part in FOUND for r in self.lapse.requirements)
        )

    @property
    def lapsed_by_cessation(self) -> bool:
        """Whether it stands without a trigger and only ended as its article ceased to apply.

        Or as what must hold meanwhile did not (D14).
        """
        return (
            self.lapse is not None
            and self.clause.standing
            and all(r.part in FOR_A_TIME for r in self.lapse.requirements)
        )

    @property
    def lapsed_for_a_while(self) -> bool:
        """Whether it lapsed only until its condition holds again (D14)."""
        over = self.settled in {State.LAPSED, State.BREACHED}
        return over and self.clause.in_spells and self.lapsed_by_cessation

    @property
    def settled(self) -> State | None:
        """The state reached by its own course."""
        return self.grounds.state if self.grounds else None

    @property
    def binds(self) -> Verdict:
        """Whether it binds or permits; what was met or breached does until it lapses or is suspended."""
        if self.arisen is None:
            open_ = self.shown is State.UNDETERMINED
            return Verdict.UNDETERMINED if open_ else Verdict.FAILS
        if self.lapse is not None and self.anew is not None:
            return Verdict.UNDETERMINED
        if self.lapse is not None or self.suspended is not None:
            return Verdict.FAILS
        in_doubt = any(r.part not in OF_ITS_COURSE for r in self.doubts)
        return Verdict.UNDETERMINED if in_doubt else Verdict.HOLDS

    def situation(self, known: Known) -> Situation:
        """What its article's conditions are read against."""
        return situation_of(self.occasion, known, self.bearers)

    def set_its_moments(self, known: Known, frame: Frame) -> Moment | None:
        """Sets when silence becomes a breach of it and when it ends, if it arises now; when it is due."""
        due, self.last = self.ends_if_arisen(known, frame)
        late = due is not None and self.last is not None and due.end > self.last.end
        self.alarm = None if late else due
        return due

    def ends_if_arisen(self, known: Known, frame: Frame) -> tuple[Moment | None, Moment | None]:
        """When it would be due, and when it would end, if it arose with what is known at a moment."""
        situation, due = self.situation(known), None
        if isinstance(self.clause.norm, Duty):
            due = last_moment(self.clause, situation, frame)
        return due, last_bound(self.clause, situation, frame)

    def past_its_end(self, known: Known) -> bool:
        """Whether it has ended since it may have arisen, so that nothing is open any more (D16)."""
        in_doubt = self.perhaps is not None and self.perhaps_breach is None
        return in_doubt and has_ended(self.last, known.at)

    def until_its_end(
        self, found: tuple[Requirement, ...], known: Known
    ) -> tuple[Requirement, ...]:
        """The requirements; that it binds still fails where it is past the end it would have had."""
        expiry = self.clause.article.expiry
        if expiry is None or not self.past_its_end(known):
            return found
        over = Requirement("end", Verdict.FAILS, expiry, self.situation(known))
        return (*(one for one in found if one.part != "end"), over)

    def outlast_its_term(self, known: Known) -> None:
        """Stays owed although its term has passed, which was to be kept where possible (D15)."""
        if self.begun is None or self.settled is not State.PENDING:
            return
        self.passed = True
        replace = msgspec.structs.replace
        self.begun = self.grounds = replace(self.begun, at=known.at, known=known, passed=True)
        if self.shown is State.PENDING:
            self.steps.append(self.begun)

    def note_breach(
        self,
        at: Moment,
        known: Known,
        how: Literal["acted", "silent", "refused"],
        deed: Occasion | None = None,
    ) -> Breach:
        """Puts on record a breach, or what may prove to be one."""
        occasion = deed or self.occasion
        events = (o.stems_from for o in (self.occasion, deed) if o is not None)
        breach = Breach(
            key=(*self.key, how, deed.key if deed else None),
            article=self.clause.ref,
            authors=self.bearers,
            at=at,
            index=known.events,
            incident=occasion.incident if occasion else None,
            origin=self.clause.article.origin,
            how=how,
            stems_from=frozenset().union(*events),
        )
        known.record.breaches.append(breach)
        return breach

    def settle(self, state: State, known: Known, *, at: Moment, event: Event | None = None) -> None:
        """Takes it to the end of its own course: met or breached."""
        self.ended = at
        self.grounds = Step(known.at, state, known, event=event)

    def end(self, known: Known, requirements: tuple[Requirement, ...]) -> None:
        """Keeps that it has lapsed, and what no longer holds."""
        self.lapse = Step(known.at, State.LAPSED, known, requirements)

    def stand_by_its_end(self) -> None:
        """Stands as it began, or as lapsed if it has ended: no breach bears on it (any more)."""
        self.grounds = self.lapse or self.begun
        self.ended = self.lapse.at if self.lapse else None
        self.final = False

    def suspend(self, known: Known, parts: tuple[Requirement, ...]) -> None:
        """Keeps that its article is suspended; its term runs on when it is so no longer (S4)."""
        goes_on = all_of(part.verdict for part in parts)
        if goes_on is Verdict.FAILS and self.suspended is None:
            failing = tuple(part for part in parts if part.verdict is Verdict.FAILS)
            self.suspended = Step(known.at, State.SUSPENDED, known, failing)
            self.alarm = None
        elif goes_on is Verdict.HOLDS and self.suspended is not None:
            if self.settled is State.PENDING and self.due is not None and not self.passed:
                self.due = run_on(self.due, self.suspended.at, known.at)
                self.alarm = self.due
            self.suspended = None

    def report(self, known: Known, doubts: tuple[Requirement, ...]) -> None:
        """Shows the state it has reached, or that it is suspended or in doubt."""
        self.doubts = doubts
        if self.grounds is None:
            return
        if doubts:
            self.show(State.UNDETERMINED, known)
            return
        closed = self.grounds.state not in OPEN
        ended = closed and (self.lapse is not None or not self.prohibits)
        self.final = ended and not self.lapsed_for_a_while
        halted = self.suspended is not None and not closed
        self.show(State.SUSPENDED if halted else self.grounds.state, known)

    def show(self, state: State, known: Known) -> None:
        """Takes on the state to report, with a step where it is another one than before."""
        if state is self.shown:
            return
        self.shown = state
        if self.arisen is None:
            step = Step(known.at, state, known, self.requirements)
        elif self.doubts or self.grounds is None:
            step = Step(known.at, state, known, self.doubts)
        elif state is State.SUSPENDED and self.suspended is not None:
            step = self.suspended
        else:
            step = msgspec.structs.replace(self.grounds, at=known.at)
        self.steps.append(step)
