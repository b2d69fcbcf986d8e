"""How things stand on a day, for coverage: worked out by running the case's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import NamedTuple

from servanda.analyses.coverage.standing import Standing
from servanda.analyses.scenario import Inquiry, Texts, chain_of, inquire, outcome_of
from servanda.analyses.scenario.outcome import Outcome, State
from servanda.core.calendar import Moment, due, later
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Aim,
    Article,
    Cease,
    Duty,
    End,
    Permission,
    Prohibition,
    Suspend,
)
from servanda.model.builtins import counts_for_good
from servanda.model.case import ActEvent, Case, IncidentEvent, Scenario
from servanda.model.conditions import TheAgreement
from servanda.model.node import ActId, ActorId, AgreementId, ArticleRef, CircumstanceId, IncidentId
from servanda.model.own_life import OwnLife
from servanda.model.words import listing, words


class Footing(NamedTuple):
    """How things stand, and what of it is supposed.

    Attributes:
        supposed: Agreements that are not in force on the day, and are taken to be.
        perhaps: Those of them of which it is open whether they are.
        in_doubt: What else is open on the day, and taken not to be so.
    """

    standing: Standing
    supposed: tuple[AgreementId, ...]
    perhaps: tuple[AgreementId, ...] = ()
    in_doubt: tuple[str, ...] = ()


def last_day(case: Case, after: Scenario | None = None) -> dt.date | None:
    """The last day on which anything happens in a case: its history's, or else its scenarios'.

    After a scenario, the last day of that one, or of what it continues.
    """
    if after is not None:
        days = [event.at.date for one in chain_of(case, after) for event in one.events]
        if days:
            return max(days)
    histories = [event.at.date for history in case.histories for event in history.events]
    scenarios = [event.at.date for scenario in case.scenarios for event in scenario.events]
    return max(histories or scenarios, default=None)


def incidents_before(case: Case, after: Scenario | None = None) -> Iterator[IncidentId]:
    """What the incidents of the history, and of a scenario that has happened, are called."""
    chain = chain_of(case, after) if after is not None else []
    told = [part.events for part in case.histories] + [part.events for part in chain]
    for events in told:
        yield from (event.id for event in events if isinstance(event, IncidentEvent))


def footing(
    case: Case,
    day: dt.date,
    *,
    after: Scenario | None = None,
    agreements: Sequence[AgreementId] = (),
    readings: Sequence[str] = (),
    choices: Sequence[tuple[str, str]] = (),
) -> Footing:
    """How things stand on a day.

    An agreement that is asked about and not in force is supposed to be, from that day on, between
    all that it is between.

    Args:
        case: The case.
        day: The day of the incidents.
        after: A scenario that has happened; the case's history alone where none is named.
        agreements: Those that are asked about; all where none is named.
        readings: Readings taken for all.
        choices: Issues and the option of each.
    """
    scenario = after or Scenario(title="")
    inquiry = inquire(Texts(case), scenario, readings, choices)
    at = Moment(day)
    outcome = outcome_of(inquiry, at, what_if="none")
    since = {f.agreement: f.since for f in outcome.force if f.verdict is Verdict.HOLDS}
    asked = agreements or tuple(agreement.id for agreement in case.agreements)
    parties = {a: tuple(_parties(outcome, a)) for a in since}
    between = {agreement.id: agreement.between for agreement in case.agreements}
    supposed = tuple(a for a in asked if not parties.get(a))
    entered = {a: at.date for a, at in since.items() if at is not None}
    for agreement in supposed:
        parties[agreement] = between[agreement]
        entered[agreement] = day
    bound_since = {
        (b.actor, b.agreement): b.since.date for b in outcome.bonds if b.since is not None
    } | {(actor, a): day for a in supposed for actor in parties[a]}
    articles = {
        ref: article
        for ref, article in inquiry.text.on(day).articles.items()
        if ref.agreement in asked and _operates(article, entered.get(ref.agreement), day)
    }
    over = frozenset((*_idle(outcome, articles, End), *_ended(articles, bound_since, day)))
    standing = Standing(
        case=case,
        day=day,
        articles=articles,
        definitions={d.id: inquiry.text.meaning(d.id) for d in case.definitions},
        options=inquiry.text.options,
        parties=parties,
        aside=frozenset(parties) - frozenset(asked),
        idle=frozenset((*_idle(outcome, articles), *over)),
        over=over,
        done=frozenset(_done(inquiry, at, case)),
        holding=frozenset(_holding(inquiry, at)),
        breached=frozenset(_breached(outcome)),
        met=frozenset(_met(outcome)),
    )
    open_ = {f.agreement for f in outcome.force if f.verdict is Verdict.UNDETERMINED}
    perhaps = tuple(agreement for agreement in supposed if agreement in open_)
    return Footing(standing, supposed, perhaps, tuple(_in_doubt(outcome, standing, supposed)))


def _in_doubt(
    outcome: Outcome, standing: Standing, supposed: Sequence[AgreementId]
) -> Iterator[str]:
    """Who may be a party, and what may be out of effect, of what is asked about."""
    for agreement in standing.parties:
        perhaps = tuple(
            bond.actor
            for bond in outcome.bonds
            if bond.agreement == agreement and bond.verdict is Verdict.UNDETERMINED
        )
        if perhaps and agreement not in supposed:
            yield f"{listing(perhaps)} {'is' if len(perhaps) == 1 else 'are'} bound by {agreement}"
    texts = {text for ref in standing.articles for text in (ref, ref.agreement)}
    for suspension in outcome.suspensions:
        if suspension.verdict is Verdict.UNDETERMINED and suspension.text in texts:
            yield suspension.words


def _parties(outcome: Outcome, agreement: AgreementId) -> Iterator[ActorId]:
    for bond in outcome.bonds:
        if bond.agreement == agreement and bond.verdict is Verdict.HOLDS:
            yield bond.actor


def _operates(article: Article, entered: dt.date | None, day: dt.date) -> bool:
    """Whether an article binds, permits or sets aside on a day, its time come and not over."""
    if isinstance(article.effect, OwnLife | Aim):
        return False
    window, expiry = article.window, article.expiry
    if window is not None and window.date is not None and day < window.date:
        return False
    if window is not None and window.after_entry is not None:
        begins = later(entered, window.after_entry) if entered else None
        if begins is None or day < begins:
            return False
    if expiry is None:
        return True
    if expiry.date is not None:
        return day < expiry.date
    if isinstance(article.effect, Duty | Prohibition | Permission):
        return True
    return entered is not None and not _has_run_out(article, entered, day)


def _has_run_out(article: Article, since: dt.date, day: dt.date) -> bool:
    """Whether the period for which an article binds is one from entry into force, and over (D16)."""
    expiry = article.expiry
    if expiry is None or expiry.period is None:
        return False
    anchor = expiry.anchor.event if expiry.anchor is not None else None
    if anchor != "entry_into_force" and (anchor is not None or article.trigger is not None):
        return False
    return Moment(day).start > due(Moment(since), expiry.period).end


def _ended(
    articles: Mapping[ArticleRef, Article],
    since: Mapping[tuple[ActorId, AgreementId], dt.date],
    day: dt.date,
) -> Iterator[tuple[ArticleRef, ActorId]]:
    """What has run out for an actor, counted from when the agreement bound that one."""
    for ref, article in articles.items():
        if isinstance(article.effect, Duty | Prohibition | Permission):
            for (actor, agreement), begun in since.items():
                if agreement == ref.agreement and _has_run_out(article, begun, day):
                    yield ref, actor


def _idle(
    outcome: Outcome,
    articles: Mapping[ArticleRef, Article],
    effects: type | UnionType = Suspend | Cease | End | Permission,
) -> Iterator[tuple[ArticleRef, ActorId]]:
    """What is out of effect for an actor by articles with some effects."""
    for suspension in outcome.suspensions:
        source = articles.get(suspension.article) if suspension.article else None
        if suspension.verdict is not Verdict.HOLDS or source is None:
            continue
        if not isinstance(source.effect, effects):
            continue
        for ref in articles:
            if suspension.text in {ref, ref.agreement}:
                yield from ((ref, actor) for actor in suspension.actors)


def _done(inquiry: Inquiry, at: Moment, case: Case) -> Iterator[tuple[ActorId, ActId, str]]:
    """The acts that count for ever and have been done."""
    declared = {act.id: act for act in case.acts}
    known = inquiry.run(at).known
    only = case.agreements[0].id if len(case.agreements) == 1 else None
    for (act, actor), positions in known.record.acts.items():
        if not counts_for_good(act, declared.get(act)):
            continue
        for index in positions:
            event = known.record.events[index]
            if index < known.events and isinstance(event, ActEvent):
                thing = event.object or (TheAgreement(agreement=only) if only else None)
                yield actor, act, words(thing) if thing else ""


def _holding(inquiry: Inquiry, at: Moment) -> Iterator[CircumstanceId]:
    known = inquiry.run(at).known
    for circumstance in inquiry.text.case.circumstances:
        if known.holds(circumstance.id) is Verdict.HOLDS:
            yield circumstance.id


def _breached(outcome: Outcome) -> Iterator[tuple[ActorId, ArticleRef]]:
    for life in outcome.duties:
        if life.state is State.BREACHED or life.further:
            yield from ((bearer, life.article) for bearer in life.bearers)


def _met(outcome: Outcome) -> Iterator[tuple[ActorId, ArticleRef]]:
    """Who has performed a standing duty; what an incident brought about is met for that one alone."""
    for life in outcome.duties:
        if life.state is State.MET and life.trigger_at is None:
            yield from ((bearer, life.article) for bearer in life.bearers)
