"""The life of a duty, a prohibition or a permission: here a clause becomes somebody's duty.

A :class:`Life` follows one article, one triggering event and one bearer (D1) through time: it
waits for everything to come together, then arises (D2). Whether what has arisen is met,
breached or lapses is worked out in `observance`. A life keeps the grounds of each change; the
words come later, from `reasons`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never

import msgspec

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import (
    SET_ASIDE,
    may_come_together,
    personal_requirements,
    shared_requirements,
    together,
)
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause, Frame
from servanda.analyses.scenario.duties.deadlines import has_ended, last_bound, last_moment
from servanda.analyses.scenario.duties.endings import FOUND, found_since
from servanda.analyses.scenario.duties.heard import Offence, Refusal
from servanda.analyses.scenario.duties.steps import News, Step
from servanda.analyses.scenario.duties.suspensions import Effect
from servanda.analyses.scenario.facts.silences import Happened, SilenceEnds
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.analyses.scenario.facts.world import Breach, Conduct, Known, Performed
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment, run_on
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Duty, Modality
from servanda.model.case import (
    ActEvent,
    CircumstanceEvent,
    DecisionEvent,
    Event,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    VoteEvent,
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


_FOR_A_TIME = frozenset({"ceased", "while"})
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
        ended: When it was met, breached or lapsed.
        last: The last moment at which it binds, if it has arisen or may have, by the calendar.
        alarm: When silence becomes a breach, or would if the duty has arisen.
        looked_at: Whether it has been reviewed at all.
        scheduled: The moments that are on the agenda for it.
        overdue: What was known when that moment had passed.
        passed: Whether a term that was to be kept where possible passed while it was owed.
        doubts: What makes it uncertain although it has arisen.
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
    due: Moment | None = None
    ended: Moment | None = None
    last: Moment | None = None
    alarm: Moment | None = None
    scheduled: set[Moment] = field(default_factory=set)
    looked_at: bool = False
    overdue: Known | None = None
    final: bool = False
    passed: bool = False
    doubts: tuple[Requirement, ...] = ()
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
            and all(r.part in _FOR_A_TIME for r in self.lapse.requirements)
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
        if self.lapse is not None or self.suspended is not None:
            return Verdict.FAILS
        in_doubt = any(r.part not in OF_ITS_COURSE for r in self.doubts)
        return Verdict.UNDETERMINED if in_doubt else Verdict.HOLDS

    def situation(self, known: Known) -> Situation:
        """What its article's conditions are read against."""
        return situation_of(self.occasion, known, self.bearers)

    def concerned(self, news: News) -> bool:
        """Whether what is new may change anything about it."""
        if not self.looked_at or self.clause.may_be_suspended or id(self) in news.ended:
            return True
        if self.offences and self.clause.outranked_by:
            return True
        if self.final:
            return isinstance(news.event, FindingEvent) and self._hangs_on_findings
        if news.day_begins or self._is_news(news):
            return True
        return self._concerned_by(news.event)

    def _concerned_by(self, event: Happened | None) -> bool:
        """Whether an event may change anything about it; without one, whether time passing may."""
        match event:
            case None:
                return self.overdue is not None
            case ActEvent() | RefusalEvent():
                return event.act in self.clause.watched_acts
            case FindingEvent():
                watches = self.clause.watches_breaches or self.clause.watches_incidents
                return bool(self.offences) or watches or self._is_about(event)
            case VoteEvent() | DecisionEvent() | PutEvent() | SilenceEnds():
                on_motion = event.motion in self.clause.motions_read
                return on_motion or self._is_about(event)
            case IncidentEvent():
                return bool(self.offences) or self.clause.watches_incidents
            case CircumstanceEvent():
                return event.circumstance in self.clause.watched_circumstances
            case _:
                assert_never(event)

    def _is_news(self, news: News) -> bool:
        """Whether it hangs on a new breach or performance, or gives way to what has begun or ceased to bind."""
        if any(one.prevailing in news.bindings for one in self.clause.outranked_by):
            return True
        return any(map(self._hangs_on, news.conduct))

    def _hangs_on(self, conduct: Conduct) -> bool:
        """Whether a breach triggered it, or its conditions ask about a breach or a performance."""
        triggered = self.occasion is not None and self.occasion.breach is conduct
        return triggered or conduct.article in self.clause.breaches_read

    def _is_about(
        self, event: FindingEvent | VoteEvent | DecisionEvent | PutEvent | SilenceEnds
    ) -> bool:
        incident = self.occasion.incident if self.occasion else None
        return incident is not None and incident.id == event.incident

    @property
    def _hangs_on_findings(self) -> bool:
        """Whether a finding can undo its end, or a breach."""
        return bool(self.offences) or self.lapsed_as_found

    # Reviews.

    def await_arising(self, shared: tuple[Requirement, ...], known: Known, frame: Frame) -> None:
        """Looks whether everything comes together now: ``shared`` by all bearers, and its own."""
        situation = self.situation(known)
        found = (*shared, *personal_requirements(self.clause, situation, frame))
        self.requirements = together(self.clause, found, situation, frame)
        match all_of(r.verdict for r in self.requirements):
            case Verdict.HOLDS:
                self.arise(known, frame)
            case Verdict.UNDETERMINED:
                if self._as_it_may_have_arisen(known, frame) is None:
                    self._forget_that_it_may_have_arisen()
                    self.perhaps = known
                    self._set_its_moments(known, frame)
                self.requirements = self.until_its_end(self.requirements, known)
                past = self.past_its_end(known)
                self._show(State.NOT_ARISEN if past else State.UNDETERMINED, known)
            case Verdict.FAILS:
                then = self._as_it_may_have_arisen(known, frame)
                if then is not None and self._perhaps_breached:
                    self.requirements = then
                    self._show(State.UNDETERMINED, known)
                    return
                self._forget_that_it_may_have_arisen()
                failing = {r.part for r in self.requirements if r.verdict is Verdict.FAILS}
                excepted = failing <= SET_ASIDE
                self._show(State.EXCEPTED if excepted else State.NOT_ARISEN, known)

    def _as_it_may_have_arisen(self, known: Known, frame: Frame) -> tuple[Requirement, ...] | None:
        """What it took when it may have arisen, as long as that may still be so (C2, D2)."""
        if self.perhaps is None:
            return None
        if not self._perhaps_breached and not self._told_since(self.perhaps, known):
            return self.requirements
        then = msgspec.structs.replace(self.perhaps, version=known.version)
        seen, now = self.situation(then), self.situation(known)
        shared = shared_requirements(self.clause, seen, frame)
        found = (*shared, *personal_requirements(self.clause, seen, frame))
        return found if may_come_together(self.clause, found, (seen, now), frame) else None

    @property
    def _perhaps_breached(self) -> bool:
        """Whether it would have been breached, or may have, if it had arisen."""
        deeds = any(offence.verdict is not Verdict.FAILS for offence in self.offences)
        return self.perhaps_breach is not None or deeds

    def _told_since(self, then: Known, known: Known) -> bool:
        """Whether anything has been found, or a breach become certain, that bears on it."""
        return self.clause.watches_breaches or found_since(self.clause, then, self.situation(known))

    def _forget_that_it_may_have_arisen(self) -> None:
        """It did not arise then: what may have been a breach of it was none."""
        self.perhaps = self.alarm = self.last = None
        self.refusals.clear()
        if self.perhaps_breach is not None:
            self.no_breaches.append(self.perhaps_breach)
            self.perhaps_breach = None

    def arise(self, known: Known, frame: Frame) -> None:
        """Becomes a duty, prohibition or permission."""
        if any(not o.bound for o in self.offences):
            may_have = self._as_it_may_have_arisen(known, frame) is not None
            for offence in self.offences:
                offence.perhaps |= may_have and not offence.bound
        self.arisen, self.perhaps = known, None
        self.refusals.clear()
        begins = BEGINNINGS[self.clause.modality]
        self.begun = Step(known.at, begins, known, self.requirements)
        self.grounds, self.lapse, self.overdue = self.begun, None, None
        self.final, self.passed, self.ended, self.suspended = False, False, None, None
        self.due = self._set_its_moments(known, frame)
        self._show(begins, known)

    def _set_its_moments(self, known: Known, frame: Frame) -> Moment | None:
        """Sets when silence becomes a breach of it and when it ends, if it arises now; when it is due."""
        situation, due = self.situation(known), None
        if isinstance(self.clause.norm, Duty):
            due = last_moment(self.clause, situation, frame)
        self.last = last_bound(self.clause, situation, frame)
        late = due is not None and self.last is not None and due.end > self.last.end
        self.alarm = None if late else due
        return due

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
            self._show(State.UNDETERMINED, known)
            return
        closed = self.grounds.state not in OPEN
        ended = closed and (self.lapse is not None or not self.prohibits)
        self.final = ended and not self.lapsed_for_a_while
        halted = self.suspended is not None and not closed
        self._show(State.SUSPENDED if halted else self.grounds.state, known)

    def _show(self, state: State, known: Known) -> None:
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
