"""Acts of the agreements' own lives that could have been otherwise, as questions about a duty."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.conditions.reads import leaves
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.deeds import about_act, about_decision, whether
from servanda.analyses.scenario.what_if.questions import Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.builtins import CONSENT
from servanda.model.case import ActEvent
from servanda.model.conditions import Decided, Done, TheAgreement
from servanda.model.own_life import EndOnCondition
from servanda.model.sets import Listed
from servanda.model.words import Speaker


def about_own_life(life: Life, run: Run) -> Iterator[Question]:
    """The consent that binds, the acts that end the agreement, and the notices."""
    yield from _about_consent(life, run)
    yield from _about_end(life, run)
    yield from _about_notices(life, run)


def _about_consent(life: Life, run: Run) -> Iterator[Question]:
    """The consent to be bound of a negotiating state that is not a party."""
    if life.shown is not State.NOT_ARISEN or len(life.bearers) != 1:
        return
    (bearer,), agreement = life.bearers, life.clause.ref.agreement
    day = life.occasion.at.date if life.occasion else run.known.day
    negotiators = run.frame.bonds.lives[agreement].negotiators
    bound = run.frame.bonds.is_party(bearer, agreement, day)
    if bearer not in negotiators or bound is not Verdict.FAILS:
        return
    declared = next(a for a in run.frame.text.case.agreements if a.id == agreement)
    act = ActEvent(
        at=Moment(day),
        authors=Listed(actors=(bearer,)),
        act=CONSENT[declared.bound_by],
        object=TheAgreement(agreement=agreement),
    )
    verb = speaker(life.situation(run.known)).participle(CONSENT[declared.bound_by])
    yield whether(
        verb,
        Supposed(f"{bearer} had {verb} {agreement} by {day}", added=(act,)),
        life.clause.article.origin,
    )


def _about_end(life: Life, run: Run) -> Iterator[Question]:
    """The acts by which an agreement has ended, supposed not to have been done (A11)."""
    text = run.frame.text
    for ref, article in text.on(run.known.day).articles.items():
        effect = article.effect
        if ref.agreement != life.clause.ref.agreement or not isinstance(effect, EndOnCondition):
            continue
        situation = Situation(run.known)
        for leaf in leaves(effect.condition, text):
            if kleene(leaf, situation) is not Verdict.HOLDS:
                continue
            if isinstance(leaf, Done):
                yield from about_act(leaf, situation, run.course.at)
            elif isinstance(leaf, Decided):
                yield from about_decision(leaf, situation, run.course.at)


def _about_notices(life: Life, run: Run) -> Iterator[Question]:
    """The notices of the bearers, and those that end the agreement, supposed not to be given."""
    record, bonds = run.frame.record, run.frame.bonds.lives[life.clause.ref.agreement]
    spells = [tie for bearer in life.bearers for tie in bonds.ties.get(bearer, ())]
    endings = [e for spell in (*spells, *bonds.spells) for e in spell.endings]
    grounds = {id(e.ground): e.ground for e in endings if e.ground is not None}
    for ground in grounds.values():
        position = next(n for n, event in enumerate(record.events) if event is ground.event)
        done = Speaker(run.frame.text.vocabulary, {}).participle(ground.event.act)
        undone = ((record.numbers[position], (ground.actor,)),)
        supposed = Supposed(f"{ground.actor} had not {done}", undone=undone)
        yield whether(f"{ground.actor} {done}", supposed, ground.event.origin)
