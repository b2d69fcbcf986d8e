"""Whether an article or an agreement is suspended for somebody, or has ceased to apply (S1 to S9)."""

from __future__ import annotations

from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.judging.answers import Answer, of_all
from servanda.analyses.scenario.reasons.of_suspensions import sources
from servanda.analyses.scenario.report import Reporter
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Cease, Suspend
from servanda.model.expectations import Operates
from servanda.model.node import ActorId, ArticleRef

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def operating(claim: Operates, run: Run, reporter: Reporter) -> Answer:
    """Whether a text is suspended, or has ceased to apply, for those whom a claim is about."""
    answers = []
    for actor in _for_whom(claim, run):
        why = reporter.why_operating(claim, actor)
        answers.append(Answer(why.verdict if claim.so else ~why.verdict, why))
    if not answers:
        return Answer(FAILS, Reason(HOLDS, "there is no party for whom it could be so"))
    return of_all(answers)


def what_may_suspend(claim: Operates, run: Run) -> list[Life]:
    """What may suspend a text for those whom a claim is about."""
    state = Suspend if claim.state == "suspended" else Cease
    named = sources(run, claim.text, state)
    return [
        life
        for actor in _for_whom(claim, run)
        for matter in run.read_by(actor).suspending
        for life in matter.lives
        if life.clause.ref in named and actor in life.bearers
    ]


def _for_whom(claim: Operates, run: Run) -> tuple[ActorId, ...]:
    """Those who are named; every party where nobody is."""
    text = claim.text
    agreement = text.agreement if isinstance(text, ArticleRef) else text
    return claim.who or run.frame.bonds.parties(agreement, run.course.at.date).all
