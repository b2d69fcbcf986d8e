"""What must and must not be done by the same actor at the same time (rules D12, P4, P5)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.duties.giving_way import prevails_for, same_deed
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.performance import towards
from servanda.analyses.scenario.facts.ranking import priorities_between
from servanda.analyses.scenario.outcome import Conflict, State
from servanda.analyses.scenario.reasons.statements import FEW, speaker
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.words import Speaker, few, listing


def conflicts(run: Run) -> Iterator[Conflict]:
    """Each actor that must and must not do the same thing, once for each pair of articles.

    Where one of the two prevails there is no conflict (P4), unless it does not prevail for all
    who are concerned (P5).
    """
    duties, prohibitions = _binding(run)
    seen = set()
    for duty in duties:
        for prohibition in prohibitions:
            if not _together(duty, prohibition):
                continue
            if _clash(duty, prohibition, run) is not Verdict.HOLDS:
                continue
            undecided = _undecided(duty, prohibition, run)
            if undecided is None:
                continue
            for actor in duty.bearers:
                pair = (actor, duty.clause.ref, prohibition.clause.ref)
                if actor in prohibition.bearers and pair not in seen:
                    seen.add(pair)
                    statement = _statement(actor, duty, prohibition, run)
                    yield Conflict(
                        actor, statement, duty.clause.ref, prohibition.clause.ref, undecided
                    )


def possible_conflicts(run: Run) -> Iterator[Conflict]:
    """Conflicts that there may be: of what binds, or may, and forbids the same, or may."""
    duties, prohibitions = _binding(run, perhaps=True)
    for duty in duties:
        for prohibition in prohibitions:
            arisen = duty.arisen is not None and prohibition.arisen is not None
            if arisen and not _together(duty, prohibition):
                continue
            if _clash(duty, prohibition, run) is Verdict.FAILS:
                continue
            if _undecided(duty, prohibition, run) is None:
                continue
            for actor in duty.bearers:
                if actor in prohibition.bearers:
                    refs = (duty.clause.ref, prohibition.clause.ref)
                    yield Conflict(actor, _statement(actor, duty, prohibition, run), *refs)


def _binding(run: Run, *, perhaps: bool = False) -> tuple[list[Life], list[Life]]:
    """The duties and the prohibitions that have arisen; those that may have as well."""
    arisen = [
        life
        for life in run.lives
        if life.arisen is not None or (perhaps and life.shown is State.UNDETERMINED)
    ]
    duties = [life for life in arisen if life.clause.modality == "must"]
    return duties, [life for life in arisen if life.clause.modality == "must not"]


def _together(duty: Life, prohibition: Life) -> bool:
    """Whether there was a time at which both bound."""
    if duty.arisen is None or prohibition.arisen is None:
        return False
    later = max(duty.arisen.at.start, prohibition.arisen.at.start)
    ends = [end.start for life in (duty, prohibition) if (end := _end(life)) is not None]
    return all(later < end for end in ends)


def _end(life: Life) -> Moment | None:
    """When it ceased to bind; a prohibition that was breached goes on."""
    if life.prohibits:
        return life.lapse.at if life.lapse else None
    return life.ended if life.final else None


def _clash(duty: Life, prohibition: Life, run: Run) -> Verdict:
    """Whether what must be done is what must not be done."""
    asked, barred = (life.situation(run.known) for life in (duty, prohibition))
    return same_deed(duty.clause, asked, prohibition.clause, barred)


def _undecided(duty: Life, prohibition: Life, run: Run) -> str | None:
    """Why nothing decides between the two; None where something does."""
    run = run.run_of(duty)
    said = priorities_between(run.frame.text, duty.clause.said, prohibition.clause.said).between(
        duty.clause.ref, prohibition.clause.ref
    )
    if said is None:
        return ""
    yielding = duty if said.yielding == duty.clause.ref else prohibition
    owed = towards(yielding.clause, yielding.situation(run.known))
    bearers = yielding.bearers
    found = prevails_for(said, owed, bearers, run.known.day, run.frame)
    if found is Verdict.HOLDS:
        return None
    prevailing = said.prevailing.agreement
    whom = owed or run.frame.bonds.parties(said.yielding.agreement, run.known.day).all
    outside = [
        actor
        for actor in whom
        if actor not in bearers
        and run.frame.bonds.is_party(actor, prevailing, run.known.day) is not Verdict.HOLDS
    ]
    who = few(outside, FEW) or "somebody"
    sure = "is" if len(outside) == 1 else "are"
    told = (
        f"{who} {sure} not"
        if found is Verdict.FAILS
        else f"it is undetermined whether {who} {sure}"
    )
    one = "a party" if len(outside) == 1 else "parties"
    return f"{prevailing} prevails only among its parties, and {told} {one} to it"


def _statement(actor: str, duty: Life, prohibition: Life, run: Run) -> str:
    voice = Speaker(run.frame.text.vocabulary, {})
    must, must_not = (
        f"{life.clause.modality} {speaker(life.situation(run.known)).content(content)} "
        f"under {voice.article(life.clause.ref)}"
        for life in (duty, prohibition)
        if (content := life.clause.content) is not None
    )
    return f"{listing((actor,))} {must} and {must_not}"
