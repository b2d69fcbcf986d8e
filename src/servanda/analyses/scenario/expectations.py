"""Judges the expectations of a scenario against what the run finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

import msgspec

from servanda.analyses.scenario.claims import OWED, concerns, is_meant
from servanda.analyses.scenario.course import Story, story_of
from servanda.analyses.scenario.duties import Life
from servanda.analyses.scenario.outcome import DutyLife, Judged, Outcome, State
from servanda.analyses.scenario.reasons import FEW, decisive
from servanda.analyses.scenario.report import Reporter
from servanda.analyses.scenario.run import Run
from servanda.analyses.scenario.simulate import run_story, text_for
from servanda.analyses.scenario.text_as_read import TextAsRead, as_read
from servanda.analyses.scenario.what_if import prospects
from servanda.core.calendar import Moment
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of, verdict
from servanda.model.case import (
    AgreementInForce,
    Case,
    Claim,
    Expectation,
    IsParty,
    NoDuty,
    Owes,
    Scenario,
    Stands,
    Undetermined,
)
from servanda.model.node import ActorId, ArticleRef, IncidentId, IssueId
from servanda.model.words import Speaker, listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


class Answer(msgspec.Struct, frozen=True):
    """Whether a claim is so, and the reason."""

    verdict: Verdict
    why: Reason
    lives: tuple[DutyLife, ...] = ()


def judge(case: Case, scenario: Scenario) -> tuple[Judged, ...]:
    """Each expectation of a scenario: whether it is met, and what was found instead."""
    if not scenario.expectations:
        return ()
    story = story_of(case, scenario)
    text = text_for(case, story, (), ())
    benches: dict[Moment, _Bench] = {}
    judged = []
    for expectation in scenario.expectations:
        at = expectation.at or story.end
        if at not in benches:
            benches[at] = _Bench(text, story, at)
        judged.append(benches[at].judge(expectation))
    return tuple(judged)


class _Bench:
    """Judges claims about one moment of a story."""

    def __init__(self, text: TextAsRead, story: Story, at: Moment) -> None:
        self._story = story
        self._run: Run = run_story(text, story, at)
        self._reporter = Reporter(self._run, {})
        self._outcome: Outcome = self._reporter.outcome(story.title)
        self._lives = (*self._outcome.duties, *self._outcome.absent)
        self._sets = self._run.frame.record.sets
        self._voice = Speaker(text.vocabulary, {})

    def judge(self, expectation: Expectation) -> Judged:
        """Whether an expectation is met."""
        answer = self._answer(expectation.claim)
        return Judged(
            text=expectation.text,
            at=self._outcome.at,
            met=answer.verdict is HOLDS,
            found=sentence(answer.why),
            why=answer.why,
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
            case Undetermined():
                return self._undetermined(claim)
            case _:
                assert_never(claim)

    # Who owes what.

    def _owes(self, claim: Owes) -> Answer:
        if claim.count is not None:
            return self._count(claim, claim.count)
        return together([self._owed_by(actor, claim) for actor in claim.who])

    def _count(self, claim: Owes, wanted: int) -> Answer:
        """Whether exactly so many actors owe it."""
        day = self._outcome.at.date
        everybody = tuple(self._run.frame.text.actors)
        among = self._sets.members(claim.among, day).all if claim.among else everybody
        answers = {actor: self._owed_by(actor, claim) for actor in among}
        sure = [actor for actor, answer in answers.items() if answer.verdict is HOLDS]
        perhaps = [a for a, answer in answers.items() if answer.verdict is UNDETERMINED]
        found = verdict(len(sure) == wanted)
        if perhaps and len(sure) <= wanted <= len(sure) + len(perhaps):
            found = UNDETERMINED
        names = f": {listing(sure)}" if len(sure) > 0 else ""
        text = f"{len(sure)} actors owe it{names}"
        if perhaps:
            text += f"; of {len(perhaps)} it is undetermined"
        reasons = tuple(answer.why for answer in answers.values())
        lives = tuple(life for answer in answers.values() for life in answer.lives)
        return Answer(found, Reason(found, text, because=_telling(found, reasons)), lives)

    def _owed_by(self, actor: ActorId, claim: Owes) -> Answer:
        day = self._outcome.at.date
        about = [x for x in self._lives if concerns(x, actor, claim.article, claim.over)]
        meant = [life for life in about if is_meant(life, claim, self._sets, day)]
        owed = [life for life in meant if is_owed(life)]
        in_time = [life for life in owed if claim.by in (None, life.due)]
        if in_time:
            return Answer(HOLDS, in_time[0].why, tuple(in_time))
        if owed:
            text = f"{owed[0].why.statement}: it is due {_when(owed[0].due)}, not by {claim.by}"
            return Answer(FAILS, Reason(FAILS, text, owed[0].origin), tuple(owed))
        doubtful = [life for life in meant if life.state is State.UNDETERMINED]
        if doubtful:
            return Answer(UNDETERMINED, doubtful[0].why, tuple(doubtful))
        return Answer(FAILS, self._instead(actor, claim.article, meant or about))

    def _instead(
        self, actor: ActorId, article: ArticleRef | None, about: Sequence[DutyLife]
    ) -> Reason:
        """What was found where nothing of the kind is owed."""
        if not about:
            under = f" under {self._voice.article(article)}" if article else ""
            return Reason(FAILS, f"{actor} owes nothing{under}")
        telling = [life for life in about if is_owed(life)] or about
        why = telling[0].why
        return Reason(FAILS, why.statement, why.origin, why.because)

    def _no_duty(self, claim: NoDuty) -> Answer:
        return together([self._free(actor, claim.article, claim.over) for actor in claim.who])

    def _free(self, actor: ActorId, article: ArticleRef | None, over: IncidentId | None) -> Answer:
        about = [
            life
            for life in self._lives
            if concerns(life, actor, article, over) and life.modality == "must"
        ]
        bound = [life for life in about if life.state in OWED]
        doubtful = [life for life in about if life.state is State.UNDETERMINED]
        for found, lives in ((FAILS, bound), (UNDETERMINED, doubtful)):
            if lives:
                return Answer(found, lives[0].why, tuple(lives))
        why = self._instead(actor, article, about)
        return Answer(HOLDS, Reason(HOLDS, why.statement, why.origin, why.because))

    def _stands(self, claim: Stands) -> Answer:
        return together([self._stands_so(actor, claim) for actor in claim.who])

    def _stands_so(self, actor: ActorId, claim: Stands) -> Answer:
        about = [x for x in self._lives if concerns(x, actor, claim.article, claim.over)]
        wanted = State(claim.state)
        so = [life for life in about if life.state is wanted]
        if so:
            return Answer(HOLDS, so[0].why, tuple(so))
        doubtful = [life for life in about if life.state is State.UNDETERMINED]
        if doubtful:
            return Answer(UNDETERMINED, doubtful[0].why, tuple(doubtful))
        return Answer(FAILS, self._instead(actor, claim.article, about))

    # The agreement's own life.

    def _is_party(self, claim: IsParty) -> Answer:
        return together([self._party(actor, claim) for actor in claim.who])

    def _party(self, actor: ActorId, claim: IsParty) -> Answer:
        why = self._reporter.why_party(actor, claim.agreement)
        return Answer(why.verdict if claim.is_party else ~why.verdict, why)

    def _in_force(self, claim: AgreementInForce) -> Answer:
        why = self._reporter.force(claim.agreement).why
        return Answer(why.verdict if claim.in_force else ~why.verdict, why)

    # What is undetermined, and for want of what.

    def _undetermined(self, claim: Undetermined) -> Answer:
        inner = self._answer(claim.claim)
        if inner.verdict is not UNDETERMINED:
            return Answer(FAILS, inner.why, inner.lives)
        wanting = self._wanting(claim, inner)
        lacking = [name for name in claim.want if name not in wanting]
        if lacking:
            text = f"{inner.why.statement}, but not for want of {listing(lacking)}"
            return Answer(FAILS, Reason(FAILS, text, inner.why.origin, inner.why.because))
        return Answer(HOLDS, inner.why, inner.lives)

    def _wanting(self, claim: Undetermined, answer: Answer) -> frozenset[str]:
        """The attributes and issues for want of which there is no answer."""
        if not claim.want:
            return frozenset()
        lives = [life for life in self._run.lives if self._is_one_of(life, answer.lives)]
        found = prospects(self._run, self._story, lives).values()
        missing = {missing.name for prospect in found for missing in prospect.missing}
        issues = (w for w in claim.want if w not in missing)
        return frozenset(missing.union(issue for issue in issues if self._hangs_on(issue, claim)))

    def _is_one_of(self, life: Life, lives: Sequence[DutyLife]) -> bool:
        return any(
            life.clause.ref == other.article
            and life.bearers == other.bearers
            and (life.occasion.at if life.occasion else None) == other.trigger_at
            for other in lives
        )

    def _hangs_on(self, name: str, claim: Undetermined) -> bool:
        """Whether settling an issue would give the claim an answer."""
        text = self._run.frame.text
        issue = text.issues.get(IssueId(name))
        settled = (
            as_read(text.case, text.readings, (*text.choices, (name, option.id)))
            for option in (issue.options if issue else ())
        )
        benches = (_Bench(other, self._story, self._outcome.at) for other in settled)
        return any(bench.verdict(claim.claim) is not UNDETERMINED for bench in benches)

    def verdict(self, claim: Claim) -> Verdict:
        """Whether a claim is so."""
        return self._answer(claim).verdict


def is_owed(life: DutyLife) -> bool:
    """Whether it is certain that something is owed or forbidden, or was until it was breached."""
    if life.modality == "must not":
        bound = life.state is State.UNDETERMINED and life.arisen is not None
        return bound or life.state in {State.BINDING, State.BREACHED}
    return life.state in OWED


def together(answers: Sequence[Answer]) -> Answer:
    """Whether a claim is so of each of several actors; the first that decides gives the reason."""
    found = all_of(answer.verdict for answer in answers)
    deciding = [answer for answer in answers if answer.verdict is found]
    lives = tuple(life for answer in deciding for life in answer.lives)
    if not deciding:
        return Answer(found, Reason(found, "nobody is named"))
    if len(deciding) == 1:
        return Answer(found, deciding[0].why, lives)
    reasons = tuple(answer.why for answer in deciding)
    text = "; ".join(sentence(reason) for reason in reasons[:FEW])
    if len(reasons) > FEW:
        text += f"; and {len(reasons) - FEW} more"
    return Answer(found, Reason(found, text, reasons[0].origin, reasons), lives)


def sentence(why: Reason) -> str:
    """A reason in one sentence: its statement, and what decides it."""
    narrowest = decisive(why)
    if narrowest is why or narrowest.statement in why.statement:
        return why.statement
    return f"{why.statement}: {narrowest.statement}"


def _telling(found: Verdict, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(r for r in reasons if r.verdict is found)[:FEW]


def _when(due: Moment | None) -> str:
    return f"by {due}" if due else "without a term"
