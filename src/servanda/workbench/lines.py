"""Duties that stand the same for several actors become one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import assert_never

from servanda.analyses.scenario.outcome import DutyLife, Outcome
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article, Bearers, Duty, Permission, Prohibition
from servanda.model.case import Case
from servanda.model.node import ActorId, ArticleRef
from servanda.model.sets import (
    Actors,
    Listed,
    Members,
    Parties,
    Role,
    SetOfActors,
    Signatories,
    Subject,
)
from servanda.model.words import Vocabulary, words
from servanda.workbench.results import DutyLine

FEW_EXCEPTED = 2
"""More actors than this left out of a set are not called 'each X except ...'."""

ENOUGH_TO_COUNT = 4
"""From this many actors on, a part of a set is called '4 guarantors'."""


def duty_lines(case: Case, outcome: Outcome, lives: Iterable[DutyLife]) -> tuple[DutyLine, ...]:
    """Put together duties of one article that differ in nothing but their bearer.

    Args:
        case: The case, for the sets that bearers belong to.
        outcome: The run that the duties come from.
        lives: Some of its duties; their order is kept.
    """
    alike: dict[tuple[object, ...], list[DutyLife]] = {}
    for life in lives:
        alike.setdefault(_standing(life), []).append(life)
    speaker = _Sets(case, outcome)
    return tuple(_line(group, speaker) for group in alike.values())


def _standing(life: DutyLife) -> tuple[object, ...]:
    """Everything about a duty that a line shows, but for its bearer and the reasons."""
    missing = tuple((m.name, m.decides) for m in life.missing)
    dates = (life.trigger_at, life.arisen, life.due, life.ended, life.late)
    jointly = life.bearers if len(life.bearers) > 1 else ()
    what = (life.article, life.modality, life.words, life.incident, life.trigger)
    return (*what, life.state, missing, *dates, jointly)


def _line(group: list[DutyLife], sets: _Sets) -> DutyLine:
    first = group[0]
    bearers = tuple(dict.fromkeys(b for life in group for b in life.bearers))
    jointly = len(first.bearers) > 1
    return DutyLine(
        who=sets.called(first, bearers, jointly),
        bearers=bearers,
        jointly=jointly,
        article=first.article,
        title=first.title,
        modality=first.modality,
        words=first.words,
        trigger=first.trigger,
        state=first.state,
        arisen=first.arisen,
        due=first.due,
        ended=first.ended,
        late=first.late,
        why=first.why,
        missing=first.missing,
        would_change=first.would_change,
        origin=first.origin,
    )


def bearers_of(article: Article) -> Bearers | None:
    """Who an article binds; None where it is about the agreement's own life."""
    match article.effect:
        case Duty() | Prohibition() | Permission():
            return article.effect.bearers
        case _:
            return None


class _Sets:
    """Finds the word for several actors: what their article calls them."""

    def __init__(self, case: Case, outcome: Outcome) -> None:
        self.case = case
        self.outcome = outcome
        self.vocabulary = Vocabulary.of(case)
        self.articles = {
            ArticleRef(agreement.id, article.number): article
            for agreement in case.agreements
            for article in agreement.articles
        }

    def called(self, life: DutyLife, bearers: tuple[ActorId, ...], jointly: bool) -> str:
        """``each guarantor``, ``each guarantor except DEU``, ``5 guarantors``, or nothing."""
        article = self.articles.get(life.article)
        bound = bearers_of(article) if article else None
        if bound is None or isinstance(bound.among, Listed | Role) or len(bearers) < 2:
            return ""
        among = bound.among
        if jointly:
            return words(bound, self.vocabulary)
        moment = life.trigger_at or life.arisen or self.outcome.at
        left_out = set(self._members(among, moment.date)) - set(bearers)
        if len(left_out) <= FEW_EXCEPTED < len(bearers) or not left_out:
            each = words(Bearers(among=among), self.vocabulary)
            return each + (f" except {', '.join(sorted(left_out))}" if left_out else "")
        return self._counted(among, len(bearers)) if len(bearers) >= ENOUGH_TO_COUNT else ""

    def _counted(self, among: SetOfActors, count: int) -> str:
        of = words(Subject(quantifier="count", count=count, among=among), self.vocabulary)
        return of.replace(" of the ", " ", 1)

    def _members(self, among: SetOfActors, day: dt.date) -> tuple[ActorId, ...]:
        match among:
            case Listed():
                return among.actors
            case Members():
                memberships = (
                    m for g in self.case.groups if g.id == among.group for m in g.memberships
                )
                return tuple(
                    member
                    for m in memberships
                    if (m.start is None or m.start <= day) and (m.end is None or day < m.end)
                    for member in m.members
                )
            case Parties():
                return tuple(
                    bond.actor
                    for bond in self.outcome.bonds
                    if bond.agreement == among.agreement and bond.verdict is Verdict.HOLDS
                )
            case Signatories():
                named = (a.between for a in self.case.agreements if a.id == among.agreement)
                return next(named, ())
            case Actors():
                return tuple(a.id for a in self.case.actors if among.sort in ("actor", a.sort))
            case _:
                assert_never(among)
