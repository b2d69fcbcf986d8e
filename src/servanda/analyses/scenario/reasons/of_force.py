"""Why an agreement is, or is not, in force, in the words of the treaty (A1, A2, A5, A9 to A11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife, Supposition
from servanda.analyses.scenario.bonds.requirements import entry_requirements, known_on
from servanda.analyses.scenario.bonds.spells import Close, Ground, Start
from servanda.analyses.scenario.conditions.acts import agreement_meant
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.frame import Frame
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
from servanda.model.agreement import Agreement, Article, Window
from servanda.model.builtins import (
    ACCEDE,
    RATIFY,
    REVOKE_TERMINATION,
    REVOKE_WITHDRAWAL,
    SIGN,
    TERMINATE,
    WITHDRAW,
)
from servanda.model.conditions import Condition
from servanda.model.node import ActId, AgreementId, ArticleRef
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.sets import SetOfActors
from servanda.model.words import Speaker

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


_DEEDS = {
    SIGN: "signature",
    RATIFY: "ratification",
    ACCEDE: "accession",
    WITHDRAW: "notice of withdrawal",
    TERMINATE: "notice of termination",
    REVOKE_WITHDRAWAL: "revocation of withdrawal",
    REVOKE_TERMINATION: "revocation of termination",
}
_RESTS_ON = {ACCEDE: Accession, WITHDRAW: Withdrawal, TERMINATE: Termination}


class ForceReasons:
    """Gives reasons for whether agreements are in force in one run, each worked out once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._voice = Speaker(frame.text.vocabulary, {})
        self._agreements = {a.id: a for a in frame.text.case.agreements}
        self._forces: dict[tuple[AgreementId, dt.date], Reason] = {}
        self._grounds: dict[int, Reason] = {}

    def in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        """Why an agreement is, or is not, in force on a day."""
        key = (agreement, day)
        if key not in self._forces:
            self._forces[key] = self._in_force(agreement, day)
        return self._forces[key]

    def was_in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        """Whether an agreement was in force on the day of an act about it."""
        now = self.in_force(agreement, day)
        so = f"{agreement} was not in force on {day}" if now.verdict is FAILS else ""
        return Reason(
            now.verdict, f"{agreement} was in force on {day}", now.origin, now.because, so
        )

    def requirement(self, requirement: Requirement) -> Reason:
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
                return self.was_in_force(AgreementId(clause), situation.known.day)
            case "bond":
                then = f"a party to {clause} on {situation.known.day}"
                return _of(who, "was", then, verdict)
            case "bearer" if isinstance(clause, SetOfActors):
                return _of(who, "is", self._voice.actors(clause), verdict, clause.origin)
            case "notice":
                text = f"a notice of {who} to {clause} had not taken effect"
                so = f"{who} had given no notice that had not taken effect"
                return Reason(verdict, text, instead=so if verdict is FAILS else "")
            case "negotiator":
                so = f"{who} did not negotiate {clause}" if verdict is FAILS else ""
                return Reason(verdict, f"{who} negotiated {clause}", instead=so)
            case _:
                raise AssertionError(f"{requirement.part} is no requirement of a bond")

    # Acts about one's own bond.

    def ground(self, ground: Ground) -> Reason:
        """An act of the actor about its own bond, and whether it had its effect."""
        if id(ground) not in self._grounds:
            self._grounds[id(ground)] = self._effect(ground)
        return self._grounds[id(ground)]

    def _effect(self, ground: Ground) -> Reason:
        event = ground.event
        deed = f"{_DEEDS[event.act]} by {ground.actor} ({event.at})"
        if ground.verdict is HOLDS:
            return Reason(HOLDS, deed, event.origin, tuple(self._allowed(ground)))
        because = (self.requirement(r) for r in ground.requirements)
        telling = decisive_first(ground.verdict, because)
        why = decisive(telling[0]).told if telling else "no article provides for it"
        so = f"{deed} had no effect: {why}" if ground.verdict is FAILS else ""
        return Reason(ground.verdict, f"{deed} had its effect", event.origin, telling, so)

    def _allowed(self, ground: Ground) -> Iterator[Reason]:
        """The article that allows an accession or a withdrawal."""
        agreement = agreement_meant(ground.event.object, self._frame.text)
        life = self._frame.bonds.lives.get(agreement) if agreement else None
        event = ground.event
        found = self._article_on(event.act, life, event.at.date) if life else None
        if found is not None:
            ref, article = found
            yield Reason(HOLDS, f"{self._voice.article(ref)} provides for it", article.origin)

    def _article_on(
        self, act: ActId, life: AgreementLife, day: dt.date
    ) -> tuple[ArticleRef, Article] | None:
        """The article that an act of an agreement's own life rests on, as it stands on a day."""
        return next(
            (
                (ref, article)
                for ref, article in self._frame.text.on(day).articles.items()
                if ref.agreement == life.agreement
                and isinstance(article.effect, _RESTS_ON.get(act, ()))
            ),
            None,
        )

    def _in_force(self, agreement: AgreementId, day: dt.date) -> Reason:
        bonds = self._frame.bonds
        life, verdict = bonds.lives[agreement], bonds.in_force(agreement, day)
        declared, entry = self._agreements[agreement], life.force_on(day)
        text = f"{agreement} is in force"
        if entry is not None and verdict is FAILS and day >= entry.perhaps_from:
            ended = next((e for e in entry.ends() if e.certainly == entry.surely_until), None)
            if entry.runs(day) is FAILS and ended is not None:
                return self._ended(declared, ended, text)
            so = f"{agreement} has too few parties to be in force"
            return Reason(FAILS, text, declared.origin, instead=so)
        if verdict is HOLDS and entry is not None:
            text += f" since {entry.surely_from}"
        so = f"{agreement} is not in force" if verdict is FAILS else ""
        because = [*self._came_about(life, day, verdict), *self._may_have_ended(life, day)]
        return Reason(verdict, text, declared.origin, decisive_first(verdict, because), so)

    # Entry into force (A1, A10), and what is supposed of it (A16).

    def _came_about(self, life: AgreementLife, day: dt.date, verdict: Verdict) -> Iterator[Reason]:
        """By what it is in force, what that still takes, or that it is supposed."""
        supposed = life.supposed
        if supposed is not None and supposed.brought and day >= supposed.line.date:
            yield as_supposed(supposed)
            return
        if supposed is not None and supposed.brought and verdict is FAILS:
            yield not_supposed_yet(supposed)
        yield from self._entry(life, day)

    def _entry(self, life: AgreementLife, day: dt.date) -> Iterator[Reason]:
        """What entry into force took, or still takes."""
        then = min((start.known.day for start in life.starts.values()), default=day)
        articles = [
            (ref, article)
            for ref, article in self._frame.text.on(min(then, day)).articles.items()
            if ref.agreement == life.agreement and isinstance(article.effect, EntryIntoForce)
        ]
        if not articles:
            yield _consents(life)
        for ref, article in articles:
            start = life.starts.get(ref)
            begun = start is not None and start.known.day <= day
            known = start.known if begun and start is not None else self._known_by(day)
            taken = self._entry_article(article, life, known)
            yield self._in_time(taken, article, start, day) if begun and start else taken

    def _in_time(self, taken: Reason, article: Article, start: Start, day: dt.date) -> Reason:
        """Whether the time has passed after which an agreement enters into force."""
        if not isinstance(article.effect, EntryIntoForce) or article.effect.delay is None:
            return taken
        when = f"{article.effect.delay} after {start.known.day}"
        if day < start.perhaps:
            so = f"it enters into force only on {start.perhaps}, {when}: {taken.told}"
            if taken.verdict is not HOLDS:
                so = f"it may enter into force on {start.perhaps} at the earliest, {when}"
            text = f"it is {when}"
            return Reason(FAILS, text, article.origin, (taken,), so)
        if taken.verdict is not HOLDS or (start.surely and day >= start.surely):
            return taken
        text = f"it is {when}, and {taken.statement} by then"
        return Reason(UNDETERMINED, text, article.origin, (taken,))

    def _entry_article(self, article: Article, life: AgreementLife, known: Known) -> Reason:
        found = entry_requirements(article, life, known)
        verdict = all_of(r.verdict for r in found)
        because = deciding(verdict, (self.requirement(r) for r in found))
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

    # The end (A5, A9, A11).

    def _ended(self, declared: Agreement, ending: Close, text: str) -> Reason:
        """Why an agreement is over."""
        so = f"{declared.id} ended on {ending.surely}"
        if ending.article is None:
            return Reason(FAILS, text, declared.origin, instead=f"{so}, with too few parties left")
        article = self._frame.text.article(ending.article, ending.surely or ending.perhaps)
        because = self._why_ended(ending)
        if not because:
            so = f"{so}, {self._voice.article(ending.article)}"
            if isinstance(article.effect, Term | Expiry):
                so = f"{declared.id} ended with its term on {ending.surely}"
            return Reason(FAILS, text, article.origin, instead=so)
        why = because[0].statement if ending.ground else because[0].told
        so = f"{so}, {self._voice.article(ending.article)}: {why}"
        return Reason(FAILS, text, article.origin, because, so)

    def _why_ended(self, ending: Close) -> tuple[Reason, ...]:
        """The notice by which an agreement ends, or the condition; nothing for a term."""
        if ending.ground is not None:
            return (self.ground(ending.ground),)
        return self._end_condition(ending)

    def _end_condition(self, ending: Close) -> tuple[Reason, ...]:
        """Why the condition on which an agreement ends had come to hold, or may have."""
        if ending.article is None or ending.known is None:
            return ()
        effect = self._frame.text.article(ending.article, ending.known.day).effect
        if not isinstance(effect, EndOnCondition):
            return ()
        return (explain(effect.condition, Situation(ending.known)),)

    def _may_have_ended(self, life: AgreementLife, day: dt.date) -> Iterator[Reason]:
        """What may have ended an agreement that is perhaps in force."""
        entry = life.force_on(day)
        for ending in entry.endings if entry else ():
            open_ = ending.certainly is None or day < ending.certainly
            open_ = open_ and ending.revoked is not HOLDS
            if ending.article is None or day < ending.perhaps or not open_:
                continue
            origin = self._frame.text.article(ending.article, day).origin
            text = f"{life.agreement} has not ended by {self._voice.article(ending.article)}"
            because = decisive_first(UNDETERMINED, self._why_ended(ending))
            why = because[0].told if because and because[0].verdict is UNDETERMINED else ""
            yield Reason(UNDETERMINED, text, origin, because, why)


def _of(who: str, verb: str, what: str, verdict: Verdict, origin: Origin = NOWHERE) -> Reason:
    """That somebody is, or was, something; or is not."""
    so = f"{who} {verb} not {what}" if verdict is FAILS else ""
    return Reason(verdict, f"{who} {verb} {what}", origin, instead=so)


def as_supposed(supposed: Supposition) -> Reason:
    """That an agreement is supposed to be in force."""
    line = supposed.line
    return Reason(
        HOLDS, f"{line.agreement} is supposed to be in force from {line.date}", line.origin
    )


def not_supposed_yet(supposed: Supposition) -> Reason:
    """That an agreement is supposed to be in force only from a later day on."""
    line = supposed.line
    so = f"{line.agreement} is supposed to be in force only from {line.date}"
    return Reason(
        FAILS, f"{line.agreement} is supposed to be in force by then", line.origin, instead=so
    )


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
