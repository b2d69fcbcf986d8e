"""Clauses that never matter: duties that no incident brings into play, exceptions that set nothing aside."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.coverage.space import FALSE
from servanda.analyses.coverage.survey import Survey, surveys
from servanda.model.agreement import Disapply, Duty
from servanda.model.node import ArticleRef
from servanda.model.triggers import OnIncident


def dead_letters(survey: Survey) -> Iterator[ArticleRef]:
    """The duties and exceptions about incidents of the kind that change nothing in any of them.

    Whatever is done beside the incident, and whoever is concerned.
    """
    standing, kind = survey.standing, survey.space.kind.id
    alive = {c.ref for c in survey.commitments if c.when != FALSE}
    for ref, article in standing.articles.items():
        trigger = article.trigger
        about = isinstance(trigger, OnIncident) and trigger.kind == kind
        if isinstance(article.effect, Duty) and about and ref not in alive:
            yield ref
        if isinstance(article.effect, Disapply) and (about or trigger is None):
            before, without = surveys((standing, standing.without((ref,))), kind)
            if _owed(before) == _owed(without):
                yield ref


def _owed(survey: Survey) -> dict[tuple[ArticleRef, str], int]:
    return {(c.ref, c.bearer): c.when for c in survey.commitments if c.when != FALSE}
