"""Expectations that say nothing, because they can never fail."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import does, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Article,
    Duty,
)
from servanda.model.case import NoDuty
from servanda.model.words import words


def expectations_that_cannot_fail(reach: Reach) -> Iterator[Diagnostic]:
    """``no duty of X under article N`` where article N gives nobody a duty, in any reading."""
    known = reach.case.by_ref()
    for scenario in reach.case.scenarios:
        for expectation in scenario.expectations:
            claim = expectation.claim
            if not isinstance(claim, NoDuty) or claim.article is None:
                continue
            article = known.get(claim.article)
            if article is not None and not _gives_a_duty(article):
                yield warning(
                    "SV519",
                    claim.origin,
                    f"this can never fail: {words(claim.article, reach.case)} {does(article.effect)}, and"
                    " gives nobody a duty",
                    "name the article that does, or leave the expectation out",
                )


def _gives_a_duty(article: Article) -> bool:
    return any(isinstance(version.effect, Duty) for version in article.versions)
