"""What a run answers, as plain values that explain themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.performance import performance, towards
from servanda.analyses.scenario.duties.prohibitions import offence_stands
from servanda.analyses.scenario.outcome import (
    ABSENT,
    Bond,
    Change,
    DutyLife,
    Force,
    FurtherBreach,
    Outcome,
    State,
    Suspension,
)
from servanda.analyses.scenario.reasons.conflicts import conflicts
from servanda.analyses.scenario.reasons.naming import occasion_words
from servanda.analyses.scenario.reasons.of_domestic_law import effective_since
from servanda.analyses.scenario.reasons.of_duties import Explainer
from servanda.analyses.scenario.reasons.of_suspensions import operating, suspensions
from servanda.analyses.scenario.reasons.of_texts import (
    amendment_of,
    own_readings,
    own_readings_taken,
)
from servanda.analyses.scenario.what_if.upshots import NO_PROSPECT, Prospect
from servanda.core.calendar import Moment
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Cease, Suspend
from servanda.model.expectations import Operates
from servanda.model.node import ActorId, AgreementId


class Reporter:
    """Turns the lives of one run into plain values; what they share is worked out once."""

    def __init__(
        self,
        run: Run,
        lives: Sequence[Life],
        prospects: Mapping[tuple[object, ...], Prospect],
    ) -> None:
        self._run = run
        self._lives = lives
        self._prospects = prospects
        self._explainer = Explainer(run.frame)
        self._explainers = {id(own): Explainer(own.frame) for own in run.views}

    def outcome(self, title: str) -> Outcome:
        """Everything that the run answers."""
        run, text = self._run, self._run.frame.text
        lives = [self.duty_life(life) for life in self._lives]
        agreements = [agreement.id for agreement in text.case.agreements]
        return Outcome(
            scenario=title,
            at=run.course.at,
            readings=text.readings,
            own_readings=tuple(own_readings_taken(text)),
            choices=tuple((str(issue), str(option)) for issue, option in text.choices),
            supposed=run.course.supposed,
            force=tuple(self.force(agreement) for agreement in agreements),
            bonds=tuple(bond for agreement in agreements for bond in self.bonds(agreement)),
            void=tuple(
                act for agreement in agreements for act in self._explainer.bonds.void(agreement)
            ),
            duties=tuple(life for life in lives if life.state not in ABSENT),
            absent=tuple(life for life in lives if life.state in ABSENT),
            conflicts=tuple(conflicts(run)),
            suspensions=tuple(suspensions(run, self._explainer)) + tuple(self._by_own_texts()),
        )

    def duty_life(self, life: Life) -> DutyLife:
        """One life, with its reasons."""
        prospect = self._prospects.get(life.key, NO_PROSPECT)
        run, explainer = self._own(life)
        situation = life.situation(run.known)
        article, content = life.clause.article, life.clause.content
        assert content is not None
        return DutyLife(
            article=life.clause.ref,
            title=article.title,
            modality=life.clause.modality,
            bearers=life.bearers,
            content=content,
            words=explainer.content(life, situation),
            towards=towards(life.clause, situation) or (),
            incident=situation.incident.id if situation.incident else None,
            trigger=occasion_words(life.occasion, situation),
            trigger_at=life.occasion.at if life.occasion else None,
            state=life.shown,
            arisen=life.arisen.at if life.arisen else None,
            due=life.due,
            soft=life.due is not None and life.clause.soft,
            passed=life.passed,
            law=article.given_effect_by,
            effective=self._effective(life),
            ended=life.ended,
            late=self._late(life),
            further=tuple(self._further(life)),
            life=tuple(
                Change(step.at, step.state, explainer.step(life, step)) for step in life.steps
            ),
            why=self.why(life),
            missing=prospect.missing,
            would_change=prospect.would_change,
            amendment=amendment.id if (amendment := amendment_of(life)) else None,
            own_readings=tuple(reading.id for reading in own_readings(life)),
            origin=article.origin,
        )

    def _effective(self, life: Life) -> Moment | None:
        """Since when its bearers have given effect to it in their own law."""
        law = life.clause.article.given_effect_by
        return None if law is None else effective_since(life.bearers, law, self._run.known)

    def why(self, life: Life) -> Reason:
        """Why a duty stands as it does now."""
        own, explainer = self._own(life)
        if life.shown in ABSENT or life.arisen is None:
            return explainer.now(life, self._requirements(life))
        return explainer.step(life, life.steps[-1], own.known)

    def _own(self, life: Life) -> tuple[Run, Explainer]:
        """The run by whose text a duty is judged, and who gives the reasons there."""
        run = self._run.run_of(life)
        return run, self._explainers.get(id(run), self._explainer)

    def _requirements(self, life: Life) -> tuple[Requirement, ...]:
        """What it takes now; or took when it may have arisen, where only that is in doubt."""
        now = self._run.requirements(life)
        over = any(requirement.verdict is Verdict.FAILS for requirement in now)
        return life.requirements if over and life.shown is State.UNDETERMINED else now

    def _late(self, life: Life) -> Moment | None:
        """When a duty was performed after it had been breached (D7)."""
        if life.settled is not State.BREACHED or life.clause.modality != "must":
            return None
        run, _ = self._own(life)
        done = performance(life.clause, life.situation(run.known))
        return done.event.at if done is not None and done.verdict is Verdict.HOLDS else None

    def _further(self, life: Life) -> Iterator[FurtherBreach]:
        """The deeds after the first that are breaches of a prohibition, or may be (D11)."""
        if not life.prohibits or life.settled is not State.BREACHED:
            return
        situation, breached = life.situation(self._own(life)[0].known), False
        for offence in life.offences:
            verdict, deed = offence_stands(life, offence), offence.deed
            if breached and verdict is not Verdict.FAILS:
                yield FurtherBreach(
                    at=deed.at,
                    words=occasion_words(deed, situation),
                    incident=deed.incident.id if deed.incident else None,
                    certain=verdict is Verdict.HOLDS,
                    origin=deed.event.origin if deed.event else life.clause.article.origin,
                )
            breached = breached or verdict is Verdict.HOLDS

    # The agreements' own life.

    def force(self, agreement: AgreementId) -> Force:
        """Whether an agreement is in force."""
        bonds, day = self._run.frame.bonds, self._run.known.day
        entry = bonds.lives[agreement].entry
        return Force(
            agreement=agreement,
            verdict=bonds.in_force(agreement, day),
            since=_moment(entry.surely_from or entry.perhaps_from) if entry else None,
            until=_moment(entry.perhaps_until) if entry else None,
            why=self._explainer.bonds.in_force(agreement, day),
        )

    def why_party(self, actor: ActorId, agreement: AgreementId) -> Reason:
        """Why an actor is, or is not, a party."""
        return self._explainer.bonds.party(actor, agreement, self._run.known.day)

    def why_operating(self, claim: Operates, actor: ActorId) -> Reason:
        """Whether an article is suspended, or has ceased to apply, for an actor, and why."""
        state = Suspend if claim.state == "suspended" else Cease
        run = self._run.read_by(actor)
        explainer = self._explainers.get(id(run), self._explainer)
        return operating(run, explainer, claim.text, actor, state)

    def _by_own_texts(self) -> Iterator[Suspension]:
        """What is suspended for those who read the text in a way of their own, where that differs."""
        common = tuple(suspensions(self._run, self._explainer))
        for view in self._run.views:
            explainer = self._explainers[id(view)]
            for told in suspensions(view, explainer):
                mine = any(actor in view.frame.text.readers for actor in told.actors)
                if mine and told not in common:
                    yield told

    def bonds(self, agreement: AgreementId) -> Iterator[Bond]:
        """Each actor that was ever, or might be, a party; and each whose act failed."""
        bonds, day = self._run.frame.bonds, self._run.known.day
        life = bonds.lives[agreement]
        actors = dict.fromkeys((*life.negotiators, *life.ties, *(g.actor for g in life.grounds)))
        for actor in actors:
            tie = life.tie(actor, day)
            yield Bond(
                actor=actor,
                agreement=agreement,
                verdict=bonds.is_party(actor, agreement, day),
                since=_moment(tie.surely_from or tie.perhaps_from) if tie else None,
                until=_moment(tie.perhaps_until) if tie else None,
                why=self._explainer.bonds.party(actor, agreement, day),
            )


def _moment(day: dt.date | None) -> Moment | None:
    return Moment(day) if day is not None else None
