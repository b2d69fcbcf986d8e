"""What must and must not be done by the same actor at the same time (rule D12)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.conditions.evaluation import object_name
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.performance import towards
from servanda.analyses.scenario.duties.run import Run
from servanda.analyses.scenario.outcome import Conflict
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.core.calendar import Moment
from servanda.model.agreement import Perform
from servanda.model.words import Speaker, listing


def conflicts(run: Run) -> Iterator[Conflict]:
    """Each actor that must and must not do the same thing, once for each pair of articles."""
    arisen = [life for life in run.lives if life.arisen is not None]
    duties = [life for life in arisen if life.clause.modality == "must"]
    prohibitions = [life for life in arisen if life.clause.modality == "must not"]
    seen = set()
    for duty in duties:
        for prohibition in prohibitions:
            if not _together(duty, prohibition) or not _clash(duty, prohibition, run):
                continue
            for actor in duty.bearers:
                pair = (actor, duty.clause.ref, prohibition.clause.ref)
                if actor in prohibition.bearers and pair not in seen:
                    seen.add(pair)
                    statement = _statement(actor, duty, prohibition, run)
                    yield Conflict(actor, statement, duty.clause.ref, prohibition.clause.ref)


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


def _clash(duty: Life, prohibition: Life, run: Run) -> bool:
    """Whether what must be done is what must not be done."""
    if duty.clause.act != prohibition.clause.act:
        return False
    forbidden = prohibition.clause.content
    if isinstance(forbidden, Perform) and forbidden.object is None:
        return True
    owed = towards(duty.clause, duty.situation(run.known))
    barred = towards(prohibition.clause, prohibition.situation(run.known))
    if owed or barred:
        return not set(owed or ()).isdisjoint(barred or ())
    asked = duty.clause.content
    if isinstance(asked, Perform) and isinstance(forbidden, Perform):
        return object_name(asked.object) == object_name(forbidden.object)
    return False


def _statement(actor: str, duty: Life, prohibition: Life, run: Run) -> str:
    voice = Speaker(run.frame.text.vocabulary, {})
    must, must_not = (
        f"{life.clause.modality} {speaker(life.situation(run.known)).content(content)} "
        f"under {voice.article(life.clause.ref)}"
        for life in (duty, prohibition)
        if (content := life.clause.content) is not None
    )
    return f"{listing((actor,))} {must} and {must_not}"
