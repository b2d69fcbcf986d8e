"""Why an actor is a party, or an agreement in force, in the words of the treaty (A1 to A5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.scenario.bonds import AgreementLife, Ground
from servanda.analyses.scenario.clauses import Frame
from servanda.analyses.scenario.conditions import agreement_meant
from servanda.analyses.scenario.life_of_agreement import entry_requirements
from servanda.analyses.scenario.reasons import FEW, decisive, decisive_first, explain
from servanda.analyses.scenario.requirement import Requirement
from servanda.analyses.scenario.situation import Situation
from servanda.analyses.scenario.world import LATEST, Known
from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import Accession, Article, EntryIntoForce, Term, Window, Withdrawal
from servanda.model.conditions import Condition
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.sets import SetOfActors
from servanda.model.words import Speaker, listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

_IS = {
    HOLDS: "is a party",
    FAILS: "is not a party",
    UNDETERMINED: "may or may not be a party",
}
_DEEDS = {
    "sign": "signature",
    "ratify": "ratification",
    "accede": "accession",
    "withdraw": "notice of withdrawal",
}
_RESTS_ON = {"accede": Accession, "withdraw": Withdrawal}
_WAS = {
    HOLDS: "was a party",
    FAILS: "was not a party",
    UNDETERMINED: "may or may not have been a party",
}


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
        text = f"{actor} {(_WAS if past else _IS)[verdict]} to {agreement}"
        if past:
            text += f" on {day}"
        elif verdict is HOLDS and since is not None:
            text += f" since {since}"
        reasons = [self._ground(g) for g in life.grounds if g.actor == actor]
        if verdict is FAILS:
            if not reasons:
                reasons.append(self._no_act(actor, life))
            reasons = [*self._withdrawn(actor, life, day), *reasons]
        force = self.in_force(agreement, day)
        if force.verdict is verdict or verdict is HOLDS:
            reasons.append(force)
        return Reason(verdict, text, force.origin, decisive_first(verdict, reasons))

    def _withdrawn(self, actor: ActorId, life: AgreementLife, day: dt.date) -> Iterator[Reason]:
        """That the actor was a party until its withdrawal took effect (A4)."""
        tie = life.tie(actor, day)
        ended = tie.surely_until if tie else None
        if ended is None or (life.entry and life.entry.surely_until == ended):
            return
        article = self._article_on("withdraw", life)
        where = f", {self._voice.article(article)}" if article else ""
        origin = self._frame.text.articles[article].origin if article else NOWHERE
        yield Reason(FAILS, f"{actor} withdrew with effect from {ended}{where}", origin)

    def _article_on(self, act: str, life: AgreementLife) -> ArticleRef | None:
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
            text = f"{actor} has not acceded to {life.agreement}"
        else:
            verb = "signed" if agreement.bound_by == "signature" else "ratified"
            text = f"{actor} has not {verb} {life.agreement}"
        return Reason(FAILS, text, agreement.origin)

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
        effect = "had no effect" if ground.verdict is FAILS else "may have had no effect"
        why = decisive(telling[0]).statement if telling else "no article provides for it"
        return Reason(ground.verdict, f"{deed} {effect}: {why}", event.origin, telling)

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
        if entry is not None and entry.runs(day) is FAILS and day >= entry.perhaps_from:
            term = next((a for a in declared.articles if isinstance(a.effect, Term)), None)
            text = f"{agreement} ended with its term on {entry.surely_until}"
            return Reason(FAILS, text, term.origin if term else declared.origin)
        if entry is not None and verdict is FAILS and entry.runs(day) is HOLDS:
            text = f"{agreement} has too few parties to be in force"
            return Reason(FAILS, text, declared.origin)
        if verdict is HOLDS and entry is not None:
            text = f"{agreement} is in force since {entry.surely_from}"
        else:
            state = "is not in force" if verdict is FAILS else "may or may not be in force"
            text = f"{agreement} {state}"
        because = self._entry(life, day)
        return Reason(verdict, text, declared.origin, decisive_first(verdict, because))

    def _entry(self, life: AgreementLife, day: dt.date) -> tuple[Reason, ...]:
        """What entry into force took, or still takes."""
        known = life.entered or self._known_by(day)
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
        because = decisive_first(verdict, (self._requirement(r) for r in found))
        return Reason(verdict, because[0].statement, article.origin, because[0].because)

    def _known_by(self, day: dt.date) -> Known:
        """What was known with the end of a day."""
        record = self._frame.record
        happened = sum(event.at.date <= day for event in record.events)
        return Known(record, Moment(day), happened, happened, LATEST)

    def _requirement(self, requirement: Requirement) -> Reason:
        """Why what an agreement's own life takes is there, or is not."""
        situation, clause, verdict = requirement.situation, requirement.clause, requirement.verdict
        who = situation.authors[0] if situation.authors else ""
        match requirement.part:
            case "only if" | "unless" if isinstance(clause, Condition):
                found = explain(clause, situation)
                return Reason(verdict, found.statement, found.origin, found.because)
            case "window" if isinstance(clause, Window):
                return window_reason(requirement, clause, situation)
            case "in force" if isinstance(clause, str):
                return self.in_force(AgreementId(clause), situation.known.day)
            case "bond":
                text = f"{who} {_WAS[verdict]} to {clause} on {situation.known.day}"
                return Reason(verdict, text)
            case "bearer" if isinstance(clause, SetOfActors):
                text = f"{who} is {'' if verdict is HOLDS else 'not '}{self._voice.actors(clause)}"
                return Reason(verdict, text, clause.origin)
            case _:
                return Reason(verdict, f"{who} did not negotiate {clause}")


def _consents(life: AgreementLife) -> Reason:
    """Whether every negotiating state has expressed its consent (VCLT art. 24.2)."""
    missing = [n for n in life.negotiators if n not in life.consents]
    if not missing:
        return Reason(HOLDS, "every negotiating state has expressed its consent to be bound")
    if len(missing) <= FEW:
        have = "has" if len(missing) == 1 else "have"
        return Reason(FAILS, f"{listing(missing)} {have} not expressed consent to be bound")
    text = f"{len(missing)} of {len(life.negotiators)} negotiating states have not consented"
    return Reason(FAILS, text)


def window_reason(requirement: Requirement, window: Window, situation: Situation) -> Reason:
    """Whether an article operates yet."""
    when = Speaker(situation.known.record.text.vocabulary, {}).window(window)
    only = "" if requirement.verdict is HOLDS else "only "
    return Reason(requirement.verdict, f"it operates {only}{when}", window.origin)
