"""Whether there is a conflict of duties, as an expectation says (rule D12)."""

from __future__ import annotations

from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.judging.answers import Answer, of_all
from servanda.analyses.scenario.outcome import Conflict
from servanda.analyses.scenario.reasons.conflicts import conflicts, possible_conflicts
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.node import ActorId
from servanda.model.priorities import Conflicting
from servanda.model.words import Speaker, listing


def conflicting(claim: Conflicting, run: Run) -> Answer:
    """Whether there has been such a conflict by the moment asked about."""
    who = claim.who or (None,)
    return of_all([_of(actor, claim, run) for actor in who])


def spoken_of(conflict: Conflict, claim: Conflicting) -> bool:
    """Whether a claim is about a conflict, be it that there is one or that there is none."""
    return any(_meant(conflict, actor, claim) for actor in claim.who or (None,))


def _of(actor: ActorId | None, claim: Conflicting, run: Run) -> Answer:
    found = [c for c in conflicts(run) if _meant(c, actor, claim)]
    sure = Verdict.HOLDS if found else Verdict.FAILS
    why = Reason(Verdict.HOLDS, f"no conflict{_between(claim, run)}{_for(actor)} has come about")
    if found:
        told = "; ".join(_told(conflict) for conflict in found)
        origin = run.frame.text.article(found[0].duty, run.known.day).origin
        why = Reason(Verdict.HOLDS, told, origin)
    elif any(_meant(c, actor, claim) for c in possible_conflicts(run)):
        sure = Verdict.UNDETERMINED
        told = f"it is undetermined whether there is a conflict{_between(claim, run)}{_for(actor)}"
        why = Reason(Verdict.HOLDS, told)
    return Answer(sure if claim.so else ~sure, why)


def _meant(conflict: Conflict, actor: ActorId | None, claim: Conflicting) -> bool:
    articles = {conflict.duty, conflict.prohibition}
    return actor in (None, conflict.actor) and set(claim.articles) <= articles


def _told(conflict: Conflict) -> str:
    return f"{conflict.statement}{f'; {conflict.undecided}' if conflict.undecided else ''}"


def _between(claim: Conflicting, run: Run) -> str:
    voice = Speaker(run.frame.text.vocabulary, {})
    return " of " + listing(map(voice.article, claim.articles)) if claim.articles else ""


def _for(actor: ActorId | None) -> str:
    return "" if actor is None else f" for {actor}"
