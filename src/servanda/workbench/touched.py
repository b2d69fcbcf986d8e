"""Which articles, options and readings the scenarios of a case try, and which none of them does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from servanda.analyses.scenario import Texts, inquire, outcome_of, simulate
from servanda.analyses.scenario.outcome import DutyLife, Outcome, State, Suspension
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Aim, Amendment, Article, Disapply, OnOperation, Window
from servanda.model.case import Case, Scenario
from servanda.model.conditions import IssueIs
from servanda.model.node import ArticleRef, parts_of
from servanda.model.own_life import Lasting
from servanda.workbench.asking import covers
from servanda.workbench.results import Unchosen, Untaken, Untouched, Untried
from servanda.workbench.set_names import bearers_of

_NEVER = Window(date=dt.date.max)


def untouched_articles(case: Case, outcomes: Sequence[Outcome]) -> tuple[Untouched, ...]:
    """The articles that have no effect in any of some runs.

    An article that binds somebody is touched where its duty has arisen, is excepted or
    undetermined; one that suspends, ends or revives where it has done so, or may have. An
    exception is touched where it takes effect, may do so, or would but for an exception to it.
    One about the agreement's own life is touched where something that is so rests on it. One
    that creates no duty has no effect anywhere, and is left out.

    Args:
        case: The case.
        outcomes: The runs of its scenarios, in their order; of the first of them at least.
    """
    touched: set[ArticleRef | None] = {
        life.article for outcome in outcomes for life in _in_play(outcome)
    }
    touched |= _exceptions(case, outcomes)
    touched |= {told.article for outcome in outcomes for told in _in_effect(outcome)}
    rested_on = {place for outcome in outcomes for place in _rested_on(outcome)}
    return tuple(
        Untouched(article=ref, title=article.title, origin=article.origin)
        for ref, article in case.by_ref().items()
        if ref not in touched
        and not isinstance(article.effect, Aim)
        and not _carries(article, rested_on, outcomes)
    )


def unchosen_options(case: Case) -> tuple[Unchosen, ...]:
    """The options of open issues that no scenario chooses.

    Of an issue that only statements, red lines and the like speak of, nothing in a scenario hangs on the choice.
    """
    chosen = {(one.issue, one.option) for s in case.scenarios for one in s.choices}
    clauses = parts_of((case.agreements, case.definitions))
    read = {part.issue for part in clauses if isinstance(part, IssueIs)}
    return tuple(
        Unchosen(issue=issue.id, option=option.id, title=option.title, origin=option.origin)
        for issue in case.issues
        for option in issue.options
        if issue.settled is None and issue.id in read and (issue.id, option.id) not in chosen
    )


def untaken_readings(case: Case) -> tuple[Untaken, ...]:
    """The readings that no scenario takes, for all or for some."""
    taken = {reading for s in case.scenarios for reading in s.readings}
    taken |= {own.reading for s in case.scenarios for own in s.own_readings}
    return tuple(
        Untaken(reading=reading.id, title=reading.title, origin=reading.origin)
        for reading in case.readings()
        if reading.id not in taken
    )


def untried_amendments(case: Case, outcomes: Sequence[Outcome]) -> tuple[Untried, ...]:
    """The amendments without which nothing would be otherwise in any of some runs.

    An amendment is touched where a duty is judged by the text that it gives, and where anything
    stands otherwise without it.
    """
    used = {life.amendment for outcome in outcomes for life in _in_play(outcome)}
    texts = Texts(case)
    return tuple(
        Untried(amendment=amendment.id, article=ref, title=amendment.title, origin=amendment.origin)
        for ref, amendment in case.amendments()
        if amendment.id not in used
        and not any(
            _hangs_on(amendment, texts, scenario, outcome)
            for scenario, outcome in zip(case.scenarios, outcomes, strict=False)
        )
    )


def _hangs_on(amendment: Amendment, texts: Texts, scenario: Scenario, outcome: Outcome) -> bool:
    """Whether anything stands otherwise in a scenario without an amendment."""
    if amendment.start > outcome.at.date:
        return False
    without = inquire(texts, scenario).without((amendment.id,))
    other = outcome_of(without, outcome.at, what_if="none")
    return _standing(other) != _standing(outcome) or _bonds(other) != _bonds(outcome)


def _bonds(outcome: Outcome) -> list[tuple[object, ...]]:
    """Who is a party, and until when."""
    return [(b.actor, b.agreement, b.verdict, b.since, b.until) for b in outcome.bonds]


def _in_play(outcome: Outcome) -> Iterator[DutyLife]:
    yield from outcome.duties
    yield from (life for life in outcome.absent if life.state is State.EXCEPTED)


def _in_effect(outcome: Outcome) -> Iterator[Suspension]:
    """What has suspended, ended or revived an article, or may have."""
    for told in outcome.suspensions:
        if told.since is not None or told.verdict is Verdict.UNDETERMINED:
            yield told


# The agreement's own life.


def _carries(article: Article, rested_on: set[Origin], outcomes: Iterable[Outcome]) -> bool:
    """Whether something in an agreement's own life rests on an article."""
    if bearers_of(article) is not None or isinstance(article.effect, Disapply | OnOperation):
        return False
    if isinstance(article.effect, Lasting):
        return any(_ends(article, o.why) for outcome in outcomes for o in outcome.force)
    origins = (article.origin, *(amendment.origin for amendment in article.amendments))
    return any(covers(origin, place) for origin in origins for place in rested_on)


def _ends(article: Article, force: Reason) -> bool:
    """Whether an agreement has ended, or may have, by an article and not for want of parties."""
    origins = {version.origin for version in article.versions}
    return any(
        reason.origin in origins and reason.verdict is not Verdict.HOLDS
        for reason in (force, *force.because)
    )


def _rested_on(outcome: Outcome) -> Iterator[Origin]:
    for reason in _reasons(outcome):
        yield from _places(reason)
    for bond in outcome.bonds:
        yield from _places(bond.why, of_what_is_so=False)


def _reasons(outcome: Outcome) -> Iterator[Reason]:
    yield from (force.why for force in outcome.force)
    yield from (bond.why for bond in outcome.bonds)
    for life in (*outcome.duties, *outcome.absent):
        yield life.why
        yield from (change.reason for change in life.life)


def not_so(outcome: Outcome) -> Iterator[Origin]:
    """Where the conditions were written that an answer names because they fail or are in doubt."""
    waiting = list(_reasons(outcome))
    while waiting:
        reason = waiting.pop()
        waiting += reason.because
        if reason.verdict is not Verdict.HOLDS:
            yield reason.origin


def _places(reason: Reason, *, of_what_is_so: bool = True) -> Iterator[Origin]:
    """Where reasons were written; as a rule of things that are so, not of those that are not."""
    if reason.verdict is Verdict.HOLDS or not of_what_is_so:
        yield reason.origin
    for narrower in reason.because:
        yield from _places(narrower, of_what_is_so=of_what_is_so)


# Exceptions.


def _exceptions(case: Case, outcomes: Sequence[Outcome]) -> set[ArticleRef]:
    """The exceptions that take effect, may do so, or would but for an exception to them."""
    articles = case.by_ref()
    whose = {
        ref: article.effect.article
        for ref, article in articles.items()
        if isinstance(article.effect, Disapply)
    }
    if not whose:
        return set()
    by_origin = {articles[ref].origin: ref for ref in whose}
    reasons = (reason for outcome in outcomes for reason in _reasons(outcome))
    found = {ref for reason in reasons for ref in _taking_effect(reason, by_origin)}
    found |= {ref for ref in whose if ref not in found and _tells(ref, case, outcomes)}
    waiting = list(found)
    while waiting:
        excepted = whose[waiting.pop()]
        if excepted in whose and excepted not in found:
            found.add(excepted)
            waiting.append(excepted)
    return found


def _taking_effect(reason: Reason, by_origin: dict[Origin, ArticleRef]) -> Iterator[ArticleRef]:
    """The exceptions that a reason tells of, but for those that leave their article alone."""
    ref = by_origin.get(reason.origin)
    if ref is not None and reason.verdict is not Verdict.HOLDS:
        yield ref
    for narrower in reason.because:
        yield from _taking_effect(narrower, by_origin)


def _tells(ref: ArticleRef, case: Case, outcomes: Sequence[Outcome]) -> bool:
    """Whether anything stands otherwise where an exception is never open to anybody.

    What came about through an exception to an exception is not always among the reasons.
    """
    without = _without(ref, case)
    return any(
        _standing(outcome) != _standing(simulate(without, scenario, at=outcome.at, what_if="none"))
        for scenario, outcome in zip(case.scenarios, outcomes, strict=False)
    )


def _standing(outcome: Outcome) -> list[tuple[object, ...]]:
    return [
        (life.article, life.bearers, life.trigger_at, life.incident, life.state, life.ended)
        for life in outcome.duties
    ]


def _without(ref: ArticleRef, case: Case) -> Case:
    """A case in which an article, in every reading and as amended, never begins to operate."""

    def closed(article: Article) -> Article:
        readings = tuple(replace(one, article=closed(one.article)) for one in article.readings)
        amendments = tuple(
            replace(one, article=None if one.article is None else closed(one.article))
            for one in article.amendments
        )
        return replace(article, window=_NEVER, readings=readings, amendments=amendments)

    return case.with_articles(lambda other, a: closed(a) if other == ref else a)
