"""Works through the course of events in the order of time (rules B2, F6, D1).

At each step of the agenda the lives that it concerns are reviewed until nothing more
follows, so that what a breach triggers sees only what happened by then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import count as count_from

import msgspec

from servanda.analyses.scenario.bonds.agreement_life import Bonds
from servanda.analyses.scenario.bonds.reads import dated_changes
from servanda.analyses.scenario.duties.arising import (
    EXCEPTIONS,
    shared_requirements,
)
from servanda.analyses.scenario.duties.awaiting import await_arising
from servanda.analyses.scenario.duties.candidates import candidates, joint_bearers
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.concerns import concerns
from servanda.analyses.scenario.duties.deadlines import days_counted, ends_of_exceptions
from servanda.analyses.scenario.duties.extent import Extent
from servanda.analyses.scenario.duties.frame import (
    Frame,
    articles_whose_performance_counts,
    versions_of,
)
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Matter, Run
from servanda.analyses.scenario.duties.noting import note_bindings
from servanda.analyses.scenario.duties.observance import (
    breaches_of,
    deadline_passes,
    follow,
    hear,
    performed,
    take_course,
)
from servanda.analyses.scenario.duties.steps import News
from servanda.analyses.scenario.duties.suspending import follow_suspending, note_effect
from servanda.analyses.scenario.duties.suspensions import Suspensions
from servanda.analyses.scenario.duties.triggers import (
    Cue,
    could_trigger,
    cue_for,
    cue_of,
    occasion_of,
    occasions_in,
)
from servanda.analyses.scenario.facts.agenda import Agenda, DayBegins, EventHappens, MomentsPass
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.sets_by_date import Sets
from servanda.analyses.scenario.facts.silences import SilenceEnds
from servanda.analyses.scenario.facts.situation import Occasion, situation_of
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Breach, Conduct, Known, Performed, Record
from servanda.analyses.scenario.outcome import State
from servanda.core.calendar import Moment, after
from servanda.core.verdict import Verdict
from servanda.model.node import ActorId, ArticleRef

MOST_ROUNDS = 100
"""How often one step is reviewed at most, should what follows from it never come to rest."""


class Proceedings:
    """A run while it goes on."""

    def __init__(self, text: TextAsRead, course: Course, bonds: Bonds, extent: Extent) -> None:
        record = Record(text, Sets(text, bonds), course)
        record.learn(len(record.events))
        self._suspensions = Suspensions(text)
        self._frame = Frame(text, bonds, record, versions_of(text), self._suspensions)
        self._course, self._extent = course, extent
        self._clauses = [
            clause
            for clause in self._frame.versions.every
            if clause.bound is not None
            and (extent.articles is None or clause.ref in extent.articles)
        ]
        self._standing = [clause for clause in self._clauses if clause.standing]
        self._by_cue: dict[Cue, list[Clause]] = {}
        for clause in self._clauses:
            if clause.article.trigger is not None:
                self._by_cue.setdefault(cue_for(clause.article.trigger), []).append(clause)
        self._ranked = any(clause.outranks for clause in self._clauses)
        self._matters: list[Matter] = []
        self._suspending: list[Matter] = []
        self._happened, self._version, self._day_over = 0, 0, False
        self._answered: set[int] = set()
        self._asked_about = articles_whose_performance_counts(text)
        self._agenda: Agenda[Life] = Agenda(record.events, self._days(), course.at)

    def run(self) -> Run:
        """Goes through the agenda to its end."""
        for step in self._agenda.steps():
            match step:
                case EventHappens(position):
                    self._happens(position)
                case DayBegins(day):
                    self._begins(day)
                case MomentsPass(waiting):
                    self._pass(waiting)
        order = {clause.ref: place for place, clause in enumerate(self._clauses)}
        matters, suspending = (
            tuple(sorted(some, key=lambda matter: order[matter.clause.ref]))
            for some in (self._matters, self._suspending)
        )
        self._day_over = True
        return Run(self._frame, self._course, self._known(self._course.at), matters, suspending)

    def _known(self, at: Moment) -> Known:
        record, n, step = self._frame.record, self._happened, self._suspensions.step
        return Known(
            record,
            at,
            n,
            n,
            self._version,
            record.breaches,
            record.performances,
            step,
            self._day_over,
        )

    def _days(self) -> list[dt.date]:
        """The days on which bonds, groups, regions or windows change."""
        days = (
            self._frame.bonds.days
            | dated_changes(self._frame.text)
            | set(days_counted(self._frame))
        )
        return sorted(day for day in days if self._course.first_day <= day <= self._course.at.date)

    # The steps.

    def _happens(self, position: int) -> None:
        record = self._frame.record
        event = record.events[position]
        self._happened, self._day_over = position + 1, isinstance(event, SilenceEnds)
        self._suspensions.step += 1
        known = self._known(event.at)
        occasions = tuple(o for o in occasions_in(record, position) if self._extent.spans(o))
        for occasion in occasions:
            self._suspensions.happens(occasion.key, self._suspensions.step)
        for matter in self._matters:
            for life in matter.lives:
                hear(life, event, occasions, known, self._frame)
        for occasion in occasions:
            self._bring_into_play(occasion)
        self._review(event.at, News(event))

    def _begins(self, day: dt.date) -> None:
        self._suspensions.step += 1
        self._day_over = False
        for clause in self._standing:
            if clause.stands_on(day):
                self._open_standing(clause, day)
        for matter in self._matters:
            if matter.clause.standing:
                self._join_and_leave(matter, day)
        self._review(Moment(day), News(day_begins=True))

    def _pass(self, waiting: tuple[tuple[Moment, Life], ...]) -> None:
        self._suspensions.step += 1
        self._day_over = True
        for moment, life in waiting:
            deadline_passes(life, moment, self._known(moment))
        self._review(waiting[0][0], News())
        ended = frozenset(
            id(life)
            for moment, life in waiting
            if life.last == moment or moment in life.ends_of_exceptions
        )
        if ended:
            self._suspensions.step += 1
            self._review(after(waiting[0][0]), News(ended=ended))

    def _review(self, at: Moment, news: News) -> None:
        """Reviews what the step concerns until nothing more follows from it.

        What has been done, refused or left undone comes first, so that everything else sees
        the breaches of that moment.
        """
        self._version += 1
        known = self._known(at)
        for matter in self._matters:
            for life in matter.lives:
                if concerns(news, life):
                    take_course(life, known, self._frame)
        news = msgspec.structs.replace(news, conduct=self._conduct_changed(at))
        for count in count_from(1):
            suspended = self._review_suspending(self._known(at))
            bound = self._review_by_rank(at, news)
            changed = self._conduct_changed(at)
            if count > MOST_ROUNDS or not (changed or suspended or bound):
                return
            news = News(conduct=changed, bindings=bound)

    def _review_by_rank(self, at: Moment, news: News) -> frozenset[ArticleRef]:
        """Reviews all matters; prohibitions first, where anything gives way to them.

        Returns:
            The articles that prevail over others of which it has changed whom they bind.
        """
        if not self._ranked:
            known = self._known(at)
            for matter in self._matters:
                self._review_matter(matter, known, news)
            return frozenset()
        found: frozenset[ArticleRef] = frozenset()
        for forbidding in (True, False):
            known = self._known(at)
            for matter in self._matters:
                if (matter.clause.modality == "must not") is forbidding:
                    self._review_matter(matter, known, news)
            self._version += 1
            changed = note_bindings(self._lives_that_prevail(), self._known(at), self._frame)
            found |= changed
            news = msgspec.structs.replace(news, bindings=news.bindings | changed)
        return found

    def _lives_that_prevail(self) -> Iterator[Life]:
        for matter in self._matters:
            if matter.clause.outranks:
                yield from matter.lives

    def _review_suspending(self, known: Known) -> bool:
        """Reviews what suspends other articles, before these (S2); tells whether that changes any."""
        changed = False
        for matter in self._suspending:
            waiting = [life for life in matter.lives if life.arisen is None]
            if waiting:
                self._review_waiting(matter, waiting, known)
            for life in matter.lives:
                follow_suspending(life, known, self._frame)
                self._await_its_moments(life)
                changed |= self._note(life, known)
        return changed

    def _note(self, life: Life, known: Known) -> bool:
        """Keeps whether what suspends is in effect; tells whether that is new."""
        operation = life.clause.operation
        assert operation is not None
        if life.effect is None:
            life.effect = self._suspensions.begin(life.clause.ref, life.bearers[0], operation)
        return note_effect(life, life.effect, known, self._frame)

    def _review_matter(self, matter: Matter, known: Known, news: News) -> None:
        concerned = [life for life in matter.lives if concerns(news, life)]
        waiting = [life for life in concerned if life.arisen is None]
        if waiting:
            self._review_waiting(matter, waiting, known)
        for life in concerned:
            life.looked_at = True
            follow(life, known, self._frame)
            if life.arisen is None and life.clause.exceptions_counted:
                situation = life.situation(known)
                ends = ends_of_exceptions(life.clause, situation, self._frame)
                life.ends_of_exceptions = tuple(ends)
            self._await_its_moments(life)

    def _await_its_moments(self, life: Life) -> None:
        for moment in filter(None, (life.alarm, life.last, *life.ends_of_exceptions)):
            if moment not in life.scheduled:
                self._agenda.wait(moment, life)
                life.scheduled.add(moment)

    def _review_waiting(self, matter: Matter, waiting: Iterable[Life], known: Known) -> None:
        shared = shared_requirements(
            matter.clause, situation_of(matter.occasion, known), self._frame
        )
        hopeless = any(r.verdict is Verdict.FAILS and r.part not in EXCEPTIONS for r in shared)
        for life in waiting:
            if hopeless and life.shown is State.NOT_ARISEN:
                continue
            if life.jointly:
                life.bearers = self._joint_bearers(matter, known.at.date)
            await_arising(life, shared, known, self._frame)

    # New matters (D1).

    def _bring_into_play(self, occasion: Occasion) -> None:
        for clause in self._by_cue.get(cue_of(occasion), ()):
            trigger = clause.article.trigger
            assert trigger is not None
            if clause.stands_on(occasion.at.date) and could_trigger(trigger, occasion):
                matter = Matter(clause, occasion)
                matter.lives = list(self._lives(matter, occasion.at.date))
                self._matters_of(clause).append(matter)

    def _matters_of(self, clause: Clause) -> list[Matter]:
        """Those of what binds or permits; or of what suspends."""
        return self._matters if clause.operation is None else self._suspending

    def _lives(self, matter: Matter, day: dt.date) -> Iterator[Life]:
        """A life for each bearer, or one for all who are bound jointly."""
        if matter.clause.jointly:
            yield Life(matter.clause, matter.occasion, self._joint_bearers(matter, day))
            return
        for bearer in self._candidates(matter, day):
            if self._extent.covers(bearer, matter.occasion):
                yield Life(matter.clause, matter.occasion, (bearer,))

    def _candidates(self, matter: Matter, day: dt.date) -> tuple[ActorId, ...]:
        known = self._known(Moment(day))
        return candidates(matter.clause, matter.occasion, day, known, self._frame)

    def _joint_bearers(self, matter: Matter, day: dt.date) -> tuple[ActorId, ...]:
        known = self._known(Moment(day))
        return joint_bearers(matter.clause, matter.occasion, day, known, self._frame)

    def _join_and_leave(self, matter: Matter, day: dt.date) -> None:
        """Has those owe a standing joint duty who are bound now, as long as it is not done."""
        for life in matter.lives:
            if life.jointly and life.settled is State.PENDING:
                life.bearers = self._joint_bearers(matter, day) or life.bearers

    def _open_standing(self, clause: Clause, day: dt.date) -> None:
        """Gives each actor that becomes bound by a standing article a life under it."""
        matters = self._matters_of(clause)
        matter = next((m for m in matters if m.clause is clause), None)
        if matter is None:
            matter = Matter(clause, None)
            matters.append(matter)
        running = {life.bearers for life in matter.lives if not life.ceased}
        bonds = self._frame.bonds
        for life in self._lives(matter, day):
            bound = any(
                bonds.is_party(bearer, clause.ref.agreement, day) is not Verdict.FAILS
                for bearer in life.bearers
            )
            already = any(life.jointly or life.bearers == others for others in running)
            if bound and not already:
                matter.lives.append(life)

    # Breaches as events (B1), and what is performed (C9).

    def _conduct_changed(self, at: Moment) -> tuple[Conduct, ...]:
        """What is new, or no longer what it was, of breaches and of duties performed."""
        return (*self._breaches_changed(), *self._performances_changed(at))

    def _performances_changed(self, at: Moment) -> tuple[Performed, ...]:
        if not self._asked_about:
            return ()
        self._version += 1
        known = self._known(at)
        told = (
            performed(life, known)
            for matter in self._matters
            if matter.clause.ref in self._asked_about
            for life in matter.lives
        )
        return tuple(
            done for done, verdict in filter(None, told) if done.note(self._version, verdict)
        )

    def _breaches_changed(self) -> tuple[Breach, ...]:
        """Keeps which breaches there are now, and tells which are new or no longer what they were.

        What they trigger is brought into play.
        """
        if not self._frame.record.breaches:
            return ()
        self._version += 1
        changed = tuple(
            breach
            for matter in self._matters
            for life in matter.lives
            for breach, verdict in breaches_of(life)
            if breach.note(self._version, verdict)
        )
        for breach in self._frame.record.breaches:
            if (
                id(breach) not in self._answered
                and breach.verdict_at(self._version) is not Verdict.FAILS
            ):
                self._answered.add(id(breach))
                occasion = occasion_of(breach)
                self._suspensions.happens(occasion.key, self._suspensions.step)
                self._bring_into_play(occasion)
        return changed
