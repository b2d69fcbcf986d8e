"""Why an actor is a party, or an agreement in force, in the words of the treaty (A1 to A5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.analyses.scenario.duties.frame import Frame
from servanda.analyses.scenario.outcome import VoidAct
from servanda.analyses.scenario.reasons.of_conditions import (
    decisive_first,
)
from servanda.analyses.scenario.reasons.of_force import (
    ForceReasons,
    as_supposed,
    not_supposed_yet,
)
from servanda.core.origin import NOWHERE
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.builtins import CONSENT
from servanda.model.node import ActorId, AgreementId
from servanda.model.words import Speaker

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


class BondReasons:
    """Gives reasons for who is bound in one run, each worked out once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._voice = Speaker(frame.text.vocabulary, {})
        self._agreements = {a.id: a for a in frame.text.case.agreements}
        self._parties: dict[tuple[ActorId, AgreementId, dt.date, bool], Reason] = {}
        self._forces = ForceReasons(frame)

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
        return self._forces.in_force(agreement, day)

    def void(self, agreement: AgreementId) -> Iterator[VoidAct]:
        """The acts of an agreement's own life that had no effect, and why (A3, A4, A14)."""
        for ground in self._frame.bonds.lives[agreement].grounds:
            if ground.verdict is FAILS:
                yield VoidAct(
                    actor=ground.actor,
                    agreement=agreement,
                    at=ground.event.at,
                    why=self._forces.ground(ground),
                )

    def _party(self, actor: ActorId, agreement: AgreementId, day: dt.date, *, past: bool) -> Reason:
        bonds = self._frame.bonds
        life, verdict = bonds.lives[agreement], bonds.is_party(actor, agreement, day)
        since = bonds.bound_since(actor, agreement, day)
        is_, when = ("was", f" on {day}") if past else ("is", "")
        text = f"{actor} {is_} a party to {agreement}{when}"
        so = f"{actor} {is_} not a party to {agreement}{when}" if verdict is FAILS else ""
        if verdict is HOLDS and since is not None and not past:
            text += f" since {since}"
        reasons = [self._forces.ground(g) for g in life.grounds if g.actor == actor]
        withdrawn = list(self._withdrawn(actor, life, day)) if verdict is FAILS else []
        reasons += self._supposed(actor, life, day, verdict)
        if verdict is FAILS and not reasons:
            reasons.append(self._no_act(actor, life))
        reasons = [*withdrawn, *reasons]
        forces = self._forces
        force = forces.was_in_force(agreement, day) if past else forces.in_force(agreement, day)
        ended = verdict is FAILS and life.tie(actor, day) is not None
        if force.verdict is verdict or verdict is HOLDS:
            first = len(withdrawn) if ended else len(reasons)
            reasons.insert(first, force)
        return Reason(verdict, text, force.origin, decisive_first(verdict, reasons), so)

    def _withdrawn(self, actor: ActorId, life: AgreementLife, day: dt.date) -> Iterator[Reason]:
        """That the actor was a party until its withdrawal took effect (A4)."""
        tie = life.tie(actor, day)
        ended = tie.surely_until if tie else None
        if tie is None or ended is None or any(s.surely_until == ended for s in life.spells):
            return
        article = next((e.article for e in tie.endings if e.certainly == ended), None)
        where = f", {self._voice.article(article)}" if article else ""
        origin = self._frame.text.article(article, ended).origin if article else NOWHERE
        so = f"{actor} withdrew with effect from {ended}{where}"
        yield Reason(FAILS, f"{actor} has not withdrawn", origin, instead=so)

    def _supposed(
        self, actor: ActorId, life: AgreementLife, day: dt.date, verdict: Verdict
    ) -> Iterator[Reason]:
        """That the agreement is supposed to be in force, where that has bound the actor (A16).

        Of a party to what that has brought into force, the reason for its being in force says so.
        """
        supposed = life.supposed
        said = verdict is HOLDS and supposed is not None and supposed.brought
        if supposed is not None and actor in supposed.bound and not said:
            early = day < supposed.line.date
            yield not_supposed_yet(supposed) if early else as_supposed(supposed)

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
