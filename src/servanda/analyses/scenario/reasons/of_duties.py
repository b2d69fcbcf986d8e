"""Why a duty stands as it does, in the words of the treaty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from servanda.analyses.scenario.conditions.completions import unknowns_of
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.arising import (
    all_conditions,
    exception_requirements,
    exception_to,
)
from servanda.analyses.scenario.duties.breaches import as_of_deed
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deeds import conditions_on_a_deed, deed_condition
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.steps import Step
from servanda.analyses.scenario.duties.triggers import could_trigger
from servanda.analyses.scenario.facts.situation import Occasion, Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.headlines import asked_headline, headline
from servanda.analyses.scenario.reasons.naming import content_words, occasion_words
from servanda.analyses.scenario.reasons.of_bonds import BondReasons
from servanda.analyses.scenario.reasons.of_conditions import (
    deciding,
    decisive_first,
    excluding,
    explain,
)
from servanda.analyses.scenario.reasons.of_performance import done_or_refused, with_what_fell_short
from servanda.analyses.scenario.reasons.of_priorities import priority_reason
from servanda.analyses.scenario.reasons.of_texts import text_of_the_day_reason, text_reasons
from servanda.analyses.scenario.reasons.of_times import time_reason
from servanda.analyses.scenario.reasons.operating import left_alone
from servanda.analyses.scenario.reasons.statements import have
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Commit, TimeBound, Window
from servanda.model.case import ActEvent, RefusalEvent
from servanda.model.conditions import ActorIsAmong, All, Condition
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.sets import Listed
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger
from servanda.model.words import Speaker, listing, with_article

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

VERDICTS = {
    State.NOT_ARISEN: FAILS,
    State.EXCEPTED: FAILS,
    State.LAPSED: FAILS,
    State.SUSPENDED: FAILS,
    State.UNDETERMINED: UNDETERMINED,
}
"""Whether something is owed, forbidden or permitted, or was; it is in the states left out."""


class Explainer:
    """Gives reasons for the lives of one run, each requirement explained once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.bonds = BondReasons(frame)
        self._told: dict[int, tuple[Requirement, Reason]] = {}

    def content(self, life: Life, situation: Situation) -> str:
        """What is owed, with names filled in."""
        return content_words(life, situation)

    def article(self, ref: ArticleRef) -> str:
        """``article 5``."""
        return Speaker(self._frame.text.vocabulary, {}).article(ref)

    def step(self, life: Life, step: Step, known: Known | None = None) -> Reason:
        """Why a duty came to stand so, and which acts have not performed it by then or by ``known``."""
        event = step.event
        origin = event.origin if event is not None else life.clause.article.origin
        why = self._headed(life, step, step.requirements, origin)
        if life.prohibits and step.state is State.BREACHED:
            why = msgspec.structs.replace(why, because=tuple(self._of_the_deed(life, step)))
        return with_what_fell_short(why, life, step, known or step.known)

    def _of_the_deed(self, life: Life, step: Step) -> Iterator[Reason]:
        """What a standing prohibition asks of a deed, and was so of the one that breached it (D11)."""
        deeds = (o.deed for o in life.offences if o.deed.event is step.event)
        for deed in islice(deeds, 1):
            seen = as_of_deed(life.situation(step.known), deed, self._frame)
            yield from (explain(asked, seen) for asked in conditions_on_a_deed(life.clause))

    def now(self, life: Life, requirements: tuple[Requirement, ...]) -> Reason:
        """Why nothing has arisen, or nothing is certain to have arisen, as things stand now."""
        known = requirements[0].situation.known
        step = Step(known.at, life.shown, known)
        return self._headed(life, step, requirements, life.clause.article.origin)

    def _headed(
        self, life: Life, step: Step, requirements: Iterable[Requirement], origin: Origin
    ) -> Reason:
        """A state with the reasons for it: what is asked, and what is so instead."""
        verdict, told = VERDICTS.get(step.state, HOLDS), headline(life, step)
        requirements = tuple(requirements)
        telling = [r for r in requirements if not _goes_without_saying(r)]
        reasons = [self.requirement(life.clause, r) for r in telling]
        reasons += text_reasons(life, requirements)
        because = decisive_first(verdict, reasons)
        if verdict is HOLDS:
            return Reason(verdict, told, origin, because)
        return Reason(verdict, asked_headline(life, step), origin, because, told)

    # Each requirement.

    def requirement(self, clause: Clause, requirement: Requirement) -> Reason:
        """Why a requirement is satisfied, or is not."""
        told = self._told.get(id(requirement))
        if told is None:
            told = (requirement, self._explain(clause, requirement))
            self._told[id(requirement)] = told
        return told[1]

    def _explain(self, clause: Clause, requirement: Requirement) -> Reason:
        situation, asked = requirement.situation, requirement.clause
        match requirement.part:
            case "trigger":
                return self._trigger(clause, requirement)
            case "bond" | "bond then" if isinstance(asked, str):
                return self._bond(requirement, AgreementId(asked))
            case "unless" | "until" if isinstance(asked, Condition):
                return excluding(requirement, asked)
            case "no exception" | "all together":
                return self._exclude_one_another(clause, requirement)
            case "window" | "end" if isinstance(asked, Window | TimeBound):
                return time_reason(requirement, asked, clause)
            case "only if" | "while" | "bearer" if isinstance(asked, Condition):
                return explain(asked, situation)
            case _ if isinstance(asked, ArticleRef):
                return self._of_an_article(clause, requirement, asked)
            case _:
                return self._doubt(clause, requirement)

    def _of_an_article(self, clause: Clause, requirement: Requirement, ref: ArticleRef) -> Reason:
        """Whether another article leaves it alone, or it still says so itself."""
        match requirement.part:
            case "exception":
                return self._exception(clause, requirement, ref)
            case "suspended" | "suspended then" | "ceased":
                return left_alone(clause, requirement, ref, self._frame, self.requirement)
            case "priority":
                return priority_reason(clause, requirement, ref, self._frame, self.requirement)
            case "version":
                return text_of_the_day_reason(clause, requirement)
            case _:
                return self._doubt(clause, requirement)

    def _trigger(self, clause: Clause, requirement: Requirement) -> Reason:
        """Whether the event is the one that the article speaks of."""
        situation, verdict, trigger = requirement.situation, requirement.verdict, requirement.clause
        assert isinstance(trigger, Trigger)
        spoken_of = _spoken(situation).trigger(trigger)
        if situation.occasion is None:
            return _nothing_happened(trigger, spoken_of)
        event = occasion_words(situation.occasion, situation)
        origin = _origin_of(situation.occasion) or clause.article.origin
        because = _what_the_event_is(trigger, clause, requirement)
        if verdict is HOLDS:
            return Reason(verdict, event, origin, because)
        if isinstance(trigger, OnIncident) and situation.occasion.sort == "incident":
            so = f"{event} was no {spoken_of}" if verdict is FAILS else ""
            statement = f"{event} was {with_article(spoken_of)}"
            return Reason(verdict, statement, origin, because, so)
        if because:
            return Reason(verdict, spoken_of, origin, because, because[0].told)
        if verdict is UNDETERMINED:
            return Reason(verdict, spoken_of, origin)
        breach = situation.occasion.breach
        if breach is not None and breach.verdict_at(situation.known.version) is FAILS:
            so = f"{have(breach.authors)} not breached {self.article(breach.article)}"
            return Reason(verdict, spoken_of, origin, instead=so)
        that = f"no {spoken_of}" if isinstance(trigger, OnIncident) else f"not that {spoken_of}"
        return Reason(verdict, spoken_of, origin, instead=f"what happened is {event}, {that}")

    def _bond(self, requirement: Requirement, agreement: AgreementId) -> Reason:
        situation = requirement.situation
        then = requirement.part == "bond then"
        day = situation.day if then else situation.known.day
        parties = self._frame.bonds.parties(agreement, day)
        of_interest = [
            bearer
            for bearer in situation.bearers
            if parties.membership(bearer) is requirement.verdict
        ]
        if not of_interest:
            statement = f"somebody who is meant is a party to {agreement}"
            return Reason(FAILS, statement, instead=f"nobody is a party to {agreement}")
        return self.bonds.party(of_interest[0], agreement, day, past=then)

    def _exception(self, clause: Clause, requirement: Requirement, ref: ArticleRef) -> Reason:
        """Whether an article that disapplies another one leaves it alone."""
        situation = requirement.situation
        exception = self._frame.on(situation.day)[ref]
        verdict, applies = requirement.verdict, ~requirement.verdict
        parts = tuple(exception_requirements(exception, situation, self._frame))
        own = all_of(part.verdict for part in parts)
        statement = f"{self.article(ref)} does not disapply {self.article(clause.ref)}"
        origin = exception.article.origin
        others = self._frame.exceptions(ref, situation.day)
        undone = [exception_to(r, situation, self._frame) for r in others]
        set_aside = [r for r in undone if self._would_apply(r) and r.verdict is applies]
        if own is not applies:
            reasons = [self.requirement(exception, r) for r in undone]
            if verdict is HOLDS:
                statement += ", being disapplied itself"
            return Reason(verdict, statement, origin, deciding(applies, reasons))
        reasons = [self.requirement(exception, part) for part in (*parts, *set_aside)]
        so = (
            f"{self.article(ref)} disapplies {self.article(clause.ref)}" if applies is HOLDS else ""
        )
        return Reason(verdict, statement, origin, deciding(applies, reasons), so)

    def _would_apply(self, requirement: Requirement) -> bool:
        """Whether an exception would apply, or might, if nothing disapplied it."""
        if not isinstance(requirement.clause, ArticleRef):
            return False
        clause = self._frame.on(requirement.situation.day)[requirement.clause]
        asked = exception_requirements(clause, requirement.situation, self._frame)
        return all_of(part.verdict for part in asked) is not FAILS

    def _exclude_one_another(self, clause: Clause, requirement: Requirement) -> Reason:
        """Why conditions that are each undetermined cannot all be satisfied (C2)."""
        unknowns = unknowns_of(all_conditions(clause), requirement.situation)
        names = listing(u.words for u in unknowns)
        article = self.article(clause.ref)
        if requirement.part == "no exception":
            statement = f"no exception to {article} applies"
            so = f"whatever {names} may be, one exception to {article} or another applies"
        else:
            statement = f"what {article} asks can all be so"
            so = f"whatever {names} may be, what {article} asks cannot all be so"
        return Reason(FAILS, statement, clause.article.origin, instead=so)

    def _doubt(self, clause: Clause, requirement: Requirement) -> Reason:
        """What else may be in doubt, or who is left out."""
        situation, verdict, asked = requirement.situation, requirement.verdict, requirement.clause
        match requirement.part:
            case "other":
                who = listing(situation.bearers) or "anybody"
                so = f"{who} is itself one of those that the event concerns"
                statement = f"{who} is not one of those that the event concerns"
                return Reason(verdict, statement, instead=so if verdict is FAILS else "")
            case "performance" | "refusal" if isinstance(asked, ActEvent | RefusalEvent):
                return done_or_refused(clause, asked, verdict, situation)
            case "offence":
                deed = occasion_words(situation.occasion, situation)
                origin = _origin_of(situation.occasion) or NOWHERE
                because = tuple(_about_the_deed(clause, situation))
                return Reason(verdict, f"{deed} went against it", origin, because)
            case _:
                raise AssertionError(f"{requirement.part} is no requirement of a duty")


def _about_the_deed(clause: Clause, situation: Situation) -> Iterator[Reason]:
    """Why it cannot be told whether an incident goes against a prohibition."""
    if isinstance(clause.content, Commit) and situation.incident is not None:
        found = explain(deed_condition(clause, situation.incident), situation)
        if found.verdict is UNDETERMINED:
            yield from found.because or (found,)


def _goes_without_saying(requirement: Requirement) -> bool:
    """Whether a requirement only says that a bearer who is named is the one who is named.

    Or that the article was not suspended at the time of an event.
    """
    asked = requirement.clause
    if requirement.part == "suspended then":
        return requirement.verdict is HOLDS
    return (
        requirement.part == "bearer"
        and requirement.verdict is HOLDS
        and isinstance(asked, ActorIsAmong)
        and isinstance(asked.among, Listed)
    )


def _what_the_event_is(
    trigger: Trigger, clause: Clause, requirement: Requirement
) -> tuple[Reason, ...]:
    """Why an event of the kind that the article speaks of is, or is not, what it speaks of."""
    situation, verdict = requirement.situation, requirement.verdict
    if situation.occasion is None or not could_trigger(trigger, situation.occasion):
        return ()
    named = isinstance(trigger, OnAct | OnBreach) and isinstance(trigger.author.among, Listed)
    if verdict is HOLDS and named:
        return ()
    found = explain(clause.trigger_condition, situation)
    if found.verdict is not verdict:
        return ()
    if isinstance(clause.trigger_condition, All):
        return found.because
    return (found,)


def _nothing_happened(trigger: Trigger, spoken_of: str) -> Reason:
    """Nothing has brought an article into play."""
    if isinstance(trigger, OnIncident):
        statement = f"there has been {with_article(spoken_of)}"
        so = f"there has been no {spoken_of}"
    else:
        statement, so = spoken_of, f"it has not happened that {spoken_of}"
    return Reason(FAILS, statement, trigger.origin, instead=so)


def _spoken(situation: Situation) -> Speaker:
    return Speaker(situation.known.record.text.vocabulary, {}, spoken=True)


def _origin_of(occasion: Occasion | None) -> Origin | None:
    if occasion is None:
        return None
    return occasion.event.origin if occasion.event else None
