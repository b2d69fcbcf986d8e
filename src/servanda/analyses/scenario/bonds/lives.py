"""The agreement's own life: entry into force, accession, withdrawal, term (rules A1 to A5).

Worked out day by day, because what takes effect on a date takes effect at its start (T5):
the acts of a day count for that day as a whole. A breach bears on it from the next day on.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from servanda.analyses.scenario.bonds.agreement_life import (
    AgreementLife,
    Bonds,
    Ending,
)
from servanda.analyses.scenario.bonds.notices import RESTS_ON, give_notice, revoke
from servanda.analyses.scenario.bonds.reads import dated_changes
from servanda.analyses.scenario.bonds.requirements import (
    accession_requirements,
    entry_requirements,
    ground_of,
    known_by_evening,
    known_on,
)
from servanda.analyses.scenario.bonds.spells import (
    Close,
    Ground,
    Spell,
    Start,
    Tie,
)
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.conditions.evaluation import agreement_meant
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.course import Course
from servanda.analyses.scenario.facts.sets_by_date import Crowd, Sets
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.analyses.scenario.facts.world import LATEST, Conduct, Known, Record
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict, all_of, verdict
from servanda.model.agreement import (
    Article,
)
from servanda.model.builtins import ACCEDE, CONSENT, OWN_LIFE, REVOKES
from servanda.model.case import ActEvent
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Lasting,
    OwnLife,
    Term,
)

_A_DAY = Duration(1, "days")
_ONE_DAY = dt.timedelta(days=1)


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
        self._own_life = own_life_of(text)
        self._to_enter = self._ever(EntryIntoForce)
        self._to_end = self._ever(EndOnCondition)
        self._moved: set[AgreementId] = set()
        self._ends: dict[dt.date, set[AgreementId]] = {}

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
        if not days:
            return []
        days |= dated_changes(self._text)
        for one in self._conduct:
            days |= {one.at.date, later(one.at.date, _A_DAY)}
        first = self._date(0)
        return sorted(day for day in days if first <= day <= self._at.date)

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
        self._enter_into_force(known)
        for author, event in acts:
            self._bind_late(author, event, day)
        accessions = [(a, e, self._accession(a, e, known)) for a, e in acts if e.act == ACCEDE]
        for author, event, ground in accessions:
            self._accede(author, event, ground, day)
        for author, event in acts:
            life, rule = self._life(event), RESTS_ON.get(event.act)
            if life is not None and rule is not None:
                articles = self._articles(life.agreement, day, rule)
                give_notice(life, author, event, known, articles)
        for author, event in acts:
            life = self._life(event)
            if life is not None and event.act in REVOKES:
                revoke(life, author, event, known)
        for agreement in self._to_end:
            self._end_on_condition(self._lives[agreement], by_evening)
        for agreement in self._moved:
            _end_with_the_last_but_one(self._lives[agreement], day)

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
        """Brings agreements into force; one may wait for another of the same day.

        One that has no article on it waits for acts that concern it, and for nothing else.
        """
        chosen = {*self._to_enter, *self._moved}
        waiting = [life for agreement, life in self._lives.items() if agreement in chosen]
        news = True
        while news:
            news = False
            for life in waiting:
                news |= self._enter(life, known)

    def _enter(self, life: AgreementLife, known: Known) -> bool:
        """Brings an agreement into force if it is time; tells whether that is news (A1, A10)."""
        day = known.day
        if life.entry is not None and life.entry.surely_from is not None:
            return False
        self._start(life, known)
        if life.starts:
            self._moved.add(life.agreement)
        starts = life.starts.values()
        certain = any(start.surely is not None and start.surely <= day for start in starts)
        if not certain and (life.entry or all(day < start.perhaps for start in starts)):
            return False
        if life.entry is None:
            life.entry = Spell(day)
        life.entry.surely_from = day if certain else None
        for actor in life.consents:
            if not life.ties.get(actor) or life.is_party(actor, day) is not Verdict.FAILS:
                self._tie(life, actor, day, certain)
        self._fix_term(life, day)
        return True

    def _start(self, life: AgreementLife, known: Known) -> None:
        """Notes when what entry into force takes comes together, and when that brings it about."""
        for ref, delay, found in self._entry_verdicts(life, known):
            start = life.starts.get(ref)
            if found is Verdict.FAILS or (start and start.surely):
                continue
            when = later(known.day, delay) if delay else known.day
            if found is Verdict.HOLDS:
                life.starts[ref] = Start(ref, start.perhaps if start else when, when, known)
            elif start is None:
                life.starts[ref] = Start(ref, when, None, known)

    def _entry_verdicts(
        self, life: AgreementLife, known: Known
    ) -> Iterator[tuple[ArticleRef | None, Duration | None, Verdict]]:
        """For each article on entry into force, its delay and whether all that it takes is there."""
        articles = self._articles(life.agreement, known.day, EntryIntoForce)
        if not articles:
            negotiators = life.negotiators
            consented = all(n in life.consents for n in negotiators)
            yield None, None, verdict(bool(negotiators) and consented)
        for ref, article in articles:
            if isinstance(article.effect, EntryIntoForce):
                found = all_of(r.verdict for r in entry_requirements(article, life, known))
                yield ref, article.effect.delay, found

    def _tie(self, life: AgreementLife, actor: ActorId, day: dt.date, certain: bool) -> None:
        """Binds an actor from a day, or makes certain what was not."""
        ties = life.ties.setdefault(actor, [])
        running = ties[-1] if ties and ties[-1].runs(day) is not Verdict.FAILS else None
        if running is None:
            running = Tie(day, actor=actor, force=life.entry)
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

    # The end for all (A5, A11).

    def _fix_term(self, life: AgreementLife, day: dt.date) -> None:
        """Fixes when an agreement ends for all, where its text tells them (A5, A11, S7)."""
        entry = life.entry
        if entry is None:
            return
        for told in life.endings:
            ending = next((e for e in entry.endings if e.article == told.article), None)
            if ending is None:
                entry.endings.append(Close(told.perhaps_from, told.surely_from, told.article))
        for ref, article in self._articles(life.agreement, day, Term, Expiry):
            if not isinstance(article.effect, Term | Expiry):
                continue
            perhaps, surely = _fixed_end(article.effect, entry)
            ending = next((e for e in entry.endings if e.article == ref), None)
            if ending is None:
                entry.endings.append(Close(perhaps, surely, ref))
            else:
                ending.surely = max(surely, ending.perhaps) if surely else None

    def _amend_terms(self, day: dt.date) -> None:
        """Has what is amended from a day on tell when agreements end that have not ended (R7)."""
        before, now = (self._text.on(d).articles for d in (day - _ONE_DAY, day))
        if before is not now:
            self._moved.update(self._lives)
            for life in self._lives.values():
                self._amend_term(life, day, before, now)

    def _amend_term(
        self,
        life: AgreementLife,
        day: dt.date,
        before: Mapping[ArticleRef, Article],
        now: Mapping[ArticleRef, Article],
    ) -> None:
        entry = life.entry
        if entry is None:
            return
        for ref, old in before.items():
            new = now.get(ref)
            if ref.agreement != life.agreement or new is old or not isinstance(old.effect, Lasting):
                continue
            over = [e for e in entry.endings if e.article == ref and not e.ground]
            if any(e.surely is not None and e.surely < day for e in over):
                continue
            perhaps = min((e.perhaps for e in over), default=day)
            entry.endings = [e for e in entry.endings if e not in over]
            if perhaps < day:
                entry.endings.append(Close(perhaps, None, ref))
            if new is not None and isinstance(new.effect, Term | Expiry):
                first, last = _fixed_end(new.effect, entry)
                certain = max(last, day) if last else None
                entry.endings.append(Close(max(first, day), certain, ref))

    def _end_on_condition(self, life: AgreementLife, known: Known) -> None:
        """Ends an agreement with the day on which a condition comes to hold (A11)."""
        entry = life.entry
        if entry is None or entry.runs(known.day) is Verdict.FAILS:
            return
        for ref, article in self._articles(life.agreement, known.day, EndOnCondition):
            effect = article.effect
            ending = next((e for e in entry.endings if e.article == ref), None)
            if not isinstance(effect, EndOnCondition) or (ending and ending.surely):
                continue
            found = assess(effect.condition, Situation(known))
            if found is Verdict.FAILS:
                continue
            last = later(known.day, effect.more) if effect.more else known.day
            end = later(last, _A_DAY)
            self._moved.add(life.agreement)
            if ending is None:
                ending = Close(end, None, ref, known)
                entry.endings.append(ending)
            if found is Verdict.HOLDS and entry.surely_from is not None:
                ending.surely, ending.known = end, known

    # Accession (A3).

    def _accession(self, author: ActorId, event: ActEvent, known: Known) -> Ground:
        life = self._life(event)
        if life is None:
            return Ground(author, event, Verdict.FAILS)
        attempts = [
            accession_requirements(article, life, author, known)
            for _, article in self._articles(life.agreement, known.day, Accession)
        ]
        return ground_of(author, event, attempts)

    def _accede(self, author: ActorId, event: ActEvent, ground: Ground, day: dt.date) -> None:
        life = self._life(event)
        if life is None or life.is_party(author, day) is Verdict.HOLDS:
            return
        life.grounds.append(ground)
        if ground.verdict is not Verdict.FAILS:
            self._tie(life, author, day, ground.verdict is Verdict.HOLDS)

    def _articles(
        self, agreement: AgreementId, day: dt.date, *effects: type[OwnLife]
    ) -> list[tuple[ArticleRef, Article]]:
        """The articles on some matters of an agreement's own life, as they stand on a day (R7)."""
        articles = self._text.on(day).articles
        own = self._own_life.get(agreement, ())
        return [
            (ref, article)
            for ref, article in own
            if isinstance(article.effect, effects) and articles.get(ref) is article
        ]

    def _ever(self, effect: type[OwnLife]) -> list[AgreementId]:
        """The agreements that have an article on some matter at some time."""
        own = self._own_life
        return [
            agreement
            for agreement in self._lives
            if any(isinstance(article.effect, effect) for _, article in own.get(agreement, ()))
        ]


@once
def own_life_of(
    text: TextAsRead,
) -> Mapping[AgreementId, Sequence[tuple[ArticleRef, Article]]]:
    """Every text of the articles about each agreement's own life."""
    found: dict[AgreementId, list[tuple[ArticleRef, Article]]] = {}
    for ref, article in text.every_article():
        if isinstance(article.effect, OwnLife):
            found.setdefault(ref.agreement, []).append((ref, article))
    return found


def _fixed_end(effect: Term | Expiry, entry: Spell) -> tuple[dt.date, dt.date | None]:
    """When a term may have ended, and when it certainly has (A5, A11)."""
    match effect:
        case Term():
            surely = later(entry.surely_from, effect.period) if entry.surely_from else None
            return later(entry.perhaps_from, effect.period), surely
        case Expiry():
            return effect.date, effect.date
        case _:
            assert_never(effect)


def _end_with_the_last_but_one(life: AgreementLife, day: dt.date) -> None:
    """Ends an agreement for all when fewer parties are left than an agreement takes (A9)."""
    parties = life.crowd(day)
    if len(parties.sure) >= life.fewest_parties:
        life.was_shared = True
    elif life.was_shared and life.entry is not None:
        if life.too_few is None:
            life.too_few = Close(day)
            life.entry.endings.append(life.too_few)
        if life.too_few.surely is None and len(parties.all) < life.fewest_parties:
            life.too_few.surely = day
