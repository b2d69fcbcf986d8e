"""Expectations that say nothing, because they can never fail."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import does, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import Article, Duty, Prohibition
from servanda.model.expectations import Claim, NoDuty, Stands
from servanda.model.words import words


def expectations_that_cannot_fail(reach: Reach) -> Iterator[Diagnostic]:
    """What is denied of an article under which it can never be so, in any reading."""
    known = reach.case.by_ref()
    for scenario in reach.case.scenarios:
        for expectation in scenario.expectations:
            claim = _denial(expectation.claim)
            if claim is None or claim.article is None:
                continue
            article = known.get(claim.article)
            if article is not None and not _can_be_so(claim, article):
                breached = isinstance(claim, Stands) and claim.state == "breached"
                lacks = "nobody can breach it" if breached else "gives nobody a duty"
                yield warning(
                    "SV519",
                    claim.origin,
                    f"this can never fail: {words(claim.article, reach.case)} {does(article.effect)}, and"
                    f" {lacks}",
                    "name the article that is meant, or leave the expectation out",
                )


def _denial(claim: Claim) -> NoDuty | Stands | None:
    """A claim that nothing is owed, met or breached."""
    if isinstance(claim, NoDuty):
        return claim
    return claim if isinstance(claim, Stands) and claim.denied else None


def _can_be_so(claim: NoDuty | Stands, article: Article) -> bool:
    """Whether what is denied can ever be so."""
    breached = isinstance(claim, Stands) and claim.state == "breached"
    binding = (Duty, Prohibition) if breached else (Duty,)
    return any(isinstance(version.effect, binding) for version in article.versions)
