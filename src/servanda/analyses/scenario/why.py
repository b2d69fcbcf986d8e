"""Why a duty stands as it does, in the words of the treaty."""

from __future__ import annotations

from typing import assert_never

from servanda.analyses.scenario.arising import all_conditions, exception_requirements
from servanda.analyses.scenario.clauses import Clause, Frame
from servanda.analyses.scenario.completions import unknowns_of
from servanda.analyses.scenario.duties import Life, Step
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons import decisive, decisive_first, explain, speaker
from servanda.analyses.scenario.reasons_of_bonds import BondReasons, window_reason
from servanda.analyses.scenario.requirement import Requirement
from servanda.analyses.scenario.situation import Occasion, Situation, situation_of
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import OnIncident, Window
from servanda.model.case import ActEvent, IncidentEvent, RefusalEvent
from servanda.model.conditions import Condition
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.words import Speaker, listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

VERDICTS = {
    State.NOT_ARISEN: FAILS,
    State.EXCEPTED: FAILS,
    State.LAPSED: FAILS,
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

    def step(self, life: Life, step: Step) -> Reason:
        """Why a duty came to stand so."""
        verdict = VERDICTS.get(step.state, HOLDS)
        reasons = [self.requirement(life.clause, r) for r in step.requirements]
        statement = self._statement(life, step)
        event = step.event
        origin = event.origin if event is not None else life.clause.article.origin
        return Reason(verdict, statement, origin, decisive_first(verdict, reasons))

    def now(self, life: Life, requirements: tuple[Requirement, ...]) -> Reason:
        """Why nothing has arisen, or nothing is certain to have arisen, as things stand now."""
        verdict = VERDICTS.get(life.shown, HOLDS)
        reasons = [self.requirement(life.clause, r) for r in requirements]
        known = requirements[0].situation.known
        statement = self._statement(life, Step(known.at, life.shown, "requirements", known))
        origin = life.clause.article.origin
        return Reason(verdict, statement, origin, decisive_first(verdict, reasons))

    # The headline of each state.

    def _statement(self, life: Life, step: Step) -> str:
        who, article = listing(life.bearers), self.article(life.clause.ref)
        owed = self.content(life, life.situation(step.known))
        match step.state:
            case State.PENDING | State.BINDING | State.PERMITTED:
                by = f" by {life.due}" if life.due else ""
                return f"{who} {life.clause.modality} {owed}{by} under {article}"
            case State.MET:
                return f"{who} has met {article}: {_deed(step, self._frame)}"
            case State.BREACHED:
                return f"{who} is in breach of {article}: {self._fault(life, step, owed)}"
            case State.LAPSED:
                return f"{who} is released from {article}"
            case State.UNDETERMINED:
                if life.clause.modality == "must not" and life.arisen is not None:
                    return f"it is undetermined whether {who} has breached {article}"
                return f"it is undetermined whether {who} {life.clause.modality} {owed}"
            case State.NOT_ARISEN | State.EXCEPTED:
                return self._absent(life, excepted=step.state is State.EXCEPTED)
            case _:
                assert_never(step.state)

    def _absent(self, life: Life, *, excepted: bool) -> str:
        who, article = listing(life.bearers), self.article(life.clause.ref)
        if excepted:
            return f"{who} is excepted from {article}"
        match life.clause.modality:
            case "must":
                return f"{who} owes nothing under {article}"
            case "must not":
                return f"{who} is not bound by {article}"
            case "may":
                return f"{who} may not rely on {article}"

    def _fault(self, life: Life, step: Step, owed: str) -> str:
        event = step.event
        if isinstance(event, IncidentEvent):
            return f"{incident_words(event, step.known.record.text.kinds[event.kind].forms.noun)}"
        if isinstance(event, RefusalEvent):
            return f"it refused on {event.at}"
        if isinstance(event, ActEvent):
            return _deed(step, self._frame)
        return f"it did not {owed} by {life.due}"

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
            case "exception" if isinstance(asked, ArticleRef):
                return self._exception(clause, requirement, asked)
            case "unless" | "until" if isinstance(asked, Condition):
                return _excluding(requirement, asked)
            case "no exception" | "all together":
                return self._exclude_one_another(clause, requirement)
            case "window" if isinstance(asked, Window):
                return window_reason(requirement, asked, situation)
            case "only if" | "bearer" if isinstance(asked, Condition):
                return explain(asked, situation)
            case _:
                return self._doubt(requirement)

    def _trigger(self, clause: Clause, requirement: Requirement) -> Reason:
        situation, verdict = requirement.situation, requirement.verdict
        trigger = clause.article.trigger
        inner = explain(clause.trigger_condition, situation)
        voice = Speaker(self._frame.text.vocabulary, {})
        asked = voice.trigger(trigger) if trigger is not None else ""
        event = occasion_words(situation.occasion, situation)
        if situation.occasion is None:
            return Reason(verdict, self._nothing_happened(clause, asked), _trigger_origin(clause))
        if verdict is HOLDS:
            statement = event
        elif isinstance(trigger, OnIncident):
            was = "was no" if verdict is FAILS else "may or may not have been an"
            statement = f"{event} {was} {asked}"
        else:
            statement = inner.statement
        because = (inner,) if inner.verdict is verdict and clause.article.trigger else ()
        origin = _origin_of(situation.occasion) or clause.article.origin
        return Reason(verdict, statement, origin, because)

    def _nothing_happened(self, clause: Clause, asked: str) -> str:
        if isinstance(clause.article.trigger, OnIncident):
            return f"there has been no {asked}"
        return f"it has not happened that {asked}"

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
            return Reason(requirement.verdict, f"nobody is a party to {agreement}")
        return self.bonds.party(of_interest[0], agreement, day, past=then)

    def _exception(self, clause: Clause, requirement: Requirement, ref: ArticleRef) -> Reason:
        exception, situation = self._frame.clauses[ref], requirement.situation
        parts = tuple(exception_requirements(exception, situation, self._frame))
        applies = ~requirement.verdict
        reasons = [self.requirement(exception, part) for part in parts]
        verb = {HOLDS: "disapplies", FAILS: "does not disapply", UNDETERMINED: "may disapply"}
        statement = f"{self.article(ref)} {verb[applies]} {self.article(clause.ref)}"
        if all_of(part.verdict for part in parts) is not applies:
            statement += ", being disapplied itself"
        because = decisive_first(applies, reasons)
        because = tuple(Reason(~r.verdict, r.statement, r.origin, r.because) for r in because)
        return Reason(requirement.verdict, statement, exception.article.origin, because)

    def _exclude_one_another(self, clause: Clause, requirement: Requirement) -> Reason:
        """Why conditions that are each undetermined cannot all be satisfied (C2)."""
        unknowns = unknowns_of(all_conditions(clause), requirement.situation)
        names = listing(u.name.removeprefix("issue ") for u in unknowns)
        article = self.article(clause.ref)
        if requirement.part == "no exception":
            statement = f"whatever {names} may be, one exception to {article} or another applies"
        else:
            statement = f"whatever {names} may be, what {article} asks cannot all be so"
        return Reason(FAILS, statement, clause.article.origin)

    def _doubt(self, requirement: Requirement) -> Reason:
        """What else may be in doubt, or who is left out."""
        situation, verdict, asked = requirement.situation, requirement.verdict, requirement.clause
        match requirement.part:
            case "other":
                who = listing(situation.bearers)
                roles = "is not" if verdict is HOLDS else "is itself"
                return Reason(verdict, f"{who} {roles} one of those that the event concerns")
            case "performance" | "refusal" if isinstance(asked, ActEvent | RefusalEvent):
                kind = "performed" if requirement.part == "performance" else "refused"
                statement = f"it cannot be told whether what was owed was {kind} on {asked.at}"
                return Reason(verdict, statement, asked.origin)
            case _:
                deed = occasion_words(situation.occasion, situation)
                statement = f"it cannot be told whether {deed} went against it"
                return Reason(verdict, statement, _origin_of(situation.occasion) or Origin())


def _excluding(requirement: Requirement, condition: Condition) -> Reason:
    """Why an exception or an end does not apply, or does."""
    found = explain(condition, requirement.situation)
    until = requirement.part == "until"
    if requirement.verdict is FAILS:
        what = "its end has come" if until else "the exception applies"
        return Reason(FAILS, f"{what}: {found.statement}", found.origin, ())
    return Reason(requirement.verdict, found.statement, found.origin, ())


def occasion_words(occasion: Occasion | None, situation: Situation) -> str:
    """A triggering event in words: ``attack A1 by RUS on UKR``."""
    if occasion is None:
        return ""
    text = situation.known.record.text
    voice = Speaker(text.vocabulary, {})
    if occasion.breach is not None:
        verb = "breaches" if len(occasion.authors) == 1 else "breach"
        return f"{listing(occasion.authors)} {verb} {voice.article(occasion.breach.article)}"
    event = occasion.event
    if isinstance(event, ActEvent):
        verb = voice.with_object(voice.third_person(event.act), event.object)
        return f"{listing(occasion.authors)} {verb}"
    if event is None:
        return ""
    kind = text.kinds[event.kind]
    seen = situation_of(occasion, situation.known)
    noun = kind.forms.noun
    words = noun if event.id == noun else f"{noun} {event.id}"
    for attribute in kind.attributes:
        value = seen.value(attribute.id)
        if attribute.role is not None and value is not None:
            words += f" {attribute.role} {value}"
    return words


def content_words(life: Life, situation: Situation) -> str:
    """What is owed, forbidden or permitted, with names filled in."""
    content = life.clause.content
    return speaker(situation).content(content) if content is not None else ""


def incident_words(event: IncidentEvent, noun: str) -> str:
    """An incident by its noun and name."""
    return f"{noun} {event.id} ({event.at})"


def _trigger_origin(clause: Clause) -> Origin:
    trigger = clause.article.trigger
    return trigger.origin if trigger is not None else clause.article.origin


def _origin_of(occasion: Occasion | None) -> Origin | None:
    if occasion is None:
        return None
    return occasion.event.origin if occasion.event else None


def _deed(step: Step, frame: Frame) -> str:
    event = step.event
    if not isinstance(event, ActEvent):
        return ""
    voice = Speaker(frame.text.vocabulary, {})
    level = f" with {event.level}" if event.level else ""
    verb = voice.with_object(voice.participle(event.act), event.object)
    return f"it {verb}{level} on {event.at}"


def because_of(reason: Reason) -> str:
    """The headline of a reason together with what decides it."""
    narrowest = decisive(reason)
    if narrowest is reason:
        return reason.statement
    return f"{reason.statement}: {narrowest.statement}"
