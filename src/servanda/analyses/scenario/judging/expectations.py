"""Judges the expectations of a scenario against what the run finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.inquiry import Inquiry, inquire
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.text_as_read import Texts
from servanda.analyses.scenario.judging.answers import Answer, counted, of_all, sentence
from servanda.analyses.scenario.judging.claims import (
    OWED,
    Standing,
    concerns,
    is_due,
    is_meant,
    is_owed,
    latest,
    may_be_in_breach,
    may_be_met,
    one_is_enough,
    state_over,
)
from servanda.analyses.scenario.judging.of_conflicts import conflicting
from servanda.analyses.scenario.judging.of_operations import operating, what_may_suspend
from servanda.analyses.scenario.judging.of_wants import hangs_on
from servanda.analyses.scenario.outcome import ABSENT, DutyLife, Judged, State
from servanda.analyses.scenario.reasons.of_domestic_law import effect_given
from servanda.analyses.scenario.reasons.statements import FEW
from servanda.analyses.scenario.report import Reporter
from servanda.analyses.scenario.what_if.prospects import prospects
from servanda.core.calendar import Moment
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, verdict
from servanda.model.agreement import Aim
from servanda.model.case import Case, Scenario
from servanda.model.expectations import (
    AgreementInForce,
    Claim,
    Expectation,
    GivenEffect,
    IsParty,
    NoDuty,
    Operates,
    Owes,
    Stands,
    Undetermined,
)
from servanda.model.node import ActorId, ArticleRef, IncidentId
from servanda.model.priorities import Conflicting
from servanda.model.words import Speaker, few, listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def judge(case: Case, scenario: Scenario) -> tuple[Judged, ...]:
    """Each expectation of a scenario: whether it is met, and what was found instead."""
    return judged_in(inquire(Texts(case), scenario))


def judged_in(inquiry: Inquiry) -> tuple[Judged, ...]:
    """What :func:`judge` answers, of a scenario that has been taken up."""
    benches: dict[Moment, _Bench] = {}
    judged = []
    for expectation in inquiry.scenario.expectations:
        at = expectation.at or inquiry.story.end
        if at not in benches:
            benches[at] = _Bench(inquiry, at)
        judged.append(benches[at].judge(expectation))
    return tuple(judged)


class _Bench:
    """Judges claims about one moment of a story."""

    def __init__(self, inquiry: Inquiry, at: Moment) -> None:
        self._inquiry = inquiry
        self._at = at
        self._run: Run = inquiry.run(at)
        self._all = (*self._run.lives, *never_occasioned(self._run))
        self._reporter = Reporter(self._run, self._all, {})
        self._told: dict[int, DutyLife] = {}
        self._lives: dict[int, Life] = {}
        self._sets = self._run.frame.record.sets
        self._voice = Speaker(inquiry.text.vocabulary, {})

    def _about(
        self, actor: ActorId, article: ArticleRef | None, over: IncidentId | None = None
    ) -> Iterator[DutyLife]:
        """An actor's duties, those that are owed or open first."""
        mine = [life for life in self._all if concerns(life, actor, article, over)]
        for life in sorted(mine, key=lambda life: life.shown in ABSENT):
            if id(life) not in self._told:
                told = self._reporter.duty_life(life)
                self._told[id(life)], self._lives[id(told)] = told, life
            yield self._told[id(life)]

    def _life(self, told: DutyLife) -> Life:
        """The duty of which something is told."""
        return self._lives[id(told)]

    def judge(self, expectation: Expectation) -> Judged:
        """Whether an expectation is met."""
        answer = self._answer(expectation.claim)
        return Judged(
            text=expectation.text,
            at=self._at,
            met=answer.verdict is HOLDS,
            found=sentence(answer.why),
            why=answer.why,
            left_out=answer.left_out,
            origin=expectation.origin,
        )

    def _answer(self, claim: Claim) -> Answer:
        match claim:
            case Owes():
                return self._owes(claim)
            case NoDuty():
                return self._no_duty(claim)
            case Stands():
                return self._stands(claim)
            case IsParty():
                return self._is_party(claim)
            case AgreementInForce():
                return self._in_force(claim)
            case Operates():
                return operating(claim, self._run, self._reporter)
            case Conflicting():
                return conflicting(claim, self._run)
            case GivenEffect():
                return of_all([self._effect_given(actor, claim) for actor in claim.who])
            case Undetermined():
                return self._undetermined(claim)
            case _:
                assert_never(claim)

    # Who owes what.

    def _owes(self, claim: Owes) -> Answer:
        if claim.count is not None:
            return self._count(claim, claim.count)
        return of_all([self._owed_by(actor, claim) for actor in claim.who])

    def _count(self, claim: Owes, wanted: int) -> Answer:
        """Whether exactly so many actors owe it."""
        day = self._at.date
        everybody = tuple(self._run.frame.text.actors)
        among = self._sets.members(claim.among, day).all if claim.among else everybody
        answers = {actor: self._owed_by(actor, claim) for actor in among}
        sure = [actor for actor, answer in answers.items() if answer.verdict is HOLDS]
        perhaps = [a for a, answer in answers.items() if answer.verdict is UNDETERMINED]
        found = verdict(len(sure) == wanted)
        if perhaps and len(sure) <= wanted <= len(sure) + len(perhaps):
            found = UNDETERMINED
        told = counted(answers, permitted=claim.modality == "may")
        reasons = tuple(a.why for a in answers.values() if a.verdict is not HOLDS)
        open_ones = (a for a in answers.values() if a.verdict is UNDETERMINED)
        lives = tuple(life for answer in open_ones for life in answer.lives)
        why = Reason(HOLDS, told, because=reasons[:FEW])
        return Answer(found, why, lives, left_out=max(0, len(reasons) - FEW))

    def _owed_by(self, actor: ActorId, claim: Owes) -> Answer:
        day = self._at.date
        about = list(self._about(actor, claim.article, claim.over))
        meant = [life for life in about if is_meant(life, claim, actor, self._sets, day)]
        owed = [life for life in meant if is_owed(life)]
        in_time = [life for life in owed if is_due(life, claim.by)]
        if in_time:
            return Answer(HOLDS, in_time[0].why, tuple(in_time))
        if owed:
            return Answer(FAILS, _another_term(owed[0], claim.by), tuple(owed), another_term=True)
        doubtful = [life for life in meant if life.state is State.UNDETERMINED]
        if doubtful:
            return Answer(UNDETERMINED, doubtful[0].why, tuple(doubtful))
        nearest = tuple(life for life in about if is_owed(life) and life.modality != "may")
        alike = [life for life in about if life.modality == claim.modality]
        if claim.modality == "may" and not (meant or (alike and claim.article)):
            return Answer(FAILS, self._not_permitted(actor, claim))
        return Answer(FAILS, self._instead(actor, claim.article, meant or alike or about), nearest)

    def _not_permitted(self, actor: ActorId, claim: Owes) -> Reason:
        """That no article permits what is claimed, or that this one permits nothing."""
        if claim.article is None:
            return Reason(
                HOLDS, f"no article permits {actor} to {self._voice.content(claim.content)}"
            )
        origin = self._run.frame.text.article(claim.article, self._at.date).origin
        told = f"{self._voice.article(claim.article)} permits {actor} nothing"
        return Reason(HOLDS, told, origin)

    def _instead(
        self, actor: ActorId, article: ArticleRef | None, about: Sequence[DutyLife]
    ) -> Reason:
        """What was found where nothing of the kind is owed."""
        if not about:
            if article is None:
                return Reason(HOLDS, f"{actor} owes nothing")
            origin = self._run.frame.text.article(article, self._at.date).origin
            bond = self._reporter.why_party(actor, article.agreement)
            because = (bond,) if bond.verdict is FAILS else ()
            told = f"{actor} owes nothing under {self._voice.article(article)}"
            if isinstance(self._run.frame.text.article(article, self._at.date).effect, Aim):
                told = f"{self._voice.article(article)} creates no duty"
            return Reason(HOLDS, told, origin, because)
        telling = [life for life in about if is_owed(life)] or about
        return telling[0].why

    def _no_duty(self, claim: NoDuty) -> Answer:
        return of_all([self._free(actor, claim.article, claim.over) for actor in claim.who])

    def _free(self, actor: ActorId, article: ArticleRef | None, over: IncidentId | None) -> Answer:
        about = [life for life in self._about(actor, article, over) if life.modality == "must"]
        bound = [life for life in about if life.state in OWED]
        doubtful = [life for life in about if life.state is State.UNDETERMINED]
        for found, lives in ((FAILS, bound), (UNDETERMINED, doubtful)):
            if lives:
                return Answer(found, lives[0].why, tuple(lives))
        return Answer(HOLDS, self._instead(actor, article, about))

    def _stands(self, claim: Stands) -> Answer:
        so = self._stands_not_so if claim.denied else self._stands_so
        return of_all([so(actor, claim) for actor in claim.who])

    def _stands_not_so(self, actor: ActorId, claim: Stands) -> Answer:
        """Whether no duty under the article is met, or breached, as far as is claimed (E3)."""
        about = list(self._about(actor, claim.article))
        standings = latest(self._standings(about, claim.over))
        known, breach = self._run.known, claim.state == "breached"
        stands = [
            (s.told, may_be_in_breach(s, claim.over) if breach else may_be_met(s, known))
            for s in standings
        ]
        for found in (HOLDS, UNDETERMINED):
            lives = tuple(told for told, so in stands if so is found)
            if lives:
                return Answer(~found, lives[0].why, lives)
        return Answer(HOLDS, self._found_instead(actor, claim, about, standings))

    def _stands_so(self, actor: ActorId, claim: Stands) -> Answer:
        """Whether every duty stands as is claimed; of acts, which `over` cannot name, one (E1)."""
        about = list(self._about(actor, claim.article))
        standings = latest(self._standings(about, claim.over))
        wanted = State(claim.state)
        so = tuple(s.told for s in standings if s.state is wanted)
        doubtful = tuple(s.told for s in standings if s.state is State.UNDETERMINED)
        settled = {wanted, State.UNDETERMINED, State.NOT_ARISEN, State.EXCEPTED}
        otherwise = [s.told for s in standings if s.state not in settled]
        enough = one_is_enough(wanted, about)
        if so and (enough or not (doubtful or otherwise)):
            return Answer(HOLDS, so[0].why, so)
        if doubtful and (enough or not otherwise):
            return Answer(UNDETERMINED, doubtful[0].why, doubtful)
        if so or doubtful:
            why = self._differently(actor, standings)
            return Answer(FAILS, why, left_out=max(0, len(standings) - FEW))
        return Answer(FAILS, self._found_instead(actor, claim, about, standings))

    def _found_instead(
        self,
        actor: ActorId,
        claim: Stands,
        about: Sequence[DutyLife],
        standings: Sequence[Standing],
    ) -> Reason:
        """How an actor stands under an article, where not as is asked."""
        if about and not standings:
            why = self._instead(actor, claim.article, about)
            told = f"{why.told}, but not over {claim.over}"
            return Reason(HOLDS, told, why.origin, why.because)
        return self._instead(actor, claim.article, [s.told for s in standings])

    def _standings(self, about: Iterable[DutyLife], over: IncidentId | None) -> Iterator[Standing]:
        """Where duties stand; over an incident, those that have something to do with it."""
        for told in about:
            state = told.state if over is None else self._state_over(told, over)
            if state is not None:
                yield Standing(self._life(told), told, state)

    def _differently(self, actor: ActorId, standings: Sequence[Standing]) -> Reason:
        """How duties of one article stand that do not stand alike, each with its incident."""
        article = self._voice.article(standings[0].told.article)
        ways: dict[State, list[DutyLife]] = {}
        for standing in standings:
            if standing.state is not State.NOT_ARISEN:
                ways.setdefault(standing.state, []).append(standing.told)
        said = [
            f"{_STANDS[state]} {article if n == 0 else 'it'} {_occasions(lives)}"
            for n, (state, lives) in enumerate(ways.items())
        ]
        reasons = tuple(standing.told.why for standing in standings)
        return Reason(HOLDS, f"{actor} {listing(said)}", reasons[0].origin, reasons[:FEW])

    def _state_over(self, told: DutyLife, over: IncidentId) -> State | None:
        """Where a duty stands as far as an incident goes; None if it has nothing to do with it."""
        return told.state if told.incident == over else state_over(self._life(told), over)

    # The agreement's own life.

    def _is_party(self, claim: IsParty) -> Answer:
        return of_all([self._party(actor, claim) for actor in claim.who])

    def _party(self, actor: ActorId, claim: IsParty) -> Answer:
        why = self._reporter.why_party(actor, claim.agreement)
        return Answer(why.verdict if claim.is_party else ~why.verdict, why)

    def _in_force(self, claim: AgreementInForce) -> Answer:
        why = self._reporter.force(claim.agreement).why
        return Answer(why.verdict if claim.in_force else ~why.verdict, why)

    def _effect_given(self, actor: ActorId, claim: GivenEffect) -> Answer:
        article = self._run.frame.text.article(claim.article, self._at.date)
        why = effect_given(actor, article, self._run.known)
        return Answer(why.verdict if claim.given else ~why.verdict, why)

    # What is undetermined, and for want of what.

    def _undetermined(self, claim: Undetermined) -> Answer:
        inner = self._answer(claim.claim)
        if inner.verdict is not UNDETERMINED:
            return Answer(FAILS, inner.why, inner.lives, left_out=inner.left_out)
        wanting = self._wanting(claim, inner)
        lacking = [name for name in claim.want if name not in wanting]
        if lacking:
            text = f"{inner.why.told}, but not for want of {listing(lacking)}"
            return Answer(FAILS, Reason(HOLDS, text, inner.why.origin, inner.why.because))
        return Answer(HOLDS, inner.why, inner.lives)

    def _wanting(self, claim: Undetermined, answer: Answer) -> frozenset[str]:
        """The attributes and issues for want of which there is no answer."""
        if not claim.want:
            return frozenset()
        lives = [self._life(told) for told in answer.lives]
        if isinstance(claim.claim, Operates):
            lives = what_may_suspend(claim.claim, self._run)
        found = prospects(self._run, self._inquiry.story, lives).values()
        missing = {missing.name for prospect in found for missing in prospect.missing}
        issues = (w for w in claim.want if w not in missing)

        def verdict_in(inquiry: Inquiry) -> Verdict:
            return _Bench(inquiry, self._at).verdict(claim.claim)

        hanging = (name for name in issues if hangs_on(name, self._inquiry, self._run, verdict_in))
        return frozenset(missing.union(hanging))

    def verdict(self, claim: Claim) -> Verdict:
        """Whether a claim is so."""
        return self._answer(claim).verdict


_STANDS = {
    State.MET: "has met",
    State.BREACHED: "is in breach of",
    State.PENDING: "still owes",
    State.LAPSED: "is released from",
    State.EXCEPTED: "is excepted from",
    State.BINDING: "is bound by",
    State.PERMITTED: "may act under",
    State.SUSPENDED: "is for the time being not bound by",
    State.UNDETERMINED: "is undetermined as to",
}
"""What is said of an actor whose duty under an article stands so."""


def _occasions(lives: Sequence[DutyLife]) -> str:
    """Over which incidents, or from which acts, duties have come."""
    if all(life.incident is not None for life in lives):
        return f"over {few((str(life.incident) for life in lives), FEW)}"
    acts = "; ".join(f"{life.trigger}, {life.trigger_at}" for life in lives[:FEW] if life.trigger)
    more = f"; and {len(lives) - FEW} more" if len(lives) > FEW else ""
    return f"({acts}{more})"


def _another_term(life: DutyLife, asked: Moment | None) -> Reason:
    """What is owed, where it is owed by another time than was expected."""
    why, when = life.why, f"by {life.due}" if life.due else "without a term"
    said = why.told if when in why.told else f"{why.told}, due {when}"
    return Reason(HOLDS, f"{said}, not by {asked}", why.origin)
