"""Which articles the scenarios of a case bring into play, and which none of them does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.case import Case
from servanda.model.node import ArticleRef
from servanda.workbench.asking import covers
from servanda.workbench.results import Untouched
from servanda.workbench.set_names import bearers_of


def untouched_articles(case: Case, outcomes: Iterable[Outcome]) -> tuple[Untouched, ...]:
    """The articles that have no effect in any of some runs.

    An article that binds somebody is touched where its duty has arisen, is excepted or
    undetermined. One about the agreement's own life, or about another article, is
    touched where something that is so rests on it.
    """
    touched: set[ArticleRef] = set()
    rested_on: set[Origin] = set()
    for outcome in outcomes:
        touched |= {life.article for life in _in_play(outcome)}
        for reason in _reasons(outcome):
            rested_on |= set(_places(reason))
        for reason in (bond.why for bond in outcome.bonds):
            rested_on |= set(_places(reason, of_what_is_so=False))
    return tuple(
        Untouched(
            article=ref,
            title=article.title,
            origin=article.origin,
        )
        for ref, article in case.by_ref().items()
        if ref not in touched
        and not (
            bearers_of(article) is None
            and any(covers(article.origin, place) for place in rested_on)
        )
    )


def _in_play(outcome: Outcome) -> Iterator[DutyLife]:
    yield from outcome.duties
    yield from (life for life in outcome.absent if life.state is State.EXCEPTED)


def _reasons(outcome: Outcome) -> Iterator[Reason]:
    yield from (force.why for force in outcome.force)
    yield from (bond.why for bond in outcome.bonds)
    for life in (*outcome.duties, *outcome.absent):
        yield life.why
        yield from (change.reason for change in life.life)


def _places(reason: Reason, *, of_what_is_so: bool = True) -> Iterator[Origin]:
    """Where reasons were written; as a rule of things that are so, not of those that are not."""
    if reason.verdict is Verdict.HOLDS or not of_what_is_so:
        yield reason.origin
    for narrower in reason.because:
        yield from _places(narrower, of_what_is_so=of_what_is_so)
