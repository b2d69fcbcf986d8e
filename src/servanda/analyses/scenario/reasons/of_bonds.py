"""Why an actor is a party, or an agreement in force, in the words of the treaty (A1 to A5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife, Ground
from servanda.analyses.scenario.bonds.requirements import entry_requirements, known_on
from servanda.analyses.scenario.conditions.evaluation import agreement_meant
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.clauses import Frame
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import Known
from servanda.analyses.scenario.reasons.of_conditions import (
    deciding,
    decisive,
    decisive_first,
    excluding,
    explain,
)
from servanda.analyses.scenario.reasons.statements import have
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Accession, Article, EntryIntoForce, Term, Window, Withdrawal
from servanda.model.builtins import ACCEDE, CONSENT, RATIFY, SIGN, WITHDRAW
from servanda.model.conditions import Condition
from servanda.model.node import ActId, ActorId, AgreementId, ArticleRef
from servanda.model.sets import SetOfActors
from servanda.model.words import Speaker

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

_DEEDS = {
    SIGN: "signature",
    RATIFY: "ratification",
    ACCEDE: "accession",
    WITHDRAW: "notice of withdrawal",
}
_RESTS_ON = {ACCEDE: Accession, WITHDRAW: Withdrawal}


class BondReasons:
    """Gives reasons for who is bound in one run, each worked out once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._voice = Speaker(frame.text.vocabulary, {})
        self._agreements = {a.id: a for a in frame.text.case.agreements}
        self._parties: dict[tuple[ActorId, AgreementId, dt.date, bool], Reason] = {}
        self._forces: dict[tuple[AgreementId, dt.date], Reason] = {}
        self._grounds: dict[int, Reason] = {}

    def party(
        self, actor: ActorId, agreement: AgreementId, day: dt.date, *, past: bool = False
    ) -> Reason:
        """Why an actor is, or is not, a party to an agreement on a day."""
        key = (actor, agreement, day, past)
        if key not in self._parties:
            self._parties[key] = self._party(actor, agreement, day, past=past)
        return self._parties[key]

    def in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        """Why an agreement is, or is not, in force on a day."""
        key = (agreement, day)
        if key not in self._forces:
            self._forces[key] = self._in_force(agreement, day)
        return self._forces[key]

    def _party(self, actor: ActorId, agreement: AgreementId, day: dt.date, *, past: bool) -> Reason:
        bonds = self._frame.bonds
        life, verdict = bonds.lives[agreement], bonds.is_party(actor, agreement, day)
        since = bonds.bound_since(actor, agreement, day)
        is_, when = ("was", f" on {day}") if past else ("is", "")
        text = f"{actor} {is_} a party to {agreement}{when}"
        so = f"{actor} {is_} not a party to {agreement}{when}" if verdict is FAILS else ""
        if verdict is HOLDS and since is not None and not past:
            text += f" since {since}"
        reasons = [self._ground(g) for g in life.grounds if g.actor == actor]
        if verdict is FAILS:
            if not reasons:
                reasons.append(self._no_act(actor, life))
            reasons = [*self._withdrawn(actor, life, day), *reasons]
        force = self._was_in_force(agreement, day) if past else self.in_force(agreement, day)
        if force.verdict is verdict or verdict is HOLDS:
            reasons.append(force)
        return Reason(verdict, text, force.origin, decisive_first(verdict, reasons), so)

    def _withdrawn(self, actor: ActorId, life: AgreementLife, day: dt.date) -> Iterator[Reason]:
        """That the actor was a party until its withdrawal took effect (A4)."""
        tie = life.tie(actor, day)
        ended = tie.surely_until if tie else None
        if ended is None or (life.entry and life.entry.surely_until == ended):
            return
        article = self._article_on(WITHDRAW, life)
        where = f", {self._voice.article(article)}" if article else ""
        origin = self._frame.text.articles[article].origin if article else NOWHERE
        so = f"{actor} withdrew with effect from {ended}{where}"
        yield Reason(FAILS, f"{actor} has not withdrawn", origin, instead=so)

    def _article_on(self, act: ActId, life: AgreementLife) -> ArticleRef | None:
        """The article that an act of an agreement's own life rests on."""
        return next(
            (
                ref
                for ref, article in self._frame.text.articles.items()
                if ref.agreement == life.agreement
                and isinstance(article.effect, _RESTS_ON.get(act, ()))
            ),
            None,
        )

    def _no_act(self, actor: ActorId, life: AgreementLife) -> Reason:
        """No act of the actor has bound it."""
        agreement = self._agreements[life.agreement]
        if actor not in life.negotiators:
            deed = f"acceded to {life.agreement}"
        else:
            verb = self._voice.participle(CONSENT[agreement.bound_by])
            deed = f"{verb} {life.agreement}"
        so = f"{actor} has not {deed}"
        return Reason(FAILS, f"{actor} has {deed}", agreement.origin, instead=so)

    def _ground(self, ground: Ground) -> Reason:
        """An act of the actor about its own bond, and whether it had its effect."""
        if id(ground) not in self._grounds:
            self._grounds[id(ground)] = self._effect(ground)
        return self._grounds[id(ground)]

    def _effect(self, ground: Ground) -> Reason:
        event = ground.event
        deed = f"{_DEEDS[event.act]} by {ground.actor} ({event.at})"
        if ground.verdict is HOLDS:
            return Reason(HOLDS, deed, event.origin, tuple(self._allowed(ground)))
        because = (self._requirement(r) for r in ground.requirements)
        telling = decisive_first(ground.verdict, because)
        why = decisive(telling[0]).told if telling else "no article provides for it"
        so = f"{deed} had no effect: {why}" if ground.verdict is FAILS else ""
        return Reason(ground.verdict, f"{deed} had its effect", event.origin, telling, so)

    def _allowed(self, ground: Ground) -> Iterator[Reason]:
        """The article that allows an accession or a withdrawal."""
        agreement = agreement_meant(ground.event.object, self._frame.text)
        life = self._frame.bonds.lives.get(agreement) if agreement else None
        article = self._article_on(ground.event.act, life) if life else None
        if article is not None:
            origin = self._frame.text.articles[article].origin
            yield Reason(HOLDS, f"{self._voice.article(article)} provides for it", origin)

    def _in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        life, verdict = (
            self._frame.bonds.lives[agreement],
            self._frame.bonds.in_force(agreement, day),
        )
        declared, entry = self._agreements[agreement], life.entry
        text = f"{agreement} is in force"
        if entry is not None and entry.runs(day) is FAILS and day >= entry.perhaps_from:
            if life.too_few_from == entry.surely_until:
                so = f"{agreement} ended on {entry.surely_until}, with too few parties left"
                return Reason(FAILS, text, declared.origin, instead=so)
            ending = next((e for e in life.endings if e.surely_from == entry.surely_until), None)
            if ending is not None:
                origin = self._frame.text.articles[ending.article].origin
                so = f"{agreement} ended on {ending.surely_from}, {self._voice.article(ending.article)}"
                return Reason(FAILS, text, origin, instead=so)
            term = next((a for a in declared.articles if isinstance(a.effect, Term)), None)
            so = f"{agreement} ended with its term on {entry.surely_until}"
            return Reason(FAILS, text, term.origin if term else declared.origin, instead=so)
        if entry is not None and verdict is FAILS and entry.runs(day) is HOLDS:
            so = f"{agreement} has too few parties to be in force"
            return Reason(FAILS, text, declared.origin, instead=so)
        if verdict is HOLDS and entry is not None:
            text += f" since {entry.surely_from}"
        so = f"{agreement} is not in force" if verdict is FAILS else ""
        because = self._entry(life, day)
        return Reason(verdict, text, declared.origin, decisive_first(verdict, because), so)

    def _was_in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        """Whether an agreement was in force on the day of an act about it."""
        now = self.in_force(agreement, day)
        so = f"{agreement} was not in force on {day}" if now.verdict is FAILS else ""
        return Reason(
            now.verdict, f"{agreement} was in force on {day}", now.origin, now.because, so
        )

    def _entry(self, life: AgreementLife, day: dt.date) -> tuple[Reason, ...]:
        """What entry into force took, or still takes."""
        entered = life.entered
        known = entered if entered is not None and entered.day <= day else self._known_by(day)
        articles = [
            article
            for ref, article in self._frame.text.articles.items()
            if ref.agreement == life.agreement and isinstance(article.effect, EntryIntoForce)
        ]
        if not articles:
            return (_consents(life),)
        return tuple(self._entry_article(article, life, known) for article in articles)

    def _entry_article(self, article: Article, life: AgreementLife, known: Known) -> Reason:
        found = entry_requirements(article, life, known)
        verdict = all_of(r.verdict for r in found)
        because = deciding(verdict, (self._requirement(r) for r in found))
        if len(because) == 1:
            (only,) = because
            return Reason(verdict, only.statement, article.origin, only.because, only.instead)
        statement = " and ".join(reason.statement for reason in because)
        telling = because[:1] if verdict is FAILS else because
        so = " and ".join(reason.told for reason in telling) if verdict is not HOLDS else ""
        return Reason(verdict, statement, article.origin, because, so)

    def _known_by(self, day: dt.date) -> Known:
        """What was known with the end of a day."""
        record = self._frame.record
        happened = sum(event.at.date <= day for event in record.events)
        return known_on(day, record, happened, (*record.breaches, *record.performances))

    def _requirement(self, requirement: Requirement) -> Reason:
        """Why what an agreement's own life takes is there, or is not."""
        situation, clause, verdict = requirement.situation, requirement.clause, requirement.verdict
        who = situation.authors[0] if situation.authors else ""
        match requirement.part:
            case "only if" if isinstance(clause, Condition):
                return explain(clause, situation)
            case "unless" if isinstance(clause, Condition):
                return excluding(requirement, clause)
            case "window" if isinstance(clause, Window):
                return window_reason(requirement, clause, situation)
            case "in force" if isinstance(clause, str):
                return self._was_in_force(AgreementId(clause), situation.known.day)
            case "bond":
                then = f"a party to {clause} on {situation.known.day}"
                return _of(who, "was", then, verdict)
            case "bearer" if isinstance(clause, SetOfActors):
                return _of(who, "is", self._voice.actors(clause), verdict, clause.origin)
            case "negotiator":
                so = f"{who} did not negotiate {clause}" if verdict is FAILS else ""
                return Reason(verdict, f"{who} negotiated {clause}", instead=so)
            case _:
                raise AssertionError(f"{requirement.part} is no requirement of a bond")


def _of(who: str, verb: str, what: str, verdict: Verdict, origin: Origin = NOWHERE) -> Reason:
    """That somebody is, or was, something; or is not."""
    so = f"{who} {verb} not {what}" if verdict is FAILS else ""
    return Reason(verdict, f"{who} {verb} {what}", origin, instead=so)


def _consents(life: AgreementLife) -> Reason:
    """Whether every negotiating state has expressed its consent (VCLT art. 24.2)."""
    missing = [n for n in life.negotiators if n not in life.consents]
    statement = "every negotiating state has expressed its consent to be bound"
    if not missing:
        return Reason(HOLDS, statement)
    return Reason(FAILS, statement, instead=f"{have(missing)} not expressed consent to be bound")


def window_reason(requirement: Requirement, window: Window, situation: Situation) -> Reason:
    """Whether an article operates yet."""
    when = Speaker(situation.known.record.text.vocabulary, {}).window(window)
    so = f"it operates only {when}" if requirement.verdict is FAILS else ""
    return Reason(requirement.verdict, f"it operates, {when}", window.origin, instead=so)
