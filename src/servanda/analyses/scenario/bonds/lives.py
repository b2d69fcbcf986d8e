"""The agreement's own life: entry into force, accession, withdrawal, term (rules A1 to A5).

Worked out day by day, because what takes effect on a date takes effect at its start (T5):
the acts of a day count for that day as a whole. A breach bears on it from the next day on.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator, Sequence

from servanda.analyses.scenario.bonds.agreement_life import (
    AgreementLife,
    Bonds,
    Ending,
    Ground,
    Spell,
    Tie,
)
from servanda.analyses.scenario.bonds.reads import dated_changes
from servanda.analyses.scenario.bonds.requirements import (
    accession_requirements,
    entry_requirements,
    known_on,
    withdrawal_requirements,
)
from servanda.analyses.scenario.conditions.evaluation import agreement_meant
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.sets_by_date import Crowd, Sets
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import LATEST, Conduct, Known, Record
from servanda.core.calendar import later
from servanda.core.verdict import Verdict, all_of, any_of, verdict
from servanda.model.agreement import (
    Accession,
    Article,
    EntryIntoForce,
    OwnLife,
    Term,
    Withdrawal,
)
from servanda.model.builtins import ACCEDE, CONSENT, OWN_LIFE, WITHDRAW
from servanda.model.case import ActEvent
from servanda.model.node import ActorId, AgreementId


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
        self._record = Record(text, Sets(text, self), course)
        self._conduct = conduct
        self._lives = {a.id: AgreementLife(a.id, a.between) for a in text.case.agreements}
        for life in self._lives.values():
            life.endings = tuple(e for e in endings if e.agreement == life.agreement)
        self._bound_by = {a.id: CONSENT[a.bound_by] for a in text.case.agreements}

    # What sets of actors ask while the lives are worked out.

    def parties(self, agreement: AgreementId, day: dt.date) -> Crowd:
        life = self._lives.get(agreement)
        return life.crowd(day) if life else Crowd()

    def in_force(self, agreement: AgreementId, day: dt.date) -> Verdict:
        life = self._lives.get(agreement)
        return life.in_force(day) if life else Verdict.FAILS

    def run(self) -> dict[AgreementId, AgreementLife]:
        happened, days = 0, self._days()
        ahead = set(days)
        while days:
            day = heapq.heappop(days)
            start = happened
            while happened < len(self._record.events) and self._date(happened) <= day:
                happened += 1
            self._record.learn(happened)
            self._live_through(day, range(start, happened))
            for other in self._ends_to_come():
                if day < other <= self._at.date and other not in ahead:
                    ahead.add(other)
                    heapq.heappush(days, other)
        return self._lives

    def _ends_to_come(self) -> Iterator[dt.date]:
        """Days on which a bond or a term ends: others may end, or begin, with it."""
        for life in self._lives.values():
            yield from life.days

    def _date(self, index: int) -> dt.date:
        return self._record.events[index].at.date

    def _days(self) -> list[dt.date]:
        """Days with events, and those on which a group, a window or a breach changes something."""
        days = {event.at.date for event in self._record.events}
        if not days:
            return []
        days |= dated_changes(self._text)
        days |= {one.at.date + dt.timedelta(days=1) for one in self._conduct}
        first = self._date(0)
        return sorted(day for day in days if first <= day <= self._at.date)

    def _live_through(self, day: dt.date, indices: range) -> None:
        count = indices.stop
        known = known_on(day, self._record, count, self._conduct)
        acts = [
            (author, event)
            for index in indices
            if isinstance(event := self._record.events[index], ActEvent) and event.act in OWN_LIFE
            for author in self._record.authors[index]
        ]
        for author, event in acts:
            self._consent(author, event)
        self._enter_into_force(known)
        for author, event in acts:
            self._bind_late(author, event, day)
        accessions = [(a, e, self._accession(a, e, known)) for a, e in acts if e.act == ACCEDE]
        for author, event, ground in accessions:
            self._accede(author, event, ground, day)
        for author, event in acts:
            if event.act == WITHDRAW:
                self._withdraw(author, event, known)
        for life in self._lives.values():
            _end_with_the_last_but_one(life, day)

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

    def _enter_into_force(self, known: Known) -> None:
        """Brings agreements into force; one may wait for another of the same day."""
        news = True
        while news:
            news = False
            for life in self._lives.values():
                news |= self._enter(life, known)

    def _enter(self, life: AgreementLife, known: Known) -> bool:
        """Brings an agreement into force if its condition holds; tells whether that is news."""
        if life.entry is not None and life.entry.surely_from is not None:
            return False
        enters = self._entry_verdict(life, known)
        if enters is Verdict.FAILS or (enters is Verdict.UNDETERMINED and life.entry):
            return False
        day = known.day
        if life.entry is None:
            life.entry = Spell(day)
        life.entered = known
        certain = enters is Verdict.HOLDS
        life.entry.surely_from = day if certain else None
        for actor in life.consents:
            if not life.ties.get(actor) or life.is_party(actor, day) is not Verdict.FAILS:
                self._tie(life, actor, day, certain)
        self._fix_term(life)
        return True

    def _entry_verdict(self, life: AgreementLife, known: Known) -> Verdict:
        articles = self._articles(life.agreement, EntryIntoForce)
        if not articles:
            negotiators = life.negotiators
            return verdict(bool(negotiators) and all(n in life.consents for n in negotiators))
        return any_of(
            all_of(r.verdict for r in entry_requirements(article, life, known))
            for article in articles
        )

    def _tie(self, life: AgreementLife, actor: ActorId, day: dt.date, certain: bool) -> None:
        """Binds an actor from a day, or makes certain what was not."""
        ties = life.ties.setdefault(actor, [])
        running = ties[-1] if ties and ties[-1].runs(day) is not Verdict.FAILS else None
        if running is None:
            running = Tie(day, actor=actor)
            ties.append(running)
        if certain and running.surely_from is None:
            running.surely_from = day

    def _bind_late(self, author: ActorId, event: ActEvent, day: dt.date) -> None:
        """Binds a negotiating state that consents after entry into force (A1)."""
        life = self._life(event)
        if life is None or life.entry is None or event.act != self._bound_by[life.agreement]:
            return
        left = bool(life.ties.get(author)) and life.is_party(author, day) is Verdict.FAILS
        if author in life.consents and not left and life.entry.runs(day) is not Verdict.FAILS:
            self._tie(life, author, day, life.entry.runs(day) is Verdict.HOLDS)
            self._fix_term(life)

    def _fix_term(self, life: AgreementLife) -> None:
        """Ends the agreement for all parties with its term (A5), or as an article says (S7)."""
        entry = life.entry
        for ending in life.endings:
            for spell in (entry, *(t for ties in life.ties.values() for t in ties)):
                if spell is not None:
                    spell.end(ending.perhaps_from, ending.surely_from)
        for article in self._articles(life.agreement, Term):
            if entry is None or not isinstance(article.effect, Term):
                continue
            period = article.effect.period
            perhaps = later(entry.perhaps_from, period)
            surely = later(entry.surely_from, period) if entry.surely_from else None
            for spell in (entry, *(t for ties in life.ties.values() for t in ties)):
                spell.end(perhaps, surely)

    # Accession (A3).

    def _accession(self, author: ActorId, event: ActEvent, known: Known) -> Ground:
        life = self._life(event)
        if life is None:
            return Ground(author, event, Verdict.FAILS)
        attempts = [
            accession_requirements(article, life, author, known)
            for article in self._articles(life.agreement, Accession)
        ]
        return _ground(author, event, attempts)

    def _accede(self, author: ActorId, event: ActEvent, ground: Ground, day: dt.date) -> None:
        life = self._life(event)
        if life is None or life.is_party(author, day) is Verdict.HOLDS:
            return
        life.grounds.append(ground)
        if ground.verdict is not Verdict.FAILS:
            self._tie(life, author, day, ground.verdict is Verdict.HOLDS)
            self._fix_term(life)

    # Withdrawal (A4).

    def _withdraw(self, author: ActorId, event: ActEvent, known: Known) -> None:
        life = self._life(event)
        if life is None:
            return
        articles = self._articles(life.agreement, Withdrawal)
        attempts = [withdrawal_requirements(article, life, author, known) for article in articles]
        ground = _ground(author, event, attempts)
        life.grounds.append(ground)
        tie = life.tie(author, known.day)
        if ground.verdict is Verdict.FAILS or tie is None:
            return
        for article, attempt in zip(articles, attempts, strict=True):
            given = all_of(r.verdict for r in attempt if r.part != "bond")
            if isinstance(article.effect, Withdrawal) and given is not Verdict.FAILS:
                _give_notice(tie, life, article.effect, known.day, given)

    def _articles(self, agreement: AgreementId, effect: type[OwnLife]) -> list[Article]:
        return [
            article
            for ref, article in self._text.articles.items()
            if ref.agreement == agreement and isinstance(article.effect, effect)
        ]


def _ground(
    author: ActorId, event: ActEvent, attempts: Sequence[tuple[Requirement, ...]]
) -> Ground:
    """The effect of an act under any of the articles that allow it, the best one."""
    order = (Verdict.HOLDS, Verdict.UNDETERMINED, Verdict.FAILS)
    verdicts = [all_of(r.verdict for r in attempt) for attempt in attempts]
    for wanted in order:
        for found, attempt in zip(verdicts, attempts, strict=True):
            if found is wanted:
                return Ground(author, event, found, attempt)
    return Ground(author, event, Verdict.FAILS)


def _give_notice(
    tie: Tie, life: AgreementLife, effect: Withdrawal, day: dt.date, given: Verdict
) -> None:
    """Ends a tie after the period of notice, not before the article's earliest date."""
    perhaps = surely = later(day, effect.notice)
    if effect.not_before is not None and life.entry is not None:
        first = life.entry.perhaps_from
        last = life.entry.surely_from or first
        perhaps = max(perhaps, later(first, effect.not_before))
        surely = max(surely, later(last, effect.not_before))
    tie.end(perhaps, surely if given is Verdict.HOLDS else None)


def _end_with_the_last_but_one(life: AgreementLife, day: dt.date) -> None:
    """Ends an agreement for all when fewer parties are left than an agreement takes (A9)."""
    parties = life.crowd(day)
    if len(parties.sure) >= life.fewest_parties:
        life.was_shared = True
    elif life.was_shared and life.entry is not None:
        surely = day if len(parties.all) < life.fewest_parties else None
        if surely is not None and life.entry.runs(day) is not Verdict.FAILS:
            life.too_few_from = life.too_few_from or day
        for spell in (life.entry, *(tie for ties in life.ties.values() for tie in ties)):
            spell.end(day, surely)
