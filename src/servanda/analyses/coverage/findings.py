"""Clauses that never matter: duties that no incident brings into play, exceptions that set nothing aside."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.coverage.space import FALSE
from servanda.analyses.coverage.standing import Standing
from servanda.analyses.coverage.survey import Survey, surveys
from servanda.diagrams import BudgetExceeded
from servanda.model.agreement import Disapply, Duty
from servanda.model.node import ArticleRef
from servanda.model.triggers import OnIncident


def dead_letters(survey: Survey) -> Iterator[ArticleRef]:
    """The duties and exceptions about incidents of the kind that change nothing in any of them.

    Whatever is done beside the incident, and whoever is concerned: where the survey is of some
    guarantors, or supposes something, everybody is asked again, and nothing is supposed. Of what
    could not be worked out, and of what is suspended, nothing is said.
    """
    standing, kind = survey.standing, survey.space.kind.id
    try:
        whole = survey if survey.whole else surveys((standing,), kind)[0]
    except BudgetExceeded:
        return
    alive = {c.ref for c in whole.commitments if c.when != FALSE}
    idle = {ref for ref, _ in standing.idle}
    for ref, article in standing.articles.items():
        trigger = article.trigger
        about = isinstance(trigger, OnIncident) and trigger.kind == kind
        if ref in whole.left_out or ref in idle:
            continue
        if isinstance(article.effect, Duty) and about and ref not in alive:
            yield ref
        exception = (about or trigger is None) and _concerns_duties(standing, ref, set())
        if exception and _changes_nothing(whole, ref):
            yield ref


def _concerns_duties(standing: Standing, ref: ArticleRef, seen: set[ArticleRef]) -> bool:
    """Whether an article is an exception to a duty, or to such an exception."""
    article = standing.articles.get(ref)
    if article is None or ref in seen or not isinstance(article.effect, Disapply):
        return False
    target = standing.articles.get(article.effect.article)
    if target is not None and isinstance(target.effect, Duty):
        return True
    return _concerns_duties(standing, article.effect.article, seen | {ref})


def _changes_nothing(survey: Survey, ref: ArticleRef) -> bool:
    """Whether everybody owes the same without an article."""
    standing = survey.standing
    try:
        before, without = surveys((standing, standing.without((ref,))), survey.space.kind.id)
    except BudgetExceeded:
        return False
    if before.left_out or without.left_out:
        return False
    return _owed(before) == _owed(without)


def _owed(survey: Survey) -> dict[tuple[ArticleRef, str], int]:
    return {(c.ref, c.bearer): c.when for c in survey.commitments if c.when != FALSE}
