"""What is suspended, has ceased or applies again, for whom and why (rules S1 to S9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from servanda.analyses.scenario.conditions.acts import object_name
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Matter, Run
from servanda.analyses.scenario.duties.suspensions import Change, Touched
from servanda.analyses.scenario.outcome import State, Suspension
from servanda.analyses.scenario.reasons.naming import occasion_words
from servanda.analyses.scenario.reasons.of_conditions import decisive, decisive_first
from servanda.analyses.scenario.reasons.of_duties import Explainer
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Cease, End, OnOperation, Reapply, Suspend
from servanda.model.builtins import ON_OPERATION, SUSPEND
from servanda.model.case import ActEvent
from servanda.model.conditions import Done
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.words import Speaker, listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED

_SHOWN = {State.PERMITTED: HOLDS, State.UNDETERMINED: UNDETERMINED, State.LAPSED: FAILS}


_CLAIMS: dict[type[Suspend | Cease], tuple[str, str]] = {
    Suspend: ("is suspended", "is not suspended"),
    Cease: ("has ceased to apply", "has not ceased to apply"),
}


def suspensions(run: Run, explainer: Explainer) -> Iterator[Suspension]:
    """What each article on the operation of others has brought about, or may have."""
    for matter in run.suspending:
        yield from _of_matter(matter, run, explainer)
    yield from _without_power(run)


def _of_matter(matter: Matter, run: Run, explainer: Explainer) -> Iterator[Suspension]:
    """Those for whom it stands alike are told of together."""
    groups: dict[tuple[object, ...], list[Life]] = {}
    for life in matter.lives:
        over = _revived(life, run)
        spells = tuple((began.at, ended.at) for began, ended in _earlier_spells(life))
        key = (life.shown, life.arisen and life.arisen.at, life.ended, over and over.at, spells)
        groups.setdefault(key, []).append(life)
    for lives in groups.values():
        alone = len(groups) == 1
        yield from _told_of_earlier(lives, run, explainer, alone=alone)
        found = _told(lives, run, explainer, alone=alone)
        if found is not None:
            yield found


def _revived(life: Life, run: Run) -> Change | None:
    effect = life.clause.operation
    if effect is None or life.effect is None:
        return None
    return run.frame.suspensions.revived(effect.text, life.effect)


def _earlier_spells(life: Life) -> tuple[tuple[Change, Change], ...]:
    """From when to when it was in effect, the spell left out by which it is told how it stands."""
    spells = tuple(life.effect.spells) if life.effect is not None else ()
    return spells[:-1] if life.shown is State.LAPSED else spells


def _told_of_earlier(
    lives: list[Life], run: Run, explainer: Explainer, *, alone: bool
) -> Iterator[Suspension]:
    """What was in effect and ended, before it came into effect again or may have."""
    first = lives[0]
    effect, clause = first.clause.operation, first.clause
    for began, ended in _earlier_spells(first):
        assert effect is not None
        assert first.effect is not None
        over = run.frame.suspensions.revived_after(began, effect.text, first.effect)
        revived = over is not None and over.step < ended.step
        until = over.at if over is not None and revived else ended.at
        said = _said(lives, run, alone=alone)
        because = tuple(explainer.requirement(clause, r) for r in ended.grounds if not revived)
        told = tuple(reason for reason in because if reason.verdict is FAILS)
        so = f"no longer so: {decisive(told[0]).told}" if told else ""
        yield Suspension(
            article=clause.ref,
            text=effect.text,
            words=said,
            actors=tuple(actor for life in lives for actor in life.bearers),
            verdict=FAILS,
            since=began.at,
            until=until,
            trigger=occasion_words(first.occasion, first.situation(run.known)),
            why=Reason(FAILS, said, clause.article.origin, told, so),
            origin=clause.article.origin,
        )


def _said(lives: list[Life], run: Run, *, alone: bool) -> str:
    """What is so while it is in effect, and for whom where that is not everybody."""
    effect, voice = lives[0].clause.operation, Speaker(run.frame.text.vocabulary, {})
    assert effect is not None
    actors = tuple(actor for life in lives for actor in life.bearers)
    everybody = alone and (isinstance(effect, End) or effect.whom is None)
    return _so(effect, voice.text(effect.text)) + ("" if everybody else f" for {listing(actors)}")


def _told(lives: list[Life], run: Run, explainer: Explainer, *, alone: bool) -> Suspension | None:
    first = lives[0]
    clause, exercised = first.clause, _is_exercise(first)
    if first.shown not in _SHOWN and not exercised:
        return None
    verdict = _SHOWN.get(first.shown, FAILS)
    effect, said = clause.operation, _said(lives, run, alone=alone)
    assert effect is not None
    actors = tuple(actor for life in lives for actor in life.bearers)
    over = _revived(first, run)
    if over is not None and verdict is HOLDS:
        verdict = FAILS
    situation = first.situation(run.known)
    return Suspension(
        article=clause.ref,
        text=effect.text,
        words=said,
        actors=actors,
        verdict=verdict,
        since=first.arisen.at if first.arisen is not None else None,
        until=(over.at if over is not None else first.ended) if verdict is FAILS else None,
        trigger=occasion_words(first.occasion, situation),
        why=_why(first, said, verdict, explainer),
        origin=clause.article.origin,
    )


def _so(effect: OnOperation, text: str) -> str:
    """How it stands when an article has had its effect on a text."""
    match effect:
        case Suspend():
            return f"{text} is suspended"
        case Cease():
            return f"{text} has ceased to apply"
        case Reapply():
            return f"{text} applies again"
        case End():
            return f"{text} has ended"
        case _:
            assert_never(effect)


def _is_exercise(life: Life) -> bool:
    """Whether somebody did what a power is about."""
    event = life.occasion.event if life.occasion else None
    return isinstance(event, ActEvent) and event.act == SUSPEND


def _why(life: Life, said: str, verdict: Verdict, explainer: Explainer) -> Reason:
    grounds: tuple[Requirement, ...] = life.requirements
    if life.doubts:
        grounds = life.doubts
    elif life.lapse is not None:
        grounds = life.lapse.requirements
    because = decisive_first(verdict, (explainer.requirement(life.clause, r) for r in grounds))
    told = [reason for reason in because if verdict is HOLDS or reason.verdict is verdict]
    so = ""
    if verdict is FAILS and told:
        over = "no longer so" if life.lapse is not None else "without effect"
        so = f"{over}: {decisive(told[0]).told}"
    return Reason(verdict, said, life.clause.article.origin, tuple(told), so)


# Acts that no article gives the power to do (S9).


def _without_power(run: Run) -> Iterator[Suspension]:
    """Suspensions, resumptions and waivers that no article provides for."""
    record, voice = run.frame.record, Speaker(run.frame.text.vocabulary, {}, spoken=True)
    for index, event in enumerate(record.events):
        if not isinstance(event, ActEvent) or event.act not in ON_OPERATION:
            continue
        if _is_provided_for(event, run):
            continue
        deed = voice.with_object(voice.third_person(event.act), event.act, event.object)
        who = record.authors[index]
        said = f"{listing(who)} {deed}"
        reason = Reason(
            FAILS,
            f"{said} with effect",
            event.origin,
            instead=f"{said} ({event.at}), without effect: no article provides for it",
        )
        yield Suspension(
            words=said, actors=who, verdict=FAILS, why=reason, origin=event.origin, trigger=said
        )


def _is_provided_for(event: ActEvent, run: Run) -> bool:
    """Whether any article has an effect for such an act on such a text, or reads it."""
    wanted = object_name(event.object)
    occasions = (m.occasion for m in run.suspending if m.occasion is not None)
    if any(occasion.event is event for occasion in occasions):
        return True
    return any(
        isinstance(leaf, Done)
        and leaf.act == event.act
        and object_name(leaf.object) in ((), wanted)
        for clause in run.frame.versions.every
        for leaf in clause.leaves
    )


# What is expected.


def operating(
    run: Run,
    explainer: Explainer,
    text: ArticleRef | AgreementId,
    actor: ActorId,
    state: type[Suspend] | type[Cease],
) -> Reason:
    """Whether an article is suspended, or has ceased to apply, for an actor, and why."""
    voice = Speaker(run.frame.text.vocabulary, {})
    called = voice.text(text)
    is_so, is_not = (f"{called} {words} for {actor}" for words in _CLAIMS[state])
    found = [
        (life, touched)
        for source in sources(run, text, state)
        for life, touched in _of_source(run, text, source, actor)
    ]
    for wanted in (HOLDS, UNDETERMINED):
        for life, touched in found:
            if touched.verdict is wanted:
                because = _grounds(life, touched, wanted, explainer)
                return Reason(wanted, is_so, life.clause.article.origin, because)
    return Reason(FAILS, is_so, instead=is_not)


def sources(
    run: Run, text: ArticleRef | AgreementId, state: type[Suspend] | type[Cease]
) -> tuple[ArticleRef, ...]:
    """The articles that may suspend a text, or have it cease."""
    read = run.frame.text
    if isinstance(text, ArticleRef):
        every = read.suspended_by.get(text, ())
        return tuple(ref for ref in every if isinstance(read.articles[ref].effect, state))
    return tuple(
        ref
        for ref, article in read.articles.items()
        if isinstance(article.effect, state) and article.effect.text == text
    )


def _of_source(
    run: Run, text: ArticleRef | AgreementId, source: ArticleRef, actor: ActorId
) -> Iterator[tuple[Life, Touched]]:
    registry = run.frame.suspensions
    touched = registry.touches(text, source, (actor,), run.known.step)
    for matter in run.suspending:
        for life in matter.lives:
            if life.effect is not None and life.effect is touched.effect:
                yield life, touched


def _grounds(
    life: Life, touched: Touched, verdict: Verdict, explainer: Explainer
) -> tuple[Reason, ...]:
    grounds = touched.since.grounds if touched.since is not None else life.requirements
    reasons = (explainer.requirement(life.clause, part) for part in grounds)
    return decisive_first(verdict, reasons)
