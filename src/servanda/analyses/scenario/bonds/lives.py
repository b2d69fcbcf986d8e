"""The agreement's own life: entry into force, accession, withdrawal, term (rules A1 to A16).

Worked out day by day, because what takes effect on a date takes effect at its start (T5):
the acts of a day count for that day as a whole, and so does what enters into force on it,
whatever the order in which agreements are written. A breach bears on it from the next day on.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator, Mapping, Sequence

from servanda.analyses.scenario.bonds.accessions import Attempt, Joining, accede, noted
from servanda.analyses.scenario.bonds.agreement_life import (
    AgreementLife,
    Bonds,
    Ending,
)
from servanda.analyses.scenario.bonds.ending import (
    amend_term,
    end_on_condition,
    end_with_the_last_but_one,
)
from servanda.analyses.scenario.bonds.entering import Starts, enter, has_entered, starts_of, tie
from servanda.analyses.scenario.bonds.notices import RESTS_ON, give_notice, revoke
from servanda.analyses.scenario.bonds.own_articles import ever_has, own_articles
from servanda.analyses.scenario.bonds.reads import dated_changes
from servanda.analyses.scenario.bonds.requirements import (
    accession_requirements,
    ground_of,
    known_by_evening,
    known_on,
)
from servanda.analyses.scenario.bonds.spells import Ground
from servanda.analyses.scenario.bonds.supposing import suppose
from servanda.analyses.scenario.bonds.together import apart, come_about
from servanda.analyses.scenario.conditions.acts import agreement_meant
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.sets_by_date import Crowd, Sets
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import LATEST, Conduct, Known, Record
from servanda.core.calendar import Duration, day_before, later
from servanda.core.verdict import Verdict
from servanda.model.builtins import ACCEDE, CONSENT, OWN_LIFE, REVOKES
from servanda.model.case import ActEvent
from servanda.model.node import ActorId, AgreementId
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
)

_A_DAY = Duration(1, "days")


def bonds_of(
    text: TextAsRead,
    course: Course,
    conduct: Sequence[Conduct] = (),
    endings: Sequence[Ending] = (),
) -> Bonds:
    """Who is bound when, given what happened, breaches, what was performed, and what has ended."""
    return Bonds(_Lives(text, course, conduct, endings).run())


class _Lives:
    """The lives of all agreements while they are being worked out, one day after another."""

    def __init__(
        self,
        text: TextAsRead,
        course: Course,
        conduct: Sequence[Conduct],
        endings: Sequence[Ending],
    ) -> None:
        self._text = text
        self._at = course.at
        self._first_day = course.first_day
        self._in_force_from = course.supposed
        self._record = Record(text, Sets(text, self), course)
        self._conduct = conduct
        self._lives = {a.id: AgreementLife(a.id, a.between) for a in text.case.agreements}
        for life in self._lives.values():
            life.endings = tuple(e for e in endings if e.agreement == life.agreement)
        self._bound_by = {a.id: CONSENT[a.bound_by] for a in text.case.agreements}
        self._to_enter = [a for a in self._lives if ever_has(text, a, EntryIntoForce)]
        self._to_end = [a for a in self._lives if ever_has(text, a, EndOnCondition)]
        self._moved: set[AgreementId] = set()
        self._ends: dict[dt.date, set[AgreementId]] = {}
        self._supposed: Mapping[AgreementId, AgreementLife] = {}
        self._asked: set[AgreementId] = set()
        self._joined: dict[AgreementId, Joining] = {}
        self._acceding_to: AgreementId | None = None

    # What sets of actors ask while the lives are worked out.

    def parties(self, agreement: AgreementId, day: dt.date) -> Crowd:
        life = self._as_supposed(agreement)
        crowd = life.crowd(day) if life else Crowd()
        joined = self._joined.get(agreement) if agreement == self._acceding_to else None
        return joined.without(crowd) if joined else crowd

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:
        life = self._as_supposed(agreement)
        return life.in_force(day) if life else Verdict.FAILS

    def _as_supposed(self, agreement: AgreementId) -> AgreementLife | None:
        self._asked.add(agreement)
        return self._supposed.get(agreement) or self._lives.get(agreement)

    def run(self) -> dict[AgreementId, AgreementLife]:
        happened, days = 0, self._days()
        ahead = set(days)
        while days:
            day = heapq.heappop(days)
            start = happened
            while happened < len(self._record.events) and self._date(happened) <= day:
                happened += 1
            self._record.learn(happened)
            self._moved = self._ends.pop(day, set())
            self._live_through(day, range(start, happened))
            for other in self._ends_to_come():
                if day < other <= self._at.date and other not in ahead:
                    ahead.add(other)
                    heapq.heappush(days, other)
        return self._lives

    def _ends_to_come(self) -> Iterator[dt.date]:
        """Days on which a bond or a term ends: others may end, or begin, with it."""
        for agreement in self._moved:
            for day in self._lives[agreement].days:
                self._ends.setdefault(day, set()).add(agreement)
                yield day

    def _date(self, index: int) -> dt.date:
        return self._record.events[index].at.date

    def _days(self) -> list[dt.date]:
        """Days with events, and those on which a group, a window or a breach changes something."""
        days = {event.at.date for event in self._record.events}
        days |= {one.date for one in self._in_force_from}
        if not days:
            return []
        days |= dated_changes(self._text)
        for one in self._conduct:
            days |= {one.at.date, later(one.at.date, _A_DAY)}
        return sorted(day for day in days if self._first_day <= day <= self._at.date)

    def _live_through(self, day: dt.date, indices: range) -> None:
        count = indices.stop
        known = known_on(day, self._record, count, self._conduct)
        by_evening = known_by_evening(day, self._record, count, self._conduct)
        acts = [
            (author, event)
            for index in indices
            if isinstance(event := self._record.events[index], ActEvent) and event.act in OWN_LIFE
            for author in self._record.authors[index]
        ]
        concerned = (self._life(event) for _, event in acts)
        self._moved.update(life.agreement for life in concerned if life is not None)
        for author, event in acts:
            self._consent(author, event)
        self._amend_terms(day)
        self._suppose(day)
        self._begin(acts, known)
        for author, event in acts:
            life, rule = self._life(event), RESTS_ON.get(event.act)
            if life is not None and rule is not None:
                articles = own_articles(self._text, life.agreement, day, rule)
                give_notice(life, author, event, known, articles)
        for author, event in acts:
            life = self._life(event)
            if life is not None and event.act in REVOKES:
                revoke(life, author, event, known)
        for agreement in self._to_end:
            if end_on_condition(self._lives[agreement], self._text, by_evening):
                self._moved.add(agreement)
        for agreement in self._moved:
            end_with_the_last_but_one(self._lives[agreement], day)

    # Consent and entry into force (A1, A2).

    def _life(self, event: ActEvent) -> AgreementLife | None:
        agreement = agreement_meant(event.object, self._text)
        return self._lives.get(agreement) if agreement else None

    def _consent(self, author: ActorId, event: ActEvent) -> None:
        life = self._life(event)
        if life is None or event.act != self._bound_by[life.agreement]:
            return
        known = Known(self._record, event.at, 0, 0, LATEST)
        if author in life.negotiators:
            life.consents[author] = event
            life.grounds.append(Ground(author, event, Verdict.HOLDS))
            return
        situation = Situation(known, authors=(author,))
        lacking = Requirement("negotiator", Verdict.FAILS, life.agreement, situation)
        life.grounds.append(Ground(author, event, Verdict.FAILS, (lacking,)))

    def _begin(self, acts: Sequence[tuple[ActorId, ActEvent]], known: Known) -> None:
        """Has agreements enter into force and states accede, until nothing follows (A8, A15)."""
        self._joined = {}
        self._enter_into_force(acts, known)
        accessions = [
            Attempt(author, event, life)
            for author, event in acts
            if event.act == ACCEDE
            and (life := self._life(event)) is not None
            and life.is_party(author, known.day) is not Verdict.HOLDS
        ]
        while accede(
            accessions,
            lambda attempt: self._accession(attempt, known),
            lambda attempt: self._join(attempt, known.day),
        ):
            self._enter_into_force(acts, known)
        noted(accessions)

    def _enter_into_force(self, acts: Sequence[tuple[ActorId, ActEvent]], known: Known) -> None:
        """Brings agreements into force; one may wait for another of the same day (A15).

        One that has no article on it waits for acts that concern it, and for nothing else.
        """
        chosen = {*self._to_enter, *self._moved}
        waiting = {
            agreement: life
            for agreement, life in self._lives.items()
            if agreement in chosen and not (life.entry and life.entry.surely_from)
        }
        begun: dict[AgreementId, Starts] = {}
        linked: set[AgreementId] = set()
        for agreement, life in waiting.items():
            self._asked = set()
            begun[agreement] = starts_of(life, self._text, known)
            read = (self._asked & waiting.keys()) - {agreement}
            linked |= {agreement, *read} if read else read
        if linked:
            begun |= self._entering_together({a: waiting[a] for a in linked}, known)
        for agreement, life in waiting.items():
            life.starts.update(begun[agreement])
            if life.starts:
                self._moved.add(agreement)
            enter(life, self._text, known.day, has_entered(life, life.starts, known.day))
        for author, event in acts:
            self._bind_late(author, event, known.day)

    def _entering_together(
        self, waiting: Mapping[AgreementId, AgreementLife], known: Known
    ) -> dict[AgreementId, Starts]:
        """What brings agreements into force of which one may wait for another (A15)."""
        day = known.day

        def judged(agreement: AgreementId, told: Mapping[AgreementId, Verdict]) -> Verdict:
            life = waiting[agreement]
            return has_entered(life, begun(agreement, told), day)

        def begun(agreement: AgreementId, told: Mapping[AgreementId, Verdict]) -> Starts:
            """What brings it into force if the others enter into force as told."""
            others = {a: apart(waiting[a]) for a in told if a != agreement}
            for other, life in others.items():
                enter(life, self._text, day, told[other])
            self._supposed = others
            starts = starts_of(waiting[agreement], self._text, known)
            self._supposed = {}
            return starts

        found = come_about(waiting.keys(), judged)
        return {agreement: begun(agreement, found) for agreement in waiting}

    def _bind_late(self, author: ActorId, event: ActEvent, day: dt.date) -> None:
        """Binds a negotiating state that consents after entry into force (A1)."""
        life = self._life(event)
        if life is None or life.entry is None or event.act != self._bound_by[life.agreement]:
            return
        left = bool(life.ties.get(author)) and life.is_party(author, day) is Verdict.FAILS
        if author in life.consents and not left and life.entry.runs(day) is not Verdict.FAILS:
            tie(life, author, day, certain=life.entry.runs(day) is Verdict.HOLDS)

    def _amend_terms(self, day: dt.date) -> None:
        """Has what is amended from a day on tell when agreements end that have not ended (R7)."""
        eve = day_before(day)
        if eve is None:
            return
        before, now = (self._text.on(d).articles for d in (eve, day))
        if before is not now:
            self._moved.update(self._lives)
            for life in self._lives.values():
                amend_term(life, day, before, now)

    def _suppose(self, day: dt.date) -> None:
        """Has those agreements enter into force of which the scenario supposes it (A16)."""
        for line in self._in_force_from:
            if line.date == day:
                suppose(self._lives[line.agreement], self._text, line)
                self._moved.add(line.agreement)

    # Accession (A3).

    def _accession(self, attempt: Attempt, known: Known) -> Ground:
        """What comes of an accession, judged by who was bound before the accessions of the day."""
        actor, life = attempt.actor, attempt.life
        self._acceding_to = life.agreement
        found = [
            accession_requirements(article, life, actor, known)
            for _, article in own_articles(self._text, life.agreement, known.day, Accession)
        ]
        self._acceding_to = None
        return ground_of(actor, attempt.event, found)

    def _join(self, attempt: Attempt, day: dt.date) -> None:
        life, actor = attempt.life, attempt.actor
        joined = self._joined.setdefault(life.agreement, Joining())
        joined.before.setdefault(actor, life.is_party(actor, day))
        tie(life, actor, day, certain=attempt.verdict is Verdict.HOLDS)
